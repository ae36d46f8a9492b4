"""How like the brand's own copy a text is, as one number: 0 for the copy of anybody, 1 for the brand's own.

The direction is the mean of the brand's samples less that of other brands' copy, whitened twice: by how texts of any one brand differ (`Background`), and by how this brand's own
samples differ. So what all samples share counts, and what a few of them have in common, such as a topic, hardly does. Only products of samples are needed for it, which also makes
it cheap to hold each sample out.
Source: regularised discriminant analysis (J. H. Friedman, 1989) in its dual form.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copilot.guardrails.scores.voice.background import LENGTHS, ORDINARY, Background
from copilot.guardrails.scores.voice.features import Floats, Vector

MOST_HELD_OUT, MOST_VARIED = 60, 300
"""Own samples that are held out in turn to see how the brand's own copy scores, and those whose differences are looked at; evenly spread over all."""
USUAL_FIRM, LEAST_FIRM, MOST_FIRM = 30, 10, 80
"""Samples at which the background's whitening is as it ships; it grows with them in between. Measured at 10, 30 and 80."""
USUAL_SEPARATION, SEPARATION_POOL = 0.04, 4.0
"""A separation (in squared units of the space) that every brand's is drawn to, and with how many samples' weight. Public brands have 0.014 to 0.038, the smaller the more samples,
so this one keeps the likeness of few samples low; the scale is fitted with it."""


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
        total += vector.dense(bins)
    return total / np.float32(max(1, len(vectors)))


def likeness(vectors: Sequence[Vector], words: Sequence[int], background: Background, towards: tuple[Floats, float] | None = None) -> Likeness:
    """The direction of a brand from its samples; two at least. towards: a mean that theirs is drawn to, and with how many samples' weight."""
    count = len(vectors)
    mean, weight = mean_of(vectors, len(background.mean)), float(count)
    if towards:
        weight += towards[1]
        mean = np.asarray((mean * count + towards[0] * towards[1]) / weight, np.float32)
    chosen = np.linspace(0, count - 1, min(count, MOST_VARIED)).astype(np.int64)
    some, firmness = [vectors[index] for index in chosen], firm(count)
    ordinary = ORDINARY / firmness
    products = _products(some, [mean, background.mean, *background.means], background, firmness)
    wanted = np.zeros(len(products))
    wanted[len(some)], wanted[len(some) + 1] = 1, -1
    rows = np.arange(len(some))
    own = []
    for row in rows[:: -(-len(some) // MOST_HELD_OUT)]:
        rest = wanted.copy()
        rest[row], rest[len(some)] = -1 / (weight - 1), weight / (weight - 1)
        scores = products @ _whitened(rest, np.delete(rows, row), products, ordinary)
        own.append(scores[row] - middle(scores[len(some) + 2 :].tolist(), words[chosen[row]]))
    separation = (sum(own) / len(own) * count + USUAL_SEPARATION * SEPARATION_POOL) / (count + SEPARATION_POOL)
    shares = _whitened(wanted, rows, products, ordinary).astype(np.float32)
    made = mean * shares[len(some)] + background.mean * shares[len(some) + 1]
    for share, vector in zip(shares, some, strict=False):
        made += share * vector.dense(len(made))
    weights = background.whitened(made, firmness)
    return Likeness(weights, tuple((background.means @ weights).tolist()), max(float(separation), USUAL_SEPARATION / 4))


def firm(samples: int) -> float:
    """How much more than usual the background's whitening counts, since more samples bear more of it."""
    return min(MOST_FIRM, max(LEAST_FIRM, samples)) / USUAL_FIRM


def _products(some: Sequence[Vector], dense: Sequence[Floats], background: Background, firmness: float) -> NDArray[np.float64]:
    """Products of samples and dense vectors, samples first, after the background's whitening: rows x rows."""
    starts = np.cumsum([0, *(len(vector.bins) for vector in some[:-1])])
    bins, values = np.concatenate([vector.bins for vector in some]), np.concatenate([vector.values for vector in some])
    size = len(some)
    made = np.zeros((size + len(dense),) * 2)
    along = np.zeros((size + len(dense), len(background.spread)), np.float32)
    for row in range(len(made)):
        here = some[row].dense(len(background.mean)) if row < size else dense[row - size]
        made[row, :size] = np.add.reduceat(values * here[bins], starts)
        made[row, size:] = [here @ other for other in dense]
        along[row] = background.along(here)
    return np.asarray(made - (along * background.damping(firmness)) @ along.T, np.float64)


def _whitened(wanted: NDArray[np.float64], rows: NDArray[np.int64], products: NDArray[np.float64], ordinary: float) -> NDArray[np.float64]:
    """A combination of the rows of `products` after the differences among `rows` have been damped in it. ordinary: variance of a direction that is damped by half."""
    among = products[rows] - products[rows].mean(0)
    varied = among[:, rows] - among[:, rows].mean(1, keepdims=True)
    taken = np.linalg.solve(varied + np.eye(len(rows)) * len(rows) * ordinary, among @ wanted)
    made = wanted.copy()
    made[rows] -= taken - taken.mean()
    return made
