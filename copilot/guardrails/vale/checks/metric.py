"""`metric`: a formula over the counts of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copilot.guardrails.vale.checks.base import Alert, BadRule, Check, Document
from copilot.guardrails.vale.measures import BadFormula, Formula, counts
from copilot.guardrails.vale.message import filled
from copilot.language.words import both


class Metric(Check):
    """`formula` is worked out for each piece and fires where `condition` holds for its value."""

    def prepare(self) -> None:
        """The formula and the condition."""
        options = self.definition.options
        try:
            self._formula = Formula(options["formula"])
        except BadFormula as error:
            raise BadRule(
                both(f"'{error}' is not arithmetic over known counts", f"« {error} » n'est pas un calcul sur des comptes connus"), "formula"
            ) from error
        try:
            self._condition = options["condition"].strip()
            self._holds(1.0)
        except BadFormula as error:
            raise BadRule(both(f"'{error}' is no condition", f"« {error} » n'est pas une condition"), "condition") from error

    @property
    def counted(self) -> tuple[str, ...]:
        """The rules whose alerts the formula counts."""
        return self._formula.counted

    def _holds(self, value: float) -> bool:
        return Formula(f"{value:f} {self._condition}").value({}) == 1.0

    def run(self, document: Document, candidates: Sequence[int]) -> Iterator[Alert]:
        """At most one alert a piece."""
        for key, block in document.of(self.scope):
            values = counts(block, document.locale)
            if not values:
                continue
            value = self._formula.value(values, document.alerts)
            if value == value and self._holds(value):
                yield Alert(key, block, 0, 0, filled(self.definition.message, (f"{value:.2f}",)), at_start=True)
