"""`existence`: words or patterns that must not stand in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copilot.guardrails.vale.checks.base import NONWORD, WORD, Alert, Check, Document
from copilot.guardrails.vale.dialect import Tokens


class Existence(Check):
    """`tokens` are alternatives, whole words unless `nonword`; `raw` is one pattern, put before them, or after them with `append`."""

    def prepare(self) -> None:
        """One pattern for each token."""
        options = self.definition.options
        raw = "".join(options.get("raw", ()))
        entries = [(number, token) for number, token in enumerate(options.get("tokens", ())) if token.strip()]
        frame = NONWORD if options.get("nonword") or not entries else WORD
        sources = []
        for number, token in entries:
            self.pattern(token, "tokens", number)
            piece = frame.replace("{}", token)
            sources.append(piece + raw if options.get("append") else raw + piece)
        if raw:
            self.pattern(raw, "raw")
        self._before = self.pattern(raw, "raw").groups if raw and sources and self.action.params and not options.get("append") else 0
        self.tokens = Tokens(sources or [raw], bool(options.get("ignorecase")))

    def run(self, document: Document, candidates: Sequence[int]) -> Iterator[Alert]:
        """Every match that no exception covers; one without words, such as that of a lookahead, is a place."""
        assert self.tokens is not None
        for key, block in document.of(self.scope):
            for _, match in self.tokens.all(block.text, candidates):
                start, end = match.span()
                if not self.exceptions.cover(block.text, start, end):
                    yield self.alert(key, block, start, end, [group or "" for group in match.groups()[self._before :]])

    def __post_init__(self) -> None:
        """Rules about signs rather than words do not honour the vocabulary."""
        if self.definition.options.get("nonword"):
            self.vocabulary = ()
        super().__post_init__()
