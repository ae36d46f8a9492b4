import re
from collections.abc import Iterator
from itertools import groupby

from copilot.guardrails.checks.anchors import anchors_of
from copilot.guardrails.checks.sentences import sentence_words
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

_EN = """simple easy fast quick smart safe secure reliable powerful flexible seamless effortless beautiful bold fresh natural pure local organic authentic
    modern elegant timeless affordable personal honest real light strong durable comfortable clean clear stylish efficient effective innovative sustainable
    intuitive versatile premium fun free healthy delicious unique human confident connected transparent trusted proven tailored scalable refined soft warm"""
_FR = """simple facile rapide efficace pratique fiable sûr sûre sécurisé sécurisée puissant puissante souple flexible fluide beau belle audacieux audacieuse
    frais fraîche naturel naturelle pur pure local locale bio authentique moderne élégant élégante intemporel intemporelle abordable accessible honnête vrai
    vraie léger légère fort forte solide durable confortable propre clair claire chic innovant innovante responsable intuitif intuitive polyvalent polyvalente
    sain saine gourmand gourmande unique humain humaine transparent transparente personnalisé personnalisée raffiné raffinée doux douce chaleureux chaleureuse
    gratuit gratuite économique écologique essentiel essentielle"""
PRAISE: dict[Locale, frozenset[str]] = {"en": frozenset(_EN.split()), "fr": frozenset(_FR.split())}
REFUSALS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(r"\bno [\w'-]+(?: [\w'-]+)?[.,] no [\w'-]+(?: [\w'-]+)?[.,](?: and)? (?:just|only) [\w' -]{2,40}(?=[.!])"),
    "fr": re.compile(
        r"\b(?:pas|plus|zéro) (?:de |d')?[\w'-]+(?: [\w'-]+)?[.,] (?:pas|plus|zéro) (?:de |d')?[\w'-]+(?: [\w'-]+)?[.,] (?:juste|seulement"
        r"|rien que) [\w' -]{2,40}(?=[.!])"),
}  # fmt: skip
LAST: dict[Locale, tuple[str, ...]] = {"en": (" just ", " only "), "fr": (" juste ", " seulement ", " rien que ")}
"""What stands in every refusal."""
MESSAGE = both("Three words of praise for a slogan.", "Trois mots d'éloge en guise de slogan.")
SUGGESTION = both("Keep the one that is true of this thing only, and show it.", "Gardez celui qui n'est vrai que de cette chose, et montrez-le.")


@rule(
    "AUT015",
    "three-fragment-slogan",
    level="advice",
    last_reviewed="2026-11-22",
    anchors={locale: (*PRAISE[locale], *anchors_of(REFUSALS[locale])) for locale in PRAISE},
)
def three_fragment_slogan(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Simple. Fast. Reliable.

    What it does
        Finds three one-word sentences of which two or more are words of praise (`Simple. Fast. Reliable.`), and `No fuss. No mess. Just results.` Three
        things on a table (`Wool. Tin. Tea.`) pass, and so do longer rows.
    Why
        The rhythm is older than the product, and each word would do for any other.
    En français
        Simple. Rapide. Efficace
        Le rythme est plus vieux que le produit, et chaque mot irait à n'importe quel autre.
    Example
        Bad (en): Simple. Fast. Reliable.
        Good (en): Wool. Tin. Tea.
        Bad (fr): Simple. Rapide. Efficace.
        Good (fr): Une laine. Un thé. Un chat.
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21.
    """
    prose = text.prose
    sentences = list(zip(sentence_words(prose), prose.sentences, strict=True)) if any(len(words) == 1 for words in sentence_words(prose)) else []
    for alone, run in groupby(sentences, key=lambda sentence: len(sentence[0]) == 1):
        row = list(run)
        if alone and len(row) == 3 and sum(words[0] in PRAISE[grounds.locale] for words, _ in row) > 1:
            yield Hit(row[0][1][0], row[-1][1][1], MESSAGE, SUGGESTION)
    for start, end in said(REFUSALS[grounds.locale], text.prose) if any(word in text.prose.scan for word in LAST[grounds.locale]) else ():
        yield Hit(start, end, MESSAGE, SUGGESTION)
