"""The authenticity dial: by its evidence, without a cliff, never a verdict on who wrote."""

from __future__ import annotations

import json
import re
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.channels import find_channel
from copilot.guardrails import engine
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.registry import all_rules
from copilot.guardrails.scores import authenticity
from copilot.guardrails.scores.authenticity import explain, fitted, signals, wording
from copilot.guardrails.scores.authenticity.evidence import gather, kind_of
from copilot.guardrails.scores.authenticity.explain import Reading
from copilot.language.prose import Locale
from copilot.language.words import Words
from copilot.records import Brief, Campaign, Copy, Dial, Quirk
from copilot.testing import TODAY, sample_guide

SMOOTH: dict[Locale, tuple[str, ...]] = {
    "en": (
        "In today's fast-paced world, our seamless range elevates your everyday routine. Nestled in the heart of the city, our vibrant team is dedicated to crafting timeless pieces, "
        "ensuring comfort and style. Discover a perfect blend of elegance and functionality.",
        "Indulge in an unforgettable experience with our exquisite candles, thoughtfully crafted to transform your home into a serene sanctuary, creating moments of warmth and tranquility.",
        "Whether you're a seasoned traveler or embarking on your first adventure, our meticulously designed backpack offers unparalleled comfort, making it the perfect companion for every journey.",
        "Our commitment to excellence is a testament to our unwavering passion. We foster meaningful connections, empowering communities and showcasing the vibrant spirit of our renowned region.",
    ),
    "fr": (
        "Plongez dans un univers où élégance et confort se rencontrent. Alliant tradition et modernité, notre plaid intemporel sublime votre intérieur, garantissant une douceur incomparable. "
        "Laissez-vous séduire par l'excellence d'un savoir-faire authentique.",
        "Offrez-vous une parenthèse hors du temps avec nos bougies raffinées, pensées pour éveiller les sens et transformer chaque instant en un moment d'exception, créant ainsi une harmonie parfaite.",
        "Que vous soyez aventurier ou citadin, ce sac incarne l'alliance parfaite entre style et praticité, offrant une liberté inégalée. Il s'impose comme un allié incontournable de votre quotidien.",
        "Notre engagement pour l'excellence témoigne d'une passion profonde. Chaque détail raconte une histoire, mêlant audace et raffinement, pour une expérience sensorielle inoubliable.",
    ),
}
ALIVE: dict[Locale, tuple[str, ...]] = {
    "en": (
        "We weighed 40 jackets on the potato scales because a man in the shop said they were heavy. They came out at 1.9 kg apiece. So they are. He's had a postcard.",
        "The candle burns for 31 hours. We know because Priya sat up with it, ate a whole loaf, and wrote the time on the wall in pencil. It smells of wet rope.",
        "One strap, two buckles, no laptop sleeve. It holds a loaf, a coat and the dog if she's small. Rain gets in at the zip after an hour, so carry it under your arm.",
        "On Tuesday the van broke down in Wark with 60 parcels in it. Alan walked. If yours comes late and smells of sheep, that's why.",
    ),
    "fr": (
        "On a pesé 40 vestes sur la balance à patates parce qu'un monsieur les trouvait lourdes. 1,9 kg pièce. Il avait raison, on lui a envoyé une carte.",
        "La bougie tient 31 heures. Odette l'a veillée avec un pain entier et un crayon, l'heure est écrite sur le mur. Elle sent la corde mouillée.",
        "Une sangle, deux boucles, pas de poche pour l'ordinateur. Il y rentre un pain, un manteau et le chien s'il est petit. La pluie passe par la fermeture au bout d'une heure.",
        "Mardi la camionnette est tombée en panne à Felletin avec 60 colis. Bruno a marché. Si le tien arrive tard et sent le mouton, voilà pourquoi.",
    ),
}
LOCALES: tuple[Locale, ...] = ("fr", "en")


def house(**changes: object) -> House:
    guide = sample_guide()
    return House(guide.model_copy(update=changes) if changes else guide)


