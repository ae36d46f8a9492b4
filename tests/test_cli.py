"""The command line, run as a person runs it: exit codes, clear errors, no traceback."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

CENTAUR = Path(sys.executable).parent / "centaur"
BRIEF = str(ROOT / "brand_guides" / "fettle-and-thole" / "briefs" / "drover-pack.yaml")
WRITE = ["write", "--brief", BRIEF, "--brand", "fettle-and-thole", "--channel", "email", "--locale", "en"]


def centaur(*arguments: str, text: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the repository and refuse any traceback."""
    result = subprocess.run(
        [str(CENTAUR), *arguments], input=text, capture_output=True, text=True, cwd=ROOT, env={**os.environ, **environment}, timeout=180, check=False
    )
    assert "Traceback" not in result.stderr + result.stdout
    return result


def test_check_exit_codes_follow_the_asked_level() -> None:
    """Clean is 0; a blocking finding 1; a lower one only when asked; `none` never."""
    assert centaur("check", "-", "--locale", "en", text="The zip is stiff for a month.").returncode == 0
    guilty = "As an AI language model, I cannot feel the rain on this jacket."
    assert centaur("check", "-", "--locale", "en", text=guilty).returncode == 1
    assert centaur("check", "-", "--locale", "en", "--fail-on", "none", text=guilty).returncode == 0
    pressing = "Limited time offer on jackets, act now."
    assert centaur("check", "-", "--locale", "en", text=pressing).returncode == 0
    assert centaur("check", "-", "--locale", "en", "--fail-on", "scoring", text=pressing).returncode == 1


def test_check_prints_json_for_machines(tmp_path: Path) -> None:
    """One file gives one row in the bulk format."""
    path = tmp_path / "a.txt"
    path.write_text("Offre limitée ! Dépêche-toi.")
    result = centaur("check", str(path), "--json")
    row = json.loads(result.stdout)
    assert row["id"] == str(path)
    assert [f["text"] for f in row["findings"] if f["code"] == "PRS001"] == ["Offre limitée", "Dépêche-toi"]


def test_bulk_check_streams_rows_and_tells_bad_ones(tmp_path: Path) -> None:
    """Two good rows and a bad one: three rows out, exit code 2, a word on standard error."""
    rows = tmp_path / "in.jsonl"
    rows.write_text(
        '{"id": "a", "locale": "en", "text": "Fine."}\n{"id": "b"}\n{"id": "c", "locale": "fr", "channel": "email", "fields": {"subject": "Bien"}}\n'
    )
    result = centaur("check", "--input", str(rows), "--output", str(tmp_path / "out.jsonl"), "--brand", "pataud")
    assert result.returncode == 2
    out = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in out] == ["a", "b", "c"]
    assert "1 row(s)" in result.stderr


def test_an_option_holds_whatever_the_brief_says(tmp_path: Path) -> None:
    """A brief for an e-mail makes a text message where that is asked for."""
    brief = tmp_path / "b.yaml"
    brief.write_text("brand: pataud\nchannel: email\nlocale: fr\nproduct: le plaid Germain\nfacts:\n  prix: 148 €\n", encoding="utf-8")
    for options, channel in (((), "email"), (("--channel", "sms"), "sms")):
        written = json.loads(centaur("write", "--brief", str(brief), "--n", "1", "--json", *options).stdout)
        assert [draft["channel"] for draft in written["drafts"]] == [channel]


def test_bulk_check_reads_and_writes_streams_and_never_its_own_input(tmp_path: Path) -> None:
    """`-` is standard input and output; the rows themselves are not written over."""
    row = '{"id": "a", "locale": "fr", "text": "Une laine épaisse."}\n'
    rows = tmp_path / "in.jsonl"
    rows.write_text(row, encoding="utf-8")
    streamed = centaur("check", "--input", "-", "--output", "-", text="\ufeff" + row)
    assert (json.loads(streamed.stdout)["id"], streamed.returncode) == ("a", 0)
    refused = centaur("check", "--input", str(rows), "--output", str(tmp_path / "." / "in.jsonl"))
    assert refused.returncode == 2
    assert "would be written over" in refused.stderr
    assert rows.read_text(encoding="utf-8") == row


