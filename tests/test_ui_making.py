"""The desk's panels on how copy is made: change only this, grounding, the AI-use record; in both languages."""

from __future__ import annotations

import html
import json
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from copilot.generation.change import finish
from copilot.records import Copy, Making
from tests.test_ui import DRIES, LEANS, REPLY, app, written  # noqa: F401  # `app` is the fixture
from ui.change import difference


def with_script(desk: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *answers: object) -> AppTest:
    """The desk with the one draft of three on it in which nothing was found, and a model that then answers so."""
    script = tmp_path / "more.json"
    script.write_text(json.dumps([REPLY, {**LEANS, "subject": "Limited time offer, act now"}, DRIES, *answers]))
    monkeypatch.setenv("CENTAUR_MODEL", f"scripted:{script}")
    monkeypatch.setenv("CENTAUR_REPAIR_ROUNDS", "0")
    st.cache_resource.clear()
    desk.default_timeout = 180
    return written(desk.run())


def unfolded(desk: AppTest, *keys: str) -> AppTest:
    """The desk with these panels open; closed ones are not drawn."""
    for key in keys:
        desk.session_state[key] = True
    return desk.run()


def test_words_are_changed_on_the_desk_and_taken_by_name(app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    """Two words are selected, the proposal shows its changes, one is taken: only it changes, under the name of who took it; the record knows both."""
    desk = unfolded(with_script(app, tmp_path, monkeypatch, {"text": "Dry canvas, partly"}), "change", "ai-use")
    assert "Canvas, mostly" in [element.value.replace("\\", "").removeprefix("> ") for element in desk.markdown]
    desk.button(key="change-ask").click().run()
    assert not desk.exception
    boxes = [box for box in desk.checkbox if str(box.key).startswith("hunk-")]
    assert [box.label.replace("\\", "") for box in boxes] == ["1. Canvas → Dry canvas", "2. mostly → partly"]
    boxes[0].uncheck().run()
    desk.button(key="change-take").click().run()
    assert any("needs a name" in error.value for error in desk.error)
    desk.text_input(key="editor").set_value("Léa Martin").run()
    desk.button(key="change-take").click().run()
    assert not desk.error
    assert "Canvas, partly" in [widget.value for widget in desk.text_input]
    assert any("steps: 2" in text.value for text in desk.text)


def test_what_stands_behind_each_sentence_is_shown(app: AppTest) -> None:  # noqa: F811
    """The table names fact, claim, passage or nothing; facts that no field uses are listed; in French too."""
    desk = unfolded(written(app), "grounding")
    assert not desk.exception
    table = next(frame.value for frame in desk.dataframe if "Behind it" in frame.value.columns)
    assert any(str(cell).startswith("fact") for cell in table["Behind it"])
    assert any("no field uses" in caption.value for caption in desk.caption)
    desk.segmented_control(key="language").set_value("fr").run()
    assert {"Ce qu'il y a derrière chaque phrase", "Trace d'usage de l'IA"} <= {one.label for one in desk.expander}
    assert not desk.exception


def test_another_channel_opens_as_a_draft_of_its_own(app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    """`channel:sms` leads to a new draft, which can be opened on the desk."""
    desk = unfolded(with_script(app, tmp_path, monkeypatch, {"text": "The Drover pack is £195. It leans."}), "change")
    desk.selectbox(key="change-how").set_value("channel:sms").run()
    desk.button(key="change-ask").click().run()
    assert any("A draft of its own" in success.value for success in desk.success)
    desk.button(key="change-open").click().run()
    assert not desk.exception
    assert "The Drover pack is £195. It leans." in [widget.value for widget in (*desk.text_input, *desk.text_area)]


def test_a_difference_is_escaped() -> None:
    """Words that look like HTML stay words."""
    copy = Copy(locale="en", fields={"body": "a <b>bold</b> word"})
    shown = difference(finish(copy, "body", 0, 18, "a <script>x</script> word", Making(model="m")))
    assert "<script>" not in shown
    assert "<b>" not in shown
    assert html.escape("<script>") in shown or "script" in shown


def test_the_table_of_readers_stays_when_its_panel_is_closed(app: AppTest) -> None:  # noqa: F811
    """Opened again, the panel shows the five readers of the same table, for this draft and no other, until the table is taken away."""
    desk = unfolded(written(app), "readers")
    chosen = desk.session_state["chosen"]
    desk.file_uploader(key=f"readers-{chosen}").set_value(("readers.csv", b"id,first_name\n7,Jo\n8,Ann\n", "text/csv")).run()
    shown = [frame.value for frame in desk.dataframe]
    assert [len(table) for table in shown] == [2]
    desk.session_state["readers"] = False
    desk.run()
    assert not desk.dataframe
    unfolded(desk, "readers")
    assert desk.dataframe[0].value.equals(shown[0])
    assert any("readers.csv" in text.value for text in desk.text)
    desk.button(key="choose-2").click().run()
    assert not desk.dataframe
    desk.button(key="choose-0").click().run()
    assert desk.dataframe[0].value.equals(shown[0])
    desk.button(key="table-away").click().run()
    assert not desk.exception
    assert not desk.dataframe
