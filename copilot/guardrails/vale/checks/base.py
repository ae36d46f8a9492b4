"""What all checks share: the document they look at, what they find, and the exceptions that they honour."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from copilot.guardrails.vale import actions
from copilot.guardrails.vale.actions import Action
from copilot.guardrails.vale.dialect import BadPattern, Pattern, Tokens
from copilot.guardrails.vale.format import Definition
from copilot.guardrails.vale.message import choice, filled
from copilot.guardrails.vale.scope import Block, Scope
from copilot.language.prose import Locale, Prose
from copilot.language.words import Words

WORD = r"\b(?:{})\b"
NONWORD = r"(?:{})"


class BadRule(ValueError):
    """A rule whose parts do not work: what is wrong, and the entry at fault."""

    def __init__(self, what: Words, *loc: str | int) -> None:
        self.what, self.loc = what, loc
        super().__init__(what.en)


@dataclass(frozen=True)
class Document:
    """Copy cut into blocks: each with the key of its field, in order. `pages`: what each field was cut from, by key; `alerts`: how many a rule finds."""

    blocks: tuple[tuple[str, Block], ...]
    locale: Locale
    pages: Mapping[str, Prose] = field(default_factory=dict)
    alerts: Callable[[str], float] = lambda code: 0.0
    _held: dict[object, list[tuple[str, Block]]] = field(default_factory=dict)

    def of(self, scope: Scope) -> list[tuple[str, Block]]:
        """The blocks that a rule of this scope looks at."""
        if scope.choices not in self._held:
            self._held[scope.choices] = [(key, block) for key, block in self.blocks if scope.takes(block)]
        return self._held[scope.choices]


class Alert(NamedTuple):
    """text[start:end] of a block, what is wrong with it, and what could stand instead. `at_start`: it is the whole text that is meant."""

    key: str
    block: Block
    start: int
    end: int
    message: str
    offers: tuple[str, ...] = ()
    at_start: bool = False


@dataclass
class Check(ABC):
    """A check. `tokens` are the patterns of which one must match for it to find anything, None where it always looks."""

    definition: Definition
    scope: Scope
    action: Action
    exceptions: Exceptions = field(init=False)
    vocabulary: tuple[str, ...] = ()
    tokens: Tokens | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        own = tuple(self.definition.options.get("exceptions", ()))
        self.exceptions = Exceptions(own + (self.vocabulary if self.definition.options.get("vocab", True) else ()))
        self.prepare()

    def prepare(self) -> None:  # noqa: B027 - many kinds have none to make
        """Make the patterns of this kind of check. Raises: BadRule."""

    @abstractmethod
    def run(self, document: Document, candidates: Sequence[int]) -> Iterator[Alert]:
        """What it finds. `candidates` are the patterns of `tokens` that can match."""

    def prove(self) -> None:
        """Compile every pattern. Raises: BadPattern, TookTooLong."""
        for pattern in self.tokens.patterns if self.tokens else ():
            pattern.proved()
        self.exceptions.prove()

    def pattern(self, source: str, *loc: str | int, ignorecase: bool = False) -> Pattern:
        """A pattern of the rule. Raises: BadRule that names the entry."""
        try:
            return Pattern(source, ignorecase)
        except BadPattern as error:
            raise BadRule(error.what, *loc) from error

    def alert(self, key: str, block: Block, start: int, end: int, groups: Sequence[str] = ()) -> Alert:
        """An alert on text[start:end] with the rule's own message and action."""
        words = block.text[start:end]
        offers = self.action.offers(words, groups)
        if self.definition.options.get("matchcase"):
            offers = tuple(recased(offer, words) for offer in offers)
        values = [words]
        if self.action.name:
            values.append(offers[0] if len(offers) == 1 else choice(offers) if offers else words)
        return Alert(key, block, start, end, filled(self.definition.message, values), offers)


class Exceptions:
    """Words that a rule lets pass: its own exceptions and the accepted vocabulary, each a pattern, longest first."""

    def __init__(self, terms: Sequence[str]) -> None:
        self.terms = tuple(sorted((term for term in terms if term.strip()), key=len, reverse=True))

    @cached_property
    def _words(self) -> Pattern:
        return Pattern(WORD.format("|".join(term if term.startswith("(?i)") else f"(?-i){term}" for term in self.terms)))

    @cached_property
    def _phrases(self) -> Pattern | None:
        phrases = [term for term in self.terms if " " in term or "\t" in term or r"\s" in term]
        return Pattern(WORD.format("|".join(phrases)), ignorecase=True) if phrases else None

    def prove(self) -> None:
        """Compile. Raises: BadPattern."""
        if self.terms:
            self._words.proved()
            if self._phrases:
                self._phrases.proved()

    def hold(self, words: str) -> bool:
        """Whether an exception stands in `words`."""
        return bool(self.terms) and self._words.search(words) is not None

    def cover(self, text: str, start: int, end: int) -> bool:
        """Whether text[start:end] is an exception, holds one, or lies within an accepted phrase."""
        if not self.terms:
            return False
        if self.hold(text[start:end].strip()):
            return True
        return self._phrases is not None and any(match.start() <= start and end <= match.end() for match in self._phrases.all(text))


def recased(offer: str, words: str) -> str:
    """`offer` in the case of `words`: all lower, all upper, or a capital first."""
    if words.islower():
        return offer.lower()
    if len(words) > 1 and words.isupper():
        return offer.upper()
    return offer[:1].upper() + offer[1:] if words[:1].isupper() else offer


def read_action(definition: Definition) -> Action:
    """The action of a rule. Raises: BadRule."""
    given = definition.options.get("action", {})
    params = given.get("params", [])
    try:
        return actions.read(str(given.get("name", "")), params if isinstance(params, list) else [params])
    except BadPattern as error:
        raise BadRule(error.what, "action") from error
