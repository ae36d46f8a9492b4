"""Language models over the OpenAI protocol, through LangChain: OpenAI, Azure, Ollama, vLLM, llama.cpp and any other that speaks it.

Replies are streamed, so that a cut is seen as one. The JSON schema goes with the request; an endpoint that refuses schemas is asked again without, and its
reply is then held to the schema by us. Provider errors become ours here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from copilot.errors import (
    CentaurError,
    ModelCutShort,
    ModelDenied,
    ModelOverloaded,
    ModelRefused,
    ModelTimeout,
    ModelTrouble,
    ModelUnreachable,
    PromptTooLong,
)
from copilot.ports import ModelReply, ModelRequest
from copilot.settings import Settings

if TYPE_CHECKING:
    from langchain_openai import ChatOpenAI

_TOO_LONG = ("context length", "context size", "context window", "maximum context", "too many tokens", "context_length_exceeded")
_SCHEMA = ("response_format", "json_schema", "schema", "structured")


class OpenAIModel:
    """Fulfils `ports.Model` for `openai:<name>` at OPENAI_BASE_URL (default: OpenAI)."""

    def __init__(self, model: str, settings: Settings) -> None:
        self.name = f"openai:{model}"
        self._model, self._settings = model, settings
        self._with_schema = True

    @cached_property
    def _client(self) -> ChatOpenAI:
        from langchain_openai import ChatOpenAI

        settings = self._settings
        own = bool(settings.openai_base_url)
        return ChatOpenAI(
            model=self._model,
            base_url=settings.openai_base_url or None,
            api_key=settings.openai_api_key or ("none" if own else None),
            timeout=settings.model_timeout_s,
            max_retries=0,
            stream_usage=True,
        )

    def reply(self, request: ModelRequest, on_text: Callable[[str], None] | None = None) -> ModelReply:
        """The model's reply. `on_text` hears it as it comes. Raises: ModelTrouble."""
        try:
            return self._stream(request, on_text)
        except _SchemaRefused:
            self._with_schema = False
            return self._stream(request, on_text)

    def _stream(self, request: ModelRequest, on_text: Callable[[str], None] | None) -> ModelReply:
        import openai
        from langchain_core.messages import HumanMessage, SystemMessage

        options: dict[str, Any] = {"temperature": request.temperature, "max_tokens": request.max_tokens}
        if self._with_schema:
            options["response_format"] = {"type": "json_schema", "json_schema": {"name": request.channel or "reply", "schema": request.reply_schema}}
        text = ""
        tokens = (0, 0)
        ended = ""
        try:
            for chunk in self._client.stream([SystemMessage(request.system), HumanMessage(request.user)], **options):
                piece = chunk.text if isinstance(chunk.text, str) else str(chunk.content)
                text += piece
                if piece and on_text:
                    on_text(piece)
                refusal = chunk.additional_kwargs.get("refusal")
                if refusal:
                    raise ModelRefused(model=self.name, what=str(refusal)[:200])
                ended = chunk.response_metadata.get("finish_reason") or ended
                if chunk.usage_metadata:
                    tokens = chunk.usage_metadata["input_tokens"], chunk.usage_metadata["output_tokens"]
        except CentaurError:
            raise
        except Exception as error:  # openai, httpx2 and langchain raise types of their own; `_translated` sorts them
            raise self._translated(error, text, openai) from error
        if ended == "length":
            raise ModelCutShort(self.name, "its limit of tokens", text)
        if ended == "content_filter":
            raise ModelRefused(model=self.name, what="content filter")
        if not text.strip():
            raise ModelCutShort(self.name, "empty reply", text)
        return ModelReply(text=text, tokens_in=tokens[0], tokens_out=tokens[1])

    def _translated(self, error: Exception, text: str, openai: Any) -> Exception:
        key = self._settings.openai_api_key.get_secret_value() if self._settings.openai_api_key else ""
        what = _short(error).replace(key or "\0", "***")
        if isinstance(error, openai.LengthFinishReasonError):
            return ModelCutShort(self.name, "its limit of tokens", text)
        if isinstance(error, openai.ContentFilterFinishReasonError):
            return ModelRefused(model=self.name, what="content filter")
        if isinstance(error, openai.APITimeoutError):
            return ModelTimeout(model=self.name, timeout_s=self._settings.model_timeout_s)
        if isinstance(error, openai.APIConnectionError) or type(error).__name__ in ("RemoteProtocolError", "ReadError", "ConnectError"):
            if text:
                return ModelCutShort(self.name, what, text)
            return ModelUnreachable(model=self.name, where=self._settings.openai_base_url or "OpenAI", what=what)
        if isinstance(error, (openai.AuthenticationError, openai.PermissionDeniedError, openai.NotFoundError)):
            return ModelDenied(model=self.name, what=what)
        if isinstance(error, (openai.RateLimitError, openai.InternalServerError)):
            headers = getattr(getattr(error, "response", None), "headers", {})
            try:
                wait = float(headers.get("retry-after", ""))
            except ValueError:
                wait = None
            return ModelOverloaded(self.name, what, wait)
        if isinstance(error, openai.BadRequestError):
            if any(words in what.lower() for words in _TOO_LONG):
                return PromptTooLong(model=self.name, what=what)
            if self._with_schema and any(words in str(error).lower() for words in _SCHEMA):
                return _SchemaRefused()
        if isinstance(error, openai.OpenAIError) and "api_key" in what.lower():
            return ModelDenied(model=self.name, what=what)
        return ModelTrouble(model=self.name, what=f"{type(error).__name__}: {what}")


class _SchemaRefused(Exception):
    """The endpoint does not take a JSON schema."""


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
