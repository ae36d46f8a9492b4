import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

WORDS = {
    "en": str.split("the an of to at by for and or with from as be are were its this these those your our my their his if but not will would can could should than then they"),
    "fr": str.split("le les un une des de du et à au aux dans pour par avec sur sous sans ce cet cette ces son sa ses mon ma mes ton ta tes notre votre nos vos leur leurs qui que dont mais ou est sont ont ne je tu"),
}  # fmt: skip
TWICE = {locale: re.compile(r"(?<![\w'-])(" + "|".join(words) + r")( )\1(?![\w'-])") for locale, words in WORDS.items()}
MESSAGE = both("'{word}' stands here twice.", "« {word} » est écrit deux fois.")
SUGGESTION = both("Take one out.", "Enlevez-en un.")


@rule(
    "TYP020",
    "repeated-word",
    level="advice",
    last_reviewed="2026-11-22",
    anchors={"en": tuple(f"{word} {word}" for word in WORDS["en"]), "fr": tuple(f"{word} {word}" for word in WORDS["fr"])},
)
def repeated_word(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A small word written twice.

    What it does
        Finds small words that stand twice in a row on one line (the the, de de, pour pour). Words that language doubles pass (that that, had had, nous
        nous, vous vous), and so do words that a writer doubles (very very, non non) and a second one that begins with a capital.
    Why
        The eye skips it, and so did everybody who read it before.
    En français
        Petit mot écrit deux fois
        L'œil le saute, et celui de tous les relecteurs avant vous.
    Example
        Bad (en): Post us the the zip.
        Good (en): I know that that zip is the one you had had. The The is a band.
        Bad (fr): La laine de de la Creuse.
        Good (fr): Vous vous levez, nous nous levons, c'est très, très tôt. Près de De Gaulle.
    Source
        Usage; the list of words is our own.
    """
    for match in TWICE[grounds.locale].finditer(text.prose.scan):
        first, second = text.prose.text[match.start(1) : match.end(1)], text.prose.text[match.end(2) : match.end()]
        if second != first.lower() and second != first:
            continue
        if (first[0].isupper() and second[0].isupper()) or text.prose.is_protected(*match.span()):
            continue
        yield Hit(match.start(), match.end(), MESSAGE.fill(word=second), SUGGESTION, Fix(replacement=first, safety="safe"))
