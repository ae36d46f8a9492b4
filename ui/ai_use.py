"""The AI-use record beside the approval: what made the text, how much of it people changed, a line to print, the whole as a file."""

from __future__ import annotations

import streamlit as st

from copilot.approval.ai_use import disclosure
from copilot.service import Copilot
from ui import outgoing
from ui.words import say


def panel(copilot: Copilot, draft: str, language: str) -> None:
    """The record of a draft as it is stored."""
    use = copilot.ai_use(draft)
    st.caption(say("ai_use_line", language))
    st.code(disclosure(use, use.locale), language=None, wrap_lines=True)
    st.text(say("ai_use_made", language, model=use.model, percent=f"{use.human_percent:g}", steps=len(use.steps), repairs=use.repairs))
    st.text(say("ai_use_tokens", language, tokens_in=use.tokens_in, tokens_out=use.tokens_out, passages=len(use.passages)))
    outgoing.button(say("ai_use_file", language), "ai-use-file", f"{draft}.ai-use.json", lambda: use.model_dump_json(indent=2), language)
