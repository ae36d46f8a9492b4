import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import WIDE, is_plain, is_tight
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

_FIGURE = r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
SIDE = {
    "en": re.compile(rf"(?<![\w.,£$€-])({_FIGURE})[ \u00a0\u202f]?([€£$])(?![\w\d]|[ \u00a0]?\d)"),
    "fr": re.compile(rf"(?<![\w€£$])(?<!\d[ \u00a0\u202f])([€£$])[ \u00a0\u202f]?({_FIGURE})(?![.,]?\d|[^\W\d_])(?![ \u00a0\u202f]?[€£$kKM])"),
}
MESSAGE = both("English puts the sign before the figure.", "Le français met le signe après le nombre.")
SUGGESTION = both("Put '{price}'.", "Mettez « {price} ».")


@rule("TYP025", "currency-on-the-wrong-side", level="advice", last_reviewed="2026-11-22", anchors={"en": ("€", "£", "$"), "fr": ("€", "£", "$")})
def currency_on_the_wrong_side(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A currency sign on the wrong side of its figure.

    What it does
        English: 49 € and 49£ become €49 and £49. French: €49 becomes 49 €. Ranges, US$ and rates (€/kg) pass.
    Why
        It is the price tag of the other language.
    En français
        Symbole monétaire du mauvais côté
        C'est l'étiquette de l'autre langue.
    Example
        Bad (en): A zip costs 18 €.
        Good (en): A zip costs €18, or £15.
        Bad (fr): La fermeture coûte €18.
        Good (fr): La fermeture coûte 18\u00a0€, soit 20 US$.
    Source
        Our own list of brand choices (12 € in French, €12 in English); general practice, not verified against a text.
    """
    for match in SIDE[grounds.locale].finditer(text.prose.text):
        if text.prose.is_protected(*match.span()):
            continue
        if grounds.locale == "en":
            price = match[2] + match[1].strip()
        else:
            price = f"{match[2]}{'' if is_tight(grounds) else ' ' if is_plain(text, grounds) else WIDE}{match[1]}"
        yield Hit(match.start(), match.end(), MESSAGE, SUGGESTION.fill(price=price), Fix(replacement=price, safety="safe"))
