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
        r"\b(?:free\b[^.!?\n]{0,60}\b(?:handling|processing|admin(?:istration)?|activation|registration|membership|service|set-?up) (?:fee|charge|cost)s?\b"
        r"|free\b[^.?\n]{0,40}\b(?:just|only|simply) pay (?!(?:for )?(?:the )?(?:postage|shipping|p&p|delivery))[^.!?\n]{0,20})"
    ),
    "fr": re.compile(
        r"\b(?:(?:gratuite?s?|gratuitement|offerte?s?)\b[^.!?\n]{0,60}\b(?:frais de (?:dossier|traitement|gestion|participation|service|inscription"
        r"|préparation)|frais d'(?:activation|adhésion|inscription|ouverture)|participation (?:aux frais )?de \d)"
        r"|(?:gratuite?s?|gratuitement|offerte?s?)\b[^.!?\n]{0,40}\b(?:ne paye?z? que|ne paies que|payez (?:seulement|uniquement|juste)|paie (?:seulement"
        r"|juste)) (?!le port|les frais de port|les frais d'envoi|la livraison|l'envoi)[^.!?\n]{0,20})"
    ),
}  # fmt: skip
MESSAGE = both("Free, and yet to be paid.", "Gratuit, et pourtant à payer.")
SUGGESTION = both(
    "Say the price. Only the true cost of answering or of postage may stand beside 'free'.",
    "Dites le prix. À côté de « gratuit », seul le coût réel de la réponse ou du port peut rester.",
)


@rule("LAW015", "paid-for-free", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def paid_for_free(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Called free, but paid for.

    What it does
        Finds free, gratuit or offert with fees of handling, processing, activation or a card to pay in the same sentence. The plain cost of postage passes.
    Why
        To call a thing free when the consumer pays anything but the unavoidable cost of answering and of delivery is a banned practice.
    En français
        Dit gratuit, mais payant
        Dire gratuit ce qui coûte autre chose que la réponse et le port est une pratique interdite.
    Example
        Bad (en): Free jacket, just pay a £9 handling fee.
        Good (en): Free button, postage £2.
        Bad (fr): Veste gratuite, vous ne payez que les frais de dossier.
        Good (fr): Bouton gratuit, port 2 €.
    Source
        Directive 2005/29/EC, annex I, point 20 (number not verified against the text), https://eur-lex.europa.eu/eli/dir/2005/29/oj, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start):
            yield Hit(start, end, MESSAGE, SUGGESTION)
