from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.personal import Kind, find_personal
from copilot.language.words import Words, both

KINDS: dict[Kind, Words] = {
    "reference": both("an order or customer number", "un numéro de commande ou de client"),
    "document": both("the number of an identity document", "un numéro de pièce d'identité"),
    "plate": both("a number plate", "une plaque d'immatriculation"),
    "network": both("an IP address", "une adresse IP"),
}
MESSAGE = both("This is {kind}: it points to one person.", "C'est {kind} : il désigne une personne.")
SUGGESTION = both("Delete it, or put a merge tag in its place.", "Supprimez-le, ou mettez un champ de fusion.")


@rule("PRV007", "identifying-number", level="scoring", last_reviewed="2026-11-22")
def identifying_number(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A number that points to one person.

    What it does
        Finds order, customer, contract and case numbers, identity documents, number plates and IP addresses. References of products, article numbers,
        versions and amounts pass.
    Why
        One number in a mailing to all is somebody's file; it tells the rest who she is.
    En français
        Numéro qui désigne une personne
        Un numéro dans un envoi à tous est le dossier de quelqu'un ; il dit aux autres qui elle est.
    Example
        Bad (en): Your order no. 20418-77 has left.
        Good (en): Your order has left.
        Bad (fr): Ta commande n° 2041877 est partie.
        Good (fr): Ta commande est partie.
    Source
        GDPR, https://eur-lex.europa.eu/eli/reg/2016/679/oj, read 2026-11-21, article 4; shapes of numbers: general practice.
    """
    if not text.prose.digits:
        return
    for item in find_personal(text.prose.text, tuple(KINDS)):
        if not text.prose.is_protected(item.start, item.end) and not grounds.stated.holds(item.text):
            yield Hit(item.start, item.end, MESSAGE.fill(kind=KINDS[item.kind]), SUGGESTION)
