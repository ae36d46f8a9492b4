"""All rules, found by walking `guardrails/rules/`. A new file is a new rule; there is no list to keep."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from copilot.errors import Fault, UnknownRule
from copilot.guardrails import rules
from copilot.guardrails.rule import Rule
from copilot.language.words import both


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


def switch_faults(switches: Mapping[str, Any], known: Iterable[Rule], lines: Mapping[tuple[str | int, ...], int] | None = None) -> tuple[Fault, ...]:
    """What is wrong in `rules:` of voice.yaml: a code that no rule has, a threshold for a rule that does not measure.

    switches: as they stand in the file, which may have other faults; `lines`: the line of each of its keys.
    """
    by_code, faults = {rule.code: rule for rule in known}, []
    for code, switch in switches.items():
        if code not in by_code:
            what = both(f"rules: no rule has the code {code}", f"rules : aucune règle n'a le code {code}")
            mend = both("`centaur rules` lists them", "`centaur rules` les donne toutes")
        elif isinstance(switch, dict) and switch.get("threshold") is not None and by_code[code].threshold is None:
            what = both(f"rules: {code} measures nothing, so it takes no threshold", f"rules : {code} ne mesure rien et n'a donc pas de seuil")
            mend = both("give it a level instead", "donnez-lui plutôt un niveau")
        else:
            continue
        faults.append(Fault(file="voice.yaml", line=(lines or {}).get(("rules", code)), what=what, mend=mend))
    return tuple(faults)


def find_rule(code: str) -> Rule:
    """The rule with this code or name. Raises: UnknownRule."""
    wanted = code.strip()
    for rule in all_rules():
        if wanted.upper() == rule.code or wanted.lower() == rule.name:
            return rule
    raise UnknownRule(code=code)
