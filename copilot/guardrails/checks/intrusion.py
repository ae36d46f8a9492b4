"""How near a text comes to its reader, 0-4: none, by name, by a declared preference, by behaviour, by something sensitive.

From the slots that it uses and from what the rules of the families CRP and PRV find in its words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Rule
from copilot.guardrails.rules.pressure.crp001_observed_behaviour import observed_behaviour
from copilot.guardrails.rules.pressure.crp002_exact_visit import exact_visit
from copilot.guardrails.rules.pressure.crp003_inferred_trait import inferred_trait
from copilot.guardrails.rules.pressure.crp005_surveillance_tone import surveillance_tone
from copilot.guardrails.rules.privacy.prv008_sensitive_data import sensitive_data
from copilot.language.slots import BEHAVIOUR, SENSITIVE, nearness, slots
from copilot.language.words import Words, both
from copilot.records import Slot

LEVELS: tuple[Words, ...] = (
    both("not personal", "rien de personnel"),
    both("by name", "par le nom"),
    both("by a declared preference", "par une préférence déclarée"),
    both("by what the reader did", "par ce que le lecteur a fait"),
    both("by something sensitive", "par une chose sensible"),
)
SIGNS: tuple[tuple[Rule, int], ...] = (
    (observed_behaviour, BEHAVIOUR),
    (exact_visit, BEHAVIOUR),
    (surveillance_tone, BEHAVIOUR),
    (inferred_trait, SENSITIVE),
    (sensitive_data, SENSITIVE),
)
"""Rules whose findings speak of the reader, and how near they come."""


class Sign(NamedTuple):
    """What brings a text near at start..end of a field: how near (1-4), and the slot's name, empty for words."""

    level: int
    key: str
    start: int
    end: int
    slot: str


def signs(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Sign]:
    """Everything in `texts` that speaks to the reader as a person, field by field."""
    declared: Mapping[str, Slot] = grounds.brief.attributes if grounds.brief else {}
    for text in texts:
        for use in slots(text.prose.text, declared):
            slot = declared.get(use.name)
            yield Sign(nearness(use.name, slot.kind if slot else None), text.key, use.start, use.end, use.name)
        for rule, level in SIGNS:
            anchors = rule.anchors.get(grounds.locale, ())
            if not anchors or any(anchor in text.prose.scan for anchor in anchors):
                for hit in rule.function(text, grounds):
                    yield Sign(level, text.key, hit.start, hit.end, "")
