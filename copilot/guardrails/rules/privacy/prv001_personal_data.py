from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds, squeeze
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.personal import find_personal
from copilot.language.words import both

KINDS = {
    "email": both("an e-mail address", "une adresse e-mail"),
    "phone": both("a phone number", "un numéro de téléphone"),
    "nir": both("a French social security number", "un numéro de sécurité sociale"),
    "iban": both("a bank account (IBAN)", "un compte bancaire (IBAN)"),
    "card": both("a bank card number", "un numéro de carte bancaire"),
    "address": both("a postal address", "une adresse postale"),
}
MESSAGE = both("This is {kind}: personal data unless it is the brand's own.", "C'est {kind} : une donnée personnelle, sauf si c'est celle de la marque.")
SUGGESTION = both(
    "Delete it or put a merge tag in its place; if it is the brand's own, list it under `contacts` in voice.yaml.",
    "Supprimez-la ou mettez un champ de fusion ; si elle est à la marque, ajoutez-la à `contacts` dans voice.yaml.",
)


@rule("PRV001", "personal-data", level="blocking", last_reviewed="2026-11-22")
def personal_data(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Personal data in copy.

    What it does
        Finds e-mail addresses, phone numbers, French social security numbers, IBANs, bank cards and French postal addresses; numbers with a check
        digit count only when it is right. The brand's own `contacts` pass.
    Why
        A customer's data in a mailing is a breach (GDPR art. 5 and 32); a pasted list is the likeliest leak.
    En français
        Donnée personnelle dans le texte
        La donnée d'un client dans un envoi est une violation (RGPD, art. 5 et 32) ; la liste collée par erreur est la fuite la plus probable.
    Example
        Bad (en): Ask Jo at jo.smith@mail.example about it.
        Good (en): Ask us about it.
        Bad (fr): Appelle Jo au 06 12 34 56 78.
        Good (fr): Appelle l'atelier.
    Source
        GDPR, https://eur-lex.europa.eu/eli/reg/2016/679/oj, read 2026-11-21; IBAN ISO 13616, cards ISO/IEC 7812-1, NIR key as published by INSEE.
    """
    if not any(char.isdigit() or char == "@" for char in text.prose.text):
        return
    contacts = grounds.house.contacts if grounds.house else frozenset()
    for item in find_personal(text.prose.text):
        if squeeze(item.text) not in contacts:
            yield Hit(item.start, item.end, MESSAGE.fill(kind=KINDS[item.kind]), SUGGESTION)
