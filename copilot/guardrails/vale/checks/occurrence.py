"""`occurrence`: something that may stand at most, or must stand at least, so many times in a piece."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copilot.guardrails.vale.checks.base import Alert, Check, Document
from copilot.guardrails.vale.dialect import Tokens
from copilot.guardrails.vale.message import filled

_FIRST_WORD = re.compile(r"\S+")
_EACH = frozenset({"paragraph", "sentence"})


class Occurrence(Check):
    """`token` counted against `max` and `min`."""

    def prepare(self) -> None:
        """One pattern; with a `min` it looks at every text, since what is missing has no literal."""
        options = self.definition.options
        self._pattern = self.pattern(f"(?:{options['token']})", "token", ignorecase=bool(options.get("ignorecase")))
        self._most, self._least = options.get("max", 0), options.get("min", 0)
        if self._least <= 0:
            self.tokens = Tokens([self._pattern.source], bool(options.get("ignorecase")))

    def prove(self) -> None:
        """Compile. Raises: BadPattern."""
        self._pattern.proved()

    def run(self, document: Document, candidates: Sequence[int]) -> Iterator[Alert]:
        """At most one alert a piece, on the first thing counted that is not code.

        Where there is none, it stands on the first word of the paragraph or sentence. A heading, list item or the like need not each have what one of
        them has: there it is told once, at the start of the text, if none has any.
        """
        pieces = [(key, block, [match.span() for match in self._pattern.all(block.text)]) for key, block in document.of(self.scope)]
        if self._least > 0 and pieces and not any(found for _, block, found in pieces if block.kind not in _EACH):
            missing = next(((key, block) for key, block, _ in pieces if block.kind not in _EACH), None)
            if missing:
                yield Alert(*missing, 0, 0, filled(self.definition.message, ("0",)), at_start=True)
        for key, block, found in pieces:
            count = len(found)
            if not count and block.kind not in _EACH:
                continue
            if not ((self._most > 0 and count > self._most) or count < self._least):
                continue
            message = filled(self.definition.message, (str(count),))
            if not found and (first := _FIRST_WORD.search(block.text)):
                yield Alert(key, block, *first.span(), message)
            for start, end in found:
                words = block.text[start:end]
                if words.strip() and words.strip("*@"):
                    yield Alert(key, block, start, end, message)
                    break
