"""Chooses, once, what the ports are. The only place that knows both the service and the adapters; imports them when they are needed."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from copilot.errors import UnknownSetting
from copilot.language.words import both
from copilot.ports import Model
from copilot.settings import Settings, read_settings

if TYPE_CHECKING:
    from copilot.adapters.chroma import ChromaIndex
    from copilot.adapters.models.known import KnownModel
    from copilot.adapters.store import Store
    from copilot.service import Copilot


def build(settings: Settings | None = None, clock: Callable[[], datetime] | None = None) -> Copilot:
    """The program, wired by `settings` (default: the environment's). Opens nothing yet. Raises: UnknownSetting."""
    from copilot.service import Copilot

    settings = settings or read_settings()

    @cache
    def store() -> Store:
        from copilot.adapters.store import Store

        return Store(settings.store_folder)

    @cache
    def index() -> ChromaIndex:
        from copilot.adapters.chroma import ChromaIndex
        from copilot.adapters.embeddings import Remembered, choose_embeddings

        return ChromaIndex(settings.store_folder / "chroma", Remembered(choose_embeddings(settings), store()), settings.chroma_url)

    now = clock or (lambda: datetime.now(UTC))

    @cache
    def model() -> Model | None:
        chosen = choose_model(settings)
        if chosen is None:
            return None
        from copilot.generation.calls import Booked, Patient, read_prices

        booked = Booked(chosen, store, now, read_prices(settings.prices), settings.reuse_replies)
        return Patient(booked, settings.model_tries, time.sleep)

    def counter() -> object:
        from copilot.adapters.tokens import TiktokenCounter

        return TiktokenCounter(settings.store_folder / "tiktoken", settings.model_name.partition(":")[2])

    return Copilot(
        settings=settings,
        clock=now,
        library=store,
        index=index,
        ledger=store,
        books=store,
        counter=cache(counter),  # type: ignore[arg-type]  # the adapter fulfils the port; `cache` hides its type
        model=model,
    )


def known_models(settings: Settings | None = None) -> tuple[KnownModel, ...]:
    """Every way to a model on this machine, the one in force marked; nothing is loaded or sent. Raises: UnknownSetting."""
    from copilot.adapters.models import known

    return known.known_models(settings or read_settings())


def choose_model(settings: Settings) -> Model | None:
    """The model that the settings ask for; None for the offline composer. Raises: UnknownSetting."""
    kind, _, name = settings.model_name.partition(":")
    if kind == "offline":
        return None
    if kind == "openai" and name:
        if settings.openai_api_key is None and not settings.openai_base_url:
            problem = both(
                "is '{name}', but there is neither OPENAI_API_KEY nor OPENAI_BASE_URL.", "vaut « {name} », mais il n'y a ni OPENAI_API_KEY ni OPENAI_BASE_URL."
            )
            problem = problem.fill(name=settings.model_name)
            raise UnknownSetting(name="CENTAUR_MODEL", problem=problem, known="openai:<name>, local:<file>, scripted:<file>, offline")
        from copilot.adapters.models.openai import OpenAIModel

        return OpenAIModel(name, settings)
    if kind == "local" and name:
        from copilot.adapters.models.local import LocalModel

        return LocalModel(name)
    if kind == "scripted" and name:
        from copilot.testing import ScriptedModel

        return ScriptedModel.from_file(Path(name))
    if kind and name:
        from copilot.adapters.models.provider import ProviderModel

        return ProviderModel(kind, name, settings)
    known = "openai:<name>, local:<file>, <provider>:<name>, scripted:<file>, offline"
    raise UnknownSetting(name="CENTAUR_MODEL", problem=both("is '{name}'.", "vaut « {name} ».").fill(name=settings.model_name), known=known)
