import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.sentences import sentence_of
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:a |an )?(?:plethora|myriad|multitude|wealth|vast array|wide array|diverse array|whole host|wide range|wide variety|broad range|broad spectrum"
        r"|extensive range|diverse range|vast range|vast selection|wide selection) of"
        r"|(?:countless|numerous|innumerable) (?:possibilities|options|benefits|ways|features|advantages|applications|opportunities|styles|others?)"
        r"|various (?:options|benefits|features|styles|solutions|occasions)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:une|un|toute une|tout un) (?:large|vaste|très large|grande?|ample) (?:gamme|éventail|choix|palette|sélection|panel|variété|diversité) (?:de|d')"
        r"|(?:une|toute une) (?:multitude|myriade|kyrielle|pléiade|palette|panoplie|foule|pléthore) (?:de|d')"
        r"|d'innombrables (?:possibilités|options|avantages|façons)"
        r"|de (?:nombreux|nombreuses|multiples|très nombreux) (?:avantages|bénéfices|possibilités|options|fonctionnalités|atouts|bienfaits|styles|coloris"
        r"|modèles|services|occasions|solutions|choix|saveurs)"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("'{text}': how many?", "« {text} » : combien ?")
SUGGESTION = both("Give the number, or name three of them.", "Donnez le nombre, ou nommez-en trois.")


@rule("AUT022", "vague-quantity", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def vague_quantity(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A quantity that counts nothing.

    What it does
        Finds `a wide range of`, `a myriad of`, « une large gamme de », « de nombreux avantages ». A figure within the same sentence answers the question, and
        the words pass.
    Why
        Fourteen sounds like more than `a wide range`, and can be checked.
    En français
        Une quantité qui ne compte rien
        Quatorze fait plus d'effet qu'« une large gamme », et se vérifie.
    Example
        Bad (en): A wide range of colours awaits.
        Good (en): A wide range of colours: 14, if you count mud.
        Bad (fr): Une large gamme de coloris.
        Good (fr): Une large gamme de coloris : 14, en comptant la boue.
    Source
        General practice; rates of our own benches, 2026-11-22.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        if not any(char.isdigit() for char in text.prose.scan[slice(*sentence_of(text.prose, start))]):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
