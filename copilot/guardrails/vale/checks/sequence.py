"""`sequence`: words one after the other in a sentence, each by a pattern. Tokens that ask for parts of speech are not for us."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copilot.guardrails.vale.checks.base import Alert, BadRule, Check, Document
from copilot.guardrails.vale.dialect import Pattern, Tokens
from copilot.guardrails.vale.message import filled
from copilot.language.words import both

_TOKEN = re.compile(r"[^\W_]+?(?=n['’]t\b)|n['’]t\b|['’](?:ll|s|re|m|ve|d)\b|\w+(?:[-/.]\w+)*|[^\w\s]")
_MOST_STEPS = 100
_END = -1
_TRUE = frozenset({"true", "yes", "on", "1"})


@dataclass(frozen=True)
class Step:
    """One token of the sequence: a word that fits `pattern` (or, negated, does not), within `skip` words of its neighbour."""

    pattern: Pattern | None
    negate: bool
    skip: int
    target: bool

    def fits(self, word: str) -> bool:
        """Whether the word can stand here."""
        return self.pattern is None or (self.pattern.fullmatch(word) is not None) != self.negate


class WordSequence(Check):
    """`tokens` with `pattern`, `negate`, `skip`, `min` and `target`; a match that begins inside one of `exceptions` is dropped."""

    def prepare(self) -> None:
        """The steps; the first that is not negated is looked for, the others around it."""
        options = self.definition.options
        ignorecase = bool(options.get("ignorecase"))
        self._steps: list[Step] = []
        for number, token in enumerate(options["tokens"]):
            pattern = self.pattern(f"(?:{token['pattern']})", "tokens", number, ignorecase=ignorecase) if token.get("pattern") else None
            skip, least = (self._count(token, name, number) for name in ("skip", "min"))
            step = Step(pattern, token.get("negate", "").lower() in _TRUE, skip, token.get("target", "").lower() in _TRUE)
            self._steps += [step] * max(1, least)
        self._anchor = next(index for index, step in enumerate(self._steps) if step.pattern is not None and not step.negate)
        self._regions = [self.pattern(entry, "exceptions", number) for number, entry in enumerate(options.get("exceptions", ()))]
        anchor = self._steps[self._anchor].pattern
        assert anchor is not None
        self.tokens = Tokens([anchor.source], ignorecase)

    @staticmethod
    def _count(token: dict[str, str], name: str, number: int) -> int:
        given = token.get(name) or "0"
        if not given.isdigit() or int(given) > _MOST_STEPS:
            raise BadRule(both(f"'{name}' is not a number up to {_MOST_STEPS}", f"« {name} » n'est pas un nombre jusqu'à {_MOST_STEPS}"), "tokens", number)
        return int(given)

    def prove(self) -> None:
        """Compile. Raises: BadPattern."""
        for step in self._steps:
            if step.pattern:
                step.pattern.proved()
        for region in self._regions:
            region.proved()

    def run(self, document: Document, candidates: Sequence[int]) -> Iterator[Alert]:
        """Every place where the words follow each other so."""
        for key, block in document.of(self.scope):
            words = [match.span() for match in _TOKEN.finditer(block.text)]
            regions = [match.span() for region in self._regions for match in region.all(block.text)]
            last = -1
            for index, (start, end) in enumerate(words):
                if index <= last or not self._steps[self._anchor].fits(block.text[start:end]):
                    continue
                found = self._around(block.text, words, index)
                if found is None or any(begin <= words[found[0]][0] < stop for begin, stop in regions):
                    continue
                low, high, target = found
                last = high
                span = words[target] if target is not None else (words[low][0], words[high][1])
                values = [block.text[first:final] for first, final in words[low : high + 1]]
                offers = self.action.offers(block.text[span[0] : span[1]])
                yield Alert(key, block, span[0], span[1], filled(self.definition.message, values), offers)

    def _around(self, text: str, words: list[tuple[int, int]], at: int) -> tuple[int, int, int | None] | None:
        """The first and last word of the sequence whose anchor is word `at`, and the word to flag; None if the others do not fit."""
        low = high = at
        target = at if self._steps[self._anchor].target else None
        for direction, steps in ((-1, self._steps[: self._anchor][::-1]), (1, self._steps[self._anchor + 1 :])):
            place = at
            for number, step in enumerate(steps):
                found = self._next(text, words, place + direction, direction, step)
                if found == _END and all(other.negate for other in steps[number:]):
                    break
                if found is None or found == _END:
                    return None
                place = found
                low, high = min(low, place), max(high, place)
                target = place if step.target else target
        return low, high, target

    @staticmethod
    def _next(text: str, words: list[tuple[int, int]], place: int, direction: int, step: Step) -> int | None:
        """The word that takes the step, `_END` where the sentence ends before, None where another stands in its place."""
        for distance in range(step.skip + 1):
            index = place + direction * distance
            if not 0 <= index < len(words):
                return _END
            start, end = words[index]
            if step.fits(text[start:end]):
                return index
            if step.negate:
                return None
        return None
