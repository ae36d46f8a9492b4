import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds, squeeze
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.personal import Kind, Personal, find_personal
from copilot.language.words import Words, both

KINDS: dict[Kind, Words] = {
    "email": both("an e-mail address", "une adresse e-mail"),
    "phone": both("a phone number", "un numéro de téléphone"),
    "nir": both("a French social security number", "un numéro de sécurité sociale"),
    "iban": both("a bank account (IBAN)", "un compte bancaire (IBAN)"),
    "card": both("a bank card number", "un numéro de carte bancaire"),
    "address": both("a postal address", "une adresse postale"),
    "ssn": both("a US social security number", "un numéro de sécurité sociale américain"),
    "nino": both("a UK National Insurance number", "un numéro d'assurance nationale britannique"),
    "nhs": both("an NHS number", "un numéro de patient du NHS"),
}
ROLE = re.compile(
    r"^(?:contact|info|infos|hello|bonjour|hi|support|help|aide|sav|service[.-]?client|clients?|team|equipe|no-?reply|ne-?pas-?repondre|orders?"
    r"|commandes?|shop|boutique|press|presse"
    r"|privacy|rgpd|dpo|jobs|recrutement|admin|webmaster|billing|facturation|sales|marketing|newsletter|reservations?|bookings?)@",
    re.IGNORECASE,
)
"""Mailboxes of a function, not of a person."""
SERVICE = re.compile(r"^\D*(?:0|33|44)?8\d")
"""Numbers of services: 08 in France, 08 in the UK."""
MESSAGE = both("This is {kind}: personal data unless it is the brand's own.", "C'est {kind} : une donnée personnelle, sauf si c'est celle de la marque.")
SUGGESTION = both(
    "Delete it or put a merge tag in its place; if it is the brand's own, list it under `contacts` in voice.yaml.",
    "Supprimez-la ou mettez un champ de fusion ; si elle est à la marque, ajoutez-la à `contacts` dans voice.yaml.",
)


def is_private(item: Personal, contacts: frozenset[str]) -> bool:
    """Whether a datum is a person's: not one of the brand's `contacts`, however it is spaced, nor a mailbox or number of a service."""
    digits = re.sub(r"\D", "", item.text)
    if squeeze(item.text) in contacts or (item.kind == "phone" and any(re.sub(r"\D", "", contact)[-9:] == digits[-9:] for contact in contacts)):
        return False
    return not (item.kind == "email" and ROLE.match(item.text)) and not (item.kind == "phone" and SERVICE.match(digits))


@rule("PRV001", "personal-data", level="blocking", last_reviewed="2026-11-22")
def personal_data(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Personal data in copy.

    What it does
        Finds e-mail addresses, phone numbers, social security numbers (FR, UK, US), NHS numbers, IBANs, bank cards and postal addresses; numbers with a
        check digit count only when it is right. The brand's own `contacts`, mailboxes of a function (contact@), service numbers (08) and company numbers
        (SIREN, SIRET, VAT) pass.
    Why
        A customer's data in a mailing is a breach (GDPR art. 5 and 32); a pasted list is the likeliest leak.
    En français
        Donnée personnelle dans le texte
        La donnée d'un client dans un envoi est une violation (RGPD, art. 5 et 32) ; la liste collée par erreur est la fuite la plus probable.
    Example
        Bad (en): Ask Jo at jo.smith@mail.example about it.
        Good (en): Ask us at hello@mail.example about it.
        Bad (fr): Appelle Jo au 06 12 34 56 78.
        Good (fr): Appelle l'atelier au 0 800 123 456.
    Source
        GDPR, https://eur-lex.europa.eu/eli/reg/2016/679/oj, read 2026-11-21; IBAN ISO 13616, cards ISO/IEC 7812-1, NIR key as published by INSEE.
    """
    if not text.prose.digits and "@" not in text.prose.text:
        return
    contacts = grounds.house.contacts if grounds.house else frozenset()
    for item in find_personal(text.prose.text, tuple(KINDS)):
        if is_private(item, contacts):
            yield Hit(item.start, item.end, MESSAGE.fill(kind=KINDS[item.kind]), SUGGESTION)
