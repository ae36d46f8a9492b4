import re
from collections.abc import Iterator, Sequence

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:free (?:\d{1,3}[- ]day |one[- ]month |\w+ )?trials?\b|try (?:it |us |\w+ )?(?:for )?free\b(?! of)"
        r"|(?:first|one|two|three|\d{1,3}) (?:days?|weeks?|months?|year|box) (?:is |are )?(?:free|on us|for (?:just |only )?[£$€]?1)\b"
        r"|(?:free for|free) (?:the first |your first )?(?:\d{1,3}|one|two|three) (?:days|weeks|months)\b"
        r"|(?:\d{1,3}|one)[- ](?:day|month|week) free (?:trial|access)\b|first (?:month|box|week) for [£$€]1\b)"
    ),
    "fr": re.compile(
        r"\b(?:essais? gratuits?\b|essaye[zr]? gratuitement\b|essaie gratuitement\b"
        r"|(?:premiers? |deux |trois |un |\d{1,3} )?(?:premiers? )?(?:jours?|semaines?|mois) (?:d'essai )?(?:gratuite?s?|offerte?s?)\b"
        r"|premi(?:er|ère) (?:mois|semaine|box) (?:à|pour) (?:1|0|un) ?(?:€|euro)|gratuite?s? pendant (?:\d{1,3}|un|deux|trois) (?:jours|mois|semaines)\b"
        r"|(?:\d{1,3}|un) (?:jours?|mois) pour (?:1|un) ?(?:€|euro\b))"
    ),
}  # fmt: skip
PRICE_AFTER = re.compile(
    r"\b(?:puis|ensuite|then|after(?:wards)?|thereafter)\b[^.\n]{0,12}\d|\d[\d.,]* ?[£$€]? ?(?:/|par|a|per) ?(?:mois|an|month|mo\b|year|week|semaine)"
    r"|\bno (?:credit )?card|\bsans (?:carte|cb)\b|\bsans reconduction|\bne se renouvelle pas|\bs'arrête (?:tout seul|toute seule)|\bends by itself"
    r"|\bdoes not renew|\bdoesn't renew|\bno auto-?renew"
)
MESSAGE = both("Free until when, and then how much?", "Gratuit jusqu'à quand, et après, combien ?")
SUGGESTION = both(
    'Say the price and the date of the first payment and how to stop ("then £5 a month, stop in two clicks"), or that no card is needed.',
    "Dites le prix et la date du premier paiement et comment arrêter (« puis 5 € par mois, on arrête en deux clics »), ou qu'il ne faut pas de carte.",
)


@rule("LAW016", "free-trial-without-renewal", level="scoring", last_reviewed="2026-11-22", scope="copy", anchors=anchors_for(PATTERNS))
def free_trial_without_renewal(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """A free trial that does not say what follows.

    What it does
        Finds free trials and first months at 0 or 1 where no field of the copy gives the price that follows or says that no card is needed.
    Why
        A subscription that begins as a gift must show its price, its date and its way out (UCPD; US ROSCA; general practice, not verified against the text).
    En français
        Essai gratuit qui tait la suite
        Un abonnement qui commence en cadeau dit son prix, sa date et comment en sortir (pratique générale, non vérifiée dans le texte).
    Example
        Bad (en): Start your free trial.
        Good (en): Try it free for 30 days, then £5 a month.
        Bad (fr): Essai gratuit de 30 jours.
        Good (fr): 30 jours gratuits, puis 5 € par mois.
    Source
        Directive 2005/29/EC, articles 6 and 7, https://eur-lex.europa.eu/eli/dir/2005/29/oj, read 2026-11-21; ROSCA, general practice, not verified against
        the text.
    """
    found = [(text, *span) for text in texts for span in spans(PATTERNS[grounds.locale], text.prose)]
    if not found or any(PRICE_AFTER.search(text.prose.scan) for text in texts):
        return
    for text, start, end in found:
        if not denied(text.prose, start):
            yield Hit(start, end, MESSAGE, SUGGESTION, key=text.key)
