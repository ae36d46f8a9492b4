"""The catalogue is true: generated, fresh, with rates measured for every rule, and a reason where one fires often."""

from __future__ import annotations

from typer.testing import CliRunner

from copilot.cli.app import app
from copilot.guardrails import catalogue, rates
from copilot.guardrails.registry import all_rules
from copilot.guardrails.rule import FAMILIES
from tests.conftest import ROOT

MOST = 0.02
"""Share of ordinary human texts above which a rule that moves a dial gives its reason."""
RULES = all_rules()
RATES = rates.stored()


def test_page_is_fresh() -> None:
    """docs/rules.md is what `centaur rules --markdown > docs/rules.md` writes."""
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == catalogue.markdown(RULES, RATES)


def test_page_shows_every_family_and_rule() -> None:
    """Each family has its chapter, each rule its section with an example, a source and the date of its last review."""
    page = catalogue.markdown(RULES, RATES)
    assert [family for family in FAMILIES if family != "VAL" and f"\n## {family} " not in page] == []
    for rule in RULES:
        section = page.split(f"\n### {rule.code} {rule.name}\n")[1].split("\n### ")[0]
        assert "- ✗ " in section
        assert f"Last reviewed {rule.last_reviewed}" in section


def test_every_rule_was_measured() -> None:
    """The stored rates name every rule in each of its languages, on human text, with the size of each corpus and the day."""
    assert {rule.code for rule in RULES} == set(RATES.rules)
    for rule in RULES:
        assert {rate.locale for rate in RATES.rules[rule.code] if rate.kind == "human"} == set(rule.locales)
    assert len(RATES.date) == len("2026-11-22")
    assert all(texts > 500 and words > 50_000 for texts, words in RATES.corpora.values())


def test_rule_that_fires_often_says_why() -> None:
    """A stable rule of authenticity, pressure or law that moves a dial and fires on over 2 % of ordinary human texts has a written reason."""
    often = [rule for rule in RULES if rule.family in ("AUT", "PRS", "LAW") and rule.status == "stable" and rule.level != "advice"]
    assert [rule.code for rule in often if RATES.human_share(rule.code) > MOST and not rule.rate] == []


def test_command_writes_the_page_and_shows_the_rates_of_a_rule() -> None:
    """`centaur rules --markdown` prints the page; `centaur rules CODE` shows the rates."""
    assert CliRunner().invoke(app, ["rules", "--markdown"]).stdout == catalogue.markdown(RULES, RATES)
    shown = CliRunner().invoke(app, ["rules", "LAW010"], env={"CENTAUR_LANGUAGE": "en", "COLUMNS": "200"}).stdout
    assert f"On human text (en): {100 * RATES.human_share('LAW010'):.2f} % of texts" in shown
