"""Reading ease: Flesch for English, Kandel and Moles's form of it for French, with the two things that drive it."""

from __future__ import annotations

from itertools import repeat
from typing import NamedTuple

from copilot.language.prose import Prose
from copilot.language.syllables import syllables

LEAST_WORDS = 100
LEAST_SENTENCES = 4
MOST_WORDS_PER_SENTENCE = 60
"""A mean above this is a list, or a text without full stops: no formula holds."""
COEFFICIENTS = {"en": (206.835, 1.015, 84.6), "fr": (207.0, 1.015, 73.6)}


class Ease(NamedTuple):
    """0 to 100 in ordinary prose, 60 to 70 is plain, under 30 very hard. `words` a sentence, `syllables` a word."""

    score: float
    words: float
    syllables: float


def spoken(prose: Prose) -> list[str]:
    """The words as they are counted: without French elisions, which are part of the next word."""
    return [word for word in prose.words if not word.endswith("'")]


def ease(prose: Prose) -> Ease | None:
    """Reading ease of a text, a line break ending a sentence as in lists; None where it is too short, or no prose."""
    words, sentences = spoken(prose), sum(1 + prose.text.count("\n", *span) for span in prose.sentences)
    if len(words) < LEAST_WORDS or sentences < LEAST_SENTENCES or len(words) > MOST_WORDS_PER_SENTENCE * sentences:
        return None
    base, per_word, per_syllable = COEFFICIENTS[prose.locale]
    length = len(words) / sentences
    weight = sum(map(syllables, words, repeat(prose.locale))) / len(words)
    return Ease(base - per_word * length - per_syllable * weight, length, weight)
