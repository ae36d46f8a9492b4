from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MESSAGE = both("{channel} has no field '{key}': no limit is checked here.", "{channel} n'a pas de champ « {key} » : aucune limite n'est vérifiée ici.")
SUGGESTION = both("Its fields: {known}.", "Ses champs : {known}.")


@rule("CHN005", "unknown-field", level="advice", last_reviewed="2026-11-22")
def unknown_field(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A field that the channel does not have.

    What it does
        Compares the names of the fields with those of the channel. A bare text (`text`) passes: it was given without a place.
    Why
        Limits and exports go by the name; a text under a strange name is neither counted nor exported.
    En français
        Champ que le canal ne connaît pas
        Les limites et les exports vont par le nom ; un texte au nom inconnu n'est ni compté ni exporté.
    Example
        Bad (en, google_rsa): heading_1=Waxed jackets
        Good (en, google_rsa): headline_1=Waxed jackets
        Bad (fr, email): objet=Augustin est fait de nos brouillons
        Good (fr, email): subject=Augustin est fait de nos brouillons
    Source
        Our own list of places, `copilot/channels.py`.
    """
    if grounds.channel is not None and text.spec is None and text.key != "text":
        known = ", ".join(field.name for field in grounds.channel.fields)
        yield Hit(0, len(text.prose.text), MESSAGE.fill(channel=grounds.channel.name, key=text.key), SUGGESTION.fill(known=known))
