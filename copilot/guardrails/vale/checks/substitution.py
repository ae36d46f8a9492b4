"""`substitution`: words that have a better form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from copilot.guardrails.vale.checks.base import NONWORD, WORD, Alert, Check, Document, recased
from copilot.guardrails.vale.dialect import BadPattern, Pattern, Tokens, TookTooLong
from copilot.guardrails.vale.message import choice, filled, unquoted
from copilot.guardrails.vale.scope import Block

_GROUP = re.compile(r"\$\d+")
_PHRASE = re.compile(r"[\w \-]*")


class Substitution(Check):
    """`swap` leads from a pattern to the form wanted, in which `$1` stands for a group and `|` parts several suggestions; longer patterns come first."""

    def prepare(self) -> None:
        """One pattern for each pair."""
        options = self.definition.options
        frame = NONWORD if options.get("nonword") else WORD
        self._pairs: list[tuple[str, str]] = sorted(options["swap"].items(), key=lambda pair: len(pair[0]), reverse=True)
        ignorecase = bool(options.get("ignorecase"))
        for found, _ in self._pairs:
            self.pattern(found, "swap", found)
        self.tokens = Tokens([frame.replace("{}", found) for found, _ in self._pairs], ignorecase)
        self._replaces = self.action.name == "replace"
        self._own = self._replaces and not self.action.params
        self._keys: dict[int, Pattern] = {}

    def run(self, document: Document, candidates: Sequence[int]) -> Iterator[Alert]:
        """Every match that does not have the wanted form already and is no exception."""
        assert self.tokens is not None
        for key, block in document.of(self.scope):
            for number, match in self.tokens.all(block.text, candidates):
                start, end = match.span()
                if start < end:
                    yield from self._judge(key, block, number, start, end)

    def _judge(self, key: str, block: Block, number: int, start: int, end: int) -> Iterator[Alert]:
        options = self.definition.options
        observed = block.text[start:end]
        wanted = self._wanted(number, observed)
        offers = tuple(self._options(wanted))
        same = observed in offers if self._replaces else self._agrees(wanted, observed)
        if same or self.exceptions.cover(block.text, start, end):
            return
        message, said = self.definition.message, wanted
        if self._own:
            if options.get("capitalize") and observed[:1].isupper():
                offers = tuple(offer[:1].upper() + offer[1:] for offer in offers)
            if options.get("matchcase"):
                offers = tuple(recased(offer, observed) for offer in offers)
            said, message = choice(offers), unquoted(message)
        elif self.action.name:
            offers = self.action.offers(observed)
        yield Alert(key, block, start, end, filled(message, (said, observed)), offers or (("",) if not wanted and self._replaces else ()))

    def _wanted(self, number: int, observed: str) -> str:
        found, wanted = self._pairs[number]
        if self.definition.options.get("capitalize") and observed[:1] == observed[:1].upper():
            wanted = wanted[:1].upper() + wanted[1:]
        if not _GROUP.search(wanted):
            return wanted
        if number not in self._keys:
            self._keys[number] = Pattern(found, bool(self.definition.options.get("ignorecase")))
        return self._keys[number].replace(wanted, observed)

    @staticmethod
    def _options(wanted: str) -> list[str]:
        return [option.replace("\0", "|") for option in wanted.replace("\\|", "\0").split("|") if option]

    @staticmethod
    def _agrees(wanted: str, observed: str) -> bool:
        """Whether `observed` is as wanted; a wanted form that is no plain phrase is a pattern."""
        if _PHRASE.fullmatch(wanted):
            return wanted == observed
        pattern = _exact(wanted)
        return pattern.search(observed) is not None if pattern else wanted == observed


@lru_cache(maxsize=4096)
def _exact(wanted: str) -> Pattern | None:
    try:
        pattern = Pattern(rf"^(?:{wanted})$")
        pattern.proved()
    except (BadPattern, TookTooLong):
        return None
    return pattern
