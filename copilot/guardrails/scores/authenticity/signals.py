"""From evidence to signals: rates per word or per sentence, shrunk towards ordinary human copy, on one scale.

A signal is 0 where a text is like the middle of human brand copy, whatever its length; it grows where the text is smoother or vaguer. A short text is pooled with
`pool` words (or sentences) of ordinary copy, so that one hit moves it by its evidence and no further.
Source of the shrinkage: posterior mean of a Poisson rate under a Gamma prior (empirical Bayes); square roots make the spread even (F. J. Anscombe, 1948).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from copilot.guardrails.scores.authenticity.evidence import LEAST_SENTENCES, Evidence


class Signal(NamedTuple):
    """A measured habit. sign: +1 where more of it makes prose smoother, -1 where it makes it livelier; part: the part of the dial it belongs to."""

    name: str
    sign: int
    part: str


SIGNALS = (
    Signal("stock", 1, "stock"),
    Signal("figures", -1, "specifics"),
    Signal("names", -1, "specifics"),
    Signal("things", -1, "specifics"),
    Signal("deeds", -1, "specifics"),
    Signal("vague", 1, "vague"),
    Signal("abstract", 1, "vague"),
    Signal("flat", 1, "rhythm"),
    Signal("tails", 1, "turns"),
    Signal("pairs", 1, "turns"),
    Signal("openings", 1, "turns"),
    Signal("adverbs", 1, "turns"),
    Signal("spoken", -1, "turns"),
)
PARTS = ("stock", "specifics", "vague", "rhythm", "turns")
HELD = frozenset({"figures", "names", "things", "deeds", "spoken"})
"""Signals of which more is better."""
LEAST_CV = 0.02


class Norm(NamedTuple):
    """How ordinary human brand copy of one language stands on a signal.

    mean: rate per word (openings: per sentence; flat: the logarithm of the coefficient of variation of sentence lengths, negative); pool: words (sentences) of ordinary copy a text is
    pooled with; spread: standard deviation of a long text on the transformed scale.
    """

    mean: float
    pool: float
    spread: float


def variation(lengths: list[int]) -> float | None:
    """Coefficient of variation of sentence lengths (standard deviation over mean); None under LEAST_SENTENCES sentences."""
    if len(lengths) < LEAST_SENTENCES:
        return None
    mean = sum(lengths) / len(lengths)
    return math.sqrt(sum((length - mean) ** 2 for length in lengths) / (len(lengths) - 1)) / mean


def amounts(evidence: Evidence, stock: float) -> dict[str, tuple[float, float]]:
    """Signal -> (how much, out of how many words or sentences). `stock` is the sum of the weights of stock wordings. For flat: (log of the variation, sentences)."""
    words = float(evidence.words)
    found = {signal.name: (float(evidence.count(signal.name)), words) for signal in SIGNALS}
    found["stock"] = stock, words
    found["openings"] = float(evidence.count("openings")), float(evidence.sentences)
    spread = variation(evidence.lengths)
    found["flat"] = (0.0, 0.0) if spread is None else (math.log(max(spread, LEAST_CV)), float(len(evidence.lengths)))
    return found


def standing(name: str, amount: float, size: float, norm: Norm) -> float:
    """The signal on the common scale before its sign: 0 is ordinary human copy, 1 is one standard deviation of long texts."""
    if name == "flat":
        return -(amount - norm.mean) * size / (size + norm.pool) / norm.spread
    rate = (amount + norm.mean * norm.pool) / (size + norm.pool)
    return (math.sqrt(rate) - math.sqrt(norm.mean)) / norm.spread


def vector(found: Mapping[str, tuple[float, float]], norms: Mapping[str, Norm]) -> list[float]:
    """All signals in the order of SIGNALS, each positive where prose is smoother than ordinary copy, within -4 to 4."""
    return [max(-4.0, min(4.0, signal.sign * standing(signal.name, *found[signal.name], norms[signal.name]))) for signal in SIGNALS]


LONG_WORDS, LONG_START = 80.0, 25.0


def damping(words: float) -> float:
    """What the weighted sum is multiplied with: 1 up to LONG_WORDS words, then less, so that human brand copy spreads as widely at 300 words as at 80."""
    return math.sqrt((LONG_WORDS + LONG_START) / (words + LONG_START)) if words > LONG_WORDS else 1.0
