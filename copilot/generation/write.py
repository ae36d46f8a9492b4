"""Drafts from a model: prompt, masked and sent; reply, restored and read into the fields of the channel."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from copilot.channels import Channel, Field
from copilot.errors import ModelGarbage, ModelTrouble
from copilot.generation.privacy import Mask
from copilot.generation.prompts import Prompt
from copilot.language.words import both
from copilot.ports import Model, ModelReply, ModelRequest
from copilot.records import BrandGuide, Brief, Context, Locale, Making

ANGLES: dict[Locale, tuple[tuple[str, str], ...]] = {
    "en": (
        ("plain offer", "Say what it is, what it does and what it costs. No detour."),
        ("objection", "Begin with the reason the reader has not to want it, and answer it with a fact of the brief."),
        ("use", "Begin with one concrete moment in which the reader uses it."),
        ("detail", "Begin with the one fact of the brief that nobody else would mention."),
        ("letter", "Write as one person of the house to one reader."),
    ),
    "fr": (
        ("offre simple", "Dire ce que c'est, ce que ça fait et ce que ça coûte. Sans détour."),
        ("objection", "Commencer par la raison qu'a le lecteur de ne pas en vouloir, et y répondre par un fait du brief."),
        ("usage", "Commencer par un moment concret où le lecteur s'en sert."),
        ("détail", "Commencer par le fait du brief que personne d'autre ne citerait."),
        ("lettre", "Écrire comme une personne de la maison à un seul lecteur."),
    ),
}
"""Name and instruction of each angle; candidate n takes angle n."""
REPLY_EXCERPT = 80


def reply_schema(channel: Channel) -> dict[str, Any]:
    """JSON schema of a reply: one key a field, lists for fields that occur several times, with the channel's limits."""

    def text(field: Field) -> dict[str, Any]:
        return {"type": "string", "minLength": 1} | ({"maxLength": field.limit} if field.limit else {})

    properties: dict[str, Any] = {}
    for field in channel.fields:
        several = {"type": "array", "items": text(field), "minItems": max(field.least, 1 if field.least else 0), "maxItems": field.most}
        properties[field.name] = several if field.most > 1 else text(field)
    return {"type": "object", "properties": properties, "required": [field.name for field in channel.fields], "additionalProperties": False}


def read_reply(text: str, channel: Channel) -> dict[str, str]:
    """The fields in a model's reply: JSON, bare or within a code fence or other words; lists become numbered fields.

    Raises: ValueError saying what is wrong, for an unreadable reply or missing fields. Too long texts are kept: a rule flags them.
    """
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise ValueError("no JSON object")
    try:
        data = json.loads(text[start : end + 1], strict=False)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg} at character {error.pos})") from error
    if not isinstance(data, dict):
        raise ValueError("not a JSON object")
    fields: dict[str, str] = {}
    for field in channel.fields:
        value = data.get(field.name, data.get(field.name + "s"))
        values = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        texts = [item.strip() for item in values if isinstance(item, str) and item.strip()]
        if field.most == 1:
            texts = ["\n".join(texts)] if texts else []
        if len(texts) < field.least:
            raise ValueError(f"'{field.name}' has {len(texts)} of at least {field.least}")
        fields |= dict(zip(field.keys(len(texts)) if field.most > 1 else field.keys(), texts[: field.most], strict=False))
    return fields


def prompt_values(brief: Brief, guide: BrandGuide, context: Context, channel: Channel, claims: tuple[str, ...], angle: str) -> dict[str, Any]:
    """What a drafting prompt is filled with. Texts of the brand are stripped of anything that looks like our delimiters."""

    def quoted(text: str) -> str:
        return re.sub(r"</?\s*(?:passage|brief|claims)\b[^>]*>", "", text)

    lexicon = guide.lexicon
    return {
        "brand": guide.voice.name,
        "attributes": [{"name": a.name, "do": a.do, "dont": a.dont} for a in guide.voice.attributes],
        "address": guide.voice.address or "",
        "person": guide.voice.person or "",
        "prefer": [{"term": t.term, "instead_of": list(t.instead_of)} for t in lexicon.prefer if t.locale == brief.locale],
        "avoid": [t.term for t in (*lexicon.banned, *lexicon.avoid) if t.locale == brief.locale],
        "max_words_per_sentence": guide.voice.style.max_words_per_sentence,
        "passages": [{"id": r.passage.id, "text": quoted(r.passage.text)} for r in context.passages],
        "claims": [quoted(claim) for claim in claims],
        "fields": [
            {"name": f.name, "least": f.least, "most": f.most, "limit": f.shown or f.limit or 0, "words": list(f.words) if f.words else []}
            for f in channel.fields
        ],
        "product": quoted(brief.product),
        "facts": {name: quoted(value) for name, value in brief.facts.items()},
        "audience": quoted(brief.audience),
        "goal": quoted(brief.goal),
        "offer": quoted(brief.offer),
        "notes": quoted(brief.notes),
        "keywords": [quoted(word) for word in brief.keywords],
        "angle": angle,
    }


def draft_with_model(
    model: Model,
    prompt: Prompt,
    values: dict[str, Any],
    channel: Channel,
    keep: tuple[str, ...],
    on_text: Callable[[str], None] | None = None,
) -> tuple[dict[str, str], Making]:
    """The fields of one draft and how it was made.

    keep: personal data that is the brand's own. A reply that cannot be read is asked for once more, with what was wrong.
    Raises: ModelTrouble; ModelGarbage where the second reply cannot be read either.
    """
    mask = Mask(keep)
    system, user = _masked(prompt, values, mask)
    defaults = prompt.head.defaults
    request = ModelRequest(
        system=system, user=user, reply_schema=reply_schema(channel), temperature=defaults.temperature, max_tokens=defaults.max_tokens, channel=channel.name
    )
    spent_in = spent_out = 0
    problem = ""
    reply = ModelReply(text="")
    for _ in range(2):
        asked = (
            request
            if not problem
            else request.model_copy(update={"user": f"{user}\n\nYour last reply could not be read: {problem}. Reply with the JSON object alone."})
        )
        reply = model.reply(asked, on_text)
        spent_in, spent_out = spent_in + reply.tokens_in, spent_out + reply.tokens_out
        try:
            fields = {key: mask.restore(text) for key, text in read_reply(reply.text, channel).items()}
        except ValueError as error:
            problem = str(error)
            continue
        passages = tuple(passage["id"] for passage in values["passages"])
        return fields, Making(
            model=model.name,
            prompt=prompt.label,
            prompt_hash=prompt.hash,
            passages=passages,
            tokens_in=spent_in,
            tokens_out=spent_out,
            note=str(values["angle"]),
        )
    raise ModelGarbage(model=model.name, channel=channel.name, what=problem, excerpt=reply.text[:REPLY_EXCERPT])


def _masked(prompt: Prompt, values: dict[str, Any], mask: Mask) -> tuple[str, str]:
    system, user = prompt.render(**{name: values[name] for name in prompt.head.inputs})
    return mask.hide(system), mask.hide(user)


def masked_prompt(prompt: Prompt, values: dict[str, Any], keep: tuple[str, ...]) -> tuple[str, str]:
    """The system and user message exactly as they would be sent."""
    return _masked(prompt, values, Mask(keep))


def first_trouble(troubles: list[ModelTrouble]) -> ModelTrouble:
    """The trouble to raise when no candidate survived: one that a person can act on before one that time may heal."""
    return min(troubles, key=lambda trouble: trouble.retryable)


SURVIVORS = both("{failed} of {count} candidates failed: {why}", "{failed} candidats sur {count} ont échoué : {why}")
