"""Does the dial agree with the brand manager? Her labels against readings of snippets that it has not seen, and what they change."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LEAST_LABELS = 8
"""Of each kind; fewer change nothing and prove nothing."""
TRUST = 4.0
"""Weight of what ships against the labels, in the units of a logistic regression's penalty."""
FOLDS = 10


@dataclass(frozen=True)
class Tuning:
    """What labels do to the log odds: slope x odds + offset. `labels` is their number; 0 where they change nothing."""

    slope: float = 1.0
    offset: float = 0.0
    labels: int = 0

    def apply(self, log_odds: float) -> float:
        """The log odds after her labels."""
        return self.slope * log_odds + self.offset


UNTUNED = Tuning()


@dataclass(frozen=True)
class Agreement:
    """How far the dial agrees with labels on snippets that neither the profile nor the tuning has seen. Shares are 0-1, intervals of 95 %."""

    us: int
    not_us: int
    auc: float
    auc_half: float
    """Half the interval of `auc` (J. A. Hanley and B. J. McNeil, 1982)."""
    accuracy: float
    accuracy_low: float
    accuracy_high: float
    """Interval of `accuracy` (E. B. Wilson, 1927)."""
    held_out: tuple[float, ...]
    """Log odds of every label as read with a tuning from the others, in their order."""


def tune(odds: NDArray[np.float64], us: NDArray[np.bool_]) -> Tuning:
    """Slope and offset from labels, drawn towards 1 and 0. Source: J. Platt, 1999, with a Gaussian prior about what ships; the slope stays positive."""
    slope, offset = 1.0, 0.0
    wanted = us.astype(float)
    balance = np.where(us, 0.5 / max(1, us.sum()), 0.5 / max(1, (~us).sum())) * len(us)
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(slope * odds + offset, -30, 30)))
        wrong = balance * (p - wanted)
        gradient = np.array([wrong @ odds + TRUST * (slope - 1), wrong.sum() + TRUST * offset / 4])
        sharp = balance * p * (1 - p)
        curve = np.array([[sharp @ (odds * odds) + TRUST, sharp @ odds], [sharp @ odds, sharp.sum() + TRUST / 4]])
        step = np.linalg.solve(curve, gradient)
        slope, offset = max(0.1, slope - step[0]), offset - step[1]
        if np.abs(step).max() < 1e-6:
            break
    return Tuning(float(slope), float(offset), len(us))


def agreement(odds: Sequence[float], us: Sequence[bool]) -> Agreement | None:
    """Cross-validated agreement; None with fewer than LEAST_LABELS of either kind. odds: as read without any tuning."""
    given, kind = np.array(odds, float), np.array(us, bool)
    if min(kind.sum(), (~kind).sum()) < LEAST_LABELS:
        return None
    fold = np.zeros(len(kind), int)
    for side in (kind, ~kind):
        fold[side] = np.arange(side.sum()) % FOLDS
    held = np.zeros(len(kind))
    for turn in range(FOLDS):
        out = fold == turn
        if out.any():
            made = tune(given[~out], kind[~out])
            held[out] = made.slope * given[out] + made.offset
    above, below = held[kind], held[~kind]
    area = float(np.mean((above[:, None] > below[None, :]) + 0.5 * (above[:, None] == below[None, :])))
    m, n = len(above), len(below)
    one, two = area / (2 - area), 2 * area * area / (1 + area)
    half = 1.96 * math.sqrt(max(0.0, (area * (1 - area) + (m - 1) * (one - area**2) + (n - 1) * (two - area**2)) / (m * n)))
    right = float(np.mean((held > 0) == kind))
    z, size = 1.96, len(kind)
    centre = (right + z * z / (2 * size)) / (1 + z * z / size)
    width = z * math.sqrt(right * (1 - right) / size + z * z / (4 * size * size)) / (1 + z * z / size)
    return Agreement(m, n, area, half, right, max(0.0, centre - width), min(1.0, centre + width), tuple(float(value) for value in held))
