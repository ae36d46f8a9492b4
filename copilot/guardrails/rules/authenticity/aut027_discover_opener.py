import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"discover (?:our|the|a|an|your|all|how|what|why|new|more|yours)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:découvrez|découvre|(?:venez|viens) découvrir|à découvrir)(?!-|\w| (?:pourquoi|ce qui (?:s'est|a))\b)"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("Half of all advertising opens with '{text}'.", "La moitié des publicités commencent par « {text} ».")
SUGGESTION = both("Begin with what there is to see.", "Commencez par ce qu'il y a à voir.")


@rule("AUT027", "discover-opener", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def discover_opener(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Discover …

    What it does
        Flags `Discover our …`, « Découvrez … » where it is the very first word of a field. Further in it passes, and so does the infinitive of a real
        discovery.
    Why
        The verb is an announcement: the thing announced would make the better first word. In French shop copy it is the most worn of all first words.
    En français
        Découvrez …
        Le verbe annonce ; la chose annoncée ferait un meilleur premier mot. Dans la publicité française, c'est le plus usé de tous.
    Example
        Bad (en): Discover our new boots.
        Good (en): New boots. Discover a stone in one and we'll be sorry.
        Bad (fr): Découvrez nos nouvelles pantoufles.
        Good (fr): Une pantoufle, et sa sœur. On les a découvertes au fond du sac.
    Source
        General practice; our own benches, 2026-11-22.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        if not any(char.isalnum() for char in text.prose.text[:start]):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end].split(" ")[0]), SUGGESTION)
