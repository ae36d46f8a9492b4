"""What was fitted for the dial, read once from `scores/data/authenticity.json`. The script that writes it is `bench/fit_authenticity.py`."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from copilot.guardrails.scores.authenticity.signals import Norm
from copilot.language.prose import Locale

STORED = Path(__file__).resolve().parents[1] / "data" / "authenticity.json"
MIDDLE, EDGE = 70.0, 40.0
"""Where the middle of human brand copy lies on the dial, and where its smoothest few in a hundred begin."""
START = 25.0
"""Words added to the length of a text in its noise."""
_TOP, _BOTTOM = math.log(MIDDLE / (100 - MIDDLE)), math.log(EDGE / (100 - EDGE))


class Scale(NamedTuple):
    """From a score to the dial: `middle` is read as 70, `edge` as 40. `up` and `down` give the noise of a score towards smoother and towards livelier; `lively` that
    towards livelier of copy that shows no smoothness."""

    middle: float
    edge: float
    up: float
    down: float
    lively: float

    def dial(self, score: float) -> float:
        """0-100, falling with `score`, smooth everywhere."""
        slope = (_TOP - _BOTTOM) / max(self.edge - self.middle, 1e-6)
        return 100 / (1 + math.exp(-max(-30.0, min(30.0, _TOP - slope * (score - self.middle)))))

    def noise(self, words: float, score: float) -> tuple[float, float]:
        """Standard deviations (up, down) of a score of so many words around the score that a long text of the same hand would have."""
        root, smooth = math.sqrt(words + START), min(1.0, max(0.0, (score - self.middle) / (self.edge - self.middle)))
        return self.up / root, (self.lively + (self.down - self.lively) * smooth) / root


@dataclass(frozen=True)
class Fitted:
    """rates: locale -> wording -> (machine, human) per 100,000 words; norms: locale -> signal -> Norm; weights: signal -> weight; scales: locale -> Scale."""

    rates: dict[Locale, dict[str, tuple[float, float]]]
    norms: dict[Locale, dict[str, Norm]]
    weights: dict[str, float]
    scales: dict[Locale, Scale]

    def as_json(self) -> dict[str, Any]:
        """Plain values, rounded to what they are known to."""
        return {
            "rates": {locale: {entry: [round(rate, 1) for rate in pair] for entry, pair in table.items()} for locale, table in self.rates.items()},
            "norms": {locale: {name: [round(value, 5) for value in norm] for name, norm in table.items()} for locale, table in self.norms.items()},
            "weights": {name: round(weight, 4) for name, weight in self.weights.items()},
            "scales": {locale: [round(value, 4) for value in scale] for locale, scale in self.scales.items()},
        }


def parse(stored: dict[str, Any]) -> Fitted:
    """The inverse of `Fitted.as_json`."""
    return Fitted(
        {locale: {entry: (pair[0], pair[1]) for entry, pair in table.items()} for locale, table in stored["rates"].items()},
        {locale: {name: Norm(*values) for name, values in table.items()} for locale, table in stored["norms"].items()},
        stored["weights"],
        {locale: Scale(*values) for locale, values in stored["scales"].items()},
    )


@lru_cache(maxsize=1)
def shipped() -> Fitted:
    """What ships with the package."""
    return parse(json.loads(STORED.read_text(encoding="utf-8")))
