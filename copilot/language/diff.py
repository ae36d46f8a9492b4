"""A change as pieces that a person takes or refuses one by one.

Words, spaces and marks are the units; each run of changed units is a hunk with what was and what would be. Taking none gives the old text, taking all the new one.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import SequenceMatcher

_UNIT = re.compile(r"\s+|[^\W_]+(?:['’-][^\W_]+)*|.", re.DOTALL)


@dataclass(frozen=True)
class Hunk:
    """A changed piece: `old` at start..end of the old text, and what would stand there. Numbers begin at 1."""

    number: int
    start: int
    end: int
    old: str
    new: str


def units(text: str) -> list[str]:
    """`text` as words, blanks and marks."""
    return _UNIT.findall(text)


def hunks(old: str, new: str) -> tuple[Hunk, ...]:
    """The changed pieces that lead from `old` to `new`, left to right."""
    before, after = units(old), units(new)
    found: list[Hunk] = []
    offsets = [0]
    for unit in before:
        offsets.append(offsets[-1] + len(unit))
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            found.append(Hunk(number=len(found) + 1, start=offsets[i], end=offsets[j], old="".join(before[i:j]), new="".join(after[k:m])))
    return tuple(found)


def take(old: str, changes: Collection[Hunk], numbers: Collection[int]) -> str:
    """`old` with the hunks of these numbers taken and the others refused."""
    pieces: list[str] = []
    last = 0
    for hunk in sorted(changes, key=lambda one: (one.start, one.number)):
        if hunk.number in numbers:
            pieces += [old[last : hunk.start], hunk.new]
            last = hunk.end
    return "".join([*pieces, old[last:]])
