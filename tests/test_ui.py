"""The desk's logic, by Streamlit's own test runner: brief to signed draft, in both languages, with every refusal on screen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT

REPLY = {
    "subject": "A revolutionary pack, 99 kg",
    "preheader": "To the left, mostly.",
    "body": "This is the Drover pack. It costs £195.",
    "call_to_action": "See the pack",
}

LEANS = {
    "subject": "It leans",
    "preheader": "Nobody here knows why.",
    "body": "Somebody always asks about the Drover pack. It leans to the left. Move the flask.",
    "call_to_action": "Ask Priya",
}
DRIES = {
    "subject": "Canvas, mostly",
    "preheader": "Hang it by the stove.",
    "body": "Keep your old bag another year. When it goes, the Drover pack is £195.",
    "call_to_action": "Read the bill",
}


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The desk with a scripted model, so that the words are known."""
    script = tmp_path / "script.json"
    script.write_text(json.dumps([REPLY, LEANS, DRIES]))
    monkeypatch.setenv("CENTAUR_MODEL", f"scripted:{script}")
    monkeypatch.chdir(ROOT)
    st.cache_resource.clear()
    made = AppTest.from_file(str(ROOT / "ui" / "streamlit_app.py"), default_timeout=180).run()
    yield made
    from copilot.adapters import chroma

    for lock in chroma._owned.values():
        lock.release()
    chroma._owned.clear()
    st.cache_resource.clear()


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def written(app: AppTest) -> AppTest:
    """The desk after drafts were written for the saved brief."""
    app.selectbox(key="brand").set_value("fettle-and-thole").run()
    app.selectbox(key="saved_brief").set_value("drover-pack").run()
    assert "price: £195" in app.text_area(key="brief_facts").value
    app.button(key="write").click().run()
    assert not app.exception
    return app


def on_desk(app: AppTest, field: str) -> str:
    """Key of the field's input on the desk."""
    return next(widget.key for widget in (*app.text_input, *app.text_area) if str(widget.key).endswith(f"-{field}") and str(widget.key).startswith("edit-"))


def test_drafts_are_shown_with_dials_and_findings(app: AppTest) -> None:
    """Candidates stand side by side; an unsupported figure is flagged, with its reason and source."""
    written(app).button(key="choose-2").click().run()
    shown = " ".join(html.proto.body for html in app.html)
    assert shown.count('data-testid="dial-voice"') >= 3
    assert "GRD0" in shown
    assert "99 kg" in shown


def test_an_edit_is_rechecked_and_saved_by_name(app: AppTest) -> None:
    """Changing the words changes the findings at once; saving needs a name."""
    written(app).button(key="choose-2").click().run()
    app.text_input(key=on_desk(app, "subject")).set_value("A pack that leans").run()
    desk = [html.proto.body for html in app.html if "finding-card" in html.proto.body]
    assert not any("99 kg" in body for body in desk)
    app.button(key="save").click().run()
    assert any("needs a name" in error.value for error in app.error)
    app.text_input(key="editor").set_value("Léa Martin").run()
    app.button(key="save").click().run()
    assert not app.error
    assert app.text_input(key=on_desk(app, "subject")).value == "A pack that leans"


def test_a_named_editor_signs_exactly_the_words_on_the_desk(app: AppTest) -> None:
    """Sign saves, hands in and approves; the approved copy can be copied and downloaded; an edit takes the approval away."""
    written(app)
    app.text_input(key="editor").set_value("Paul Roux").run()
    app.text_input(key=on_desk(app, "subject")).set_value("A pack that leans").run()
    app.button(key="sign").click().run()
    assert not app.exception
    assert any("Signed by Paul Roux" in success.value for success in app.success)
    assert {"Copy", "Download"} <= set(labels(app))
    app.text_input(key=on_desk(app, "subject")).set_value("It leans").run()
    app.button(key="save").click().run()
    assert not any("Signed by" in success.value for success in app.success)


def test_blocking_findings_want_a_reason_on_screen(app: AppTest) -> None:
    """Signing over a blocking finding is refused until its reason is written."""
    written(app)
    app.text_input(key="editor").set_value("Paul Roux").run()
    app.text_input(key=on_desk(app, "body")).set_value("As an AI language model, I cannot carry the Drover pack.").run()
    app.button(key="sign").click().run()
    assert any("Blocking findings are open: SAF001" in error.value for error in app.error)
    reason = next(widget for widget in app.text_input if str(widget.key).startswith("waive-"))
    reason.set_value("It is the joke of the mail.").run()
    app.button(key="sign").click().run()
    assert any("Signed by Paul Roux" in success.value for success in app.success)


def test_the_interface_is_french_too(app: AppTest) -> None:
    """Switching the language relabels the desk and keeps what was chosen."""
    app.selectbox(key="channel").set_value("google_rsa").run()
    app.segmented_control(key="language").set_value("fr").run()
    assert not app.exception
    assert app.selectbox(key="channel").value == "google_rsa"
    assert "Écrire des brouillons" in labels(app)
    app.segmented_control(key="language").set_value("en").run()
    assert "Write drafts" in labels(app)


def test_a_brief_without_facts_is_refused_on_screen(app: AppTest) -> None:
    """The error stands on the page; nothing is written."""
    app.text_input(key="brief_product").set_value("la bouillotte")
    app.button(key="write").click().run()
    assert any("it has no facts" in error.value for error in app.error)
    assert not app.exception


def test_model_trouble_is_told_on_screen(app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal of the model is a sentence, not a traceback."""
    script = tmp_path / "refuses.json"
    script.write_text(json.dumps([{"error": "refused"}]))
    monkeypatch.setenv("CENTAUR_MODEL", f"scripted:{script}")
    st.cache_resource.clear()
    app.run()
    app.selectbox(key="brand").set_value("fettle-and-thole").run()
    app.selectbox(key="saved_brief").set_value("drover-pack").run()
    app.button(key="write").click().run()
    assert any("refused to write this" in error.value for error in app.error)
    assert not app.exception
