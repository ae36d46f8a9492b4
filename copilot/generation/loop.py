"""Draft - check - repair - choose, for a set of drafts from a model.

Each candidate takes its own angle; they are asked for side by side. One that nearly repeats another is drawn again, once, told what not to repeat. Each is repaired by
precise edits within its share of the token budget. Candidates that fail leave a trouble; the others survive.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from copilot.channels import Channel
from copilot.errors import ModelTrouble
from copilot.generation import choose, write
from copilot.generation.angles import ANGLES, Angle, angles_for
from copilot.generation.privacy import Mask
from copilot.generation.prompts import Prompt
from copilot.generation.repair import Repaired, repair
from copilot.ports import Model
from copilot.records import BrandGuide, Brief, Context, Copy, Making, Scorecard

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

    def _values(self, angle: Angle, avoid: Sequence[str]) -> dict[str, Any]:
        instruction = f"{angle.label.say(self.brief.locale)}. {angle.instruction.say(self.brief.locale)}"
        if avoid:
            told = {"fr": "Ne commence comme aucun de ceux-ci : ", "en": "Do not begin like any of these: "}[self.brief.locale]
            instruction += " " + told + " / ".join(avoid)
        fill = write.example_values if self.prompt.head.name.startswith("continue") else write.prompt_values
        return fill(self.brief, self.guide, self.context, self.channel, self.claims, instruction)

    def first_request(self) -> tuple[str, str]:
        """The system and user message of the first candidate, masked, exactly as they would be sent."""
        return write.masked_prompt(self.prompt, self._values(ANGLES[0], ()), self.mask, self.brief.locale)

    def draft(self, angle: Angle, avoid: Sequence[str]) -> Made:
        """One candidate from this angle, unlike the first lines in `avoid`. Raises: ModelTrouble."""
        assert self.model is not None  # without a model the composer drafts
        values = self._values(angle, avoid)
        return Made(*write.draft_with_model(self.model, self.prompt, values, self.brief, self.channel, self.mask, self.on_text, angle.name))

    def mend(self, made: Made) -> Made:
        """The candidate after its repair: better, or the same."""
        assert self.model is not None  # the same
        copy = Copy(locale=self.brief.locale, channel=self.channel.name, fields=made.fields)
        values = write.prompt_values(self.brief, self.guide, self.context, self.channel, self.claims, "")
        done: Repaired = repair(self.model, self.repairing, copy, self.brief, self.channel, values, self.mask, self.check, self.rounds, self.budget_tokens)
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


def draft_set(shop: Workshop, count: int, used: int, before: Sequence[str]) -> tuple[list[Made], list[ModelTrouble]]:
    """At most `count` candidates, repaired, no two nearly the same; and the troubles of those that failed.

    used: how many drafts of this brief took a plain angle before, which moves the angles on; before: first lines of its earlier drafts, not to be repeated.
    """
    angles = angles_for(count, used)
    troubles: list[ModelTrouble] = []

    def tried(angle: Angle, avoid: Sequence[str]) -> Made | None:
        try:
            return shop.draft(angle, avoid)
        except ModelTrouble as trouble:
            troubles.append(trouble)
            return None

    with ThreadPoolExecutor(max_workers=max(1, min(count, shop.parallel))) as pool:
        first = [waiting.result() for waiting in [pool.submit(tried, angle, before) for angle in angles]]
        kept: list[Made] = []
        for angle, made in zip(angles, first, strict=True):
            if made and _repeats(made, kept, shop):
                made = tried(angle, [*before, *(other.first_line for other in kept)])
            if made and not _repeats(made, kept, shop):
                kept.append(made)
        return [waiting.result() for waiting in [pool.submit(shop.mend, made) for made in kept]], troubles


def _repeats(made: Made, others: Sequence[Made], shop: Workshop) -> bool:
    def copy(one: Made) -> Copy:
        return Copy(locale=shop.brief.locale, channel=shop.channel.name, fields=one.fields)

    return choose.repeats(copy(made), [copy(other) for other in others]) is not None
