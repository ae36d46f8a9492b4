"""Where sentences begin and what they hold, for rules about openings, endings and rhythm."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache

from copilot.language.prose import Prose, Span

_LEAD = " \n\"'«“”(*_•·–—-"
_ENDS = ".!?…:\n"


def opens_sentence(prose: Prose, start: int) -> bool:
    """Whether `start` is where a sentence, a line or a quotation begins; an emoji before it is a bullet."""
    before = prose.text[max(0, start - 12) : start]
    kept = before.rstrip(_LEAD)
    return (not kept and start <= 12) or (bool(kept) and (kept[-1] in _ENDS or unicodedata.category(kept[-1]) in ("So", "Mn"))) or "\n" in before[len(kept) :]


def sentence_of(prose: Prose, start: int) -> Span:
    """The sentence in which `start` stands."""
    sentences = prose.sentences
    index = bisect_right(sentences, (start, len(prose.text) + 1)) - 1
    return sentences[max(index, 0)] if sentences else (0, len(prose.text))


@lru_cache(maxsize=16)
def sentence_words(prose: Prose) -> tuple[tuple[str, ...], ...]:
    """The words of each sentence, in lower case."""
    words, spans = prose.words, prose.word_spans
    result: list[tuple[str, ...]] = []
    first = 0
    for start, end in prose.sentences:
        while first < len(spans) and spans[first][0] < start:
            first += 1
        last = first
        while last < len(spans) and spans[last][0] < end:
            last += 1
        result.append(tuple(words[first:last]))
        first = last
    return tuple(result)


def around(prose: Prose, start: int, end: int, words: int) -> Span:
    """The stretch of text that reaches `words` words to either side of start..end."""
    spans = prose.word_spans
    first = bisect_right(spans, (start, 0)) - words
    last = bisect_right(spans, (end, 0)) + words - 1
    return (spans[first][0] if first > 0 else 0), (spans[last][1] if last < len(spans) else len(prose.scan))
