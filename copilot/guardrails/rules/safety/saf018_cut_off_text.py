import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

LAST: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:\b(?:the|a|an|and|or|but|of|to|with|for|your|our|their|its|my|than|because|which|whose|where|when|while|if|as|at|by|from|into|is|are|was"
        r"|were|will|can|that)|,) ?$"
    ),
    "fr": re.compile(
        r"(?:(?:\b(?:le|la|les|un|une|des|du|de|et|ou|mais|à|au|aux|avec|pour|par|sur|dans|votre|vos|notre|nos|ton|ta|tes|son|sa|ses|leur|leurs|que"
        r"|qui|dont|car|parce|si|quand|comme|est|sont|sera|en|chez|sans|ne)|[ldqjnsc]')|,) ?$"
    ),
}
PROSE_FIELDS = ("body", "opening", "primary_text", "meta_description", "description", "subheading")
LEAST_WORDS = 20
MESSAGE = both("The text stops in the middle of a sentence.", "Le texte s'arrête au milieu d'une phrase.")
SUGGESTION = both("Finish it, or draft again with more room.", "Finissez-la, ou relancez avec plus de place.")


@rule("SAF018", "cut-off-text", level="scoring", last_reviewed="2026-11-22")
def cut_off_text(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A text that stops short.

    What it does
        In bodies and other fields of prose, and in texts of twenty words without a place, finds an ending on a comma, an article, a preposition or a
        conjunction. A list, a signature, a tag and a call to action without a full stop pass.
    Why
        The model ran out of room.
    En français
        Texte coupé
        Le modèle a manqué de place.
    Example
        Bad (en, email.body): It is warm, it is dry, and the
        Good (en, email.body): It is warm, it is dry, and it creaks
        Bad (fr, email.body): Elle est chaude, elle est sèche, et la
        Good (fr, email.body): Elle est chaude, elle est sèche, et elle grince
    Source
        Own; general practice: models stop at their limit of tokens; measured on the public texts of bench/rule_rates.py, 2026-11-22.
    """
    place = text.spec.name if text.spec else ""
    if place not in PROSE_FIELDS and (place or len(text.prose.words) < LEAST_WORDS):
        return
    ending = text.prose.scan[-60:].rstrip()
    match = LAST[grounds.locale].search(ending)
    lines = text.prose.text.rstrip().rsplit("\n", 1)
    if match and (len(lines) == 1 or len(lines[1].split()) > 3):
        end = len(text.prose.text.rstrip())
        yield Hit(end - len(match.group().strip()), end, MESSAGE, SUGGESTION)
