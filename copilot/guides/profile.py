"""What a corpus of past texts shows of a brand's habits, as a first `voice.yaml` for a person to correct."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Locale, Prose

EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55]\ufe0f?")
_TU = frozenset(["tu", "toi", "ton", "ta", "tes", "t'", "te"])
_VOUS = frozenset(["vous", "votre", "vos"])
_PERSONS = {
    "fr": {"nous": frozenset(["nous", "notre", "nos"]), "on": frozenset(("on",)), "je": frozenset(["je", "j'", "mon", "ma", "mes"])},
    "en": {"we": frozenset(["we", "our", "us", "ours", "we're", "we've", "we'll"]), "i": frozenset(["i", "my", "i'm", "i've"])},
}
_CONTRACTION = re.compile(r"\b\w+(?:n't|'re|'ve|'ll|'m)\b")
_FULL_FORM = re.compile(r"\b(?:do|does|did|is|are|was|were|have|has|can|could|will|would|should) not\b|\bcannot\b|\b(?:we|you|they) (?:are|have|will)\b")


@dataclass(frozen=True)
class Habits:
    """What the texts show. `address` and `person` are empty where nothing prevails."""

    locale: Locale
    texts: int
    words: int
    address: str
    person: str
    sentence_words: tuple[int, int]
    """Median and 95th percentile of the words of a sentence."""
    exclamations: int
    """95th percentile of exclamation marks in a text."""
    emoji: tuple[str, ...]
    contractions: bool
    names: tuple[str, ...]
    """Capitalised words inside sentences that stand in at least three texts, the commonest first."""


def _percentile(values: Sequence[int], share: float) -> int:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] if values else 0


def habits(texts: Sequence[str], locale: Locale) -> Habits:
    """The habits of `texts` (one at least)."""
    proses = [Prose(text, locale) for text in texts]
    words = Counter(word for prose in proses for word in prose.words)
    lengths = [sum(1 for a, _ in prose.word_spans if start <= a < end) for prose in proses for start, end in prose.sentences]
    tu, vous = sum(words[w] for w in _TU), sum(words[w] for w in _VOUS)
    address = "" if locale == "en" or not tu + vous else "tu" if tu > vous else "vous"
    persons = {name: sum(words[w] for w in forms) for name, forms in _PERSONS[locale].items()}
    person = max(persons, key=lambda name: persons[name]) if any(persons.values()) else ""
    emoji = Counter(found for text in texts for found in EMOJI.findall(text))
    contracted = sum(len(_CONTRACTION.findall(prose.scan)) for prose in proses)
    full = sum(len(_FULL_FORM.findall(prose.scan)) for prose in proses)
    return Habits(
        locale=locale,
        texts=len(texts),
        words=sum(words.values()),
        address=address,
        person=person,
        sentence_words=(_percentile(lengths, 0.5), _percentile(lengths, 0.95)),
        exclamations=_percentile([text.count("!") for text in texts], 0.95),
        emoji=tuple(name for name, count in emoji.most_common(20) if count >= 2),
        contractions=contracted >= full,
        names=_names(proses),
    )


def _names(proses: Sequence[Prose]) -> tuple[str, ...]:
    inside: Counter[str] = Counter()
    lower: set[str] = set()
    for prose in proses:
        starts = {start for start, _ in prose.sentences}
        found = set()
        for (start, end), word in zip(prose.word_spans, prose.words, strict=True):
            written = prose.text[start:end]
            if written.islower():
                lower.add(word)
            elif written[:1].isupper() and written[1:].islower() and start not in starts and word not in FUNCTION_WORDS[prose.locale] and len(word) > 2:
                found.add(written)
        inside.update(found)
    return tuple(name for name, count in inside.most_common(60) if count >= 3 and name.lower() not in lower)
