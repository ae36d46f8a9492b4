import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:up to|as much as) (?:an? (?:extra|further|whopping|massive) )?(?:\d{1,2} ?(?:%|percent)(?: off| discount)?|[£$€]\d[\d,]*(?:\.\d+)? off)"
    ),
    "fr": re.compile(
        r"\bjusqu'à (?:[-–−] ?)?(?:\d{1,2} ?(?:%|pour cent)|\d[\d ]* ?(?:€|euros) (?:de (?:remise|réduction|rabais)|offerts|d'économies?))"
    ),
}  # fmt: skip
MESSAGE = both("Up to: on how many things, and from how much?", "Jusqu'à : sur combien d'articles, et à partir de combien ?")
SUGGESTION = both(
    'Say the range and the share at the top ("20 to 40%, half of them at 40%").', "Dites la fourchette et la part au maximum (« 20 à 40 %, la moitié à 40 % »)."
)


@rule("LAW011", "up-to-discount", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def up_to_discount(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Up to so much off.

    What it does
        Finds discounts given as a maximum (up to 70% off, jusqu'à -70 %). It only advises.
    Why
        The reader sees the top figure; advertising bodies ask that a fair share of the goods be at it (general practice, not verified against the text).
    En français
        Jusqu'à tant de remise
        Le lecteur voit le plus gros chiffre ; il faut qu'une part honnête des articles y soit (pratique générale, non vérifiée dans le texte).
    Example
        Bad (en): Up to 70% off.
        Good (en): Up to the knee in snow.
        Bad (fr): Jusqu'à -70 %.
        Good (fr): De la neige jusqu'aux genoux.
    Source
        ASA guidance on savings claims (general practice, not verified against the text), https://www.asa.org.uk, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE, SUGGESTION)