def check(
    text: str | dict[str, str], locale: Locale, language: str = "en", own: House | None = None, brief: Brief | None = None, siblings: tuple[str, ...] = ()
) -> Dial:
    """The dial of a text as the product takes it, with the findings of all rules."""
    fields = text if isinstance(text, dict) else {"text": text}
    grounds = Grounds(locale, TODAY, house=own, brief=brief)
    cut = engine.cut(Copy(locale=locale, fields=fields), None)
    return authenticity.score(cut, engine.find(cut, all_rules(), grounds, language), grounds, language, siblings)


def value(text: str, locale: Locale, own: House | None = None) -> float:
    dial = check(text, locale, own=own)
    assert dial.value is not None
    return dial.value


def reading(text: str, locale: Locale) -> Reading:
    grounds = Grounds(locale, TODAY)
    return authenticity.read(engine.cut(Copy(locale=locale, fields={"text": text}), None), (), grounds)


@pytest.mark.parametrize("locale", LOCALES)
def test_smooth_copy_lies_under_the_band_and_live_copy_over_the_middle(locale: Locale) -> None:
    """Copy that could be about anything against copy that could be about one thing only, in both languages."""
    assert max(value(text, locale) for text in SMOOTH[locale]) < 40
    assert min(value(text, locale) for text in ALIVE[locale]) > 70


def test_one_stock_word_in_a_short_ad_moves_the_dial_and_stays_unsure() -> None:
    """Fifteen words, one stock word: the dial falls by its evidence, not to the floor, and its interval reaches over the band's edge."""
    plain = check("Our wool socks from Hexham, knitted by four people and a dog, twelve pounds the pair.", "en")
    stock = check("Our exquisite socks from Hexham, knitted by four people and a dog, twelve pounds the pair.", "en")
    assert plain.value is not None
    assert stock.value is not None
    assert stock.high is not None
    assert 3 < plain.value - stock.value < 40
    assert stock.high > 60


def test_one_stock_word_weighs_less_in_a_longer_text() -> None:
    """The same word costs more points in 12 words than in 60: by density, without a step."""
    for locale, word, base in (("en", "unwavering ", ALIVE["en"]), ("fr", "inoubliable ", ALIVE["fr"])):
        costs = []
        for count in (1, 2, 4):
            text = " ".join(base[:count])
            costs.append(reading(word + text, locale).parts["stock"] - reading(text, locale).parts["stock"])
        assert costs[0] > costs[1] > costs[2] > 0


@given(st.sampled_from(LOCALES), st.integers(0, 3), st.integers(6, 200))
@settings(max_examples=60, deadline=None)
def test_one_more_word_is_never_a_cliff(locale: Locale, which: int, count: int) -> None:
    """Cutting a text a word earlier or later moves the dial by a few tens of points at the very most, however short it is."""
    words = " ".join((SMOOTH[locale][which], *ALIVE[locale])).split()
    one, other = (value(" ".join(words[:end]), locale) for end in (min(count, len(words) - 1), min(count, len(words) - 1) + 1))
    assert abs(one - other) < 35


@pytest.mark.parametrize("locale", LOCALES)
def test_an_em_dash_moves_nothing(locale: Locale) -> None:
    """Commas turned into dashes, glued or spaced: the same dial to the decimal."""
    for text, dashed in (
        (("The boot (it is brown) creaks until Christmas in Hexham.", "The boot — it is brown — creaks until Christmas in Hexham."),)
        if locale == "en"
        else (("La botte (elle est brune) grince jusqu'à Noël chez Odette.", "La botte — elle est brune — grince jusqu'à Noël chez Odette."),)
    ):
        assert value(text, locale) == value(dashed, locale)


