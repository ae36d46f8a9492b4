"""Change only this: select words of a field, see what is proposed, take the changes one by one."""

from __future__ import annotations

import html
import re

import streamlit as st

from copilot.channels import CHANNELS
from copilot.cli.show import field_label
from copilot.errors import CentaurError
from copilot.generation.angles import ANGLES, LEAVING
from copilot.generation.change import Proposal
from copilot.records import Draft
from copilot.service import Changed, Copilot
from ui import parts, seen
from ui.words import say


def panel(copilot: Copilot, draft: Draft, unsaved: bool, language: str) -> None:
    """The panel for a draft as it is stored. `unsaved`: the desk holds other words, which must be saved first."""
    if unsaved:
        st.caption(say("change_unsaved", language))
        return
    field = st.selectbox(say("field", language), list(draft.fields), key=f"change-field-{draft.id}", format_func=lambda key: field_label(key, language))
    start, end = _selection(draft.fields[field], f"change-words-{draft.text_hash}-{field}", language)
    how = st.selectbox(say("change_how", language), list(_ways(draft, language)), key="change-how", format_func=lambda way: _ways(draft, language)[way])
    state, slot = st.session_state, f"changed-{draft.id}"
    wish = (draft.text_hash, field, start, end, how)
    if st.button(say("change_ask", language), key="change-ask"):
        try:
            with st.spinner(say("change_asking", language)):
                state[slot] = (wish, copilot.change(draft.id, field, start, end, how, language))
        except CentaurError as error:
            st.error(error.say(language))
    asked, changed = state.get(slot, (None, None))
    if asked == wish and changed is not None:
        _shown(copilot, draft, changed, language)


def _ways(draft: Draft, language: str) -> dict[str, str]:
    """What can be wished for, as it is sent -> as it is called on screen."""
    ways = {name: say(f"change_{name}", language) for name in ("rewrite", "shorten", "lengthen")}
    ways |= {f"angle:{angle.name}": f"{say('change_angle', language)}: {angle.label.say(language)}" for angle in (*ANGLES, LEAVING)}
    ways |= {
        f"channel:{channel.name}": f"{say('change_channel', language)}: {channel.title[language]}" for channel in CHANNELS if channel.name != draft.channel
    }
    return ways | {"translate": say("change_translate", language)}


def _selection(text: str, key: str, language: str) -> tuple[int, int]:
    """The words chosen on a slider from the first to the last of the field, as start and end of the text."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    if len(words) < 2:
        return 0, len(text)
    places = list(range(len(words)))
    first, last = st.select_slider(
        say("change_words", language),
        places,
        value=(0, len(words) - 1),
        key=key,
        format_func=lambda place: f"{place + 1}. {text[slice(*words[place])]}",
    )
    st.markdown(f"> {_plain(text[words[first][0] : words[last][1]])}")
    return words[first][0], words[last][1]


def _plain(text: str) -> str:
    """Text as Markdown that means nothing but itself."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|<>~$:])", r"\\\1", " ".join(text.split()))


def _shown(copilot: Copilot, draft: Draft, changed: Changed, language: str) -> None:
    if changed.proposal is not None:
        _proposal(copilot, draft, changed.proposal, changed, language)
    for note in changed.notes:
        st.caption(note.say(language))
    if changed.draft is not None:
        st.success(say("change_new", language, draft=changed.draft.id))
        parts.dials(changed.scorecard, language)
        st.text("\n\n".join(changed.draft.fields.values()))
        if st.button(say("choose", language), key="change-open"):
            state = st.session_state
            state["drafts"], state["chosen"] = [*dict.fromkeys([*state["drafts"], changed.draft.id])], changed.draft.id
            st.rerun(scope="app")


def _proposal(copilot: Copilot, draft: Draft, proposal: Proposal, changed: Changed, language: str) -> None:
    st.html(difference(proposal))
    after = {**draft.fields, proposal.field: proposal.taken(draft.fields[proposal.field], proposal.numbers)}
    for found in changed.worse:
        parts.finding(found, after[found.field], language)
    if not proposal.hunks:
        st.caption(say("change_nothing", language))
        return
    taken = [
        hunk.number
        for hunk in proposal.hunks
        if st.checkbox(_plain(f"{hunk.number}. {hunk.old or '∅'} → {hunk.new or '∅'}"), value=True, key=f"hunk-{draft.text_hash}-{proposal.start}-{hunk.number}-{hash(proposal.new)}")
    ]  # fmt: skip
    if st.button(say("change_take", language, count=len(taken)), key="change-take", disabled=not taken, type="primary"):
        try:
            seen.saw(copilot.take(draft.id, proposal, taken, st.session_state.get("editor", "")))
        except CentaurError as error:
            st.error(error.say(language))
        else:
            st.rerun(scope="app")


def difference(proposal: Proposal) -> str:
    """The selection as HTML, what would go struck out and what would come underlined; all of its text escaped."""
    pieces, last = [], 0
    for hunk in proposal.hunks:
        start, end = hunk.start - proposal.start, hunk.end - proposal.start
        pieces.append(html.escape(proposal.old[last:start]))
        pieces.append(f'<del style="color:#d64545">{html.escape(hunk.old)}</del><ins style="color:#2f6f4f">{html.escape(hunk.new)}</ins>')
        last = end
    pieces.append(html.escape(proposal.old[last:]))
    return f'<p data-testid="difference" style="white-space:pre-wrap;line-height:1.55">{"".join(pieces)}</p>'
