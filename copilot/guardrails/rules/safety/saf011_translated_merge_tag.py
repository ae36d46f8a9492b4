import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.merge_tags import CURLY, merge_tags
from copilot.language.prose import BLANK
from copilot.language.words import both
from copilot.records import Fix

FRENCH = re.compile(
    r"^(?:contact\.|person\.|client\.|customer\.)?(?:prenom|nom|nom_complet|nom_de_famille|ville|entreprise|societe|nom_entreprise|produit|nom_produit"
    r"|date|lien|telephone|courriel|code_postal|pays|montant|prix|(?:prenom|nom|ville)_(?:d[eu]_(?:la_|l_)?)?(?:cliente?|contact|abonnee?|destinataire|lecteur|lectrice))$"
)
SPACED = re.compile(r"^\{\{\s*[^\W\d_]+(?: [^\W\d_]+){1,4}\s*\}\}$")
ENGLISH = {
    "prenom": "first_name", "nom": "last_name", "nom_de_famille": "last_name", "ville": "city", "entreprise": "company", "societe": "company",
    "telephone": "phone", "courriel": "email", "code_postal": "zip", "pays": "country",
}  # fmt: skip
MESSAGE = both("'{text}': no tool has a field of this name.", "« {text} » : aucun outil n'a de champ de ce nom.")
SUGGESTION = both("Write the field as your tool calls it, for instance {wanted}.", "Écrivez le champ comme votre outil l'appelle, par exemple {wanted}.")


@rule("SAF011", "translated-merge-tag", level="blocking", last_reviewed="2026-11-22", anchors={"en": (BLANK,), "fr": (BLANK,)})
def translated_merge_tag(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A merge tag that was translated.

    What it does
        Finds tags whose name has an accent or is a French word in lower case (prénom, nom, ville) where the tool knows first_name or FIRSTNAME, and tags in
        spaced words ({{ first name }}). French attributes in capitals, as Brevo gives them (contact.PRENOM), pass.
    Why
        Models translate tags with the rest; the reader gets an empty greeting, or the tag.
    En français
        Balise traduite
        Les modèles traduisent les balises avec le reste ; le lecteur reçoit un bonjour vide, ou la balise.
    Example
        Bad (en): Hi {{ first name }}, it rained.
        Good (en): Hi {{ first_name }}, it rained.
        Bad (fr): Bonjour {{ prénom }}, il a plu.
        Good (fr): Bonjour {{ contact.PRENOM }}, il a plu.
    Source
        Brevo, Personalize your messages, https://help.brevo.com 4402386448530, and Mautic docs, variables.rst, read 2026-11-21; the other tools: general
        practice.
    """
    for tag in merge_tags(text.prose.text):
        bare = tag.text.strip("{}*|%[] ")
        accented = not tag.logic and not tag.name.isascii()
        spaced = bool(SPACED.match(tag.text)) and " or " not in tag.text
        if tag.logic or not (accented or spaced or (tag.tools & CURLY and FRENCH.match(tag.name))):
            continue
        last = tag.name.lower().replace("é", "e").rsplit(".", 1)[-1]
        english = bare.lower().replace(" ", "_") if spaced and bare.isascii() else ENGLISH.get(last, "first_name")
        wanted = "{{ " + english + " }}" if tag.tools & CURLY else f"*|{english.upper()}|*"
        yield Hit(tag.start, tag.end, MESSAGE.fill(text=tag.text), SUGGESTION.fill(wanted=wanted), Fix(replacement=wanted, safety="display"))
