"""What of a package a brand takes over: every rule that runs here, each tried out first; the others with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pydantic import Field

from copilot.errors import Fault
from copilot.guardrails.vale.format import parent_of
from copilot.guardrails.vale.make import make, prove, sources, unsound
from copilot.guardrails.vale.measures import counted
from copilot.guardrails.vale.package import Package
from copilot.language.detect import detect_locale
from copilot.language.words import Words, both
from copilot.records import LOCALES, ImportedStyles, Level, Locale, Record, StyleFile

_LETTERS = re.compile(r"[^\W\d_]{2,}")


class Skipped(Record):
    """A rule that is sound and yet not taken, and why."""

    rule: str
    why: Words


class Adoption(Record):
    """What a package came to for a brand.

    `imported` holds the code of each rule that runs, `off` those of them that the package switches off, `faults` what is wrong in files that are not taken, `locales` the
    languages of the copy that each style is for.
    """

    brand: str
    origin: str
    level: Level
    imported: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    faulty: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    locales: dict[str, tuple[Locale, ...]] = Field(default_factory=dict)
    notes: tuple[str, ...] = ()


def adopt(package: Package, brand: str, origin: str, level: Level, locales: tuple[Locale, ...] = ()) -> tuple[Adoption, ImportedStyles]:
    """Try out every rule of `package`; what came of it, and the files to keep with their settings.

    level: the gravest level that its rules may have. locales: the languages of the copy they are for; empty: the one that each style is written in.
    """
    given = package.imported
    bad_terms = unsound(given)
    bad = {fault[0] for fault in bad_terms}
    given = given.model_copy(
        update={"accept": tuple(term for term in given.accept if term not in bad), "reject": tuple(t for t in given.reject if t not in bad)}
    )
    files = {file.code: file for file in given.files}
    skipped: list[Skipped] = []
    faults: list[Fault] = [fault for _, fault in bad_terms]
    faulty: list[str] = []
    good: dict[str, StyleFile] = {}
    for file in sources(given):
        if file.fragment:
            continue
        made = make(file, files, given)
        wrong = made.faults
        if made.check is not None:
            fault = prove(made.check)
            wrong = (fault,) if fault else ()
        if made.skipped:
            skipped.append(Skipped(rule=file.code, why=made.skipped))
        elif wrong:
            faulty.append(file.code)
            faults += wrong
        else:
            good[file.code] = file
    dropped = _orphans(good, files)
    skipped += [Skipped(rule=code, why=why) for code, why in dropped.items()]
    imported = tuple(code for code in good if code not in dropped)
    kept = [file for file in given.files if file.code in imported or (file.fragment and any(file.code in _parents(good[code], files) for code in imported))]
    styles = sorted({file.code.split(".")[0] for file in kept})
    spoken = {style: locales or _language(file for file in kept if file.code.startswith(style + ".")) for style in styles}
    if any(code in imported for code in given.built_in) and "Vale" not in styles:
        styles.append("Vale")
        spoken["Vale"] = locales or LOCALES
    names = {*imported, *styles}
    settings = {name: value for name, value in given.settings.items() if name in names}
    taken = given.model_copy(
        update={
            "files": tuple(kept),
            "built_in": tuple(code for code in given.built_in if code in imported),
            "settings": settings,
            "options": {name: value for name, value in given.options.items() if name in names},
            "locales": spoken,
            "ceilings": dict.fromkeys(styles, level),
        }
    )
    adoption = Adoption(
        brand=brand,
        origin=origin,
        level=level,
        imported=imported,
        off=tuple(code for code in imported if (settings.get(code) or settings.get(code.split(".")[0])) == "off"),
        skipped=tuple(skipped),
        faulty=tuple(faulty),
        faults=tuple(faults),
        locales=spoken,
        notes=tuple(package.notes),
    )
    return adoption, taken


def _parents(file: StyleFile, files: dict[str, StyleFile]) -> list[str]:
    found: list[str] = []
    parent = parent_of(file)
    while parent and parent in files and parent not in found:
        found.append(parent)
        parent = parent_of(files[parent])
    return found


def _orphans(good: dict[str, StyleFile], files: dict[str, StyleFile]) -> dict[str, Words]:
    """Rules whose parent is left out; without it they would not load."""
    lost: dict[str, Words] = {}
    for code, file in good.items():
        missing = [parent for parent in _parents(file, files) if parent not in good and not files[parent].fragment]
        if missing:
            lost[code] = both(f"it extends {missing[0]}, which is left out", f"elle étend {missing[0]}, qui est laissée de côté")
        elif uncounted := [other for other in counted(file.text) if other not in good]:
            lost[code] = both(f"it counts {uncounted[0]}, which is not there or left out", f"elle compte {uncounted[0]}, absente ou laissée de côté")
    return lost


def _language(files: Iterable[StyleFile]) -> tuple[Locale, ...]:
    """The language that a style is written in, by its messages and words; both where it has hardly any."""
    text = "\n".join(line for file in files for line in file.text.split("\n") if not line.lstrip().startswith(("extends", "link", "level", "scope", "#")))
    words = " ".join(_LETTERS.findall(text)[:3000])
    return (detect_locale(words),) if len(words) > 20 else LOCALES
