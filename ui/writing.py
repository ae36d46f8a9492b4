"""Writing, watched: how far each candidate has come, and a button that stops it. What was finished when it stopped is on the desk."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from copilot.cli.making import STATES
from copilot.generation.angles import find_angle
from copilot.generation.loop import Progress
from copilot.records import Brief
from copilot.service import Copilot
from ui.words import say


def write(copilot: Copilot, brief: Brief, count: int, language: str) -> None:
    """Write drafts and put them on the desk, also those that were finished when somebody pressed Stop. Raises: CentaurError."""
    state = st.session_state
    stop, place = st.empty(), st.empty()
    stop.button(say("stop", language), key="stop", help=say("stop_help", language))
    kept: list[str] = []
    known = {draft.id for draft, _ in copilot.drafts(brief.brand)}

    def show(rows: Sequence[Progress]) -> None:
        place.text("\n".join(line(row, language) for row in rows))

    try:
        written = copilot.write(brief, count, language, on_progress=show)
        state["notes"], state["context"] = written.notes, written.context
        kept = [draft.id for draft in written.drafts]
    except BaseException:  # a stop reaches us as Streamlit's own exception, which must travel on
        kept = [draft.id for draft, _ in copilot.drafts(brief.brand) if draft.id not in known]
        state["notes"] = ()
        raise
    finally:
        if kept:
            state["drafts"], state["chosen"] = kept, kept[0]
        stop.empty()
        place.empty()


def line(row: Progress, language: str) -> str:
    """One candidate: its angle, what it does, how much of it is there, its last words."""
    angle = find_angle(row.angle)
    label = angle.label.say(language) if angle else row.angle
    return f"{label} · {STATES[row.state].say(language)} · {row.heard}  {' '.join(row.tail.split())}"
