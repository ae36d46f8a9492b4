import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

COMMA = re.compile(
    r"(?<=[£$€])\d+(,)\d{2}(?!\d|,\d)|(?<=[£$€] )\d+(,)\d{2}(?!\d|,\d)"
    r"|(?<![\w.,£$€])\d+(,)\d{1,2}(?= ?(?:[€£%]|(?:kg|km|cm|mm|ml|litres?|liters?|metres?|meters?|miles?|hours?|inches|euros?|pounds|dollars|million|billion|percent)\b))"
)
POINT = Fix(replacement=".", safety="safe")
MESSAGE = both("English writes decimals with a point.", "L'anglais écrit les décimales avec un point.")
SUGGESTION = both("Put '{figure}'.", "Mettez « {figure} ».")


@rule(
    "TYP016",
    "decimal-comma-in-english",
    level="advice",
    last_reviewed="2026-11-22",
    locales=("en",),
    anchors={"en": tuple(f"{digit}," for digit in range(10))},
)
def decimal_comma_in_english(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A decimal comma in English.

    What it does
        Beside a currency or before a unit, turns 12,50 into 12.50. Thousands (12,500) and lists (sizes 8,10,12) pass.
    Why
        £12,50 makes the reader wonder whether a digit is missing.
    En français
        Virgule décimale en anglais
        £12,50 fait se demander s'il manque un chiffre.
    Example
        Bad (en): From £12,50, 1,2 kg of wool.
        Good (en): From £12.50, 1.2 kg of wool, 12,500 metres of thread.
    Source
        Mailchimp content style guide (numbers), https://github.com/mailchimp/content-style-guide, read 2026-11-21.
    """
    for match in COMMA.finditer(text.prose.scan):
        figure = match.group().replace(",", ".")
        yield Hit(*match.span(match.lastindex or 0), MESSAGE, SUGGESTION.fill(figure=figure), POINT)