def test_folklore_moves_nothing() -> None:
    """« véritable », « au cœur de », a connector and a comma before « et » are no markers in French."""
    plain = reading("On coud les bottes à Felletin, dans la Creuse. Bruno les cire et Odette les compte.", "fr")
    for text in (
        "On coud les véritables bottes à Felletin, dans la Creuse. Bruno les cire et Odette les compte.",
        "On coud les bottes à Felletin, au cœur de la Creuse. Bruno les cire et Odette les compte.",
        "On coud les bottes à Felletin, dans la Creuse. Bruno les cire, et Odette les compte.",
        "On coud les bottes à Felletin, dans la Creuse. Par ailleurs, Bruno les cire et Odette les compte.",
    ):
        assert reading(text, "fr").stock == plain.stock == []


@pytest.mark.parametrize("text", ["", "Zips.", "🧶 🧶 🧶", "One two three four five", "1 2 3 4 5 6 7 8 9"])
def test_thin_evidence_is_not_measured(text: str) -> None:
    """Under six words there is no dial, and it says so; it is never 0."""
    dial = check(text, "en")
    assert (dial.value, dial.low, dial.high, dial.measured) == (None, None, None, False)
    assert "6 are needed" in dial.why


def test_a_rhythm_needs_sentences() -> None:
    """Four sentences have no rhythm; the part is shown, without a value, with the reason."""
    part = next(part for part in check(ALIVE["en"][0], "en").parts if part.name == "rhythm")
    assert part.value is None
    assert "5 sentences" in part.why


def test_an_even_rhythm_costs_and_an_uneven_one_gives() -> None:
    """Eight sentences of seven words against eight of one to fourteen, same words."""
    even = "We cut the cloth on the bench. " * 8
    uneven = "Cloth. We cut it on the bench and then we cut it again on the bench. " * 4
    assert reading(even, "en").parts["rhythm"] > 0.2
    assert reading(uneven, "en").parts["rhythm"] < -0.2


def test_what_the_brand_really_says_is_not_stock_for_it() -> None:
    """A brand whose campaigns say a stock word may go on saying it; another brand may not."""
    text = "The vibrant scarf, in merino, dries by the stove at Alan's."
    campaigns = tuple(
        Campaign(id=str(number), locale="en", fields={"body": f"A vibrant scarf, number {number}. It is vibrant again, and Joan laughed."})
        for number in range(12)
    )
    assert value(text, "en", house(campaigns=campaigns)) > value(text, "en", house(campaigns=())) + 3


def test_parts_show_the_words_that_made_them() -> None:
    """Every stock wording is shown as written, and every located piece stands in the text where it says."""
    text = SMOOTH["en"][0]
    part = check(text, "en").parts[0]
    assert "elegance" in part.words
    assert "Nestled" in part.words
    assert part.value is not None
    assert part.value < -5
    for kind in reading(text, "en").evidence.pieces.values():
        for piece in kind:
            assert text[piece.start : piece.end] == piece.text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_part_has_a_reason_and_a_unit(language: str) -> None:
    """In both languages, for every part, measured or not."""
    dial = check(SMOOTH["fr"][0], "fr", language)
    names = [part.name for part in dial.parts]
    assert len(names) == len(set(names)) >= 6
    assert all(part.why and part.unit == "points" for part in dial.parts)
    assert ("milieu" if language == "fr" else "middle") in dial.why


def test_no_wording_says_who_wrote() -> None:
    """Nothing that goes on screen speaks of machines, models or AI."""
    spoken = [word for found in vars(explain).values() if isinstance(found, Words) for word in found]
    spoken += [word for found in explain.NAMES.values() for word in found]
    spoken += [check(text, locale, language).why for locale in LOCALES for text in SMOOTH[locale] for language in ("en", "fr")]
    assert len(spoken) > 40
    for said in spoken:
        assert not re.search(r"\b(?:machine|model|modèle|ai|ia|gpt|llm|robot|bot|artifici\w+|générée?|generated|detect\w*|détect\w*)\b", said.lower()), said


def brief(locale: Locale, **facts: str) -> Brief:
    return Brief(brand="sample", channel="email", locale=locale, product="the Haugh jacket" if locale == "en" else "la veste Haugh", facts=facts)


