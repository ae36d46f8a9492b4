"""Grounding on show: what stands behind each sentence of the draft, and the facts that no field uses."""

from __future__ import annotations

import streamlit as st

from copilot.cli.making import KINDS
from copilot.cli.show import field_label
from copilot.service import Copilot
from ui.words import say


def panel(copilot: Copilot, draft: str, language: str) -> None:
    """The panel for a draft as it is stored."""
    found = copilot.grounding(draft)
    names = say("field", language), say("sentence", language), say("behind", language)
    rows = [
        dict(zip(names, (field_label(one.field, language), one.text, f"{KINDS[one.kind].say(language)} {one.source}".strip()), strict=True))
        for one in found.sentences
    ]
    st.dataframe(rows, hide_index=True, width="stretch")
    st.caption(say("backed", language, share=f"{found.backed_share:.0%}"))
    if found.unused_facts:
        st.caption(say("unused", language, names=", ".join(found.unused_facts)))
