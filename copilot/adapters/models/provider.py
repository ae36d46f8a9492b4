"""Any provider that LangChain knows by name (`anthropic:...`, `mistralai:...`, `ollama:...`), when its package is installed.

The reply is asked for as JSON in words and held to the schema by us: how providers take schemas differs, and a retry costs less than a wrong guess.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cached_property
from typing import Any

from copilot.errors import (
    CentaurError,
    ModelCutShort,
    ModelDenied,
    ModelOverloaded,
    ModelTimeout,
    ModelTrouble,
    ModelUnreachable,
    PromptTooLong,
    UnknownSetting,
)
from copilot.ports import ModelReply, ModelRequest
from copilot.settings import Settings


class ProviderModel:
    """Fulfils `ports.Model` through LangChain's `init_chat_model`."""

    def __init__(self, provider: str, model: str, settings: Settings) -> None:
        self.name = f"{provider}:{model}"
        self._provider, self._model, self._settings = provider, model, settings

    @cached_property
    def _client(self) -> Any:
        from langchain.chat_models import init_chat_model

        try:
            return init_chat_model(self._model, model_provider=self._provider, timeout=self._settings.model_timeout_s, max_retries=0)
        except ImportError as error:
            raise UnknownSetting(name="CENTAUR_MODEL", problem=f"is '{self.name}', whose package is not installed: {error}.", known="see the README") from error
        except ValueError as error:
            raise UnknownSetting(
                name="CENTAUR_MODEL", problem=f"is '{self.name}': {str(error)[:160]}.", known="openai, local, offline, or a provider of LangChain"
            ) from error

    def reply(self, request: ModelRequest, on_text: Callable[[str], None] | None = None) -> ModelReply:
        """The model's reply. Raises: ModelTrouble, UnknownSetting where the provider's package is missing."""
        from langchain_core.messages import HumanMessage, SystemMessage

        schema = f"\n\nThe JSON object follows this schema: {json.dumps(request.reply_schema)}"
        text, ended, tokens = "", "", (0, 0)
        try:
            for chunk in self._client.bind(temperature=request.temperature, max_tokens=request.max_tokens).stream(
                [SystemMessage(request.system + schema), HumanMessage(request.user)]
            ):
                piece = chunk.text if isinstance(chunk.text, str) else ""
                text += piece
                if piece and on_text:
                    on_text(piece)
                ended = chunk.response_metadata.get("finish_reason") or chunk.response_metadata.get("stop_reason") or ended
                if chunk.usage_metadata:
                    tokens = chunk.usage_metadata["input_tokens"], chunk.usage_metadata["output_tokens"]
        except CentaurError:
            raise
        except Exception as error:  # each provider raises types of its own; `translated` sorts them
            raise translated(error, self.name, self._settings.model_timeout_s, text) from error
        if ended in ("length", "max_tokens"):
            raise ModelCutShort(self.name, "its limit of tokens", text)
        if not text.strip():
            raise ModelCutShort(self.name, "empty reply", text)
        return ModelReply(text=text, tokens_in=tokens[0], tokens_out=tokens[1])


def translated(error: Exception, model: str, timeout_s: float, text: str = "") -> ModelTrouble:
    """A provider's error as ours, by its HTTP status where it has one, else by what its class is called."""
    what = " ".join(str(error).split())[:200]
    names = " ".join(cls.__name__ for cls in type(error).__mro__)
    status = getattr(error, "status_code", None) or getattr(getattr(error, "response", None), "status_code", None)
    if "Timeout" in names:
        return ModelTimeout(model=model, timeout_s=timeout_s)
    if text and ("Connection" in names or "Protocol" in names):
        return ModelCutShort(model, what, text)
    if status in (401, 403, 404) or "Authentication" in names or "PermissionDenied" in names:
        return ModelDenied(model=model, what=what)
    if status == 429 or (isinstance(status, int) and status >= 500) or "RateLimit" in names or "Overloaded" in names:
        return ModelOverloaded(model, what)
    if "Connect" in names or isinstance(error, OSError):
        return ModelUnreachable(model=model, where=model, what=what)
    if status == 400 and any(words in what.lower() for words in ("context", "too long", "too many tokens")):
        return PromptTooLong(model=model, what=what)
    return ModelTrouble(model=model, what=f"{type(error).__name__}: {what}")
