"""Every test starts with a clean environment, a store of its own, and no way to a provider."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from copilot.ports import Model
from copilot.service import Copilot
from copilot.settings import Settings
from copilot.testing import MemoryIndex, fixed_clock

ROOT = Path(__file__).resolve().parents[1]
GOOD = {
    "subject": "A pack that leans",
    "preheader": "To the left, mostly.",
    "body": "This is the Drover pack. It costs £195.",
    "call_to_action": "See the pack",
}
"""A reply of a model in which nothing is to be mended: an e-mail about the Drover pack."""
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
"""The same examples at every run, so that a failure can be looked at; HYPOTHESIS_PROFILE=default draws others."""


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No key, no endpoint, a fresh store; messages in English."""
    for name in list(os.environ):
        if name.startswith(("CENTAUR_", "OPENAI_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("CENTAUR_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("CENTAUR_LANGUAGE", "en")
    monkeypatch.setenv("ANONYMIZED_TELEMETRY", "False")
    monkeypatch.setenv("LANGSMITH_TRACING", "false")
    monkeypatch.setenv("COLUMNS", "140")


@pytest.fixture
def make_copilot(tmp_path: Path) -> Iterator[Callable[..., Copilot]]:
    """Makes a `Copilot` over a real SQL store and an index in memory, at a fixed time; `home` and `model` may be given."""
    from copilot.adapters.store import Store
    from copilot.adapters.tokens import TiktokenCounter

    stores: list[Store] = []

    def make(model: Model | None = None, home: Path = ROOT, **more: Any) -> Copilot:
        settings = Settings(home=home, store=tmp_path / "store", **{"repair_rounds": 0, "model_parallel": 1, **more})
        store = Store(settings.store_folder)
        stores.append(store)
        index = MemoryIndex()
        counter = TiktokenCounter(tmp_path / "tiktoken")
        return Copilot(settings, fixed_clock, lambda: store, lambda: index, lambda: store, lambda: store, lambda: counter, lambda: model)

    yield make
    for store in stores:
        store.close()
