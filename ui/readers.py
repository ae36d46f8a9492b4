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
    slot, state = f"table-{draft.id}", st.session_state
    label, about = say("readers_table", language), say("readers_help", language)
    given = st.file_uploader(label, type=["csv", "tsv", "txt", "jsonl"], key=f"readers-{draft.id}", help=about, on_change=_keep, args=(draft.id,))
    if slot not in state:
        return
    name, table = state[slot]
    if given is None:
        st.text(say("table_kept", language, file=name))
        st.button(say("table_away", language), key="table-away", on_click=state.pop, args=(slot,))
    try:
        shown = copilot.for_readers(draft.id, table)
    except CentaurError as error:
        st.error(error.say(language))
        return
    if shown.problems:
        st.error(say("open_slots", language, listing=listing(shown.problems).say(language)))
    st.dataframe(
        [{"": row.line, **{field_label(key, language): text for key, text in row.fields.items()}} for row in shown.rows], hide_index=True, width="stretch"
    )


def _keep(draft: str) -> None:
    """Keep the table that was put there, or forget the one that was taken away: Streamlit forgets a table once its panel is closed."""
    given, slot = st.session_state[f"readers-{draft}"], f"table-{draft}"
    if given is None:
        st.session_state.pop(slot, None)
    else:
        st.session_state[slot] = given.name, given.getvalue()
