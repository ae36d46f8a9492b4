"""A brand's standing lines as templates: what a person approved to be said of any product."""

from __future__ import annotations

from copilot.generation.compose.templates import Role, Slot, Template
from copilot.records import LineBank, Locale

PLACES: dict[str, tuple[str, Role]] = {
    "opening": ("body", "opening"),
    "closing": ("body", "closing"),
    "subject": ("subject", "line"),
    "headline": ("headline", "line"),
    "call_to_action": ("call_to_action", "line"),
}
"""Place of a line -> the field and role of its template."""


def standing_lines(bank: LineBank, locale: Locale) -> list[Template]:
    """The lines in `locale` as templates; they lean on no campaign."""
    found: list[Template] = []
    for place, lines in bank.of(locale).by_place.items():
        field, role = PLACES[place]
        for line in lines:
            before, slot, after = line.partition("{product}")
            parts: list[str | Slot] = [before, Slot("product", "rest", "the", capital=not before), after] if slot else [line]
            kept = tuple(part for part in parts if part != "")
            found.append(Template(parts=kept, channel="", field=field, role=role, campaign="", shapes=(), gender="", number="", gendered=False))
    return found
