"""Words on their way out of the desk: a button that asks for them when it is clicked, so that none wait in a page that was drawn while they were still approved."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from copilot.approval.outgoing import Form
from copilot.errors import CentaurError
from copilot.language.merge_tags import Tool
from copilot.records import Review
from copilot.service import Copilot
from ui.words import say

_GIVEN = st.components.v2.component(
    "given",
    html='<p role="status"></p><textarea readonly hidden rows="8"></textarea>',
    css="""
p { font-family: var(--st-font); color: var(--st-text-color); font-size: .875rem; opacity: .7; margin: 0; }
textarea { width: 100%; box-sizing: border-box; font: inherit; }
""",
    js="""
export default function ({ parentElement, data }) {
  const told = parentElement.querySelector('p');
  if (told.textContent) return;
  told.textContent = '…';
  if (data.file) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([data.words]));
    link.download = data.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    told.textContent = data.done;
    return;
  }
  const byHand = () => {
    const place = parentElement.querySelector('textarea');
    place.value = data.words;
    place.hidden = false;
    place.select();
    told.textContent = data.byHand;
  };
  Promise.resolve().then(() => navigator.clipboard.writeText(data.words)).then(() => { told.textContent = data.done; }, byHand);
}
""",
)
"""What happens in the browser once words may go: they are saved as a file, or copied; where the browser forbids that, they are shown, selected."""


def button(label: str, key: str, file: str, words: Callable[[], str], language: str) -> None:
    """A button that saves as `file` what `words` gives at the click, or copies it where `file` is empty. A refusal is told instead."""
    if not st.button(label, key=key):
        return
    try:
        given = words()
    except CentaurError as error:
        st.error(error.say(language))
        return
    number = st.session_state["given"] = st.session_state.get("given", 0) + 1  # a component of its own each time: what is drawn again gives nothing again
    done = say("saved_as", language, file=file) if file else say("copied", language)
    _GIVEN(data={"words": given, "file": file, "done": done, "byHand": say("copy_by_hand", language)}, key=f"given-{number}")


def copy(copilot: Copilot, review: Review, label: str, key: str, language: str) -> None:
    """A button that copies an approved draft, which its history notes."""
    button(label, key, "", lambda: copilot.exported(review.draft.id, _who(review), "txt", revision=review.revision).strip(), language)


def download(copilot: Copilot, review: Review, label: str, form: Form, tool: Tool, key: str, language: str) -> None:
    """A button that saves an approved draft in one of its forms, which its history notes."""
    button(label, key, f"{review.draft.id}.{form}", lambda: copilot.exported(review.draft.id, _who(review), form, tool, review.revision), language)


def _who(review: Review) -> str:
    """The name at the desk, else the signer's."""
    return st.session_state.get("editor") or (review.approval.editor.name if review.approval else "")
