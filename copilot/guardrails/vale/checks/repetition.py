"""`repetition`: the same thing twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copilot.guardrails.vale.checks.base import Alert, Check, Document
from copilot.guardrails.vale.message import choice, filled
from copilot.guardrails.vale.segments import sentences


class Repetition(Check):
    """`tokens` say what counts as a thing; `alpha` keeps to letters, `max` lets so many repetitions pass."""

    def prepare(self) -> None:
        """One pattern for all tokens."""
        options = self.definition.options
        for number, token in enumerate(options["tokens"]):
            self.pattern(token, "tokens", number)
        self._pattern = self.pattern(f"({'|'.join(options['tokens'])})", "tokens", ignorecase=bool(options.get("ignorecase")))

    def prove(self) -> None:
        """Compile. Raises: BadPattern."""
        self._pattern.proved()
        self.exceptions.prove()

    def run(self, document: Document, candidates: Sequence[int]) -> Iterator[Alert]:
        """Both things as one piece, unless a sentence ends between them."""
        options = self.definition.options
        fold, letters, most = bool(options.get("ignorecase")), bool(options.get("alpha")), options.get("max", 0)
        for key, block in document.of(self.scope):
            before, place, count = "", 0, 0
            for match in self._pattern.all(block.text):
                words = match.group().strip()
                said, last = (words.casefold(), before.casefold()) if fold else (words, before)
                again = bool(words) and said == last and (not letters or words.isalpha())
                count += again
                start, end = place, match.end()
                if again and count > most and len(sentences(block.text[start:end])) == 1 and not self.exceptions.cover(block.text, start, end):
                    offers = self.action.offers(block.text[start:end])
                    yield Alert(key, block, start, end, filled(self.definition.message, (words, choice(offers))), offers)
                    count = 0
                place, before = match.start(), words
