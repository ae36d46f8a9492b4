"""Bulk check: JSON rows in, JSON rows out, one for one. A bad row gives an error row and never stops the others.

Input row: `{"id", "locale", "channel", "fields": {name: text}}` or `{"id", "locale", "text"}`; `brief` with facts and `whole` are optional. Output row: `{"id",
"verdict", "dials", "findings"}`; offsets are code points of the field. A row without an id of its own also gets its `line`. Error row: `{"id", "line", "error"}`.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from copilot.channels import find_channel
from copilot.errors import CentaurError, RowFault
from copilot.language.words import both
from copilot.records import Copy, Scorecard, clean, find_locale

MOST_CHARACTERS = 200_000
"""Longest row, over all fields."""
KEYS = ("id", "locale", "channel", "fields", "text", "brief", "whole")
_NEAR = 0.85
"""Likeness (0-1, difflib) from which an unknown key is a slip; others are the caller's own and are left alone."""
AGAIN = both("An earlier row has the same id.", "Une ligne précédente porte le même id.")


def read_row(row: Any) -> Copy:
    """The copy in a row. Raises: RowFault, UnknownLocale, UnknownChannel."""
    if not isinstance(row, dict):
        raise RowFault(what=both("The row is not a JSON object", "La ligne n'est pas un objet JSON"), mend=_FORM)
    for key in row:
        near = difflib.get_close_matches(key, KEYS, n=1, cutoff=_NEAR) if key not in KEYS else []
        if near:
            what = both(f"The row has an unknown key '{key}'", f"La ligne a une clé inconnue « {key} »")
            raise RowFault(what=what, mend=both(f"Did you mean '{near[0]}'?", f"Vouliez-vous dire « {near[0]} » ?"))
    fields = row.get("fields")
    if fields is None and "text" in row:
        fields = {"text": row["text"]}
    if not isinstance(fields, dict) or not fields:
        raise RowFault(what=both("The row has neither 'fields' nor 'text'", "La ligne n'a ni « fields » ni « text »"), mend=_FORM)
    wrong = [str(name) for name, text in fields.items() if not isinstance(text, str)]
    if wrong:
        names = ", ".join(wrong)
        raise RowFault(what=both(f"Not text: {names}", f"Pas du texte : {names}"), mend=_FORM)
    if not any(text.strip() for text in fields.values()):
        raise RowFault(what=both("The row has no words", "La ligne n'a pas de mots"), mend=_FORM)
    if sum(map(len, fields.values())) > MOST_CHARACTERS:
        raise RowFault(
            what=both(f"The row has over {MOST_CHARACTERS} characters", f"La ligne fait plus de {MOST_CHARACTERS} signes"),
            mend=both("Cut it into several rows.", "Coupez-la en plusieurs lignes."),
        )
    if not isinstance(row.get("locale"), str):
        raise RowFault(
            what=both("The row has no 'locale'", "La ligne n'a pas de « locale »"), mend=both('Add "locale": "fr" or "en".', 'Ajoutez "locale": "fr" ou "en".')
        )
    channel = row.get("channel")
    if channel is not None and not isinstance(channel, str):
        raise RowFault(what=both("'channel' is not text", "« channel » n'est pas du texte"), mend=_FORM)
    if not isinstance(row.get("whole", False), bool):
        raise RowFault(what=both("'whole' is neither true nor false", "« whole » n'est ni true ni false"), mend=_FORM)
    brief = row.get("brief")
    if brief is not None and not (isinstance(brief, dict) and isinstance(brief.get("facts"), dict)):
        raise RowFault(
            what=both("'brief' is no mapping with a mapping of facts", "« brief » n'est pas un objet avec un objet « facts »"),
            mend=both('Write "brief": {"facts": {"price": "49 €"}}.', 'Écrivez "brief": {"facts": {"prix": "49 €"}}.'),
        )
    return Copy(
        locale=find_locale(row["locale"]),
        channel=find_channel(channel).name if channel else "",
        fields={str(name): clean(text) for name, text in fields.items()},
        whole=row.get("whole", False),
    )


_FORM = both(
    'Write {"id": "1", "locale": "fr", "text": "..."} or {"id": "1", "locale": "fr", "channel": "email", "fields": {"subject": "..."}}.',
    'Écrivez {"id": "1", "locale": "fr", "text": "..."} ou {"id": "1", "locale": "fr", "channel": "email", "fields": {"subject": "..."}}.',
)


class _AsWritten(float):
    """A number that says itself as it was written: a price of 1.20 is not 1.2."""

    def __new__(cls, text: str) -> _AsWritten:
        number = super().__new__(cls, text)
        number.text = text
        return number

    text: str

    def __str__(self) -> str:
        return self.text


def output_row(id_: Any, card: Scorecard) -> dict[str, Any]:
    """A scorecard as an output row."""
    return {
        "id": id_,
        "verdict": card.verdict,
        "dials": {name: dial.model_dump(include={"value", "low", "high", "measured", "why"}) for name, dial in card.dials.items()},
        "findings": [
            finding.model_dump(include={"code", "name", "level", "field", "start", "end", "text", "message", "suggestion", "source"})
            for finding in card.findings
        ],
    }


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object whose keys stand once each. Raises: RowFault."""
    row = dict(pairs)
    if len(row) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise RowFault(what=both(f"The key '{twice}' stands twice", f"La clé « {twice} » figure deux fois"), mend=both("Keep one.", "Gardez-en une."))
    return row


def parse(line: str | bytes) -> Any:
    """What a line says. Raises: RowFault."""
    try:
        return json.loads(line.decode("utf-8") if isinstance(line, bytes) else line, parse_float=_AsWritten, object_pairs_hook=_once)
    except UnicodeDecodeError as error:
        what = both(f"The line is not UTF-8 (byte {error.start + 1})", f"La ligne n'est pas en UTF-8 (octet {error.start + 1})")
        raise RowFault(what=what, mend=both("Save the file as UTF-8.", "Enregistrez le fichier en UTF-8.")) from error
    except (ValueError, RecursionError) as error:
        raise RowFault(what=both("The line is not JSON", "La ligne n'est pas du JSON"), mend=_FORM) from error


def check_rows(lines: Iterable[str | bytes], check: Callable[[Copy, Any], Scorecard], language: str = "en") -> Iterator[dict[str, Any]]:
    """One output row for each input line that is not blank, in order. `check` gets the copy and the row's `brief`, if any.

    A row without an id gets its line besides; so does one whose id was seen before, with a note.
    """
    seen: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        id_: Any = None
        try:
            row = parse(line)
            id_ = row.get("id") if isinstance(row, dict) else None
            known = json.dumps(id_)
            told: dict[str, Any] = {"line": number} if id_ in (None, "") else {"line": number, "note": AGAIN.say(language)} if known in seen else {}
            seen.add(known)
            copy = read_row(row)
            yield output_row(id_, check(copy, row.get("brief"))) | told
        except CentaurError as error:
            yield {"id": id_, "line": number, "error": error.say(language)}
        except Exception as error:  # noqa: BLE001  # a fault of ours on one row must not cost the thousand others
            yield {"id": id_, "line": number, "error": f"internal: {type(error).__name__}: {error}"}
