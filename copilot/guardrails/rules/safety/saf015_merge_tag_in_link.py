import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.merge_tags import PERSONAL, merge_tags
from copilot.language.prose import BLANK, MERGE_TAG
from copilot.language.words import both

LINK = re.compile(r"(?:https?://|www\.|mailto:)[^\s<>\"'«»]{1,300}$")
MESSAGE = both("'{text}' puts a reader's data into an address.", "« {text} » met la donnée d'un lecteur dans une adresse.")
SUGGESTION = both(
    "Use the tool's own number for the reader, or a form that is filled in on the page.",
    "Prenez le numéro de lecteur de votre outil, ou un formulaire pré-rempli sur la page.",
)


@rule("SAF015", "merge-tag-in-link", level="scoring", last_reviewed="2026-11-22", anchors={"en": (BLANK,), "fr": (BLANK,)})
def merge_tag_in_link(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A personal merge tag inside a link.

    What it does
        Finds tags for a name, an e-mail, a phone or an address of the reader inside a URL. Numbers of recipients, products and orders, and links that are a
        tag as a whole ({{ unsubscribe }}), pass.
    Why
        Addresses end in logs, statistics and other sites: the reader's e-mail goes with them.
    En français
        Balise personnelle dans un lien
        Les adresses finissent dans des journaux et chez d'autres : l'e-mail du lecteur part avec.
    Example
        Bad (en): https://a.example/?email={{ contact.EMAIL }}
        Good (en): https://a.example/?id={{ contact.ID }}
        Bad (fr): https://a.example/?prenom=*|FNAME|*
        Good (fr): https://a.example/?id=*|UNIQID|*
    Source
        GDPR, article 5, https://eur-lex.europa.eu/eli/reg/2016/679/oj, read 2026-11-21; General practice of mailing tools; grammar of the tags:
        copilot/language/merge_tags.py, with its own sources; noted 2026-11-22.
    """
    tagless = MERGE_TAG.sub(lambda match: "x" * len(match.group()), text.prose.text)
    for tag in merge_tags(text.prose.text):
        before = tagless[max(0, tag.start - 300) : tag.start]
        if LINK.search(before) and not tag.logic and PERSONAL.search(tag.name.replace("contact.", "")):
            yield Hit(tag.start, tag.end, MESSAGE.fill(text=tag.text), SUGGESTION)
