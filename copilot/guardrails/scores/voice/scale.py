"""From a likeness to the dial: even odds on which side a text falls, and how sure that is. Fitted by `bench/fit_voice.py` on brands left out; shipped as `voice.json`."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache

from copilot.guardrails.scores.voice.background import FOLDER
from copilot.language.prose import Locale

USUAL_WORDS, LONG_WORDS, USUAL_SAMPLES = 80, 160, 30
Z90 = 1.645
HIGHEST = 6.0
"""Log odds beyond which the dial does not go: it never says 0 or 100."""


@dataclass(frozen=True)
class Scale:
    """log odds = base + slope x likeness, where both move with the length of the text and the number of samples.

    With l = log(words / 80), s = log(samples / 30): base = base0 + base1 l + base2 s, slope = slope0 + slope1 l + slope2 s.
    The standard deviation of the log odds is sqrt(noise0 x log(160 / words) + noise1 x (30 / samples)), whose first term is nought from 160 words on.
    """

    base: tuple[float, float, float]
    slope: tuple[float, float, float]
    noise: tuple[float, float]

    def log_odds(self, likeness: float, words: int, samples: int) -> float:
        """Log odds, at even odds beforehand, that a text of so many words is the brand's own and not another brand's."""
        moves = (1.0, math.log(max(4, words) / USUAL_WORDS), math.log(min(max(samples, 5), 200) / USUAL_SAMPLES))
        base = sum(a * b for a, b in zip(self.base, moves, strict=True))
        slope = max(0.0, sum(a * b for a, b in zip(self.slope, moves, strict=True)))
        return base + slope * likeness

    def spread(self, words: int, samples: int) -> float:
        """Standard deviation of the log odds."""
        return math.sqrt(self.noise[0] * math.log(max(1.0, LONG_WORDS / max(1, words))) + self.noise[1] * USUAL_SAMPLES / max(1, samples))


def dial(log_odds: float) -> float:
    """0-100."""
    return 100 / (1 + math.exp(-max(-HIGHEST, min(HIGHEST, log_odds))))


@cache
def shipped(locale: Locale) -> Scale:
    """The scale that ships."""
    held = json.loads((FOLDER / "voice.json").read_text(encoding="utf-8"))["scales"][locale]
    return Scale(tuple(held["base"]), tuple(held["slope"]), tuple(held["noise"]))
