"""The voice dial: voice and not topic, how sure it is, what it refuses, what it tells, and what is kept of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from copilot.adapters.store import Store
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.scores import voice
from copilot.guardrails.scores.voice import features, scale
from copilot.guardrails.scores.voice import profile as profiles
from copilot.guardrails.scores.voice.background import LENGTHS, Background, common_words, shipped
from copilot.guardrails.scores.voice.explain import pulls
from copilot.guardrails.scores.voice.likeness import SEPARATION_POOL, USUAL_SEPARATION, likeness, middle
from copilot.guardrails.scores.voice.symbols import symbols
from copilot.guides.load import load_brand
from copilot.language.prose import Locale, Prose
from copilot.records import LOCALES, Campaign, Copy, Dial, Quirk
from copilot.service import Copilot
from copilot.testing import TODAY
from tests.conftest import ROOT

BRANDS: tuple[tuple[str, Locale], ...] = (("fettle-and-thole", "en"), ("halage", "en"), ("halage", "fr"), ("pataud", "fr"))
PLAIN = {
    "en": "We accept returns within 30 days of delivery, and you can use the form on this page to tell us which item you want to send back and why.",
    "fr": "Nous acceptons les retours dans les 30 jours qui suivent la livraison, et vous pouvez utiliser ce formulaire pour nous dire quel article vous renvoyez.",
}


@lru_cache(maxsize=4)
def house(brand: str) -> House:
    return House(load_brand(brand, (ROOT / "brand_guides",)))


@lru_cache(maxsize=8)
def profile(brand: str, locale: Locale) -> voice.VoiceProfile:
    """Learnt from the campaigns alone."""
    return voice.fit(voice.samples(house(brand), locale), locale)


def dial(text: str, brand: str, locale: Locale, **more: int) -> Dial:
    return voice.score(profile(brand, locale), [Prose(text, locale)], "en", **more)


def odds(known: voice.VoiceProfile, text: str) -> float:
    found = voice.reading(known, [Prose(text, known.locale)])
    assert found is not None
    return found.log_odds


@pytest.mark.parametrize("brand, locale", BRANDS)
def test_the_same_products_in_another_voice_score_lower(brand: str, locale: Locale) -> None:
    """Labels, which the profile has not seen, tell the same products as the campaigns: "us" above "not us" in four pairs of five or better."""
    found = voice.labelled(profile(brand, locale), house(brand))
    assert found.agreement is not None
    assert found.agreement.auc >= 0.8
    assert found.left_out <= 2


def test_names_figures_and_topic_do_not_move_a_vector() -> None:
    """Another product, place and price of the same shape: nearly the same vector, and no name in it."""
    one = "We mend the Hareshaw jacket in Hexham for £285, and the stitching never frays."
    other = "We mend the Drover teapot in Otley for £19, and the coupling never slips."
    rows = [symbols(Prose(text, "en")) for text in (one, other)]
    assert rows[0].fine[:8] == rows[1].fine[:8]
    assert [symbol for symbol in rows[0].fine if symbol in ("N", "#")] == ["N", "N", "#"]
    vectors = [features.vector(features.occurrences(row), shipped("en").rarity) for row in rows]
    dense = np.zeros((2, features.BINS), np.float32)
    for row, vector in zip(dense, vectors, strict=True):
        row[vector.bins] += vector.values
    assert dense[0] @ dense[1] > 0.75
    masked = [symbols(Prose(text, "en")).fine for text in ("We love [NAME] here.", "We love Hareshaw here.", "We love {{product}} here.")]
    assert masked[0] == masked[1] == masked[2]


def test_a_held_out_sample_is_scored_as_if_it_had_never_been_seen() -> None:
    """The separation of a brand is the mean score of its samples, each on a direction that is learnt from the others alone."""
    known = shipped("fr")
    read = [profiles.read(sample.proses) for sample in voice.samples(house("pataud"), "fr")[:8]]
    vectors = [features.vector(features.occurrences(row), known.rarity) for row, _ in read]
    words = [count for _, count in read]
    scores = []
    for turn in range(len(read)):
        rest = [place for place in range(len(read)) if place != turn]
        found = likeness([vectors[place] for place in rest], [words[place] for place in rest], known)
        scores.append(vectors[turn].dot(found.weights) - middle(found.middles, words[turn]))
    pooled = (sum(scores) + USUAL_SEPARATION * SEPARATION_POOL) / (len(scores) + SEPARATION_POOL)
    assert likeness(vectors, words, known).separation == pytest.approx(pooled, rel=1e-3)


def test_what_a_few_samples_share_counts_less_than_what_all_share() -> None:
    """Of two habits of the same mean, the one that every sample has weighs more than the one that half of them have."""
    none = np.zeros(3, np.float32)
    known = Background(none + 1, none, np.zeros((len(LENGTHS), 3), np.float32), np.arange(3), np.zeros((3, 1), np.float32), none[:1])
    samples = [features.Vector(np.array([0, 1]), np.array([0.5, turn % 2], np.float32)) for turn in range(20)]
    always, sometimes, never = likeness(samples, [80] * 20, known).weights
    assert always > 10 * sometimes > 0
    assert never == 0


@pytest.mark.parametrize("locale", LOCALES)
def test_the_shipped_vocabulary_is_common_words_and_the_background_is_small(locale: Locale) -> None:
    """A thousand words, none with a capital; numbers only beside them, under three megabytes."""
    words = common_words(locale)
    assert 900 <= len(words) <= 1000
    assert all(word == word.lower() for word in words)
    path = ROOT / "copilot" / "guardrails" / "scores" / "data" / f"voice_{locale}.npz"
    assert path.stat().st_size < 3_000_000
    with np.load(path) as held:
        assert {held[name].dtype.kind for name in held.files} <= {"f", "i", "u"}


def test_thin_evidence_is_not_measured_and_says_why() -> None:
    """No brand, too few texts, too few words: no number, one reason each."""
    few = voice.fit(voice.samples(house("pataud"), "fr")[:4], "fr")
    none = voice.fit([], "en")
    text = [Prose(PLAIN["fr"], "fr")]
    cases = [
        (voice.score(None, text, "en"), "no brand"),
        (voice.score(few, text, "en"), "4 texts"),
        (voice.score(none, [Prose(PLAIN["en"], "en")], "en"), "0 texts"),
        (voice.score(profile("pataud", "fr"), [Prose("Un bonnet rouge.", "fr")], "en"), "3 words"),
        (voice.score(profile("pataud", "fr"), [Prose("", "fr")], "fr"), "0 mots"),
    ]
    for found, why in cases:
        assert (found.value, found.low, found.high, found.measured) == (None, None, None, False)
        assert why in found.why


@pytest.mark.parametrize("brand, locale", BRANDS)
def test_fewer_words_and_fewer_samples_widen_the_interval(brand: str, locale: Locale) -> None:
    """The interval holds its value, narrows from 8 to 160 words, and is wider with ten samples than with all."""
    text = " ".join([PLAIN[locale]] * 7)
    widths = []
    for count in (8, 20, 40, 80, 160):
        found = voice.reading(profile(brand, locale), [Prose(" ".join(text.split()[:count]), locale)])
        assert found is not None
        widths.append(found.spread)
    assert widths == sorted(widths, reverse=True)
    shown = dial(text, brand, locale)
    assert shown.low is not None
    assert shown.value is not None
    assert shown.high is not None
    assert 0 < shown.low <= shown.value <= shown.high < 100
    ten = voice.fit(voice.samples(house(brand), locale)[:10], locale)
    narrow, wide = (voice.reading(known, [Prose(text, locale)]) for known in (profile(brand, locale), ten))
    assert narrow is not None
    assert wide is not None
    assert narrow.spread < wide.spread


@given(st.text(max_size=400), st.sampled_from(LOCALES))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_a_dial_or_a_reason(text: str, locale: Locale) -> None:
    """Whatever the characters: finite numbers in order, or none at all."""
    brand = "pataud" if locale == "fr" else "fettle-and-thole"
    found = dial(text, brand, locale)
    if found.measured:
        assert found.low is not None
        assert found.value is not None
        assert found.high is not None
        assert 0 <= found.low <= found.value <= found.high <= 100
    else:
        assert found.value is None
        assert found.why


def test_the_same_text_gives_the_same_dial_however_it_is_cut_into_fields() -> None:
    """Two fields read like one text with a line between; a text twice over hardly moves."""
    first, second = (
        "We timed the kettle, because somebody said it was quick, and it wasn't.",
        "Put candle wax on the zip and be patient, or send it back to us.",
    )
    known = profile("fettle-and-thole", "en")
    apart = voice.reading(known, [Prose(first, "en"), Prose(second, "en")])
    together = voice.reading(known, [Prose(f"{first}\n{second}", "en")])
    assert apart is not None
    assert together is not None
    assert apart.log_odds == pytest.approx(together.log_odds, abs=1e-6)


def test_a_profile_survives_the_store() -> None:
    """Bytes and back: the same reading to half precision, the same words."""
    known = voice.of_guide(house("halage"), "fr")
    back = voice.stored.load(voice.stored.dump(known))
    assert odds(back, PLAIN["fr"]) == pytest.approx(odds(known, PLAIN["fr"]), abs=0.02)
    assert replace(back, pooled=None, channels={}) == replace(known, pooled=None, channels={})
    assert len(voice.stored.dump(known)) < 1_000_000


def test_the_store_is_asked_before_a_profile_is_fitted(make_copilot: Callable[..., Copilot], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second program with the same store fits nothing; another version of the guide is fitted anew."""
    copy = Copy(locale="fr", fields={"text": PLAIN["fr"]})
    first = make_copilot().check(copy, "pataud").dials["voice"]

    def refuse(*_: object) -> voice.VoiceProfile:
        raise AssertionError("fitted again")

    monkeypatch.setattr(voice, "of_guide", refuse)
    again = make_copilot().check(copy, "pataud").dials["voice"]
    assert first.value is not None
    assert again.value == pytest.approx(first.value, abs=0.5)
    store = Store(tmp_path / "store")
    assert store.profile("pataud", "fr", "another version") is None
    store.keep_profile("pataud", "fr", "another version", b"x")
    assert store.profile("pataud", "fr", "another version") == b"x"
    store.close()


