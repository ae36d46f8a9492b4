"""Change only this: rewrite, shorten, lengthen, turn or translate the selected words; nothing else moves.

The model sees what stands before and after, and answers with the selection alone. The result is a proposal: a word-level diff whose hunks are taken or refused one
by one. Adapting a whole draft to another channel is a new draft with the old one as its source.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

from copilot.errors import FileFault
from copilot.generation.ask import ask, in_language
from copilot.generation.privacy import Mask
from copilot.generation.prompts import Prompt
from copilot.language.diff import Hunk, hunks
from copilot.language.words import both
from copilot.ports import Model, ModelRequest
from copilot.records import Brief, Copy, Locale, Record

How = Literal["rewrite", "shorten", "lengthen", "angle", "translate"]
AROUND = 400
"""Characters of context shown before and after the selection."""
INSTRUCTIONS: dict[How, dict[Locale, str]] = {
    "rewrite": {"en": "Say the same in other words.", "fr": "Dire la même chose autrement."},
    "shorten": {"en": "Say the same in about half the words.", "fr": "Dire la même chose en deux fois moins de mots environ."},
    "lengthen": {
        "en": "Add one fact of the brief that is not said yet; nothing else.",
        "fr": "Ajouter un fait du brief qui n'est pas encore dit ; rien d'autre.",
    },
    "angle": {"en": "Say it from another side.", "fr": "Le dire d'un autre côté."},
    "translate": {"en": "Put it into English as this brand would say it.", "fr": "Le mettre en français comme le dirait cette marque."},
}


class Proposal(Record):
    """New words for a selection, as changes to take or refuse. `text` is the field as it would be with all of them."""

    field: str
    start: int
    end: int
    old: str
    new: str
    text: str
    hunks: tuple[Hunk, ...]
    tokens_in: int = 0
    tokens_out: int = 0


def check_selection(copy: Copy, field: str, start: int, end: int) -> str:
    """The selected words. Raises: FileFault where there are none."""
    text = copy.fields.get(field)
    if text is None or not 0 <= start < end <= len(text) or not text[start:end].strip():
        where = f"{field}:{start}-{end}"
        raise FileFault(
            file=where,
            what=both("selects no words", "ne sélectionne aucun mot"),
            mend=both(f"Choose words of one of: {', '.join(copy.fields)}.", f"Choisissez des mots de l'un de : {', '.join(copy.fields)}."),
        )
    return text[start:end]


def propose(
    model: Model,
    prompt: Prompt,
    copy: Copy,
    brief: Brief,
    field: str,
    start: int,
    end: int,
    how: How,
    locale: Locale,
    values: dict[str, Any],
    mask: Mask,
    instruction: str = "",
    on_text: Callable[[str], None] | None = None,
) -> Proposal:
    """New words for field[start:end]. `locale` is the language to write (another than the copy's to translate). Raises: FileFault, ModelTrouble."""
    old = check_selection(copy, field, start, end)
    text = copy.fields[field]
    told = " ".join(part for part in (INSTRUCTIONS[how][locale], instruction) if part)
    filled = {**values, "before": text[max(0, start - AROUND) : start], "selection": old, "after": text[end : end + AROUND], "instruction": told}
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
        purpose=how,
    )

    def read(reply: str) -> str:
        first, last = reply.find("{"), reply.rfind("}")
        if first < 0 or last < first:
            raise ValueError("no JSON object")
        try:
            new = json.loads(reply[first : last + 1], strict=False).get("text")
        except (json.JSONDecodeError, AttributeError) as error:
            raise ValueError("not the JSON object that was asked for") from error
        if not isinstance(new, str) or not new.strip():
            raise ValueError("'text' is empty")
        return in_language({"text": mask.restore(new).strip()}, locale)["text"]

    answer = ask(model, request, read, locale, on_text)
    new = old[: len(old) - len(old.lstrip())] + answer.value + old[len(old.rstrip()) :]
    changed = text[:start] + new + text[end:]
    moved = tuple(replace(hunk, start=hunk.start + start, end=hunk.end + start) for hunk in hunks(old, new))
    return Proposal(field=field, start=start, end=end, old=old, new=new, text=changed, hunks=moved, tokens_in=answer.tokens_in, tokens_out=answer.tokens_out)
