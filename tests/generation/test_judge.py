"""The judge: pinned criteria, evidence that stands in the draft, several runs, agreement told; and it moves no dial."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from copilot.cli.making import judged, judged_row
from copilot.errors import ModelDenied, NeedsModel
from copilot.generation.judge import NAME, stands_in
from copilot.records import Brief, Copy
from copilot.service import Copilot
from copilot.testing import ScriptedModel

GOOD = {
    "subject": "A pack that leans",
    "preheader": "To the left, mostly.",
    "body": "This is the Drover pack. It costs £195. It leans to the left.",
    "call_to_action": "See the pack",
}


def brief() -> Brief:
    return Brief(brand="fettle-and-thole", channel="email", locale="en", product="the Drover pack", facts={"price": "£195", "fault": "it leans to the left"})


def run(*rows: tuple[int, str, str]) -> dict[str, Any]:
    return {"judgements": [{"number": number, "verdict": verdict, "evidence": evidence} for number, verdict, evidence in rows]}


def desk(make_copilot: Callable[..., Copilot], *answers: Any) -> tuple[Copilot, str, ScriptedModel]:
    model = ScriptedModel([GOOD, *answers])
    copilot = make_copilot(model)
    return copilot, copilot.write(brief(), 1).drafts[0].id, model


def test_what_runs_agree_on_counts_and_made_up_evidence_does_not(make_copilot: Callable[..., Copilot]) -> None:
    """Kept by two of three; broken by all; evidence that the draft does not hold is no vote; agreement is told for each."""
    copilot, draft, model = desk(
        make_copilot,
        run((1, "kept", "It leans to the left."), (2, "broken", "This is the Drover pack."), (3, "kept", "It is waterproof.")),
        run((1, "kept", "mostly"), (2, "broken", "This is the Drover pack."), (3, "kept", "It never leaks.")),
        run((1, "silent", ""), (2, "broken", "the Drover pack"), (3, "broken", "£195")),
    )
    found = copilot.judge(draft)
    first, second, third = found.judgements[:3]
    assert (first.vote, first.agreement, first.evidence) == ("kept", pytest.approx(0.667), ("It leans to the left.", "mostly"))
    assert (second.vote, second.agreement) == ("broken", 1.0)
    assert (third.vote, third.agreement, third.made_up) == (None, pytest.approx(0.333), 2)
    assert (found.runs, found.value) == (3, 50.0)
    assert found.tokens_in > 100
    asked = [request for request in model.requests if request.purpose == NAME]
    assert len({request.system for request in asked}) == 3
    assert [request.draw for request in asked] == [0, 1, 2]
    assert all("1. " in request.system and "2. " in request.system for request in asked)


def test_the_judge_moves_no_dial(make_copilot: Callable[..., Copilot]) -> None:
    """The voice dial gains a part; value, interval, whether it is measured and the verdict stay."""
    copilot, draft, _ = desk(make_copilot, run((1, "broken", "This is the Drover pack.")))
    review, found = copilot.review(draft), copilot.judge(draft)
    before, after = copilot.check_draft(review, "en"), copilot.check_draft(review, "en", found)
    assert [part.name for part in after.dials["voice"].parts] == [*(part.name for part in before.dials["voice"].parts), NAME]
    part = after.dials["voice"].parts[-1]
    assert (part.value, part.words) == (0.0, ("This is the Drover pack.",))
    assert "Does not move the dial" in part.why
    assert after.model_copy(update={"dials": before.dials}) == before
    assert after.dials["voice"].model_copy(update={"parts": ()}) == before.dials["voice"].model_copy(update={"parts": ()})


def test_a_run_that_fails_is_told_and_the_others_count(make_copilot: Callable[..., Copilot]) -> None:
    """One of three is garbage; two are left; where none comes through, the trouble is raised; offline it takes a model."""
    good = run((1, "kept", "mostly"))
    copilot, draft, _ = desk(make_copilot, "no JSON", "no JSON", good, good)
    found = copilot.judge(draft)
    assert (found.runs, len(found.troubles), found.judgements[0].vote) == (2, 1, "kept")
    assert len(list(judged(found, "fr"))) == 3
    assert "does not hold the fields" in judged_row(found)["troubles"][0]
    copilot, draft, _ = desk(make_copilot, {"error": "denied"})
    with pytest.raises(ModelDenied):
        copilot.judge(draft)
    copilot._model = lambda: None
    with pytest.raises(NeedsModel, match="cannot judge a draft"):
        copilot.judge(draft)


@pytest.mark.parametrize(
    ("words", "stands"), [("to the left", True), ("to  the\nleft", True), ("To The Left", False), ("", False), (" ", False), ("pack. To", False)]
)
def test_evidence_is_letter_by_letter(words: str, stands: bool) -> None:
    """Blanks apart, within one field."""
    assert stands_in(words, Copy(locale="en", fields={"a": "It leans to the left. A pack.", "b": "To go"})) == stands
