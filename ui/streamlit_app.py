"""The desk's frame: language of the interface and pages. Run by `centaur ui`."""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit as st

HERE = Path(__file__).resolve().parent
if str(HERE.parent) not in sys.path:
    sys.path.insert(0, str(HERE.parent))

from copilot.cli import screen_language  # noqa: E402  # the path above makes `ui` importable wherever it is installed
from ui.words import say  # noqa: E402

st.set_page_config(page_title="Centaur", page_icon="🏹", layout="wide")
st.session_state.setdefault("language", screen_language())
language = st.session_state["language"]


def relabel() -> None:
    """Keep the choices whose labels change with the language: Streamlit would otherwise take the old label for the value."""
    for key in ("channel", "purpose"):
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


page = st.navigation([st.Page(HERE / "app_pages" / "write.py", title=say("title", language), icon="✍️", default=True)])
st.sidebar.segmented_control(
    say("interface", language), ["fr", "en"], key="language", on_change=relabel, format_func=lambda code: {"fr": "Français", "en": "English"}[code]
)
page.run()
