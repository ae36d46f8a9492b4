import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.figures import figures
from copilot.language.prose import Locale, Prose
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"[£$€]\d[\d,]*(?:\.\d+)? (?:off|instead of|down from)\b|\b(?:\d{1,2} ?(?:%|percent) (?:off|discount|reduction|saving|cheaper)\b"
        r"|(?:save|saving|get|take|enjoy|extra|up to) (?:an? |up to |an extra |a further |over )?\d{1,2} ?%(?! (?:of|more|less|wool|cotton|faster))"
        r"|(?:discount|reduction|saving) of \d{1,2} ?%"
        r"|(?:was|reduced from|down from|usually|normally|rrp|instead of) [£$€]\d[\d,]*+(?:\.\d+)?+(?! ?(?:bn|m\b|million|billion|k\b))"
        r"|save [£$€]\d[\d,]*+(?:\.\d+)?+(?! ?(?:bn|m\b|million|billion|k\b))|half[- ]price\b"
        r"|(?:crazy|slashed|rock[- ]bottom|knock[- ]?down|shock|insane|bargain|giveaway|unbelievable|mad) (?:low )?prices?\b"
        r"|prices? (?:slashed|cut|smashed|dropped)\b|marked down\b|(?:mega|huge|massive|big) (?:discounts?|savings|reductions|price cuts?)\b"
        r"|buy one,? get one (?:free|half price)\b|bogof\b)"
    ),
    "fr": re.compile(
        r"(?<![\w,.])[-–−] ?\d{1,2} ?%"
        r"|\b(?:\d{1,2} ?(?:%|pour cent) (?:de (?:remise|réduction|rabais|ristourne|moins|promo(?:tion)?|rabais)|d'économies?|offerts?|immédiats?|en moins)\b"
        r"|(?:remise|réduction|rabais|ristourne|promo(?:tion)?) (?:exceptionnelle |immédiate |de bienvenue |supplémentaire )?(?:de "
        r"|jusqu'à )?[-–−]?\d[\d ]* ?(?:%|€|euros)"
        r"|\d[\d ]*(?:,\d{2})? ?(?:€|euros) (?:de (?:remise|réduction|rabais)|offerts|d'économies?)\b|au lieu de \d[\d ]*(?:,\d{2})? ?(?:€|euros?)?"
        r"|(?:valeur|initialement|auparavant|avant|hier|était à|prix barré|prix conseillé) ?:? ?\d[\d ]*(?:,\d{2})? ?(?:€|euros)"
        r"|économise[zr]? \d[\d ]* ?(?:%|€|euros)"
        r"|prix (?:chocs?|cassés?|sacrifiés?|fous?|canons?|barrés?|bradés?|discount|écrasés?|dingues?|exceptionnels?|réduits?|imbattables?)\b"
        r"|(?:à )?moitié prix\b|(?:remises?|réductions?|promotions?|promos?) (?:exceptionnelles?|folles?|dingues?|monstres?|géantes?|incroyables?)\b"
        r"|ventes? privées?\b|(?:deux|2) pour (?:le prix d')?(?:un|1)\b(?! (?:kilo|mètre))"
        r"|(?:1|un|une) achetée?,? ?(?:=|égale)? ?(?:1|un|une) (?:offert|gratuit)e?\b|tout à \d+ ?€\b)"
    ),
}  # fmt: skip
MESSAGE = both("'{text}': off which price, and for how long was it the price?", "« {text} » : sur quel prix, et pratiqué quand ?")
SUGGESTION = both(
    "Give the lowest price of the last 30 days in the brief, and compute the cut on it.",
    "Donnez dans le brief le prix le plus bas des 30 derniers jours, et calculez la remise dessus.",
)


def _stated(piece: str, grounds: Grounds) -> bool:
    """Whether the brief gives the cut itself, or both of its prices."""
    own = figures(Prose(piece, grounds.locale))
    prices = {figure.value for figure in grounds.stated.figures if figure.unit in ("€", "£", "$")}
    return grounds.stated.holds(piece) or bool(own and all(grounds.stated.holds_figure(figure) for figure in own) and (own[0].unit == "%" or len(prices) > 1))


@rule("LAW010", "price-cut-without-base", level="scoring", last_reviewed="2026-11-22", jurisdictions=("fr", "eu", "uk"), anchors=anchors_for(PATTERNS))
def price_cut_without_base(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A price cut with no base.

    What it does
        Finds cuts in percent or in money, crossed-out prices (instead of, was £69), half price and slogans such as prix choc that neither the brief nor a
        claim in force states with their figures. Passes percentages of anything but a price. Checked without a brief it speaks of every cut: hence 2.5 % of
        the human texts measured, nearly all of them adverts with a cut.
    Why
        A reduction is computed on the lowest price of the last 30 days; the Court of Justice holds slogans such as 'prix choc' to the same base.
    En français
        Remise sans base
        Une réduction se calcule sur le prix le plus bas des 30 derniers jours ; la Cour de justice y soumet aussi les slogans comme « prix choc ».
    Example
        Bad (en): 30% off all jackets.
        Good (en): Odette, £49, like last year.
        Bad (fr): -30 % sur les vestes.
        Good (fr): Odette, 49 €, comme l'an dernier.
    Rate
        2.4 % of the English texts: every third of its hits is an ad of a sale ("25% off engagement rings"), which is what the rule is for. It says what has to
        stand beside a price cut and moves the dial; the brief's former price silences it.
    Source
        CJEU C-330/23 Aldi Süd, 26 September 2024, on directive 98/6/EC art. 6a, https://dbfbruxelles.eu/?p=41306, read 2026-11-21; code de la consommation
        L112-1-1, https://www.pechenard.com, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        piece = text.prose.text[start:end]
        if not denied(text.prose, start) and not _stated(piece, grounds):
            yield Hit(start, end, MESSAGE.fill(text=piece), SUGGESTION)
