"""How often each rule fires on ordinary human copy and on machine text, as `bench/rule_rates.py` measured and stored it."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from copilot.records import Locale

STORED = Path(__file__).with_name("rates.json")


class Rate(NamedTuple):
    """Hits per 1,000 words and share of texts with a hit (0-1), on texts of one kind (human, machine) in one language."""

    kind: str
    locale: Locale
    per_1000_words: float
    share: float


class Rates(NamedTuple):
    """All that was measured: the day, the size of each corpus as (texts, words), and the rates of each rule by code."""

    date: str
    corpora: dict[tuple[str, Locale], tuple[int, int]]
    rules: dict[str, tuple[Rate, ...]]

    def human_share(self, code: str) -> float:
        """The share of ordinary human texts that the rule fires on, 0-1, in the language where it is higher; 0 where it was not measured."""
        return max((rate.share for rate in self.rules.get(code, ()) if rate.kind == "human"), default=0.0)


@lru_cache(maxsize=1)
def stored() -> Rates:
    """The figures that came with this version."""
    raw = json.loads(STORED.read_text(encoding="utf-8"))

    def split(name: str) -> tuple[str, Locale]:
        kind, locale = name.split()
        return kind, "fr" if locale == "fr" else "en"

    return Rates(
        date=raw["date"],
        corpora={split(name): (size["texts"], size["words"]) for name, size in raw["corpora"].items()},
        rules={
            code: tuple(Rate(*split(name), rate["per_1000_words"], rate["share"]) for name, rate in sorted(own.items())) for code, own in raw["rules"].items()
        },
    )
