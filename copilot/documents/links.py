"""Links that lead out of a mailing list. Where a link goes is no prose, but whether one leads out decides what may be said of a mailing."""

from __future__ import annotations

import re

from copilot.documents.source import Source, Writer
from copilot.language.prose import ADDRESS, MERGE_TAG, Span

_WAY_OUT = re.compile(r"unsub|opt-?out|d[ée]sabonn|d[ée]sinscri|ne-?plus-?recevoir|preferences", re.IGNORECASE)


def ways_out(source: Source, begin: int, end: int) -> list[Span]:
    """The addresses and merge tags in begin..end that lead out of a list."""
    return [
        match.span() for pattern in (MERGE_TAG, ADDRESS) for match in pattern.finditer(source.text, begin, end) if _WAY_OUT.search(match.group())
    ]  # fmt: skip


def append(writer: Writer, spans: list[Span]) -> None:
    """Put them at the end of what is read: rules see that they are there, and blank them out as they do every address."""
    for begin, end in spans:
        writer.gap()
        writer.copy(begin, end)
