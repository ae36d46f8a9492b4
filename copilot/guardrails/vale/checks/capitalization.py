"""`capitalization`: pieces, headings above all, that must be written in one case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from copilot.guardrails.vale.casing import WORD, indicated, sentence_case, title_case, tokens, without_prefix
from copilot.guardrails.vale.checks.base import Alert, Check, Document
from copilot.guardrails.vale.dialect import Pattern
from copilot.guardrails.vale.message import filled


class Capitalization(Check):
    """`match` is $title (with `style` AP or Chicago), $sentence (with `indicators`), $lower, $upper or a pattern; a share of `threshold` of the words must fit."""

    def prepare(self) -> None:
        """The wanted case."""
        options = self.definition.options
        self._match = options["match"]
        self._threshold = options.get("threshold") or 0.8
        self._prefix = self.pattern(options["prefix"], "prefix") if options.get("prefix") else None
        self._pattern = self.pattern(self._match, "match") if not self._match.startswith("$") or self._match not in _CASES else None

    def prove(self) -> None:
        """Compile. Raises: BadPattern."""
        if self._pattern:
            self._pattern.proved()
        self.exceptions.prove()
        assert self._words is not None

    @cached_property
    def _known(self) -> list[Pattern]:
        return [Pattern(term) for term in self.exceptions.terms]

    @cached_property
    def _words(self) -> Pattern:
        terms = "|".join(self.exceptions.terms)
        return Pattern(rf"\b(?:{terms})\b|{WORD}" if terms else WORD).proved()

    def run(self, document: Document, candidates: Sequence[int]) -> Iterator[Alert]:
        """Each piece that is not written so."""
        for key, block in document.of(self.scope):
            text = block.text
            wanted, fits = self._judge(text)
            if fits:
                continue
            offers = (
                (wanted,) if self.action.name == "replace" and not self.action.params and self._match in ("$title", "$sentence") else self.action.offers(text)
            )
            yield Alert(key, block, 0, len(text), filled(self.definition.message, (text, wanted)), offers)

    def _judge(self, text: str) -> tuple[str, bool]:
        """How the text should be written, and whether it is."""
        if self._pattern:
            return self._match, self._pattern.search(text) is not None or self.exceptions.hold(text)
        if self._match in ("$lower", "$upper"):
            wanted = text.lower() if self._match == "$lower" else text.upper()
            return wanted, text == wanted or self.exceptions.hold(text)
        prefix, rest = without_prefix(text, self._prefix)
        if self._match == "$title":
            wanted = prefix + title_case(rest, self.definition.options.get("style", "AP"), self._known)
        else:
            indicators = self.definition.options.get("indicators", ())
            wanted = prefix + sentence_case(rest, self._known, indicated(indicators))
        return wanted, self._share(text, wanted) >= self._threshold

    def _share(self, text: str, wanted: str) -> float:
        """The share of words that are as wanted; 1 for a text without words, 0 where the first word of a sentence is not."""
        expected, found = tokens(wanted, self._words), tokens(text, self._words)
        if not found:
            return 1.0
        fitting = 0
        for index, word in enumerate(found):
            if index >= len(expected) or word == expected[index] or self.exceptions.hold(word) or (self._match == "$title" and word == word.upper()):
                fitting += 1
            elif self._match == "$sentence" and not index and word != word.lower().title():
                return 0.0
        return fitting / len(found)


_CASES = frozenset({"$title", "$sentence", "$lower", "$upper"})
