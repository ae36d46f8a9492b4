"""Stock wording: located, weighed by its rarity in human copy, discounted by what the brand really says.

A weight is a log-likelihood ratio in nats: how much oftener the wording stands in machine text than in human text, both per 100,000 words, shrunk towards a prior
where there is little to count (`bench/fit_authenticity.py`). 0 is a word that people use as often; 3 is one that stands in smooth prose twenty times as often.
"""

from __future__ import annotations

import math
import weakref
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import ahocorasick

from copilot.guardrails.checks.wording import QUOTED, expand, is_own, is_quoted, unaccented
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.lexicons import auth_stock, stock
from copilot.guardrails.scores.authenticity.evidence import Evidence, Piece
from copilot.language.prose import Locale, Prose
from copilot.records import Finding

LOCAL_RULES = frozenset(f"AUT{number:03d}" for number in (1, 2, 3, 4, 9, 11, 12, 13, 14, 15, 16, 21, 22, 23, 27, 28, 29))
"""Rules whose finding depends on the words found and their neighbours only. Rules of density and of the whole text are left to the other parts."""
BRAND_PRIOR_WORDS = 2000.0
"""Words of silence added to the brand's corpus before its own rate is taken."""
LEAST_WEIGHT = 0.25
"""A wording of less weight than this is no evidence and is not shown."""


class Wording(NamedTuple):
    """A stock wording in a text: its entry in the lexicon (or the code of the rule that found it) and where it stands."""

    entry: str
    piece: Piece


class Weighed(NamedTuple):
    """A wording with its weight in nats, after the brand's own use is taken off."""

    wording: Wording
    weight: float


def entries(locale: Locale) -> dict[str, bool]:
    """Every entry of the lexicons in short form; True for a phrase."""
    found = dict.fromkeys(auth_stock.WORDS[locale], False) | dict.fromkeys(auth_stock.PHRASES[locale], True)
    for table in (stock.LOUD_ADJECTIVES, stock.WORN_ADJECTIVES, stock.WORN_VERBS, stock.WORN_NOUNS):
        for entry in table[locale]:
            found.setdefault(entry, " " in entry)
    return found


@lru_cache(maxsize=2)
def _automaton(locale: Locale) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for entry in entries(locale):
        for spelling in expand(entry):
            for written in (spelling, unaccented(spelling) if len(spelling) > 5 else spelling):
                if not automaton.exists(written):
                    automaton.add_word(written, (len(written), entry))
    automaton.make_automaton()
    return automaton


def in_prose(prose: Prose) -> list[tuple[int, int, str]]:
    """Start, end and entry of each wording in `prose`, the longest where several overlap, left to right."""
    found = [
        (end - length + 1, end + 1, entry) for end, (length, entry) in _automaton(prose.locale).iter(prose.scan) if prose.at_boundary(end - length + 1, end + 1)
    ]
    kept: list[tuple[int, int, str]] = []
    last = -1
    for hit in sorted(found, key=lambda item: (item[0], -item[1])):
        if hit[0] >= last:
            last = hit[1]
            kept.append(hit)
    return kept


def locate(evidence: Evidence, keys: Sequence[str], findings: Iterable[Finding], grounds: Grounds) -> list[Wording]:
    """All stock wordings of a text, outside quotations, the brand's own names and its protected quirks; overlapping ones are still apart."""
    found: list[Wording] = []
    for key, prose in zip(keys, evidence.free, strict=True):
        quoted = QUOTED.search(prose.text) is not None
        for start, end, entry in in_prose(prose):
            if (quoted and is_quoted(prose, start, end)) or is_own(grounds, prose, start, end):
                continue
            low, high = prose.original(start, end)
            found.append(Wording(entry, Piece(key, low, high, prose.text[start:end])))
    found += [Wording(finding.code, Piece(finding.field, finding.start, finding.end, finding.text)) for finding in findings if finding.code in LOCAL_RULES]
    return found


def weigh(wordings: Iterable[Wording], weights: Mapping[str, tuple[float, float]], rates: Mapping[str, float] | None = None) -> list[Weighed]:
    """Each wording with its weight; of overlapping ones the heaviest stays.

    weights: entry -> (machine rate, human rate) per 100,000 words with their priors in; rates: entry -> the brand's own rate. A wording that the brand uses as often
    as models do weighs nothing.
    """
    weighed = []
    for wording in wordings:
        machine, human = weights.get(wording.entry, (0.0, 1.0))
        human = max(human, rates.get(wording.entry, 0.0)) if rates else human
        weight = math.log(machine / human) if machine > human else 0.0
        if weight >= LEAST_WEIGHT:
            weighed.append(Weighed(wording, weight))
    weighed.sort(key=lambda item: (-item.weight, item.wording.piece.start))
    kept: list[Weighed] = []
    for item in weighed:
        piece = item.wording.piece
        if not any(
            piece.field == other.wording.piece.field and piece.start < other.wording.piece.end and other.wording.piece.start < piece.end for other in kept
        ):
            kept.append(item)
    return kept


_RATES: weakref.WeakKeyDictionary[House, dict[Locale, dict[str, float]]] = weakref.WeakKeyDictionary()


def brand_rates(house: House | None, locale: Locale) -> dict[str, float]:
    """How often each wording stands in the brand's own campaigns, per 100,000 words, shrunk towards 0; counted once per guide version."""
    if house is None:
        return {}
    known = _RATES.setdefault(house, {})
    if locale not in known:
        counts: Counter[str] = Counter()
        words = BRAND_PRIOR_WORDS
        for campaign in house.guide.campaigns:
            if campaign.locale == locale:
                prose = Prose(campaign.text, locale)
                words += len(prose.words)
                counts.update(entry for _, _, entry in in_prose(prose))
        known[locale] = {entry: 1e5 * count / words for entry, count in counts.items()}
    return known[locale]
