import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import is_bare
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

RIGHT = {"Kg": "kg", "KG": "kg", "Kgs": "kg", "kgs": "kg", "KGS": "kg", "Km": "km", "KM": "km", "Kms": "km", "kms": "km", "KMS": "km", "gr": "g", "grs": "g", "Gr": "g", "Grs": "g", "cms": "cm", "Cm": "cm", "CM": "cm",
         "mms": "mm", "Mm": "mm", "MM": "mm", "mls": "ml", "Ml": "ml", "ML": "ml", "Cl": "cl", "CL": "cl", "hrs": "h", "Hrs": "h", "mn": "min", "Kwh": "kWh", "KWh": "kWh", "KWH": "kWh", "kwh": "kWh"}  # fmt: skip
FRENCH = frozenset({"hrs", "Hrs", "mn"})
UNIT = re.compile(r"\d[ \u00a0\u202f]?(" + "|".join(sorted(RIGHT, key=lambda unit: (-len(unit), unit))) + r")(?!\w)(?<!MM(?=\.))")
MESSAGE = both("The sign of the unit is '{unit}'.", "Le symbole de l'unité est « {unit} ».")
SUGGESTION = both("Unit signs have no plural and no capital of their own.", "Les symboles d'unités n'ont ni pluriel ni capitale de fantaisie.")


@rule(
    "TYP026",
    "unit-form",
    level="advice",
    last_reviewed="2026-11-22",
    anchors={"en": tuple(sorted({unit.lower() for unit in RIGHT})), "fr": tuple(sorted({unit.lower() for unit in RIGHT}))},
)
def unit_form(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A unit in a form of its own.

    What it does
        After a figure, turns Kg, KG, kgs, Kms, gr, CM, ML into kg, km, g, cm, ml; in French hrs and mn too. References (3CM2), MM. (messieurs) and words pass.
    Why
        Km is kelvin times metre. Few readers mind, all spec sheets do.
    En français
        Unité mal écrite
        « Km » est un kelvin fois un mètre. Peu de lecteurs s'en offusquent, toutes les fiches si.
    Example
        Bad (en): It weighs 2 Kgs and is 30 CM wide.
        Good (en): It weighs 2 kg and is 30 cm wide, 3 ft deep.
        Bad (fr): Il pèse 500 gr et fait 30 CM.
        Good (fr): Il pèse 500 g et fait 30 cm. 2 MM. à l'accueil.
    Source
        Règles typographiques, https://univ-montp3.fr/miap/ens/info/Stage/TD2/Typo.html, read 2026-11-22.
    """
    if is_bare(text):
        return
    for match in UNIT.finditer(text.prose.text):
        if (grounds.locale == "fr" or match[1] not in FRENCH) and not text.prose.is_protected(*match.span()):
            unit = RIGHT[match[1]]
            yield Hit(*match.span(1), MESSAGE.fill(unit=unit), SUGGESTION, Fix(replacement=unit, safety="safe"))
