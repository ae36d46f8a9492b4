"""CSV and TSV: rows as copy, cells at their places."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.documents import tables
from copilot.documents.read import Manner, load, read
from copilot.documents.source import Source
from copilot.documents.tables import Columns
from copilot.errors import BadOption

TABLE = 'id;Objet;Texte;locale;canal\r\n1;"Froid ?";"Il dit ""oui"";\r\net rit.";fr;email\r\n2;court\r\n3;"fermé mal;x;fr;email\r\n4;Hi there;Tea;de;email\r\n5;;;fr;\r\n6;Hi;Tea;en;fax\r\n'


def manner(names: str) -> Manner:
    """Reading with these columns."""
    return Manner(columns=Columns.named(names))


def test_rows_are_copy_and_bad_rows_are_told() -> None:
    """Fields by column, id, language and channel from theirs; short, broken, foreign and misplaced rows left out, each with its line; empty ones passed over."""
    reading = read(Source("t.csv", TABLE, bom=True), manner("Objet=subject,Texte=body"))
    [document] = reading.documents
    assert (document.id, document.line, document.copy.locale, document.copy.channel) == ("1", 2, "fr", "email")
    assert document.copy.fields == {"subject": "Froid ?", "body": 'Il dit "oui";\net rit.'}
    assert [(fault.line, type(fault.error).__name__) for fault in reading.faults] == [(4, "FileFault"), (5, "FileFault"), (6, "UnknownLocale"), (8, "UnknownChannel")]  # fmt: skip
    assert "t.csv:4: has 2 cells where the header has 5" in reading.faults[0].error.say("en")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_shows_the_columns(delimiter: str) -> None:
    """A semicolon table with commas in its cells is read by semicolons, and so on."""
    text = delimiter.join(["id", "subject"]) + "\n" + delimiter.join(["a", '"x,y;z|\t"']) + "\n"
    [document] = read(Source("t.csv", text), manner("subject")).documents
    assert document.copy.fields == {"subject": "x,y;z|\t"}


def test_columns_take_the_channels_names() -> None:
    """`Headline 1` is the channel's headline_1; a row without an id is called by its place."""
    [document] = read(Source("t.csv", "Headline 1,Note\nWaxed jackets mended,x\n"), Manner(channel="google_rsa", columns=Columns.named("Headline 1"))).documents
    assert (document.id, document.copy.fields) == ("t.csv:2", {"headline_1": "Waxed jackets mended"})


@pytest.mark.parametrize(("names", "message"), [("", "Say which columns of t.csv hold copy: id, subject."), ("body", "--columns is 'body'. t.csv has the columns id, subject.")])  # fmt: skip
def test_columns_must_be_named_and_there(names: str, message: str) -> None:
    """Else the columns there are told."""
    with pytest.raises(BadOption) as error:
        read(Source("t.csv", "id,subject\n1,x\n"), manner(names))
    assert message in error.value.say("en")


def test_a_cell_knows_its_place() -> None:
    """Quotation marks, doubled ones included, are counted in the file and not in the copy."""
    text = 'a,b\n1,"say ""yes"" now"\n'
    [row] = tables.read(Source("t.csv", text), Columns.named("b")).rows
    piece = row.pieces["b"]
    assert text[slice(*piece.span(4, 9))] == '""yes""'
    assert piece.text == 'say "yes" now'


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    """Excel writes one."""
    path = tmp_path / "t.csv"
    path.write_bytes("\ufeffsubject\r\nHello there\r\n".encode())
    source = load(path, "t.csv")
    assert (source.bom, source.written.encode()) == (True, path.read_bytes())
    assert [document.copy.fields for document in read(source, manner("subject")).documents] == [{"subject": "Hello there"}]


CELL = st.text(st.sampled_from('ab ",;\n\r\té'), max_size=6)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(CELL, min_size=2, max_size=2), min_size=1, max_size=5), st.sampled_from([",", ";", "\t"]))
def test_cells_are_those_of_python(rows: list[list[str]], delimiter: str) -> None:
    """What Python's csv writes is read cell for cell as Python's csv reads it."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    source = Source("t.csv", out.getvalue())
    found = [[source.text[cell.begin : cell.end].replace('""', '"') for cell in row.cells] for row in tables.cells(source, delimiter)]
    assert found == list(csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=delimiter))
