"""How anybody writes: statistics of ordinary copy of many hands, fitted by `bench/fit_voice.py` and shipped as numbers (docs/voice.md is their card).

For each language: which words are common, how rare each bin of the feature space is, its mean, and the directions in which the texts of one and the same brand
differ most from each other - what they are about, what they are for. Those directions count less in a profile.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copilot.language.prose import Locale

Floats = NDArray[np.float32]
FOLDER = Path(__file__).resolve().parents[1] / "data"
LENGTHS = (8, 20, 40, 80, 160)
"""Lengths in words at which the mean is known; between them it is read off a straight line over the logarithm."""


@cache
def common_words(locale: Locale) -> frozenset[str]:
    """Words that brands and genres of all kinds use, whatever they write about."""
    return frozenset((FOLDER / f"common_{locale}.txt").read_text(encoding="utf-8").split())


@dataclass(frozen=True)
class Background:
    """What is known of copy in general. B is the number of bins, K that of known bins, R that of directions."""

    rarity: Floats
    """B: inverse document frequency, 1 for a bin in every text."""
    mean: Floats
    """B: mean vector of whole texts, every source counting the same."""
    means: Floats
    """LENGTHS x B: the same of texts cut to these lengths."""
    known: NDArray[np.int64]
    """K: the bins in which the directions live."""
    directions: Floats
    """K x R, orthonormal columns."""
    spread: Floats
    """R: variance within a brand along each direction, over that of an ordinary one; never negative."""

    def along(self, vector: Floats) -> Floats:
        """How far a dense vector (B) lies along each direction (R)."""
        return np.asarray(vector[self.known] @ self.directions, np.float32)

    @cached_property
    def damping(self) -> Floats:
        """R: the share of each direction that is taken away."""
        return self.spread / (1 + self.spread)

    @cached_property
    def means_along(self) -> Floats:
        """LENGTHS x R: the means along each direction."""
        return np.asarray(self.means[:, self.known] @ self.directions, np.float32)

    @cached_property
    def rows(self) -> NDArray[np.int64]:
        """B: the row of a bin in `directions`, -1 for one that is not known."""
        rows = np.full(len(self.mean), -1, np.int64)
        rows[self.known] = np.arange(len(self.known))
        return rows

    def weights(self, mean: Floats) -> Floats:
        """The weights (B) that tell texts with this mean vector from others.

        Source: within-class covariance normalisation (A. O. Hatch, S. Kajarekar, A. Stolcke, 2006), with the covariance cut to its leading directions.
        """
        made = mean - self.mean
        made[self.known] -= self.directions @ (self.along(made) * self.damping)
        return made


@cache
def shipped(locale: Locale) -> Background:
    """The background that ships."""
    with np.load(FOLDER / f"voice_{locale}.npz") as held:
        known = held["known"].astype(np.int64)
        mean = np.zeros((1 + len(LENGTHS), held["rarity"].size), np.float32)
        mean[0, known], mean[1:, known] = held["mean"], held["means"]
        return Background(
            rarity=1 + held["rarity"].astype(np.float32) / 20,
            mean=mean[0],
            means=mean[1:],
            known=known,
            directions=held["directions"].astype(np.float32) * held["scale"].astype(np.float32),
            spread=held["spread"].astype(np.float32),
        )
