import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import WIDE, is_plain, is_tight
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

HOUR = re.compile(r"(?<![\w:/.,-])(\d{1,3})( ?)[hH](?:( ?)([0-5]\d))?(?![\w/]| ?/)(?! (?:du|Du) Mans)")
MESSAGE = both("French sets the hour apart: '{hour}'.", "Le français détache l'heure : « {hour} ».")
SUGGESTION = both("Put it with the automatic fix.", "La correction automatique la détache.")


@rule(
    "TYP012",
    "glued-hour",
    level="advice",
    last_reviewed="2026-11-22",
    locales=("fr",),
    anchors={"fr": (*(f"{digit}h" for digit in range(10)), *(f"{digit} h" for digit in range(10)))},
)
def glued_hour(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An hour without its spaces.

    What it does
        Turns 20h30, 20H30 and 48h into 20 h 30 and 48 h, with non-breaking spaces. 10:30, 24h/24, the 24h du Mans, references, SMS and search ads pass.
    Why
        h is a unit like kg. Most people glue it: the fix is silent.
    En français
        Heure collée
        « h » est une unité, comme kg. Presque tout le monde la colle : la correction se fait sans bruit.
    Example
        Bad (fr): On ouvre à 9h30, on ferme à 18H.
        Good (fr): On ouvre à 9\u00a0h\u00a030, et 24h/24 pour les moutons.
    Source
        Règles typographiques, https://univ-montp3.fr/miap/ens/info/Stage/TD2/Typo.html, read 2026-11-22.
    """
    if is_plain(text, grounds) or is_tight(grounds):
        return
    for match in HOUR.finditer(text.prose.text):
        hour = f"{match[1]}{WIDE}h{WIDE}{match[4]}" if match[4] else f"{match[1]}{WIDE}h"
        if not text.prose.is_protected(*match.span()):
            yield Hit(match.start(), match.end(), MESSAGE.fill(hour=hour), SUGGESTION, Fix(replacement=hour, safety="safe"))
