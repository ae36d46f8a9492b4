"""Language models over the OpenAI protocol, through LangChain: OpenAI, Azure, Ollama, vLLM, llama.cpp and any other that speaks it.

Replies are streamed, so that a cut is seen as one. The JSON schema goes with the request; an endpoint that refuses schemas is asked again without, and its
reply is then held to the schema by us. Provider errors become ours here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING, Any

from copilot.adapters.models.troubles import finished, translated
from copilot.errors import CentaurError, ModelNoService, ModelRefused, PromptTooLong
from copilot.ports import ModelReply, ModelRequest
from copilot.settings import Settings

if TYPE_CHECKING:
    from langchain_openai import ChatOpenAI

_SCHEMA = ("response_format", "json_schema", "schema", "structured")


class OpenAIModel:
    """Fulfils `ports.Model` for `openai:<name>` at OPENAI_BASE_URL (default: OpenAI)."""

    def __init__(self, model: str, settings: Settings) -> None:
        self.name = f"openai:{model}"
        self._model, self._settings = model, settings
        self._with_schema = True
        self._page = ""

    def _look(self, response: Any) -> None:
        """Keep the first words of a page that comes in place of a reply, until the next answer: the library only says that it found no reply."""
        self._page = ""
        if response.is_success and "html" in response.headers.get("content-type", ""):
            response.read()
            self._page = " ".join(response.text.split())[:120]

    @cached_property
    def _client(self) -> ChatOpenAI:
        from langchain_openai import ChatOpenAI
        from openai import DefaultHttpxClient

        settings = self._settings
        own = bool(settings.openai_base_url)
        return ChatOpenAI(
            model=self._model,
            base_url=settings.openai_base_url or None,
            api_key=settings.openai_api_key or ("none" if own else None),
            timeout=settings.model_timeout_s,
            max_retries=0,
            http_client=DefaultHttpxClient(timeout=settings.model_timeout_s, event_hooks={"response": [self._look]}),
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
        from langchain_core.messages import HumanMessage, SystemMessage

        options: dict[str, Any] = {"temperature": request.temperature, "max_tokens": request.max_tokens}
        if self._with_schema:
            options["response_format"] = {"type": "json_schema", "json_schema": {"name": request.channel or "reply", "schema": request.reply_schema}}
        text = ""
        tokens = (0, 0)
        ended = ""
        try:
            with closing(self._client.stream([SystemMessage(request.system), HumanMessage(request.user)], **options)) as chunks:  # type: ignore[type-var]  # a generator, whatever its annotation says
                for chunk in chunks:
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
        except Exception as error:  # openai, httpx2 and langchain raise types of their own; `translated` sorts them
            if self._page and not text:
                raise ModelNoService(model=self.name, where=self._settings.openai_base_url or "OpenAI", excerpt=self._page) from error
            key = self._settings.openai_api_key.get_secret_value() if self._settings.openai_api_key else ""
            trouble = translated(error, self.name, self._settings.openai_base_url or "OpenAI", self._settings.model_timeout_s, text, key)
            refused = getattr(error, "status_code", 0) in (400, 422) and not isinstance(trouble, PromptTooLong)
            if self._with_schema and refused and any(words in str(error).lower() for words in _SCHEMA):
                raise _SchemaRefused from error
            raise trouble from error
        return finished(self.name, text, ended, tokens)


class _SchemaRefused(Exception):
    """The endpoint does not take a JSON schema."""
