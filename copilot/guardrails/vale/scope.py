"""What a scope means: which pieces of the copy a rule looks at.

Vale names a piece by dotted parts such as `text.heading.h2.md`; a rule's scope selects the pieces that have all of its parts, in any order; `~` excludes, `&`
joins conditions, a list offers alternatives (https://vale.sh/docs/topics/scopes, read 2026-11-22). A piece here is a `Block`: its text as a reader sees it and, for each
character, its place in the field.

Fields that are titles (headline, subject, title, h1 ...) are headings; every field is also a part of its own, so that `scope: subject` works.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["base", "sentence", "paragraph", "summary", "raw", "inline"]

TITLES: dict[str, str] = {
    "headline": "h1",
    "long_headline": "h1",
    "title": "h1",
    "h1": "h1",
    "subject": "h1",
    "card_title": "h1",
    "question": "h2",
    "subheading": "h2",
    "outline": "h2",
    "sitelink": "h2",
}
"""Fields that are read as headings, and of which level."""
INLINE = frozenset({"link", "code", "strong", "emphasis"})
KNOWN_PARTS = frozenset(
    str.split("""text heading h1 h2 h3 h4 h5 h6 paragraph sentence summary raw list blockquote table header cell caption figure attr alt link code strong emphasis
    md html txt""")
) | frozenset(TITLES)  # fmt: skip
FIELD_PARTS = frozenset(
    str.split("description primary_text preheader body call_to_action text opening meta_description path slug callout snippet intro answer")
)
FOREIGN_PARTS = frozenset({"comment", "meta", "class", "doc", "line", "block"})
"""Parts that Vale has and copy has not: comments in code, metadata, classes, selections by CSS."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A piece of a field. `text[i]` stands at `places[i]` of the field; `places` is a number where the piece stands there as it is."""

    text: str
    kind: Kind
    parts: frozenset[str]
    places: int | Sequence[int]
    quiet: frozenset[str] = frozenset()
    """Rules and styles that a comment switched off here; `*` for all."""
    counts: dict[str, int] = field(default_factory=dict)
    switches: tuple[tuple[int, frozenset[str]], ...] = ()
    """Places in the field from which a comment inside the block switches other rules off than `quiet` says."""

    def quiet_at(self, start: int) -> frozenset[str]:
        """What is switched off at text[start]."""
        if not self.switches:
            return self.quiet
        place = self.span(start, start + 1)[0]
        return next((quiet for begin, quiet in reversed(self.switches) if begin <= place), self.quiet)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] stands in the field."""
        if isinstance(self.places, int):
            return self.places + start, self.places + end
        if not self.places:
            return 0, 0
        if end <= start:
            at = self.places[min(start, len(self.places) - 1)]
            return at, at
        return self.places[start], self.places[end - 1] + 1

    def whole(self, start: int, end: int) -> bool:
        """Whether text[start:end] stands in the field in one piece, so that it can be replaced there."""
        begin, stop = self.span(start, end)
        return stop - begin == end - start

    def cut(self, start: int, end: int, kind: Kind) -> Block:
        """A part of the block as a block of its own."""
        places = self.places + start if isinstance(self.places, int) else self.places[start:end]
        return Block(self.text[start:end], kind, self.parts | {kind}, places, self.quiet, switches=self.switches)


class _Term(NamedTuple):
    parts: frozenset[str]
    negated: bool


class BadScope(ValueError):
    """A scope that copy does not have, or that cannot be read; `part` is the piece at fault."""

    def __init__(self, part: str) -> None:
        self.part = part
        super().__init__(part)


class Scope:
    """A rule's scope. Raises: BadScope for one that nothing here can fulfil."""

    def __init__(self, declared: Sequence[str]) -> None:
        choices: list[tuple[Kind, tuple[_Term, ...]]] = []
        unfit = ""
        for entry in declared or ("text",):
            terms: list[_Term] = []
            foreign = ""
            for piece in entry.split("&"):
                name = piece.strip()
                negated = name.startswith("~")
                name = name.removeprefix("~").strip()
                if not name or " " in name or "(" in name:
                    raise BadScope(name or entry)
                parts = frozenset(name.split("."))
                if not negated and (parts & FOREIGN_PARTS or not parts & (KNOWN_PARTS | FIELD_PARTS)):
                    foreign = name
                terms.append(_Term(parts, negated))
            if foreign:
                unfit = foreign
                continue
            choices.append((_kind(terms), tuple(terms)))
        if not choices:
            raise BadScope(unfit)
        self.choices = tuple(choices)

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of blocks it looks at."""
        return frozenset(kind for kind, _ in self.choices)

    def takes(self, block: Block) -> bool:
        """Whether a rule of this scope looks at `block`."""
        return any(kind == block.kind and all((term.parts <= block.parts) != term.negated for term in terms) for kind, terms in self.choices)


def _kind(terms: Sequence[_Term]) -> Kind:
    wanted = {part for term in terms if not term.negated for part in term.parts}
    for kind in ("raw", "summary", "sentence", "paragraph"):
        if kind in wanted:
            return kind
    return "inline" if wanted & INLINE else "base"