def test_fix_changes_the_file_and_only_what_is_safe(tmp_path: Path) -> None:
    """French spaces are put in; the banned word and the tag stay; a second run changes nothing."""
    path = tmp_path / "a.md"
    path.write_text("Une laine révolutionnaire ? {{ contact.PRENOM }} : https://a.example/?q\n", encoding="utf-8")
    centaur("check", str(path), "--fix", "--locale", "fr", "--brand", "pataud")
    once = path.read_text(encoding="utf-8")
    assert "révolutionnaire\u202f?" in once
    assert "{{ contact.PRENOM }}" in once
    assert "https://a.example/?q" in once
    centaur("check", str(path), "--fix", "--locale", "fr", "--brand", "pataud")
    assert path.read_text(encoding="utf-8") == once


def test_a_draft_goes_from_brief_to_export(tmp_path: Path) -> None:
    """write, show, edit, submit, approve, export; an export before the approval is refused."""
    written = json.loads(centaur(*WRITE, "--n", "1", "--json").stdout)
    draft = written["drafts"][0]["id"]
    assert written["passages"]
    assert centaur("show", draft).returncode == 0
    assert "needs a name" in centaur("submit", draft, "--by", " ").stderr
    assert centaur("edit", draft, "--by", "Léa", "--set", "subject=It leans to the left").returncode == 0
    assert centaur("submit", draft, "--by", "Léa").returncode == 0
    assert centaur("export", draft, "--by", "Léa").returncode == 2
    assert "is 'in review'" in centaur("export", draft, "--by", "Léa").stderr
    assert centaur("approve", draft, "--by", "Paul", "--text", "00000000").returncode == 2
    approved = json.loads(centaur("approve", draft, "--by", "Paul Roux", "--json").stdout)
    assert (approved["state"], approved["history"][-1]["who"]) == ("approved", "Paul Roux")
    assert centaur("export", draft, "--by", "Paul", "--output", str(tmp_path / "out.md")).returncode == 0
    assert "It leans to the left" in (tmp_path / "out.md").read_text(encoding="utf-8")
    listed = json.loads(centaur("list", "--state", "approved", "--json").stdout)
    assert [row["id"] for row in listed] == [draft]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["index", "--brand", "nobody"], "There is no brand 'nobody'"),
        (["check", "-", "--locale", "de"], "does not cover 'de'"),
        (["check", "-", "--channel", "fax"], "There is no channel 'fax'"),
        (["check", "no-such-file.txt"], "no such file"),
        (["check", "--input", "docs"], "docs: is a folder"),
        (["check", "-", "--locale", "de"], "(--locale)"),
        (["write", "--brief", "docs", "--brand", "pataud"], "docs: is a folder"),
        (["write", "--brief", BRIEF, "--brand", "fettle-and-thole", "--channel", "fax"], "There is no channel 'fax' (--channel)."),
        (["write", "--brief", BRIEF, "--brand", "fettle-and-thole", "--locale", "de"], "does not cover 'de' (--locale)."),
        (["doctor", "--what-leaves", BRIEF], "The brief drover-pack.yaml has 2 fault(s):"),
        (["doctor", "--what-leaves", BRIEF], "'brand' is missing → add `brand:`, or give --brand"),
        (["doctor", "--what-leaves", BRIEF, "--brand", "fettle-and-thole", "--locale", "en", "--purpose", "gift"], "'gift' is no purpose of email"),
        (["check", "-", "--fail-on", "panic"], "--fail-on is 'panic'"),
        (["rules", "ZZZ999"], "There is no rule 'ZZZ999'"),
        (["show", "d0000000"], "There is no draft 'd0000000'"),
        (["write", "--brief", "no-such.yaml", "--brand", "pataud"], "no-such.yaml: there is no such file"),
        (["approve", "d0000000", "--by", "x", "--waive", "LAW001"], "--waive is 'LAW001'"),
        (["guides", "new", "Bad Name", "--from", "."], "is no name for a brand"),
    ],
)
def test_bad_input_leaves_with_two_and_says_what_to_do(arguments: list[str], message: str) -> None:
    """A clear sentence each, exit code 2."""
    result = centaur(*arguments, text="Some words to check here.")
    assert result.returncode == 2
    assert message in result.stderr


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("I am a teapot", "does not hold the fields"),
        ({"error": "refused"}, "refused to write this"),
        ({"error": "timeout"}, "did not answer within"),
        ({"error": "cut", "text": '{"subject": "Ha'}, "was cut short after 15 characters"),
        ({"error": "denied"}, "Check OPENAI_API_KEY"),
    ],
)
def test_model_trouble_leaves_with_three(tmp_path: Path, answer: object, message: str) -> None:
    """Garbage, refusal, time-out, cut and denial: exit code 3 and a sentence that says what to do."""
    script = tmp_path / "script.json"
    script.write_text(json.dumps([answer]))
    result = centaur(*WRITE, CENTAUR_MODEL=f"scripted:{script}")
    assert result.returncode == 3
    assert message in result.stderr
    assert json.loads(centaur("list", "--json").stdout) == []


