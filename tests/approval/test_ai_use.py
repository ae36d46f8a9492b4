"""The AI-use record: who and what made a text, in percent, in words and in marks."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.approval.ai_use import disclosure, human_share, marking, record
from copilot.records import Brief, Editor, Event, Making
from copilot.service import Copilot
from copilot.testing import ScriptedModel

NOW = datetime(2026, 11, 22, tzinfo=UTC)
BODY = "This is the Drover pack. It costs £195. It leans to the left."
GOOD = {"subject": "A pack that leans", "preheader": "To the left, mostly.", "body": BODY, "call_to_action": "See the pack"}


def brief() -> Brief:
    return Brief(brand="fettle-and-thole", channel="email", locale="en", product="the Drover pack", facts={"price": "£195", "fault": "it leans to the left"})


def edit(number: int, text: str, made: Making | None = None) -> Event:
    return Event(draft="d", number=number, kind="edited", who="Léa", at=NOW, text_hash="x", fields={"body": text}, made=made)


@pytest.mark.parametrize(
    ("first", "edits", "share"),
    [
        ("one two three four", [], 0.0),
        ("one two three four", ["one two three five"], 0.25),
        ("one two three four", ["one two"], 0.5),
        ("one two three four", ["one two three four five six seven eight"], 0.5),
        ("one two three four", ["all of this new"], 1.0),
        ("one two three four", ["one two three five", "one two three four"], 0.25),
    ],
)
def test_human_share_counts_words_that_people_changed(first: str, edits: list[str], share: float) -> None:
    """New words and words taken out count; a word put back by hand is a person's."""
    assert human_share([edit(number, text) for number, text in enumerate(edits, 2)], first) == pytest.approx(share)


def test_words_of_a_model_that_a_person_took_are_the_machines() -> None:
    """A change by a model adds nothing to the human share; an edit of it does."""
    made = Making(model="m")
    assert human_share([edit(2, "one two three five", made)], "one two three four") == 0
    assert human_share([edit(2, "one two", made)], "one two three four") == 0
    assert human_share([edit(2, "one two", made), edit(3, "one six")], "one two three four") == pytest.approx(0.5)


@given(st.text("ab .", max_size=30), st.lists(st.tuples(st.text("abc .", max_size=30), st.booleans()), max_size=4))
def test_the_share_is_a_share(first: str, edits: list[tuple[str, bool]]) -> None:
    """For any history it lies between 0 and 1, and is 0 where only models wrote."""
    events = [edit(number, text, Making(model="m") if model else None) for number, (text, model) in enumerate(edits, 2)]
    assert 0 <= human_share(events, first) <= 1
    if all(model for _, model in edits):
        assert human_share(events, first) == 0


def signed(make_copilot: Callable[..., Copilot], *answers: Any) -> tuple[Copilot, str]:
    copilot = make_copilot(ScriptedModel([GOOD, *answers], name="openai:gpt-9"))
    draft = copilot.write(brief(), 1).drafts[0].id
    return copilot, draft


def test_the_record_of_an_untouched_draft(make_copilot: Callable[..., Copilot]) -> None:
    """Model, prompt and hash, passages, tokens; nobody reviewed it, and the line says so in both languages."""
    copilot, draft = signed(make_copilot)
    use = record(copilot.review(draft))
    assert (use.model, use.human_percent, use.human_edits, use.reviewer) == ("openai:gpt-9", 0.0, 0, "")
    assert use.source_type == "trainedAlgorithmicMedia"
    assert [(step.task, step.prompt, len(step.prompt_hash)) for step in use.steps] == [("draft", "email/draft.en.v1", 64)]
    assert use.passages == copilot.review(draft).draft.made.passages != ()
    assert use.tokens_in > 100
    assert disclosure(use, "en") == "Text drafted with artificial intelligence (openai:gpt-9), not yet reviewed by a person."
    assert disclosure(use, "fr") == "Texte rédigé avec une intelligence artificielle (openai:gpt-9), pas encore relu par une personne."
    assert json.loads(use.model_dump_json())["draft"] == draft


def test_the_record_after_changes_an_edit_and_a_signature(make_copilot: Callable[..., Copilot]) -> None:
    """The change by the model is a step of its own; the edit by hand is in the percent; who signed is named with the day; another edit takes the name away."""
    copilot, draft = signed(make_copilot, {"text": "It leans left."})
    span = BODY.index("It leans"), len(BODY)
    changed = copilot.change(draft, "body", *span, "shorten")
    assert changed.proposal is not None
    copilot.take(draft, changed.proposal, changed.proposal.numbers, "Léa Martin")
    copilot.edit(draft, {"subject": "Canvas, mostly, and a slope"}, "Léa Martin")
    review = copilot.submit(draft, "Léa Martin")
    reasons = {finding.code: "test" for finding in copilot.check_draft(review).at_level("blocking")}
    review = copilot.approve(draft, Editor(name="Paul Roux"), review.draft.text_hash, reasons)
    use = record(review)
    assert [(step.task, step.by) for step in use.steps] == [("draft", "openai:gpt-9"), ("shorten", "Léa Martin")]
    assert use.source_type == "compositeWithTrainedAlgorithmicMedia"
    assert (use.human_edits, use.reviewer, use.overruled) == (1, "Paul Roux", reasons)
    assert 10 < use.human_percent < 40
    line = f"and edited by people ({use.human_percent:.0f}% of its words), reviewed and signed by Paul Roux on 22 November 2026."
    assert disclosure(use, "en").endswith(line)
    assert disclosure(use, "fr").endswith("\u202f% des mots), relu et signé par Paul Roux le 22/11/2026.")
    after = record(copilot.edit(draft, {"subject": "Canvas"}, "Léa Martin"))
    assert (after.reviewer, after.reviewed_at) == ("", None)


def test_marks_for_html_use_the_iptc_terms(make_copilot: Callable[..., Copilot]) -> None:
    """A full address of the vocabulary; a draft of the composer is no generative one."""
    copilot, draft = signed(make_copilot)
    tags = marking(copilot.review(draft))
    assert tags["digitalSourceType"] == "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    assert tags["ai-record"] == copilot.review(draft).draft.text_hash
    offline = make_copilot()
    composed = offline.review(offline.write(brief(), 1).drafts[0].id)
    assert marking(composed)["digitalSourceType"].endswith("/composite")
    assert "without generative artificial intelligence" in disclosure(record(composed), "en")
