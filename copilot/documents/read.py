"""A file -> the pieces of copy in it, each ready to be checked, with the way back to its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from copilot.channels import Channel, find_channel
from copilot.documents import campaign, drafts, html, markdown, plain, tables, waivers
from copilot.documents.locale import locale_of
from copilot.documents.source import Piece, Source
from copilot.documents.tables import NO_COLUMNS, Columns
from copilot.documents.waivers import Comment, Waiver
from copilot.errors import BadInput, BadOption, CentaurError, FileFault
from copilot.language.markup import Markup
from copilot.language.prose import BLANK, Span
from copilot.language.words import Words, both
from copilot.records import Copy, Finding, Locale, find_locale

Form = Literal["markdown", "html", "text", "table", "json"]
FORMS: tuple[Form, ...] = get_args(Form)
_BY_ENDING: dict[str, Form] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".csv": "table",
    ".tsv": "table",
    ".json": "json",
}
_OFFICE = (".docx", ".doc", ".odt", ".rtf", ".pdf", ".pptx", ".xlsx", ".xls", ".eml", ".msg")
_PAGE = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
MOST_BYTES = 2_000_000
MOST_TABLE_BYTES = 50_000_000


@dataclass(frozen=True)
class Manner:
    """How to read. Empty means: as the file says, else as its words tell. `field`: what the text of a file without fields is called."""

    locale: str = ""
    channel: str = ""
    field: str = "text"
    form: Form | None = None
    columns: Columns = NO_COLUMNS


@dataclass(frozen=True)
class Document:
    """One piece of copy in a file.

    id: what its output row is called; line: where it begins; whole: it is the file itself, so that offsets count from the start of the file and not of the field;
    extra: fields that no channel knows, such as alternative texts; form: that of a file which is one page; words: the field that holds its running text.
    """

    source: Source
    id: str
    line: int
    copy: Copy
    pieces: dict[str, Piece]
    whole: bool = True
    extra: frozenset[str] = frozenset()
    form: Form | None = None
    words: str = ""

    @property
    def markup(self) -> dict[str, Markup]:
        """The page that the copy was read from, by the field that holds its words."""
        if self.form not in ("markdown", "html") or self.words not in self.pieces:
            return {}
        return {self.words: Markup("md" if self.form == "markdown" else "html", self.source.text, self.pieces[self.words].within)}

    def place(self, finding: Finding) -> Span:
        """Where a finding of this copy stands in the file."""
        return self.pieces[finding.field].span(finding.start, finding.end)

    def told(self, finding: Finding) -> Finding:
        """The finding as it is told: with the words as they stand in the file and, where the copy is the file, its offsets there."""
        piece = self.pieces[finding.field]
        begin, end = piece.span(finding.start, finding.end)
        text = piece.shown(self.source, finding.start, finding.end) if BLANK in finding.text else finding.text
        return finding.model_copy(update={"text": text, "start": begin, "end": end} if self.whole else {"text": text})


class BadRow(NamedTuple):
    """A row of a file that cannot be checked: its line, and why."""

    line: int
    error: CentaurError


@dataclass(frozen=True)
class Reading:
    """What a file holds. `faults`: rows that could not be read; `mendable`: whether fixes may be written into it."""

    source: Source
    form: Form
    documents: tuple[Document, ...]
    waivers: tuple[Waiver, ...] = ()
    faults: tuple[BadRow, ...] = ()
    mendable: bool = True

    @property
    def has_rows(self) -> bool:
        """Whether the file is a list of pieces of copy, and not one."""
        return self.form == "table" or len(self.documents) + len(self.faults) > 1

    def no_words(self) -> FileFault:
        """The fault of a file that holds nothing to check."""
        return _fault(self.source.name, both("holds no text", "ne contient aucun texte"), both("Give some.", "Donnez-en."))


def load(path: Path, name: str, form: Form | None = None) -> Source:
    """The text of a file: UTF-8, with or without byte order mark. Raises: FileFault."""
    if path.suffix.lower() in _OFFICE and form is None:
        raise _fault(name, both("is not text", "n'est pas du texte"), _SAVE_AS)
    most = MOST_TABLE_BYTES if (form or _BY_ENDING.get(path.suffix.lower())) == "table" else MOST_BYTES
    try:
        size = path.stat().st_size
        if size > most:
            what = both(f"has {size / 1e6:.1f} MB", f"fait {size / 1e6:.1f} Mo")
            raise _fault(name, what, both(f"Keep it under {most / 1e6:.0f} MB; split it.", f"Restez sous {most / 1e6:.0f} Mo ; coupez-le."))
        raw = path.read_bytes()
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            raise _fault(name, both("there is no such file", "ce fichier n'existe pas"), both("Check the path.", "Vérifiez le chemin.")) from error
        what = both(f"cannot be read ({error.strerror})", f"illisible ({error.strerror})")
        raise _fault(name, what, both("Check its rights.", "Vérifiez ses droits.")) from error
    return decode(raw, name)


_SAVE_AS = both("Save it as HTML, Markdown or plain text (UTF-8).", "Enregistrez-le en HTML, Markdown ou texte brut (UTF-8).")


def decode(raw: bytes, name: str) -> Source:
    """The text in `raw`. Raises: FileFault, which names the line where it stops being UTF-8."""
    bom = raw.startswith(b"\xef\xbb\xbf")
    if raw.startswith((b"PK\x03\x04", b"%PDF", b"{\\rtf", b"\xd0\xcf\x11\xe0")):
        raise _fault(name, both("is not text", "n'est pas du texte"), _SAVE_AS)
    try:
        return Source(name, raw.decode("utf-8-sig"), bom)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        what = both("is not UTF-8 text", "n'est pas du texte en UTF-8")
        mend = both("Save it as UTF-8 (Excel: CSV UTF-8).", "Enregistrez-le en UTF-8 (Excel : CSV UTF-8).")
        raise _fault(f"{name}:{line}", what, mend) from error


def _fault(file: str, what: Words, mend: Words) -> FileFault:
    return FileFault(file=file, what=what, mend=mend)


def form_of(source: Source, manner: Manner) -> Form:
    """The form of a file: as asked, by its ending, or by how it begins."""
    known = manner.form or _BY_ENDING.get(Path(source.name).suffix.lower())
    return known or ("html" if _PAGE.match(source.text) else "text")


def read(source: Source, manner: Manner) -> Reading:
    """The copy in a file; none where it holds no words. Raises: BadInput, such as FileFault, UnknownLocale, UnknownChannel, BadOption."""
    return _READERS[form_of(source, manner)](source, manner)


def find_form(name: str) -> Form | None:
    """The form called `name`, None for an empty one. Raises: BadOption."""
    if name and name not in FORMS:
        known = ", ".join(FORMS)
        raise BadOption(option="--as", given=name, mend=both(f"Use one of: {known}.", f"Prenez l'un de : {known}."))
    return next((form for form in FORMS if form == name), None)


def _channel(manner: Manner) -> str:
    return find_channel(manner.channel, " (--channel)").name if manner.channel else ""


def _locale(manner: Manner, pieces: Iterable[Piece], where: str, declared: str = "") -> Locale:
    if manner.locale:
        return find_locale(manner.locale, " (--locale)")
    return locale_of("\n".join(piece.text for piece in pieces), where, declared)


def _one(source: Source, manner: Manner, form: Form, pieces: dict[str, Piece], comments: Iterable[Comment] = (), declared: str = "") -> Reading:
    """A file that is one piece of copy."""
    pieces = {key: piece for key, piece in pieces.items() if piece.text.strip()}
    allowed = waivers.read(source, comments)
    if not pieces:
        return Reading(source, form, (), allowed)
    channel = _channel(manner)
    known = find_channel(channel) if channel else None
    copy = Copy(locale=_locale(manner, pieces.values(), source.name, declared), channel=channel, fields={key: piece.text for key, piece in pieces.items()})
    extra = frozenset(key for key in pieces if key != manner.field and not (known and known.field(key)))
    return Reading(source, form, (Document(source, source.name, 1, copy, pieces, extra=extra, form=form, words=manner.field),), allowed)


def _text(source: Source, manner: Manner) -> Reading:
    return _campaign(source, manner) or _one(source, manner, "text", {manner.field: plain.read(source)})


def _markdown(source: Source, manner: Manner) -> Reading:
    if reading := _campaign(source, manner):
        return reading
    piece, comments = markdown.read(source)
    said = campaign.head(source)
    declared = next((str(said[key]) for key in ("locale", "lang", "language") if key in said), "")
    return _one(source, manner, "markdown", {manner.field: piece}, comments, declared)


def _html(source: Source, manner: Manner) -> Reading:
    page = html.read(source)
    pieces = {key or manner.field: piece for key, piece in page.pieces.items()}
    return _one(source, manner, "html", pieces, page.comments, page.language)


def _campaign(source: Source, manner: Manner) -> Reading | None:
    """A file that says its own channel; an option that names one turns this off."""
    found = None if manner.channel else campaign.read(source)
    if found is None:
        return None
    locale = find_locale(found.locale, f" ({source.name})") if found.locale and not manner.locale else _locale(manner, found.pieces.values(), source.name)
    copy = Copy(locale=locale, channel=found.channel.name, fields={key: piece.text for key, piece in found.pieces.items()})
    return Reading(source, "markdown", (Document(source, source.name, 1, copy, found.pieces, whole=False),))


def _json(source: Source, manner: Manner) -> Reading:
    documents: list[Document] = []
    faults: list[BadRow] = []
    for draft in drafts.read(source):
        line = source.place(draft.begin).line
        try:
            where = f"{source.name}:{line}"
            channel = _channel(manner) or (find_channel(draft.channel, f" ({where})").name if draft.channel else "")
            locale = find_locale(draft.locale, f" ({where})") if draft.locale and not manner.locale else _locale(manner, draft.pieces.values(), where)
            copy = Copy(locale=locale, channel=channel, fields={key: piece.text for key, piece in draft.pieces.items()})
            documents.append(Document(source, draft.id or source.name, line, copy, draft.pieces, whole=False))
        except BadInput as error:
            faults.append(BadRow(line, error))
    return Reading(source, "json", tuple(documents), faults=tuple(faults), mendable=False)


def _table(source: Source, manner: Manner) -> Reading:
    table = tables.read(source, manner.columns)
    documents: list[Document] = []
    faults = [BadRow(line, error) for line, error in table.faults]
    for row in table.rows:
        where = f"{source.name}:{row.line}"
        try:
            name = _channel(manner) or row.channel
            channel = find_channel(name, f" ({where})") if name else None
            pieces = {_field(key, channel): piece for key, piece in row.pieces.items()}
            locale = find_locale(row.locale, f" ({where})") if row.locale and not manner.locale else _locale(manner, pieces.values(), where)
            copy = Copy(locale=locale, channel=channel.name if channel else "", fields={key: piece.text for key, piece in pieces.items()})
            documents.append(Document(source, row.id, row.line, copy, pieces, whole=False))
        except BadInput as error:
            faults.append(BadRow(row.line, error))
    return Reading(source, "table", tuple(documents), faults=tuple(faults))


def _field(column: str, channel: Channel | None) -> str:
    """The channel's name for a column that differs from it in case and spaces only."""
    key = re.sub(r"[\s-]+", "_", column.strip().lower())
    return key if channel is not None and channel.field(key) is not None else column


_READERS = {"markdown": _markdown, "html": _html, "text": _text, "table": _table, "json": _json}
