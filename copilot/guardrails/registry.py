"""All rules, found by walking `guardrails/rules/`. A new file is a new rule; there is no list to keep."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import lru_cache

from copilot.errors import Fault, UnknownRule
from copilot.guardrails import rules
from copilot.guardrails.rule import Rule
from copilot.language.words import both
from copilot.records import BrandGuide


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


def switch_faults(guide: BrandGuide, known: Iterable[Rule]) -> tuple[Fault, ...]:
    """What is wrong in `rules:` of voice.yaml: a code that no rule has, a threshold for a rule that does not measure."""
    by_code = {rule.code: rule for rule in known}
    file, faults = f"{guide.folder}/voice.yaml", []
    for code, switch in guide.voice.rules.items():
        if code not in by_code:
            what = both(f"rules: no rule has the code {code}", f"rules : aucune règle n'a le code {code}")
            faults.append(Fault(file=file, line=None, what=what, mend=both("`centaur rules` lists them.", "`centaur rules` les donne toutes.")))
        elif switch.threshold is not None and by_code[code].threshold is None:
            what = both(f"rules: {code} measures nothing, so it takes no threshold", f"rules : {code} ne mesure rien et n'a donc pas de seuil")
            faults.append(Fault(file=file, line=None, what=what, mend=both("Give it a level instead.", "Donnez-lui plutôt un niveau.")))
    return tuple(faults)


def find_rule(code: str) -> Rule:
    """The rule with this code or name. Raises: UnknownRule."""
    wanted = code.strip()
    for rule in all_rules():
        if wanted.upper() == rule.code or wanted.lower() == rule.name:
            return rule
    raise UnknownRule(code=code)
