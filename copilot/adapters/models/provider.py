"""Any provider that LangChain knows by name (`anthropic:...`, `mistralai:...`, `ollama:...`), when its package is installed.

The reply is asked for as JSON in words and held to the schema by us: how providers take schemas differs, and a retry costs less than a wrong guess.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from functools import cached_property
from typing import Any

from copilot.adapters.models.troubles import finished, translated
from copilot.errors import CentaurError, UnknownSetting
from copilot.language.words import both
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
            problem = both("is '{name}', whose package is not installed: {error}.", "vaut « {name} », dont le paquet n'est pas installé : {error}.")
            known = both("see the README", "voir le README")
            raise UnknownSetting(name="CENTAUR_MODEL", problem=problem.fill(name=self.name, error=error), known=known) from error
        except ValueError as error:
            problem = both("is '{name}': {error}.", "vaut « {name} » : {error}.").fill(name=self.name, error=str(error)[:160])
            known = both("openai, local, offline, or a provider of LangChain", "openai, local, offline, ou un fournisseur de LangChain")
            raise UnknownSetting(name="CENTAUR_MODEL", problem=problem, known=known) from error

    def reply(self, request: ModelRequest, on_text: Callable[[str], None] | None = None) -> ModelReply:
        """The model's reply. Raises: ModelTrouble, UnknownSetting where the provider's package is missing."""
        from langchain_core.messages import HumanMessage, SystemMessage

        schema = f"\n\nThe JSON object follows this schema: {json.dumps(request.reply_schema)}"
        text, ended, tokens = "", "", (0, 0)
        try:
            client = self._client.bind(temperature=request.temperature, max_tokens=request.max_tokens)
            with closing(client.stream([SystemMessage(request.system + schema), HumanMessage(request.user)])) as chunks:
                for chunk in chunks:
                    piece = chunk.text if isinstance(chunk.text, str) else ""
                    text += piece
                    if piece and on_text:
                        on_text(piece)
                    ended = chunk.response_metadata.get("finish_reason") or chunk.response_metadata.get("stop_reason") or ended
                    if chunk.usage_metadata:
                        tokens = chunk.usage_metadata["input_tokens"], chunk.usage_metadata["output_tokens"]
        except CentaurError:
            raise
        except Exception as error:  # each provider raises types of its own; `troubles` sorts them
            raise translated(error, self.name, self._provider, self._settings.model_timeout_s, text) from error
        return finished(self.name, text, ended, tokens)
