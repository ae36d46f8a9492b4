"""All rules, found by walking `guardrails/rules/`. A new file is a new rule; there is no list to keep."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache

from copilot.errors import UnknownRule
from copilot.guardrails import rules
from copilot.guardrails.rule import Rule


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. Raises: ValueError where two rules share a code or a name."""
    found: dict[str, Rule] = {}
    for module in pkgutil.walk_packages(rules.__path__, rules.__name__ + "."):
        if module.ispkg:
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Rule):
                if value.code in found or any(value.name == other.name for other in found.values()):
                    raise ValueError(f"two rules are called {value.code} or {value.name}")
                found[value.code] = value
    return tuple(found[code] for code in sorted(found))


def find_rule(code: str) -> Rule:
    """The rule with this code or name. Raises: UnknownRule."""
    wanted = code.strip()
    for rule in all_rules():
        if wanted.upper() == rule.code or wanted.lower() == rule.name:
            return rule
    raise UnknownRule(code=code)
