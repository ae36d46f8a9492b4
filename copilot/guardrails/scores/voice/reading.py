"""A text read against a profile: the odds, and how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copilot.guardrails.scores.voice import features, scale
from copilot.guardrails.scores.voice.background import Background, shipped
from copilot.guardrails.scores.voice.profile import LEAST_BRAND_WORDS, LEAST_SAMPLES, LEAST_WORDS, VoiceProfile, read
from copilot.guardrails.scores.voice.scale import Scale
from copilot.language.prose import Prose

QUIRK, MOST_QUIRKS = 0.15, 4
"""Log odds that each protected quirk in a text gives, and how many count. Set by hand."""


@dataclass(frozen=True)
class Reading:
    """A dial before it is put into words: log odds, their standard deviation, and the likeness they come from."""

    log_odds: float
    spread: float
    likeness: float
    words: int


def reading(
    profile: VoiceProfile, proses: Sequence[Prose], channel: str = "", quirks: int = 0, using: Scale | None = None, background: Background | None = None
) -> Reading | None:
    """The reading of a text; None on too thin evidence. `using` and `background` replace what ships (for measuring on brands left out)."""
    samples, direction, _ = profile.direction(channel)
    row, words = read(proses)
    if direction is None or samples < LEAST_SAMPLES or profile.all_words < LEAST_BRAND_WORDS or words < LEAST_WORDS:
        return None
    known = background or shipped(profile.locale)
    likeness = direction.of(features.vector(features.occurrences(row), known.rarity), words)
    steps = using or scale.shipped(profile.locale)
    odds = profile.tuning.apply(steps.log_odds(likeness, words, samples)) + QUIRK * min(quirks, MOST_QUIRKS)
    return Reading(odds, steps.spread(words, samples), likeness, words)
