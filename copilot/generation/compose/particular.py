"""Words that tie a sentence to one time, one thing or the sentence before it: with them it cannot serve again."""

from __future__ import annotations

from copilot.language.calendar import DAYS, MONTHS
from copilot.language.forms import lemma
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Locale

TIMES = (
    DAYS["en"]
    | DAYS["fr"]
    | MONTHS["en"]
    | MONTHS["fr"]
    | frozenset(
        [
            "yesterday",
            "tomorrow",
            "today",
            "tonight",
            "hier",
            "demain",
            "aujourd'hui",
            "noël",
            "pâques",
            "christmas",
            "easter",
            "new-year",
            "rentrée",
            "printemps",
            "été",
            "automne",
            "hiver",
            "spring",
            "summer",
            "autumn",
            "winter",
        ]
    )
)
NUMBER_WORDS = [
    "pair",
    "paire",
    "pairs",
    "paires",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "twenty",
    "thirty",
    "hundred",
    "dozen",
    "twice",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "vingt",
    "trente",
    "cent",
    "douzaine",
    "quinze",
    "premier",
    "première",
    "deuxième",
    "first",
    "second",
    "third",
]
OUTSIDE = {
    "en": frozenset(
        [
            "he",
            "she",
            "they",
            "him",
            "her",
            "them",
            "his",
            "hers",
            "their",
            "theirs",
            "himself",
            "herself",
            "themselves",
            "that's",
            "those",
            "then",
            "there's",
            "he's",
            "she's",
            "they're",
            "they've",
            "they'll",
            "each",
        ]
    ),
    "fr": frozenset(["il", "elle", "ils", "elles", "lui", "leur", "leurs", "celui", "celle", "ceux", "celles", "eux", "celui-ci", "celle-ci", "là-bas"]),
}
POINTERS = {
    "en": frozenset(
        [
            "it",
            "it's",
            "its",
            "this",
            "these",
            "that",
            "those",
            "one",
            "some",
            "ours",
            "whose",
            "there",
            "there's",
            "both",
            "either",
            "neither",
            "other",
            "others",
            "we'd",
        ]
    ),
    "fr": frozenset(["ça", "cela", "ceci", "y", "il", "elle", "ils", "elles", "certains", "certaines", "qui", "quoi", "lequel", "toutes", "tous"]),
}
"""Words that, in a sentence without the product or a fact, point to something that is not there."""


CONNECTORS = {
    "en": frozenset(["and", "but", "so", "then", "either", "still", "or", "because", "otherwise", "also", "instead", "even", "after", "until"]),
    "fr": frozenset(
        ["et", "mais", "donc", "alors", "depuis", "car", "ou", "d'", "sinon", "puis", "ainsi", "ensuite", "pourtant", "aussi", "enfin", "or", "après"]
    ),
}
"""Words that tie a sentence to the one before it."""


def tells_of_something(first: str, locale: Locale) -> bool:
    """Whether a line begins with a verb whose subject, the old product, is left unsaid: Carries more; Tient chaud."""
    base = lemma(first, locale)
    if locale == "en":
        return first.endswith("s") and base != first and first not in FUNCTION_WORDS["en"] and not first.endswith("ss")
    return base != first and base.endswith(("er", "ir", "re")) and first.endswith(("t", "d", "nt"))
