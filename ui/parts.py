"""Pieces that pages share: the program itself, dials, marked text. Text of drafts and guides never becomes HTML."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from copilot.bootstrap import build
from copilot.cli.show import WORDS as TERMS
from copilot.cli.show import field_label
from copilot.records import Dial, Finding, Scorecard
from copilot.service import Copilot
from ui.words import say, titled

COLOURS = {"blocking": "#d64545", "scoring": "#e0a100", "advice": "#3d8bbd"}
VERDICTS = {"blocked": "red", "needs work": "orange", "ready for review": "green"}


@st.cache_resource(show_spinner=False)
def copilot() -> Copilot:
    """The program, one for all sessions of this process."""
    return build()


_MARKED = st.components.v2.component(
    "marked_text",
    html='<p class="text"></p>',
    css="""
.text { font-family: var(--st-font); color: var(--st-text-color); white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; line-height: 1.55; }
mark { background: transparent; color: inherit; border-bottom: 2px solid; cursor: pointer; padding-bottom: 1px; }
mark:hover, mark:focus { outline: none; background: color-mix(in srgb, currentColor 12%, transparent); }
mark.blocking { border-color: #d64545; background: #d6454522; } mark.scoring { border-color: #e0a100; background: #e0a10022; } mark.advice { border-color: #3d8bbd; border-bottom-style: dotted; }
""",
    js="""
export default function ({ parentElement, data, setTriggerValue }) {
  const place = parentElement.querySelector('.text');
  place.replaceChildren();
  let last = 0;
  const letters = Array.from(data.text);
  for (const span of data.spans) {
    place.append(letters.slice(last, span.start).join(''));
    const mark = document.createElement('mark');
    mark.textContent = letters.slice(span.start, span.end).join('');
    mark.className = span.level;
    mark.title = span.title;
    mark.tabIndex = 0;
    mark.setAttribute('role', 'button');
    mark.setAttribute('aria-label', span.title);
    mark.dataset.testid = 'finding';
    mark.onclick = () => setTriggerValue('picked', span.index);
    mark.onkeydown = (event) => { if (event.key === 'Enter') mark.onclick(); };
    place.append(mark);
    last = span.end;
  }
  place.append(letters.slice(last).join(''));
}
""",
)


def spans(findings: Sequence[Finding], field: str) -> list[dict[str, Any]]:
    """Spans of one field that do not overlap, the gravest first where they do."""
    order = ("blocking", "scoring", "advice")
    own = [(index, finding) for index, finding in enumerate(findings) if finding.field == field and finding.start < finding.end]
    kept: list[tuple[int, Finding]] = []
    for index, finding in sorted(own, key=lambda item: order.index(item[1].level)):
        if all(finding.end <= other.start or other.end <= finding.start for _, other in kept):
            kept.append((index, finding))
    kept.sort(key=lambda item: item[1].start)
    return [
        {
            "index": index,
            "start": f.start,
            "end": f.end,
            "level": f.level,
            "title": f"{f.heading} ({f.code}): {f.message}\n{f.why}\n→ {f.suggestion}\n{f.source}",
        }
        for index, f in kept
    ]


def marked(text: str, findings: Sequence[Finding], field: str, key: str) -> int | None:
    """`text` with its findings underlined; hovering tells the rule, a click returns the index of the finding."""
    result = _MARKED(data={"text": text, "spans": spans(findings, field)}, key=key, on_picked_change=lambda: None)
    picked = getattr(result, "picked", None)
    return int(picked) if picked is not None else None


def dial(name: str, value: Dial, language: str) -> str:
    """A dial as HTML: label, scale with its interval, number. Only our own words and numbers go in."""
    label = html.escape(TERMS[name].say(language))
    why = html.escape(value.why, quote=True)
    if value.value is None or value.low is None or value.high is None:
        return (
            f'<div title="{why}" style="margin:.15rem 0;display:flex;gap:.5rem;align-items:center;font-size:.85rem"><span style="width:7.2rem">{label}</span>'
            f'<span style="opacity:.6;font-style:italic">{html.escape(TERMS["not measured"].say(language))}</span></div>'
        )
    return (
        f'<div title="{why}" data-testid="dial-{name}" style="margin:.15rem 0;display:flex;gap:.5rem;align-items:center;font-size:.85rem">'
        f'<span style="width:7.2rem">{label}</span>'
        '<span style="position:relative;flex:1;height:.5rem;border-radius:.25rem;background:#8883">'
        f'<span style="position:absolute;left:{value.low:.0f}%;width:{max(value.high - value.low, 1):.0f}%;height:100%;border-radius:.25rem;background:#6b9e7888"></span>'
        f'<span style="position:absolute;left:calc({value.value:.0f}% - 2px);width:4px;top:-.15rem;height:.8rem;border-radius:2px;background:#2f6f4f"></span></span>'
        f'<b style="width:1.8rem;text-align:right">{value.value:.0f}</b><span style="opacity:.6;width:3.4rem">{value.low:.0f}–{value.high:.0f}</span></div>'
    )


def dials(card: Scorecard, language: str) -> None:
    """The three dials and the verdict."""
    st.badge(TERMS[card.verdict].say(language), color=VERDICTS[card.verdict])  # type: ignore[arg-type]  # colours are Streamlit's own names
    st.html("".join(dial(name, value, language) for name, value in card.dials.items()))


def finding(item: Finding, text: str, language: str) -> None:
    """One finding in the `text` of its field: level, rule, words, what is wrong, why, source, way out. A mere space is shown between its neighbours."""
    level = html.escape(TERMS[item.level].say(language))
    place = html.escape(field_label(item.field, language))
    shown = item.text if item.text.strip() else f"{text[max(0, item.start - 8) : item.start]}␣{text[item.end : item.end + 8]}"
    words = html.escape(" ".join(shown.split())[:90])
    st.html(
        f'<div data-testid="finding-card" style="font-size:.9rem;border-left:4px solid {COLOURS[item.level]};padding-left:.7rem">'
        f"<b>{html.escape(item.heading)}</b> <span style='opacity:.7'>{html.escape(item.code)} · {level} · {place}</span><br>"
        f"<span style='background:{COLOURS[item.level]}22'>{words}</span><br>{html.escape(item.message)}<br>"
        f"<span style='color:#2f6f4f'>→ {html.escape(item.suggestion)}</span>"
        f"<details style='margin-top:.3rem'><summary style='cursor:pointer;opacity:.7'>{html.escape(say('why', language))} / {html.escape(say('source', language))}</summary>"
        f"{html.escape(item.why)}<br><span style='opacity:.7'>{html.escape(titled('source', language))} {html.escape(item.source)}</span></details></div>"
    )


def folded(label: str, key: str, draw: Callable[[], None], icon: str | None = None, opened: bool = False) -> None:
    """What is folded away until it is asked for: `draw` runs only while it is open, so that an edit does not wait for what nobody looks at."""
    place = st.expander(label, expanded=opened, key=key, icon=icon, on_change="rerun")
    if place.open:
        with place:
            draw()
