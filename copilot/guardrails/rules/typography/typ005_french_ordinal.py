import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import is_bare
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

ORDINAL = re.compile(r"(\d{1,4}|[IVX]{1,6})(i?[èe]re|i?[èe]res|iers?| ?i?[èe]mes?)(?!\w)")
GLUED = re.compile(r"[\w.,-]")
MESSAGE = both("The ordinal is written '{ordinal}'.", "L'ordinal s'écrit « {ordinal} ».")
SUGGESTION = both("1er, 1re, 2e, 3e.", "1er, 1re, 2e, 3e.")


@rule("TYP005", "french-ordinal", level="advice", last_reviewed="2026-11-22", locales=("fr",), anchors={"fr": ("ère", "ere", "ème", "eme", "ier")})
def french_ordinal(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A long ordinal.

    What it does
        Turns 1ère, 2ème, 2ième, XIXème into 1re, 2e, XIXe, plurals too. 1er, 2nd and 2nde pass, and so do words (« même », « père »).
    Why
        The abbreviation keeps the last letters only; the others are a habit of the keyboard.
    En français
        Ordinal trop long
        L'abréviation ne garde que la fin ; le reste est une habitude de clavier.
    Example
        Bad (fr): La 1ère paire, la 2ème moitié du XIXème siècle.
        Good (fr): La 1re paire, la 2e moitié du XIXe siècle, le même père.
    Source
        Règles typographiques, http://david.carella.free.fr/fr/typographie/regles-typographiques.html, read 2026-11-22.
    """
    if is_bare(text):
        return
    for match in ORDINAL.finditer(text.prose.text):
        number, ending = match[1], match[2].strip()
        if (
            (not number.isdigit() and ending.startswith("ier"))
            or GLUED.match(text.prose.text[match.start() - 1 : match.start()])
            or text.prose.is_protected(*match.span())
        ):
            continue
        plural = "s" if ending.endswith("s") else ""
        first = number in ("1", "I")
        short = "e" if "m" in ending else "" if not first else "er" if ending.startswith("ier") else "re"
        if short:
            ordinal = number + short + plural
            yield Hit(match.start(), match.end(), MESSAGE.fill(ordinal=ordinal), SUGGESTION, Fix(replacement=ordinal, safety="safe"))
