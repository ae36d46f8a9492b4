"""How anybody writes: statistics of ordinary copy of many hands, fitted by `bench/fit_voice.py` and shipped as numbers (docs/voice.md is their card).

For each language: which words are common, how rare each bin of the feature space is, its mean, and the directions in which the texts of one and the same brand
differ most from each other - what they are about, what they are for. Those directions count less in a profile.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copilot.language.prose import Locale

Floats = NDArray[np.float32]
ORDINARY = 3e-4
"""Variance within a brand of a direction that is damped by half; the unit of `Background.spread`. A bin of 65,536 has far less."""
FOLDER = Path(__file__).resolve().parents[1] / "data"
LENGTHS = (8, 20, 40, 80, 160)
"""Lengths in words at which the mean is known; between them it is read off a straight line over the logarithm."""


@cache
def common_words(locale: Locale) -> frozenset[str]:
    """Words that brands and genres of all kinds use, whatever they write about."""
    return frozenset((FOLDER / f"common_{locale}.txt").read_text(encoding="utf-8").split())


@dataclass(frozen=True)
class Background:
    """What is known of copy in general. B is the number of bins, K that of bins in which the directions live, R that of directions."""

    rarity: Floats
    """B: inverse document frequency, 1 for a bin in every text."""
    mean: Floats
    """B: mean vector of whole texts of other brands, every brand counting the same."""
    means: Floats
    """LENGTHS x B: the same of texts cut to these lengths."""
    known: NDArray[np.int64]
    """K: the bins in which texts of a brand differ most."""
    directions: Floats
    """K x R, orthonormal columns."""
    spread: Floats
    """R: variance within a brand along each direction, over that of an ordinary one; never negative."""

    def along(self, vector: Floats) -> Floats:
        """How far a dense vector (B) lies along each direction (R)."""
        return np.asarray(vector[self.known] @ self.directions, np.float32)

    def damping(self, firmness: float) -> Floats:
        """R: the share of each direction that is taken away. firmness: 1 as fitted, more damps more."""
        return firmness * self.spread / (1 + firmness * self.spread)

    def whitened(self, vector: Floats, firmness: float) -> Floats:
        """A dense vector (B) with the directions damped in it.

        Source: within-class covariance normalisation (A. O. Hatch, S. Kajarekar, A. Stolcke, 2006), with the covariance cut to its leading directions.
        """
        made = vector.copy()
        made[self.known] -= self.directions @ (self.along(vector) * self.damping(firmness))
        return made


@cache
def shipped(locale: Locale) -> Background:
    """The background that ships."""
    with np.load(FOLDER / f"voice_{locale}.npz") as held:
        return Background(
            rarity=1 + held["rarity"].astype(np.float32) / 20,
            mean=held["mean"].astype(np.float32),
            means=held["means"].astype(np.float32),
            known=held["known"].astype(np.int64),
            directions=held["directions"].astype(np.float32) * held["scale"].astype(np.float32),
            spread=held["spread"].astype(np.float32),
        )
