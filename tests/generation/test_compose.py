"""The composer: grounded, in the brand's words, in right French."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import date
from itertools import combinations

import pytest

from copilot.errors import EmptyCorpus
from copilot.generation.compose import ads, compose, messages
from copilot.generation.compose.assemble import Stock, introduced, telling, two_of_it
from copilot.generation.compose.past import tells_the_past
from copilot.generation.compose.product import Product
from copilot.generation.compose.standing import standing_lines
from copilot.generation.compose.templates import Role, Slot, Template, TemplateMaker, fact_key, shape, split_slots
from copilot.guides.load import load_brief
from copilot.language.figures import figures
from copilot.language.prose import Prose
from copilot.records import Brief, LineBank, Locale, StandingLines
from copilot.service import Copilot

BRIEFS = [
    ("pataud", "fr", "bouillotte-odette"), ("pataud", "fr", "plaid-germain"), ("fettle-and-thole", "en", "drover-pack"),
    ("fettle-and-thole", "en", "resole-service"), ("halage", "fr", "retours-librairie"), ("halage", "en", "cold-round"),
]  # fmt: skip
CHANNELS = ["email", "google_rsa", "meta_ad", "seo_page"]


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(("brand", "locale", "name"), BRIEFS)
def test_drafts_state_only_what_brief_and_claims_state(make_copilot: Callable[..., Copilot], brand: str, locale: Locale, name: str, channel: str) -> None:
    """Every figure of every draft is in the brief or in a claim in force; no name of another product is left; no field is too long; all differ."""
    copilot = make_copilot()
    guide = copilot.guide(brand)
    brief = load_brief(copilot.brands()[brand] / "briefs" / f"{name}.yaml", {"brand": brand, "channel": channel, "locale": locale})
    written = copilot.write(brief, 3)
    claims = [text for claim in copilot.claims_in_force(guide) for text in claim.texts(locale)]
    stated = figures(Prose("\n".join([brief.text, *brief.facts.values(), *claims]), locale), words=True)
    sayable = " ".join([brief.text, guide.voice.name, *claims]).lower()
    others = {Product.parse(campaign.product, locale).name for campaign in guide.campaigns if campaign.locale == locale} - {""}
    strangers = [other for other in others if other.lower() not in sayable]
    for draft, card in zip(written.drafts, written.scorecards, strict=True):
        assert [f.text for f in card.findings if f.code in ("CHN001", "GRD001", "SAF002")] == []
        prose = Prose(draft.text, locale)
        assert [figure for figure in figures(prose) if not any(figure.agrees(known) for known in stated)] == []
        assert [other for other in strangers if re.search(rf"\b{re.escape(other)}\b", draft.text)] == []
        assert "{" not in draft.text
    assert len({draft.text_hash for draft in written.drafts}) == len(written.drafts)


@pytest.mark.parametrize(("brand", "locale", "name"), BRIEFS)
def test_drafts_of_a_set_begin_differently(make_copilot: Callable[..., Copilot], brand: str, locale: Locale, name: str) -> None:
    """No two e-mails of a set share a subject, a preheader or a first line, and at most one line besides."""
    copilot = make_copilot()
    brief = load_brief(copilot.brands()[brand] / "briefs" / f"{name}.yaml", {"brand": brand, "channel": "email", "locale": locale})
    drafts = copilot.write(brief, 3).drafts
    assert len(drafts) == 3
    for name in ("subject", "preheader"):
        assert len({draft.fields[name] for draft in drafts}) == 3
    lines = [[line for line in draft.text.split("\n") if line and not line.startswith("- ")] for draft in drafts]
    assert len({draft.fields["body"].split("\n")[0] for draft in drafts}) == 3
    assert max(len(set(one) & set(two)) for one, two in combinations(lines, 2)) <= 1


def test_standing_lines_carry_the_product_with_its_article() -> None:
    """At the head of a line the article takes a capital; elsewhere French contracts it."""
    bank = LineBank(fr=StandingLines(subject=("{product} demande à entrer", "Des nouvelles de {product}"), opening=("Pousse le chat.",)))
    stock = Stock(Brief(brand="b", channel="email", locale="fr", product="le plaid Germain", facts={"prix": "90 €"}), "B", (), (), "tu", random.Random(0))
    lines = standing_lines(bank, "fr")
    assert [(line.field, line.role, stock.fill(line)) for line in lines] == [
        ("body", "opening", "Pousse le chat."),
        ("subject", "line", "Le plaid Germain demande à entrer"),
        ("subject", "line", "Des nouvelles du plaid Germain"),
    ]


@pytest.mark.parametrize(
    ("product", "locale", "said"),
    [
        ("la bouillotte Odette", "fr", "Elle est en laine de Creuse, existe en bleu ou gris et coûte 34 €."),
        ("les chaussons Bernard", "fr", "Ils sont en laine de Creuse, existent en bleu ou gris et coûtent 34 €."),
        ("le ressemelage", "fr", "Il existe en bleu ou gris et coûte 34 €."),
        ("the Drover pack", "en", "It is made of laine de Creuse, comes in bleu ou gris and costs 34 €."),
    ],
)
def test_what_can_be_said_of_the_product_is_one_sentence(product: str, locale: Locale, said: str) -> None:
    """Its facts share a pronoun, a number and one full stop; what is of another kind stays a line."""
    facts = {"price": "34 €", "material": "laine de Creuse", "colours": "bleu ou gris", "fermeture": "trois boutons"}
    stock = Stock(Brief(brand="b", channel="email", locale=locale, product=product, facts=facts), "B", (), (), "tu", random.Random(0))
    first, *rest = stock.plain_sentences(stock.facts, None)
    assert (first, rest[-1].startswith("Fermeture")) == (said, True)


def stock_of(product: str, locale: Locale, seed: int = 0, **facts: str) -> Stock:
    brief = Brief(brand="b", channel="email", locale=locale, product=product, facts=facts)
    return Stock(brief, "B", (), (), "tu", random.Random(seed))


def test_much_that_is_said_of_the_product_makes_two_sentences() -> None:
    """What it looks like, then what it measures; the price ends one or the other."""
    facts = {"price": "34 €", "material": "laine", "colours": "bleu ou gris", "size": "28 x 18 cm", "weight": "300 g"}
    told = {tuple(stock_of("la bouillotte Odette", "fr", seed, **facts).plain_sentences(map(fact_key, facts), "tu", "La bouillotte")) for seed in range(20)}
    assert told == {
        ("La bouillotte est en laine et existe en bleu ou gris.", "Elle mesure 28 x 18 cm, pèse 300 g et coûte 34 €."),
        ("La bouillotte est en laine, existe en bleu ou gris et coûte 34 €.", "Elle mesure 28 x 18 cm et pèse 300 g."),
    }


@pytest.mark.parametrize(
    ("product", "locale", "name", "value", "said"),
    [
        ("les bottes Anna", "fr", "taille", "du 36 au 42", "Taille\u00a0: du 36 au 42."),
        ("les bottes Anna", "fr", "taille", "38 à 45", "Taille\u00a0: 38 à 45."),
        ("les bottes Anna", "fr", "taille", "30 cm de haut", "Elles mesurent 30 cm de haut."),
        ("the Drover pack", "en", "capacity", "two people", "Capacity: two people."),
        ("the Drover pack", "en", "capacity", "42 litres", "It holds 42 litres."),
        ("the mending round", "en", "capacity", "42 litres", "Capacity: 42 litres."),
        ("the mending round", "en", "weight", "60 kg", "Weight: 60 kg."),
        ("the mending round", "en", "made_by", "Alan", "Done by Alan."),
        ("the Drover pack", "en", "made_by", "Alan", "Made by Alan."),
    ],
)
def test_a_fact_is_said_of_the_product_only_where_it_can_be(product: str, locale: Locale, name: str, value: str, said: str) -> None:
    """A unit tells a measure from a range of sizes; what is done for somebody has no weight of its own."""
    assert stock_of(product, locale, **{name: value}).plain_sentences([fact_key(name)], None) == [said]


@pytest.mark.parametrize(
    ("product", "said"),
    [
        ("l'huile de noix", "L'huile de noix pèse 1 kg."),
        ("les tuiles", "Les tuiles pèsent 1 kg."),
        ("Tarte aux pommes", "Tarte aux pommes pèse 1 kg."),
        ("mes sablés", "Les sablés pèsent 1 kg."),
        ("la tarte aux pommes", "Elle pèse 1 kg."),
        ("les chaussettes", "Elles pèsent 1 kg."),
        ("les chaussons", "Ils pèsent 1 kg."),
        ("l'omelette", "Elle pèse 1 kg."),
        ("l'armoire", "L'armoire pèse 1 kg."),
    ],
)
def test_a_pronoun_is_used_only_where_the_gender_is_known(product: str, said: str) -> None:
    """Behind l' or les French hides the gender; where neither table nor ending tells it, the thing is named again. No article is put before a name without one."""
    stock = stock_of(product, "fr", poids="1 kg")
    assert stock.plain_sentences(["poids"], None) == [said]
    assert not re.search(r"\b[Ll]es? mes\b|\ble Tarte", " ".join([stock.naming, *introduced(stock)]))


