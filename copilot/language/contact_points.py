"""Where a text sends its reader: links, e-mail addresses, phone numbers; and whether these stand in what the copy may lean on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from copilot.language.personal import find_personal

Way = Literal["link", "email", "phone"]
_LINK = re.compile(
    r"(?<![\w@./-])(?:https?://[^\s<>\"'«»()\[\]]{3,200}|www\.[^\s<>\"'«»()\[\]]{3,200}"
    r"|(?:[a-z0-9-]{1,60}\.){1,4}(?:com|fr|eu|net|org|co\.uk|uk|io|shop|store|info|biz|be|ch|de|example|link|page|app|dev|me|ly|xyz|site|online|ru|cn)\b(?:/[^\s<>\"'«»()\[\]]{0,200})?)",
    re.IGNORECASE,
)
_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?(?:www\.)?([^/:?#\s]+)", re.IGNORECASE)
LAST_DIGITS = 9
"""Digits at the end of a phone number that tell it apart, whatever country code stands before."""


class ContactPoint(NamedTuple):
    """A way to somebody at start..end of a text. `value` is what tells it apart: host, address in lower case, last digits."""

    way: Way
    start: int
    end: int
    value: str


def host(link: str) -> str:
    """The host of a link or an address, in lower case without www."""
    found = _HOST.match(link.strip())
    return found[1].lower().rstrip(".") if found else ""


def contact_points(text: str) -> list[ContactPoint]:
    """Links, addresses and phone numbers of `text`, left to right."""
    if not any(char.isdigit() or char in "@.:" for char in text):
        return []
    found = []
    for item in find_personal(text, ("email", "phone")):
        way: Way = "email" if item.kind == "email" else "phone"
        value = item.text.lower() if way == "email" else re.sub(r"\D", "", item.text)[-LAST_DIGITS:]
        found.append(ContactPoint(way, item.start, item.end, value))
    for match in _LINK.finditer(text):
        end = match.start() + len(match.group().rstrip(".,;:!?…"))
        if not any(match.start() < other.end and other.start < end for other in found):
            found.append(ContactPoint("link", match.start(), end, host(match.group())))
    return sorted(found, key=lambda point: point.start)


def from_nowhere(text: str, sources: Iterable[str]) -> list[ContactPoint]:
    """The contact points of `text` that none of `sources` gives: a link whose host is neither one of theirs nor that of one of their addresses."""
    points = contact_points(text)
    if not points:
        return []
    known: dict[Way, set[str]] = {"link": set(), "email": set(), "phone": set()}
    for source in sources:
        for point in contact_points(source):
            known[point.way].add(point.value)
            if point.way == "email":
                known["link"].add(point.value.rpartition("@")[2])
        digits = re.sub(r"\D", "", source)
        if LAST_DIGITS <= len(digits) <= 15:
            known["phone"].add(digits[-LAST_DIGITS:])
    return [point for point in points if point.value not in known[point.way]]
