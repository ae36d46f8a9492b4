"""A usable brand folder from nothing but past texts, so that a newcomer can bring their own brand in one command.

The source is a folder of .md and .txt files, one text each, or a JSONL file with `text` and, where known, `id, channel, locale, sent`. The guide that comes out
says what was measured and is meant to be corrected by a person. Nothing is written unless the whole source can be read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from copilot.channels import find_channel
from copilot.errors import BrandExists, CentaurError, Fault, FileFault, GuideFaults
from copilot.guides import yamlfile
from copilot.guides.load import BRAND_NAME, SCHEMA_FOLDER, schemas
from copilot.guides.profile import Habits, habits
from copilot.language.detect import detect_locale
from copilot.language.forms import slug
from copilot.language.words import both
from copilot.records import LOCALES, Locale, clean, find_locale

MOST_TEXTS = 20_000


@dataclass
class _Text:
    id: str
    text: str
    locale: Locale
    channel: str
    sent: str


def make_brand(name: str, source: Path, root: Path) -> Path:
    """Make `root/name` from the texts in `source`, and beside it the schemas that its files name for editors; returns the folder.

    Raises: FileFault (no such source, a name that is none), BrandExists, GuideFaults (every text that cannot be read).
    """
    if not BRAND_NAME.match(name):
        raise FileFault(
            file=name,
            what=both("is no name for a brand", "n'est pas un nom de marque"),
            mend=both(f"Use lower case, digits and hyphens: {slug(name)}.", f"Prenez minuscules, chiffres et traits d'union : {slug(name)}."),
        )
    folder = root / name
    if folder.exists():
        raise BrandExists(folder=folder)
    texts, faults = _read(source)
    if faults:
        raise GuideFaults(str(source), tuple(faults))
    if not texts:
        raise FileFault(
            file=source,
            what=both("holds no text", "ne contient aucun texte"),
            mend=both(
                "Give a folder of .md or .txt files, or a JSONL file with a 'text' in each line.",
                "Donnez un dossier de .md ou .txt, ou un JSONL avec un « text » par ligne.",
            ),
        )
    try:
        _write(folder, name, texts)
        (root / SCHEMA_FOLDER).mkdir(exist_ok=True)
        for file, schema in schemas().items():
            (root / SCHEMA_FOLDER / file).write_text(schema, encoding="utf-8")
    except OSError as error:
        raise FileFault(
            file=folder,
            what=both(f"cannot be written ({error.strerror})", f"ne peut être écrit ({error.strerror})"),
            mend=both("Set CENTAUR_HOME to a folder you may write.", "Réglez CENTAUR_HOME sur un dossier où vous pouvez écrire."),
        ) from error
    return folder


def _read(source: Path) -> tuple[list[_Text], list[Fault]]:
    if source.is_dir():
        rows: Iterator[tuple[str, int | None, dict[str, Any] | None]] = _files(source)
    elif source.is_file():
        rows = _lines(source)
    else:
        raise FileFault(
            file=source, what=both("there is no such file or folder", "ce fichier ou dossier n'existe pas"), mend=both("Check the path.", "Vérifiez le chemin.")
        )
    texts: list[_Text] = []
    faults: list[Fault] = []
    seen: set[str] = set()
    ids: set[str] = set()
    for shown, line, row in rows:
        made = _text(row, shown, line, len(texts) + 1, faults)
        if made is None or made.text in seen:
            continue
        while made.id in ids:
            made.id += "-2"
        seen.add(made.text)
        ids.add(made.id)
        texts.append(made)
        if len(texts) > MOST_TEXTS:
            faults.append(
                Fault(
                    file=shown,
                    line=line,
                    what=both(f"over {MOST_TEXTS} texts", f"plus de {MOST_TEXTS} textes"),
                    mend=both("take a sample", "prenez un échantillon"),
                )
            )
            break
    return texts, faults


def _files(folder: Path) -> Iterator[tuple[str, int | None, dict[str, Any] | None]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in (".md", ".txt") and path.is_file():
            text, faults = yamlfile.read_text(path, path.name)
            row: dict[str, Any] = {"text": text, "id": path.stem, "faults": faults}
            match = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
            if match:
                data, _, _ = yamlfile.parse(match.group(1), path.name, 2, as_written=True)
                row["text"] = text[match.end() :]
                row |= {key: value for key, value in data.items() if key in ("id", "channel", "locale", "sent")} if isinstance(data, dict) else {}
            yield path.name, None, row


def _lines(path: Path) -> Iterator[tuple[str, int | None, dict[str, Any] | None]]:
    text, faults = yamlfile.read_text(path, path.name)
    if faults:
        yield path.name, None, {"text": "", "faults": faults}
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except json.JSONDecodeError:
                row = None
            yield path.name, number, row if isinstance(row, dict) else None


def _text(row: dict[str, Any] | None, shown: str, line: int | None, number: int, faults: list[Fault]) -> _Text | None:
    def fault(en: str, fr: str, mend_en: str, mend_fr: str) -> None:
        faults.append(Fault(file=shown, line=line, what=both(en, fr), mend=both(mend_en, mend_fr)))

    if row is None:
        fault("is not a JSON object", "n'est pas un objet JSON", 'write {"text": "..."}', 'écrivez {"text": "..."}')
        return None
    if row.get("faults"):
        faults += row["faults"]
        return None
    text = row.get("text")
    if not isinstance(text, str):
        fault("has no 'text'", "n'a pas de « text »", 'write {"text": "..."}', 'écrivez {"text": "..."}')
        return None
    text = clean(text.replace("\r\n", "\n")).strip()
    if not text:
        return None
    locale: Locale | None
    channel = ""
    try:
        locale = find_locale(str(row["locale"])) if row.get("locale") else detect_locale(text)
        channel = find_channel(str(row["channel"])).name if row.get("channel") else ""
    except CentaurError as error:
        fault(error.say("en"), error.say("fr"), "correct or leave it out", "corrigez ou omettez-le")
        return None
    sent = str(row.get("sent") or "")
    if sent and not _is_date(sent):
        fault(f"'sent' is {sent!r}", f"« sent » vaut {sent!r}", "write a date: 2025-11-04", "écrivez une date : 2025-11-04")
        return None
    if locale is None:
        return None
    return _Text(slug(str(row.get("id") or f"text-{number:04}")), text, locale, channel, sent[:10])


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return False
    return True


def _write(folder: Path, name: str, texts: list[_Text]) -> None:
    measured = [habits([text.text for text in texts if text.locale == locale], locale) for locale in LOCALES if any(text.locale == locale for text in texts)]
    measured.sort(key=lambda found: -found.texts)
    (folder / "campaigns").mkdir(parents=True)
    for text in texts:
        head = {"id": text.id, "channel": text.channel, "locale": text.locale, "sent": text.sent}
        front = "".join(f"{key}: {json.dumps(value) if key == 'id' else value}\n" for key, value in head.items() if value)
        body = re.sub(r"^## ", "### ", text.text, flags=re.MULTILINE)
        field = "body" if text.channel == "email" else find_channel(text.channel).fields[-1].name if text.channel else "text"
        (folder / "campaigns" / f"{text.id}.md").write_text(f"---\n{front}---\n## {field}\n{body}\n", encoding="utf-8")
    (folder / "voice.yaml").write_text(_voice(name, measured), encoding="utf-8")
    (folder / "lexicon.yaml").write_text(
        "# yaml-language-server: $schema=../.schema/lexicon.schema.json\nprefer: []\navoid: []\nbanned: []\n", encoding="utf-8"
    )
    (folder / "claims.yaml").write_text(
        "# yaml-language-server: $schema=../.schema/claims.schema.json\n# What the brand may say, with its evidence: docs/brand-guides.md shows one.\nclaims: []\n",
        encoding="utf-8",
    )
    for index, found in enumerate(measured):
        path = folder / ("guide.md" if index == 0 else f"guide.{found.locale}.md")
        path.write_text(_prose(name, found), encoding="utf-8")


def _voice(name: str, measured: list[Habits]) -> str:
    main = measured[0]
    french = next((found for found in measured if found.locale == "fr"), None)
    english = next((found for found in measured if found.locale == "en"), None)
    data: dict[str, Any] = {
        "name": name.replace("-", " ").title(),
        "locales": [found.locale for found in measured],
        "jurisdictions": ["fr", "eu"] if main.locale == "fr" else ["eu", "uk", "us"],
        "address": french.address or None if french else None,
        "person": main.person or None,
        "attributes": [],
        "style": {
            "max_words_per_sentence": max(12, min(60, max(found.sentence_words[1] for found in measured))),
            "exclamations_per_text": min(20, max(found.exclamations for found in measured)),
            "emoji": sorted({emoji for found in measured for emoji in found.emoji}),
            "contractions": english.contractions if english else True,
        },
        "names": sorted({word for found in measured for word in found.names}),
        "contacts": [],
    }
    body = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)
    return f"# yaml-language-server: $schema=../.schema/voice.schema.json\n# Measured from {sum(found.texts for found in measured)} past texts; correct what is wrong.\n{body}"


def _prose(name: str, found: Habits) -> str:
    title = name.replace("-", " ").title()
    median, long = found.sentence_words
    if found.locale == "fr":
        address = f"Elle dit « {found.address} » au lecteur." if found.address else "Elle ne s'adresse pas directement au lecteur."
        person = f"D'elle-même, elle dit « {found.person} »." if found.person else ""
        return (
            f"# {title}\n\n## Ce que montrent {found.texts} textes\n\n{address} {person} Ses phrases ont {median} mots en médiane, {long} au plus pour dix-neuf sur vingt.\n\n"
            "## À écrire\n\nQui parle, à qui, ce que la marque ne fait jamais, ses mots, deux exemples avant et après.\n"
        )
    person = f"Of itself it says '{found.person}'." if found.person else ""
    return (
        f"# {title}\n\n## What {found.texts} texts show\n\n{person} Its sentences have {median} words in the median, at most {long} in nineteen of twenty.\n\n"
        "## To be written\n\nWho speaks, to whom, what the brand never does, its words, two examples of before and after.\n"
    )
