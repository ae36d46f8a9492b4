"""A file as it is on disk, and prose read from it that remembers where each of its characters stands.

Offsets are code points of the file's text, counted from 0, a byte order mark left out, a CRLF counted as two. Lines and columns count from 1; columns are
code points.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from copilot.language.prose import BLANK, MERGE_TAG, Span
from copilot.records import clean

LINE_END = re.compile(r"\r\n|\r|\n")
MASK = "\ue001"
"""What stands for a character of a merge tag while a parser reads the file, so that no `<`, `*` or `"` inside one is taken for markup."""


class Place(NamedTuple):
    """Line and column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """The text of a file, line ends as they are. `name` is how it is shown, `bom` whether it began with a byte order mark."""

    name: str
    text: str
    bom: bool = False

    @cached_property
    def line_starts(self) -> list[int]:
        """Offset at which each line begins."""
        return [0, *(match.end() for match in LINE_END.finditer(self.text))]

    @cached_property
    def masked(self) -> str:
        """The text, same length, with merge tags masked for parsers that would stumble over them."""
        return MERGE_TAG.sub(lambda match: MASK * len(match.group()), self.text)

    def place(self, offset: int) -> Place:
        """Line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        return Place(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> Span:
        """Where line `number` (from 1) begins and ends, its line end left out."""
        begin = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return begin, begin + len(self.text[begin:end].rstrip("\r\n"))

    def with_text(self, text: str) -> Source:
        """The same file with another text."""
        return Source(self.name, text, self.bom)

    @property
    def written(self) -> str:
        """The text as it goes to disk, byte order mark included."""
        return "\ufeff" + self.text if self.bom else self.text


class Stretch(NamedTuple):
    """`length` characters of a piece from `at` on, which stand for `begin`..`end` of the source. `literal`: character for character the same."""

    at: int
    length: int
    begin: int
    end: int
    literal: bool


def as_it_is(replacement: str) -> str:
    """A replacement that needs no escaping where it is put."""
    return replacement


@dataclass(frozen=True)
class Piece:
    """Prose read from a source. `escape` writes a replacement as the source wants it; `mendable`: whether a fix may change it there."""

    text: str
    stretches: tuple[Stretch, ...]
    escape: Callable[[str], str] = as_it_is
    mendable: bool = True

    @cached_property
    def _starts(self) -> list[int]:
        return [stretch.at for stretch in self.stretches]

    def _holding(self, index: int) -> int:
        return max(bisect_right(self._starts, index) - 1, 0)

    def begin(self, index: int) -> int:
        """Offset in the source at which character `index` begins; past the last one, where the piece ends."""
        if not self.stretches:
            return 0
        stretch = self.stretches[self._holding(index)]
        if index >= len(self.text):
            return self.stretches[-1].end
        return stretch.begin + (index - stretch.at if stretch.literal else 0)

    def end(self, index: int) -> int:
        """Offset in the source at which character `index` ends."""
        stretch = self.stretches[self._holding(index)]
        return stretch.begin + index - stretch.at + 1 if stretch.literal else stretch.end

    def span(self, start: int, end: int) -> Span:
        """Where start..end of the piece stands in the source."""
        if start >= end:
            return self.begin(start), self.begin(start)
        begin, stop = self.begin(start), self.end(end - 1)
        return min(begin, stop), max(begin, stop)

    @cached_property
    def _by_place(self) -> list[Stretch]:
        return sorted((stretch for stretch in self.stretches if stretch.begin < stretch.end), key=lambda stretch: stretch.begin)

    def within(self, begin: int, end: int) -> Span | None:
        """Which stretch of the piece stands in begin..end of the source, markup left out; None where none does. The way back from `span`."""
        found = self._by_place
        first = max(bisect_right(found, begin, key=lambda stretch: stretch.begin) - 1, 0)
        own = [s for s in itertools.takewhile(lambda s: s.begin < max(end, begin + 1), found[first:]) if s.end > begin or s.end == begin == end]
        if not own:
            return None
        left, right = own[0], own[-1]
        start = left.at + min(max(begin - left.begin, 0), left.length) if left.literal else left.at
        stop = right.at + min(end - right.begin, right.length) if right.literal else right.at + right.length
        return (start, start) if begin == end else (start, max(stop, start))

    def is_whole(self, start: int, end: int) -> bool:
        """Whether start..end stands in the source in one stretch, with no markup, blank or break inside."""
        if start >= end:
            return True
        first, last = self._holding(start), self._holding(end - 1)
        own = self.stretches[first : last + 1]
        return (
            all(stretch.begin < stretch.end for stretch in own)
            and all(left.end == right.begin for left, right in pairwise(own))
            and BLANK not in self.text[start:end]
        )

    def shown(self, source: Source, start: int = 0, end: int | None = None) -> str:
        """start..end of the piece for a reader's eye: blanks give way to what stands there in the source."""
        text = self.text[start:end]
        if BLANK not in text:
            return text
        return "".join(source.text[self.begin(index)] if char == BLANK else char for index, char in enumerate(text, start))


class Writer:
    """Builds a piece from stretches of a source, in the order of reading."""

    def __init__(self, source: Source) -> None:
        self._source = source.text
        self._parts: list[tuple[str, int, int, bool]] = []
        self._gap = ""

    def __bool__(self) -> bool:
        return bool(self._parts)

    @property
    def last(self) -> str:
        """The last character written, a waiting gap included; empty at the start."""
        return self._gap[-1:] or (self._parts[-1][0][-1] if self._parts else "")

    def gap(self, text: str = "\n\n") -> None:
        """Part what follows from what came, with `text` at least, once something follows."""
        if self._parts and len(text) > len(self._gap):
            self._gap = text

    def put(self, text: str, begin: int, end: int) -> None:
        """`text`, which stands for begin..end."""
        self._add(text, begin, end, False)

    def copy(self, begin: int, end: int) -> None:
        """What stands at begin..end, with plain line ends."""
        last = begin
        for match in LINE_END.finditer(self._source, begin, end):
            if match.group() != "\n":
                self._add(self._source[last : match.start()], last, match.start(), True)
                self._add("\n", match.start(), match.end(), False)
                last = match.end()
        self._add(self._source[last:end], last, end, True)

    def blank(self, begin: int, end: int) -> None:
        """begin..end is no prose, but stands where words would."""
        self._add(BLANK * (end - begin), begin, end, True)

    def _add(self, text: str, begin: int, end: int, literal: bool) -> None:
        if not text:
            return
        if self._gap:
            at = self._parts[-1][2]
            self._parts.append((self._gap, at, at, False))
            self._gap = ""
        self._parts.append((text, begin, end, literal))

    def trim(self) -> None:
        """Take back blanks at the end of what was written."""
        while self._parts and not self._gap:
            text, begin, end, literal = self._parts[-1]
            kept = text.rstrip(" \t")
            if kept == text:
                return
            if kept and not literal:
                return
            self._parts.pop()
            if kept:
                self._parts.append((kept, begin, end - len(text) + len(kept), True))

    def piece(self, escape: Callable[[str], str] = as_it_is, mendable: bool = True) -> Piece:
        """The piece."""
        stretches: list[Stretch] = []
        at = 0
        for text, begin, end, literal in self._parts:
            before = stretches[-1] if stretches else None
            if literal and before is not None and before.literal and before.end == begin:
                stretches[-1] = before._replace(length=before.length + len(text), end=end)
            else:
                stretches.append(Stretch(at, len(text), begin, end, literal))
            at += len(text)
        return Piece(clean("".join(text for text, _, _, _ in self._parts)), tuple(stretches), escape, mendable)
