"""The dial in a copywriter's words: what pulls up, what pulls down, which habits differ, and two passages to listen to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from copilot.guardrails.scores.voice import features
from copilot.guardrails.scores.voice.background import Background
from copilot.guardrails.scores.voice.likeness import Likeness, middle
from copilot.guardrails.scores.voice.profile import Model, VoiceProfile
from copilot.guardrails.scores.voice.symbols import symbols
from copilot.guardrails.scores.voice.traits import differences
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Locale, Prose
from copilot.language.words import both
from copilot.records import Part

MOST_SPANS, MOST_TRAITS, MOST_MODELS, MOST_UNSAID = 4, 4, 2, 6
LEAST_PULL = 0.015
"""Likeness that a span must give or take to be shown."""
SPAN = 3
"""Symbols of a span that is shown."""
UP = both("sounds like you", "vous ressemble")
DOWN = both("does not sound like you", "ne vous ressemble pas")
UP_WHY = both(
    "These turns pull the dial up: they are commoner in your copy than in anybody's.",
    "Ces tournures tirent le cadran vers le haut : elles sont plus fréquentes chez vous qu'ailleurs.",
)
DOWN_WHY = both(
    "These turns pull it down: they are rarer in your copy than in anybody's.",
    "Ces tournures le tirent vers le bas : elles sont plus rares chez vous qu'ailleurs.",
)
UNSAID = both("you never say", "vous ne dites jamais")
UNSAID_WHY = both("In {count} texts you never say {words}.", "En {count} textes, vous ne dites jamais {words}.")
MODEL = both("listen to", "à écouter")
MODEL_WHY = both("{id}: one of your texts that sounds most like this one should.", "{id} : un de vos textes, qui sonne comme celui-ci devrait sonner.")
LIKENESS = both("likeness", "ressemblance")


@dataclass(frozen=True)
class Pull:
    """A piece of the text and how much likeness it gives or takes."""

    text: str
    likeness: float


def pulls(direction: Likeness, proses: Sequence[Prose], background: Background) -> list[Pull]:
    """Pieces of a few words that do not overlap, the strongest pull up first, the strongest down last."""
    found: list[Pull] = []
    words = max(1, sum(len(prose.words) for prose in proses))
    for prose in proses:
        row = symbols(prose)
        if not row.fine:
            continue
        change = np.zeros(len(row.fine) + 1, np.float64)
        views = features.occurrences(row)
        vector = features.vector(views, background.rarity)
        begun = 0
        for view in views.values():
            if not len(view.bins):
                continue
            places, inverse, counts = np.unique(view.bins, return_inverse=True, return_counts=True)
            values = vector.values[begun : begun + len(places)] * direction.weights[places] / counts
            begun += len(places)
            each = values[inverse] / (view.last - view.first + 1)
            np.add.at(change, view.first, each)
            np.add.at(change, view.last + 1, -each)
        gives = np.cumsum(change)[:-1]
        own = sum(row.words)
        is_word = np.array(row.words)
        gives = np.where(is_word | (np.abs(gives) > 0), gives, 0.0) - middle(direction.middles, words) / len(gives)
        sums = np.convolve(gives, np.ones(SPAN), "valid") if len(gives) >= SPAN else np.array([gives.sum()])
        taken = np.zeros(len(gives), bool)
        for start in np.argsort(-np.abs(sums)):
            end = min(start + SPAN, len(gives))
            if taken[start:end].any() or not is_word[start:end].any():
                continue
            taken[start:end] = True
            text = prose.text[row.starts[start] : row.ends[end - 1]].strip()
            if text:
                found.append(Pull(text, float(sums[start]) / direction.separation * own / words))
    return sorted(found, key=lambda pull: -pull.likeness)


@lru_cache(maxsize=4096)
def _matter(text: str, locale: Locale) -> frozenset[str]:
    """The words that say what a text is about."""
    return frozenset(Prose(text, locale).words) - FUNCTION_WORDS[locale]


def models(profile: VoiceProfile, proses: Sequence[Prose], channel: str) -> list[Model]:
    """Two of the brand's passages that sound most like the draft should: of its channel where there are some, plain in voice, near in matter."""
    function = FUNCTION_WORDS[profile.locale]
    here = {word for prose in proses for word in prose.words} - function

    def key(model: Model) -> tuple[bool, float]:
        shared = len(here & _matter(model.text, profile.locale))
        return model.channel != channel, -(model.likeness + 0.25 * shared)

    same = " ".join(prose.text.strip() for prose in proses)
    return sorted((model for model in profile.models if model.text not in same), key=key)[:MOST_MODELS]


def parts(profile: VoiceProfile, direction: Likeness, proses: Sequence[Prose], channel: str, background: Background, language: str) -> tuple[Part, ...]:
    """All that is told of a measured dial."""
    found = pulls(direction, proses, background)
    up, down = [pull for pull in found[:MOST_SPANS] if pull.likeness >= LEAST_PULL], [pull for pull in found[::-1][:MOST_SPANS] if pull.likeness <= -LEAST_PULL]
    unit = LIKENESS.say(language)
    told = [
        Part(
            name=name.say(language),
            value=round(sum(pull.likeness for pull in some), 2),
            unit=unit,
            why=why.say(language),
            words=tuple(pull.text for pull in some),
        )
        for name, why, some in ((UP, UP_WHY, up), (DOWN, DOWN_WHY, down))
        if some
    ]
    if profile.habits:
        told += differences(profile.habits, proses, language)[:MOST_TRAITS]
    unsaid = [word for word in dict.fromkeys(word for prose in proses for word in prose.words) if word in profile.unsaid][:MOST_UNSAID]
    if unsaid:
        quoted = ", ".join(f"« {word} »" if language == "fr" else f"“{word}”" for word in unsaid)
        told.append(
            Part(name=UNSAID.say(language), value=None, unit="", why=UNSAID_WHY.say(language, count=profile.samples, words=quoted), words=tuple(unsaid))
        )
    told += [
        Part(name=MODEL.say(language), value=None, unit="", why=MODEL_WHY.say(language, id=model.id), words=(model.text,))
        for model in models(profile, proses, channel)
    ]
    return tuple(told)
