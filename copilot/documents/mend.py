"""Safe fixes, written into the file where the words stand, and nothing else touched.

A fix is written only where its words stand in one stretch of the source, outside merge tags, addresses, code, line ends and attributes that are not ours to change. Then the
file is read again: what is read must be the old words with the fixes in them, to the character. Fixes that break this (a space that would undo emphasis, a
quotation mark that would end a cell) are dropped one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from copilot.documents.read import Document, Manner, Reading, read
from copilot.documents.source import LINE_END, Source
from copilot.documents.tables import FORMULA
from copilot.errors import BadInput
from copilot.language.prose import Prose, Span
from copilot.records import Finding

MOST_ROUNDS = 5
"""One fix may open the way to another; more rounds than this have never been needed."""


class Edit(NamedTuple):
    """Replace begin..end of the source by `written`; in field `key` of document `number` that is start..end by `replacement`."""

    begin: int
    end: int
    written: str
    number: int
    key: str
    start: int
    stop: int
    replacement: str


def edits_of(document: Document, findings: Iterable[Finding], number: int = 0) -> list[Edit]:
    """The safe fixes of `findings` that may be written into the source, in the order of their places, none over another."""
    shields: dict[str, list[Span]] = {}
    found: list[Edit] = []
    for finding in findings:
        piece = document.pieces[finding.field]
        if finding.fix is None or finding.fix.safety != "safe" or not piece.mendable or not piece.is_whole(finding.start, finding.end):
            continue
        if finding.field not in shields:
            prose = Prose(piece.text, document.copy.locale)
            shields[finding.field] = [prose.original(*span) for span in prose.protected]
        if any(finding.start < stop and start < finding.end for start, stop in shields[finding.field]):
            continue
        begin, end = piece.span(finding.start, finding.end)
        if LINE_END.search(document.source.text, begin, end):
            continue
        if "<" in piece.text[finding.start : finding.end] and document.source.text[begin:end] != piece.text[finding.start : finding.end]:
            continue  # a tag that somebody wrote as &lt;b> or \\<b> is meant to be read
        found.append(Edit(begin, end, piece.escape(finding.fix.replacement), number, finding.field, finding.start, finding.end, finding.fix.replacement))
    kept: list[Edit] = []
    for edit in sorted(found, key=lambda e: (e.begin, e.end, e.start)):
        if not kept or edit.begin > kept[-1].end or (edit.begin == kept[-1].end and not (edit.begin == edit.end and kept[-1].begin == kept[-1].end)):
            kept.append(edit)
    return kept


def written(text: str, edits: Iterable[Edit]) -> str:
    """`text` with the edits put in."""
    pieces, last = [], 0
    for edit in sorted(edits, key=lambda e: (e.begin, e.end)):
        pieces += [text[last : edit.begin], edit.written]
        last = edit.end
    return "".join([*pieces, text[last:]])


def kept(reading: Reading, manner: Manner, edits: Sequence[Edit]) -> list[Edit]:
    """Those of `edits` after which the file still reads as before, but for the fixes."""
    if not edits or _holds(reading, manner, edits):
        return list(edits)
    if len(edits) == 1:
        return []
    half = len(edits) // 2
    left, right = kept(reading, manner, edits[:half]), kept(reading, manner, edits[half:])
    both_halves = [*left, *right]
    return both_halves if _holds(reading, manner, both_halves) else left


def _holds(reading: Reading, manner: Manner, edits: Sequence[Edit]) -> bool:
    try:
        after = read(reading.source.with_text(written(reading.source.text, edits)), manner)
    except BadInput:
        return False
    if len(after.documents) != len(reading.documents):
        return False
    own: dict[tuple[int, str], list[Edit]] = {}
    for edit in edits:
        own.setdefault((edit.number, edit.key), []).append(edit)
    for number, (old, new) in enumerate(zip(reading.documents, after.documents, strict=True)):
        expected = {key: _expected(piece.text, own.get((number, key), [])) for key, piece in old.pieces.items()}
        if {key: piece.text for key, piece in new.pieces.items()} != expected:
            return False
        if reading.form == "table" and any(expected[key].startswith(FORMULA) and not piece.text.startswith(FORMULA) for key, piece in old.pieces.items()):
            return False
    return True


def _expected(text: str, edits: Iterable[Edit]) -> str:
    pieces, last = [], 0
    for edit in sorted(edits, key=lambda e: (e.start, e.stop)):
        pieces += [text[last : edit.start], edit.replacement]
        last = edit.stop
    return "".join([*pieces, text[last:]])


def mended(source: Source, manner: Manner, find: Callable[[Reading, Document], Sequence[Finding]]) -> tuple[Source, int]:
    """The file with every safe fix of what `find` finds, and how many there were. A second call changes nothing. Raises: what `read` raises."""
    count = 0
    for _ in range(MOST_ROUNDS):
        reading = read(source, manner)
        edits = [edit for number, document in enumerate(reading.documents) for edit in edits_of(document, find(reading, document), number)]
        edits = kept(reading, manner, edits) if reading.mendable else []
        after = written(source.text, edits)
        if after == source.text:
            break
        source, count = source.with_text(after), count + len(edits)
    return source, count
