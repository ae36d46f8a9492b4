"""Previews in a terminal: what is seen in full strength, what is cut off dimmed, measures below. Text is never read as markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from copilot.language.blocks import Block
from copilot.language.words import Words, both
from copilot.previews.shapes import Banner, BelowAd, Bubbles, Card, Cut, InboxLine, Notification, Page, Preview, Questions, SearchAd, SearchResult

WORDS: dict[str, Words] = {
    "SearchResult": both("search result", "résultat de recherche"),
    "SearchAd": both("search ad", "annonce de recherche"),
    "Banner": both("assembled ad", "annonce assemblée"),
    "BelowAd": both("below the ad", "sous l'annonce"),
    "Card": both("feed", "fil"),
    "InboxLine": both("inbox", "boîte de réception"),
    "Bubbles": both("SMS", "SMS"),
    "Notification": both("locked phone", "téléphone verrouillé"),
    "Page": both("page", "page"),
    "Questions": both("questions", "questions"),
    "message": both("opened", "ouvert"),
    "desktop": both("desktop", "ordinateur"),
    "phone": both("phone", "téléphone"),
    "px": both("title {title}/{title_room} px · description {description}/{description_room} px", "titre {title}/{title_room} px · description {description}/{description_room} px"),
    "sms": both("{parts} message(s) billed · {encoding} · {units} of {room}", "{parts} message(s) facturé(s) · {encoding} · {units} sur {room}"),
    "dear": both("outside the GSM alphabet: {signs}", "hors de l'alphabet GSM : {signs}"),
}  # fmt: skip
WIDE, NARROW = 78, 44
"""Cells of a preview for a desktop and for a phone."""


def _cut(cut: Cut, style: str = "") -> Text:
    """What is seen, then what is not, in angle brackets behind three dots."""
    shown = Text(cut.seen, style)
    return shown.append(" …", style).append(f" ⟨{cut.hidden}⟩", "dim") if cut.hidden else shown


def _lines(*parts: RenderableType | None) -> Group:
    return Group(*(part for part in parts if part is not None and str(part)))


def _search_result(shown: SearchResult, language: str) -> tuple[Group, str]:
    measures = WORDS["px"].say(
        language, title=shown.title_px, title_room=shown.title_room_px, description=shown.description_px, description_room=shown.description_room_px
    )
    return _lines(Text(shown.address, "dim"), _cut(shown.title, "bold blue"), _cut(shown.description)), measures


def _search_ad(shown: SearchAd, language: str) -> tuple[Group, str]:
    return _lines(Text(shown.address, "dim"), Text(" | ".join(shown.headlines), "bold blue"), Text(" ".join(shown.descriptions))), ""


def _banner(shown: Banner, language: str) -> tuple[Group, str]:
    return _lines(Text(shown.headline, "bold"), Text(shown.description), Text(shown.name, "dim")), ""


def _below_ad(shown: BelowAd, language: str) -> tuple[Group, str]:
    links = [part for link, lines in shown.sitelinks for part in (Text(link, "blue"), *(Text(f"  {line}") for line in lines))]
    return _lines(*links, Text(" · ".join(shown.callouts)), Text(", ".join(shown.snippets))), ""


def _card(shown: Card, language: str) -> tuple[Group, str]:
    return _lines(Text(shown.name, "bold"), _cut(shown.text), Text(shown.site, "dim"), _cut(shown.headline, "bold"), _cut(shown.description)), ""


def _inbox_line(shown: InboxLine, language: str) -> tuple[Group, str]:
    return _lines(Text(shown.sender, "bold"), _cut(shown.subject, "bold"), _cut(shown.preheader)), ""


def _bubbles(shown: Bubbles, language: str) -> tuple[Group, str]:
    names = {"gsm7": "GSM-7", "ucs2": "UCS-2"}
    cost = WORDS["sms"].say(language, parts=len(shown.parts), encoding=names[shown.encoding], units=shown.units, room=shown.room)
    dear = Text(WORDS["dear"].say(language, signs=" ".join(shown.dear)), "red") if shown.dear else None
    return _lines(*(Panel(Text(part), width=NARROW - 4) for part in shown.parts), dear), cost


def _notification(shown: Notification, language: str) -> tuple[Group, str]:
    return _lines(Text(shown.app, "dim"), _cut(shown.title, "bold"), _cut(shown.body)), ""


def _block(block: Block) -> RenderableType:
    if block.kind == "heading":
        return Padding(Text(block.texts[0], "bold"), (1, 0, 0, 0))
    if block.kind == "picture":
        return Text(f"[{block.alt}]", "dim")
    marks = ["• " if block.kind == "list" else f"{number}. " if block.kind == "steps" else "" for number in range(1, len(block.lines) + 1)]
    return Padding(Group(*(Text(mark + line) for mark, line in zip(marks, block.texts, strict=True))), (0, 0, 1, 0))


def _page(shown: Page, language: str) -> tuple[Group, str]:
    call = Text(f" {shown.call} ", "reverse bold") if shown.call else None
    return _lines(Text(shown.site, "dim"), Text(shown.headline, "bold"), Text(shown.subheading), *map(_block, shown.blocks), call), ""


def _questions(shown: Questions, language: str) -> tuple[Group, str]:
    return _lines(*(part for question, answer in shown.pairs for part in (Text(question, "bold"), Padding(Text(answer), (0, 0, 1, 2))))), ""


_DRAWN: dict[type[Any], Callable[[Any, str], tuple[Group, str]]] = {
    SearchResult: _search_result,
    SearchAd: _search_ad,
    Banner: _banner,
    BelowAd: _below_ad,
    Card: _card,
    InboxLine: _inbox_line,
    Bubbles: _bubbles,
    Notification: _notification,
    Page: _page,
    Questions: _questions,
}


def _panel(shown: Preview, language: str) -> Panel:
    kind = type(shown).__name__ if getattr(shown, "kind", "page") == "page" else "message"
    device = getattr(shown, "device", "")
    title = WORDS[kind].say(language) + (f" · {WORDS[device].say(language)}" if device else "")
    narrow = device == "phone" or isinstance(shown, Bubbles | Notification | Banner)
    drawn, below = _DRAWN[type(shown)](shown, language)
    return Panel(drawn, title=title, title_align="left", subtitle=below, subtitle_align="left", width=NARROW + 6 if narrow else WIDE)


def previews(shown: Sequence[Preview], language: str) -> Group:
    """All previews of a draft."""
    return Group(*(_panel(preview, language) for preview in shown))
