"""Which drafts reach the person, in which order, and why: the reason stands beside the rank.

Drafts that say nearly the same count once. Off-pattern drafts are not ranked by voice.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from copilot.generation.angles import OFF_PATTERN
from copilot.language.words import Words, both
from copilot.records import Copy, Draft, Scorecard

ALIKE = 85.0
"""Token-sort similarity (0-100, rapidfuzz) from which two drafts say nearly the same."""

REASON = both("{blocking} blocking, {scoring} scoring; {dials}{off}", "{blocking} bloquant(s), {scoring} qui comptent ; {dials}{off}")
OFF = both("; off-pattern, not judged by its likeness to the past", " ; hors motif, sans égard à la ressemblance avec le passé")


def key(draft: Draft, card: Scorecard) -> tuple[int, int, float]:
    """Sort key, best first: fewest blocking findings, fewest scoring ones, highest mean of the dials that count."""
    names = [name for name in card.dials if not (name == "voice" and draft.made.angle == OFF_PATTERN)]
    values = [dial.value for name in names if (dial := card.dials[name]).value is not None]
    blocking, scoring = (sum(1 for finding in card.findings if finding.level == level) for level in ("blocking", "scoring"))
    return blocking, scoring, -sum(value for value in values if value is not None) / max(len(values), 1)


def reason(draft: Draft, card: Scorecard) -> Words:
    """Why a draft has its rank, in both languages."""
    blocking, scoring, _ = key(draft, card)
    dials = ", ".join(f"{name} {dial.value:.0f}" for name, dial in card.dials.items() if dial.value is not None)
    off = OFF if draft.made.angle == OFF_PATTERN else both("", "")
    return REASON.fill(blocking=blocking, scoring=scoring, dials=dials, off=off)


def likeness(one: Copy, other: Copy) -> float:
    """How alike two drafts are, 0-100."""
    return fuzz.token_sort_ratio(one.text, other.text)


def repeats(copy: Copy, others: Sequence[Copy]) -> Copy | None:
    """The one among `others` that `copy` nearly repeats, or None."""
    return next((other for other in others if likeness(copy, other) >= ALIKE), None)


def spread(drafts: Sequence[Copy]) -> float:
    """How different the drafts of a set are, 0-1: one minus their mean likeness; 1 for a single draft."""
    pairs = [likeness(one, other) for number, one in enumerate(drafts) for other in drafts[:number]]
    return 1 - sum(pairs) / len(pairs) / 100 if pairs else 1.0
