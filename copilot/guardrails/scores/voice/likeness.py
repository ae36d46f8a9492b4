"""How like the brand's own copy a text is, as one number: 0 for the copy of anybody, 1 for the brand's own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from copilot.guardrails.scores.voice.background import LENGTHS, Background
from copilot.guardrails.scores.voice.features import Floats, Vector

MOST_HELD_OUT = 60
"""Own samples that are held out in turn to see how the brand's own copy scores."""
USUAL_SEPARATION, SEPARATION_POOL = 0.04, 4.0
"""Mean distance of brands from the background (in squared units of the space), and with how many samples' weight it is pooled. Fitted with the scale."""


@dataclass(frozen=True)
class Likeness:
    """A direction in the feature space from anybody's copy to the brand's. weights: BINS; middles: score of anybody's text at each of LENGTHS."""

    weights: Floats
    middles: tuple[float, ...]
    separation: float
    """Mean score of the brand's own samples, each held out, above the middle; positive."""

    def of(self, vector: Vector, words: int) -> float:
        """Likeness of a text of so many words."""
        return (vector.dot(self.weights) - middle(self.middles, words)) / self.separation


def middle(middles: Sequence[float], words: int) -> float:
    """Score of anybody's text of this length, straight over the logarithm of the length."""
    return float(np.interp(math.log(max(1, words)), [math.log(length) for length in LENGTHS], middles))


def mean_of(vectors: Sequence[Vector], bins: int) -> Floats:
    """Mean vector, dense."""
    total = np.zeros(bins, np.float32)
    for vector in vectors:
        total[vector.bins] += vector.values
    return total / np.float32(max(1, len(vectors)))


def likeness(vectors: Sequence[Vector], words: Sequence[int], background: Background, towards: tuple[Floats, float] | None = None) -> Likeness:
    """The direction of a brand from its samples; two at least. towards: a mean that theirs is drawn to, and with how many samples' weight."""
    count = len(vectors)
    mean, weight = mean_of(vectors, len(background.mean)), float(count)
    if towards:
        weight += towards[1]
        mean = np.asarray((mean * count + towards[0] * towards[1]) / weight, np.float32)
    own = [_held_out(vectors[index], words[index], mean, weight, background) for index in range(0, count, max(1, count // MOST_HELD_OUT))]
    separation = (sum(own) / len(own) * count + USUAL_SEPARATION * SEPARATION_POOL) / (count + SEPARATION_POOL)
    weights = background.weights(mean)
    return Likeness(weights, tuple((background.means @ weights).tolist()), max(separation, USUAL_SEPARATION / 4))


def _held_out(vector: Vector, words: int, mean: Floats, weight: float, background: Background) -> float:
    """Score of a sample above the middle, against the mean of the others: what `weights` would give, without making them."""
    rest = np.asarray(mean * (weight / (weight - 1)), np.float32)
    rest[vector.bins] -= vector.values / np.float32(weight - 1)
    rest -= background.mean
    places = background.rows[vector.bins]
    here = vector.values[places >= 0] @ background.directions[places[places >= 0]]
    along = background.along(rest) * background.damping
    middles = background.means @ rest - background.means_along @ along
    return float(vector.values @ rest[vector.bins] - here @ along) - middle(middles.tolist(), words)