@pytest.mark.parametrize(
    ("product", "facts", "alone"),
    [
        ("the winter tyres", {"price": "£38 each", "fitting": "free with a service", "studs": "120 studs"}, ["£38 each", "120 studs"]),
        ("the Otter bike", {"price": "£9", "weight": "19 kg", "load": "60 kg"}, ["£9"]),
        ("the Otter bike", {"price": "£9", "weight": "19 kg"}, ["£9", "19 kg"]),
        ("the Drover pack", {"weight": "1.7 kg", "material": "18 oz canvas"}, ["1.7 kg", "18 oz canvas"]),
        ("the brake class", {"price": "£25", "places": "6", "stock": "12"}, ["£25"]),
        ("the cold round", {"places": "in Ghent", "temperature": "between 2 and 6 °C"}, ["in Ghent", "between 2 and 6 °C"]),
        ("the cold room", {"note": "4.8/5", "places": "in Ghent"}, ["note: 4.8/5", "where: in Ghent"]),
    ],
)
def test_a_value_stands_alone_only_where_it_says_what_it_is(product: str, facts: dict[str, str], alone: list[str]) -> None:
    """`free with a service` beside a product is a false promise; with its name, `fitting`, it is a fact."""
    assert stock_of(product, "en", **facts).values == alone


