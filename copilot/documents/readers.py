"""Tables of readers, CSV or JSON lines, as rows of text values by column; and safe CSV out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from copilot.documents.tables import DELIMITERS, FORMULA
from copilot.errors import FileFault
from copilot.language.words import Words, both

MOST_BYTES = 200_000_000


class ReaderRow(NamedTuple):
    """A row: its line in the file, its values by column, names in lower case with underscores."""

    line: int
    values: dict[str, str]


def _fault(name: str, line: int, what: Words, mend: Words) -> FileFault:
    return FileFault(file=f"{name}:{line}" if line else name, what=what, mend=mend)


_GIVE = both("Give a CSV with a header, or JSON lines with one object a line.", "Donnez un CSV avec un en-tête, ou un JSONL avec un objet par ligne.")


def column(name: str) -> str:
    """A column's name as slots write it: `First Name` -> first_name."""
    return "_".join(name.strip().lower().replace("-", " ").split())


def read_readers(path: Path) -> list[ReaderRow]:
    """All rows of a table. Raises: FileFault with the line, for a file that is missing, no text, empty, or whose row does not fit its header."""
    if not path.is_file():
        raise _fault(str(path), 0, both("there is no such file", "ce fichier n'existe pas"), _GIVE)
    if path.stat().st_size > MOST_BYTES:
        raise _fault(str(path), 0, both("it is over 200 MB", "il dépasse 200 Mo"), both("Cut it up.", "Découpez-le."))
    return parse_readers(path.read_bytes(), path.name)


def parse_readers(raw: bytes, name: str) -> list[ReaderRow]:
    """The same from the bytes of a file. Raises: FileFault."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = both("it is not UTF-8 text", "ce n'est pas du texte en UTF-8")
        raise _fault(name, raw[: error.start].count(b"\n") + 1, what, both("Save it as UTF-8.", "Enregistrez-le en UTF-8.")) from error
    if "\0" in text or not text.strip():
        raise _fault(name, 0, both("it holds no rows", "il ne contient pas de lignes"), _GIVE)
    rows = _json_lines(text, name) if text.lstrip()[0] == "{" else _csv(text, name)
    if not rows:
        raise _fault(name, 0, both("it holds no rows", "il ne contient pas de lignes"), _GIVE)
    return rows


def _json_lines(text: str, name: str) -> list[ReaderRow]:
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise _fault(name, number, both("is not JSON", "n'est pas du JSON"), _GIVE) from error
        if not isinstance(data, dict):
            raise _fault(name, number, both("is no object", "n'est pas un objet"), _GIVE)
        rows.append(ReaderRow(number, {column(str(key)): "" if value is None else str(value) for key, value in data.items()}))
    return rows


def _csv(text: str, name: str) -> list[ReaderRow]:
    first = text.split("\n", 1)[0]
    found = csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=first.count))
    rows: list[ReaderRow] = []
    try:
        header = [column(cell) for cell in next(found)]
        if len(set(header)) < len(header):
            raise _fault(name, 1, both("a column stands twice", "une colonne figure deux fois"), both("Name each once.", "Nommez chacune une fois."))
        for cells in found:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                what = both(f"it has {len(cells)} cells, the header {len(header)}", f"elle a {len(cells)} cellules, l'en-tête {len(header)}")
                raise _fault(name, found.line_num, what, both("Mend the row.", "Corrigez la ligne."))
            rows.append(ReaderRow(found.line_num, dict(zip(header, cells, strict=True))))
    except csv.Error as error:
        raise _fault(name, found.line_num, both(f"is no CSV ({error})", f"n'est pas du CSV ({error})"), _GIVE) from error
    return rows


def safe_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """CSV whose cells no spreadsheet runs as a formula: one that begins like a formula gets an apostrophe. Source: as `tables.FORMULA`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (header, *rows):
        writer.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in row])
    return out.getvalue()
