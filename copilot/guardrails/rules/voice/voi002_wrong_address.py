from collections.abc import Iterator, Sequence

from copilot.guardrails.checks.address import Address, address_marks
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

ASKED = both("the brand says {wanted}", "la marque dit {wanted}")
MESSAGE = both("'{text}': this brand says {wanted} to its reader.", "« {text} » : cette marque dit {wanted} à son lecteur.")
SUGGESTION = both("Put the whole copy into {wanted}.", "Passez tout le texte au {wanted}.")


@rule("VOI002", "wrong-address", level="scoring", last_reviewed="2026-11-22", locales=("fr",), scope="copy")
def wrong_address(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """The other address than the brand's.

    What it does
        Speaks where `address` in voice.yaml is set and the copy uses only the other one; a copy that mixes both is left to mixed-address. Quotations,
        `rendez-vous`, « vous deux » and `ton` as a noun pass.
    Why
        The brand decided how close it stands to its reader.
    En français
        L'autre adresse que celle de la marque
        La marque a décidé à quelle distance elle se tient de son lecteur.
    Example
        Bad (fr): Votre veste est prête.
        Good (fr): Ta veste est prête.
        Good (fr): La veste est prête, le rendez-vous est pris.
    Source
        The brand's own voice.yaml, `address`.
    """
    wanted = grounds.house.guide.voice.address if grounds.house else None
    if wanted is None:
        return
    wrong: Address = "vous" if wanted == "tu" else "tu"
    marks = {text.key: address_marks(text.prose) for text in texts}
    if any(found[wanted] for found in marks.values()):
        return
    for text in texts:
        for start, end in marks[text.key][wrong]:
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end], wanted=wanted), SUGGESTION.fill(wanted=wanted), key=text.key)
