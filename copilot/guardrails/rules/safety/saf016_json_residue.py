import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

RESIDUE = re.compile(
    r"[{,\[]?\s{0,3}\"(?:headline|subject|body|title|description|cta|call_to_action|preheader|text|copy|content|primary_text|meta_description|slug|h1"
    r"|objet|titre|corps|texte|accroche|message|path)s?_?\d{0,2}\"\s{0,2}:\s{0,2}[\"\[{]"
    r"|^\s*[\[{]\s*\"|\"\s*[\]}]\s*$|\\n(?=\S|\s|$)|\\u[0-9a-fA-F]{4}|\[object Object\]|(?<![\w'-])NaN(?![\w'-])|(?:(?:[Bb]onjour|[Hh]i|[Hh]ello"
    r"|[Dd]ear)\s|[:€£$]\s?)(?:undefined|null)\b|\b(?:undefined|null)(?= ?[€£%]| null\b| undefined\b)"
)
KEY = re.compile(r"\"\s{0,2}:")
SIGNS = ("[", "{", "]", "}", "\\", "NaN", "undefined", "null")
"""One of them, or a key, stands in every residue."""
MESSAGE = both("Data, not copy: '{text}'.", "Des données, pas du texte : « {text} ».")
SUGGESTION = both("Delete it; the field wants the bare text.", "Supprimez-le ; le champ veut le texte seul.")


@rule(
    "SAF016",
    "json-residue",
    level="blocking",
    last_reviewed="2026-11-22",
    anchors={"en": ('"', "\\", "[object", "undefined", "nan", "null"), "fr": ('"', "\\", "[object", "undefined", "nan", "null")},
)
def json_residue(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    r"""JSON or code left in a field.

    What it does
        Finds field names with quotes and a colon ("headline":), lines that open with {" or [", written-out line breaks (\n), undefined, NaN, [object Object].
    Why
        A reply that was read wrongly leaves its wrapping in the field.
    En français
        JSON ou code resté dans un champ
        Une réponse mal lue laisse son emballage dans le champ.
    Example
        Bad (en): {"headline": "Warm wool"}
        Good (en): "Warm": that is what the label says.
        Bad (fr): "objet": "Laine chaude"
        Good (fr): « Chaude » : c'est écrit sur l'étiquette.
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21; patterns written here.
    """
    if not KEY.search(text.prose.text) and not any(sign in text.prose.text for sign in SIGNS):
        return
    for match in RESIDUE.finditer(text.prose.text):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        yield Hit(start, match.end(), MESSAGE.fill(text=text.prose.text[start : match.end()].strip()), SUGGESTION)
