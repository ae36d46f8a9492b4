"""The anchors of a pattern: literals of which at least one stands in every text that the pattern can match.

They are read off the pattern itself, so that pattern and anchors can never drift apart.
"""

from __future__ import annotations

import re
import re._parser as parser  # type: ignore[import-not-found]  # the one place where Python shows a pattern's parts
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import groupby
from re._constants import LITERAL  # type: ignore[import-not-found]  # the parser's name for a letter
from typing import Any

import ahocorasick

from copilot.language.prose import Locale

Literals = frozenset[str]
MOST = 96
"""Most spellings kept of one stretch of a pattern; a longer list breaks the stretch."""
_EMPTY: Literals = frozenset({""})


def anchors_of(*patterns: re.Pattern[str] | str) -> tuple[str, ...]:
    """Anchors of all `patterns` together (a plain string stands for itself), in lower case; none if one of them can match without any literal."""
    found: set[str] = set()
    for pattern in patterns:
        literals = frozenset({pattern}) if isinstance(pattern, str) else _read(parser.parse(pattern.pattern, pattern.flags))[1]
        if not all(literals) or not literals:
            return ()
        found |= {literal.lower() for literal in literals}
    return tuple(sorted(found))


def literals_of(read: Iterable[tuple[Any, Any]]) -> Literals:
    """Anchors of a pattern, in lower case, that the parser has read already; none if it can match without any literal."""
    literals = _read(read)[1]
    return frozenset(literal.lower() for literal in literals) if all(literals) else frozenset()


def _weight(literals: Literals) -> tuple[int, float]:
    """How telling a set of anchors is: by the length of its shortest, then by the length of most."""
    lengths = [len(literal.replace(" ", "")) for literal in literals]
    return (min(lengths), sum(lengths) / len(lengths)) if lengths else (0, 0.0)


def _read(items: Iterable[tuple[Any, Any]]) -> tuple[Literals | None, Literals]:
    """All that a sequence can match, if that is a short list, and the best set of literals of which one must stand in it."""
    stretch, stretches, whole = _EMPTY, [_EMPTY], True
    for exact, best in _parts(items):
        if exact is not None and len(stretch) * len(exact) <= MOST:
            stretch = frozenset(before + after for before in stretch for after in exact)
            continue
        stretches += [stretch, best]
        stretch, whole = (exact if exact is not None else _EMPTY), False
    stretches.append(stretch)
    best = max((literals for literals in stretches if all(literals)), key=_weight, default=_EMPTY)
    return (stretch if whole else None), best


def _parts(items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Literals | None, Literals]]:
    """The same for each part of a sequence, letters in a row taken as one."""
    for letters, run in groupby(items, lambda item: item[0] is LITERAL):
        if letters:
            word = frozenset({"".join(chr(value) for _, value in run)})
            yield word, word
        else:
            yield from (_node(str(operation), value) for operation, value in run)


def _node(operation: str, value: Any) -> tuple[Literals | None, Literals]:
    """The same for one part of a pattern."""
    if operation in ("AT", "ASSERT", "ASSERT_NOT"):
        return _EMPTY, _EMPTY
    if operation == "IN" and len(value) <= 8 and all(str(kind) == "LITERAL" for kind, _ in value):
        letters = frozenset(chr(code) for _, code in value)
        return letters, letters
    if operation == "SUBPATTERN":
        return _read(value[-1])
    if operation == "BRANCH":
        branches = [_read(branch) for branch in value[1]]
        union = frozenset[str]().union(*(best for _, best in branches))
        exacts = [exact for exact, _ in branches if exact is not None]
        return (frozenset[str]().union(*exacts) if len(exacts) == len(branches) else None), union if all(union) else _EMPTY
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, part = value
        exact, best = _read(part)
        if (least, most) == (0, 1):
            return (exact | _EMPTY if exact is not None else None), _EMPTY
        return None, best if least else _EMPTY
    return None, _EMPTY


class anchors_for(Mapping[Locale, tuple[str, ...]]):
    """Anchors of tables of patterns, one a locale, as `rule` wants them; worked out for a locale when first asked for."""

    def __init__(self, *tables: Mapping[Locale, re.Pattern[str]]) -> None:
        self._tables = tables
        self._known: dict[Locale, tuple[str, ...]] = {}

    def __getitem__(self, locale: Locale) -> tuple[str, ...]:
        if locale not in self._known:
            self._known[locale] = anchors_of(*(table[locale] for table in self._tables))
        return self._known[locale]

    def __iter__(self) -> Iterator[Locale]:
        return iter(self._tables[0])

    def __len__(self) -> int:
        return len(self._tables[0])


class Gate:
    """Which of several patterns can match a text at all, by one scan over the anchors of them all."""

    def __init__(self, patterns: Mapping[str, re.Pattern[str]]) -> None:
        self._patterns = patterns

    @cached_property
    def _automaton(self) -> Any:
        automaton = ahocorasick.Automaton()
        owners: dict[str, set[str]] = {}
        for name, pattern in self._patterns.items():
            for anchor in anchors_of(pattern):
                owners.setdefault(anchor, set()).add(name)
        for anchor, names in owners.items():
            automaton.add_word(anchor, frozenset(names))
        automaton.make_automaton()
        return automaton

    def possible(self, scan: str) -> tuple[str, ...]:
        """Names of the patterns that may match `scan`, in the order given."""
        found = frozenset[str]().union(*(names for _, names in self._automaton.iter(scan)))
        return tuple(name for name in self._patterns if name in found)
