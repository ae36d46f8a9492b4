"""Previews where people meet them: in the terminal and on the desk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from copilot.channels import CHANNELS
from copilot.cli.app import app
from copilot.errors import UnknownDraft
from tests.conftest import ROOT
from tests.test_cli import BRIEF


def test_a_draft_is_previewed_in_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """`centaur preview` draws in French, and prints the same as JSON; an unknown draft is told."""

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
        assert result.exit_code == 0
        return result.stdout

    monkeypatch.chdir(ROOT)
    row = json.loads(run("write", "--brief", BRIEF, "--brand", "fettle-and-thole", "--channel", "sms", "--locale", "en", "--n", "1", "--json"))
    draft = row["drafts"][0]["id"]
    (shown,) = json.loads(run("preview", draft, "--json"))
    assert (shown["preview"], "".join(shown["parts"])) == ("Bubbles", row["drafts"][0]["fields"]["text"])
    monkeypatch.setenv("CENTAUR_LANGUAGE", "fr")
    assert "1 message(s) facturé(s) · GSM-7" in run("preview", draft)
    with pytest.raises(UnknownDraft):
        run("preview", "d0000000")


def test_the_desk_offers_every_channel_and_previews_the_words_on_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All channels, e-mail first; the kind of e-mail is asked for; an edit changes the preview before it is saved."""
    script = tmp_path / "script.json"
    script.write_text(json.dumps([{"title": "It leans", "body": "The Drover pack is £195."}]))
    monkeypatch.setenv("CENTAUR_MODEL", f"scripted:{script}")
    monkeypatch.chdir(ROOT)
    st.cache_resource.clear()
    desk = AppTest.from_file(str(ROOT / "ui" / "streamlit_app.py"), default_timeout=60).run()
    assert desk.selectbox(key="channel").value == "email"
    assert len(desk.selectbox(key="channel").options) == len(CHANNELS)
    assert desk.selectbox(key="purpose").options == ["letter", "newsletter", "promotion", "cart reminder", "win-back"]
    desk.selectbox(key="brand").set_value("fettle-and-thole").run()
    desk.selectbox(key="channel").set_value("push").run()
    assert not [box for box in desk.selectbox if box.key == "purpose"]
    desk.selectbox(key="saved_brief").set_value("drover-pack").run()
    desk.slider(key="count").set_value(1).run()
    desk.button(key="write").click().run()
    assert not desk.exception

    def drawn() -> str:
        return next(html.proto.body for html in desk.html if "preview-Notification" in html.proto.body)

    assert "It leans" in drawn()
    next(widget for widget in desk.text_input if str(widget.key).endswith("-title")).set_value("It leans <b>left</b>").run()
    assert "It leans &lt;b&gt;left&lt;/b&gt;" in drawn()
    st.cache_resource.clear()
