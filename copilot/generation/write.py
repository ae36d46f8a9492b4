"""Drafts from a model: prompt, masked and sent; reply, restored and read into the fields of the channel."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from copilot.channels import Channel, Field, field_name
from copilot.errors import ModelStopped, ModelTrouble
from copilot.generation.ask import ask, in_language, reply_object
from copilot.generation.outputs import Outputs, blank_contacts, sources_of
from copilot.generation.personalise import slots_told, usable
from copilot.generation.privacy import Mask
from copilot.generation.prompts import Prompt
from copilot.language.words import both
from copilot.ports import Model, ModelRequest
from copilot.records import BrandGuide, Brief, Campaign, Context, Locale, Making


def reply_schema(channel: Channel) -> dict[str, Any]:
    """JSON schema of a reply: one key a field, lists for fields that occur several times, with the channel's limits. Every key is asked for, as endpoints with
    strict schemas want it; a field that may be missing may be empty. X counts a link as 23 characters however long it is, so that its limit bounds no length."""

    def text(field: Field) -> dict[str, Any]:
        least = 0 if field.least == 0 and field.most == 1 else 1
        return {"type": "string", "minLength": least} | ({"maxLength": field.limit} if field.limit and field.counting != "x" else {})

    properties: dict[str, Any] = {}
    for field in channel.fields:
        several = {"type": "array", "items": text(field), "minItems": field.least, "maxItems": field.most}
        properties[field.name] = several if field.most > 1 else text(field)
    return {"type": "object", "properties": properties, "required": [field.name for field in channel.fields], "additionalProperties": False}


def read_reply(text: str, channel: Channel) -> dict[str, str]:
    """The fields in a model's reply: JSON, bare or within a code fence or other words; lists become numbered fields.

    Raises: ValueError saying what is wrong, for an unreadable reply, missing fields, or questions without answers. Too long texts are kept: a rule flags them.
    """
    data = reply_object(text)
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
    if not fields:
        raise ValueError("every field is empty")
    counts = {name: sum(field_name(key) == name for key in fields) for name in channel.paired}
    if len(set(counts.values())) > 1:
        raise ValueError("there are " + " and ".join(f"{count} of '{name}'" for name, count in counts.items()) + "; each needs its own")
    return fields


def prompt_values(brief: Brief, guide: BrandGuide, context: Context, channel: Channel, claims: tuple[str, ...], angle: str) -> dict[str, Any]:
    """What a drafting prompt is filled with."""
    lexicon = guide.lexicon
    return {
        "brand": guide.voice.name,
        "attributes": [{"name": a.name, "do": a.do, "dont": a.dont} for a in guide.voice.attributes],
        "address": guide.voice.address or "",
        "person": guide.voice.person or "",
        "prefer": [{"term": t.term, "instead_of": list(t.instead_of)} for t in lexicon.prefer if t.locale == brief.locale],
        "avoid": [t.term for t in (*lexicon.banned, *lexicon.avoid) if t.locale == brief.locale],
        "max_words_per_sentence": guide.voice.style.max_words_per_sentence,
        "passages": [{"id": r.passage.id, "text": r.passage.text} for r in context.passages],
        "claims": list(claims),
        "fields": [
            {"name": f.name, "least": f.least, "most": f.most, "limit": f.shown or f.limit or 0, "words": list(f.words) if f.words else []}
            for f in channel.fields
        ],
        "product": brief.product,
        "facts": dict(brief.facts),
        "audience": brief.audience,
        "goal": brief.goal,
        "offer": brief.offer,
        "url": brief.url,
        "notes": "\n".join(part for part in (brief.notes, slots_told(brief.attributes, brief.locale)) if part),
        "keywords": list(brief.keywords),
        "angle": angle,
    }


_SIZE = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)\s?([mb])(?![a-z])", re.IGNORECASE)
SMALL_BILLIONS = 4.0
"""Parameters, in billions, under which a model goes on from examples better than it follows long instructions."""
MOST_EXAMPLES = 4


def goes_on_from_examples(model_name: str, form: str) -> bool:
    """Whether to show a model past copy to go on from rather than instructions: as set, or by the size that its name tells (`SmolLM2-135M`)."""
    if form != "auto":
        return form == "examples"
    found = _SIZE.search(model_name)
    return found is not None and float(found[1]) / (1000 if found[2].lower() == "m" else 1) < SMALL_BILLIONS


def _examples(brief: Brief, guide: BrandGuide) -> list[Campaign]:
    return [campaign for campaign in guide.campaigns if campaign.channel == brief.channel and campaign.locale == brief.locale and campaign.facts]


def has_examples(brief: Brief, guide: BrandGuide) -> bool:
    """Whether the brand has past copy in the brief's place and language to go on from; without any, instructions are all there is. An article is always asked for
    in steps."""
    return brief.channel != "article" and bool(_examples(brief, guide))


def example_values(brief: Brief, guide: BrandGuide, context: Context, channel: Channel, claims: tuple[str, ...], angle: str) -> dict[str, Any]:
    """What the continuation prompt is filled with: past campaigns of the channel, the nearest to the brief first, as briefs with their copy."""
    near = [item.passage.id.split(":")[1] for item in context.passages if item.passage.origin == "campaign"]
    own = _examples(brief, guide)
    own.sort(key=lambda campaign: near.index(campaign.id) if campaign.id in near else len(near))
    values = prompt_values(brief, guide, context, channel, claims, angle)
    examples = [{"product": c.product, "facts": c.facts, "text": json.dumps(as_reply(c.fields, channel), ensure_ascii=False)} for c in own[:MOST_EXAMPLES]]
    return {**values, "fields": [field.name for field in channel.fields], "examples": examples, "claims": list(claims[:3])}


def as_reply(fields: dict[str, str], channel: Channel) -> dict[str, Any]:
    """Fields of a draft as a model would have written them: numbered ones as lists."""
    reply: dict[str, Any] = {}
    for field in channel.fields:
        texts = [fields[key] for key in field.keys() if key in fields]  # noqa: SIM118 - a method of ours: the keys a numbered field has
        if texts:
            reply[field.name] = texts if field.most > 1 else texts[0]
    return reply


def draft_with_model(
    model: Model,
    prompt: Prompt,
    values: dict[str, Any],
    brief: Brief,
    channel: Channel,
    mask: Mask,
    on_text: Callable[[str], None] | None = None,
    angle: str = "",
) -> tuple[dict[str, str], Making]:
    """The fields of one draft and how it was made.

    mask: the brief's, shared by all its drafts; angle: its name. Raises: ModelTrouble, after a second try where the reply could not be read.
    """
    system, user = masked_prompt(prompt, values, mask, brief.locale)
    defaults = prompt.head.defaults
    request = ModelRequest(
        system=system,
        user=user,
        reply_schema=reply_schema(channel),
        temperature=defaults.temperature,
        max_tokens=defaults.max_tokens,
        channel=channel.name,
        brand=brief.brand,
        purpose="draft",
    )

    outputs = outputs_for(prompt, values, brief, mask, system)
    patience = iter((True,))

    def read(text: str) -> dict[str, str]:
        fields = in_language({key: mask.restore(field) for key, field in read_reply(text, channel).items()}, brief.locale)
        outputs.check(fields, strict=next(patience, False))
        return fields

    answer = ask(model, request, read, brief.locale, on_text)
    making = Making(
        model=model.name,
        prompt=prompt.label,
        prompt_hash=prompt.hash,
        passages=tuple(passage["id"] for passage in values["passages"]),
        tokens_in=answer.tokens_in,
        tokens_out=answer.tokens_out,
        angle=angle,
    )
    return answer.value, making


def outputs_for(prompt: Prompt, values: dict[str, Any], brief: Brief, mask: Mask, system: str) -> Outputs:
    """What replies to this request are held against. Past copy may be repeated by its words, but gives no link, address or number."""
    examples = [item["text"] for item in values.get("examples", ())] if "examples" in prompt.head.inputs else []
    past = [blank_contacts(text) for text in (*(passage["text"] for passage in values["passages"]), *examples)]
    return Outputs(mask.restore(system), sources_of((brief.text, brief.url, *values["claims"], *mask.keep, *past)), usable(brief))


def masked_prompt(prompt: Prompt, values: dict[str, Any], mask: Mask, locale: Locale) -> tuple[str, str]:
    """The system and user message exactly as they are sent."""
    return mask.hide_both(*prompt.render(**{name: values[name] for name in prompt.head.inputs}), locale)


def first_trouble(troubles: list[ModelTrouble]) -> ModelTrouble:
    """The trouble to raise when no candidate survived: a stop before all, then one that a person can act on before one that time may heal."""
    return min(troubles, key=lambda trouble: (not isinstance(trouble, ModelStopped), trouble.retryable))


SURVIVORS = both("{failed} of {count} candidates failed: {why}", "{failed} candidats sur {count} ont échoué : {why}")
