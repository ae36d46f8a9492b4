"""Every rule finishes on hostile texts of 100,000 characters, in about the time that ordinary copy of that length takes all rules together."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import lru_cache

import pytest

from copilot.guardrails.engine import RuleSet, cut
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.registry import all_rules
from copilot.guardrails.rule import FieldText, Rule
from copilot.records import LOCALES, Copy, Locale
from copilot.testing import TODAY, sample_brief, sample_guide

LENGTH = 100_000
MOST = 3.0
"""Times that one rule may take, of what all rules together take on ordinary copy: a pattern that grows with the square takes hundreds."""
PLAIN: dict[Locale, str] = {
    "en": "On Monday {n} of us carried the jackets up to the shop, where the kettle was on and nobody had an umbrella. The seams hold, for £{n}. ",
    "fr": "Lundi, {n} d'entre nous ont monté les vestes à la boutique, où la bouilloire chauffait sans personne. Les coutures tiennent, pour {n} €. ",
}
HOSTILE = {
    "spaces": (" ", "\u00a0"),
    "lines and full stops": ("\n", "."),
    "digits": ("7", "12 345 "),
    "dates and initials": ("1/2/", "e."),
    "one word": ("a", "é"),
    "commas and hyphens": ("a, ", "a-"),
    "quotes": ('"', "« a "),
    "elisions and accents": ("l'", "e\u0301"),
    "brackets": ("[(", "{{ *|A %%a {% "),
    "elements and addresses": ('<div><a href="x" ', "www.a@"),
    "asterisks and capitals": ("*a ", "Ab Ab, "),
    "half rules": ("not only plus que 3 free gratuit ", "the best le meilleur 12 people bought "),
}
"""What is repeated to fill the first half of a text, and the second."""


@pytest.fixture(scope="module")
def grounds() -> dict[Locale, Grounds]:
    house = House(sample_guide())
    return {locale: Grounds(locale, TODAY, house, sample_brief(locale)) for locale in LOCALES}


@lru_cache(maxsize=4)
def gates(grounds: Grounds) -> list[tuple[Rule, RuleSet]]:
    """The rules of a language, each with what tells whether it may fire."""
    return [(rule, RuleSet((replace(rule, channels=()),), grounds)) for rule in all_rules() if grounds.locale in rule.locales]


def seconds(text: str, grounds: Grounds) -> dict[str, float]:
    """Time that cutting the text, and each rule on it, takes; every rule that may fire is run, whatever its channels."""
    start = time.process_time()
    texts = cut(Copy(locale=grounds.locale, fields={"text": text}), None)
    prose = texts[0].prose
    assert prose.words is not None
    assert prose.sentences is not None
    assert prose.numbers is not None
    taken = {"cutting": time.process_time() - start}
    for rule, gate in gates(grounds):
        argument: tuple[FieldText, ...] | FieldText = texts if rule.scope == "copy" else texts[0]
        start = time.process_time()
        if gate.possible(prose.scan):
            for _ in rule.function(argument, grounds):
                pass
        taken[rule.code] = time.process_time() - start
    return taken


@pytest.fixture(scope="module")
def ordinary(grounds: dict[Locale, Grounds]) -> dict[Locale, float]:
    """What all rules take on ordinary copy of the same length, dictionaries loaded before."""
    made: dict[Locale, float] = {}
    for locale in LOCALES:
        seconds(PLAIN[locale].format(n=3), grounds[locale])
        text = "".join(PLAIN[locale].format(n=number) for number in range(3, 3 + LENGTH // 130))
        made[locale] = sum(seconds(text[:LENGTH], grounds[locale]).values())
    return made


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_rule_blows_up(kind: str, grounds: dict[Locale, Grounds], ordinary: dict[Locale, float]) -> None:
    """No rule takes three times as long on a hostile text as all rules take on ordinary copy of that length."""
    text = "".join((unit * LENGTH)[: LENGTH // 2] for unit in HOSTILE[kind])
    for locale in LOCALES:
        taken = seconds(text, grounds[locale])
        assert {name: round(value, 2) for name, value in taken.items() if value > MOST * ordinary[locale]} == {}
