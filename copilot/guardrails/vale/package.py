"""Finds the styles in what a team has: a folder of rules, a folder of styles, a package with `.vale.ini` and vocabularies, or any of these in a .zip.

Nothing is run and nothing is unpacked to disk; an archive is read in memory, within limits.
"""

from __future__ import annotations

import configparser
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from copilot.errors import FileFault
from copilot.language.words import both
from copilot.records import ImportedStyles, StyleFile, clean

MOST_FILES = 5_000
MOST_BYTES = 2_000_000
"""Largest file that is read."""
MOST_ALL_BYTES = 60_000_000

_NO_STYLE = frozenset({"config", "vocab", "fixtures", "features", "testdata", "tests", "test", "coverage", "node_modules", "docs", "spec", "workflows"})
_STYLE_HOLDERS = (".github", ".vale", ".styles")
_NAME = re.compile(r"[A-Za-z0-9][\w-]*")
_EXTENDS = re.compile(r"^[\"']?extends[\"']?[ \t]*:", re.MULTILINE | re.IGNORECASE)
_SETTING = re.compile(r"(?P<rule>[A-Za-z0-9][\w-]*(?:\.[\w-]+)*)(?:\[(?P<option>\w+)\])?")


@dataclass
class Package:
    """What was found: the files of each style, what a `.vale.ini` says of them, and notes on what was not taken."""

    styles: dict[str, list[StyleFile]] = field(default_factory=dict)
    accept: list[str] = field(default_factory=list)
    reject: list[str] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)
    options: dict[str, dict[str, str]] = field(default_factory=dict)
    built_in: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def imported(self) -> ImportedStyles:
        """All of it as the record that rules are made from."""
        return ImportedStyles(
            files=tuple(file for files in self.styles.values() for file in files),
            accept=tuple(self.accept),
            reject=tuple(self.reject),
            built_in=tuple(self.built_in),
            settings={name: value for name, value in self.settings.items() if value in ("off", "suggestion", "warning", "error")},
            options=self.options,
        )


def read(path: Path) -> Package:
    """The styles in `path`. Raises: FileFault where there is none, or nothing of it can be read."""
    files = _archive(path) if path.is_file() else _folder(path)
    package = _sorted(files, path.name.removesuffix(".zip") if path.is_file() else path.resolve().name)
    if not any(package.styles.values()) and not package.accept and not package.reject:
        raise FileFault(
            file=path,
            what=both("holds no Vale style", "ne contient aucun style Vale"),
            mend=both(
                "Give a folder of .yml rules, or a package with styles/<Style>/*.yml, as it is or as .zip.",
                "Donnez un dossier de règles .yml, ou un paquet avec styles/<Style>/*.yml, tel quel ou en .zip.",
            ),
        )
    return package


def _folder(path: Path) -> dict[str, str]:
    if not path.is_dir():
        raise FileFault(
            file=path, what=both("there is no such folder or file", "ni dossier ni fichier de ce nom"), mend=both("Check the path.", "Vérifiez le chemin.")
        )
    found: dict[str, str] = {}
    total = 0
    for file in sorted(path.rglob("*")):
        name = file.relative_to(path).as_posix()
        if not _wanted(name) or not file.is_file():
            continue
        try:
            size = file.stat().st_size
            total += size
            if size <= MOST_BYTES:
                found[name] = _text(file.read_bytes())
        except OSError as error:
            what = both(f"cannot be read ({error.strerror})", f"illisible ({error.strerror})")
            raise FileFault(file=file, what=what, mend=both("Check its rights.", "Vérifiez ses droits.")) from error
        _hold(path, len(found), total)
    return found


