import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.guardrails.rules.privacy.prv001_personal_data import is_private
from copilot.language.personal import find_personal
from copilot.language.words import both

COLUMN = (
    r"(?:id|nom|noms|prénom|prenom|name|names|first[ _]?name|last[ _]?name|full[ _]?name|e-?mail|email[ _]?address|mail|téléphone|telephone|tel|phone"
    r"|mobile|portable|adresse|address|ville|city"
    r"|code[ _]postal|zip|postcode|birth ?date|date de naissance|civilité|genre|gender|company|société|segment)"
)
HEADINGS = re.compile(rf"(?:^|\n)[ \"']{{0,3}}({COLUMN}(?:[ \"']{{0,3}}[;,\t|][ \"']{{0,3}}{COLUMN}){{2,12}})[ \"']{{0,3}}(?:[;,\t|]|\n|$)", re.IGNORECASE)
LEAST = 3
MESSAGE = both("This looks like a pasted customer list.", "On dirait une liste de clients collée.")
SUGGESTION = both("Take it out of the copy now, and keep it in the mailing tool.", "Sortez-la du texte tout de suite, et gardez-la dans l'outil d'envoi.")


@rule("PRV002", "customer-list", level="blocking", last_reviewed="2026-11-22")
def customer_list(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A customer list in the copy.

    What it does
        Finds three or more different e-mail addresses or phone numbers that are not the brand's own, and a line of column headings as an export has them
        (nom;prénom;email).
    Why
        The likeliest real leak is a list pasted into the wrong window; what goes out cannot be called back.
    En français
        Liste de clients dans le texte
        La fuite la plus probable est une liste collée dans la mauvaise fenêtre ; ce qui est parti ne revient pas.
    Example
        Bad (en): name,email,phone
        Good (en): Name the sheep, then e-mail us.
        Bad (fr): nom;prénom;email;téléphone
        Good (fr): Ton nom, ton prénom, et c'est tout.
    Source
        GDPR, https://eur-lex.europa.eu/eli/reg/2016/679/oj, read 2026-11-21, articles 5 and 32.
    """
    if any(mark in text.prose.text for mark in ";,\t|"):
        for match in HEADINGS.finditer(text.prose.text):
            yield Hit(*match.span(1), MESSAGE, SUGGESTION)
    if text.prose.digits + 9 * text.prose.text.count("@") < 9 * LEAST:
        return
    contacts = grounds.house.contacts if grounds.house else frozenset()
    found = [item for item in find_personal(text.prose.text, ("email", "phone")) if is_private(item, contacts)]
    if len({item.text for item in found}) >= LEAST:
        yield Hit(found[0].start, found[-1].end, MESSAGE, SUGGESTION)
