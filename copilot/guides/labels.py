"""Labels that a brand manager gives: snippets marked "us" or "not us", added to `labels.jsonl`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from copilot.errors import BadOption, FileFault
from copilot.language.words import both
from copilot.records import BrandGuide, Label, Locale, clean

_KINDS: dict[str, Literal["us", "not us"]] = {"us": "us", "not-us": "not us", "not us": "not us"}


def add(guide: BrandGuide, texts: Sequence[str], kind: str, locale: Locale, channel: str, why: str) -> tuple[int, str]:
    """Add one line for each text that has no such label yet, all or none. Returns how many were added, and the file.

    Raises: BadOption for another kind, a language the brand has not or an empty text; FileFault where the file cannot be written.
    """
    if kind not in _KINDS:
        raise BadOption(option="--label", given=kind, mend=both("Use us or not-us.", "Prenez us ou not-us."))
    if locale not in guide.voice.locales:
        known = ", ".join(guide.voice.locales)
        raise BadOption(option="--locale", given=locale, mend=both(f"The brand speaks {known}.", f"La marque parle {known}."))
    cleaned = [clean(text).strip() for text in texts]
    if not all(cleaned):
        raise BadOption(option="TEXT", given="", mend=both("Give the words of the snippet.", "Donnez les mots de l'extrait."))
    known_labels = {(label.text, label.label, label.locale) for label in guide.labels}
    new = [
        Label(text=text, locale=locale, label=_KINDS[kind], channel=channel, why=why)
        for text in dict.fromkeys(cleaned)
        if (text, _KINDS[kind], locale) not in known_labels
    ]
    path = Path(guide.folder) / "labels.jsonl"
    try:
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        gap = "" if not before or before.endswith("\n") else "\n"
        lines = "".join(json.dumps(label.model_dump(exclude_defaults=True), ensure_ascii=False) + "\n" for label in new)
        if lines:
            with path.open("a", encoding="utf-8") as out:
                out.write(gap + lines)
    except OSError as error:
        what = both(f"cannot be written ({error.strerror})", f"ne peut être écrit ({error.strerror})")
        raise FileFault(file=path, what=what, mend=both("Check its rights.", "Vérifiez ses droits.")) from error
    return len(new), str(path)
