"""How many of a text's statements are tied to the brief or to the claim bank."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from copilot.guardrails.grounds import Grounds, squeeze
from copilot.guardrails.scores.authenticity.evidence import Evidence
from copilot.language.figures import figures
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Prose

LEAST_WORDS = 4
"""A shorter sentence, or a question, states nothing."""
COMMON = 2
"""Content words in common with the brief from which a sentence is tied to it."""


class Grounding(NamedTuple):
    """Statements that say something of the brief or of a claim in force, out of all; `loose` are the others as written."""

    tied: int
    statements: int
    loose: tuple[str, ...]


def _stem(word: str) -> str:
    """A word without its plural, cut to what its forms share."""
    return word.rstrip("sx")[:6]


def _stated(grounds: Grounds) -> frozenset[str]:
    """Stems of the content words that brief and claims in force state."""
    texts = [text for claim in grounds.claims_in_force for text in claim.texts(grounds.locale)]
    if grounds.brief:
        texts += [grounds.brief.text, *grounds.brief.facts.values()]
    small = FUNCTION_WORDS[grounds.locale]
    return frozenset(_stem(word) for word in squeeze(" ".join(texts)).split() if len(word) > 2 and word not in small)


def grounding(evidence: Evidence, grounds: Grounds) -> Grounding | None:
    """The grounding of a text; None without a brief or where the text states nothing."""
    if grounds.brief is None:
        return None
    stems, small = _stated(grounds), FUNCTION_WORDS[grounds.locale]
    tied = statements = 0
    loose: list[str] = []
    for prose in evidence.free:
        held = [figure.start for figure in figures(prose, words=True) if grounds.stated.holds_figure(figure)]
        for (start, end), words in zip(prose.sentences, _sentences(prose), strict=True):
            if len(words) < LEAST_WORDS or prose.text[end - 1] == "?":
                continue
            statements += 1
            common = {_stem(word) for word in words if len(word) > 2 and word not in small} & stems
            if len(common) >= COMMON or any(start <= place < end for place in held):
                tied += 1
            else:
                loose.append(prose.text[start:end])
    return Grounding(tied, statements, tuple(loose)) if statements else None


def _sentences(prose: Prose) -> list[Sequence[str]]:
    starts = [start for start, _ in prose.word_spans]
    return [prose.words[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)] for start, end in prose.sentences]
