"""The brand's own copy of imported Vale styles: `styles/<Style>/*.yml`, `styles/vocabulary/*.txt` and `styles/manifest.yaml`.

The files are those of the package, unchanged, so that they can be compared with it and corrected by hand; the manifest holds what the brand decided about them and what
was left out on import, with the reason.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field

from copilot.errors import Fault
from copilot.guides import yamlfile
from copilot.language.words import both
from copilot.records import ImportedStyles, Level, Locale, Record, StyleFile

FOLDER = "styles"
MANIFEST = "styles/manifest.yaml"
_MOST_FILES = 5_000


class LeftOut(Record):
    """A rule that was not taken, and why."""

    rule: str
    why: str


class StyleEntry(Record):
    """What the brand decided about one style."""

    origin: str = ""
    locales: tuple[Locale, ...] = ("fr", "en")
    level: Level = "scoring"
    """Gravest level that its rules may have."""
    left_out: tuple[LeftOut, ...] = ()


class Manifest(Record):
    """`styles/manifest.yaml`."""

    styles: dict[str, StyleEntry] = Field(default_factory=dict)
    built_in: tuple[str, ...] = ()
    settings: dict[str, Literal["off", "suggestion", "warning", "error"]] = Field(default_factory=dict)
    options: dict[str, dict[str, str]] = Field(default_factory=dict)


def read(folder: Path) -> tuple[ImportedStyles, list[Fault]]:
    """The imported styles of a brand folder, and the faults of their files as files; what the rules say is judged when they are made."""
    root = folder / FOLDER
    if not root.is_dir():
        return ImportedStyles(), []
    manifest, faults = _manifest(folder)
    files: list[StyleFile] = []
    for path in sorted(root.rglob("*.yml"))[:_MOST_FILES]:
        inner = path.relative_to(root)
        if len(inner.parts) < 2 or any(part.startswith(".") for part in inner.parts):
            continue
        shown = f"{FOLDER}/{inner.as_posix()}"
        text, more = yamlfile.read_text(path, shown)
        faults += more
        if more:
            continue
        code = ".".join([*inner.parts[:-1], inner.name.split(".")[0]])
        files.append(StyleFile(code=code, file=shown, text=text, fragment=any(part.startswith("_") for part in inner.parts[1:-1])))
    accept, more = _terms(root / "vocabulary" / "accept.txt")
    faults += more
    reject, more = _terms(root / "vocabulary" / "reject.txt")
    faults += more
    styles = ImportedStyles(
        files=tuple(files),
        accept=accept,
        reject=reject,
        built_in=manifest.built_in,
        settings=manifest.settings,
        options=manifest.options,
        locales={name: entry.locales for name, entry in manifest.styles.items()},
        ceilings={name: entry.level for name, entry in manifest.styles.items()},
    )
    return styles, faults


def _manifest(folder: Path) -> tuple[Manifest, list[Fault]]:
    path = folder / MANIFEST
    if not path.is_file():
        return Manifest(), []
    text, faults = yamlfile.read_text(path, MANIFEST)
    if faults:
        return Manifest(), faults
    data, lines, faults = yamlfile.parse(text, MANIFEST)
    if faults:
        return Manifest(), faults
    manifest, faults = yamlfile.validate(Manifest, data, lines, MANIFEST)
    return manifest or Manifest(), faults


def _terms(path: Path) -> tuple[tuple[str, ...], list[Fault]]:
    if not path.is_file():
        return (), []
    text, faults = yamlfile.read_text(path, f"{FOLDER}/vocabulary/{path.name}")
    return tuple(line.strip() for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")), faults


def write(folder: Path, styles: Mapping[str, Iterable[StyleFile]], entries: Mapping[str, StyleEntry], brought: ImportedStyles) -> None:
    """Lay the files of `styles` into the brand folder, each style in place of the one of its name; the manifest and the vocabulary are added to.

    Raises: OSError; a style is put in place whole or not at all.
    """
    root = folder / FOLDER
    root.mkdir(parents=True, exist_ok=True)
    before, _ = _manifest(folder)
    for name, files in ((name, tuple(files)) for name, files in styles.items()):
        if not files:
            continue
        with tempfile.TemporaryDirectory(dir=root, prefix=".new-") as made:
            new = Path(made) / name
            new.mkdir()
            for file in files:
                target = new.joinpath(*Path(file.file).parts[2:])
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(file.text, encoding="utf-8", newline="\n")
            if (root / name).exists():
                shutil.rmtree(root / name)
            new.replace(root / name)
    for kind, terms in (("accept", brought.accept), ("reject", brought.reject)):
        _add_terms(root / "vocabulary" / f"{kind}.txt", terms)
    dropped = {key for key in before.settings if key.split(".")[0] in styles}
    manifest = Manifest(
        styles={**before.styles, **entries},
        built_in=tuple(dict.fromkeys((*before.built_in, *brought.built_in))),
        settings={**{key: value for key, value in before.settings.items() if key not in dropped}, **brought.settings},
        options={**before.options, **brought.options},
    )
    data = manifest.model_dump(mode="json", exclude_defaults=True)
    said = both("What was imported, for which languages, up to which level.", "Ce qui a été importé, pour quelles langues, jusqu'à quel niveau.")
    text = f"# {said.en}\n# {said.fr}\n" + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=140)
    (folder / MANIFEST).write_text(text, encoding="utf-8", newline="\n")


def _add_terms(path: Path, terms: Iterable[str]) -> None:
    old, _ = _terms(path)
    wanted = tuple(dict.fromkeys((*old, *terms)))
    if wanted and wanted != old:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(wanted) + "\n", encoding="utf-8", newline="\n")
