"""How much two short texts say the same: content words without their ends, compared as sets."""

from __future__ import annotations

import re

from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Prose

_WORD = re.compile(r"[^\W_]+")
_ASKING = frozenset({"comment", "combien", "pourquoi", "how", "why"})
_PLURAL = re.compile(r"(?:es|s|x)$")


def content(prose: Prose) -> tuple[str, ...]:
    """The words and figures that carry the matter, in order, plurals cut off."""
    small = FUNCTION_WORDS[prose.locale] | _ASKING
    words = [word for word in _WORD.findall(prose.scan) if word not in small and (len(word) > 1 or word.isdigit())]
    return tuple(_PLURAL.sub("", word) if len(word) > 3 else word for word in words)


def likeness(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """Share of common words among all words of both (Jaccard), 0-1."""
    ours, theirs = set(first), set(second)
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0


def holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> int:
    """Where in `longer` the words of `shorter` stand in a row, or -1."""
    size = len(shorter)
    return next((index for index in range(len(longer) - size + 1) if longer[index : index + size] == shorter), -1)
