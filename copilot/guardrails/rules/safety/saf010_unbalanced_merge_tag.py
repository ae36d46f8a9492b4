from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.merge_tags import unbalanced
from copilot.language.prose import BLANK
from copilot.language.words import both

MESSAGE = both("'{text}' has lost its other half.", "« {text} » a perdu sa moitié.")
SUGGESTION = both("Close it, or write the tag again from your tool.", "Refermez-la, ou reprenez la balise dans votre outil.")


@rule(
    "SAF010",
    "unbalanced-merge-tag",
    level="blocking",
    last_reviewed="2026-11-22",
    anchors={"en": ("{", "}", "*|", "|*", "%", BLANK), "fr": ("{", "}", "*|", "|*", "%", BLANK)},
)
def unbalanced_merge_tag(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Half a merge tag.

    What it does
        Finds {{ without }}, *| without |*, %% without %%, and conditions that are not ended ({% if %}, *|IF:X|*). All the grammars of
        copilot/language/merge_tags.py are known.
    Why
        The tool refuses to send, or sends the braces.
    En français
        Moitié de balise
        L'outil refuse d'envoyer, ou envoie les accolades.
    Example
        Bad (en): Hi {{ first_name }, it rained.
        Good (en): Hi {{ first_name }}, it rained.
        Bad (fr): Bonjour *|FNAME|, il a plu.
        Good (fr): Bonjour *|FNAME|*, il a plu.
    Source
        Brevo, Personalize your messages, https://help.brevo.com 4402386448530, and Mautic docs, variables.rst, read 2026-11-21; the other tools: general
        practice.
    """
    for start, end in unbalanced(text.prose.text):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