def _archive(path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    total = 0
    try:
        with zipfile.ZipFile(path) as archive:
            for item in sorted(archive.infolist(), key=lambda item: item.filename):
                name = PurePosixPath(item.filename.replace("\\", "/")).as_posix()
                if item.is_dir() or not _wanted(name) or item.file_size > MOST_BYTES:
                    continue
                total += item.file_size
                _hold(path, len(found) + 1, total)
                with archive.open(item) as opened:
                    found[name] = _text(opened.read(MOST_BYTES + 1))
    except (zipfile.BadZipFile, OSError, RuntimeError) as error:  # the last: a password, or a compression that zipfile does not know
        said = str(error) or type(error).__name__
        what = both(f"is no .zip that can be read ({said})", f"n'est pas un .zip lisible ({said})")
        raise FileFault(
            file=path, what=what, mend=both("Give a folder, or a .zip without a password.", "Donnez un dossier, ou un .zip sans mot de passe.")
        ) from error
    top = {name.split("/", 1)[0] for name in found}
    if len(top) == 1 and all("/" in name for name in found) and not any(_EXTENDS.search(text) for name, text in found.items() if name.count("/") == 1):
        found = {name.split("/", 1)[1]: text for name, text in found.items()}
    return found


def _wanted(name: str) -> bool:
    """Whether the file may be a rule, a vocabulary or a configuration."""
    parts = name.lower().split("/")
    if any(part.startswith(".") and part not in (*_STYLE_HOLDERS, ".vale.ini", ".vale") for part in parts) or "node_modules" in parts:
        return False
    return parts[-1].endswith((".yml", ".yaml")) or parts[-1] in (".vale.ini", "_vale.ini", "vale.ini", ".vale", "_vale", "accept.txt", "reject.txt")


def _hold(path: Path, files: int, total: int) -> None:
    if files > MOST_FILES or total > MOST_ALL_BYTES:
        what = both("holds far more than a style", "contient bien plus qu'un style")
        raise FileFault(file=path, what=what, mend=both("Give the folder of the style itself.", "Donnez le dossier du style lui-même."))


def _text(raw: bytes) -> str:
    return clean(raw.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n"))


def _sorted(files: Mapping[str, str], own_name: str) -> Package:
    package = Package()
    rules = {name: text for name, text in files.items() if name.lower().endswith(".yml") and not name.lower().endswith(".test.yml") and _EXTENDS.search(text)}
    for name in files:
        if name.lower().endswith(".yaml") and _EXTENDS.search(files[name]):
            package.notes.append(f"{name}: .yaml; Vale reads .yml only")
    roots = _roots(rules)
    for name, text in sorted(rules.items()):
        root = next((root for root in roots if name.startswith(root)), None)
        if root is None:
            continue
        style = PurePosixPath(root).name if root else own_name
        if not _NAME.fullmatch(style):
            style = re.sub(r"[^\w-]+", "-", style).strip("-") or "Style"
        inner = PurePosixPath(name[len(root) :])
        hidden = any(part.startswith(("_", ".")) for part in inner.parts[:-1])
        code = ".".join([style, *inner.parts[:-1], inner.name.split(".")[0]])
        package.styles.setdefault(style, []).append(StyleFile(code=code, file=f"styles/{style}/{inner.as_posix()}", text=text, fragment=hidden))
    _configure(package, files)
    return package


def _roots(rules: Iterable[str]) -> list[str]:
    """The folders that are styles: the topmost ones that hold rules, passing over folders that hold styles."""
    folders = {str(PurePosixPath(name).parent) for name in rules}
    folders = {"" if folder == "." else folder for folder in folders}
    kept = [folder for folder in folders if not any(part.lower() in _NO_STYLE for part in PurePosixPath(folder).parts)] or list(folders)
    tops: list[str] = []
    for folder in sorted(kept, key=lambda folder: (folder.count("/"), folder)):
        if not any(folder == top or folder.startswith(top + "/") or top == "" for top in tops):
            tops.append(folder)
    return sorted((top + "/" if top else "" for top in tops), key=len, reverse=True)


def _configure(package: Package, files: Mapping[str, str]) -> None:
    """Vocabularies and the `.vale.ini` nearest to the top."""
    ini_names = sorted(
        (name for name in files if PurePosixPath(name).name in (".vale.ini", "_vale.ini", "vale.ini", ".vale", "_vale")), key=lambda n: (n.count("/"), n)
    )
    chosen: set[str] | None = None
    if ini_names:
        chosen = _ini(package, files[ini_names[0]], ini_names[0])
    for name, text in sorted(files.items()):
        place = PurePosixPath(name)
        if place.name not in ("accept.txt", "reject.txt") or (chosen and place.parent.name not in chosen):
            continue
        terms = [line.strip() for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")]
        (package.accept if place.name == "accept.txt" else package.reject).extend(terms)
    if chosen is None or "Vale" in package.built_in:
        package.built_in = [name for name in package.built_in if name != "Vale"]
        extra = (["Vale.Terms"] if package.accept else []) + (["Vale.Avoid"] if package.reject else [])
        package.built_in += [*extra, *(["Vale.Repetition"] if chosen is not None else [])]


def _ini(package: Package, text: str, name: str) -> set[str]:
    """Takes what a configuration says of the styles; returns the vocabularies it chooses."""
    parser = configparser.RawConfigParser(
        strict=False, allow_no_value=True, delimiters=("=",), comment_prefixes=("#", ";"), inline_comment_prefixes=("#", ";"), interpolation=None
    )
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # rules are told apart by case
    try:
        parser.read_string("[top]\n" + text)
    except configparser.Error as error:
        said = " ".join(str(error).split())
        package.notes.append(f"{name}: not read ({said})")
        return set()
    vocabularies: set[str] = set()
    wanted: list[str] = []
    for section in parser.sections():
        for key, value in parser.items(section):
            given = (value or "").strip()
            if key in ("Vocab", "Vocabularies"):
                vocabularies |= {part.strip() for part in given.split(",") if part.strip()}
            elif key == "BasedOnStyles":
                wanted += [part.strip() for part in given.split(",") if part.strip()]
            elif section != "top" and (match := _SETTING.fullmatch(key)):
                _set(package, match.group("rule"), match.group("option"), given)
            elif key in ("TokenIgnores", "BlockIgnores", "WordTemplate", "Transform"):
                package.notes.append(f"{name}: {key} is not used")
    if "Vale" in wanted or any(rule.startswith("Vale.") and value != "off" for rule, value in package.settings.items()):
        package.built_in.append("Vale")
    missing = [style for style in dict.fromkeys(wanted) if style not in package.styles and style != "Vale"]
    package.notes += [f"{name}: the style {style} is not in this package" for style in missing]
    return vocabularies


def _set(package: Package, rule: str, option: str | None, value: str) -> None:
    if option:
        package.options.setdefault(rule, {})[option.lower()] = value
    elif value.upper() == "NO":
        package.settings[rule] = "off"
    elif value in ("suggestion", "warning", "error"):
        package.settings[rule] = value
    elif value.upper() == "YES":
        package.settings.pop(rule, None)
