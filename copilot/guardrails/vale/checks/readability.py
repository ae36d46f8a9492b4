"""`readability`: a school grade, the mean of one or several formulas.

Coefficients: R. Gunning, The Technique of Clear Writing, 1952; J. P. Kincaid et al., Derivation of New Readability Formulas, 1975 (Flesch-Kincaid, Automated
Readability Index); M. Coleman and T. L. Liau, A computer readability formula, 1975; G. H. McLaughlin, SMOG grading, 1969. All were fitted to English.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from copilot.guardrails.vale.checks.base import Alert, BadRule, Check, Document
from copilot.guardrails.vale.measures import counts
from copilot.guardrails.vale.message import filled
from copilot.language.words import both

Counts = Mapping[str, float]

GRADES: dict[str, Callable[[Counts], float]] = {
    "Gunning Fog": lambda c: 0.4 * (c["words"] / c["sentences"] + 100 * c["complex_words"] / c["words"]),
    "Coleman-Liau": lambda c: 5.88 * c["characters"] / c["words"] - 29.6 * c["sentences"] / c["words"] - 15.8,
    "Flesch-Kincaid": lambda c: 0.39 * c["words"] / c["sentences"] + 11.8 * c["syllables"] / c["words"] - 15.59,
    "SMOG": lambda c: 1.0430 * math.sqrt(c["polysyllabic_words"] * 30 / c["sentences"]) + 3.1291,
    "Automated Readability": lambda c: 4.71 * c["characters"] / c["words"] + 0.5 * c["words"] / c["sentences"] - 21.43,
}


class Readability(Check):
    """The mean of `metrics` against `grade`."""

    def prepare(self) -> None:
        """The formulas asked for."""
        wanted = self.definition.options["metrics"]
        unknown = [name for name in wanted if name not in GRADES]
        if unknown:
            known = ", ".join(GRADES)
            raise BadRule(both(f"'{unknown[0]}' is none of: {known}", f"« {unknown[0]} » n'est pas l'un de : {known}"), "metrics")
        self._formulas = [GRADES[name] for name in wanted]
        self._most = self.definition.options["grade"]

    def run(self, document: Document, candidates: Sequence[int]) -> Iterator[Alert]:
        """At most one alert a piece."""
        for key, block in document.of(self.scope):
            values = counts(block, document.locale)
            if not values:
                continue
            grade = sum(formula(values) for formula in self._formulas) / len(self._formulas)
            if grade > self._most:
                yield Alert(key, block, 0, 0, filled(self.definition.message, (f"{grade:.2f}",)), at_start=True)
