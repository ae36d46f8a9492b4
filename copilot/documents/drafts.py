"""Drafts as JSON: what `centaur export --format json`, `centaur show --json` and `centaur write --json` print.

They are read, never mended: the words of a draft are changed with `centaur edit`, which keeps its history and sends an approved one back to review.
"""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from copilot.documents.source import Piece, Source, Writer
from copilot.errors import FileFault
from copilot.language.words import both

_SPACE = re.compile(r"[ \t\r\n]*")
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)
_DECODER = json.JSONDecoder()


class DraftFile(NamedTuple):
    """One draft of a JSON file; what the file does not say is empty."""

    id: str
    locale: str
    channel: str
    pieces: dict[str, Piece]
    begin: int


def read(source: Source) -> list[DraftFile]:
    """The drafts in a JSON file. Raises: FileFault where it is not JSON or holds none."""
    try:
        data = json.loads(source.text)
    except (json.JSONDecodeError, RecursionError) as error:
        line = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        what = both("is not JSON", "n'est pas du JSON")
        raise FileFault(file=f"{source.name}{line}", what=what, mend=both("Mend the file.", "Corrigez le fichier.")) from error
    found = _drafts(source, data, _skip(source.text, 0))
    if not found:
        raise FileFault(
            file=source.name,
            what=both("holds no draft", "ne contient aucun brouillon"),
            mend=both('Give {"locale": "fr", "fields": {...}}, as `centaur show --json` prints it.', 'Donnez {"locale": "fr", "fields": {...}}, comme l\'imprime `centaur show --json`.'),
        )  # fmt: skip
    return found


def _drafts(source: Source, data: Any, at: int) -> list[DraftFile]:
    """The drafts in `data`, whose text begins at `at`: an object with fields, a list of such, or an object with a list `drafts`."""
    if isinstance(data, list):
        return [draft for value, begin in zip(data, _items(source.text, at), strict=True) for draft in _drafts(source, value, begin)]
    if not isinstance(data, dict):
        return []
    places = _members(source.text, at)
    fields = data.get("fields")
    if isinstance(fields, dict):
        spots = _members(source.text, places["fields"])
        pieces = {str(key): _string(source, spots[key]) for key, text in fields.items() if isinstance(text, str)}
    elif isinstance(data.get("text"), str):
        pieces = {"text": _string(source, places["text"])}
    elif isinstance(data.get("drafts"), list):
        return _drafts(source, data["drafts"], places["drafts"])
    else:
        return []
    said = {name: value if isinstance(value := data.get(name), str) else "" for name in ("id", "locale", "channel")}
    return [DraftFile(said["id"], said["locale"], said["channel"], pieces, at)]


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _members(text: str, at: int) -> dict[str, int]:
    """Where the value of each key of the object at `at` begins. The text is known to be JSON."""
    places: dict[str, int] = {}
    at = _skip(text, at + 1)
    while text[at] == '"':
        key, at = _DECODER.raw_decode(text, at)
        begin = _skip(text, _skip(text, at) + 1)
        places[key] = begin
        at = _skip(text, _DECODER.raw_decode(text, begin)[1])
        if text[at] != ",":
            break
        at = _skip(text, at + 1)
    return places


def _items(text: str, at: int) -> list[int]:
    """Where each item of the list at `at` begins."""
    places: list[int] = []
    at = _skip(text, at + 1)
    while text[at] != "]":
        places.append(at)
        at = _skip(text, _DECODER.raw_decode(text, at)[1])
        at = _skip(text, at + 1) if text[at] == "," else at
    return places


def _string(source: Source, at: int) -> Piece:
    """The string whose quotation mark stands at `at`."""
    writer = Writer(source)
    begin, (_, end) = at + 1, _DECODER.raw_decode(source.text, at)
    for match in _ESCAPE.finditer(source.text, begin, end - 1):
        writer.copy(begin, match.start())
        writer.put(json.loads(f'"{match.group()}"'), *match.span())
        begin = match.end()
    writer.copy(begin, end - 1)
    return writer.piece(mendable=False)
