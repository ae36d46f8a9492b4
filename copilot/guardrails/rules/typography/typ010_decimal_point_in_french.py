import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import is_bare
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

_UNIT = r" ?(?:€|%|\$|£|°c|(?:euros?|kg|g|mg|km|cm|mm|m|m²|l|ml|cl|litres?|mètres?|kilos?|grammes?|heures?|jours?|points?|millions?|milliards?)(?!\w))"
DECIMAL = re.compile(rf"(?<!\d)\d+(\.)\d{{1,2}}(?={_UNIT})")
GROUPED = re.compile(rf"(?<![\d.,])(\d{{1,3}}(?:[.,]\d{{3}})+)(?={_UNIT})")
GLUED = re.compile(r"[\w.,]")
COMMA = Fix(replacement=",", safety="safe")
MESSAGE = both("French writes decimals with a comma.", "Le français écrit les décimales avec une virgule.")
GROUPS = both("French groups thousands with a space.", "Le français sépare les milliers par une espace.")
SUGGESTION = both("Put '{figure}'.", "Mettez « {figure} ».")


@rule(
    "TYP010",
    "decimal-point-in-french",
    level="advice",
    last_reviewed="2026-11-22",
    locales=("fr",),
    anchors={"fr": ("€", "%", "$", "£", "°c", "euro", "kg", "g", "km", "cm", "mm", "m", "l", "heure", "jour", "point")},
)
def decimal_point_in_french(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A decimal point in French.

    What it does
        Before a unit, a currency or %, turns 12.50 into 12,50, and offers 1 200 for 1.200 or 1,200. Versions (2.0), times, addresses and bare numbers pass.
    Why
        1.200 € is twelve hundred to some readers and one and a fifth to others.
    En français
        Point décimal en français
        1.200 €, c'est douze cents pour les uns et un et quart pour les autres.
    Example
        Bad (fr): Le plaid pèse 1.2 kg et coûte 120.50 €.
        Good (fr): Le plaid pèse 1,2 kg et coûte 120,50 €. Version 2.0, 12.12.2026.
    Source
        Abrégé typographique, https://ent.ucolaval.net/production-ecrite/typographie, read 2026-11-22.
    """
    if is_bare(text):
        return
    prose = text.prose
    for match in DECIMAL.finditer(prose.scan):
        if GLUED.match(prose.scan[match.start() - 1 : match.start()]):
            continue
        figure = prose.scan[match.start() : match.end()].replace(".", ",")
        yield Hit(*match.span(1), MESSAGE, SUGGESTION.fill(figure=figure), COMMA)
    for match in GROUPED.finditer(prose.scan):
        if GLUED.match(prose.scan[match.start() - 1 : match.start()]):
            continue
        figure = re.sub(r"[.,]", "\u202f", match[1])
        yield Hit(*match.span(1), GROUPS, SUGGESTION.fill(figure=figure), Fix(replacement=figure, safety="unsafe"))
