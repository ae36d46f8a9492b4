"""How copy is made, from the command line: estimate, ledger, models, change only this, grounding, record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from copilot.adapters.models.known import known_models
from copilot.cli.app import app
from copilot.errors import CentaurError, NeedsModel
from copilot.generation.calls import Price
from copilot.generation.costs import add_up
from copilot.generation.trial import keeps_schema, trial
from copilot.ports import Call
from copilot.records import Brief, Draft, Making
from copilot.settings import Settings
from copilot.testing import ScriptedModel, fixed_clock
from tests.conftest import ROOT
from tests.test_cli import WRITE

BODY = "This is the Drover pack. It costs £195. It leans to the left."
GOOD = {"subject": "A pack that leans", "preheader": "To the left, mostly.", "body": BODY, "call_to_action": "See the pack"}


@dataclass
class Ran:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


def centaur(*arguments: str, **environment: str) -> Ran:
    """A command in this process, as `copilot.cli.main` runs it: its output, the message of an error of ours, its exit code."""
    ran = CliRunner().invoke(app, arguments, env=environment)
    if isinstance(ran.exception, CentaurError):
        return Ran(ran.exception.exit_code, ran.stdout, ran.exception.say("en"))
    assert ran.exception is None or isinstance(ran.exception, SystemExit)
    return Ran(ran.exit_code, ran.stdout, ran.stderr)


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Commands run in the repository; the index is let go afterwards."""
    monkeypatch.chdir(ROOT)
    yield
    from copilot.adapters import chroma

    for lock in chroma._owned.values():
        lock.release()
    chroma._owned.clear()


def test_a_draft_is_estimated_written_changed_and_accounted_for(tmp_path: Path) -> None:
    """The whole way with a scripted model: nothing sent for an estimate; one change of two is taken; the record and the ledger know all of it."""
    script, prices = tmp_path / "script.json", tmp_path / "prices.yaml"
    script.write_text(json.dumps([GOOD]))
    prices.write_text("scripted:script.json: {input: 10, output: 20, currency: EUR}\n")
    more = {"CENTAUR_MODEL": f"scripted:{script}", "CENTAUR_PRICES": str(prices), "CENTAUR_REPAIR_ROUNDS": "0"}
    foreseen = json.loads(centaur(*WRITE, "--n", "1", "--estimate", "--json", **more).stdout)
    assert foreseen["tokens_in"] > 500
    assert foreseen["cost"] == pytest.approx((10 * foreseen["tokens_in"] + 20 * foreseen["tokens_out"]) / 1e6)
    assert json.loads(centaur("list", "--json", **more).stdout) == []
    draft = json.loads(centaur(*WRITE, "--n", "1", "--json", **more).stdout)["drafts"][0]["id"]
    ledger = json.loads(centaur("costs", "--json", **more).stdout)
    assert [(one["brand"], one["model"], one["calls"], one["failed"]) for one in ledger["sums"]] == [("fettle-and-thole", "scripted:script.json", 1, 0)]
    assert [(one["draft"], one["passes"]) for one in ledger["drafts"]] == [(draft, True)]
    assert ledger["tokens_per_passing"] == ledger["tokens"] == ledger["drafts"][0]["tokens_in"] + ledger["drafts"][0]["tokens_out"]
    assert "EUR" in centaur("costs", **more).stdout
    script.write_text(json.dumps([{"text": "That pack leans to the right."}]))
    these = ["change", draft, "--field", "body", "--words", "It leans to the left.", "--how", "rewrite"]
    assert "2. left → right" in centaur(*these, **more).stdout
    assert "needs a name" in centaur(*these, "--take", "2", **more).stderr
    script.write_text(json.dumps([{"text": "It lasts 99 years."}]))
    untrue = centaur("change", draft, "--field", "body", "--words", "It costs £195.", "--how", "rewrite", **more).stdout
    assert ("GRD001" in untrue, "99 years" in untrue) == (True, True)
    script.write_text(json.dumps([{"text": "That pack leans to the right."}]))
    taken = json.loads(centaur(*these, "--take", "2", "--by", "Léa Martin", "--json", **more).stdout)
    assert taken["fields"]["body"] == BODY.replace("the left", "the right")
    assert centaur(*these, "--take", "1", "--by", "Léa Martin", **more).returncode == 2
    use = json.loads(centaur("record", draft, "--json", **more).stdout)
    assert [step["task"] for step in use["steps"]] == ["draft", "rewrite"]
    assert use["disclosure"]["fr"].startswith("Texte rédigé avec une intelligence artificielle (scripted:script.json)")
    assert centaur("record", draft, "--line", **more).stdout == use["disclosure"]["en"] + "\n"


