"""A brand's voice in one language, learnt from its own copy: directions in the feature space, habits in words, passages to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from copilot.guardrails.scores.voice import features
from copilot.guardrails.scores.voice.background import Background, common_words, shipped
from copilot.guardrails.scores.voice.features import Vector
from copilot.guardrails.scores.voice.labels import UNTUNED, Tuning
from copilot.guardrails.scores.voice.likeness import Likeness, likeness, mean_of
from copilot.guardrails.scores.voice.symbols import Row, joined, symbols
from copilot.guardrails.scores.voice.traits import Habits, habits
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Locale, Prose

LEAST_SAMPLES = 5
"""Fewer texts show no voice (docs/voice.md)."""
LEAST_WORDS = 5
"""Words of a text under which nothing is said."""
LEAST_SAMPLE_WORDS = 3
"""A sample with fewer words is none."""
LEAST_BRAND_WORDS = 100
"""Words of all samples together."""
LEAST_OF_CHANNEL = 15
"""Samples from which a channel has a direction of its own, drawn towards all of the brand's by `CHANNEL_POOL` samples."""
CHANNEL_POOL = 10.0
MOST_PASSAGES = 40
"""Passages kept to be shown."""
PASSAGE_CHARACTERS = 280


@dataclass(frozen=True)
class Sample:
    """A text of the brand, cut once. `id` says which."""

    id: str
    channel: str
    proses: tuple[Prose, ...]
    texts: tuple[str, ...] = ()
    """The fields as they were written, where `proses` leave something out."""


@dataclass(frozen=True)
class Model:
    """A passage that sounds like the brand at its plainest. `likeness` as in `Likeness.of`."""

    id: str
    channel: str
    text: str
    likeness: float


@dataclass(frozen=True)
class VoiceProfile:
    """What is known of a brand's voice. `words` is the median length of a sample; `unsaid` holds common words that are strikingly absent from its copy."""

    locale: Locale
    samples: int
    words: int
    all_words: int
    pooled: Likeness | None
    channels: dict[str, tuple[int, Likeness]]
    habits: Habits | None
    unsaid: frozenset[str]
    models: tuple[Model, ...]
    tuning: Tuning = UNTUNED

    def direction(self, channel: str) -> tuple[int, Likeness | None, bool]:
        """Samples learnt from, the direction, and whether it is the channel's own."""
        if channel in self.channels:
            return (*self.channels[channel], True)
        return self.samples, self.pooled, False


def read(proses: Sequence[Prose]) -> tuple[Row, int]:
    """The fields of a text as one row, and their words."""
    return joined([symbols(prose) for prose in proses]), sum(len(prose.words) for prose in proses)


def fit(samples: Sequence[Sample], locale: Locale, background: Background | None = None) -> VoiceProfile:
    """The profile of a brand's texts. Any number of texts; `score` says when they are too few."""
    known = background or shipped(locale)
    kept, vectors, words = [], [], []
    said: dict[str, int] = {}
    for sample in samples:
        row, count = read(sample.proses)
        if count >= LEAST_SAMPLE_WORDS:
            kept.append(sample)
            vectors.append(features.vector(features.occurrences(row), known.rarity))
            words.append(count)
            for word in {word for prose in sample.proses for word in prose.words}:
                said[word] = said.get(word, 0) + 1
    if len(kept) < 2:
        return VoiceProfile(locale, len(kept), 0, sum(words), None, {}, None, frozenset(), ())
    pooled = likeness(vectors, words, known)
    channels: dict[str, tuple[int, Likeness]] = {}
    for channel in sorted({sample.channel for sample in kept} - {""}):
        own = [index for index, sample in enumerate(kept) if sample.channel == channel]
        if len(own) >= LEAST_OF_CHANNEL and len(own) < len(kept):
            channels[channel] = len(own), likeness([vectors[i] for i in own], [words[i] for i in own], known, (mean_of(vectors, len(known.mean)), CHANNEL_POOL))
    rank = sorted(range(len(kept)), key=lambda index: -pooled.of(vectors[index], words[index]))
    models = tuple(_model(kept[index], pooled.of(vectors[index], words[index])) for index in rank[:MOST_PASSAGES])
    return VoiceProfile(
        locale,
        len(kept),
        int(median(words)),
        sum(words),
        pooled,
        channels,
        habits([sample.proses for sample in kept], locale),
        _unsaid(said, len(kept), known, locale, vectors),
        models,
    )


def _model(sample: Sample, likeness_: float) -> Model:
    """The longest field of a sample, its first sentences."""
    text = max(sample.texts or tuple(prose.text for prose in sample.proses), key=len).strip()
    if len(text) > PASSAGE_CHARACTERS:
        ends = [end for _, end in Prose(text, sample.proses[0].locale).sentences if end <= PASSAGE_CHARACTERS]
        text = text[: ends[-1]] if ends else text[:PASSAGE_CHARACTERS].rsplit(" ", 1)[0] + " ..."
    return Model(sample.id, sample.channel, text, likeness_)


def _unsaid(said: dict[str, int], count: int, known: Background, locale: Locale, vectors: Sequence[Vector]) -> frozenset[str]:
    """Common words that ordinary copy would have used four times in as many texts and the brand never did. The rarity of a word's bin tells its share of texts."""
    words = [word for word in common_words(locale) if word not in said and word not in FUNCTION_WORDS[locale]]
    if not words or not vectors:
        return frozenset()
    bins = features.word_bins(words)
    share = np.exp(1 - known.rarity[bins])
    return frozenset(word for word, each in zip(words, share * count, strict=True) if each >= 4)
