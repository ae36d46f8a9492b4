"""Settings: read once, unknown ones refused, every one documented."""

from __future__ import annotations

from pathlib import Path

import pytest

from copilot.bootstrap import choose_model
from copilot.errors import UnknownSetting
from copilot.settings import Settings, read_settings
from tests.conftest import ROOT


def test_misspelt_setting_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A CENTAUR_ variable that does not exist is an error with the nearest name."""
    monkeypatch.setenv("CENTAUR_MODLE", "offline")
    with pytest.raises(UnknownSetting, match="did you mean CENTAUR_MODEL"):
        read_settings()


def test_value_that_does_not_fit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A value of the wrong kind names its variable."""
    monkeypatch.setenv("CENTAUR_CONTEXT_TOKENS", "many")
    with pytest.raises(UnknownSetting, match="CENTAUR_CONTEXT_TOKENS"):
        read_settings()


def test_key_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key does not stand in the settings' text."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    assert "very-secret" not in repr(read_settings())


def test_offline_is_the_default_and_a_model_without_endpoint_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing set the composer writes; openai: without key or address says what is missing."""
    assert choose_model(read_settings()) is None
    monkeypatch.setenv("CENTAUR_MODEL", "openai:gpt-5")
    with pytest.raises(UnknownSetting, match="OPENAI_API_KEY"):
        choose_model(read_settings())
    monkeypatch.setenv("CENTAUR_MODEL", "gpt-5")
    with pytest.raises(UnknownSetting, match="scripted:<file>"):
        choose_model(read_settings())


def test_every_setting_is_documented() -> None:
    """The README names every setting."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    names = [f"CENTAUR_{name.upper()}" if field.validation_alias is None else str(field.validation_alias) for name, field in Settings.model_fields.items()]
    assert [name for name in names if f"`{name}`" not in readme] == []


def test_nearest_folder_comes_first(tmp_path: Path) -> None:
    """A home's own guides come before those of the package."""
    (tmp_path / "brand_guides").mkdir()
    assert Settings(home=tmp_path).folders("brand_guides")[0] == tmp_path / "brand_guides"
