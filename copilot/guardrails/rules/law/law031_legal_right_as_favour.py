import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:we (?:even |also |generously |happily )?(?:give|offer|grant|let) (?:you )?(?:a full |up to )?(?:14|fourteen)[- ]days?(?: (?:to (?:return|change"
        r"|cancel|send)|returns?|right|cooling))?"
        r"|(?:free|bonus|complimentary) (?:two|2)[- ]year (?:legal |eu |statutory )?(?:guarantee|warranty)\b"
        r"|(?:statutory|legal|consumer) (?:rights?|guarantee|warranty) (?:included|free of charge|as a bonus|on us|for free)\b"
        r"|as a (?:bonus|gift|courtesy),? (?:you (?:can|may|have) )?[^.\n]{0,25}(?:14|fourteen) days\b)"
    ),
    "fr": re.compile(
        r"\b(?:garantie (?:légale )?(?:de conformité )?(?:de )?(?:2|deux) ans (?:est )?(?:offerte|gratuite|en cadeau)\b"
        r"|garantie légale (?:de conformité )?(?:de (?:2|deux) ans )?(?:offerte|gratuite|incluse|en cadeau)\b"
        r"|(?:droit de rétractation|délai de rétractation|14 jours de rétractation) (?:de 14 jours )?(?:offert|gratuit|en cadeau|inclus)\b"
        r"|(?:nous (?:vous )?|on (?:vous |t'))(?:offrons|offre|accordons|accorde) (?:même |aussi |généreusement )?(?:14 jours|quatorze jours"
        r"|la garantie légale"
        r"|le droit de rétractation|un droit de rétractation)\b"
        r"|même 14 jours pour (?:changer|renvoyer|retourner)\b|14 jours (?:offerts|cadeaux?) pour\b)"
    ),
}  # fmt: skip
MESSAGE = both("'{text}': the law gives it, not the brand.", "« {text} » : c'est la loi qui le donne, pas la marque.")
SUGGESTION = both("State the right plainly, or offer more than the law does.", "Dites le droit simplement, ou offrez plus que la loi.")


@rule("LAW031", "legal-right-as-favour", level="scoring", last_reviewed="2026-11-22", jurisdictions=("fr", "eu", "uk"), anchors=anchors_for(PATTERNS))
def legal_right_as_favour(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A legal right offered as a favour.

    What it does
        Finds the legal guarantee, the right to withdraw within 14 days and statutory rights presented as gifts. A right stated plainly and terms longer than
        the law's pass.
    Why
        To present rights given by law as a distinctive feature is a banned practice.
    En français
        Droit légal présenté comme un cadeau
        Présenter les droits donnés par la loi comme un avantage est une pratique interdite.
    Example
        Bad (en): We even give you 14 days to return it.
        Good (en): You have 14 days to return it.
        Bad (fr): Garantie légale de 2 ans offerte.
        Good (fr): Garantie légale de conformité : 2 ans.
    Source
        Directive 2005/29/EC, annex I, point 10 (number not verified against the text), https://eur-lex.europa.eu/eli/dir/2005/29/oj, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