def test_seats_are_not_a_place() -> None:
    """`places: 6` counts seats, `places: in Ghent` says where."""
    assert stock_of("the brake class", "en", places="6").plain_facts() == ["Places: 6"]
    assert stock_of("le stage", "fr", places="8 places").plain_facts() == ["8 places"]
    assert stock_of("the cold round", "en", places="in Ghent").plain_facts() == ["Where: in Ghent"]


def test_a_short_message_names_what_its_facts_are() -> None:
    """A text message says the price alone and the rest by name, in one part."""
    text = messages.sms(stock_of("the winter tyres", "en", price="£38 each", fitting="free with a service")).fields["text"]
    assert text == "B: the winter tyres, £38 each. Fitting: free with a service."


def test_a_list_that_does_not_fit_is_told_as_far_as_it_does() -> None:
    """Items of a list are sentences of their own where there is one paragraph."""
    facts = {"price": "£9", "grip": "g" * 60, "fitting": "f" * 60, "size": "s" * 60}
    said, _ = telling(stock_of("the tyres", "en", **facts), 150)
    assert said.endswith(f"Grip: {'g' * 60}.")


def test_a_first_name_that_nothing_is_told_of_is_left_out() -> None:
    """`Prénom : Lucien` says nothing to a reader; the brief's other facts stay."""
    assert stock_of("le plaid", "fr", prénom="Lucien", prix="9 €").plain_sentences(["prénom", "cost"], None) == ["Il coûte 9 €."]


