"""May we say it? A dial made of the findings about truth, law, privacy, pressure and limits.

Each finding leaves a share of the dial: a blocking one 40 %, a scoring one 85 %; advice takes nothing. The interval says how sure the rules are: the
upper end counts only the blocking findings, the lower end adds what could not be checked for want of a brief or a brand.
"""

from __future__ import annotations

from collections.abc import Sequence

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import COMPLIANCE_FAMILIES, FAMILIES
from copilot.language.words import both
from copilot.records import Dial, Finding, Part

KEPT = {"blocking": 0.40, "scoring": 0.85, "advice": 1.0}
UNCHECKED = 0.90
"""Share kept, in the lower end, for each thing that could not be checked."""

CLEAN = both("No finding about truth, law, privacy, pressure or limits.", "Rien à signaler sur la vérité, le droit, les données, la pression ou les limites.")
COUNTED = both("{blocking} blocking and {scoring} scoring findings.", "{blocking} constats bloquants et {scoring} qui comptent.")
FINDINGS = both("found", "relevé(s)")
NO_BRIEF = both(" Figures were not tied to a brief: none was given.", " Les chiffres n'ont pas été rapprochés d'un brief : il n'y en a pas.")
NO_BRAND = both(" No claim bank: no brand was named.", " Pas de banque d'allégations : aucune marque n'est nommée.")


def score(findings: Sequence[Finding], grounds: Grounds, language: str) -> Dial:
    """The compliance dial, 0-100, with the range that doubt and unchecked matter leave."""
    own = [finding for finding in findings if finding.code[:3] in COMPLIANCE_FAMILIES or finding.code == "LEX001"]
    blocking = [finding for finding in own if finding.level == "blocking"]
    scoring = [finding for finding in own if finding.level == "scoring"]
    value = 100 * KEPT["blocking"] ** len(blocking) * KEPT["scoring"] ** len(scoring)
    high = 100 * KEPT["blocking"] ** len(blocking)
    unchecked = (grounds.brief is None) + (grounds.house is None)
    low = value * UNCHECKED**unchecked * (0.97 ** len(scoring))
    why = COUNTED.say(language, blocking=len(blocking), scoring=len(scoring)) if blocking or scoring else CLEAN.say(language)
    why += NO_BRIEF.say(language) if grounds.brief is None else ""
    why += NO_BRAND.say(language) if grounds.house is None else ""
    parts = tuple(
        Part(
            name=FAMILIES[family].say(language),
            value=float(sum(1 for finding in own if finding.code[:3] == family)),
            unit=FINDINGS.say(language),
            words=tuple(f.text for f in own if f.code[:3] == family)[:8],
        )
        for family in sorted({finding.code[:3] for finding in own})
    )
    return Dial(value=round(value, 1), low=round(low, 1), high=round(high, 1), measured=True, why=why, parts=parts)
