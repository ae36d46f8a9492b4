import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

OPEN = re.compile(
    r"(?<![\w'-])(?:(si)(?= ils?\b)|(que|lorsque|puisque|quoique|jusque|parce que|afin que|dès que)(?= (?:ils?|elles?|on|un|une|à|au|aux|ici)\b(?!-))|(de)(?= (?:il|elle|elles|autres|abord|ailleurs|accord|eux|ici)\b)"
    r"|(je)(?= (?:ai|aime|avais|aurai|étais)\b)|(ne)(?= (?:ai|est|ont|a|avez|avons|étais|était|êtes|aurez|aura|es)\b)|(se)(?= (?:est|était|appelle|adresse|agit|ouvre|arrête|habille)\b))( )"
)
MESSAGE = both("French elides here: '{right}'.", "Le français élide ici : « {right} ».")
SUGGESTION = both("Put '{right}'.", "Mettez « {right} ».")


@rule(
    "TYP028",
    "missing-elision",
    level="advice",
    last_reviewed="2026-11-22",
    locales=("fr",),
    anchors={"fr": ("si il", "que il", "que elle", "que on", "que un", "que à", "que au", "que ici", "de il", "de elle", "de autres", "de abord", "de ailleurs", "de accord", "de eux", "de ici", "je a", "je é", "ne a", "ne e", "ne o", "ne é", "ne ê", "se e", "se é", "se a", "se o", "se h")},
)  # fmt: skip
def missing_elision(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A vowel that should give way.

    What it does
        Finds si il, que elle, de abord, je ai, ne est and their kin, where the first word always elides. « Si elle », « ce que onze », « que oui » and aspirated
        words pass: only pairs that admit no exception are listed.
    Why
        A text put together from pieces forgets it, and every French reader trips.
    En français
        Élision oubliée
        Un texte assemblé par morceaux l'oublie, et tout lecteur français trébuche.
    Example
        Bad (fr): Si il neige, je ai des moufles, parce que il gèle.
        Good (fr): S'il neige, si elle tombe, j'ai des moufles. Ce que onze chats veulent.
    Source
        Usage; the list of pairs is our own.
    """
    for match in OPEN.finditer(text.prose.scan):
        start, end = match.span()
        word = text.prose.text[start : end - 1]
        right = word[:-1] + "'"
        yield Hit(start, end, MESSAGE.fill(right=right), SUGGESTION.fill(right=right), Fix(replacement=right, safety="safe"))
