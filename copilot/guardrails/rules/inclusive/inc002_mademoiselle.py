import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_of
from copilot.guardrails.checks.wording import is_own, said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

PATTERN = re.compile(r"\b(?:mademoiselle|mesdemoiselles|mlles?)\b")
MESSAGE = both("'{text}' asks whether she is married.", "« {text} » demande si elle est mariée.")
SUGGESTION = both("'Madame', or nothing.", "« Madame », ou rien.")


@rule("INC002", "mademoiselle", level="advice", last_reviewed="2026-11-22", locales=("fr",), anchors={"fr": anchors_of(PATTERN)})
def mademoiselle(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Mademoiselle.

    What it does
        Finds « Mademoiselle » and « Mlle » as a form of address. A name of the brand's own, a work in quotation marks, and « les demoiselles » of a place
        pass.
    Why
        The State's forms dropped it in 2012 (general practice, not verified against the text); nobody writes « Damoiseau ».
    En français
        Mademoiselle
        Les formulaires de l'État l'ont abandonné ; personne n'écrit « Damoiseau ».
    Example
        Bad (fr): Chère Mademoiselle, votre plaid est là.
        Good (fr): Les Demoiselles d'Avignon, en puzzle.
    Source
        HCE, guide pour une communication publique sans stéréotype de sexe (2015, 2022), by egalactu.com, read 2026-11-21.
    """
    for start, end in said(PATTERN, text.prose):
        if not is_own(grounds, text.prose, start, end):
            madame = {"mesdemoiselles": "Mesdames", "mlle": "Mme", "mlles": "Mmes"}.get(text.prose.scan[start:end], "Madame")
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION, Fix(replacement=madame, safety="unsafe"))