def test_a_channel_with_enough_texts_has_a_profile_of_its_own_and_says_so() -> None:
    """Twenty-six e-mails do; an unknown channel reads the pooled one."""
    text = [Prose(PLAIN["fr"], "fr")]
    own, pooled = (voice.score(profile("pataud", "fr"), text, "en", channel) for channel in ("email", "sms"))
    assert "26 texts of email" in own.why
    assert "66 texts of all channels" in pooled.why


@pytest.mark.parametrize(
    "text, brand, locale, said",
    [
        ("Vous pouvez poser votre main sur vos genoux, et vous verrez que vous avez chaud.", "pataud", "fr", "You say tu; this says vous."),
        (
            f"{PLAIN['en'][:-1]}, and when we have it we will look at it and write to you before we do anything else.",
            "fettle-and-thole",
            "en",
            "Longer sentences than yours",
        ),
        ("Discover our full experience, designed to help everyone on the way to work.", "fettle-and-thole", "en", "you never say “"),
    ],
)
def test_it_is_told_in_a_copywriters_words(text: str, brand: str, locale: Locale, said: str) -> None:
    """Address, length and words that the brand never uses, with two of its passages to listen to."""
    found = dial(text, brand, locale)
    assert said in " ".join(part.why for part in found.parts)
    listen = [part for part in found.parts if part.name == "listen to"]
    assert len(listen) == 2
    campaigns = {campaign.id: campaign.text for campaign in house(brand).guide.campaigns}
    for part in listen:
        assert part.words[0].removesuffix(" ...") in campaigns[part.why.split(":")[0]]


