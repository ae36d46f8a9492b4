"""Write: brief, drafts side by side, edit and re-check, sign."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import streamlit as st

from copilot.approval.workflow import STATES
from copilot.channels import CHANNELS, find_channel
from copilot.cli.show import EMAIL_PURPOSES, field_label, history_rows
from copilot.cli.show import WORDS as TERMS
from copilot.errors import CentaurError
from copilot.guardrails import fix
from copilot.guides.load import load_brief, make_brief
from copilot.language.words import Words
from copilot.records import Brief, Draft, Editor, Finding, Review, Scorecard
from ui import ai_use, change, grounding, outgoing, parts, previews, readers, seen, writing
from ui.words import colon, say, titled

language: str = st.session_state.get("language") or "en"
copilot = parts.copilot()
state = st.session_state


def told(error: CentaurError) -> None:
    """Show an error of ours where it happened."""
    st.error(error.say(language))


# --- sidebar: brand, channel, language, who ---
brands = list(copilot.brands())
if not brands:
    st.error("centaur guides new")
    st.stop()
with st.sidebar:
    brand = st.selectbox(say("brand", language), brands, key="brand")
    try:
        guide = copilot.guide(brand)
    except CentaurError as error:
        told(error)
        st.stop()
    names = [known.name for known in CHANNELS]
    channel_title: Callable[[str], str] = lambda name: find_channel(name).title[language]  # noqa: E731 - mypy wants its type, Streamlit a function
    channel = st.selectbox(say("channel", language), names, key="channel", index=names.index("email"), format_func=channel_title)
    purposes = find_channel(channel).purposes
    purpose = purposes[0]
    if len(purposes) > 1:
        purpose = st.selectbox(say("purpose", language), purposes, key="purpose", format_func=lambda name: EMAIL_PURPOSES[name].say(language))
    locale = st.selectbox(say("locale", language), guide.voice.locales, key="locale", format_func=lambda code: {"fr": "Français", "en": "English"}[code])
    st.text_input(say("you", language), key="editor", help=say("you_help", language))
    try:
        st.caption(f"{titled('model', language)} {copilot.model_name}" + (f"\n\n{say('offline', language)}" if copilot.model_name == "offline" else ""))
    except CentaurError as error:
        told(error)
        st.stop()

# --- brief ---
folder = copilot.brands()[brand] / "briefs"
saved = {path.stem: path for path in sorted(folder.glob("*.yaml"))} if folder.is_dir() else {}


def fill_form() -> None:
    """Put a saved brief into the form."""
    name = state["saved_brief"]
    data: dict[str, Any] = {}
    if name in saved:
        given = {"brand": brand, "channel": channel, "locale": locale, "purpose": purpose}
        data = load_brief(saved[name], given).model_dump()
    for key in ("product", "audience", "goal", "offer", "url", "notes", "consent"):
        state[f"brief_{key}"] = data.get(key, "")
    state["brief_facts"] = "\n".join(f"{name}: {value}" for name, value in data.get("facts", {}).items())


st.subheader(say("brief", language))
st.selectbox(say("saved_brief", language), list(saved), key="saved_brief", on_change=fill_form, index=None, placeholder=say("none", language))
with st.form("brief", border=True):
    left, right = st.columns(2)
    with left:
        st.text_input(say("product", language), key="brief_product", help=say("product_help", language))
        st.text_input(say("audience", language), key="brief_audience")
        st.text_input(say("goal", language), key="brief_goal")
        st.text_input(say("offer", language), key="brief_offer")
        st.text_input(say("url", language), key="brief_url")
        st.text_input(say("consent", language), key="brief_consent", help=say("consent_help", language))
    with right:
        st.text_area(say("facts", language), key="brief_facts", height=190, placeholder=say("facts_help", language))
        st.text_input(say("notes", language), key="brief_notes", help=say("notes_help", language))
        count = st.slider(say("count", language), 1, 6, 3, key="count")
    asked = st.form_submit_button(say("write", language), type="primary", key="write")


def form_brief() -> Brief:
    """The form as a brief. Raises: BriefFault, GuideFaults."""
    facts: dict[str, str] = {}
    for number, line in enumerate(state["brief_facts"].splitlines(), 1):
        name, colon, value = re.sub(r"\s*[:：]\s*", ":", line, count=1).partition(":")
        if line.strip():
            facts[name.strip() if colon else f"fact {number}"] = (value if colon else name).strip()
    data = {key: state[f"brief_{key}"] for key in ("product", "audience", "goal", "offer", "url", "notes", "consent")} | {"facts": facts}
    return make_brief(data, {"brand": brand, "channel": channel, "locale": locale, "purpose": purpose})


if asked:
    try:
        with st.spinner(say("writing", language)):
            writing.write(copilot, form_brief(), count, language)
    except CentaurError as error:
        told(error)

if not state.get("drafts"):
    st.stop()

# --- candidates side by side ---
notes: tuple[Words, ...] = state.get("notes", ())
for note in notes:
    st.caption(note.say(language))
reviews: list[Review] = [copilot.review(draft) for draft in state["drafts"]]
columns = st.columns(min(len(reviews), 3))
for number, review in enumerate(reviews):
    card = copilot.check_draft(review, language)
    with columns[number % len(columns)].container(border=True, key=f"candidate-{number}"):
        st.markdown(f"**{say('draft', language)} {number + 1}** · `{review.draft.id}` · {STATES[review.state].say(language)}")
        parts.dials(card, language)
        for key, text in review.draft.fields.items():
            st.caption(field_label(key, language))
            parts.marked(text, card.findings, key, key=f"marked-{review.draft.id}-{key}")
        if st.button(say("choose", language), key=f"choose-{number}", type="primary" if state["chosen"] == review.draft.id else "secondary"):
            state["chosen"] = review.draft.id
            st.rerun()


# --- the one on the desk ---
def current(draft: Draft, name: str) -> str:
    """Key of the input of a field. With the text as stored in it, so that what is still under way from a page with another text cannot land here."""
    return f"edit-{draft.id}-{draft.text_hash[:8]}-{name}"


def last(draft: Draft) -> tuple[Draft, dict[str, str]]:
    """The draft as stored when it was last on the desk, and the words there. Kept aside, for Streamlit forgets the value of an input that is not drawn."""
    old, words = state.get(f"desk-{draft.id}", (draft, draft.fields))
    return old, {name: state.get(current(old, name), text) for name, text in words.items()}


def words_of(draft: Draft) -> dict[str, str]:
    """The words on the desk; in a field that was stored anew since, the stored ones."""
    old, words = last(draft)
    for name, text in draft.fields.items():
        if current(draft, name) not in state or old.text_hash != draft.text_hash:
            state[current(draft, name)] = words[name] if old.fields.get(name) == text else text
    now = {name: state[current(draft, name)] for name in draft.fields}
    state[f"desk-{draft.id}"] = draft, now
    return now


def replaced(draft: Draft) -> dict[str, str]:
    """The words that were typed in fields which were stored anew since, by field."""
    old, words = last(draft)
    return {name: text for name, text in words.items() if old.fields[name] != draft.fields.get(name) and text not in (old.fields[name], draft.fields.get(name))}


def apply(draft: Draft, found: list[Finding]) -> None:
    """Put fixes into the text areas."""
    for name, text in fix.apply({name: state[current(draft, name)] for name in draft.fields}, found).items():
        state[current(draft, name)] = text


def put(draft: Draft, words: dict[str, str]) -> None:
    """Put other words into the text areas."""
    for name, text in words.items():
        state[current(draft, name)] = text


def inputs(draft: Draft) -> None:
    """One input a field, with its length."""
    st.caption(say("checked", language))
    spec = find_channel(draft.channel)
    for name, text in draft.fields.items():
        field = spec.field(name)
        limit = (field.shown or field.limit) if field else None
        length = field.length(state[current(draft, name)]) if field else 0
        label = field_label(name, language) + (f" · {say('length', language, length=length, limit=limit)}" if limit else "")
        if len(text) > 90 or "\n" in text:
            st.text_area(label, key=current(draft, name), height=max(110, 26 * (len(text) // 80 + text.count("\n") + 2)))
        else:
            st.text_input(label, key=current(draft, name))


def measured(card: Scorecard) -> None:
    """What each dial was read from."""
    for name, dial in card.dials.items():
        st.caption(f"{colon(TERMS[name].say(language), language)} {dial.why}")
        for part in dial.parts:
            number = "" if part.value is None else f"{part.value:g} {part.unit}"
            st.text(f"{colon(part.name, language)} {number} {', '.join(part.words)[:120]}".strip())


def found_in(draft: Draft, words: dict[str, str], card: Scorecard) -> None:
    """Dials, marked words, findings with their reasons and fixes."""
    parts.dials(card, language)
    parts.folded(say("measured_by", language), "measured-by", lambda: measured(card))
    st.markdown(f"**{say('findings', language)}** ({len(card.findings)})")
    safe = [found for found in card.findings if found.fix and found.fix.safety == "safe"]
    if safe:
        st.button(f"{say('apply_all', language)} ({len(safe)})", key="apply-all", on_click=apply, args=(draft, safe))
    if not card.findings:
        st.success(say("no_findings", language))
    picked = None
    for name in draft.fields:
        if any(found.field == name for found in card.findings):
            st.caption(field_label(name, language))
            hit = parts.marked(words[name], card.findings, name, key=f"desk-{draft.id}-{name}")
            picked = hit if hit is not None else picked
    shown = sorted(enumerate(card.findings), key=lambda item: (item[0] != picked, ("blocking", "scoring", "advice").index(item[1].level)))
    for index, found in shown[:12]:
        with st.container(border=index == picked, key=f"finding-{index}"):
            parts.finding(found, words.get(found.field, ""), language)
            if found.fix:
                label = f"{say('apply', language)} «{found.fix.replacement.strip() or '␣'}»"
                st.button(label, key=f"apply-{index}", on_click=apply, args=(draft, [found]))


def leaned_on(draft: Draft) -> None:
    """The passages a draft used, and those found for its brief."""
    used = set(draft.made.passages)
    st.caption(say("passages_used", language))
    for passage_id in draft.made.passages:
        st.text(passage_id)
    context = state.get("context")
    if context:
        st.caption(f"{say('passages_found', language)} ({context.tokens}/{context.budget} tokens)")
        for item in context.passages:
            st.text(f"{'★' if item.passage.id in used else '·'} {item.passage.id}  {item.score:.4f}  ({item.why})")
            st.text(item.passage.text[:280])


def history(review: Review) -> None:
    """Who did what to a draft, and when."""
    st.dataframe(history_rows(review, language), hide_index=True)


def decisions(review: Review, words: dict[str, str], card: Scorecard) -> None:
    """Save, hand in, sign, ask for changes, reject: each by name, on the words on the desk."""
    draft, changed = review.draft, words != review.draft.fields
    if changed:
        st.info(say("unsaved", language))
    blocking = {found.code: found for found in card.at_level("blocking")}
    waived = {code: st.text_input(say("waive", language, code=f"{code} {found.heading}"), key=f"waive-{draft.id}-{code}") for code, found in blocking.items()}
    note = st.text_input(say("note", language), key=f"note-{draft.id}")
    reasons = {code: reason for code, reason in waived.items() if reason.strip()}
    who = state.get("editor", "")
    steps: dict[str, Callable[[], Review]] = {
        "save": lambda: copilot.save(draft.id, words, who, review.revision),
        "submit": lambda: copilot.hand_in(draft.id, words, who, review.revision, note),
        "sign": lambda: copilot.sign(draft.id, words, Editor.model_construct(name=who), review.revision, reasons, note),
        "changes": lambda: copilot.request_changes(draft.id, who, note, review.revision),
        "reject": lambda: copilot.reject(draft.id, who, note, review.revision),
    }
    idle = {
        "save": not changed,
        "submit": review.state not in ("draft", "changes requested"),
        "sign": review.state == "approved" and not changed,
        "changes": review.state != "in review",
        "reject": review.state != "in review",
    }
    columns = [*st.columns(3), *st.columns(3)[:2]]
    for column, (step, take) in zip(columns, steps.items(), strict=True):
        if column.button(say(step, language), key=step, type="primary" if step == "sign" else "secondary", disabled=idle[step], width="stretch"):
            try:
                seen.saw(take())
            except CentaurError as error:
                told(error)
            else:
                st.rerun(scope="app")


def signed(review: Review) -> None:
    """Approved copy, to the clipboard and as a file."""
    if review.approval is None:
        return
    at, text_hash = f"{review.approval.at:%Y-%m-%d %H:%M}", review.approval.text_hash[:8]
    st.success(say("signed", language, who=review.approval.editor.name, when=at, hash=text_hash), icon="🖋️")
    outgoing.copy(copilot, review, say("copy", language), "copy", language)
    outgoing.download(copilot, review, say("download", language), "md", "liquid", "download", language)
    previews.downloads(copilot, review, language)


@st.fragment
def desk() -> None:
    """The chosen draft. A fragment, so that an edit re-checks this one draft and nothing else is drawn again."""
    review = copilot.review(state["chosen"])
    draft = review.draft
    lost, words = replaced(draft), words_of(draft)
    behind = seen.changed(review, lost)
    st.divider()
    st.subheader(f"{titled('chosen', language)} {draft.id} · {STATES[review.state].say(language)}")
    card = copilot.check(draft.edited(words), draft.brief.brand, draft.brief, language)
    left, right = st.columns([3, 2])
    with left:
        inputs(draft)
    with right:  # what an edit is waited for comes first
        found_in(draft, words, card)
    with left:
        previews.show(copilot, draft.edited(words), language)
        if behind:
            seen.notice(review, language)
        else:
            decisions(review, words, card)
            if words == draft.fields:
                signed(review)
            parts.folded(say("change", language), "change", lambda: change.panel(copilot, draft, words != draft.fields, language))
        parts.folded(say("ai_use", language), "ai-use", lambda: ai_use.panel(copilot, draft.id, language))
        parts.folded(say("readers", language), "readers", lambda: readers.panel(copilot, draft, words, language, lambda gentler: put(draft, gentler)))
        parts.folded(say("history", language), "history", lambda: history(copilot.review(draft.id)))
    with right:
        parts.folded(say("grounding", language), "grounding", lambda: grounding.panel(copilot, draft.id, language))
        parts.folded(say("passages", language), "passages", lambda: leaned_on(draft))


desk()