def test_two_facts_keep_the_order_of_speech() -> None:
    """Material before price, whichever two are drawn: never "costs £9 and is made of wool"."""
    facts = {"price": "£9", "material": "wool", "weight": "1 kg"}
    told = {two_of_it(stock_of("the Drover pack", "en", seed, **facts), "It")[0] for seed in range(20)}
    assert told == {"It is made of wool and weighs 1 kg.", "It is made of wool and costs £9.", "It weighs 1 kg and costs £9."}


def test_what_is_done_is_not_sewn() -> None:
    """A line about making, written of a thing, is not taken for a service."""
    line = Template(("Sewn by ", Slot("fact", "made_by")), "email", "subject", "line", "c", (("made_by", shape("Priya", "en")),), "", "", False)
    assert [stock_of(product, "en", made_by="Alan").fits(line) for product in ("the Drover pack", "the resole service")] == [True, False]


def test_a_town_of_a_claim_does_not_stand_in_a_line_of_another_product(make_copilot: Callable[..., Copilot]) -> None:
    """Halage loads in Lille, and says so among its claims; the cold round runs in Ghent."""
    guide = make_copilot().guide("halage")
    assert any("Lille" in text for claim in guide.claims.claims for text in claim.texts("en"))
    literal = [
        part for line in TemplateMaker(guide, [c for c in guide.campaigns if c.locale == "en"], "en").make() for part in line.parts if isinstance(part, str)
    ]
    assert literal
    assert [part for part in literal if "Lille" in part or "Roubaix" in part] == []


@pytest.mark.parametrize("role", ["opening", "closing"])
def test_a_thought_stands_in_its_place_and_its_source_is_told(role: Role) -> None:
    """An opening comes before what is said of the thing, a farewell after it; the campaign that it was taken from is among those leaned on."""
    brief = Brief(brand="b", channel="x_post", locale="fr", product="le plaid Germain", facts={"prix": "148 €"})
    stock = Stock(brief, "B", (), (), "tu", random.Random(0))
    stock.templates = [Template(("Pose ta tasse.",), "email", "body", role, "2024-01-11", (), "", "", False)]
    for write, field in ((ads.x_post, "text"), (ads.meta_ad, "primary_text")):
        made = write(stock)
        assert (made.fields[field].startswith("Pose ta tasse."), made.fields[field].endswith("Pose ta tasse.")) == (role == "opening", role == "closing")
        assert "2024-01-11" in made.campaigns


def test_a_value_that_agrees_is_not_said_of_another_gender() -> None:
    """`est gris` was written beside its own noun: of a hot-water bottle it would have to be `grise`. A price agrees with nothing."""
    facts = {"couleur": "gris", "prix": "34 €"}
    stock = Stock(Brief(brand="b", channel="email", locale="fr", product="la bouillotte Odette", facts=facts), "B", (), (), "tu", random.Random(0))
    lines = {
        key: Template(("Il est ", Slot("fact", fact_key(key))), "email", "body", "middle", "c", ((fact_key(key), shape(value, "fr")),), "", "", False)
        for key, value in facts.items()
    }
    assert [stock.fits(line) for line in lines.values()] == [False, True]


