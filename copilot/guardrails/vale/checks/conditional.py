"""`conditional`: what may stand only if something else does, such as a short form that was never spelt out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copilot.guardrails.vale.checks.base import Alert, Check, Document
from copilot.guardrails.vale.dialect import Tokens
from copilot.guardrails.vale.scope import Block


class Conditional(Check):
    """Each match of `first` wants a match of `second`: the same words where `second` captures them, met so far; any match in the same piece where it captures none."""

    def prepare(self) -> None:
        """Two patterns; without a literal of the first the rule need not look."""
        options = self.definition.options
        self._first = self.pattern(options["first"], "first")
        self._second = self.pattern(options["second"], "second")
        self.tokens = Tokens([options["first"]], ignorecase=False)

    def prove(self) -> None:
        """Compile. Raises: BadPattern."""
        self._first.proved()
        self._second.proved()
        self.exceptions.prove()

    def run(self, document: Document, candidates: Sequence[int]) -> Iterator[Alert]:
        """Every first without its second."""
        stated: set[str] = set()
        for key, block in document.of(self.scope):
            if self._second.groups:
                stated.update(group for match in self._second.all(block.text) for group in match.groups() if group)
            elif self._second.search(block.text):
                continue
            yield from self._missing(key, block, stated)

    def _missing(self, key: str, block: Block, stated: set[str]) -> Iterator[Alert]:
        for match in self._first.all(block.text):
            start, end = match.span()
            if start < end and match.group() not in stated and not self.exceptions.cover(block.text, start, end):
                yield self.alert(key, block, start, end)
