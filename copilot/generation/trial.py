"""One tiny request to a model, to see that it answers, how fast, and whether it keeps to a schema."""

from __future__ import annotations

import json
import secrets
import time

from copilot.errors import CentaurError
from copilot.language.words import Words, both
from copilot.ports import Model, ModelRequest
from copilot.records import Record

SCHEMA: dict[str, object] = {
    "type": "object",
    "properties": {"colour": {"type": "string", "maxLength": 20}, "count": {"type": "integer", "minimum": 0, "maximum": 9}},
    "required": ["colour", "count"],
    "additionalProperties": False,
}
MOST_TOKENS = 60


class Trial(Record):
    """What came back. Times in seconds from the request; `trouble` says what went wrong and what to do, None where it answered."""

    model: str
    trouble: Words | None = None
    reply: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    counted: bool = True
    """Whether the endpoint counted the tokens; else those out are the pieces that were streamed."""
    first_token_s: float = 0.0
    seconds: float = 0.0
    tokens_per_s: float | None = None
    """After the first token; None where the reply is too short to tell."""
    schema_kept: bool = False


def trial(model: Model) -> Trial:
    """Ask `model` for a colour and a number. A trouble is told, not raised."""
    began = time.perf_counter()
    heard: list[float] = []
    request = ModelRequest(
        system="You answer with one JSON object and nothing else.",
        user=f'Name a colour and a number under ten: {{"colour": "...", "count": 3}}. ({secrets.token_hex(3)})',
        reply_schema=SCHEMA,
        temperature=0.0,
        max_tokens=MOST_TOKENS,
        channel="trial",
        purpose="trial",
    )
    try:
        reply = model.reply(request, lambda _: heard.append(time.perf_counter() - began))
    except CentaurError as trouble:
        return Trial(model=model.name, trouble=both(trouble.say("en"), trouble.say("fr")), seconds=round(time.perf_counter() - began, 3))
    seconds = time.perf_counter() - began
    first = heard[0] if heard else seconds
    out = reply.tokens_out or len(heard)
    return Trial(
        model=model.name,
        reply=reply.text[:200],
        tokens_in=reply.tokens_in,
        tokens_out=out,
        counted=bool(reply.tokens_out),
        first_token_s=round(first, 3),
        seconds=round(seconds, 3),
        tokens_per_s=round((out - 1) / (seconds - first), 1) if out > 3 and seconds - first > 0.001 else None,
        schema_kept=keeps_schema(reply.text),
    )


def keeps_schema(text: str) -> bool:
    """Whether a reply is the object that was asked for, and nothing else."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError:
        return False
    if not isinstance(found, dict) or set(found) != {"colour", "count"}:
        return False
    colour, count = found["colour"], found["count"]
    return isinstance(colour, str) and len(colour) <= 20 and isinstance(count, int) and not isinstance(count, bool) and 0 <= count <= 9
