"""Words repeated so often that a reader, and a search engine, begins to count them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Prose, Span

LEAST_WORDS = 40
LEAST_HITS = {1: 9, 2: 5, 3: 4}
SHARE = {1: 0.12, 2: 0.04, 3: 0.03}
SENTENCES = 0.5
"""Words in a phrase -> least times, and share of all words from which it counts as stuffing; share of the sentences that hold it. A text about one thing
names it often: a share is no fault as long as most sentences do without. Our own; Google publishes no density."""
_PLURAL = re.compile(r"(?:s|x)$")


def stuffed(prose: Prose, names: frozenset[str]) -> Iterator[tuple[str, list[Span]]]:
    """Phrases of one to three words that make up too much of a text, the longest first, with all their places. Names pass."""
    words, spans = prose.words, prose.word_spans
    if len(words) < LEAST_WORDS:
        return
    small = FUNCTION_WORDS[prose.locale]
    stems = [_PLURAL.sub("", word) if len(word) > 3 else word for word in words]
    telling = [len(word) > 2 and word not in small and word not in names for word in words]
    taken: set[int] = set()
    for size in (3, 2, 1):
        places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for index in range(len(words) - size + 1):
            if telling[index] and telling[index + size - 1]:
                places[tuple(stems[index : index + size])].append(index)
        for found in places.values():
            hits = [index for index in found if index not in taken]
            if len(hits) >= LEAST_HITS[size] and len(hits) > SHARE[size] * len(words) and _reach(prose, [spans[index] for index in hits]) >= SENTENCES:
                taken.update(position for index in hits for position in range(index, index + size))
                yield " ".join(words[hits[0] : hits[0] + size]), [(spans[index][0], spans[index + size - 1][1]) for index in hits]


def _reach(prose: Prose, places: list[Span]) -> float:
    """Share of the sentences that hold one of `places`."""
    return sum(any(start <= begin < end for begin, _ in places) for start, end in prose.sentences) / len(prose.sentences)