def test_spans_pull_to_the_side_they_are_said_to() -> None:
    """Spans are the text's own words, strongest up first, and their sum is of the side of the whole."""
    text = "We timed the kettle, because somebody said it was quick, and it wasn't, and he's had to buy the biscuits."
    known = profile("fettle-and-thole", "en")
    assert known.pooled is not None
    found = pulls(known.pooled, [Prose(text, "en")], shipped("en"))
    assert all(pull.text in text for pull in found)
    assert [pull.likeness for pull in found] == sorted((pull.likeness for pull in found), reverse=True)
    assert found[0].likeness > 0


def test_the_dial_speaks_french() -> None:
    """Every word of it."""
    found = voice.score(profile("pataud", "fr"), [Prose(PLAIN["fr"], "fr")], "fr")
    assert found.why.startswith("80 veut dire")
    assert any("Vous dites tu ; ici on dit vous." in part.why for part in found.parts)


def test_the_scale_is_even_at_nought_and_rises() -> None:
    """Log odds of 0 are 50; four to one is 80; more likeness is never less."""
    assert scale.dial(0) == 50
    assert scale.dial(np.log(4)) == pytest.approx(80)
    for locale in LOCALES:
        steps = scale.shipped(locale)
        for words in (5, 20, 160):
            assert steps.log_odds(1.0, words, 30) > steps.log_odds(0.2, words, 30)


