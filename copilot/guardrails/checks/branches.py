"""Long alternatives, looked for one by one and only where one of their literals stands.

`\\b(?:a|b|c ...)` tries every branch at every word. A text seldom holds the literals of more than one or two of them; the others cannot match and are
not tried. What is found is the same: leftmost, and of two branches at one place the first.
"""

from __future__ import annotations

import re
import re._compiler as compiler  # type: ignore[import-not-found]  # compiles what the parser read
import re._parser as parser  # type: ignore[import-not-found]  # the one place where Python shows a pattern's parts
from collections.abc import Iterator
from typing import Any

import ahocorasick

from copilot.guardrails.checks.anchors import literals_of

LEAST = 5
"""Branches below which a pattern is left whole."""
DEEPEST = 2
"""Alternatives within alternatives that are opened."""
MOST_PARTS = 60
"""Branches above which an alternative stays closed."""
_UNCUT = re.compile(r"\\[1-9]|\(\?\(|\(\?P=")
"""A reference back to a group, which another branch may hold."""
MOST = 5
"""Branches that may run one by one; more of them at once are run as the whole pattern."""


class Branches:
    """A pattern whose branches are tried only where their literals stand. `pattern` is kept whole for texts that hold too many of them."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self._read: list[Any] = []
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._always = 0
        read = _cut(pattern)
        if not read:
            return
        masks: dict[str, int] = {}
        for number, branch in enumerate(read):
            literals = literals_of(branch)
            if not literals:
                self._always |= 1 << number
            for literal in literals:
                masks[literal] = masks.get(literal, 0) | 1 << number
        if self._always.bit_count() >= MOST or not masks:
            return
        self._read = read
        self._automaton = ahocorasick.Automaton()
        for literal, mask in masks.items():
            self._automaton.add_word(literal, mask)
        self._automaton.make_automaton()

    def finditer(self, scan: str) -> Iterator[re.Match[str]]:
        """The same matches as `pattern.finditer(scan)`; `scan` in lower case."""
        if not self._read:
            yield from self.pattern.finditer(scan)
            return
        mask = self._always
        for _, found in self._automaton.iter(scan):
            mask |= found
        if mask.bit_count() > MOST:
            yield from self.pattern.finditer(scan)
            return
        parts = [self._part(number) for number in range(len(self._read)) if mask >> number & 1]
        ahead = [match for part in parts if (match := part.search(scan))]
        while ahead:
            first = min(ahead, key=re.Match.start)
            yield first
            end = max(first.end(), first.start() + 1)
            ahead = [other for match in ahead if (other := match if match.start() >= end else match.re.search(scan, end))]

    def _part(self, number: int) -> re.Pattern[str]:
        """The pattern with this branch alone, compiled when a text first holds its literals."""
        known = self._compiled.get(number)
        if known is None:
            known = self._compiled[number] = compiler.compile(self._read[number])
        return known


def _cut(pattern: re.Pattern[str]) -> list[Any]:
    """The pattern once for each branch of its alternatives, as the parser reads it; nothing where it refers back to a group or has no long alternative."""
    whole = parser.parse(pattern.pattern, pattern.flags)
    if _UNCUT.search(pattern.pattern) or pattern.flags & (re.IGNORECASE | re.MULTILINE):
        return []
    read = [list(whole.data)]
    for _ in range(DEEPEST):
        opened = [(_opened(items) or [items]) for items in read]
        if sum(map(len, opened)) > MOST_PARTS:
            break
        read = [items for several in opened for items in several]
    return [parser.SubPattern(whole.state, items) for items in read] if len(read) >= LEAST else []


def _opened(items: list[Any]) -> list[list[Any]]:
    """A sequence that begins with an alternative (after what has no width), once for each of its branches."""
    for index, (operation, value) in enumerate(items):
        inner = value[-1].data if str(operation) == "SUBPATTERN" and value[0] is None else [(operation, value)]
        if len(inner) == 1 and str(inner[0][0]) == "BRANCH":
            return [[*items[:index], *branch.data, *items[index + 1 :]] for branch in inner[0][1][1]]
        if str(operation) not in ("AT", "ASSERT", "ASSERT_NOT"):
            return []
    return []


_KNOWN: dict[int, Branches] = {}
"""By the identity of a pattern, which each entry holds on to; patterns are constants of rules."""


def branches(pattern: re.Pattern[str]) -> Branches:
    """`pattern` cut into its branches, once."""
    known = _KNOWN.get(id(pattern))
    if known is None:
        known = _KNOWN[id(pattern)] = Branches(pattern)
    return known
