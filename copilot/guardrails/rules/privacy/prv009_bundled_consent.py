import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:by (?:creating|placing|entering|ordering|participating|taking part|continuing|checking out|buying|purchasing|registering for|completing"
        r"|clicking"
        r"|using)\b[^.\n]{0,60}\byou (?:agree|consent|accept)\b[^.\n]{0,60}\b(?:receiv\w+|marketing|offers|newsletters?|promotional|texts? messages?"
        r"|partners)\b"
        r"|you (?:agree|consent) to (?:our )?(?:terms|t&cs|conditions)[^.\n]{0,40}\band (?:to )?(?:receiv\w+|our offers|marketing|newsletters?)\b"
        r"|(?:pre-?ticked|ticked|checked) (?:box|by default)\b|(?:box|boxes) (?:is|are) (?:already |pre-?)(?:ticked|checked)\b"
        r"|(?:untick|uncheck) (?:this|the) box if you (?:do not|don't)\b)"
    ),
    "fr": re.compile(
        r"\b(?:en (?:créant|passant|participant|validant|commandant|continuant|achetant|finalisant|remplissant|cliquant|jouant|téléchargeant"
        r"|utilisant)\b[^.\n]{0,60}\b(?:vous acceptez|tu acceptes|vous consentez|j'accepte|vous autorisez)\b[^.\n]{0,60}\b(?:recevoir|nos offres|newsletters?"
        r"|communications?|promotionnel\w*|sms|partenaires|démarch\w+|sollicitations?)\b"
        r"|(?:vous acceptez|tu acceptes|j'accepte) (?:nos|les) (?:cgv|cgu|conditions)[^.\n]{0,40}\bet (?:de |à )?(?:recevoir|nos offres|d'être contacté"
        r"|la newsletter)"
        r"|cases? (?:déjà |pré-?)cochée?s?\b|cochée?s? par défaut\b|décoche[zr]? (?:la case|cette case)? ?si (?:vous|tu) ne (?:souhaite|veu|voule))"
    ),
}  # fmt: skip
MESSAGE = both("Consent to offers may not come with something else.", "Le consentement aux offres ne se glisse pas dans autre chose.")
SUGGESTION = both("Ask for it apart, with a box of its own that is not ticked.", "Demandez-le à part, avec une case à lui, non cochée.")


@rule("PRV009", "bundled-consent", level="blocking", last_reviewed="2026-11-22", jurisdictions=("fr", "eu", "uk"), anchors=anchors_for(PATTERNS))
def bundled_consent(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Consent slipped into something else.

    What it does
        Finds sign-up sentences that tie an order, an account, a contest or the terms to receiving offers, and boxes ticked in advance. A newsletter that says
        what it sends passes.
    Why
        Consent must be free, specific and given by a clear act; accepting the terms is not consent (Conseil d'État, 11 March 2015, no. 368624).
    En français
        Consentement glissé dans autre chose
        Le consentement est libre, spécifique et donné par un acte clair ; accepter les CGV n'en est pas un (Conseil d'État, 11 mars 2015, n° 368624).
    Example
        Bad (en): By creating an account you agree to receive our offers.
        Good (en): Tick the box if you want our letter.
        Bad (fr): En créant un compte, vous acceptez de recevoir nos offres.
        Good (fr): Cochez la case si vous voulez notre lettre.
    Source
        CNIL and CPCE L34-5, https://www.village-justice.com (5 February 2021) and https://celinezocchetto.com, read 2026-11-21; GDPR, article 7.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start):
            yield Hit(start, end, MESSAGE, SUGGESTION)
