"""Previews drawn: each looks like the place where the copy will be read. Text is escaped; no address is followed and nothing is loaded.

The places are light whatever the theme of the desk, as they are on most screens; what a reader does not see at first is told below, in grey.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import streamlit as st

from copilot.language.blocks import Block, Piece
from copilot.language.merge_tags import TITLES, Tool
from copilot.language.words import Words, both
from copilot.previews.shapes import Banner, BelowAd, Bubbles, Card, Cut, InboxLine, Notification, Page, Preview, Questions, SearchAd, SearchResult
from copilot.records import Draft, Review
from copilot.service import Copilot
from ui import outgoing, parts

WORDS: dict[str, Words] = {
    "preview": both("Where it will be read", "Là où on le lira"),
    "desktop": both("Desktop", "Ordinateur"),
    "phone": both("Phone", "Téléphone"),
    "sponsored": both("Sponsored", "Sponsorisé"),
    "more": both("… See more", "… Voir plus"),
    "unseen": both("Not seen at first: ", "Ne se voit pas d'emblée : "),
    "px": both("Title {title} of {title_room} px · description {description} of {description_room} px", "Titre {title} px sur {title_room} · description {description} px sur {description_room}"),
    "combination": both("One way to combine it", "Une façon de l'assembler"),
    "picture": both("picture", "image"),
    "sms": both("{parts} message(s) billed · {encoding} · {units} of {room}", "{parts} message(s) facturé(s) · {encoding} · {units} sur {room}"),
    "dear": both("Outside the GSM alphabet, and dear: {signs}", "Hors de l'alphabet GSM, et chers : {signs}"),
    "now": both("now", "maintenant"),
    "message": both("Opened", "Ouvert"),
    "page": both("The page", "La page"),
    "nothing": both("Nothing to show yet.", "Rien à montrer pour l'instant."),
    "tool": both("Tool that sends it", "Outil d'envoi"),
    "html": both("Download HTML", "Télécharger le HTML"),
    "eml": both("Download the message (.eml)", "Télécharger le message (.eml)"),
    "about": both("Measures differ between devices and change; this shows what to expect.", "Les mesures varient d'un appareil à l'autre et changent : voici à quoi s'attendre."),
}  # fmt: skip
SANS = "Arial, Helvetica, sans-serif"
BOX = f"background:#fff;color:#1f1f1f;border:1px solid #dadce0;border-radius:12px;padding:14px 16px;margin:0 0 10px;font-family:{SANS};overflow-wrap:anywhere;box-sizing:border-box;"
"""The paper on which each preview stands."""


def tag(name: str, style: str, *inside: str, **attributes: str) -> str:
    """An element; `inside` is HTML already, attribute values are escaped here."""
    more = "".join(f' {key.replace("_", "-")}="{html.escape(value, quote=True)}"' for key, value in attributes.items())
    return f'<{name} style="{style}"{more}>{"".join(inside)}</{name}>'


def text(words: str) -> str:
    """Words as HTML: escaped, line breaks kept."""
    return html.escape(words).replace("\n", "<br>")


def _caption(words: str) -> str:
    return tag("div", f"font:12px {SANS};color:#5f6368;margin:0 0 4px", text(words))


def _unseen(language: str, *cuts: Cut) -> str:
    """What is cut off, said below the preview."""
    hidden = " · ".join(f"…{cut.hidden}" for cut in cuts if cut.hidden)
    return tag("div", f"font:12px {SANS};color:#80868b;margin-top:8px", text(WORDS["unseen"].say(language) + hidden)) if hidden else ""


def _dots(cut: Cut) -> str:
    return text(cut.seen + ("\u00a0…" if cut.hidden else ""))


def _avatar(name: str, round_: bool = True, colour: str = "#5f6368") -> str:
    radius = "50%" if round_ else "8px"
    style = f"display:inline-flex;align-items:center;justify-content:center;width:34px;height:34px;border-radius:{radius};background:{colour};color:#fff;font:600 15px {SANS};flex:none"
    return tag("span", style, text(name[:1].upper()))


def _picture(language: str, height: int, dark: bool = False) -> str:
    """Where a picture will stand that nobody has chosen yet."""
    ground, ink = ("#222", "#777") if dark else ("repeating-linear-gradient(45deg,#f1f3f4,#f1f3f4 10px,#e8eaed 10px,#e8eaed 20px)", "#80868b")
    return tag("div", f"height:{height}px;background:{ground};color:{ink};display:flex;align-items:center;justify-content:center;font:12px {SANS}", text(WORDS["picture"].say(language)))  # fmt: skip


def search_result(shown: SearchResult, language: str) -> str:
    """An entry of a results page, with its widths."""
    room = 652 if shown.device == "desktop" else 380
    measures = WORDS["px"].say(
        language, title=shown.title_px, title_room=shown.title_room_px, description=shown.description_px, description_room=shown.description_room_px
    )
    head = tag(
        "div",
        "display:flex;gap:10px;align-items:center;margin-bottom:4px",
        _avatar(shown.site),
        tag("div", "line-height:1.25", tag("div", "font-size:14px;color:#202124", text(shown.site)), tag("div", "font-size:12px;color:#4d5156", text(shown.address))),
    )  # fmt: skip
    return _caption(f"{WORDS[shown.device].say(language)} · {measures}") + tag(
        "div",
        f"{BOX}max-width:{room}px;",
        head,
        tag("div", "font-size:20px;line-height:1.3;color:#1a0dab;margin:2px 0 3px", _dots(shown.title)),
        tag("div", "font-size:14px;line-height:1.57;color:#4d5156", _dots(shown.description)),
        _unseen(language, shown.title, shown.description),
    )


def search_ad(shown: SearchAd, language: str) -> str:
    """A search ad as one of its combinations."""
    return tag(
        "div",
        f"{BOX}max-width:652px;",
        tag("div", "font-size:12px;color:#202124;margin-bottom:4px", tag("b", "", text(WORDS["sponsored"].say(language))), " · ", text(shown.address)),
        tag("div", "font-size:20px;line-height:1.3;color:#1a0dab;margin-bottom:3px", text(" | ".join(shown.headlines))),
        tag("div", "font-size:14px;line-height:1.57;color:#4d5156", text(" ".join(shown.descriptions))),
    )


def banner(shown: Banner, language: str) -> str:
    """Assets under a picture."""
    return tag(
        "div",
        f"{BOX}padding:0;overflow:hidden;max-width:340px;",
        _picture(language, 110),
        tag(
            "div",
            "padding:12px 14px",
            tag("div", "font-size:18px;font-weight:600;line-height:1.3", text(shown.headline)),
            tag("div", "font-size:14px;color:#3c4043;margin:4px 0 8px", text(shown.description)) if shown.description else "",
            tag("div", "font-size:12px;color:#5f6368", text(f"{WORDS['sponsored'].say(language)} · {shown.name}")),
        ),
    )


def below_ad(shown: BelowAd, language: str) -> str:
    """Sitelinks in two columns, callouts and snippets in a line."""
    links = "".join(
        tag("div", "", tag("div", "font-size:16px;color:#1a0dab", text(link)), *(tag("div", "font-size:13px;color:#4d5156", text(line)) for line in lines))
        for link, lines in shown.sitelinks
    )
    rows = tag("div", "display:grid;grid-template-columns:1fr 1fr;gap:10px 24px;margin-bottom:8px", links) if links else ""
    callouts = tag("div", "font-size:14px;color:#4d5156", text(" · ".join(shown.callouts)))
    snippets = tag("div", "font-size:14px;color:#4d5156;margin-top:4px", text(", ".join(shown.snippets))) if shown.snippets else ""
    return tag("div", f"{BOX}max-width:652px;", rows, callouts, snippets)


def card(shown: Card, language: str) -> str:
    """A post in its feed."""
    return _CARDS.get(shown.place, _feed_card)(shown, language)


def _folded(cut: Cut, language: str, colour: str = "#65676b") -> str:
    more = tag("span", f"color:{colour};font-weight:600", text(" " + WORDS["more"].say(language))) if cut.hidden else ""
    return text(cut.seen) + more


def _feed_card(shown: Card, language: str) -> str:
    """Meta and LinkedIn: who, text folded, picture, bar with the link."""
    head = tag(
        "div",
        "display:flex;gap:10px;align-items:center;padding:12px 14px 8px",
        _avatar(shown.name, shown.place == "meta_ad"),
        tag("div", "line-height:1.2", tag("div", "font-weight:600;font-size:14px", text(shown.name)), tag("div", "font-size:12px;color:#65676b", text(WORDS["sponsored"].say(language)))),
    )  # fmt: skip
    bar = tag(
        "div",
        "background:#f0f2f5;padding:10px 14px",
        tag("div", "font-size:12px;color:#65676b;text-transform:none", text(shown.site)) if shown.site else "",
        tag("div", "font-weight:600;font-size:15px;line-height:1.3", _dots(shown.headline)),
        tag("div", "font-size:13px;color:#65676b", _dots(shown.description)) if shown.description.seen else "",
    )
    hidden = _unseen(language, shown.headline, shown.description)
    return tag(
        "div",
        f"{BOX}padding:0;overflow:hidden;max-width:480px;",
        head,
        tag("div", "padding:0 14px 10px;font-size:14px;line-height:1.4", _folded(shown.text, language)),
        _picture(language, 130),
        bar,
        tag("div", "padding:0 14px 8px", hidden) if hidden else "",
    )


def _film(shown: Card, language: str) -> str:
    """TikTok: one line over a film."""
    return tag(
        "div",
        f"{BOX}padding:0;overflow:hidden;max-width:270px;background:#111;color:#fff;position:relative;",
        _picture(language, 330, dark=True),
        tag(
            "div",
            "position:absolute;left:0;right:0;bottom:0;padding:12px 14px;background:linear-gradient(transparent,#000c)",
            tag("div", "font-weight:700;font-size:15px", text(shown.name)),
            tag("div", "font-size:14px;line-height:1.35;margin:3px 0", _folded(shown.text, language, "#ddd")),
            tag("div", "font-size:11px;opacity:.8", text(WORDS["sponsored"].say(language))),
        ),
    )


def _post(shown: Card, language: str) -> str:
    """X: text, then the card of its link."""
    link = tag(
        "div",
        "border:1px solid #cfd9de;border-radius:14px;overflow:hidden;margin-top:10px",
        _picture(language, 90),
        tag("div", "padding:8px 12px", tag("div", "font-size:13px;color:#536471", text(shown.site)), tag("div", "font-size:15px", text(shown.headline.seen))),
    )
    return tag(
        "div",
        f"{BOX}max-width:480px;display:flex;gap:10px;",
        _avatar(shown.name),
        tag(
            "div",
            "flex:1;min-width:0;line-height:1.35",
            tag("div", "font-weight:700;font-size:15px", text(shown.name)),
            tag("div", "font-size:15px", text(shown.text.seen)),
            link if shown.site or shown.headline.seen else "",
        ),
    )


def _pin(shown: Card, language: str) -> str:
    """Pinterest: the picture, and the title below it."""
    return tag(
        "div",
        f"{BOX}padding:0;overflow:hidden;max-width:236px;border-radius:16px;",
        _picture(language, 190),
        tag(
            "div",
            "padding:10px 12px",
            tag("div", "font-weight:600;font-size:14px;line-height:1.3", _dots(shown.headline)),
            tag("div", "font-size:12px;color:#5f5f5f;margin-top:4px", text(f"{WORDS['sponsored'].say(language)} · {shown.name}")),
        ),
    ) + tag("div", f"font:13px/1.45 {SANS};color:#5f6368;max-width:480px;margin-bottom:10px", text(shown.text.seen))


def _answer(shown: Card, language: str) -> str:
    """ChatGPT: a small box under an answer."""
    hidden = _unseen(language, shown.headline, shown.text)
    return tag(
        "div",
        f"{BOX}max-width:480px;",
        tag("div", "font-size:12px;color:#6e6e80;margin-bottom:6px", text(f"{WORDS['sponsored'].say(language)} · {shown.name}")),
        tag(
            "div",
            "display:flex;gap:10px",
            _avatar(shown.name, False),
            tag(
                "div",
                "line-height:1.35",
                tag("div", "font-weight:600;font-size:15px", _dots(shown.headline)),
                tag("div", "font-size:14px;color:#3c4043", _dots(shown.text)),
            ),
        ),
        hidden,
    )


_CARDS: dict[str, Callable[[Card, str], str]] = {"tiktok_ad": _film, "x_post": _post, "pinterest_ad": _pin, "chatgpt_ad": _answer}


def inbox_line(shown: InboxLine, language: str) -> str:
    """A line of an inbox, before the letter is opened."""
    hidden = _unseen(language, shown.subject, shown.preheader)
    if shown.device == "desktop":
        line = tag(
            "div",
            "display:flex;gap:14px;font-size:14px;line-height:1.5",
            tag("b", "flex:none;max-width:150px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap", text(shown.sender)),
            tag("span", "min-width:0", tag("b", "", _dots(shown.subject)), tag("span", "color:#5f6368", " – " + _dots(shown.preheader))),
        )
        return _caption(WORDS["desktop"].say(language)) + tag("div", f"{BOX}border-radius:6px;", line, hidden)
    words = (
        tag("div", "font-size:16px;font-weight:600", text(shown.sender)),
        tag("div", "font-size:15px", _dots(shown.subject)),
        tag("div", "font-size:14px;color:#6d6d72;line-height:1.35", _dots(shown.preheader)),
    )
    return _caption(WORDS["phone"].say(language)) + tag("div", f"{BOX}max-width:380px;border-radius:18px;", *words, hidden)


def bubbles(shown: Bubbles, language: str) -> str:
    """Parts of an SMS as bubbles, with what they cost."""
    names = {"gsm7": "GSM-7", "ucs2": "UCS-2"}
    cost = WORDS["sms"].say(language, parts=len(shown.parts), encoding=names[shown.encoding], units=shown.units, room=shown.room)
    spoken = "".join(
        tag(
            "div",
            "background:#e9e9eb;color:#000;border-radius:18px;padding:9px 13px;margin:0 0 4px;max-width:270px;font-size:15px;line-height:1.35",
            text(part),
        )
        for part in shown.parts
    )
    dear = tag("div", "color:#b3261e;margin-top:2px", text(WORDS["dear"].say(language, signs=" ".join(shown.dear)))) if shown.dear else ""
    return tag(
        "div",
        f"{BOX}max-width:340px;border-radius:22px;",
        tag("div", "text-align:center;font-size:12px;color:#6d6d72;margin-bottom:8px", text(shown.sender)),
        spoken,
        tag("div", "font-size:12px;color:#6d6d72;margin-top:8px", text(cost), dear),
    )


def notification(shown: Notification, language: str) -> str:
    """A notification on a locked phone."""
    note = tag(
        "div",
        "background:#ffffffe0;border-radius:18px;padding:11px 13px;display:flex;gap:10px;color:#111",
        _avatar(shown.app, False),
        tag(
            "div",
            "flex:1;min-width:0;line-height:1.3",
            tag("div", "display:flex;justify-content:space-between;font-size:12px;color:#555", tag("span", "", text(shown.app)), tag("span", "", text(WORDS["now"].say(language)))),
            tag("div", "font-weight:600;font-size:15px", _dots(shown.title)),
            tag("div", "font-size:14px", _dots(shown.body)),
        ),
    )  # fmt: skip
    hidden = _unseen(language, shown.title, shown.body)
    clock = tag("div", "text-align:center;color:#fff;font-size:44px;font-weight:300;margin:6px 0 18px;line-height:1", "9:41")
    return (
        tag("div", f"{BOX}max-width:340px;border:0;border-radius:26px;padding:18px 12px 22px;background:linear-gradient(160deg,#31475e,#6d5b7b);", clock, note)
        + hidden
    )


def _piece(piece: Piece) -> str:
    words = text(piece.text)
    words = f"<strong>{words}</strong>" if piece.strong else words
    words = f"<em>{words}</em>" if piece.emphasis else words
    return tag("span", "color:#1a0dab;text-decoration:underline", words, title=piece.href) if piece.href else words


def block(one: Block) -> str:
    """A block of text as HTML. Links are shown, not followed."""
    lines = ["".join(map(_piece, line)) for line in one.lines]
    if one.kind == "heading":
        return tag(
            "div",
            f"font-weight:700;font-size:{20 if one.level <= 2 else 17}px;line-height:1.3;margin:18px 0 6px",
            *lines,
            role="heading",
            aria_level=str(one.level + 1),
        )
    if one.kind == "picture":
        return tag("div", "border:1px dashed #bbb;color:#666;padding:18px;text-align:center;font-size:13px;margin:10px 0", text(one.alt))
    if one.kind in ("list", "steps"):
        return tag("ul" if one.kind == "list" else "ol", "margin:6px 0 10px;padding-left:22px", *(tag("li", "margin:2px 0", line) for line in lines))
    return tag("p", "margin:0 0 10px", *lines)


def page(shown: Page, language: str) -> str:
    """A page, or an opened message."""
    bar = tag("div", "background:#f1f3f4;color:#5f6368;font-size:12px;padding:7px 14px", text(shown.site))
    head = tag("div", f"font-size:{27 if shown.kind == 'page' else 20}px;font-weight:700;line-height:1.25;margin-bottom:10px", text(shown.headline))
    below = tag("div", "font-size:18px;color:#3c4043;margin-bottom:14px;line-height:1.4", text(shown.subheading)) if shown.subheading else ""
    call = tag(
        "span",
        "display:inline-block;background:#222;color:#fff;border-radius:6px;padding:10px 18px;font-weight:600;font-size:15px;margin-top:6px",
        text(shown.call),
    )
    body = tag("div", "padding:20px 22px;font-size:15px;line-height:1.55", head, below, *map(block, shown.blocks), call if shown.call else "")
    return _caption(WORDS[shown.kind].say(language)) + tag("div", f"{BOX}padding:0;overflow:hidden;max-width:652px;", bar, body)


def questions(shown: Questions, language: str) -> str:
    """Questions that unfold, the first one open."""
    rows = "".join(
        f'<details style="border-bottom:1px solid #dadce0;padding:10px 0"{" open" if number == 0 else ""}>'
        f'<summary style="font-weight:600;font-size:16px;cursor:pointer">{text(question)}</summary>'
        f'<div style="font-size:15px;line-height:1.5;margin-top:6px;color:#3c4043">{text(answer)}</div></details>'
        for number, (question, answer) in enumerate(shown.pairs)
    )
    return tag("div", f"{BOX}max-width:652px;", rows)


_DRAWN: dict[type[Any], Callable[[Any, str], str]] = {
    SearchResult: search_result,
    SearchAd: search_ad,
    Banner: banner,
    BelowAd: below_ad,
    Card: card,
    InboxLine: inbox_line,
    Bubbles: bubbles,
    Notification: notification,
    Page: page,
    Questions: questions,
}


def as_html(shown: Preview, language: str) -> str:
    """A preview as HTML, made of escaped text only."""
    return tag("div", "", _DRAWN[type(shown)](shown, language), data_testid=f"preview-{type(shown).__name__}")


def downloads(copilot: Copilot, review: Review, language: str) -> None:
    """An approved e-mail as HTML and as a message for the chosen tool, an approved page as HTML."""
    forms = copilot.web_forms(review.draft.channel)
    tool: Tool = "liquid"
    if "eml" in forms:
        tool = st.selectbox(WORDS["tool"].say(language), list(TITLES), index=list(TITLES).index(tool), format_func=lambda name: TITLES[name], key="tool")
    for form in forms:
        outgoing.download(copilot, review, WORDS[form].say(language), form, tool, f"download-{form}", language)


def show(copilot: Copilot, draft: Draft, language: str) -> None:
    """How `draft` will look, with its words as they are on the desk."""

    def draw() -> None:
        drawn = [as_html(preview, language) for preview in copilot.preview(draft)]
        st.html("".join(drawn) or text(WORDS["nothing"].say(language)))
        st.caption(WORDS["about"].say(language))

    parts.folded(WORDS["preview"].say(language), "preview", draw, icon="👀", opened=True)
