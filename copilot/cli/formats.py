"""What was found, for machines: JSON rows, SARIF 2.1.0, workflow commands of GitHub Actions."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from copilot import __version__
from copilot.documents.report import Report, Told
from copilot.documents.source import Source
from copilot.documents.waivers import must_be_repeated
from copilot.errors import CentaurError, FileFault
from copilot.guardrails.bulk import output_row
from copilot.guardrails.rule import FAMILIES, Rule
from copilot.language.prose import Span
from copilot.language.words import Words, both
from copilot.records import Finding, Level

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
SARIF_LEVELS: dict[Level, str] = {"blocking": "error", "scoring": "warning", "advice": "note"}
GITHUB_LEVELS: dict[Level, str] = {"blocking": "error", "scoring": "warning", "advice": "notice"}
MOST_SNIPPET = 400
"""Code points of found words that are quoted in a SARIF region; longer ones are left to the region."""
_ADDRESS = re.compile(r"https?://[^\s,;]+[^\s,;.)]")
WAIVED = both("Waived: {reason}", "Dérogation : {reason}")
REPEAT = both(
    "Waived here: {reason}. The editor must give the reason again at approval.",
    "Dérogation ici : {reason}. La personne qui approuve devra redonner la raison.",
)


def waiver_words(told: Told) -> Words:
    """Why a finding was let stand, as it is told."""
    assert told.waiver is not None
    return (REPEAT if must_be_repeated(told.finding) else WAIVED).fill(reason=told.waiver.reason)


def row(report: Report) -> dict[str, Any]:
    """A JSON row in the format of the bulk check. Where something was waived, `waived` lists it with the reason; `findings` are those that stand."""
    made = output_row(report.document.id, report.card)
    if report.waived:
        waived = output_row("", report.card.model_copy(update={"findings": tuple(told.finding for told in report.waived)}))["findings"]
        made["waived"] = [{**finding, "reason": told.waiver.reason if told.waiver else ""} for finding, told in zip(waived, report.waived, strict=True)]
    return made


# --- SARIF ----------------------------------------------------------------------------------------------------------------


def sarif(reports: Sequence[Report], errors: Sequence[CentaurError], rules: Iterable[Rule], language: str, exit_code: int) -> dict[str, Any]:
    """A SARIF 2.1.0 log with one run.

    Columns and offsets are Unicode code points; lines and columns count from 1, offsets from 0, a byte order mark not counted. Paths are relative to the folder
    in which the command was started.
    Source: OASIS, Static Analysis Results Interchange Format 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, read 2026-11-22.
    """
    known = {rule.code: rule for rule in rules}
    files: dict[str, Source] = {}
    for report in reports:
        files.setdefault(report.source.name, report.source)
    places = {name: number for number, name in enumerate(files)}
    codes: dict[str, int] = {}
    descriptors: list[dict[str, Any]] = []
    results: list[dict[str, Any]] = []
    twins: Counter[str] = Counter()
    for report in reports:
        for told in sorted([*report.told, *report.waived], key=lambda item: item.span):
            code = told.finding.code
            if code not in codes:
                codes[code] = len(descriptors)
                descriptors.append(_descriptor(told.finding, known.get(code), language))
            results.append(_result(report, told, codes[code], places[report.source.name], twins, language))
    notes = [_notification(error, language) for error in errors]
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Centaur",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "shortDescription": {"text": "Content co-pilot with brand-voice guardrails."},
                        "rules": descriptors,
                    }
                },
                "language": language,
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder in which the check was started."}}},
                "artifacts": [{"location": _location(source.name), "encoding": "utf-8", "length": len(source.written.encode())} for source in files.values()],
                "invocations": [{"executionSuccessful": not errors, "exitCode": exit_code, "toolExecutionNotifications": notes}],
                "results": results,
            }
        ],
    }


def _notification(error: CentaurError, language: str) -> dict[str, Any]:
    """What could not be checked, with its place where it names a file."""
    made: dict[str, Any] = {"level": "error", "message": {"text": error.say(language)}, "descriptor": {"id": type(error).__name__}}
    place = place_of(error)
    if place:
        region = {"region": {"startLine": place["line"]}} if "line" in place else {}
        made["locations"] = [{"physicalLocation": {"artifactLocation": _location(str(place["file"])), **region}}]
    return made


def place_of(error: CentaurError) -> dict[str, str | int]:
    """`file` and `line` of an error that names them, such as `a.md:6`."""
    if not isinstance(error, FileFault):
        return {}
    first = str(error.values["file"]).split(", ")[0]
    name, colon, line = first.rpartition(":")
    return {"file": name, "line": int(line)} if colon and line.isdigit() else {"file": first}


def _location(name: str) -> dict[str, Any]:
    """Where a file lies: relative to the working folder, or whole for one outside it."""
    if name == "-":
        return {"uri": "stdin"}
    path = Path(name)
    if path.is_absolute() or ".." in path.parts:
        try:
            path = path.resolve().relative_to(Path.cwd().resolve())
        except ValueError:
            return {"uri": path.resolve().as_uri()}
    return {"uri": quote(path.as_posix()), "uriBaseId": "SRCROOT"}


def _descriptor(finding: Finding, rule: Rule | None, language: str) -> dict[str, Any]:
    """A rule as SARIF describes it; of a rule that is not in the catalogue (a brand's own), what its finding says."""
    title = rule.title.say(language) if rule else finding.name
    why = rule.why.say(language) if rule else finding.why
    what = rule.what if rule and language == "en" else ""
    family = FAMILIES.get(finding.code[:3], both("brand", "marque")).say(language)
    label = both("Source", "Source").say(language)
    said = " ".join(part for part in (what, why) if part) or title
    text = f"{title}. {said} {label}: {finding.source}" if finding.source else f"{title}. {said}"
    made: dict[str, Any] = {
        "id": finding.code,
        "name": "".join(part.capitalize() for part in re.split(r"[\W_]+", finding.name)),
        "shortDescription": {"text": title},
        "fullDescription": {"text": said},
        "help": {"text": text, "markdown": f"**{title}**\n\n{said}\n\n{label}: {finding.source}" if finding.source else f"**{title}**\n\n{said}"},
        "defaultConfiguration": {"level": SARIF_LEVELS[rule.level if rule else finding.level]},
        "properties": {"tags": ["copy", family, finding.name], "problem.severity": _severity(finding.level)},
    }
    if address := _ADDRESS.search(finding.source):
        made["helpUri"] = address.group()
    return made


def _severity(level: Level) -> str:
    """What GitHub's code scanning calls a level."""
    return {"blocking": "error", "scoring": "warning", "advice": "recommendation"}[level]


def _result(report: Report, told: Told, rule: int, artifact: int, twins: Counter[str], language: str) -> dict[str, Any]:
    finding, source = told.finding, report.source
    location = {**_location(source.name), "index": artifact}
    begin, end = report.place(told)
    region: dict[str, Any] = {
        "startLine": begin.line,
        "startColumn": begin.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": told.span[0],
        "charLength": told.span[1] - told.span[0],
    }
    if 0 < told.span[1] - told.span[0] <= MOST_SNIPPET:
        region["snippet"] = {"text": source.text[slice(*told.span)]}
    made: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": SARIF_LEVELS[finding.level],
        "message": {"text": " ".join(part for part in (finding.message, finding.suggestion) if part)},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": location, "region": region},
                "logicalLocations": [{"name": finding.field, "fullyQualifiedName": f"{report.document.id}/{finding.field}"}],
            }
        ],
        "partialFingerprints": {"centaurFinding/v1": _fingerprint(source, finding, told.span, twins)},
    }
    if told.edit is not None:
        gone = {"charOffset": told.edit.begin, "charLength": told.edit.end - told.edit.begin}
        replaced = {"deletedRegion": gone, "insertedContent": {"text": told.edit.written}}
        made["fixes"] = [{"description": {"text": finding.suggestion or finding.message}, "artifactChanges": [{"artifactLocation": location, "replacements": [replaced]}]}]  # fmt: skip
    if told.waiver is not None:
        kind = "external" if told.waiver.line is None else "inSource"
        made["suppressions"] = [{"kind": kind, "status": "accepted", "justification": waiver_words(told).say(language)}]
    return made


