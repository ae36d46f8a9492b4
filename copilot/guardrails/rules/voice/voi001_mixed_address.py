from collections.abc import Iterator, Sequence

from copilot.guardrails.checks.address import Address, address_marks
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

ADDRESSES: tuple[Address, ...] = ("tu", "vous")
MESSAGE = both("This says '{text}', the rest of the copy says {other}.", "Ici « {text} », dans le reste du texte {other}.")
SUGGESTION = both("Choose one address for the whole copy.", "Choisissez une seule adresse pour tout le texte.")


@rule("VOI001", "mixed-address", level="scoring", last_reviewed="2026-11-22", locales=("fr",), scope="copy")
def mixed_address(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """Tu and vous in one piece of copy.

    What it does
        Collects the marks of tutoiement and of vouvoiement over all fields (pronouns, possessives, imperatives), quotations apart, and flags those that the
        brand's `address` does not want, or the rarer ones where it says nothing. `ton` as a noun, `rendez-vous` and « vous deux » pass.
    Why
        The reader is one person; changing how she is spoken to within a message shows that nobody read it through.
    En français
        Tu et vous mélangés
        Le lecteur est une seule personne ; changer d'adresse en cours de message montre que personne ne l'a relu.
    Example
        Bad (fr): Tu connais la laine. Vous allez aimer celle-ci, elle est pour toi.
        Good (fr): Tu connais la laine. Tu vas aimer celle-ci.
        Good (fr): Vous aimerez le ton de la lettre.
        Good (fr): « Vous avez du feu ? » Tu as dit non, et tu as gardé la boîte d'allumettes.
    Source
        Usage; measured on public French pages: a mix stands in 2.6 % of pages that say vous, mostly quotations.
    """
    marks = {text.key: address_marks(text.prose) for text in texts}
    count = {address: sum(len(found[address]) for found in marks.values()) for address in ADDRESSES}
    if not count["tu"] or not count["vous"]:
        return
    wanted = grounds.house.guide.voice.address if grounds.house else None
    wanted = wanted or ("tu" if count["tu"] >= count["vous"] else "vous")
    wrong: Address = "vous" if wanted == "tu" else "tu"
    for text in texts:
        for start, end in marks[text.key][wrong]:
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end], other=wanted), SUGGESTION, key=text.key)
