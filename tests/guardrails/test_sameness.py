"""Sameness of sets of texts: variants, batches, past copy."""

from __future__ import annotations

import random

import pytest

from copilot.guardrails.scores import sameness as s

ADS = [
    "Our wool socks are knitted in Hexham by four people and a dog.",
    "It rained all week, so Maureen waxed forty jackets and nobody complained.",
    "The kettle boils in six minutes; we timed it with the church clock.",
    "Send the tent back with its pole, or Tomasz will have to guess.",
    "New sole, old boot, twelve pounds and a walk to the post office.",
    "Graham sharpened every knife in the shop before anybody asked him.",
]


def test_different_texts_are_not_alike() -> None:
    """Six ads about six things score near nothing, and no pair is shown."""
    result = s.sameness(ADS, "en")
    assert result.value is not None
    assert result.value < 10
    assert result.pairs == ()


def test_copies_are_wholly_alike() -> None:
    """Five times the same text is 100, whatever is measured."""
    result = s.sameness([ADS[0]] * 5, "en")
    assert result.value == 100.0
    assert result.pairs[0].overlap == 1.0


def test_one_word_changed_is_still_a_twin() -> None:
    """Templates with another town in them are near twins, and the parts say so in both languages."""
    texts = [f"Our wool socks are knitted in {town} by four people and a dog." for town in ("Hexham", "Wark", "Alston", "Kielder")]
    for language, said in (("en", "4 of 4 have a near twin"), ("fr", "4 sur 4 ont un presque jumeau")):
        result = s.sameness(texts, "en", language=language)
        assert said in result.parts[0].why


def test_short_pools_are_not_compressed() -> None:
    """Compression is never taken under its one length: the part says so and weighs nothing."""
    parts = {part.name: part for part in s.sameness(ADS, "en").parts}
    assert parts["compression"].value is None
    assert "300 words" in parts["compression"].why


def test_a_pool_has_exactly_its_length() -> None:
    """Whatever the texts, a pool holds the same number of words, so that ratios compare."""
    draw = random.Random(1)
    for _ in range(20):
        texts = [["w"] * draw.randint(1, 60) for _ in range(draw.randint(20, 90))]
        pooled = s.pool(texts)
        if pooled is None:
            assert sum(map(len, texts)) < s.POOL_WORDS
        else:
            assert sum(map(len, pooled)) == s.POOL_WORDS


def test_index_and_full_comparison_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    """The MinHash index finds the near twins that comparing every pair finds."""
    draw = random.Random(2)
    vocabulary = [f"word{number}" for number in range(400)]
    texts = []
    for _ in range(60):
        words = [draw.choice(vocabulary) for _ in range(25)]
        texts += [words, [draw.choice(vocabulary) if draw.random() < 0.08 else word for word in words]]
    sets = [s.shingles(words) for words in texts]
    exact = {index: pair for index, pair in s.alike(sets).items() if pair.overlap >= s.TWIN}
    monkeypatch.setattr(s, "EXACT", 0)
    indexed = {index: pair for index, pair in s.alike(sets).items() if pair.overlap >= s.TWIN}
    assert indexed == exact
    assert len(exact) > 60


def test_past_copy_is_found_and_named() -> None:
    """A text that says what was sent before is counted, with its place among the past texts."""
    result = s.sameness([ADS[0].replace("four", "five"), ADS[1]], "en", past=[ADS[3], ADS[0]])
    assert [(pair.first, pair.second) for pair in result.past_pairs] == [(0, 1)]
    assert "1 of 2 texts have a near twin among 2 past texts" in result.parts[-1].why


def test_past_alone_does_not_count_against_itself() -> None:
    """Twins inside the past are none of the new texts' doing."""
    assert s.sameness(ADS[:2], "en", past=[ADS[4]] * 9).past_pairs == ()


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["a"], ["a", "a"], ["🧶", "…", "12 %"]])
def test_strange_sets_do_not_break(texts: list[str]) -> None:
    """Empty sets, empty texts and signs give a value in range or none."""
    value = s.sameness(texts, "fr", past=texts).value
    assert value is None or 0 <= value <= 100


def test_known_names_the_nearest_text_and_skips_the_text_itself() -> None:
    """A text is not like itself: its own copy in the past does not count, its near twin does."""
    known = s.Known([text.lower().rstrip(".").split() for text in ADS])
    own = ADS[2].lower().rstrip(".").split()
    assert known.nearest(own)[0] < 0.3
    share, place = known.nearest([*own[:-1], "bell"])
    assert place == 2
    assert share > 0.7


def test_same_input_same_output() -> None:
    """Two runs are equal to the letter."""
    assert s.sameness(ADS * 2, "en", past=ADS) == s.sameness(ADS * 2, "en", past=ADS)
