import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

GREETING = re.compile(
    r"(?:^|\n)[ *_]{0,4}(?:[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey|[Bb]onjour|[Bb]onsoir|[Cc]her|[Cc]hère|[Ss]alut|[Cc]oucou) (?:Mr\.? |Mrs\.? |Ms\.? |M\. |Mme "
    r"|Monsieur |Madame )?([A-ZÀ-Ý][a-zà-ÿ]{1,14}(?:-[A-ZÀ-Ý][a-zà-ÿ]{1,14})?)(?=\s?(?:[,!]|\n|$))"
)
_NOBODY = (
    "all team friend friends customer reader sir madam there everyone world folks you santa tous toutes vous toi client cliente voisin voisine ami amie"
    " amis lecteur lectrice monsieur madame père"
    " kitty paris london lyon marseille"
)
NOBODY = frozenset(_NOBODY.split())
MESSAGE = both("'{name}' will greet every reader.", "« {name} » saluera tous les lecteurs.")
SUGGESTION = both(
    "Put your tool's tag for the first name, with a word for when it is missing.", "Mettez le champ prénom de votre outil, avec un mot pour quand il manque."
)


@rule(
    "PRV006",
    "name-in-greeting",
    level="advice",
    last_reviewed="2026-11-22",
    anchors={"en": ("dear ", "hi ", "hello ", "hey "), "fr": ("bonjour ", "bonsoir ", "cher ", "chère ", "salut ", "coucou ")},
)
def name_in_greeting(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    r"""A real first name in the greeting.

    What it does
        Finds a greeting with one name where a merge tag would stand (Dear John, Bonjour Marie,). Names of the brand, places it lists, the brief's names, the
        reader by role and tags pass. It only advises: a letter may be to one person.
    Why
        A greeting copied from the last letter calls a thousand people Marie.
    En français
        Vrai prénom dans la salutation
        Une salutation recopiée de la dernière lettre appelle mille personnes Marie.
    Example
        Bad (en): Dear John,\nYour jacket is ready.
        Good (en): Dear reader,\nYour jacket is ready.
        Bad (fr): Bonjour Marie,\nTa veste est prête.
        Good (fr): Bonjour {{ contact.FIRSTNAME }},\nTa veste est prête.
    Source
        GDPR, https://eur-lex.europa.eu/eli/reg/2016/679/oj, read 2026-11-21, article 5; general practice of mailing tools.
    """
    own = grounds.house.names if grounds.house else frozenset()
    for match in GREETING.finditer(text.prose.text):
        name = match.group(1)
        if name.lower() not in NOBODY and name.lower() not in own and not grounds.stated.holds(name):
            yield Hit(*match.span(1), MESSAGE.fill(name=name), SUGGESTION)