def _fingerprint(source: Source, finding: Finding, span: Span, twins: Counter[str]) -> str:
    """What a finding is known by when lines move: file, rule, field, found words and the words of its line; twins are numbered."""
    line = source.text[slice(*source.line(source.place(span[0]).line))]
    parts = (source.name, finding.code, finding.field, " ".join(finding.text.split()), " ".join(line.split()))
    mark = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
    twins[mark] += 1
    return f"{mark}:{twins[mark]}"


# --- GitHub ---------------------------------------------------------------------------------------------------------------


def github(report: Report, language: str) -> list[str]:
    """Workflow commands, one a finding. A column is given only where the words stand on one line, as GitHub asks; its end is the column after the last.

    Source: GitHub, Workflow commands for GitHub Actions, https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions, read 2026-11-22;
    escapes as in actions/toolkit, packages/core/src/command.ts.
    """
    lines = []
    for told in sorted([*report.told, *report.waived], key=lambda item: item.span):
        finding = told.finding
        begin, end = report.place(told)
        place: dict[str, str | int] = {"file": report.source.name, "line": begin.line, "endLine": end.line}
        if begin.line == end.line:
            place |= {"col": begin.column, "endColumn": end.column}
        said = [finding.message, finding.suggestion, waiver_words(told).say(language) if told.waiver else ""]
        level = GITHUB_LEVELS[finding.level] if told.waiver is None else "notice"
        lines.append(command(level, {**place, "title": finding.label}, " ".join(part for part in said if part)))
    return lines


def command(name: str, properties: dict[str, str | int], message: str) -> str:
    """A workflow command: `::name key=value,key=value::message`, escaped."""
    said = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items())
    return f"::{name} {said}::{_escaped(message)}" if said else f"::{name}::{_escaped(message)}"


def _escaped(text: str, also: str = "") -> str:
    for char in f"%\r\n{also}":
        text = text.replace(char, f"%{ord(char):02X}")
    return text
