"""A draft for many readers: how near it comes to them, and what five of them would see."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from copilot.cli.show import field_label
from copilot.errors import CentaurError
from copilot.generation.personalise import listing
from copilot.records import Draft
from copilot.service import Copilot
from ui.words import say


def panel(copilot: Copilot, draft: Draft, words: dict[str, str], language: str, put: Callable[[dict[str, str]], None]) -> None:
    """The panel. `words` are those on the desk; `put` takes gentler ones. Escapes nothing itself: everything is shown as text."""
    near = copilot.intrusiveness(draft.edited(words), draft.brief)
    told = say("near", language, level=near.level, label=near.label.say(language), cap=near.cap)
    (st.error if near.level > near.cap else st.caption)(told)
    if near.gentler:
        st.button(say("gentler", language), key="gentler", on_click=put, args=(near.gentler,))
    table = st.file_uploader(say("readers_table", language), type=["csv", "tsv", "txt", "jsonl"], key=f"readers-{draft.id}", help=say("readers_help", language))
    if table is None:
        return
    try:
        shown = copilot.for_readers(draft.id, table.getvalue())
    except CentaurError as error:
        st.error(error.say(language))
        return
    if shown.problems:
        st.error(say("open_slots", language, listing=listing(shown.problems).say(language)))
    st.dataframe(
        [{"": row.line, **{field_label(key, language): text for key, text in row.fields.items()}} for row in shown.rows], hide_index=True, width="stretch"
    )
