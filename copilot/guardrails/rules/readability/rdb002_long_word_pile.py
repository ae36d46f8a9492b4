from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.syllables import syllables
from copilot.language.words import both

LONG, LETTERS, LEAST, SHARE = 4, 8, 5, 0.3
"""Syllables and letters of a long word; how many of them in a sentence, and what share of its words."""
MESSAGE = both("{count} long words in one sentence: {words}.", "{count} mots longs dans une phrase : {words}.")
SUGGESTION = both(
    'Let verbs do the work: "we plan", not "the implementation of planning".',
    "Laissez travailler les verbes : « on prévoit », non « la mise en œuvre de la planification ».",
)


@rule("RDB002", "long-word-pile", level="advice", last_reviewed="2026-11-22", threshold=LEAST)
def long_word_pile(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Long words heaped up in a sentence.

    What it does
        Flags sentences in which five words or more, and three in ten, have four syllables or more. Names (a capital inside the sentence), numbers, tags and
        addresses do not count, nor do lists of single words.
    Why
        18F's guide asks writers to avoid nouns in -ion and -ment: they hide who does what. 0.5 to 1.5 % of public pages hold such a sentence.
    En français
        Mots longs entassés dans une phrase
        Les noms en -ion et en -ment cachent qui fait quoi. 0,5 à 1,5 % des pages publiques ont une telle phrase.
    Example
        Bad (en): The implementation of organisational standardisation facilitates interoperability and accountability.
        Good (en): We agree on one way of working, so that our tools can talk to each other.
        Bad (fr): La généralisation de la dématérialisation facilitera l'accompagnement des administrations territoriales.
        Good (fr): Quand tout sera en ligne, les mairies seront mieux aidées.
    Source
        18F content guide, https://github.com/18F/content-guide, read 2026-11-21; thresholds and rates measured here on public pages.
    """
    prose, least = text.prose, grounds.threshold("RDB002", LEAST)
    if sum(1 for word in prose.words if len(word) >= LETTERS) < least:
        return
    words = zip(prose.word_spans, prose.words, strict=True)
    long = [span for span, word in words if len(word) >= LETTERS and syllables(word, grounds.locale) >= LONG]
    if len(long) < least:
        return
    for begin, stop in prose.sentences:
        own = [(start, end) for start, end in long if begin <= start < stop and (prose.text[start].islower() or start <= begin + 2)]
        if len(own) < least:
            continue
        count = sum(1 for start, _ in prose.word_spans if begin <= start < stop and not prose.scan[start : start + 2].endswith("'"))
        if len(own) >= SHARE * count and prose.text.count(",", begin, stop) < len(own) - 1:
            shown = ", ".join(prose.text[start:end] for start, end in own[:LEAST])
            yield Hit(begin, stop, MESSAGE.fill(count=len(own), words=shown), SUGGESTION)
