"""CSV and TSV: each row is a piece of copy, each cell knows where it stands in the file.

The format is RFC 4180 as spreadsheets write it: cells in double quotes may hold the delimiter, line ends and doubled quotes. The delimiter is the one of comma,
semicolon, tab and bar under which the header holds the columns asked for. Python's `csv` reads the same cells but does not say where they stand.
Source: RFC 4180, https://www.rfc-editor.org/rfc/rfc4180, read 2026-11-22.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from copilot.documents.source import Piece, Source, Writer, as_it_is
from copilot.errors import BadInput, BadOption, FileFault
from copilot.language.words import Words, both

DELIMITERS = (",", ";", "\t", "|")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins with one of these may run as a formula in a spreadsheet. Source: OWASP, CSV Injection, https://owasp.org/www-community/attacks/CSV_Injection."""
USUAL = {"id": ("id",), "locale": ("locale", "lang", "language", "langue"), "channel": ("channel", "canal")}
"""Names of the columns that are taken for the id, the language and the channel where no option names one."""


class Cell(NamedTuple):
    """A cell whose text, quotes left out, stands at begin..end."""

    begin: int
    end: int
    quoted: bool


class Row(NamedTuple):
    """A row: its line in the file, its cells, and what is wrong with it, if anything."""

    line: int
    cells: tuple[Cell, ...]
    fault: Words | None


@dataclass(frozen=True)
class Columns:
    """Which columns hold what. `copy`: pairs of a column and the field it is checked as, empty for its own name; the others may be empty."""

    copy: tuple[tuple[str, str], ...] = ()
    id: str = ""
    locale: str = ""
    channel: str = ""

    @classmethod
    def named(cls, names: str, id_: str = "", locale: str = "", channel: str = "") -> Columns:
        """From `subject,Texte=body` as given on the command line."""
        pairs = (name.partition("=") for name in names.split(",") if name.strip())
        return cls(tuple((column.strip(), field.strip()) for column, _, field in pairs), id_, locale, channel)


NO_COLUMNS = Columns()


class TableRow(NamedTuple):
    """The copy of one row: pieces by column (or by the field given for it), and what its other columns say."""

    line: int
    id: str
    locale: str
    channel: str
    pieces: dict[str, Piece]


class Table(NamedTuple):
    """The rows that could be read, and what is wrong with the others, by line."""

    rows: tuple[TableRow, ...]
    faults: tuple[tuple[int, BadInput], ...]


def cells(source: Source, delimiter: str) -> Iterator[Row]:
    """Every row that is not blank."""
    text, at = source.text, 0
    pattern = re.compile(rf'"((?:[^"]|"")*+)"(?=[{re.escape(delimiter)}\r\n]|\Z)|([^{re.escape(delimiter)}\r\n]*)')
    while at < len(text):
        begin, found, fault = at, [], None
        while True:
            match = pattern.match(text, at)
            assert match is not None  # the second half matches anything, nothing too
            quoted = match[1] is not None
            if not quoted and match[2].startswith('"'):
                fault = both("its quotation marks do not match", "ses guillemets ne vont pas par paires")
            found.append(Cell(*match.span(1 if quoted else 2), quoted))
            at = match.end()
            if text[at : at + 1] != delimiter:
                break
            at += 1
        at += 2 if text.startswith("\r\n", at) else 1
        if len(found) > 1 or found[0].end > found[0].begin or found[0].quoted:
            yield Row(source.place(begin).line, tuple(found), fault)


def delimiter_of(source: Source, wanted: Sequence[str]) -> str:
    """The delimiter under which the header holds most of the `wanted` columns, and most columns."""

    def fits(delimiter: str) -> tuple[int, int]:
        header = _places(_header(source, delimiter))
        return sum(name.casefold() in header for name in wanted), len(header)

    return max(DELIMITERS, key=fits)


def _header(source: Source, delimiter: str) -> list[str]:
    """Column names as they stand in the first row."""
    first = next(cells(source, delimiter), None)
    return [_text(source, cell).strip() for cell in first.cells] if first else []


def _places(names: Sequence[str]) -> dict[str, int]:
    """Column names, without case, and their numbers; of two of one name the first."""
    return {name.casefold(): number for number, name in reversed(list(enumerate(names)))}


def _text(source: Source, cell: Cell) -> str:
    text = source.text[cell.begin : cell.end]
    return text.replace('""', '"') if cell.quoted else text


def doubled(replacement: str) -> str:
    """A replacement inside a quoted cell."""
    return replacement.replace('"', '""')


def _piece(source: Source, cell: Cell) -> Piece:
    writer = Writer(source)
    begin = cell.begin
    if cell.quoted:
        for match in re.finditer('""', source.text[cell.begin : cell.end]):
            writer.copy(begin, cell.begin + match.start())
            writer.put('"', cell.begin + match.start(), cell.begin + match.end())
            begin = cell.begin + match.end()
    writer.copy(begin, cell.end)
    return writer.piece(doubled if cell.quoted else as_it_is)


def read(source: Source, columns: Columns) -> Table:
    """The copy in a table. Raises: BadOption where columns are not named or not there."""
    wanted = [name for name, _ in columns.copy]
    delimiter = delimiter_of(source, wanted)
    names = _header(source, delimiter)
    header, shown = _places(names), ", ".join(names)
    if not wanted:
        mend = both(f"Say which columns of {source.name} hold copy: {shown}.", f"Dites quelles colonnes de {source.name} portent du texte : {shown}.")
        raise BadOption(option="--columns", given="", mend=mend)
    for option, name in [*(("--columns", name) for name in wanted), ("--id-column", columns.id), ("--locale-column", columns.locale), ("--channel-column", columns.channel)]:  # fmt: skip
        if name and name.casefold() not in header:
            raise BadOption(option=option, given=name, mend=both(f"{source.name} has the columns {shown}.", f"{source.name} a les colonnes {shown}."))
    places = {kind: _column(header, named, USUAL[kind]) for kind, named in (("id", columns.id), ("locale", columns.locale), ("channel", columns.channel))}
    rows: list[TableRow] = []
    faults: list[tuple[int, BadInput]] = []
    width = 0
    for number, row in enumerate(cells(source, delimiter)):
        if number == 0:
            width = len(row.cells)
            continue
        fault = row.fault
        if fault is None and len(row.cells) != width:
            fault = both(f"has {len(row.cells)} cells where the header has {width}", f"a {len(row.cells)} cellules ; l'en-tête en a {width}")
        if fault is not None:
            mend = both("The row was left out; mend it.", "La ligne a été laissée de côté ; corrigez-la.")
            faults.append((row.line, FileFault(file=f"{source.name}:{row.line}", what=fault, mend=mend)))
            continue
        said = {kind: "" if place is None else _text(source, row.cells[place]).strip() for kind, place in places.items()}
        pieces = {field or name: _piece(source, row.cells[header[name.casefold()]]) for name, field in columns.copy}
        pieces = {key: piece for key, piece in pieces.items() if piece.text.strip()}
        if pieces:
            rows.append(TableRow(row.line, said["id"] or f"{source.name}:{row.line}", said["locale"], said["channel"], pieces))
    return Table(tuple(rows), tuple(faults))


def _column(header: dict[str, int], named: str, usual: Sequence[str]) -> int | None:
    if named:
        return header[named.casefold()]
    return next((header[name] for name in usual if name in header), None)