def test_errors_speak_french_where_the_screen_does() -> None:
    """CENTAUR_LANGUAGE=fr gives French errors and labels."""
    result = centaur("index", "--brand", "personne", CENTAUR_LANGUAGE="fr")
    assert "Il n'y a pas de marque « personne »" in result.stderr
    assert "à reprendre" in centaur("check", "-", "--locale", "fr", text="Offre limitée, dépêchez-vous !", CENTAUR_LANGUAGE="fr").stdout


def test_faulty_guide_is_told_whole(tmp_path: Path) -> None:
    """A brand folder with faults gives them all, with lines."""
    shutil.copytree(ROOT / "brand_guides" / "pataud", tmp_path / "brand_guides" / "pataud")
    voice = tmp_path / "brand_guides" / "pataud" / "voice.yaml"
    voice.write_text(voice.read_text(encoding="utf-8").replace("address: tu", "adress: tu"), encoding="utf-8")
    (tmp_path / "brand_guides" / "pataud" / "claims.yaml").write_text("claims: [{id: x}]")
    result = centaur("guides", "check", "--brand", "pataud", CENTAUR_HOME=str(tmp_path))
    assert result.returncode == 2
    assert "voice.yaml:" in result.stderr
    assert "did you mean 'address'" in result.stderr
    assert "claims.yaml:1: 'claims.0.evidence' is missing" in result.stderr


def test_doctor_tells_what_is_set_and_never_the_key() -> None:
    """Nothing leaves offline; with a key it is said where prompts go; the key is not printed."""
    assert "nothing leaves this machine" in centaur("doctor").stdout
    result = centaur("doctor", CENTAUR_MODEL="openai:gpt-5", OPENAI_API_KEY="sk-secret-1", OPENAI_BASE_URL="http://127.0.0.1:9")
    assert "http://127.0.0.1:9" in result.stdout
    assert "sk-secret-1" not in result.stdout


def test_doctor_tells_a_model_that_is_none_and_the_rest() -> None:
    """A model's setting that `write` would refuse is said to be wrong where it stands; nothing is said to be sent."""
    out = centaur("doctor", CENTAUR_MODEL="foo").stdout
    assert re.search(r"^model +foo \(wrong: The setting CENTAUR_MODEL is 'foo'", out, re.MULTILINE)
    assert re.search(r"^sent +nothing leaves this machine", out, re.MULTILINE)
    assert "brands" in out


def test_options_of_one_way_of_checking_are_refused_with_the_other(tmp_path: Path) -> None:
    """--output goes with --input, --columns with a table; neither is left aside without a word."""
    path = tmp_path / "a.txt"
    path.write_text("The zip is stiff.")
    result = centaur("check", str(path), "--output", str(tmp_path / "o.jsonl"))
    assert (result.returncode, "--output goes with --input" in result.stderr) == (2, True)
    result = centaur("check", str(path), "--columns", "subject")
    assert (result.returncode, "--columns goes with tables" in result.stderr) == (2, True)
    assert "goes with tables" not in centaur("check", str(path), "--columns", "subject", "--as", "table").stderr


def test_unreachable_endpoint_leaves_with_three() -> None:
    """No server at the address: exit code 3, the address, what to check."""
    result = centaur(*WRITE, "--n", "1", CENTAUR_MODEL="openai:x", OPENAI_BASE_URL="http://127.0.0.1:9/v1", OPENAI_API_KEY="none")
    assert result.returncode == 3
    assert "http://127.0.0.1:9/v1" in result.stderr


