"""What the person at the desk has seen of a draft. Somebody else may change it behind an open page: then nothing is decided or handed out before it was read again."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from copilot.approval.workflow import EVENTS, STATES
from copilot.cli.show import field_label
from copilot.records import Review
from ui.words import say


def saw(review: Review) -> None:
    """The person knows the draft as it stands here: it was shown to them, or it is what they made of it."""
    st.session_state[f"seen-{review.draft.id}"] = _shown(review)
    st.session_state.pop(f"missed-{review.draft.id}", None)


def changed(review: Review, typed: Mapping[str, str]) -> bool:
    """Whether text or state are no longer those that the page showed. A draft that is shown for the first time has not changed.

    The first time that a change is noticed, everything is drawn again without what was clicked, and the words `typed` on the old page are put aside for `notice`.
    """
    state, draft, now = st.session_state, review.draft.id, _shown(review)
    if state.setdefault(f"seen-{draft}", now) == now:
        return False
    noticed, kept = state.get(f"missed-{draft}", (None, {}))
    if noticed != now:
        state[f"missed-{draft}"] = now, {**kept, **typed}
        st.rerun(scope="app")
    return True


def notice(review: Review, language: str) -> None:
    """In the place of the decisions: who changed the draft, what had been typed on the old page, and a button to go on with what stands now."""
    st.toast(_told(review, language), icon="⚠️")  # the click may have come from where this place is out of sight
    st.warning(f"{_told(review, language)} {say('changed_since', language)}", icon="⚠️")
    _, typed = st.session_state[f"missed-{review.draft.id}"]
    if typed:
        st.caption(say("typed_before", language))
    for name, text in typed.items():
        st.caption(field_label(name, language))
        st.code(text, language=None, wrap_lines=True)
    st.button(say("read_again", language), key="read-again", on_click=saw, args=(review,), type="primary")


def _shown(review: Review) -> tuple[str, str]:
    return review.state, review.draft.text_hash


def _told(review: Review, language: str) -> str:
    last = next(event for event in reversed(review.history) if event.kind != "exported")
    what, state = EVENTS[last.kind].say(language), STATES[review.state].say(language)
    return say("changed_by", language, what=what, who=last.who, when=f"{last.at:%Y-%m-%d %H:%M}", state=state)
