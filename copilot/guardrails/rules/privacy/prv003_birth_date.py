from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.personal import Kind, find_personal
from copilot.language.words import both

KINDS: tuple[Kind, ...] = ("birthdate",)
MESSAGE = both("A person's date of birth.", "La date de naissance d'une personne.")
SUGGESTION = both("Delete it, or put a merge tag in its place.", "Supprimez-la, ou mettez un champ de fusion.")


@rule(
    "PRV003",
    "birth-date",
    level="blocking",
    last_reviewed="2026-11-22",
    anchors={"en": ("born", "birth", "dob", "d.o.b"), "fr": ("né le", "née le", "nés le", "nées le", "nee le", "naissance", "ddn")},
)
def birth_date(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A date of birth.

    What it does
        Finds full dates after né le, born on, date of birth, DOB. Founding dates, events and bare years pass.
    Why
        It identifies a person almost by itself (GDPR, article 4).
    En français
        Date de naissance
        Elle identifie presque une personne à elle seule (RGPD, article 4).
    Example
        Bad (en): She was born on 12 March 1984.
        Good (en): Born in 1984 in a shed, the firm has a roof now.
        Bad (fr): Marie, née le 12/03/1984.
        Good (fr): Née en 1991 dans une quincaillerie.
    Source
        GDPR, https://eur-lex.europa.eu/eli/reg/2016/679/oj, read 2026-11-21, article 4.
    """
    for item in find_personal(text.prose.text, KINDS):
        if not grounds.stated.holds(item.text):
            yield Hit(item.start, item.end, MESSAGE, SUGGESTION)