def test_what_leaves_is_masked(tmp_path: Path) -> None:
    """The exact prompt is printed, without the customer's address."""
    brief = tmp_path / "b.yaml"
    brief.write_text("product: the Drover pack\nfacts: {price: £195}\nnotes: asked by jo.smith@mail.example\n")
    out = centaur("doctor", "--what-leaves", str(brief), "--brand", "fettle-and-thole", "--locale", "en").stdout
    assert "--- system ---" in out
    assert "[EMAIL_1]" in out
    assert "jo.smith" not in out


def test_help_imports_nothing_heavy() -> None:
    """`centaur --help` answers before any big library is imported (bench/startup.py times it)."""
    modules = "import sys; sys.argv = ['centaur', '--help']\nfrom copilot.cli import main\ntry: main()\nexcept SystemExit: pass\n"
    modules += "print([m for m in ('langchain', 'chromadb', 'sqlalchemy', 'streamlit', 'numpy', 'pydantic') if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", modules], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert loaded.strip().endswith("[]")


def test_second_process_is_told_while_the_first_holds_the_index(tmp_path: Path) -> None:
    """Indexing while another process owns the folder: exit code 2, who it is, nothing harmed."""
    script = (
        "import sys; from pathlib import Path; from copilot.adapters.chroma import own; own(Path(sys.argv[1])); print('owned', flush=True); sys.stdin.read()"
    )
    store = tmp_path / "shared"
    with subprocess.Popen([sys.executable, "-c", script, str(store / "chroma")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as first:
        assert first.stdout is not None
        first.stdout.readline()
        result = centaur("index", "--brand", "pataud", CENTAUR_STORE=str(store))
        assert result.returncode == 2
        assert f"process {first.pid}" in result.stderr


def test_demo_shows_three_checked_variants() -> None:
    """The demo indexes, writes three variants, and says how to go on."""
    result = centaur("demo", "--language", "fr")
    assert result.returncode == 0
    assert result.stdout.count("offline") >= 3
    for piece in ("Odette", "voix", "authenticité", "conformité", "centaur ui", "CENTAUR_MODEL"):
        assert piece in result.stdout


GUILTY = "As an AI language model, I cannot feel the rain on this jacket."
MAIL = """<html lang="en"><head><title>Rain &amp; wax</title></head><body>
<p>Caf&eacute; open. <b>As an AI</b> language model, I cannot feel it.</p><img alt="As an AI language model, I see a jacket"></body></html>
"""


def findings(*arguments: str, text: str = "") -> list[dict[str, Any]]:
    """The findings of one file as JSON."""
    return list(json.loads(centaur("check", *arguments, "--format", "json", text=text).stdout)["findings"])


def test_markdown_is_checked_as_prose_at_its_places(tmp_path: Path) -> None:
    """Code, targets and front matter raise nothing; found words stand where the offsets say; `--json` is the same as `--format json`."""
    path = tmp_path / "a.md"
    text = f"---\ntitle: {GUILTY}\n---\n`{GUILTY}`\n\n```\n{GUILTY}\n```\n\n# Café\n\n**As an AI** language model, I cannot feel it.\n"
    path.write_text(text, encoding="utf-8")
    residue = [finding for finding in findings(str(path)) if finding["code"] == "SAF001"]
    assert [text[finding["start"] : finding["end"]] for finding in residue] == ["As an AI** language model, I cannot feel it"]
    assert centaur("check", str(path), "--json").stdout == centaur("check", str(path), "--format", "json").stdout


def test_html_is_checked_at_its_places(tmp_path: Path) -> None:
    """Text and alternative texts, with offsets of the source."""
    path = tmp_path / "mail.html"
    path.write_text(MAIL, encoding="utf-8")
    residue = [finding for finding in findings(str(path), "--locale", "en") if finding["code"] == "SAF001"]
    assert {finding["field"]: MAIL[finding["start"] : finding["end"]][:8] for finding in residue} == {"text": "As an AI", "alt_1": "As an AI"}


def test_text_in_a_pipe_is_lines_with_places(tmp_path: Path) -> None:
    """`file:line:column: level CODE name: "words"`, carets under the words, no colour, no frame."""
    path = tmp_path / "a.md"
    path.write_text(f"# Rain\n\nDry. *{GUILTY}*\n", encoding="utf-8")
    out = centaur("check", str(path)).stdout
    assert f'{path}:3:7: blocking SAF001 chat-residue: "As an AI language model, I cannot feel the rain on this jac…"' in out
    assert f"    Dry. *{GUILTY}*\n          {'^' * (len(GUILTY) - 1)}\n" in out
    assert f"{path}: blocked · voice not measured" in out
    assert not {"\x1b", "│", "╭"} & set(out)


@pytest.mark.parametrize(("columns", "environment"), [("100", {}), ("40", {}), ("40", {"NO_COLOR": "1"})], ids=["wide", "narrow", "no colour"])
def test_a_terminal_shows_underlined_words(tmp_path: Path, columns: str, environment: dict[str, str]) -> None:
    """Wide or narrow, with colour or without: the words are underlined and no line is wider than the terminal."""
    path = tmp_path / "a.txt"
    path.write_text(f"Dry.\n{GUILTY}\n" + "More words that wrap. " * 20, encoding="utf-8")
    shown = centaur("check", str(path), "--locale", "en", FORCE_COLOR="1", TERM="xterm-256color", COLUMNS=columns, **environment).stdout
    colours = [code for codes in re.findall(r"\x1b\[([\d;]*)m", shown) for code in codes.split(";")]
    assert "4" in colours
    assert any(code in ("31", "41", "32") for code in colours) is not bool(environment)
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert max(map(len, plain.splitlines())) <= int(columns)
    assert "SAF001" in plain


def test_sarif_and_github_are_printed_whole(tmp_path: Path) -> None:
    """Valid JSON with a place for each finding; one annotation a line; exit codes by level."""
    path = tmp_path / "a.md"
    path.write_text(GUILTY, encoding="utf-8")
    result = centaur("check", str(path), "--format", "sarif")
    log = json.loads(result.stdout)
    assert (log["version"], result.returncode) == ("2.1.0", 1)
    assert "SAF001" in [item["ruleId"] for item in log["runs"][0]["results"]]
    annotations = centaur("check", str(path), "--format", "github", "--fail-on", "none")
    assert annotations.returncode == 0
    assert f"::error file={path},line=1,endLine=1,col=1," in annotations.stdout


def test_folders_are_checked_and_added_up(tmp_path: Path) -> None:
    """Copy at any depth; hidden and ignored files left out; bad files told and the rest checked; a last line adds up."""
    (tmp_path / "deep").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("draft.md\n")
    for name, words in (("a.md", "The zip is stiff."), ("deep/b.txt", GUILTY), ("draft.md", GUILTY), (".c.md", GUILTY), ("d.html", "<p>Fine."), ("e.md", "```\nx\n```")):  # fmt: skip
        (tmp_path / name).write_text(words)
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9")
    result = centaur("check", str(tmp_path), str(tmp_path / "a.md"), "nowhere.md", "--locale", "en")
    last = result.stdout.splitlines()[-1]
    assert result.returncode == 2
    assert last.startswith("3 file(s), 3 text(s) checked: 1 blocking,")
    assert last.endswith(f"2 could not be checked. Worst: blocked ({tmp_path / 'deep' / 'b.txt'}).")
    assert "bad.txt:1: is not UTF-8 text" in result.stderr
    assert "nowhere.md: there is no such file" in result.stderr
    assert len(json.loads(centaur("check", str(tmp_path), "--locale", "en", "--json").stdout)) == 3


def test_tables_are_checked_row_by_row(tmp_path: Path) -> None:
    """Rows by their id with offsets of the cell, lines of the file in text; a bad row is told and stops nothing."""
    path = tmp_path / "t.csv"
    path.write_bytes(f'\ufeffref;objet;texte;langue\r\nr1;Rain;"{GUILTY}";en\r\nr2;x\r\nr3;Dry;Wax;en\r\n'.encode())
    arguments = ("check", str(path), "--columns", "objet=subject,texte=body", "--id-column", "ref", "--channel", "email")
    result = centaur(*arguments, "--json")
    rows = json.loads(result.stdout)
    assert result.returncode == 2
    assert [row["id"] for row in rows] == ["r1", "r3", f"{path}:3"]
    assert "has 2 cells where the header has 4" in rows[2]["error"]
    residue = next(finding for finding in rows[0]["findings"] if finding["code"] == "SAF001")
    assert (residue["field"], residue["start"]) == ("body", 0)
    assert f"{path}:2:10: blocking SAF001" in centaur(*arguments).stdout
    assert centaur("check", str(path)).returncode == 2


def test_fix_keeps_line_ends_mark_and_all_else(tmp_path: Path) -> None:
    """Only the fixed spaces differ, byte by byte; a draft of the store is not touched."""
    path = tmp_path / "a.html"
    before = '\ufeff<p title="Une ?">R&eacute;ponds :\r\n <a href="x ?">ici ?</a> {{ x ? }}</p>\r\n'.encode()
    path.write_bytes(before)
    result = centaur("check", str(path), "--fix", "--locale", "fr")
    assert path.read_bytes() == before.replace(b"Une ?", "Une\u202f?".encode()).replace(b"ici ?", "ici\u202f?".encode()).replace(
        b"ponds :", "ponds\u00a0:".encode()
    )
    assert "3 safe fix(es)" in result.stderr
    draft = tmp_path / "d.json"
    draft.write_text('{"locale": "fr", "fields": {"subject": "Froid ?"}}')
    refused = centaur("check", str(draft), "--fix")
    assert (refused.returncode, draft.read_text()) == (2, '{"locale": "fr", "fields": {"subject": "Froid ?"}}')
    assert "centaur edit" in refused.stderr
    assert centaur("check", "-", "--fix", "--locale", "fr", text="Froid ?").stdout == "Froid\u202f?"


def test_waivers_let_findings_stand_with_a_reason(tmp_path: Path) -> None:
    """In a comment or as an option: the verdict follows, the finding is still listed with its reason; one that covers nothing is told; one without a reason refused."""
    path = tmp_path / "a.md"
    path.write_text(f'One.\n\n<!-- centaur: allow SAF001 reason="a quotation" -->\n{GUILTY}\n\n<!-- centaur: allow LAW001 reason="x" -->\nTwo.\n')
    result = centaur("check", str(path))
    assert result.returncode == 0
    assert "blocking (waived) SAF001 chat-residue" in result.stdout
    assert "Waived here: a quotation. The editor must give the reason again at approval." in result.stdout
    assert f"{path}:6: the waiver of LAW001 covers nothing." in result.stderr
    waived = centaur("check", "-", "--locale", "en", "--waive", "SAF001=a quotation", "--waive", "AUT001=x", "--json", text=GUILTY)
    row = json.loads(waived.stdout)
    assert (waived.returncode, row["verdict"] != "blocked") == (0, True)
    assert [(item["code"], item["reason"]) for item in row["waived"]] == [("SAF001", "a quotation")]
    assert "--waive: the waiver of AUT001 covers nothing." in waived.stderr
    assert centaur("check", "-", "--waive", "SAF001", text=GUILTY).returncode == 2
    path.write_text("One.\n\n<!-- centaur: allow SAF001 -->\nTwo.\n")
    refused = centaur("check", str(path))
    assert refused.returncode == 2
    assert f"{path}:3: a waiver must name its rules and give a reason" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-", "--format", "xml"], "--format is 'xml'"),
        (["-", "--json", "--format", "sarif"], "--json asks for another"),
        (["-", "--as", "docx"], "--as is 'docx'"),
        (["-", "--as", "table"], "Say which columns of - hold copy"),
        (["-", "--as", "json"], "is not JSON"),
        (["-", "--brand", "nobody"], "There is no brand 'nobody'"),
    ],
)
def test_bad_options_of_check_are_told(arguments: list[str], message: str) -> None:
    """A clear sentence each, exit code 2."""
    result = centaur("check", *arguments, text="Some words to check here.")
    assert result.returncode == 2
    assert message in result.stderr


def test_another_language_is_refused_unless_one_is_given() -> None:
    """Exit code 2 and the way out; with --locale it is checked, and found to be in another language."""
    text = "Das ist ein deutscher Text, den wir nicht prüfen sollten. Unsere Hausschuhe werden von Hand gemacht."
    result = centaur("check", "-", text=text)
    assert result.returncode == 2
    assert "does not cover 'de' (-); if it is French or English after all, say --locale" in result.stderr
    forced = centaur("check", "-", "--locale", "en", text=text)
    assert forced.returncode == 1
    assert "SAF007" in forced.stdout