def test_grounding_counts_the_statements_tied_to_the_brief() -> None:
    """Two statements say what the brief says, one does not and is shown; questions state nothing; without a brief there is no grounding."""
    text = "The jacket weighs 1.9 kg on our scales. It is made of waxed cotton here. Nobody ever regretted buying anything at all. Have you seen the rain out there?"
    part = next(part for part in check(text, "en", brief=brief("en", weight="1.9 kg", material="waxed cotton jacket")).parts if part.name == "grounding")
    assert "2 of 3" in part.why
    assert part.words == ("Nobody ever regretted buying anything at all.",)
    loose = next(part for part in check(text, "en").parts if part.name == "grounding")
    assert (loose.value, "no brief" in loose.why) == (None, True)


def test_grounded_copy_stands_higher_than_loose_copy() -> None:
    """The same text with a brief that it keeps to, and with one that it does not."""
    text = "La veste Haugh pèse 1,9 kg. Elle est en coton ciré, cousue par Odette. Elle coûte 145 €."
    kept = check(text, "fr", brief=brief("fr", poids="1,9 kg", matière="coton ciré", prix="145 €", prénom="Odette"))
    loose = check(text, "fr", brief=brief("fr", contenance="3 litres"))
    assert kept.value is not None
    assert loose.value is not None
    assert kept.value > loose.value


def test_a_copy_of_past_copy_or_of_a_sibling_costs_and_the_text_itself_does_not() -> None:
    """Word for word but for one word: the dial falls. The very text in the past is the text itself."""
    text = ALIVE["en"][1]
    near = text.replace("Priya", "Ruth")
    past = house(campaigns=(Campaign(id="2025-candle", locale="en", fields={"body": near}),))
    itself = house(campaigns=(Campaign(id="2025-candle", locale="en", fields={"body": text}),))
    assert value(text, "en", past) < value(text, "en", itself) - 3
    assert "2025-candle" in next(part.why for part in check(text, "en", own=past).parts if part.name == "like past copy")
    alone, twin = check(text, "en").value, check(text, "en", siblings=(near,)).value
    assert alone is not None
    assert twin is not None
    assert twin < alone - 3


QUIRKS = (
    Quirk(name="parenthesis", why="The voice behind the chair.", pattern=r"\([^()]{3,90}\)"),
    Quirk(name="one word", why="It stops the boat.", pattern=r"(?<=[.?] )[A-ZÀ-Ý][a-zà-ÿœ]+\.(?=\s|$)"),
    Quirk(name="names", why="A thing with a name is mended.", pattern=r"\b(?:plaid|sac|jacket|boot) [A-Z][a-z]+"),
    Quirk(name="vibrant", why="Our word since 1951.", pattern=r"\b[Vv]ibrant\b"),
)
PIECES: dict[Locale, tuple[str, ...]] = {
    "en": (
        "(we had no machine for it)",
        "Mostly.",
        "the boot Joan",
        "vibrant",
        "(a seamless, exquisite testament)",
        "12 kg",
        "We cut it.",
        "of unwavering elegance,",
        "on Tuesday",
        "ensuring comfort and style.",
    ),
    "fr": (
        "(on n'a pas la machine)",
        "Souvent.",
        "le plaid Alphonse",
        "vibrant",
        "(un écrin inoubliable)",
        "12 kg",
        "On coupe.",
        "d'une élégance intemporelle,",
        "mardi",
        "garantissant confort et douceur.",
    ),
}


@lru_cache(maxsize=1)
def quirky() -> House:
    guide = sample_guide()
    return House(guide.model_copy(update={"voice": guide.voice.model_copy(update={"quirks": QUIRKS})}))