def test_the_same_brief_twice_gives_other_skeletons(make_copilot: Callable[..., Copilot]) -> None:
    """The next turn of a brief is not the last one again; the same turn, from a fresh store, is."""
    copilot = make_copilot()
    brief = load_brief(copilot.brands()["fettle-and-thole"] / "briefs" / "drover-pack.yaml", {"brand": "fettle-and-thole", "channel": "email", "locale": "en"})
    one, two = copilot.write(brief, 2), copilot.write(brief, 2)
    assert not {d.text_hash for d in one.drafts} & {d.text_hash for d in two.drafts}
    house, claims = copilot._house(brief.brand), copilot.claims_in_force(copilot.guide(brief.brand))
    turns = [compose(brief, house.guide, claims, lambda copy: copilot.check(copy, brief.brand, brief), 2, 0) for _ in range(2)]
    assert turns[0] == turns[1]


def test_brand_without_copy_in_the_language_is_told(make_copilot: Callable[..., Copilot]) -> None:
    """A French brand has nothing to write English from."""
    copilot = make_copilot()
    with pytest.raises(EmptyCorpus, match="in 'en'"):
        copilot.write(Brief(brand="pataud", channel="email", locale="en", product="the rug", facts={"price": "£9"}), 1)


@pytest.mark.parametrize(
    ("phrase", "old", "new"),
    [
        ("le plaid Germain", "Le charme du plaid Germain", "Le charme de la bouillotte Odette"),
        ("le plaid Germain", "Offre un plaid à ce plaid", "Offre une bouillotte à cette bouillotte"),
        ("l'écharpe Suzanne", "Voici l'écharpe Suzanne", "Voici la bouillotte Odette"),
        ("les chaussons Bernard", "Écris à Bernard", "Écris à Odette"),
    ],
)
def test_french_articles_follow_the_new_product(phrase: str, old: str, new: str) -> None:
    """Articles, contractions and demonstratives agree with the product that takes the place."""
    product = Product.parse("la bouillotte Odette", "fr")
    parts = split_slots(old, Product.parse(phrase, "fr"), {})
    assert "".join(part if isinstance(part, str) else product.phrase(part.what, part.determiner) for part in parts) == new


def test_facts_become_slots_longest_first() -> None:
    """A value inside a longer one is not cut out of it."""
    parts = split_slots("It is 12 oz waxed cotton, 12 oz.", None, {"material": "12 oz waxed cotton", "weight": "12 oz"})
    assert [part.what if isinstance(part, Slot) else part for part in parts] == ["It is ", fact_key("material"), ", ", fact_key("weight"), "."]


def test_values_stand_in_for_values_of_their_shape() -> None:
    """Litres do not stand for people, a clause not for a noun."""
    assert shape("42 litres", "en") == shape("15 litres", "en")
    assert shape("42 litres", "en") != shape("2 people", "en")
    assert shape("it leans", "en") != shape("waxed cotton", "en")
    assert fact_key("Prix") == fact_key("price") == fact_key("tarif")


@pytest.mark.parametrize(
    ("text", "locale", "past"),
    [
        ("We'd been mending all morning", "en", True),
        ("She drew a jacket", "en", True),
        ("We waxed it twice", "en", True),
        ("Waxed cotton sheds rain", "en", False),
        ("It costs what it costs", "en", False),
        ("Fatou a perdu la ficelle", "fr", True),
        ("Le chat dormait", "fr", True),
        ("Elle est arrivée mardi", "fr", True),
        ("La laine fait ce qu'elle veut", "fr", False),
        ("On a froid, on le dit", "fr", False),
        ("Tu pourrais attendre", "fr", False),
    ],
)
def test_events_are_told_from_statements(text: str, locale: Locale, past: bool) -> None:
    """Sentences that tell an event are recognised; descriptions and conditionals are not."""
    assert tells_the_past(Prose(text, locale).words, locale) == past


def test_expired_claims_are_not_used(make_copilot: Callable[..., Copilot]) -> None:
    """A claim out of force stands in no draft."""
    copilot = make_copilot()
    guide = copilot.guide("pataud")
    expired = [claim for claim in guide.claims.claims if claim.expires != "never" and claim.expires < date(2026, 11, 22)]
    assert expired
    assert not {claim.id for claim in expired} & {claim.id for claim in copilot.claims_in_force(guide)}
