"""One question to a model, read, and asked once more where the reply cannot be read.

The second try says what was wrong with the first; a reply that was cut or empty is asked for again as it was, with twice the room where its limit cut it. What cannot be
read then is told as what it is: a refusal, another language, or garbage with its first words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from copilot.errors import ModelCutShort, ModelGarbage, ModelRefused, ModelTruncated, ModelWrongLanguage
from copilot.language.detect import language_of
from copilot.ports import Model, ModelReply, ModelRequest

T = TypeVar("T")
EXCERPT = 80
AGAIN = "\n\nYour last reply could not be used: {problem}. Reply with the JSON object alone."
_REFUSAL = re.compile(
    r"\bI(?:'m| am) (?:sorry|unable|not able)|\bI (?:can(?:no|')t|won't) (?:help|assist|write|create|provide|comply|fulfill)|\bje (?:suis désolée?|ne peux pas|regrette)"
    r"|\b(?:désolée?|navrée?), (?:mais )?je\b|\bI must decline",
    re.IGNORECASE,
)
LEAST_LETTERS = 60
"""Letters from which the language of a reply is judged: names and figures alone decide nothing."""


class WrongLanguage(ValueError):
    """The reply is in another language; `found` is its code."""

    def __init__(self, found: str) -> None:
        self.found = found
        super().__init__(f"it is written in '{found}'")


@dataclass(frozen=True)
class Answer(Generic[T]):
    """What was read, and the tokens that all tries took."""

    value: T
    tokens_in: int
    tokens_out: int


def reply_object(text: str) -> dict[str, Any]:
    """The JSON object in a model's reply: bare, or within a code fence or other words. Raises: ValueError saying what is wrong."""
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        raise ValueError("no JSON object")
    try:
        data = json.loads(text[start : end + 1], strict=False)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg} at character {error.pos})") from error
    if not isinstance(data, dict):
        raise ValueError("not a JSON object")
    return data


def ask(model: Model, request: ModelRequest, read: Callable[[str], T], wanted: str, on_text: Callable[[str], None] | None = None) -> Answer[T]:
    """The reply as `read` reads it. `read` raises ValueError for a reply that cannot be used; `wanted` is the language asked for.

    Raises: ModelRefused, ModelWrongLanguage, ModelGarbage, ModelCutShort after the second such reply; any other ModelTrouble of the model at once.
    """
    spent_in = spent_out = 0
    problem: ValueError | None = None
    reply = ModelReply(text="")
    asked = request
    for number in range(2):
        try:
            reply = model.reply(asked, on_text)
        except ModelCutShort as cut:
            if number:
                raise
            if isinstance(cut, ModelTruncated):
                asked = request.model_copy(update={"max_tokens": 2 * request.max_tokens})
            continue
        spent_in, spent_out = spent_in + reply.tokens_in, spent_out + reply.tokens_out
        try:
            return Answer(read(reply.text), spent_in, spent_out)
        except ValueError as error:
            problem = error
            asked = request.model_copy(update={"user": request.user + AGAIN.format(problem=problem)})
            if "{" not in reply.text and _REFUSAL.search(reply.text):
                raise ModelRefused(model=model.name, what=" ".join(reply.text.split())[:160]) from error
    if isinstance(problem, WrongLanguage):
        raise ModelWrongLanguage(model=model.name, found=problem.found, wanted=wanted) from problem
    raise ModelGarbage(model=model.name, channel=request.channel or request.purpose, what=str(problem), excerpt=reply.text[:EXCERPT]) from problem


def in_language(fields: dict[str, str], wanted: str) -> dict[str, str]:
    """`fields`, if their prose is in the language `wanted`, as far as its length lets one tell. Raises: WrongLanguage."""
    prose = " ".join(text for key, text in fields.items() if not key.startswith(("slug", "path")))
    if sum(char.isalpha() for char in prose) >= LEAST_LETTERS:
        found = language_of(prose)
        if found and found != wanted:
            raise WrongLanguage(found)
    return fields
