"""Draft - check - repair - choose, for a set of drafts from a model.

Each candidate takes its own angle; they are asked for side by side. One that nearly repeats another is drawn again, once, told what not to repeat. Each is repaired by
precise edits within its share of the token budget. Candidates that fail leave a trouble; the others survive. Whoever waits hears how far each has come, and may stop: streams
are closed at their next piece, what was finished is kept.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from copilot.channels import Channel
from copilot.errors import ModelStopped, ModelTrouble
from copilot.generation import choose, write
from copilot.generation.angles import ANGLES, Angle, angles_for
from copilot.generation.privacy import Mask
from copilot.generation.prompts import Prompt
from copilot.generation.repair import Repaired, repair
from copilot.ports import Model
from copilot.records import BrandGuide, Brief, Context, Copy, Making, Record, Scorecard

T = TypeVar("T")
BEAT_S = 0.15
"""Seconds between two words on how far the candidates have come."""
TAIL = 60
"""Characters of what is being written that are shown while it is."""
FIRST_LINE = 80
"""Characters of a draft that are quoted to say what not to repeat."""


@dataclass(frozen=True)
class Workshop:
    """What a set of drafts is made with. `mask` holds the placeholders of the brief; `check` scores a copy; `rounds` and `budget_tokens` bound the repair of each draft."""

    model: Model | None
    brief: Brief
    guide: BrandGuide
    channel: Channel
    context: Context
    claims: tuple[str, ...]
    prompt: Prompt
    repairing: Prompt
    mask: Mask
    check: Callable[[Copy], Scorecard]
    rounds: int
    budget_tokens: int
    parallel: int
    on_text: Callable[[str], None] | None = None
    more: dict[str, Any] = field(default_factory=dict)
    """Inputs of the prompt beyond those of a draft."""

    def _values(self, angle: Angle, avoid: Sequence[str]) -> dict[str, Any]:
        instruction = f"{angle.label.say(self.brief.locale)}. {angle.instruction.say(self.brief.locale)}"
        if avoid:
            told = {"fr": "Ne commence comme aucun de ceux-ci : ", "en": "Do not begin like any of these: "}[self.brief.locale]
            instruction += " " + told + " / ".join(avoid)
        fill = write.example_values if self.prompt.head.name.startswith("continue") else write.prompt_values
        return fill(self.brief, self.guide, self.context, self.channel, self.claims, instruction) | self.more

    def first_request(self) -> tuple[str, str]:
        """The system and user message of the first candidate, masked, exactly as they would be sent."""
        return write.masked_prompt(self.prompt, self._values(ANGLES[0], ()), self.mask, self.brief.locale)

    def draft(self, angle: Angle, avoid: Sequence[str], on_text: Callable[[str], None] | None = None) -> Made:
        """One candidate from this angle, unlike the first lines in `avoid`. Raises: ModelTrouble."""
        assert self.model is not None  # without a model the composer drafts
        values = self._values(angle, avoid)
        heard = on_text or self.on_text
        return Made(*write.draft_with_model(self.model, self.prompt, values, self.brief, self.channel, self.mask, heard, angle.name))

    def mend(self, made: Made, on_text: Callable[[str], None] | None = None) -> Made:
        """The candidate after its repair: better, or the same."""
        assert self.model is not None  # the same
        copy = Copy(locale=self.brief.locale, channel=self.channel.name, fields=made.fields)
        values = write.prompt_values(self.brief, self.guide, self.context, self.channel, self.claims, "")
        done: Repaired = repair(
            self.model, self.repairing, copy, self.brief, self.channel, values, self.mask, self.check, self.rounds, self.budget_tokens, on_text
        )
        spent = {"tokens_in": made.making.tokens_in + done.tokens_in, "tokens_out": made.making.tokens_out + done.tokens_out}
        return Made(done.fields, made.making.model_copy(update={**spent, "repairs": done.kept}))


@dataclass(frozen=True)
class Made:
    """A candidate: its fields and how it came to be."""

    fields: dict[str, str]
    making: Making

    @property
    def first_line(self) -> str:
        """How it begins."""
        return next(iter(self.fields.values()), "").split("\n", 1)[0][:FIRST_LINE]


class Progress(Record):
    """How far one candidate has come: the angle it takes, characters heard so far, and the last of them."""

    angle: str
    heard: int = 0
    tail: str = ""
    state: Literal["writing", "mending", "done", "failed"] = "writing"


class Watch:
    """Hears all candidates as they are written and stops them when asked to. `on_progress` is called in the caller's thread, never in a candidate's."""

    def __init__(self, model: str, on_text: Callable[[str], None] | None, on_progress: Callable[[Sequence[Progress]], None] | None) -> None:
        self._model, self._on_text, self._on_progress = model, on_text, on_progress
        self._rows: list[Progress] = []
        self._stop, self._lock = threading.Event(), threading.Lock()
        self.interruption: BaseException | None = None

    def open(self, angle: str, state: Literal["writing", "mending"] = "writing") -> int:
        """A row for one more candidate, or one more repair; its number."""
        with self._lock:
            self._rows.append(Progress(angle=angle, state=state))
            return len(self._rows) - 1

    def hear(self, row: int) -> Callable[[str], None]:
        """What the model of this candidate speaks to. Raises ModelStopped there once stopped."""

        def heard(piece: str) -> None:
            now = self._rows[row]
            if self.stopped:
                raise ModelStopped(model=self._model, length=now.heard)
            self._rows[row] = now.model_copy(update={"heard": now.heard + len(piece), "tail": (now.tail + piece)[-TAIL:]})
            if self._on_text:
                self._on_text(piece)

        return heard

    def close(self, row: int, done: bool) -> None:
        """The candidate came to its end."""
        self._rows[row] = self._rows[row].model_copy(update={"state": "done" if done else "failed"})

    @property
    def stopped(self) -> bool:
        """Whether somebody asked to stop."""
        return self._stop.is_set()

    def gather(self, waiting: Sequence[Future[T]]) -> list[T | None]:
        """The results, in order; None for what was stopped. Whatever interrupts the wait (Ctrl-C, a closed page, a fault of ours) stops the candidates."""
        left = set(waiting)
        while left:
            try:
                ended, left = wait(left, timeout=BEAT_S)
                if self._on_progress and not self.stopped:
                    self._on_progress(tuple(self._rows))
                for one in ended:
                    one.result()
            except BaseException as interruption:  # noqa: BLE001  # of whatever kind, it must close the streams first; `Drawn` carries it on
                self.interruption = self.interruption or interruption
                self._stop.set()
                left = {one for one in left if not one.cancel()}
        return [None if one.cancelled() or one.exception() else one.result() for one in waiting]


@dataclass(frozen=True)
class Drawn:
    """What a set came to: candidates, troubles of those that failed, and what interrupted it, if anything did."""

    made: list[Made]
    troubles: list[ModelTrouble]
    interruption: BaseException | None = None


def draft_set(
    shop: Workshop, count: int, used: int, before: Sequence[str], on_progress: Callable[[Sequence[Progress]], None] | None = None, angles: Sequence[Angle] = ()
) -> Drawn:
    """At most `count` candidates, repaired, no two nearly the same.

    used: how many drafts of this brief took a plain angle before, which moves the angles on; before: first lines of its earlier drafts, not to be repeated;
    angles: to take instead of those that are due.
    """
    angles = angles or angles_for(count, used)
    troubles: list[ModelTrouble] = []
    watch = Watch(shop.model.name if shop.model else "", shop.on_text, on_progress)

    def tried(angle: Angle, avoid: Sequence[str]) -> Made | None:
        row = watch.open(angle.name)
        made = None
        try:
            made = shop.draft(angle, avoid, watch.hear(row))
        except ModelTrouble as trouble:
            troubles.append(trouble)
        finally:
            watch.close(row, made is not None)
        return made

    def mended(made: Made) -> Made:
        row = watch.open(made.making.angle, "mending")
        try:
            return shop.mend(made, watch.hear(row))
        finally:
            watch.close(row, True)

    with ThreadPoolExecutor(max_workers=max(1, min(count, shop.parallel))) as pool:
        first = watch.gather([pool.submit(tried, angle, before) for angle in angles])
        kept: list[Made] = []
        for angle, made in zip(angles, first, strict=True):
            if made and _repeats(made, kept, shop) and not watch.stopped:
                (made,) = watch.gather([pool.submit(tried, angle, [*before, *(other.first_line for other in kept)])])
            if made and not _repeats(made, kept, shop):
                kept.append(made)
        if not watch.stopped:
            kept = [after or made for after, made in zip(watch.gather([pool.submit(mended, made) for made in kept]), kept, strict=True)]
    return Drawn(kept, troubles, watch.interruption)


def _repeats(made: Made, others: Sequence[Made], shop: Workshop) -> bool:
    def copy(one: Made) -> Copy:
        return Copy(locale=shop.brief.locale, channel=shop.channel.name, fields=one.fields)

    return choose.repeats(copy(made), [copy(other) for other in others]) is not None
