import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import meant
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<!\w)(?:"
        r"(?:additional |extra |other |service |booking |handling |processing |admin |convenience )?(?:fees?|charges?|surcharges?)(?: \w+){0,2} (?:added"
        r"|calculated|applied|shown|displayed|revealed|payable|may apply)(?: (?:at|on|during|later at|in))?(?: (?:the )?(?:checkout|last step|final step"
        r"|payment|arrival))?"
        r"|(?:fees?|charges) (?:not included|extra|excluded)"
        r"|(?:plus|excl\.?|excluding|before|not including) (?:booking |service |handling |admin |processing |cleaning |resort |activation |set-?up )?"
        r"(?:fees?|charges|handling)"
        r"|hidden (?:fees?|charges?|costs?) (?:may )?apply"
        r")"
    ),
    "fr": re.compile(
        r"(?<!\w)(?:"
        r"(?:hors|plus|\+|sans compter les?|non compris :?|en sus des?) ?frais(?: (?:de (?:dossier|service|gestion|réservation|traitement|ménage"
        r"|mise en service|résiliation|port)|annexes?|éventuels|supplémentaires))?"
        r"|frais (?:de (?:dossier|service|gestion|réservation|traitement|ménage|mise en service) )?(?:en sus|non (?:compris|inclus)|à prévoir"
        r"|supplémentaires (?:possibles|éventuels|peuvent)|peuvent s'appliquer|à ajouter)"
        r"|(?:frais|suppléments?)(?: \w+){0,3} (?:calculés?|ajoutés?|affichés?|appliqués?|indiqués?) (?:au moment d[ue]|lors d[ue]|à la dernière étape"
        r"|à l'étape|au) ?(?:paiement|règlement|la commande|suivante)?"
        r")"
    ),
}  # fmt: skip
AMOUNT = re.compile(r"(?<=fee)s?[^.\n]{0,12}[£$€]? ?\d|(?<=frais)[^.\n]{0,20}\d|[£$€] ?\d[\d.,]*(?= ?(?:\w+ )?fee)|\d ?€(?= de frais)")
FREE = re.compile(r"\b(?:no|zero|free of|without|sans|zéro|aucuns?|0 €|0 euro)\s*$")
MESSAGE = both("A cost the reader learns of later: '{text}'.", "Un coût que le lecteur découvrira plus tard : « {text} ».")
SUGGESTION = both("Give the whole price here, or the amount of the fee beside it.", "Donnez le prix entier ici, ou le montant des frais à côté.")


def is_free(before: str) -> bool:
    """Whether the words before say that there are no such costs."""
    return FREE.search(before) is not None


@rule("PRS013", "cost-told-later", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def cost_told_later(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A cost told later.

    What it does
        Finds fees that are announced without an amount (`plus booking fee`, « hors frais de dossier »). An amount in the same sentence, delivery priced at
        checkout, `no fees` and « sans frais » pass. Prices without tax and drip pricing have their own rules (family LAW).
    Why
        The price that made the reader click is not the one she pays.
    En français
        Un coût dit plus tard
        Le prix qui a fait cliquer n'est pas celui qu'on paiera.
    Example
        Bad (en): £19 plus booking fees.
        Good (en): £19 plus a £2 booking fee.
        Bad (fr): 19 €, hors frais de dossier.
        Good (fr): 19 €, sans frais de dossier.
    Source
        UK DMCC Act 2024 on drip pricing (general practice, not verified against the text); notes on dark patterns and their legal hooks, read 2026-11-21.
    """
    for start, end in meant(PATTERNS[grounds.locale], text.prose):
        if not AMOUNT.search(text.prose.scan, max(0, start - 4), end + 25) and not is_free(text.prose.scan[max(0, start - 12) : start]):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