QUIRKS = (
    Quirk(name="parenthesis", why="The voice behind the chair.", pattern=r"\([^()]{3,90}\)"),
    Quirk(name="one word", why="It stops the boat.", pattern=r"(?<=[.?] )[A-ZÀ-Ý][a-zà-ÿœ]+\.(?=\s|$)"),
    Quirk(name="dash", why="A breath.", pattern=r" – [^–.]{3,40} – "),
)
PIECES: dict[Locale, tuple[str, ...]] = {
    "en": ("(we had no machine for it)", "Mostly.", "– so they say –", "We cut it.", "and our seamless solutions", "you're welcome", "on Tuesday."),
    "fr": ("(on n'a pas la machine)", "Souvent.", "– à ce qu'on dit –", "On coupe.", "et nos solutions innovantes", "tu verras", "mardi."),
}


@lru_cache(maxsize=2)
def quirky(locale: Locale) -> tuple[House, voice.VoiceProfile]:
    guide = house("pataud" if locale == "fr" else "fettle-and-thole").guide
    own = House(guide.model_copy(update={"voice": guide.voice.model_copy(update={"quirks": QUIRKS})}))
    return own, voice.fit(voice.samples(own, locale), locale)


@given(st.sampled_from(LOCALES), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6)), min_size=1, max_size=6), st.integers(0, 50))
@settings(max_examples=80, deadline=None)
def test_taking_out_a_protected_quirk_never_raises_the_dial(locale: Locale, put: list[tuple[int, int]], choice: int) -> None:
    """Any text with quirks in any place: taking one of them out leaves the dial where it was or lower.

    At most one pair of dashes: of several, taking two dashes out pairs the rest anew, and what was outside is inside.
    """
    assume(sum(piece == 2 for _, piece in put) <= 1)
    words = PLAIN[locale].split()
    for place, piece in put:
        words.insert(place % len(words), PIECES[locale][piece])
    text = " ".join(words)
    spans = sorted(match.span() for quirk in QUIRKS for match in re.finditer(quirk.pattern, text))
    if not spans:
        return
    start, end = spans[choice % len(spans)]
    without = f"{text[:start].rstrip()} {text[end:].lstrip()}".strip()
    own, known = quirky(locale)
    values = []
    for each in (text, without):
        free, quirks = voice.quirkless(Prose(each, locale), Grounds(locale, TODAY, own))
        values.append(voice.score(known, [free], "en", quirks=quirks, explained=False).value)
    before, after = values
    assert before is not None
    assert after is None or after <= before


def test_ten_short_texts_are_enough_to_tell_a_tu_from_a_vous() -> None:
    """Ten texts of a dozen words of one brand: its own kind of line scores above a brochure's."""
    lines = [campaign for campaign in house("pataud").guide.campaigns if campaign.channel == "meta_ad"][:10]
    assert len(lines) == 10
    known = voice.fit([voice.Sample(line.id, "", tuple(Prose(text, "fr") for text in line.fields.values())) for line in lines], "fr")
    ours, theirs = "On a cassé la machine à côtes. Amandine dit qu'elle l'a seulement arrêtée très fort.", PLAIN["fr"]
    assert odds(known, ours) > odds(known, theirs)


def test_a_campaign_without_words_is_no_sample() -> None:
    """Blank fields and lone signs are passed over."""
    guide = house("pataud").guide
    blank = (Campaign(id="blank", locale="fr", fields={"body": "   "}), Campaign(id="sign", locale="fr", fields={"body": "!"}))
    own = House(guide.model_copy(update={"campaigns": blank}))
    assert voice.fit(voice.samples(own, "fr"), "fr").samples == 0
