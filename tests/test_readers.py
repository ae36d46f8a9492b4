"""`centaur personalise` and `centaur forget`, from the command line: the whole way, and what is said of bad input."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from copilot.bootstrap import build
from tests.test_making import Ran, centaur, here

__all__ = ["here"]  # the fixture by which commands run in the repository
GOOD = {
    "subject": "A pack that leans",
    "preheader": "To the left, mostly.",
    "body": "Hi {{first_name|friend}}. This is the Drover pack. It costs £195.",
    "call_to_action": "See the pack",
}
BRIEF = """
product: the Drover pack
facts: {price: £195}
attributes: {first_name: {consent: true, fallback: friend}}
"""
Desk = Callable[..., tuple[str, Callable[..., Ran]]]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Makes a draft with these fields of this brief; gives its id and the command with the scripted model."""

    def make(fields: dict[str, str] = GOOD, brief: str = BRIEF) -> tuple[str, Callable[..., Ran]]:
        script, path = tmp_path / "script.json", tmp_path / "brief.yaml"
        script.write_text(json.dumps([fields]))
        path.write_text(brief, encoding="utf-8")

        def run(*arguments: str, **environment: str) -> Ran:
            return centaur(*arguments, **{"CENTAUR_MODEL": f"scripted:{script}", "CENTAUR_REPAIR_ROUNDS": "0", **environment})

        written = run("write", "--brief", str(path), "--brand", "fettle-and-thole", "--channel", "email", "--locale", "en", "--n", "1", "--json")
        return json.loads(written.stdout)["drafts"][0]["id"], run

    return make


def approve(run: Callable[..., Ran], draft: str) -> None:
    """Submit and sign the draft."""
    assert run("submit", draft, "--by", "Léa Martin").returncode == 0
    assert run("approve", draft, "--by", "Paul Roux").returncode == 0


def test_a_draft_goes_to_many_readers(desk: Desk, tmp_path: Path) -> None:
    """Preview, refusal before the signature, a row a reader, tags of a tool; the history keeps who took it out."""
    draft, run = desk()
    table, out = tmp_path / "readers.csv", tmp_path / "out.csv"
    table.write_text("id,first_name\n7,Jo\n8,\n", encoding="utf-8")
    these = ("personalise", draft, "--table", str(table))
    shown = run(*these, "--preview")
    assert (shown.returncode, "Hi Jo" in shown.stdout, "Hi friend" in shown.stdout) == (0, True, True)
    as_json = json.loads(run(*these, "--json").stdout)
    assert [row["fields"]["body"][:9] for row in as_json["rows"]] == ["Hi friend", "Hi Jo. Th"]
    assert as_json["intrusiveness"]["level"] == 1
    early = run(*these, "--output", str(out), "--by", "Léa Martin")
    assert (early.returncode, out.exists()) == (2, False)
    assert "is 'draft'" in early.stderr
    approve(run, draft)
    done = run(*these, "--output", str(out), "--by", "Léa Martin")
    assert (done.returncode, done.stdout.strip()) == (0, str(out))
    with out.open(encoding="utf-8-sig", newline="") as rows:
        assert [(row["id"], row["body"][:9]) for row in csv.DictReader(rows)] == [("7", "Hi Jo. Th"), ("8", "Hi friend")]
    tags = tmp_path / "out.json"
    assert run("personalise", draft, "--tool", "brevo", "--output", str(tags), "--by", "Léa Martin").returncode == 0
    assert "contact.FIRSTNAME" in tags.read_text(encoding="utf-8")
    html = tmp_path / "out.jsonl"
    table.write_text('{"id": 9, "first_name": "A & B"}\n', encoding="utf-8")
    assert run(*these, "--output", str(html), "--html", "--by", "Léa Martin").returncode == 0
    assert "Hi A &amp; B" in html.read_text(encoding="utf-8")
    history = json.loads(run("show", draft, "--json").stdout)["history"]
    assert [(event["who"], event["kind"]) for event in history[-3:]] == [("Léa Martin", "exported")] * 3


def test_bad_input_of_personalise_is_told(desk: Desk, tmp_path: Path) -> None:
    """Each leaves with 2 and a sentence with what to do, and writes nothing."""
    draft, run = desk()
    approve(run, draft)
    table = tmp_path / "readers.csv"
    table.write_text("id,first_name\n7,Jo\n", encoding="utf-8")
    given, by = ("--table", str(table)), ("--by", "Léa Martin")
    text, tags = str(tmp_path / "out.csv"), str(tmp_path / "out.json")
    for arguments, message in (
        (("--preview",), "--table is missing"),
        (("--preview", "--table", "no-such.csv"), "no-such.csv"),
        (given, "--output is missing"),
        ((*given, *by, "--output", str(tmp_path / "out.txt")), "End it in .csv or .jsonl"),
        ((*given, *by, "--output", text, "--html"), "with --html in .jsonl"),
        ((*given, "--output", text), "needs a name"),
        ((*by, "--tool", "fax", "--output", tags), "fax"),
    ):
        refused = run("personalise", draft, *arguments)
        assert (refused.returncode, message in refused.stderr) == (2, True), refused
    assert not list(tmp_path.glob("out.*"))


def test_an_unknown_draft_is_told(tmp_path: Path) -> None:
    """By its id."""
    refused = centaur("personalise", "d0000000", "--table", str(tmp_path / "x.csv"), "--preview")
    assert (refused.returncode, "There is no draft 'd0000000'" in refused.stderr) == (2, True)


def test_a_value_that_is_a_template_stops_the_export(desk: Desk, tmp_path: Path) -> None:
    """The preview says it and leaves with 1; the export leaves with 2, names the row and writes nothing."""
    draft, run = desk()
    approve(run, draft)
    table, out = tmp_path / "readers.csv", tmp_path / "out.csv"
    table.write_text("id,first_name\n7,Jo\n8,{{ secret }}\n", encoding="utf-8")
    shown = run("personalise", draft, "--table", str(table), "--preview")
    assert (shown.returncode, "first_name" in shown.stdout) == (1, True)
    refused = run("personalise", draft, "--table", str(table), "--output", str(out), "--by", "Léa Martin")
    assert (refused.returncode, "row 3, first_name" in refused.stderr, "secret" in refused.stderr) == (2, True, False)
    assert not out.exists()


def test_forget_removes_what_was_stored_before_a_date(desk: Desk) -> None:
    """The customer in the brief goes, the copy stays; a date before anything was stored removes nothing; a bad date is told."""
    draft, run = desk(brief=BRIEF + "notes: 'Customer: Jo Smith, jo@mail.example.'\nconsent: signed 2026-10-01\n", fields={**GOOD, "subject": "A pack"})
    assert "jo@mail.example" in build().review(draft).draft.brief.notes
    nothing = run("forget", "--before", "2001-01-01", "--json")
    assert json.loads(nothing.stdout) == {"replies": 0, "briefs": 0}
    assert "personal data removed from 1 briefs" in run("forget", "--before", "2999-01-01").stdout
    kept = build().review(draft).draft
    assert kept.brief.notes == "Customer: [PERSON], [EMAIL]."
    assert kept.fields == {**GOOD, "subject": "A pack"}
    assert "de 0 briefs" in run("forget", "--before", "2999-01-01", CENTAUR_LANGUAGE="fr").stdout
    for arguments in (["--before", "yesterday"], []):
        refused = run("forget", *arguments)
        assert (refused.returncode, "--before" in refused.stderr) == (2, True)
