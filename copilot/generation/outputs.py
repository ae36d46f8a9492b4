"""What may not come back from a model: our own instructions, the marks that fence quoted text, orders to a model, ways to somebody that no source gave.

Leaks make a reply unusable. A link, an address, a number or a merge tag from nowhere is asked to be left out, once; if the model insists, the draft is kept and the rules
GRD007 and GRD008 block it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from copilot.language.contact_points import contact_points, from_nowhere
from copilot.language.merge_tags import merge_tags
from copilot.language.orders import find_orders

RUN = 8
"""Words in a row that are no chance any more."""
_MARK = re.compile(r"</?\s*(?:passage|brief|claims)\b[^>\n]{0,60}>|\b(?:passage|brief|claims)-[0-9a-f]{12}\b", re.IGNORECASE)

_BOUNDARY = re.compile(r"(?<!\w)(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{12}(?!\w)")
"""A boundary alone, which small models print as if it were a word."""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


@dataclass(frozen=True)
class Outputs:
    """What one reply is held against. `instructions`: our own text in the request; `sources`: what copy may repeat and point to; `attributes`: slots it may use."""

    instructions: str
    sources: tuple[str, ...]
    attributes: frozenset[str] = frozenset()

    def check(self, fields: Mapping[str, str], strict: bool = True) -> None:
        """Nothing, for a reply that holds no leak and, if `strict`, no way to somebody from nowhere. Raises: ValueError that names the field, not the words."""
        ours = _runs(self.instructions)
        for source in self.sources:
            ours -= _runs(source)
        stated = " ".join(" ".join(_words(source)) for source in self.sources)
        for key, text in fields.items():
            if _MARK.search(text) or any(bare.group() not in stated for bare in _BOUNDARY.finditer(text)):
                raise ValueError(f"'{key}' holds marks of this request")
            if ours & _runs(text):
                raise ValueError(f"'{key}' repeats the instructions")
            if any(" ".join(_words(text[start:end])) not in stated for start, end in find_orders(text, weak_too=False)):
                raise ValueError(f"'{key}' gives orders to a model")
        if strict:
            self._places(fields)

    def _places(self, fields: Mapping[str, str]) -> None:
        for key, text in fields.items():
            for point in from_nowhere(text, self.sources):
                raise ValueError(f"'{key}' holds {_NAMES[point.way]} that stands in no source: leave it out")
            for tag in merge_tags(text):
                if not tag.logic and tag.name not in self.attributes and not any(tag.text in source for source in self.sources):
                    raise ValueError(f"'{key}' holds a merge tag that nobody asked for: leave it out")


_NAMES = {"link": "a link", "email": "an e-mail address", "phone": "a phone number"}


def blank_contacts(text: str) -> str:
    """Past copy without its links, addresses and numbers, which belong to what it was about."""
    for point in reversed(contact_points(text)):
        text = text[: point.start] + " " + text[point.end :]
    return text


def sources_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that say something."""
    return tuple(text for text in texts if text.strip())
