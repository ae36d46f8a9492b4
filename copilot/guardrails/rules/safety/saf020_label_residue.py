import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

LABEL = re.compile(
    r"^\s*(?:[*_#>-]{1,3}\s?)?((?:subject(?: line)?|objet(?: de l['’]e-?mail| du mail)?|sujet|pre-?header|pré-?en-?tête|preview text|headlines?"
    r"|titres?|title|description|body(?: text| copy)?|corps(?: du (?:message|mail|texte))?|texte principal"
    r"|primary text|cta|call[ -]to[ -]action|appel à l['’]action|bouton|accroche|slogan|meta[ -]?description|méta-?description|slug|h1|meta title"
    r"|balise title|option|version|variante?|variation|opening|introduction)\s?(?:[#n°]{0,2}\s?[\dA-C])?)[*_]{0,2} ?:[*_]{0,2}\s?(?=\S)",
    re.IGNORECASE,
)
COUNT = re.compile(r"\s*[(\[]~?\d{1,4} ?(?:characters|chars?|caractères|car\.|signes|words|mots)\b[^()\[\]\n]{0,30}[)\]]\s*$", re.IGNORECASE)
MESSAGE = both("'{text}' is the name of the field, not its text.", "« {text} » est le nom du champ, pas son texte.")
SUGGESTION = both("Take it out; the automatic fix does.", "Retirez-le ; la correction automatique le fait.")


@rule("SAF020", "label-residue", level="blocking", last_reviewed="2026-11-22")
def label_residue(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A field's name or count left in the field.

    What it does
        In a field of a channel, finds labels at its head (Subject:, Headline 2:, Objet :, Option B :) and counts at its end ((28 characters), [27 signes]). A
        whole mail without fields may have them.
    Why
        The platform prints 'Headline 1:' for everybody.
    En français
        Nom ou compte du champ resté dans le champ
        La plateforme imprime « Titre 1 : » pour tout le monde.
    Example
        Bad (en, email.subject): Subject: the jacket is ready
        Good (en, email.subject): A subject for a long evening
        Bad (fr, email.subject): Objet : la veste est prête
        Good (fr, email.subject): L'objet est dans la boîte
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21; patterns written here.
    """
    if text.spec is None:
        return
    for pattern in (LABEL, COUNT):
        match = pattern.search(text.prose.text)
        if match:
            yield Hit(*match.span(), MESSAGE.fill(text=match.group().strip(" *_#:")), SUGGESTION, Fix(replacement="", safety="safe"))
