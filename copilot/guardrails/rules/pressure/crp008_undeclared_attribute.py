from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.slots import slots
from copilot.language.words import both
from copilot.records import Fix

UNDECLARED = both("'{name}' is no attribute that the brief declares.", "« {name} » n'est pas un attribut que le brief déclare.")
UNCONSENTED = both("Readers did not consent to '{name}', as far as the brief says.", "Les lecteurs n'ont pas consenti à « {name} », à ce que dit le brief.")
SUGGESTION = both(
    "Take the slot out, or declare it in the brief: `attributes: {{{name}: {{consent: true, fallback: ...}}}}`.",
    "Retirez le champ, ou déclarez-le dans le brief : `attributes: {{{name}: {{consent: true, fallback: ...}}}}`.",
)


@rule("CRP008", "undeclared-attribute", level="blocking", last_reviewed="2026-11-22")
def undeclared_attribute(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A slot for a datum that nobody agreed to.

    What it does
        Where there is a brief, finds slots with a fallback ({{city|your town}}) whose attribute the brief does not declare, or declares without consent. The tags of mailing
        tools are not looked at.
    Why
        Data collected for one purpose may not be used for another without a ground (GDPR, articles 5 and 6).
    En français
        Donnée que personne n'a consentie
        Une donnée recueillie pour un usage ne sert pas à un autre sans base légale (RGPD, articles 5 et 6).
    Example
        Bad (en): It suits {{city|your town}}.
        Good (en): It suits your town.
        Bad (fr): Elle va bien à {{ville|chez toi}}.
        Good (fr): Bonjour {{ contact.PRENOM | default : "toi" }}.
    Source
        GDPR, https://eur-lex.europa.eu/eli/reg/2016/679/oj, read 2026-11-21, articles 5 and 6.
    """
    if grounds.brief is None:
        return
    declared = grounds.brief.attributes
    for use in slots(text.prose.text, declared):
        if use.name not in declared or not declared[use.name].consent:
            message = UNCONSENTED if use.name in declared else UNDECLARED
            fix = Fix(replacement=use.fallback, safety="unsafe") if use.fallback else None
            yield Hit(use.start, use.end, message.fill(name=use.name), SUGGESTION.fill(name=use.name), fix)
