import re
from collections.abc import Iterator
from datetime import date, timedelta

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import denied, printed
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\bsoldes\b"
    ),
    "fr": re.compile(
        r"\b(?:(?:les |nos |vos |grandes? |super )?soldes\b(?! (?:de tout compte|bancaires?|comptables?|de congés|des comptes|créditeurs?|débiteurs?))"
        r"|soldée?s?\b(?= (?:à|jusqu|dès|:)| ?!|$)|en solde\b)"
    ),
}  # fmt: skip
SEASON = re.compile(r"\b(?:janvier|février|juin|juillet|january|february|june|july|d'hiver|d'été)\b")
WEEKS = timedelta(weeks=4)
MESSAGE = both("'{text}': the sales are from {winter} and from {summer} only.", "« {text} » : les soldes n'ont lieu qu'à partir du {winter} et du {summer}.")
SUGGESTION = both(
    "Say promotion, or name the period; what is sold off under 'soldes' must have been on sale for a month.",
    "Dites promotion, ou nommez la période ; ce qui est soldé doit être en vente depuis un mois.",
)


def _wednesday(year: int, month: int) -> date:
    """First day of the sales of that month: the second Wednesday of January or the last of June, a week earlier where it falls late."""
    first = date(year, month, 1)
    wednesdays = [first + timedelta(days=(2 - first.weekday()) % 7 + 7 * week) for week in range(5)]
    if month == 1:
        return wednesdays[0] if wednesdays[1].day > 12 else wednesdays[1]
    last = max(day for day in wednesdays if day.month == month)
    return last - timedelta(weeks=1) if last.day > 28 else last


@rule("LAW018", "sales-outside-period", level="scoring", last_reviewed="2026-11-22", jurisdictions=("fr",), anchors=anchors_for(PATTERNS))
def sales_outside_period(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Soldes out of season.

    What it does
        Finds soldes and soldé in French law outside the two official periods (four weeks from the second Wednesday of January and from the last of June, a
        week earlier where the date falls after the 12th or the 28th), reckoned from the day of the check. Passes what is denied, a field that names January,
        February, June or July, and solde in the singular.
    Why
        The word is reserved to two periods set by the State (code de commerce L310-3; general practice, not verified against the text). Border departments
        have their own dates.
    En français
        Soldes hors saison
        Le mot est réservé à deux périodes fixées par l'État (code de commerce, L310-3 ; pratique générale, non vérifiée dans le texte). Les départements
        frontaliers ont leurs dates.
    Example
        Bad (fr): Soldes sur toutes les vestes.
        Good (fr): Pas de soldes ici.
        Good (fr): Le solde de ta carte est de 12 €.
        Bad (en): Les Soldes are on.
        Good (en): The sale of the house.
    Source
        Code de commerce L310-3, arrêté of 27 May 2019 on the dates (general practice, not verified against the text), https://www.legifrance.gouv.fr, read
        2026-11-21.
    """
    found = [span for span in spans(PATTERNS[grounds.locale], text.prose) if not denied(text.prose, span[0])]
    if not found or SEASON.search(text.prose.scan):
        return
    starts = [_wednesday(year, month) for year in (grounds.today.year, grounds.today.year + 1) for month in (1, 6)]
    if any(first <= grounds.today < first + WEEKS for first in starts):
        return
    winter = next(first for first in starts if first.month == 1 and first >= grounds.today)
    summer = next(first for first in starts if first.month == 6 and first >= grounds.today)
    for start, end in found:
        if not grounds.stated.holds(text.prose.text[start:end]):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end], winter=printed(winter), summer=printed(summer)), SUGGESTION)
