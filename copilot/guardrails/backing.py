"""What stands behind each sentence: a fact of the brief, a claim, a past passage, or nothing. And the facts that no field uses.

A fact backs a sentence that prints its value or its figure; a claim or passage backs one that says the same in nearly the same words.
"Nothing" is no verdict: an aside needs no evidence. It is where a person looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rapidfuzz import fuzz

from copilot.guardrails.grounds import Stated, squeeze
from copilot.language.figures import figures
from copilot.language.prose import Prose
from copilot.records import Brief, Claim, Copy, Passage, Record

SAME_WORDS = 88.0
"""Similarity (0-100, rapidfuzz partial token-set over letters and digits) from which a sentence says what a claim or passage says."""
LEAST_LETTERS = 12
"""Shorter sentences are not compared with passages: everything resembles them."""


class Backing(Record):
    """A sentence at start..end of a field and what stands behind it. `source` names the fact, claim or passage; empty for nothing."""

    field: str
    start: int
    end: int
    text: str
    kind: Literal["fact", "claim", "passage", "nothing"]
    source: str = ""


class Grounding(Record):
    """Every sentence with its backing, and the facts of the brief that no field uses."""

    sentences: tuple[Backing, ...]
    unused_facts: tuple[str, ...]

    @property
    def backed_share(self) -> float:
        """Share of sentences with a fact or claim behind them, 0-1; 0 without sentences."""
        return sum(1 for one in self.sentences if one.kind in ("fact", "claim")) / len(self.sentences) if self.sentences else 0.0


def ground(copy: Copy, brief: Brief, claims: Sequence[Claim], passages: Sequence[Passage]) -> Grounding:
    """What stands behind each sentence of `copy`. claims: those in force; passages: those the draft could lean on."""
    facts = {name: Stated((value,), copy.locale) for name, value in brief.facts.items()}
    claim_texts = [(claim.id, squeeze(text)) for claim in claims for text in claim.texts(copy.locale)]
    passage_texts = [(passage.id, squeeze(passage.text)) for passage in passages]
    sentences: list[Backing] = []
    for key, text in copy.fields.items():
        prose = Prose(text, copy.locale)
        for start, end in prose.sentences:
            kind, source = _behind(prose.text[start:end], copy, brief, facts, claim_texts, passage_texts)
            first, last = prose.original(start, end)
            sentences.append(Backing(field=key, start=first, end=last, text=prose.text[start:end], kind=kind, source=source))
    whole = squeeze(copy.text)
    printed = [figure for text in copy.fields.values() for figure in figures(Prose(text, copy.locale), words=True)]
    unused = [
        name
        for name, value in brief.facts.items()
        if squeeze(value) not in whole and not (facts[name].figures and all(any(f.agrees(p) for p in printed) for f in facts[name].figures))
    ]
    return Grounding(sentences=tuple(sentences), unused_facts=tuple(unused))


def _behind(
    sentence: str, copy: Copy, brief: Brief, facts: dict[str, Stated], claims: list[tuple[str, str]], passages: list[tuple[str, str]]
) -> tuple[Literal["fact", "claim", "passage", "nothing"], str]:
    squeezed = squeeze(sentence)
    found = figures(Prose(sentence, copy.locale), words=True)
    used = [
        name
        for name, value in brief.facts.items()
        if (squeeze(value) and f" {squeeze(value)} " in f" {squeezed} ") or any(facts[name].holds_figure(figure) for figure in found if figure.unit)
    ]
    if used:
        return "fact", ", ".join(used)
    for name, text in claims:
        if len(text) >= LEAST_LETTERS and (text in squeezed or fuzz.token_set_ratio(text, squeezed) >= SAME_WORDS):
            return "claim", name
    if len(squeezed) >= LEAST_LETTERS:
        for name, text in passages:
            if squeezed in text or fuzz.partial_ratio(squeezed, text, score_cutoff=SAME_WORDS):
                return "passage", name
    return "nothing", ""
