"""`consistency`: two forms of one thing, of which a text uses one only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from copilot.guardrails.vale.checks.base import NONWORD, WORD, Alert, Check, Document
from copilot.guardrails.vale.dialect import Pattern


class Consistency(Check):
    """`either` pairs the two forms. The alert stands where the second of them has been met, on the form last seen in that piece."""

    def prepare(self) -> None:
        """Two patterns for each pair."""
        options = self.definition.options
        frame = NONWORD if options.get("nonword") else WORD
        ignorecase = bool(options.get("ignorecase"))
        self._pairs: list[tuple[Pattern, Pattern]] = []
        for one, other in options["either"].items():
            self.pattern(one, "either", one)
            self.pattern(other, "either", one)
            self._pairs.append((Pattern(frame.replace("{}", one), ignorecase), Pattern(frame.replace("{}", other), ignorecase)))

    def prove(self) -> None:
        """Compile. Raises: BadPattern."""
        for one, other in self._pairs:
            one.proved()
            other.proved()

    def run(self, document: Document, candidates: Sequence[int]) -> Iterator[Alert]:
        """At most one alert a piece and pair."""
        for one, other in self._pairs:
            seen = [False, False]
            for key, block in document.of(self.scope):
                found = sorted([(match.span(), 0) for match in one.all(block.text)] + [(match.span(), 1) for match in other.all(block.text)])
                if not found:
                    continue
                for _, which in found:
                    seen[which] = True
                if all(seen):
                    (start, end), _ = found[-1]
                    start, end = _first(block.text, block.text[start:end]) or (start, end)
                    yield self.alert(key, block, start, end)


def _first(text: str, words: str) -> tuple[int, int] | None:
    """Where `words` stand first, as a word of their own."""
    match = regex.search(rf"(?<!\w){regex.escape(words, special_only=False)}(?!\w)", text)
    return match.span() if match else None
