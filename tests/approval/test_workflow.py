"""Promise 1: nothing is final without a named person, on one exact text."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from copilot.approval import workflow
from copilot.approval.workflow import Kind, replay, step
from copilot.errors import NotAllowed
from copilot.records import Dial, Draft, Editor, Event, Finding, Making, Review, Scorecard
from copilot.service import Copilot
from copilot.testing import fixed_clock, sample_brief

KINDS: tuple[Kind, ...] = ("edited", "submitted", "changes requested", "rejected", "approved", "exported")


def draft(subject: str = "The zip is stiff") -> Draft:
    return Draft(id="d1", locale="en", channel="email", fields={"subject": subject}, brief=sample_brief(), made=Making(model="offline"), created=fixed_clock())


def card(one: Draft, *codes: str) -> Scorecard:
    findings = tuple(
        Finding(code=code, name="x", level="blocking", field="subject", start=0, end=1, text="T", message="m", suggestion="s", source="s") for code in codes
    )
    dials = {name: Dial.unmeasured("") for name in ("voice", "authenticity", "compliance")}
    return Scorecard(brand="b", text_hash=one.text_hash, verdict="blocked" if codes else "ready for review", dials=dials, findings=findings)  # type: ignore[arg-type]


def after(one: Draft, *events: Event) -> Review:
    return replay(one, [workflow.created(one, "offline"), *events])


def submitted(one: Draft) -> Review:
    event, _ = step(after(one), "submitted", "Léa", fixed_clock())
    return after(one, event)


def test_no_sequence_of_steps_reaches_approved_but_through_an_approval() -> None:
    """All sequences of four steps: a state is `approved` only if the last change of words was followed by an approval of those very words."""
    for kinds in itertools.product(KINDS, repeat=4):
        one = draft()
        events = [workflow.created(one, "offline")]
        for number, kind in enumerate(kinds):
            review = replay(one, events)
            fields = {"subject": f"words {number}"} if kind == "edited" else None
            now = review.draft
            try:
                event, state = step(review, kind, "Léa", fixed_clock(), note="n", fields=fields, text_hash=now.text_hash, scorecard=card(now))
            except NotAllowed:
                continue
            events.append(event)
            assert replay(one, events).state == state
        last = replay(one, events)
        decisive = [event for event in events if event.kind != "exported"]
        assert (last.state == "approved") == (decisive[-1].kind == "approved")
        if last.approval:
            assert last.approval.text_hash == last.draft.text_hash


@pytest.mark.parametrize("who", ["", "   "])
def test_a_decision_needs_a_name(who: str) -> None:
    """No name, no step."""
    with pytest.raises(NotAllowed, match="needs a name"):
        step(after(draft()), "submitted", who, fixed_clock())


def test_approval_is_for_one_text() -> None:
    """Another hash, or a scorecard of another text, is refused."""
    review = submitted(draft())
    other = draft("Other words")
    with pytest.raises(NotAllowed, match="changed since it was read"):
        step(review, "approved", "Paul", fixed_clock(), text_hash=other.text_hash, scorecard=card(other))
    with pytest.raises(NotAllowed, match="changed since it was read"):
        step(review, "approved", "Paul", fixed_clock(), text_hash=review.draft.text_hash, scorecard=card(other))


def test_blocking_findings_want_a_reason_each_that_is_kept() -> None:
    """Two blocking rules: a reason for one is not enough, blank reasons do not count, reasons stand in the approval."""
    review = submitted(draft())
    found = card(review.draft, "LAW001", "PRV001")

    def approve(waived: dict[str, str]) -> Event:
        return step(review, "approved", "Paul", fixed_clock(), text_hash=review.draft.text_hash, scorecard=found, waived=waived)[0]

    with pytest.raises(NotAllowed, match="PRV001"):
        approve({"LAW001": "certificate in the file"})
    with pytest.raises(NotAllowed, match="LAW001"):
        approve({"LAW001": "  ", "PRV001": "own number"})
    with pytest.raises(NotAllowed, match="No blocking finding has the code AUT001"):
        approve({"LAW001": "a", "PRV001": "b", "AUT001": "c"})
    event = approve({"LAW001": "certificate in the file ", "PRV001": "own number"})
    approval = after(review.draft, *review.history[1:], event).approval
    assert approval is not None
    assert approval.waived == {"LAW001": "certificate in the file", "PRV001": "own number"}


def test_refusal_and_changes_want_words() -> None:
    """Sending back or refusing says why."""
    for kind in ("rejected", "changes requested"):
        with pytest.raises(NotAllowed, match="--note"):
            step(submitted(draft()), kind, "Paul", fixed_clock())  # type: ignore[arg-type]


def test_history_is_append_only(make_copilot: Callable[..., Copilot], tmp_path: Path) -> None:
    """The database itself refuses to change or remove an event."""
    copilot = make_copilot()
    copilot._ledger().add(draft(), workflow.created(draft(), "offline"))
    with sqlite3.connect(tmp_path / "store" / "centaur.db") as connection:
        for statement in ("UPDATE events SET data = ''", "DELETE FROM events"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                connection.execute(statement)
    connection.close()


def test_of_two_editors_the_second_is_told(make_copilot: Callable[..., Copilot]) -> None:
    """An edit made on an old revision is refused, and the first one stands."""
    copilot = make_copilot()
    one = draft()
    copilot._ledger().add(one, workflow.created(one, "offline"))
    copilot.edit(one.id, {"subject": "Léa's words"}, "Léa", revision=1)
    with pytest.raises(NotAllowed, match="has changed since you opened it"):
        copilot.edit(one.id, {"subject": "Paul's words"}, "Paul", revision=1)
    assert copilot.review(one.id).draft.fields == {"subject": "Léa's words"}


def test_sign_saves_hands_in_and_approves_the_words_on_the_desk(make_copilot: Callable[..., Copilot]) -> None:
    """One click of the editor leaves the whole trail."""
    copilot = make_copilot()
    brief = sample_brief().model_copy(update={"brand": "fettle-and-thole"})
    rest = {
        "preheader": "Agnes has mended it.",
        "body": "Hello, your jacket is on the peg by the door. Come in before noon.",
        "call_to_action": "See the hours",
    }
    one = draft().model_copy(update={"brief": brief, "fields": {"subject": "Your jacket is done", **rest}})
    copilot._ledger().add(one, workflow.created(one, "offline"))
    review = copilot.sign(one.id, {"subject": "Your jacket is ready", **rest}, Editor(name="Paul"), 1)
    assert [event.kind for event in review.history] == ["created", "edited", "submitted", "approved"]
    assert review.draft.fields == {"subject": "Your jacket is ready", **rest}
    copilot.edit(one.id, {"subject": "Nearly ready"}, "Léa")
    with pytest.raises(NotAllowed, match="cannot be exported"):
        copilot.export(one.id, "Léa")


def test_a_refused_signature_leaves_the_draft_as_it_was(make_copilot: Callable[..., Copilot]) -> None:
    """A blocking finding without a reason: neither the edit nor the handing in is recorded."""
    copilot = make_copilot()
    brief = sample_brief().model_copy(update={"brand": "fettle-and-thole"})
    one = draft().model_copy(update={"brief": brief})
    copilot._ledger().add(one, workflow.created(one, "offline"))
    with pytest.raises(NotAllowed, match="Blocking findings are open"):
        copilot.sign(one.id, {"subject": "As an AI language model, I cannot mend it"}, Editor(name="Paul"), 1)
    review = copilot.review(one.id)
    assert (review.state, review.revision, review.draft.fields) == ("draft", 1, one.fields)
