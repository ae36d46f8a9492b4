"""A model that is patient, keeps its books, and need not be asked the same thing twice. Each is a `Model` around another.

Only troubles that may heal are tried again: overload (after the wait that the endpoint asks for), failures of the endpoint, time-outs, no connection. A reply that was cut or could
not be read is the drafting stage's to ask for again, with what was wrong.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from copilot.errors import FileFault, ModelBroken, ModelOverloaded, ModelStopped, ModelTimeout, ModelTrouble, ModelUnreachable
from copilot.language.words import both
from copilot.ports import Books, Call, Clock, Model, ModelReply, ModelRequest

LONGEST_WAIT_S = 60.0
CHARACTERS_PER_TOKEN = 4
"""For a call that was stopped, which no endpoint counts: about so many characters a token were read, and a token a piece was written."""
_HEALS = (ModelOverloaded, ModelBroken, ModelTimeout, ModelUnreachable)


class Price(BaseModel):
    """What a model costs, per million tokens."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    input: float = Field(ge=0)
    output: float = Field(ge=0)
    currency: str = "USD"

    def cost(self, tokens_in: int, tokens_out: int) -> float:
        """Cost of a call."""
        return (self.input * tokens_in + self.output * tokens_out) / 1e6


def read_prices(path: Path | None) -> dict[str, Price]:
    """Prices by model name, from a YAML file; none without one. Raises: FileFault."""
    if path is None:
        return {}
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        return {str(name): Price.model_validate(price) for name, price in data.items()}
    except (OSError, yaml.YAMLError, ValidationError, AttributeError) as error:
        what = both(f"is no table of prices ({str(error).splitlines()[0]})", f"n'est pas une table de prix ({str(error).splitlines()[0]})")
        mend = both(
            "Write `openai:gpt-5: {input: 1.25, output: 10}` per million tokens.", "Écrivez `openai:gpt-5: {input: 1.25, output: 10}` par million de tokens."
        )
        raise FileFault(file=path, what=what, mend=mend) from error


class Patient:
    """Tries again where that may help. `sleep` waits seconds; tests pass their own."""

    def __init__(self, inner: Model, tries: int, sleep: Callable[[float], None]) -> None:
        self._inner, self._tries, self._sleep = inner, tries, sleep
        self.name = inner.name

    def reply(self, request: ModelRequest, on_text: Callable[[str], None] | None = None) -> ModelReply:
        """The reply, at the latest after `tries` tries. Raises: the last trouble."""
        for number in range(1, self._tries + 1):
            try:
                return self._inner.reply(request, on_text)
            except _HEALS as trouble:
                if number == self._tries:
                    raise
                asked = trouble.retry_after_s if isinstance(trouble, ModelOverloaded) else None
                if asked is not None and asked > LONGEST_WAIT_S:
                    raise
                self._sleep(asked if asked is not None else random.uniform(0.5, 1.0) * 2 ** (number - 1))
        raise AssertionError("unreachable")


class Booked:
    """Records each call with its tokens, time and cost; answers from memory where `reuse` is on."""

    def __init__(self, inner: Model, books: Callable[[], Books], clock: Clock, prices: dict[str, Price], reuse: bool = False) -> None:
        self._inner, self._books, self._clock, self._prices, self._reuse = inner, books, clock, prices, reuse
        self.name = inner.name

    def reply(self, request: ModelRequest, on_text: Callable[[str], None] | None = None) -> ModelReply:
        """The reply, from memory or from the model. Raises: the model's trouble, after recording it."""
        if self._reuse and (known := self._books().remembered(self.name, request.key)) is not None:
            if on_text:
                on_text(known)
            return ModelReply(text=known, remembered=True)
        started = self._clock()
        pieces: list[str] = []

        def heard(piece: str) -> None:
            pieces.append(piece)
            if on_text:
                on_text(piece)

        try:
            reply = self._inner.reply(request, heard)
        except ModelStopped:
            read = len(request.system + request.user) // CHARACTERS_PER_TOKEN
            self._record(request, started, ModelReply(text="", tokens_in=read, tokens_out=len(pieces)), "ModelStopped")
            raise
        except ModelTrouble as trouble:
            self._record(request, started, ModelReply(text=""), type(trouble).__name__)
            raise
        self._record(request, started, reply, "reply")
        if self._reuse:
            self._books().remember(self.name, request.key, reply.text, self._clock())
        return reply

    def _record(self, request: ModelRequest, started: datetime, reply: ModelReply, outcome: str) -> None:
        now = self._clock()
        price = self._prices.get(self.name)
        self._books().record(
            Call(
                at=now,
                model=self.name,
                brand=request.brand,
                purpose=request.purpose,
                tokens_in=reply.tokens_in,
                tokens_out=reply.tokens_out,
                seconds=round((now - started).total_seconds(), 3),
                cost=price.cost(reply.tokens_in, reply.tokens_out) if price else None,
                currency=price.currency if price else "",
                outcome=outcome,
            )
        )
