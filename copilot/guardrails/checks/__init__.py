"""Shapes that many rules share: literals and patterns on `Prose.scan`, and the replacements that go with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copilot.guardrails.checks.branches import branches
from copilot.language.prose import Prose, Span


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for whole-word literals, as they stand in `Prose.scan` (lower case, straight apostrophes), longest first."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<![\w])(?:" + "|".join(re.escape(phrase) for phrase in ordered) + r")(?![\w])")


def spans(pattern: re.Pattern[str], prose: Prose) -> Iterator[Span]:
    """Where `pattern` stands in the folded text; group 1 where it has one."""
    group = 1 if pattern.groups else 0
    for match in branches(pattern).finditer(prose.scan):
        yield match.span(group)


def as_written(original: str, replacement: str) -> str:
    """`replacement` with the capital of `original`: whole word in capitals, first letter, or none."""
    letters = [char for char in original if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return replacement.upper()
    return replacement[:1].upper() + replacement[1:] if original[:1].isupper() else replacement
