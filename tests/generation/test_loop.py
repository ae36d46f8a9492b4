"""Draft - check - repair - choose: never worse, never the same twice, every choice with its reason."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.channels import find_channel
from copilot.generation.angles import ANGLES, OFF_PATTERN, angles_for
from copilot.generation.repair import edits_for, is_better
from copilot.language.diff import hunks, take
from copilot.ports import ModelReply, ModelRequest
from copilot.records import Brief, Copy, Dial, Finding, Scorecard
from copilot.service import Copilot
from copilot.testing import ScriptedModel

GOOD = {
    "subject": "A pack that leans",
    "preheader": "To the left, mostly.",
    "body": "This is the Drover pack. It costs £195. It leans to the left.",
    "call_to_action": "See the pack",
}
FILLER = "Put it down gently and mind your foot. Priya sewed the belt. Canvas dries slowly, so hang it by the stove. Olive shows the mud less than peat."
BAD = {**GOOD, "body": f"This is the Drover pack. It lasts 99 years. It leans to the left. {FILLER}"}


def brief(**more: Any) -> Brief:
    return Brief(
        brand="fettle-and-thole", channel="email", locale="en", product="the Drover pack", facts={"price": "£195", "fault": "it leans to the left"}, **more
    )


def edits(*texts: str) -> dict[str, Any]:
    return {"edits": [{"number": number, "text": text} for number, text in enumerate(texts, 1)]}


def test_a_finding_goes_back_as_its_sentence_and_nothing_else_moves(make_copilot: Callable[..., Copilot]) -> None:
    """The model gets the one sentence with what is wrong; only that sentence changes; the figure is gone."""
    model = ScriptedModel([BAD, edits("It lasts.")])
    draft = make_copilot(model, repair_rounds=2).write(brief(), 1).drafts[0]
    assert draft.fields == {**BAD, "body": BAD["body"].replace("It lasts 99 years.", "It lasts.")}
    assert draft.made.repairs == 1
    asked = model.requests[1]
    assert asked.purpose == "repair"
    assert "1. It lasts 99 years." in asked.user
    assert "mind your foot" not in asked.user


def test_a_repair_that_invents_a_figure_is_dropped(make_copilot: Callable[..., Copilot]) -> None:
    """Another unsupported figure in its place: the draft stays as it was."""
    model = ScriptedModel([BAD, edits("It lasts 88 years.")])
    draft = make_copilot(model, repair_rounds=1).write(brief(), 1).drafts[0]
    assert (draft.fields, draft.made.repairs) == (BAD, 0)


def test_of_two_edits_the_one_that_helps_is_kept(make_copilot: Callable[..., Copilot]) -> None:
    """Edits that fail together are tried one by one."""
    bad = {**BAD, "subject": "Limited time offer: a pack"}

    class Mender(ScriptedModel):
        """Mends the subject and worsens the figure."""

        def reply(self, request: ModelRequest, on_text: Callable[[str], None] | None = None) -> ModelReply:
            if request.purpose != "repair":
                return super().reply(request, on_text)
            numbered = re.findall(r"^(\d+)\. (.+)$", request.user, re.MULTILINE)
            new = [{"number": int(number), "text": "A pack that leans" if "Limited" in text else "It lasts 77 years."} for number, text in numbered]
            return ModelReply(text=json.dumps({"edits": new}))

    draft = make_copilot(Mender([bad]), repair_rounds=1).write(brief(), 1).drafts[0]
    assert draft.fields == {**BAD, "subject": "A pack that leans"}


@pytest.mark.parametrize("answer", ["no", {"error": "refused"}, {"error": "cut", "text": "{"}, {"edits": []}, {"edits": [{"number": 9, "text": "x"}]}])
def test_trouble_in_a_repair_costs_nothing(make_copilot: Callable[..., Copilot], answer: Any) -> None:
    """Garbage, refusal, a cut, no edits, an unknown number: the draft survives as it was."""
    draft = make_copilot(ScriptedModel([BAD, answer]), repair_rounds=2).write(brief(), 1).drafts[0]
    assert draft.fields == BAD


def test_repair_keeps_its_budget(make_copilot: Callable[..., Copilot]) -> None:
    """With no tokens to spend, nothing is asked."""
    model = ScriptedModel([BAD, edits("It lasts.")])
    make_copilot(model, repair_rounds=5, repair_tokens=0).write(brief(), 1)
    assert len(model.requests) == 1


def card(weight: str, voice: float, *truths: str) -> Scorecard:
    dial = Dial(value=voice, low=0, high=100, measured=True, why="")
    found = [
        Finding(code="AUT001", name="x", level="scoring", field="a", start=0, end=1, text=str(n), message="", suggestion="", source="")
        for n in range(int(weight))
    ]
    found += [Finding(code="GRD001", name="x", level="scoring", field="a", start=0, end=1, text=t, message="", suggestion="", source="") for t in truths]
    return Scorecard(brand="b", text_hash="h", verdict="needs work", dials={"voice": dial, "authenticity": dial, "compliance": dial}, findings=tuple(found))


@given(
    st.integers(0, 4),
    st.integers(0, 4),
    st.floats(0, 100),
    st.floats(0, 100),
    st.lists(st.sampled_from("abc"), max_size=3),
    st.lists(st.sampled_from("abc"), max_size=3),
)
def test_better_means_no_dial_falls_and_no_new_untruth(before: int, after: int, old: float, new: float, truths: list[str], now: list[str]) -> None:
    """For any two scorecards: better implies fewer findings by weight, dials not lower, truths a subset."""
    one, two = card(str(before), old, *truths), card(str(after), new, *now)
    if is_better(one, two):
        assert len(two.findings) < len(one.findings)
        assert new >= old - 100 / 8  # the interval of these dials is the whole scale
        assert set(now) <= set(truths)
    assert not is_better(one, one)


def test_candidates_take_different_angles_and_one_leaves_the_pattern(make_copilot: Callable[..., Copilot]) -> None:
    """Three drafts, three angles, the last off-pattern, labelled and not ranked by voice; the next turn begins elsewhere."""
    bodies = (
        "Priya sewed the Drover pack. It costs £195.",
        "Somebody asked why it leans. Nobody here knows.",
        "Canvas, mostly. You'll carry the rest of the week in it.",
        "Your old one will do another year. Then there's this.",
        "Left shoulder first. That's the trick with the Drover pack.",
        "One pack, £195, and a slope to the left that we can't explain.",
    )
    heads = ("A pack that leans", "Why, though", "Olive shows the mud", "Keep yours", "Left first", "We tried")
    replies = [
        {"subject": head, "preheader": body[::-1][:20].strip(), "body": body, "call_to_action": head.upper()} for head, body in zip(heads, bodies, strict=True)
    ]
    model = ScriptedModel(replies)
    copilot = make_copilot(model)
    first = copilot.write(brief(), 3)
    assert sorted(draft.made.angle for draft in first.drafts) == sorted([ANGLES[0].name, ANGLES[1].name, OFF_PATTERN])
    off = next(number for number, draft in enumerate(first.drafts) if draft.made.angle == OFF_PATTERN)
    assert "not judged by its likeness to the past" in first.reasons[off].en
    assert 0 < first.spread <= 1
    second = copilot.write(brief(), 3)
    assert {d.made.angle for d in second.drafts} & {d.made.angle for d in first.drafts} == {OFF_PATTERN}
    assert "Do not begin like any of these: " in model.requests[3].user
    assert [a.name for a in angles_for(2, 0)] != [a.name for a in angles_for(2, 1)]


def test_a_repeat_is_drawn_again_and_dropped_if_it_repeats_once_more(make_copilot: Callable[..., Copilot]) -> None:
    """The second candidate repeats the first: it is asked for again; still the same, it is left out."""
    model = ScriptedModel([GOOD])
    written = make_copilot(model).write(brief(), 2)
    assert len(written.drafts) == 1
    assert len(model.requests) == 3


def test_short_fields_are_rewritten_whole_within_their_limit() -> None:
    """A headline is one edit with its limit; a long body is cut to the sentence."""
    copy = Copy(locale="en", channel="google_rsa", fields={"headline_1": "Act now for boots"})
    finding = Finding(code="PRS001", name="x", level="scoring", field="headline_1", start=0, end=7, text="Act now", message="m", suggestion="s", source="")
    (edit,) = edits_for(copy, [finding], find_channel("google_rsa"))
    assert (edit.start, edit.end, edit.limit) == (0, 17, 30)


@given(st.text("ab c.,é'", max_size=60), st.text("ab c.,é'", max_size=60), st.data())
def test_a_diff_can_be_taken_piece_by_piece(old: str, new: str, data: st.DataObject) -> None:
    """None is the old text, all the new one, and any choice changes only its own pieces."""
    changes = hunks(old, new)
    assert take(old, changes, ()) == old
    assert take(old, changes, {hunk.number for hunk in changes}) == new
    for hunk in changes:
        assert old[hunk.start : hunk.end] == hunk.old
    chosen = data.draw(st.sets(st.sampled_from([hunk.number for hunk in changes]))) if changes else set()
    rest = "".join(old[a.end : b.start] for a, b in zip([*changes], [*changes][1:], strict=False))
    assert all(piece in take(old, changes, chosen) for piece in [rest] if len(changes) == 2)


def test_requests_share_their_beginning(make_copilot: Callable[..., Copilot]) -> None:
    """All candidates of a brief send the same system text and the same user text up to the angle: provider caches hit."""
    model = ScriptedModel([GOOD])
    make_copilot(model).write(brief(), 2)
    first, second = model.requests[:2]
    assert first.system == second.system
    common = next((n for n, (a, b) in enumerate(zip(first.user, second.user, strict=False)) if a != b), 0)
    assert common > 0.8 * min(len(first.user), len(second.user))


def test_off_pattern_needs_three() -> None:
    """One or two drafts keep to the pattern."""
    assert OFF_PATTERN not in [angle.name for count in (1, 2) for angle in angles_for(count, 0)]
    assert angles_for(3, 0)[-1].name == OFF_PATTERN
