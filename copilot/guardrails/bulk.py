"""Bulk check: JSON rows in, JSON rows out, one for one. A bad row gives an error row and never stops the others.

Input row: `{"id", "locale", "channel", "fields": {name: text}}` or `{"id", "locale", "text"}`; `brief` with facts is optional. Output row: `{"id", "verdict", "dials",
"findings"}`; offsets are code points of the field. Error row: `{"id", "line", "error"}`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from copilot.channels import find_channel
from copilot.errors import CentaurError, RowFault
from copilot.language.words import both
from copilot.records import Copy, Scorecard, clean, find_locale

MOST_CHARACTERS = 200_000
"""Longest row, over all fields."""


def read_row(row: Any) -> Copy:
    """The copy in a row. Raises: RowFault, UnknownLocale, UnknownChannel."""
    if not isinstance(row, dict):
        raise RowFault(what=both("The row is not a JSON object", "La ligne n'est pas un objet JSON"), mend=_FORM)
    fields = row.get("fields")
    if fields is None and "text" in row:
        fields = {"text": row["text"]}
    if not isinstance(fields, dict) or not fields:
        raise RowFault(what=both("The row has neither 'fields' nor 'text'", "La ligne n'a ni « fields » ni « text »"), mend=_FORM)
    wrong = [str(name) for name, text in fields.items() if not isinstance(text, str)]
    if wrong:
        names = ", ".join(wrong)
        raise RowFault(what=both(f"Not text: {names}", f"Pas du texte : {names}"), mend=_FORM)
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
    if not isinstance(row.get("whole", False), bool):
        raise RowFault(what=both("'whole' is neither true nor false", "« whole » n'est ni true ni false"), mend=_FORM)
    return Copy(
        locale=find_locale(row["locale"]),
        channel=find_channel(channel).name if isinstance(channel, str) and channel else "",
        fields={str(name): clean(text) for name, text in fields.items()},
        whole=row.get("whole", False),
    )


_FORM = both(
    'Write {"id": "1", "locale": "fr", "text": "..."} or {"id": "1", "locale": "fr", "channel": "email", "fields": {"subject": "..."}}.',
    'Écrivez {"id": "1", "locale": "fr", "text": "..."} ou {"id": "1", "locale": "fr", "channel": "email", "fields": {"subject": "..."}}.',
)


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


def check_rows(lines: Iterable[str], check: Callable[[Copy, Any], Scorecard], language: str = "en") -> Iterator[dict[str, Any]]:
    """One output row for each input line that is not blank, in order. `check` gets the copy and the row's `brief`, if any."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        id_: Any = None
        try:
            try:
                row = json.loads(line)
            except (json.JSONDecodeError, RecursionError) as error:
                raise RowFault(what=both("The line is not JSON", "La ligne n'est pas du JSON"), mend=_FORM) from error
            id_ = row.get("id") if isinstance(row, dict) else None
            copy = read_row(row)
            yield output_row(id_, check(copy, row.get("brief")))
        except CentaurError as error:
            yield {"id": id_, "line": number, "error": error.say(language)}
        except Exception as error:  # noqa: BLE001  # a fault of ours on one row must not cost the thousand others
            yield {"id": id_, "line": number, "error": f"internal: {type(error).__name__}: {error}"}
