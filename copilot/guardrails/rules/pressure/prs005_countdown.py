import re
from collections.abc import Iterator, Sequence

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.pressure import is_dated
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?<!with )(?:only|just|last|final|hurry,?) (?:\d{1,3}|a few|two|three|six|twelve|twenty-four|forty-eight) ?(?:hours?|hrs?|h|minutes?|mins?|days?"
        r"|seconds?)(?: and \d+ \w+)? (?:left|remaining|remain|to go|to save|to shop|to claim)(?! (?:until|till|before|of|in|on|to (?:christmas|easter)))"
        r"|\d{1,3} ?(?:hours?|hrs?|h|minutes?|mins?|days?) (?:left|remaining|only|to go)(?= ?(?:[!:]|to (?:save|shop|claim|order|buy|get)|at this|on (?:this"
        r"|our)))"
        r"|(?:ends?|ending|expires?|expiring|closes?|released(?= in:)|over) in(?: (?:just|only|less than|under))?:? ?(?!(?:19|20)\d\d\b)(?:\d[\d:]*(?: ?"
        r"(?:minutes?|mins?|hours?|hrs?|days?|h|min|heures?|jours?)\b)?|a few|two|three|the next|minutes|hours|$)"
        r"|(?:sale|offer|deal|discount|order|promo\w*|\d{1,4} ?%? off|coupon|cart|price|ends|ending|hurry|left)\b[^.\n]{0,60}?\d{1,2} ?: ?\d{2} ?: ?\d{2}"
        r"|\d{1,2} ?days[ :]*\d{1,2} ?(?::|hours?|hrs?|h)[ :]*\d{1,2}"
        r"|(?:within|in) the next \d+ (?:minutes|hours|mins|hrs)(?! (?:for|to get|and (?:it|we)|we|it ships))"
        r"|(?:\d{1,2} )?(?:hours|hrs) ?\d{1,2} ?(?:minutes|mins) ?\d{1,2} ?(?:seconds|secs)"
        r"|(?:order|activate|buy|claim|shop|use it)[^.!?\n]{0,20} (?:in|within) \d{1,2}:\d{2}(?::\d{2})?"
        r"|(?:the )?countdown (?:is on|has (?:begun|started))|only \d+ (?:sleeps|hours|days) left"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:plus que|il ne (?:vous |te |nous )?reste (?:plus )?que|il (?:vous|te) reste(?: encore| seulement)?|reste(?:nt)?(?: plus que| encore)?"
        r"|(?<!ces )(?<!les )(?<!des )dernières?|(?<!ces )(?<!les )(?<!des )derniers?) (?:\d{1,3}|deux|trois|quelques|vingt-quatre|quarante-huit) ?(?:h"
        r"|heures?|min|minutes?|jours?|secondes?)\b(?! (?:avant|de (?:marche|train|route|cuisson|vacances|congés?|sommeil|travail)|à (?:attendre|pied)|du "
        r"(?:mois|match)|d'(?:attente|été|hiver)|pour (?:finir|rentrer|arriver)|et demie de))"
        r"|(?:se termine|expire|prend fin|finit|s'arrête|s'achève|ferme)(?:nt)? dans (?:moins de |seulement )?(?:\d[\d:]*(?: ?(?:minutes?|mins?|hours?|hrs?"
        r"|days?|h|min|heures?|jours?)\b)?|quelques|deux|trois)"
        r"|encore \d{1,3} ?(?:h|heures?|min|minutes?|jours?) (?:pour (?:en )?(?:profit|command|réserv|craqu|écono)\w*|seulement|!)"
        r"|(?:\d{1,2}|24|48|72) ?(?:h|heures) (?:chrono|seulement|top chrono)|pendant (?:seulement )?\d{1,2} ?(?:h|heures) (?:seulement|uniquement)"
        r"|(?:offre|promo|vente|remise|solde|prix|panier|expire|reste)\w*\b[^.\n]{0,60}?\d{1,2} ?: ?\d{2} ?: ?\d{2}"
        r"|\d{1,2} ?jours?[ :]*\d{1,2} ?(?:h|heures?)[ :]*\d{1,2} ?(?:min|m)"
        r"|dans les \d+ prochaines (?:minutes|heures)(?! pour (?:être|une livraison|recevoir))"
        r"|(?:le )?compte à rebours (?:est lancé|a commencé|commence|tourne)|j-[1-9]\d?(?= avant la fin| pour profiter| ?!)"
        r")"
    ),
}  # fmt: skip
DELIVERY = re.compile(r"\b(?:deliver\w*|dispatch\w*|ships?|shipped|shipping|livr\w+|expédi\w+|chez (?:vous|toi)|christmas|noël|trial|essai)\b")
MESSAGE = both("A clock with no date on it: '{text}'.", "Une horloge sans date : « {text} ».")
SUGGESTION = both(
    "Say the day and hour of the end. A clock in a text stands still.", "Dites le jour et l'heure de la fin. Dans un texte, l'horloge ne tourne pas."
)


@rule("PRS005", "countdown", level="scoring", last_reviewed="2026-11-22", scope="copy", anchors=anchors_for(PATTERNS))
def countdown(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """A countdown without its end.

    What it does
        Finds `ends in 2 hours`, `02:14:59 left`, « plus que 3 h », « 48 h chrono » where the copy names no end date. Delivery cut-offs, days left until
        Christmas, opening and cooking times pass.
    Why
        Of 393 countdowns on shop sites 157 restarted or meant nothing (40 %); in a text none can be true at every reading.
    En français
        Compte à rebours sans fin dite
        Sur 393 comptes à rebours de sites marchands, 157 repartaient de zéro ou ne voulaient rien dire (40 %) ; dans un texte, aucun n'est vrai à chaque
        lecture.
    Example
        Bad (en): Offer ends in 2 hours.
        Good (en): Order in the next 2 hours for delivery tomorrow.
        Bad (fr): Plus que 3 heures pour en profiter.
        Good (fr): Plus que 3 heures de marche.
    Source
        UCPD 2005/29/EC, annex I, point 7 (point number: general practice, not verified against the text); patterns written here and measured with
        bench/pressure.py on the strings of Mathur et al. 2019, github.com/aruneshmathur/dark-patterns, read 2026-11-21.
    """
    found = [(text, span) for text in texts for span in said(PATTERNS[grounds.locale], text.prose)]
    if found and not is_dated(texts):
        for text, (start, end) in found:
            if not DELIVERY.search(text.prose.scan, max(0, start - 30), end + 50):
                yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION, key=text.key)
