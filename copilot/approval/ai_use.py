"""The AI-use record of a draft: what made it, what people did with it, who answers for it. As JSON, as a line to print, and as marks for HTML.

Marks follow the IPTC vocabulary of digital source types (cv.iptc.org/newscodes/digitalsourcetype, version of 2024-10-23), which C2PA and schema.org
(`digitalSourceType`) use too. It was made for images; Google's Merchant API applies it to text. No standard names a meta tag for text: we use the property's own name.
EU AI Act, art. 50, applies since 2 August 2026: providers of models mark their output; a deployer must disclose text that informs the public on matters of public
interest unless a person has reviewed it and answers for it. Ordinary copy is mostly outside. So the record keeps who reviewed and when; this is no legal advice.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from difflib import SequenceMatcher
from typing import Literal

from copilot import __version__
from copilot.language.diff import units
from copilot.language.words import both
from copilot.records import Event, Locale, Making, Record, Review

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"
SourceType = Literal["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "composite"]


class Step(Record):
    """One use of a model for this draft: drafting it, or changing words of it."""

    model: str
    task: str
    prompt: str
    prompt_hash: str
    tokens_in: int
    tokens_out: int
    at: datetime
    by: str
    """Who asked for it or took it; for a draft the model itself."""


class AiUse(Record):
    """How a draft came to be. `human_percent`: words that people changed, of all words; `text_hash`: the text that the record is about."""

    draft: str
    text_hash: str
    brand: str
    channel: str
    locale: Locale
    source_type: SourceType
    model: str
    steps: tuple[Step, ...]
    passages: tuple[str, ...]
    origin: str = ""
    repairs: int
    tokens_in: int
    tokens_out: int
    human_percent: float
    human_edits: int
    """Edits by hand, by anybody."""
    reviewer: str = ""
    reviewed_at: datetime | None = None
    overruled: dict[str, str]
    made_with: str


def record(review: Review) -> AiUse:
    """The AI-use record of a draft as it stands. The reviewer is who signed exactly this text; empty while nobody did."""
    draft, approval = review.draft, review.approval
    steps = [_step(draft.made, "draft", draft.created, draft.made.model)]
    steps += [_step(event.made, event.note, event.at, event.who) for event in review.history if event.made is not None]
    model_steps = [step for step in steps if step.model != "offline"]
    by_hand = [event for event in review.history if event.kind == "edited" and event.made is None]
    share = human_share(review.history, "\n".join(review.first.values()))
    source: SourceType = "composite"
    if model_steps:
        source = "compositeWithTrainedAlgorithmicMedia" if by_hand or steps[0].model == "offline" else "trainedAlgorithmicMedia"
    return AiUse(
        draft=draft.id,
        text_hash=draft.text_hash,
        brand=draft.brief.brand,
        channel=draft.channel,
        locale=draft.locale,
        source_type=source,
        model=model_steps[0].model if model_steps else "offline",
        steps=tuple(steps),
        passages=draft.made.passages,
        origin=draft.made.origin,
        repairs=draft.made.repairs,
        tokens_in=sum(step.tokens_in for step in steps),
        tokens_out=sum(step.tokens_out for step in steps),
        human_percent=round(100 * share, 1),
        human_edits=len(by_hand),
        reviewer=approval.editor.name if approval else "",
        reviewed_at=approval.at if approval else None,
        overruled=approval.waived if approval else {},
        made_with=f"Centaur {__version__}",
    )


def _step(made: Making, task: str, at: datetime, by: str) -> Step:
    return Step(
        model=made.model, task=task, prompt=made.prompt, prompt_hash=made.prompt_hash, tokens_in=made.tokens_in, tokens_out=made.tokens_out, at=at, by=by
    )


def human_share(history: Sequence[Event], first: str) -> float:
    """Share of words that people changed, 0-1: words of the machine that are gone or new words of people, of the longer of what the machine offered and what
    stands. Words that a model wrote and a person only took count as the machine's."""
    words = [(word, False) for word in _words(first)]
    offered = len(words)
    for event in history:
        if event.kind != "edited" or event.fields is None:
            continue
        after = _words("\n".join(event.fields.values()))
        if event.made is not None:
            offered += len(after) - len(words)
        blocks = SequenceMatcher(None, [word for word, _ in words], after, autojunk=False).get_matching_blocks()
        kept = {block.b + number: words[block.a + number][1] for block in blocks for number in range(block.size)}
        words = [(word, kept.get(place, event.made is None)) for place, word in enumerate(after)]
    machine = sum(not human for _, human in words)
    longest = max(offered, len(words))
    return 1 - machine / longest if longest else 0.0


def _words(text: str) -> list[str]:
    return [unit for unit in units(text) if not unit.isspace()]


LINES = {
    "trainedAlgorithmicMedia": both(
        "Text drafted with artificial intelligence ({model}){reviewed}.", "Texte rédigé avec une intelligence artificielle ({model}){reviewed}."
    ),
    "compositeWithTrainedAlgorithmicMedia": both(
        "Text drafted with artificial intelligence ({model}) and edited by people ({percent} % of its words){reviewed}.",
        "Texte rédigé avec une intelligence artificielle ({model}) et retravaillé par des personnes ({percent} % des mots){reviewed}.",
    ),
    "composite": both(
        "Text put together from our own earlier copy, without generative artificial intelligence{reviewed}.",
        "Texte composé à partir de nos propres textes, sans intelligence artificielle générative{reviewed}.",
    ),
}
REVIEWED = both(", reviewed and signed by {who} on {day}", ", relu et signé par {who} le {day}")
UNREVIEWED = both(", not yet reviewed by a person", ", pas encore relu par une personne")


def disclosure(use: AiUse, locale: Locale) -> str:
    """A line to print under the text, in French or English."""
    reviewed = UNREVIEWED.say(locale)
    if use.reviewed_at is not None:
        day = f"{use.reviewed_at:%d/%m/%Y}" if locale == "fr" else f"{use.reviewed_at.day} {use.reviewed_at:%B %Y}"
        reviewed = REVIEWED.say(locale, who=use.reviewer, day=day)
    percent = f"{use.human_percent:.0f}"
    line = LINES[use.source_type].say(locale, model=use.model, percent=percent, reviewed=reviewed)
    return line.replace(" %", "\u202f%") if locale == "fr" else line.replace(" %", "%")


def marking(review: Review) -> dict[str, str]:
    """Names and contents of meta tags for an HTML page with this text."""
    use = record(review)
    return {"digitalSourceType": IPTC + use.source_type, "generator": use.made_with, "ai-disclosure": disclosure(use, use.locale), "ai-record": use.text_hash}
