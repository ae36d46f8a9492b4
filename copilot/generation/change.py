"""Change only this: say the selected words otherwise, shorter, longer or from another side; nothing else moves.

The model sees what stands before and after, and answers with the selection alone. The result is a proposal: a word-level diff whose hunks are taken or refused one
by one. Without a model, sentences can be dropped, and nothing more. Another channel or language is a new draft with this one as its origin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any, Literal

from copilot.channels import find_channel
from copilot.errors import BadOption, NeedsModel
from copilot.generation.angles import ANGLES, LEAVING, Angle, find_angle
from copilot.generation.ask import ask, in_language, reply_object
from copilot.generation.outputs import Outputs, sources_of
from copilot.generation.personalise import usable
from copilot.generation.privacy import Mask
from copilot.generation.prompts import Prompt
from copilot.generation.repair import TRUTH
from copilot.language.diff import Hunk, hunks, take
from copilot.language.words import Words, both
from copilot.ports import Model, ModelRequest
from copilot.records import LOCALES, Brief, Copy, Finding, Locale, Making, Record, Scorecard, find_locale

How = Literal["rewrite", "shorten", "lengthen", "angle", "translate", "channel"]
AROUND = 400
"""Characters of context shown before and after the selection."""
INSTRUCTIONS: dict[How, Words] = {
    "rewrite": both("Say the same in other words.", "Dire la même chose autrement."),
    "shorten": both("Say the same in about half the words.", "Dire la même chose en deux fois moins de mots environ."),
    "lengthen": both("Add one fact of the brief that is not said yet; nothing else.", "Ajouter un fait du brief qui n'est pas encore dit ; rien d'autre."),
}
CARRY: dict[How, Words] = {
    "channel": both("Carry the text over to this place: {channel}.", "Porter le texte vers cet endroit : {channel}."),
    "translate": both("Put the text into English as this brand would say it.", "Mettre le texte en français comme le dirait cette marque."),
}
ANEW = both(
    "Offline the brief was written anew for the other channel; the words of the first draft were not carried over.",
    "Hors ligne, le brief a été récrit pour l'autre canal ; les mots du premier brouillon n'ont pas été repris.",
)
WAYS = "rewrite, shorten, lengthen, angle:<name>, translate:<fr|en>, channel:<name>"


class Wish(Record):
    """What is to be done with the selected words. `to`: the angle, the language or the channel."""

    how: How
    to: str = ""

    @property
    def is_new_draft(self) -> bool:
        """Whether it leads to a draft of its own rather than to other words in this one."""
        return self.how in ("translate", "channel")

    @property
    def name(self) -> str:
        """As a person writes it: `shorten`, `angle:proof`."""
        return f"{self.how}:{self.to}" if self.to else self.how


def read_wish(text: str, locale: Locale) -> Wish:
    """What `text` asks for; `translate` alone means the other language than `locale`. Raises: BadOption, UnknownChannel, UnknownLocale."""
    how, _, to = text.strip().lower().partition(":")
    if how == "channel" and to:
        return Wish(how="channel", to=find_channel(to).name)
    if how == "translate":
        return Wish(how="translate", to=find_locale(to) if to else next(other for other in LOCALES if other != locale))
    if how == "angle" and (angle := find_angle(to)):
        return Wish(how="angle", to=angle.name)
    if how in ("rewrite", "shorten", "lengthen") and not to:
        return Wish(how=how)
    angles = ", ".join(angle.name for angle in (*ANGLES, LEAVING))
    mend = both(f"Use one of: {WAYS}. Angles: {angles}.", f"Prenez l'un de : {WAYS}. Angles : {angles}.")
    raise BadOption(option="--how", given=text, mend=mend)


class Proposal(Record):
    """New words for text[start:end] of a field, as changes to take or refuse; hunks count in code points of the whole field."""

    field: str
    start: int
    end: int
    old: str
    new: str
    hunks: tuple[Hunk, ...]
    made: Making

    def taken(self, text: str, numbers: Collection[int]) -> str:
        """`text` of the field with the hunks of these numbers taken and the others refused."""
        return take(text, self.hunks, numbers)

    @property
    def numbers(self) -> frozenset[int]:
        """All hunks."""
        return frozenset(hunk.number for hunk in self.hunks)


def read_numbers(text: str, proposal: Proposal) -> frozenset[int]:
    """The changes that `1,3` or `all` means. Raises: BadOption."""
    if text.strip().lower() == "all":
        return proposal.numbers
    try:
        return frozenset(int(number) for number in text.split(","))
    except ValueError as error:
        raise BadOption(option="--take", given=text, mend=both("Write 1,3 or all.", "Écrivez 1,3 ou all.")) from error


_TYPED = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f", " ") | dict.fromkeys("\u2018\u2019\u02bc", "'"))
"""Kinds of space and apostrophe as a keyboard has them, one for one, so that offsets stay."""


def find_words(copy: Copy, field: str, words: str) -> tuple[int, int]:
    """Where `words` stand in a field, as start and end; all of the field for no words. Kinds of space and of apostrophe are told apart only
    where the words stand as given. Raises: BadOption where they are not there, or more than once."""
    text = copy.fields.get(field)
    if text is None:
        known = ", ".join(copy.fields)
        raise BadOption(option="--field", given=field, mend=both(f"Fields of this draft: {known}.", f"Champs de ce brouillon : {known}."))
    if words and words not in text:  # as typed: a keyboard has one kind of space and one apostrophe
        text, words = text.translate(_TYPED), words.translate(_TYPED)
    count = text.count(words) if words else 1
    if count != 1:
        mend = (
            both(f"These words stand {count} times in '{field}'; give more of them.", f"Ces mots figurent {count} fois dans « {field} » ; donnez-en plus.")
            if count
            else both(f"These words do not stand in '{field}' as written.", f"Ces mots ne figurent pas tels quels dans « {field} ».")
        )
        raise BadOption(option="--words", given=words, mend=mend)
    start = text.find(words) if words else 0
    return start, start + len(words) if words else len(text)


def selected(copy: Copy, field: str, start: int, end: int) -> str:
    """The selected words. Raises: BadOption where there are none."""
    text = copy.fields.get(field)
    if text is None or not 0 <= start < end <= len(text) or not text[start:end].strip():
        fields = ", ".join(copy.fields)
        mend = both(f"Select words of one of: {fields}.", f"Sélectionnez des mots de l'un de : {fields}.")
        raise BadOption(option="--words", given=f"{field}:{start}-{end}", mend=mend)
    return text[start:end]


def finish(copy: Copy, field: str, start: int, end: int, new: str, made: Making) -> Proposal:
    """The proposal that puts `new` in the place of the selection; blanks around the selection stay as they are."""
    old = selected(copy, field, start, end)
    new = old[: len(old) - len(old.lstrip())] + new.strip() + old[len(old.rstrip()) :]
    moved = tuple(replace(hunk, start=hunk.start + start, end=hunk.end + start) for hunk in hunks(old, new))
    return Proposal(field=field, start=start, end=end, old=old, new=new, hunks=moved, made=made)


def propose(
    model: Model,
    prompt: Prompt,
    copy: Copy,
    brief: Brief,
    field: str,
    start: int,
    end: int,
    wish: Wish,
    values: dict[str, Any],
    mask: Mask,
    on_text: Callable[[str], None] | None = None,
) -> Proposal:
    """New words of a model for field[start:end]. `values` fill the prompt. Raises: BadOption, ModelTrouble."""
    old = selected(copy, field, start, end)
    text, locale = copy.fields[field], copy.locale
    angle: Angle | None = find_angle(wish.to) if wish.how == "angle" else None
    told = angle.instruction if angle else INSTRUCTIONS[wish.how]
    filled = {**values, "before": text[max(0, start - AROUND) : start], "selection": old, "after": text[end : end + AROUND], "instruction": told.say(locale)}
    system, user = mask.hide_both(*prompt.render(**{name: filled[name] for name in prompt.head.inputs}), locale)
    defaults = prompt.head.defaults
    request = ModelRequest(
        system=system,
        user=user,
        reply_schema={
            "type": "object",
            "properties": {"text": {"type": "string", "minLength": 1, "maxLength": max(400, 3 * len(old))}},
            "required": ["text"],
            "additionalProperties": False,
        },
        temperature=defaults.temperature,
        max_tokens=defaults.max_tokens,
        channel=brief.channel,
        brand=brief.brand,
        purpose=wish.how,
    )

    outputs = Outputs(mask.restore(system), sources_of((brief.text, brief.url, *values.get("claims", ()), *mask.keep, *copy.fields.values())), usable(brief))

    def read(reply: str) -> str:
        new = reply_object(reply).get("text")
        if not isinstance(new, str) or not new.strip():
            raise ValueError("'text' is empty")
        new = in_language({"text": mask.restore(new).strip()}, locale)["text"]
        outputs.check({"text": new})
        return new

    answer = ask(model, request, read, locale, on_text)
    made = Making(
        model=model.name,
        prompt=prompt.label,
        prompt_hash=prompt.hash,
        tokens_in=answer.tokens_in,
        tokens_out=answer.tokens_out,
        angle=wish.to if angle else "",
        note=wish.name,
    )
    return finish(copy, field, start, end, answer.value, made)


class Weighed(Record):
    """A sentence of a field and what is lost with it: 0 for an aside, more for what stands on a passage, a claim, a fact."""

    start: int
    end: int
    weight: int


def without_model(copy: Copy, field: str, start: int, end: int, wish: Wish, sentences: Sequence[Weighed]) -> Proposal:
    """The selection with its least weighty sentences dropped, until about half of its words are left. Raises: BadOption, NeedsModel for any other wish.

    sentences: those of the field, in order.
    """
    old = selected(copy, field, start, end)
    inside = [one for one in sentences if start <= one.start and one.end <= end]
    if wish.how != "shorten" or len(inside) < 2:
        can = both(
            "It can shorten a selection of several sentences by dropping some of them, and write the brief anew for another channel (channel:<name>).",
            "Il peut raccourcir une sélection de plusieurs phrases en en retirant, et récrire le brief pour un autre canal (channel:<nom>).",
        )
        what = both(f"do '{wish.name}' with these words", f"faire « {wish.name} » avec ces mots")
        raise NeedsModel(what=what, can=can)
    text, kept = copy.fields[field], list(inside)
    goal = len(old.split()) / 2
    for one in sorted(inside, key=lambda one: (one.weight, -one.start)):
        if len(kept) == 1 or sum(len(text[k.start : k.end].split()) for k in kept) <= goal:
            break
        kept.remove(one)
    pieces = [text[start : inside[0].start]]
    for number, one in enumerate(inside):
        gap = text[one.end : inside[number + 1].start] if number + 1 < len(inside) else ""
        if one in kept:
            pieces += [text[one.start : one.end], gap]
        elif "\n" in gap:
            pieces[-1] = pieces[-1].rstrip(" ") if pieces[-1].strip() else pieces[-1]
            pieces.append(gap if "".join(pieces).strip() and not "".join(pieces).endswith("\n") else "")
    new = "".join(pieces).rstrip() + text[inside[-1].end : end]
    return finish(copy, field, start, end, new, Making(model="offline", note=wish.name))


def worse(before: Scorecard, after: Scorecard) -> tuple[Finding, ...]:
    """Findings of `after` that `before` has not, where they block or concern the truth: what a person should know before taking a change."""
    known = Counter((found.code, found.text) for found in before.findings)
    new: list[Finding] = []
    for found in after.findings:
        known[found.code, found.text] -= 1
        if known[found.code, found.text] < 0 and (found.level == "blocking" or (found.code[:3] in TRUTH and found.level == "scoring")):
            new.append(found)
    return tuple(new)
