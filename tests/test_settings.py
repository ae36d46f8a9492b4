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


@pytest.mark.parametrize(
    ("name", "value", "en", "fr"),
    [
        ("CONTEXT_TOKENS", "many", "is 'many' and must be a whole number", "vaut « many » et doit être un nombre entier"),
        ("CONTEXT_TOKENS", "5", "must be at least 100", "doit être au moins 100"),
        ("RETENTION_DAYS", "99999", "must be at most 36500", "doit être au plus 36500"),
        ("MODEL_TIMEOUT_S", "soon", "must be a number", "doit être un nombre"),
        ("MODEL_TIMEOUT_S", "0", "must be more than 0", "doit être plus que 0"),
        ("REUSE_REPLIES", "perhaps", "must be true or false", "doit être true ou false"),
        ("PROMPT_FORM", "long", "must be one of 'auto', 'instructions', 'examples'", "doit être l'un de 'auto', 'instructions', 'examples'"),
    ],
)
def test_value_that_does_not_fit_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str, en: str, fr: str) -> None:
    """A value of the wrong kind names its variable and says what it must be, in both languages."""
    monkeypatch.setenv(f"CENTAUR_{name}", value)
    with pytest.raises(UnknownSetting, match=f"CENTAUR_{name}") as caught:
        read_settings()
    assert en in caught.value.say("en")
    assert fr in caught.value.say("fr")


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