@given(
    st.sampled_from(LOCALES),
    st.integers(0, 3),
    st.booleans(),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)), min_size=1, max_size=6),
    st.integers(0, 50),
)
@settings(max_examples=150, deadline=None)
def test_taking_out_a_protected_quirk_never_raises_the_dial(locale: Locale, which: int, smooth: bool, put: list[tuple[int, int]], choice: int) -> None:
    """Any text with quirks in any place: taking one of them out leaves the dial where it was or lower."""
    words = (SMOOTH if smooth else ALIVE)[locale][which].split()
    for place, piece in put:
        words.insert(place % len(words), PIECES[locale][piece])
    text = " ".join(words)
    spans = sorted(match.span() for quirk in QUIRKS for match in re.finditer(quirk.pattern, text))
    if not spans:
        return
    start, end = spans[choice % len(spans)]
    without = f"{text[:start].rstrip()} {text[end:].lstrip()}".strip()
    before, after = check(text, locale, own=quirky()).value, check(without, locale, own=quirky()).value
    assert before is not None
    assert after is None or after <= before


def test_addresses_and_paths_are_not_prose() -> None:
    """A slug full of stock words moves nothing."""
    channel = find_channel("seo_page")
    text = {"title": "Boots from Hexham, mended on Tuesdays by Joan"}
    slug = next(field.name for field in channel.fields if field.name == "slug")
    dials = []
    for fields in (text, text | {slug: "seamless-exquisite-unwavering-elegance"}):
        cut = engine.cut(Copy(locale="en", channel=channel.name, fields=fields), channel)
        dials.append(authenticity.score(cut, (), Grounds("en", TODAY, channel=channel), "en").value)
    assert dials[0] == dials[1]


def test_title_case_headlines_hold_no_names() -> None:
    """Every Word With A Capital is a setting, not a name."""
    grounds = Grounds("en", TODAY)
    found = gather(engine.cut(Copy(locale="en", fields={"h": "Our New Winter Boots Are Here For You"}), None), grounds)
    assert found.count("names") == 0


@pytest.mark.parametrize(
    ("word", "locale", "kind"),
    [
        ("wool", "en", "things"), ("socks", "en", "things"), ("stitched", "en", "deeds"), ("solutions", "en", "vague"), ("functionality", "en", "abstract"), ("apartment", "en", ""),
        ("seamlessly", "en", "adverbs"), ("family", "en", ""), ("just", "en", "spoken"), ("the", "en", ""), ("laines", "fr", "things"), ("solution", "fr", "vague"),
        ("fonctionnalité", "fr", "vague"), ("modernisation", "fr", "abstract"), ("harmonieusement", "fr", "adverbs"), ("appartement", "fr", ""), ("déjà", "fr", "spoken"),
    ],
)  # fmt: skip
def test_words_count_as_what_they_are(word: str, locale: Locale, kind: str) -> None:
    """Things, deeds, vague and abstract words, near misses among them."""
    assert kind_of(word, locale) == kind


def test_what_ships_can_be_read_and_nothing_else_is_in_it() -> None:
    """Rates of wordings of our own lexicons, norms, weights and scales: no other text in the file; weights are not negative."""
    known = fitted.shipped()
    assert set(known.weights) == {signal.name for signal in signals.SIGNALS}
    assert min(known.weights.values()) >= 0
    for locale in LOCALES:
        assert set(known.rates[locale]) <= set(wording.entries(locale)) | wording.LOCAL_RULES
        assert known.scales[locale].dial(known.scales[locale].middle) == pytest.approx(70)
        assert known.scales[locale].dial(known.scales[locale].edge) == pytest.approx(40)
    assert json.loads(fitted.STORED.read_text(encoding="utf-8")) == fitted.parse(json.loads(fitted.STORED.read_text(encoding="utf-8"))).as_json()


@given(st.text(max_size=400), st.sampled_from(LOCALES))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_a_dial_in_range_or_none(text: str, locale: Locale) -> None:
    """No text breaks it; low <= value <= high within 0-100; twice the same."""
    text = text.encode("utf-8", "replace").decode()
    cut = engine.cut(Copy(locale=locale, fields={"text": text}), None)
    one, other = (authenticity.score(cut, (), Grounds(locale, TODAY), "en") for _ in range(2))
    assert one == other
    if one.value is not None and one.low is not None and one.high is not None:
        assert 0 <= one.low <= one.value <= one.high <= 100
