"""Where sentences and paragraphs of a block begin and end.

A line break is a blank like any other: hard-wrapped text has sentences over several lines. A full stop after an abbreviation ends no sentence unless the
abbreviation may close one and a capital follows.
"""

from __future__ import annotations

import re

Span = tuple[int, int]

_END = re.compile(r"[.!?…]+[\"'’”»)\]*_]*(?=\s|$)")
_NEVER_LAST = frozenset(
    str.split("""mr mrs ms dr prof rev gen gov sen rep sgt capt col lt st mt fig figs no nos vol vols ed eds pp cf vs e.g i.e approx dept est viz al
    m mm mme mmes mlle mlles me pr ste av bd chap éd env ex tél""")
)  # fmt: skip
_MAY_BE_LAST = frozenset(str.split("etc inc ltd co corp jr sr a.m p.m u.s u.k jan feb mar apr jun jul aug sep sept oct nov dec"))
_LAST_WORD = re.compile(r"[\w.'’-]*$")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, trimmed, left to right."""
    found: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        after = text[match.end() :].lstrip("\"'‘“«([ \t\n\u00a0\u202f*_")[:1]
        if after and not _ends(text, match, after):
            continue
        _keep(found, text, start, match.end())
        start = match.end()
    _keep(found, text, start, len(text))
    return found


def _ends(text: str, match: re.Match[str], after: str) -> bool:
    sign = match.group()
    if after.islower():
        return False
    if sign[0] != "." or sign.startswith(".."):
        return True
    word = _LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    last = word.group().lower().strip(".'’") if word else ""
    if last in _NEVER_LAST or (len(last) == 1 and last.isalpha() and last != "i" and text[match.start() - 1].isupper()):
        return False
    if last in _MAY_BE_LAST or re.fullmatch(r"(?:[a-z]\.)+[a-z]", last):
        return after.isupper()
    return True


def _keep(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
    if start < end:
        found.append((start, end))


def paragraphs(text: str) -> list[Span]:
    """Pieces between blank lines, trimmed of line breaks."""
    found: list[Span] = []
    start = 0
    for match in _BLANK_LINE.finditer(text):
        _keep(found, text, start, match.start())
        start = match.end()
    _keep(found, text, start, len(text))
    return found
