import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

DATE = re.compile(r"(?<![\w/.-])(0?[1-9]|1[0-2])([/.-])(0?[1-9]|1[0-2])\2((?:19|20)?\d{2})(?![\w/]|[.-]\d)")
MONTHS = str.split("January February March April May June July August September October November December")
MESSAGE = both("{first} or {second}? Britain and America read it differently.", "{first} ou {second} ? L'Angleterre et l'Amérique le lisent autrement.")
SUGGESTION = both("Write the month in letters.", "Écrivez le mois en lettres.")


@rule(
    "TYP017",
    "ambiguous-date",
    level="advice",
    last_reviewed="2026-11-22",
    locales=("en",),
    anchors={"en": tuple(f"{digit}{sign}" for digit in range(10) for sign in "/.-")},
)
def ambiguous_date(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A date that reads two ways.

    What it does
        Finds numeric dates with a year whose day and month could change places (03/04/26). 13/04/26, 04/04/26, 2026-04-03, fractions and 24/7 pass.
    Why
        Half of the readers come a month early or late.
    En français
        Date qui se lit de deux façons
        La moitié des lecteurs viendra un mois trop tôt ou trop tard.
    Example
        Bad (en): The sale ends on 03/04/2026.
        Good (en): The sale ends on 3 April 2026. Open 24/7, 13/04/26.
    Source
        Our own list of brand choices (dates with the month in letters); general practice, not verified against a text.
    """
    for match in DATE.finditer(text.prose.scan):
        one, two, year = int(match[1]), int(match[3]), match[4]
        if one != two and (match[2] == "/" or len(year) == 4):
            first, second = f"{one} {MONTHS[two - 1]}", f"{two} {MONTHS[one - 1]}"
            yield Hit(match.start(), match.end(), MESSAGE.fill(first=first, second=second), SUGGESTION)
