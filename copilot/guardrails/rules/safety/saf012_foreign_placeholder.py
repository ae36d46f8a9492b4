import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.merge_tags import merge_tags
from copilot.language.prose import BLANK
from copilot.language.words import both

PLACEHOLDER = re.compile(
    r"(?<![{$\w])\{(?!keyword|param|location|countdown|customizer|if\(|lpurl|\w+=|unsubscribe|webview|resubscribe|trackable|signature"
    r"|subject\})[A-Za-zÀ-ÿ][\wÀ-ÿ .-]{1,30}\}(?!\})|<<[A-Za-zÀ-ÿ][\wÀ-ÿ .-]{1,30}>>"
    r"|\[\[(?!data:)[A-Za-zÀ-ÿ][\wÀ-ÿ .-]{1,30}\]\]|\$\{[A-Za-z_][\w.]{1,30}\}|@@[A-Za-z_]\w{1,30}@@|\{\{\{[^{}\n]{1,40}\}\}\}",
    re.IGNORECASE,
)
MESSAGE = both("'{text}' is no tag of the usual mailing tools.", "« {text} » n'est une balise d'aucun outil courant.")
SUGGESTION = both("Write it as your tool does, or fill it in.", "Écrivez-la comme votre outil, ou remplissez-la.")


@rule(
    "SAF012",
    "foreign-placeholder",
    level="scoring",
    last_reviewed="2026-11-22",
    anchors={"en": ("{", "<<", "[[", "@@", BLANK), "fr": ("{", "<<", "[[", "@@", BLANK)},
)
def foreign_placeholder(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A placeholder that no mailing tool fills.

    What it does
        Finds {first_name}, <<Name>>, [[name]], ${name} and @@name@@ in copy that is no ad. Tags of the eight tools, of Braze ({{ ${name} }}), of Mailjet ({{var:name}},
        [[data:name]]) and of Google Ads ({KeyWord:...}) pass.
    Why
        A code placeholder looks like a tag to a writer, and goes out as it stands.
    En français
        Espace réservé qu'aucun outil ne remplit
        Un espace réservé de code ressemble à une balise, et part tel quel.
    Example
        Bad (en): Hi {first_name}, it rained.
        Good (en): Hi {{ first_name }}, it rained.
        Bad (fr): Bonjour <<Prénom>>, il a plu.
        Good (fr): Bonjour {{ contact.PRENOM }}, il a plu.
    Source
        General practice of mailing tools; grammar of the tags: copilot/language/merge_tags.py, with its own sources; noted 2026-11-22.
    """
    if not any(mark in text.prose.text for mark in ("{", "<<", "[[", "@@")):
        return
    tags = [(tag.start, tag.end) for tag in merge_tags(text.prose.text)]
    for match in PLACEHOLDER.finditer(text.prose.text):
        if not any(start < match.start() and match.end() <= end for start, end in tags):  # {{ ${name} }} is Braze's
            yield Hit(*match.span(), MESSAGE.fill(text=match.group()), SUGGESTION)