def test_offline_says_what_it_takes_and_what_it_can(tmp_path: Path) -> None:
    """Nothing is paid, sentences can be dropped, the rest needs a model; what stands behind each sentence is shown, in French too."""
    assert json.loads(centaur(*WRITE, "--estimate", "--json").stdout)["tokens_in"] == 0
    draft = json.loads(centaur(*WRITE, "--n", "1", "--json").stdout)["drafts"][0]["id"]
    assert "nothing was paid" in centaur("costs").stdout
    refused = centaur("change", draft, "--field", "body", "--how", "rewrite")
    assert (refused.returncode, "cannot do 'rewrite'" in refused.stderr) == (2, True)
    assert "stand" in centaur("change", draft, "--field", "body", "--words", "No such words", "--how", "shorten").stderr
    shown = centaur("show", draft, "--grounding", CENTAUR_LANGUAGE="fr").stdout
    assert "ce qu'il y a derrière" in shown
    assert "fait price" in shown
    rows = json.loads(centaur("show", draft, "--grounding", "--json").stdout)
    assert {row["kind"] for row in rows["sentences"]} <= {"fact", "claim", "passage", "nothing"}
    assert 0 < rows["backed_share"] <= 1
    tried = centaur("models", "--test")
    assert (tried.returncode, "cannot try a model" in tried.stderr) == (2, True)


def test_models_are_listed_and_no_key_is_printed() -> None:
    """What is ready, what is missing, which one is in force; the key stands nowhere, also not in the trouble of a test."""
    key = "sk-verysecret0123456789"
    more = {"OPENAI_API_KEY": key, "OPENAI_BASE_URL": "http://127.0.0.1:9/v1", "CENTAUR_MODEL": "openai:gpt-9", "CENTAUR_MODEL_TRIES": "1"}
    result = centaur("models", "--test", "--json", **more)
    found = json.loads(result.stdout)
    assert result.returncode == 3
    assert [(one["setting"], one["ready"]) for one in found["models"] if one["chosen"]] == [("openai:gpt-9", True)]
    assert "cannot be reached at http://127.0.0.1:9/v1" in found["test"]["trouble"]
    assert key not in result.stdout + result.stderr + centaur("models", **more).stdout


def test_what_a_model_takes_is_said() -> None:
    """Without key and address OpenAI is not ready; a file that is not there is told; an unknown provider wants its package."""
    ways = {one.setting: one for one in known_models(Settings())}
    assert ways["offline"].chosen
    assert ways["openai:<name>"].missing is not None
    gone = next(one for one in known_models(Settings(model="local:/nowhere.gguf")) if one.chosen)
    assert gone.missing is not None
    other = next(one for one in known_models(Settings(model="anthropic:claude")) if one.chosen)
    assert other.setting == "anthropic:claude"
    assert other.missing is not None
    assert "langchain-anthropic" in other.missing.fr


def test_a_trial_tells_time_tokens_and_schema() -> None:
    """A kept schema, a broken one, and a trouble that is told rather than raised."""
    kept = trial(ScriptedModel([{"colour": "blue", "count": 3}]))
    assert (kept.schema_kept, kept.trouble, kept.tokens_out > 0) == (True, None, True)
    assert trial(ScriptedModel(["Blue, and three."])).schema_kept is False
    denied = trial(ScriptedModel([{"error": "denied"}])).trouble
    assert denied is not None
    assert "OPENAI_API_KEY" in denied.fr
    assert not keeps_schema('{"colour": "blue", "count": true}')
    assert not keeps_schema('Here: {"colour": "blue", "count": 3}')
    assert NeedsModel.exit_code == 2


def test_the_ledger_adds_up_failed_calls_too() -> None:
    """Tokens per passing draft count the calls that failed; unpriced calls are counted apart; drafts of the composer are left out."""

    def call(model: str, tokens: int, outcome: str = "reply", cost: float | None = None) -> Call:
        return Call(
            at=fixed_clock(), model=model, brand="b", purpose="draft", tokens_in=tokens, tokens_out=0, seconds=1, cost=cost, currency="EUR", outcome=outcome
        )

    def draft(name: str, model: str, tokens: int) -> Draft:
        brief = Brief(brand="b", channel="email", locale="en", product="p", facts={"a": "1"})
        made = Making(model=model, tokens_in=tokens)
        return Draft(id=name, locale="en", channel="email", fields={"body": name}, brief=brief, made=made, created=fixed_clock())

    calls = [call("m", 100, cost=0.5), call("m", 50, "ModelCutShort", 0.25), call("n", 30)]
    drafts = [draft("d1", "m", 100), draft("d2", "m", 50), draft("d3", "offline", 0)]
    found = add_up(calls, drafts, {"m": Price(input=1e6, output=0, currency="EUR")}, lambda one: one.id == "d1")
    assert [(one.model, one.calls, one.failed, one.costs, one.unpriced) for one in found.sums] == [("m", 2, 1, {"EUR": 0.75}, 0), ("n", 1, 0, {}, 1)]
    assert [(one.draft, one.cost) for one in found.drafts] == [("d1", 100.0), ("d2", 50.0)]
    assert (found.tokens, found.passing, found.tokens_per_passing) == (180, 1, 180.0)
    assert add_up(calls, drafts, {}, lambda _: False).tokens_per_passing is None
