"""Word forms: from a base form to its inflections and back.

The dictionaries are those that the package `simplemma` ships (form -> lemma). Read backwards they give every form of a lemma, so that a
lexicon term is looked for in all its forms by one literal scan, with no lemmatiser in the hot path.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from copilot.language.prose import Locale, Prose

if TYPE_CHECKING:
    from simplemma import Lemmatizer
    from simplemma.strategies.dictionaries import DictionaryFactory

MOST_FORMS = 400
"""Most spellings of one term; a longer phrase is looked for in its first forms only."""

_STAYS = {
    "fr": frozenset(
        [
            "de",
            "du",
            "des",
            "d'",
            "la",
            "le",
            "les",
            "l'",
            "un",
            "une",
            "en",
            "à",
            "au",
            "aux",
            "et",
            "ou",
            "sans",
            "pour",
            "par",
            "sur",
            "dans",
            "ne",
            "pas",
            "que",
            "qui",
            "se",
            "s'",
            "n'",
            "plus",
        ]
    ),
    "en": frozenset(["the", "a", "an", "of", "in", "on", "to", "for", "and", "or", "with", "without", "by", "at", "from", "not", "no", "as", "than"]),
}


@lru_cache(maxsize=1)
def _factory() -> DictionaryFactory:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    return DefaultDictionaryFactory()


@lru_cache(maxsize=1)
def _lemmatizer() -> Lemmatizer:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_factory()))


@lru_cache(maxsize=50_000)
def lemma(word: str, locale: Locale) -> str:
    """Base form of a word (`révolutionnaires` -> révolutionnaire); the word itself in lower case if it is not known."""
    return str(_lemmatizer().lemmatize(word, lang=locale)).lower()


def is_known(word: str, locale: Locale) -> bool:
    """Whether the dictionary holds this form, in lower case. It knows ordinary words, few names and few acronyms."""
    return word in _factory().get_dictionary(locale)


_VERB_ENDINGS = ["e", "es", "ez", "ent", "é", "ée", "és", "ées", "er", "era", "eras", "erez", "eront", "erai", "erons", "erait", "eraient", "iez", "i"][:-1]
_SOFT_ENDINGS = ["ons", "ant", "ait", "aient", "ais", "a"]
_NOUNS_IN_ER = frozenset(
    ["leader", "manager", "dealer", "killer", "designer", "trailer", "outsider", "sneaker", "corner", "winner", "booster-kit", "hiver", "cher", "fer", "mer"]
)


def _regular(word: str, locale: Locale) -> set[str]:
    """Plural and feminine by the ordinary rules, for words that the dictionary lacks (new words, names of products)."""
    if len(word) < 3 or not word[-1].isalpha():
        return {word}
    if locale == "en":
        if word.endswith(("s", "x", "z", "ch", "sh")):
            return {word, word + "es"}
        if word.endswith("y") and word[-2] not in "aeiou":
            return {word, word[:-1] + "ies"}
        return {word, word + "s"}
    if word.endswith(("s", "x", "z")):
        return {word}
    if word.endswith("er") and word not in _NOUNS_IN_ER:
        stem = word[:-2] + ("e" if word.endswith("ger") else "")
        return {word} | {word[:-2] + ending for ending in _VERB_ENDINGS} | {stem + ending for ending in _SOFT_ENDINGS}
    plural = {word + "x"} if word.endswith(("eau", "eu")) else {word[:-2] + "aux"} if word.endswith("al") else {word + "s"}
    feminine: set[str] = set()
    if word.endswith(("é", "i", "u", "ent", "ant", "al", "el")) and not word.endswith(("eau", "eu")):
        stem = word + "le" if word.endswith("el") else word + "e"
        feminine = {stem, stem + "s"}
    return {word} | plural | feminine


def inflections(terms: Iterable[str], locale: Locale) -> dict[str, tuple[str, ...]]:
    """Every spelling of each term, folded as in `Prose.scan`: its own, and each content word in all its forms.

    The longest spellings come first. A phrase keeps its little words; an adjective or verb in it takes each of its forms.
    """
    folded = {term: Prose(term.strip(), locale).scan for term in terms}
    wanted = {word for scan in folded.values() for word in _inflected_words(scan, locale)}
    forms: dict[str, set[str]] = {word: set() for word in wanted}
    for form, base in _factory().get_dictionary(locale).items() if wanted else ():
        if base in forms:
            forms[base].add(form)
    result: dict[str, tuple[str, ...]] = {}
    for term, scan in folded.items():
        inflected = _inflected_words(scan, locale)
        choices = []
        for piece in re.split(r"([^\W\d_]+)", scan):
            if piece in inflected:
                known = forms[piece] if len(forms[piece]) > 1 and not (locale == "fr" and piece.endswith("er")) else set()
                choices.append([piece, *sorted((forms[piece] | (known or _regular(piece, locale))) - {piece})])
            else:
                choices.append([piece])
        spellings = {"".join(parts) for parts in itertools.islice(itertools.product(*choices), MOST_FORMS)}
        spellings |= {spelling.replace("œ", "oe") for spelling in spellings}
        result[term] = tuple(sorted(spellings, key=lambda s: (-len(s), s)))
    return result


def _inflected_words(scan: str, locale: Locale) -> set[str]:
    """The words of a term that change: content words given in their base form; in an English phrase, the first (a verb) and the last."""
    words = re.findall(r"[^\W\d_]+", scan)
    if locale == "en" and len(words) > 1:
        words = [words[-1]] if "-" in scan or lemma(words[0], locale) != words[0] else [words[0], words[-1]]
    return {word for word in words if len(word) > 2 and word not in _STAYS[locale] and lemma(word, locale) == word}


def slug(text: str) -> str:
    """`text` in lower-case ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "x"
