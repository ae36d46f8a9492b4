"""Every rule keeps its own promises: documentation, examples, cases, anchors."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from copilot.channels import find_channel
from copilot.guardrails.engine import cut, find
from copilot.guardrails.fix import apply_safe
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.registry import all_rules
from copilot.guardrails.rule import FAMILIES, Example, Rule
from copilot.records import Copy, Finding, Locale, Voice
from copilot.testing import TODAY, sample_brief, sample_guide

CASES = Path(__file__).parent / "cases"
RULES = all_rules()
HOUSE = House(sample_guide())


def check(rule: Rule, copy: Copy, grounds: Grounds, gated: bool = True) -> tuple[Finding, ...]:
    """Findings of one rule at its own level, whatever its status."""
    active = replace(rule, status="stable", anchors=rule.anchors if gated else {})
    return find(cut(copy, grounds.channel), (active,), grounds, "en")


def grounds_of(locale: Locale, channel: str = "", case: dict[str, Any] | None = None) -> Grounds:
    case = case or {}
    brief = sample_brief(locale, channel or "email")
    if isinstance(case.get("brief"), dict):
        brief = brief.model_copy(update={"facts": {str(k): str(v) for k, v in case["brief"].items()}})
    house = HOUSE
    if isinstance(case.get("voice"), dict):
        voice = Voice.model_validate({**HOUSE.guide.voice.model_dump(), **case["voice"]})
        house = House(HOUSE.guide.model_copy(update={"voice": voice}))
    return Grounds(
        locale=locale,
        today=case.get("today", TODAY),
        house=None if case.get("brand") == "none" else house,
        brief=None if case.get("brief") == "none" else brief,
        channel=find_channel(channel) if channel else None,
        whole=case.get("whole", False),
    )


def copy_of(locale: Locale, channel: str, text: str, field: str = "") -> Copy:
    if channel and not field:
        pairs = [piece.split("=", 1) for piece in text.split(" | ")]
        return Copy(locale=locale, channel=channel, fields={key.strip(): value for key, value in pairs})
    return Copy(locale=locale, channel=channel, fields={field or "text": text})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_documented(rule: Rule) -> None:
    """A rule lies in a file called like it, says its source with a date, and shows a bad and a good example in each of its languages."""
    assert Path(rule.path).name == f"{rule.code.lower()}_{rule.name.replace('-', '_')}.py"
    assert rule.family in FAMILIES
    assert "read 20" in rule.source or "measured" in rule.source or "own" in rule.source or "Usage" in rule.source, rule.source
    assert all((rule.title.en, rule.title.fr, rule.why.en, rule.why.fr, rule.what))
    shown = {(example.bad, example.locale) for example in rule.examples}
    assert shown >= {(bad, locale) for bad in (True, False) for locale in rule.locales}


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule, example) for rule in RULES for example in rule.examples],
    ids=lambda value: value.code if isinstance(value, Rule) else value.text[:30],
)
def test_docstring_examples_hold(rule: Rule, example: Example) -> None:
    """What the docstring calls bad is flagged, what it calls good is not."""
    channel, _, field = example.place.partition(".")
    channel = channel or (rule.channels[0] if rule.channels else "")
    field = field or (rule.fields[0] if rule.fields and not example.place else "")
    field = field or ("" if example.place or not channel else find_channel(channel).fields[0].name)
    copy = copy_of(example.locale, channel, example.text, field)
    findings = check(rule, copy, grounds_of(example.locale, channel))
    assert bool(findings) == example.bad, [finding.text for finding in findings]


def cases() -> list[Any]:
    loaded = []
    for rule in RULES:
        path = CASES / f"{rule.code}.yml"
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else [], 1):
            loaded.append(pytest.param(rule, case, id=f"{rule.code}-{number}"))
    return loaded


def case_copy(case: dict[str, Any]) -> Copy:
    fields = case.get("fields") or {case.get("field", "text"): case["text"]}
    return Copy(locale=case["locale"], channel=case.get("channel", ""), fields=fields)


@pytest.mark.parametrize(("rule", "case"), cases())
def test_case_finds_exactly(rule: Rule, case: dict[str, Any]) -> None:
    """A case yields exactly the pieces it names, with and without the anchors' gate, and its safe fixes give the fixed text, once and for all."""
    copy = case_copy(case)
    grounds = grounds_of(case["locale"], case.get("channel", ""), case)
    findings = check(rule, copy, grounds)
    assert [finding.text for finding in findings] == case["finds"]
    assert findings == check(rule, copy, grounds, gated=False)
    for finding in findings:
        assert copy.fields[finding.field][finding.start : finding.end] == finding.text
    if "fixed" in case:
        fixed = apply_safe(copy.fields, findings)
        assert next(iter(fixed.values())) == case["fixed"]
        again = copy.model_copy(update={"fields": fixed})
        assert apply_safe(fixed, check(rule, again, grounds)) == fixed


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_has_cases_with_near_misses(rule: Rule) -> None:
    """Each rule has a case file with at least one find and two near misses in each of its languages."""
    path = CASES / f"{rule.code}.yml"
    assert path.is_file(), f"write {path.name}"
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    for locale in rule.locales:
        own = [case for case in loaded if case["locale"] == locale]
        assert sum(1 for case in own if case["finds"]) >= 1
        assert sum(1 for case in own if not case["finds"]) >= 2


def test_no_case_file_without_a_rule() -> None:
    """A case file belongs to a rule."""
    assert {path.stem for path in CASES.glob("*.yml")} <= {rule.code for rule in RULES}
