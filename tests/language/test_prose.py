"""Text cut once: words, sentences, protected pieces, offsets."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.language.detect import detect_locale
from copilot.language.figures import Figure, figures, value_of
from copilot.language.forms import inflections, lemma, slug
from copilot.language.french import contract, elides, parse_noun
from copilot.language.personal import find_personal
from copilot.language.prose import BLANK, Locale, Prose


def sentences(text: str, locale: Locale) -> list[str]:
    prose = Prose(text, locale)
    return [prose.text[start:end] for start, end in prose.sentences]


def test_french_elisions_are_words_of_their_own() -> None:
    """l' and équipe are two words, aujourd'hui and peut-être one each; both apostrophes count."""
    assert Prose("L’équipe t'écrit aujourd’hui, peut-être.", "fr").words == ["l'", "équipe", "t'", "écrit", "aujourd'hui", "peut-être"]


def test_english_contractions_stay_whole() -> None:
    """don't is one word."""
    assert Prose("We don't; it’s the cat's.", "en").words == ["we", "don't", "it's", "the", "cat's"]


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("M. Durand arrive. Il a froid.", "fr", ["M. Durand arrive.", "Il a froid."]),
        ("Prix : 12,50 € env. par paire. Voilà !", "fr", ["Prix : 12,50 € env. par paire.", "Voilà !"]),
        ("It weighs 1.9 kg. e.g. less than a cat. Really?", "en", ["It weighs 1.9 kg. e.g. less than a cat.", "Really?"]),
        ("Titre\nUne phrase qui continue\nsur deux lignes.\n\nAutre.", "fr", ["Titre", "Une phrase qui continue\nsur deux lignes.", "Autre."]),
        ("« Déjà ? » dit-elle. Oui…", "fr", ["« Déjà ? » dit-elle.", "Oui…"]),
        ("", "en", []),
    ],
)
def test_sentences(text: str, locale: Locale, expected: list[str]) -> None:
    """Abbreviations, decimals, titles, wrapped lines and quotations."""
    assert sentences(text, locale) == expected


def test_tags_addresses_and_code_are_blank_in_the_folded_text() -> None:
    """Merge tags of the usual tools, links, mail addresses and code cannot match any rule."""
    text = (
        "{{ contact.PRENOM }} *|FNAME|* {% if x %} %%first%% https://a.example/offre?x=limitée jo@b.example www.c.example `offre limitée` pataud.example/odette"
    )
    scan = Prose(text, "fr").scan
    assert set(scan) <= {BLANK, " "}
    assert len(scan) == len(text)


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_offsets_hold_for_any_text(text: str) -> None:
    """Folded and composed text have one length; spans lie inside; words are what stands at their spans; original offsets lead back."""
    prose = Prose(text, "fr")
    assert len(prose.scan) == len(prose.text)
    for start, end in [*prose.word_spans, *prose.sentences, *prose.numbers, *prose.protected]:
        assert 0 <= start < end <= len(prose.text)
        first, last = prose.original(start, end)
        assert unicodedata.normalize("NFC", text[first:last]) == prose.text[start:end]


def test_decomposed_text_leads_back_to_its_own_offsets() -> None:
    """Offsets are those of the text as it came."""
    text = unicodedata.normalize("NFD", "Déjà l'été")
    prose = Prose(text, "fr")
    start, end = prose.word_spans[-1]
    first, last = prose.original(start, end)
    assert unicodedata.normalize("NFC", text[first:last]) == "été"


@pytest.mark.parametrize(
    ("printed", "value"), [("1 234,50", 1234.5), ("1,234.50", 1234.5), ("12,5", 12.5), ("12.5", 12.5), ("1.234", 1234.0), ("2026", 2026.0), ("1 000 000", 1e6)]
)
def test_values_of_printed_figures(printed: str, value: float) -> None:
    """French and English grouping."""
    assert value_of(printed) == value


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("34 €", "34 euros", True),
        ("£1,200", "1200 pounds", True),
        ("trois ans", "3 ans", True),
        ("3 ans", "3 jours", False),
        ("12 €", "12 kg", False),
        ("12", "12 kg", True),
        ("42 %", "42%", True),
    ],
)
def test_figures_agree_by_value_and_unit(one: str, other: str, agree: bool) -> None:
    """Two ways to print one fact are equal; another unit is another fact."""
    locale: Locale = "en" if "pound" in other else "fr"

    def read(text: str) -> Figure:
        return figures(Prose(text, locale), words=True)[0]

    assert read(one).agrees(read(other)) == agree


def test_names_with_digits_are_no_figures() -> None:
    """X4 and 3D are names."""
    assert figures(Prose("The X4 in 3D, model-7, weighs 2 kg.", "en")) == [Figure(2.0, "kg", 30, 34)]


def test_terms_are_found_in_all_their_forms() -> None:
    """Plural, feminine, conjugation; a phrase inflects its content words; an unknown word by the ordinary rules."""
    forms = inflections(["révolutionnaire", "booster", "site de production", "réparer"], "fr")
    assert "révolutionnaires" in forms["révolutionnaire"]
    assert {"boostez", "boosté", "boostent"} <= set(forms["booster"])
    assert "sites de production" in forms["site de production"]
    assert {"réparons", "réparée", "répareront"} <= set(forms["réparer"])
    assert inflections(["best in class"], "en")["best in class"][-1] == "best in class"
    assert not {"good in class"} & set(inflections(["best in class"], "en")["best in class"])
    assert lemma("révolutionnaires", "fr") == "révolutionnaire"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("le goût de les pieds", "le goût des pieds"),
        ("à le marché", "au marché"),
        ("À les gens", "Aux gens"),
        ("la écharpe de Odette", "l'écharpe d'Odette"),
        ("que il si il", "qu'il s'il"),
        ("de le haricot", "du haricot"),
        ("le hareng", "le hareng"),
        ("de onze à douze", "de onze à douze"),
    ],
)
def test_french_contracts_and_elides(text: str, right: str) -> None:
    """De le, à les, la before a vowel; aspirated h and onze stay."""
    assert contract(text) == right


@pytest.mark.parametrize(
    ("phrase", "gender", "number", "name"),
    [
        ("la bouillotte Odette", "f", "singular", "Odette"),
        ("les chaussons Bernard", "m", "plural", "Bernard"),
        ("l'écharpe Suzanne", "f", "singular", "Suzanne"),
        ("l'abat-jour", "m", "singular", ""),
        ("le plaid Germain", "m", "singular", "Germain"),
    ],
)
def test_nouns_are_read_from_their_article(phrase: str, gender: str, number: str, name: str) -> None:
    """Gender and number from the article, guessed after l'."""
    noun = parse_noun(phrase)
    assert (noun.gender, noun.number, noun.name) == (gender, number, name)
    assert elides("écharpe")
    assert not elides("housse")


def test_personal_data_is_found_left_to_right() -> None:
    """Each kind by its own pattern."""
    assert [item.kind for item in find_personal("Jo : jo@b.example, 06 12 34 56 78")] == ["email", "phone"]


@pytest.mark.parametrize(("text", "locale"), [("Une laine qui tient chaud aux pieds.", "fr"), ("The zip is stiff for a month.", "en"), ("Odette", "en")])
def test_locale_is_recognised(text: str, locale: str) -> None:
    """Function words decide; a bare name falls back to English."""
    assert detect_locale(text) == locale


def test_slug() -> None:
    """Lower-case ASCII with hyphens."""
    assert slug("L'été à Felletin — 34 €") == "l-ete-a-felletin-34"
