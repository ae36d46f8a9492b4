import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.pressure import is_stated
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:your |the )?(?:cart|basket|bag|order|items?|selection|seats?|tickets?)(?: (?:is|are|will be|has been|have been|only|in your (?:cart|basket"
        r"|bag))){0,4} (?:reserved|held|saved|on hold|kept|released)(?: (?:for you|in your (?:cart|basket|bag)|aside))?(?: only)? (?:for|until|in):?(?: "
        r"(?:the next|only|another|just|a)){0,4} ?(?:\d[\d:]*(?: ?(?:minutes?|mins?|hours?|hrs?|days?|h|min|heures?|jours?)\b)?|limited|short|few)"
        r"|(?:cart|basket|bag|reservation) (?:will )?expires?(?: in| soon)?"
        r"|(?:we've|we have|we are|we're|we'll) (?:reserved|held|saved|holding|hold) (?:your (?:items?|cart|basket|order|spot|selection)|this|it|them)"
        r"(?: for you)? for (?:the next |another )?(?:\d[\d:]*(?: ?(?:minutes?|mins?|hours?|hrs?|days?|h|min|heures?|jours?)\b)?|a (?:few|short|limited))"
        r"|items in your (?:cart|basket|bag) (?:are not reserved|aren't reserved)"
        r"|(?:won't|can't|cannot|will not)(?: be)? (?:reserved|held|hold|saved|save|keep)(?: (?:them|it|this|your \w+))? (?:for )?(?:much )?long(?:er)?"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:votre|ton|le|vos|tes|ta) ?(?:panier|articles?|sélection|commande|produits?|places?|billets?) (?:est|sont|reste|restent|seront|sera|n'est"
        r"|vous (?:est|sont)) ?(?:encore |plus |actuellement )?(?:réservée?s?|conservée?s?|gardée?s?|mise?s? de côté|bloquée?s?)(?: pour (?:vous|toi))? "
        r"(?:pendant|pour|encore|jusqu'à|durant)(?: encore)? (?:\d[\d:]*(?: ?(?:minutes?|mins?|hours?|hrs?|days?|h|min|heures?|jours?)\b)?|quelques)"
        r"|(?:votre|ton|le) panier (?:va )?expire[rz]?(?:a)?(?: dans| bientôt)?"
        r"|(?:nous|on) (?:vous |te )?(?:réserv|gard|conserv|bloqu)(?:ons|e|erons) (?:vos|votre|tes|ton|ta|cette|ces|cet|ce) [\w ]{2,30} (?:pendant|encore"
        r"|pour encore) (?:\d[\d:]*(?: ?(?:minutes?|mins?|hours?|hrs?|days?|h|min|heures?|jours?)\b)?|quelques)"
        r"|réservée?s? (?:pour (?:vous|toi) )?(?:pendant|durant) (?:encore )?\d+ ?(?:min|minutes|heures?|h)\b"
        r"|(?:vos|tes) articles? ne sont pas (?:encore )?réservés"
        r"|(?:réserver|garder|conserver)(?: (?:vos|tes|ces) \w+)? (?:plus de|au-delà de|plus longtemps que) \d+ ?(?:min|minutes|h|heures)\b"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("A basket held against the clock.", "Un panier gardé contre la montre.")
SUGGESTION = both(
    "If the shop truly holds it, say until when and why; if not, cut it.", "Si la boutique le garde vraiment, dites jusqu'à quand et pourquoi ; sinon, coupez."
)


@rule("PRS006", "reserved-basket", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def reserved_basket(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A basket reserved for ten minutes.

    What it does
        Finds baskets, items and orders reserved or expiring within minutes or hours. Tables, seats on a train with a named hour, and what the brief states
        pass.
    Why
        Hardly any shop reserves a basket; the minutes are there to stop the reader thinking.
    En français
        Panier réservé dix minutes
        Presque aucune boutique ne réserve un panier ; les minutes sont là pour empêcher de réfléchir.
    Example
        Bad (en): Your cart is reserved for 10 minutes.
        Good (en): We kept your jacket in the back.
        Bad (fr): Votre panier est réservé pendant 10 minutes.
        Good (fr): Ton panier est en osier.
    Source
        UCPD 2005/29/EC, annex I, point 7 (general practice, not verified against the text); Mathur et al. 2019, github.com/aruneshmathur/dark-patterns, and
        github.com/yamanalab/ec-darkpattern, read 2026-11-21; patterns written here, measured with bench/pressure.py.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        if not is_stated(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE, SUGGESTION)
