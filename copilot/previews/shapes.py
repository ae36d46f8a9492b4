"""The shapes of previews: small records that a skin draws."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import urlsplit

from copilot.language.blocks import Block
from copilot.language.pixels import fitting, width
from copilot.records import Draft, Record

Device = Literal["desktop", "phone"]


class Cut(Record):
    """A text as a place shows it: what is seen, and what is cut off or folded away."""

    seen: str
    hidden: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing is hidden."""
        return not self.hidden


class SearchResult(Record):
    """An entry of a results page. Widths in pixels."""

    device: Device
    site: str
    address: str
    title: Cut
    title_px: int
    title_room_px: int
    description: Cut
    description_px: int
    description_room_px: int


class SearchAd(Record):
    """One of the ways in which a responsive search ad may be put together."""

    site: str
    address: str
    headlines: tuple[str, ...]
    descriptions: tuple[str, ...]


class Banner(Record):
    """One of the ways in which assets may be put together, under a picture that is not known."""

    name: str
    headline: str
    description: str


class BelowAd(Record):
    """Sitelinks with their lines, callouts and snippets, as they stand below a search ad."""

    sitelinks: tuple[tuple[str, tuple[str, ...]], ...]
    callouts: tuple[str, ...]
    snippets: tuple[str, ...]


class Card(Record):
    """A post or ad in a feed. `site` is the domain of its link, or empty."""

    place: Literal["meta_ad", "linkedin_ad", "tiktok_ad", "x_post", "pinterest_ad", "chatgpt_ad"]
    name: str
    text: Cut
    headline: Cut = Cut(seen="")
    description: Cut = Cut(seen="")
    site: str = ""


class InboxLine(Record):
    """A line of an inbox."""

    device: Device
    sender: str
    subject: Cut
    preheader: Cut


class Bubbles(Record):
    """An SMS in the parts in which it is sent and billed. `units` are septets or UCS-2 units, `room` how many the parts hold."""

    sender: str
    encoding: Literal["gsm7", "ucs2"]
    parts: tuple[str, ...]
    units: int
    room: int
    dear: tuple[str, ...] = ()
    """The characters that are not in the GSM alphabet, and more than halve what a part holds."""


class Notification(Record):
    """A notification on a locked phone."""

    app: str
    title: Cut
    body: Cut


class Page(Record):
    """A page or an opened message: headline, what stands below it, blocks of text, one action."""

    kind: Literal["page", "message"]
    site: str
    headline: str
    subheading: str = ""
    blocks: tuple[Block, ...] = ()
    call: str = ""


class Questions(Record):
    """Questions with their answers, the first one open."""

    pairs: tuple[tuple[str, str], ...]


Preview = SearchResult | SearchAd | Banner | BelowAd | Card | InboxLine | Bubbles | Notification | Page | Questions


def cut(text: str, most: int | None) -> Cut:
    """`text` after at most `most` characters, at the end of a word."""
    text = text.strip()
    if most is None or len(text) <= most:
        return Cut(seen=text)
    return _at(text, most)


def cut_px(text: str, room: float, size: int) -> Cut:
    """`text` after at most `room` pixels in Arial of `size`, at the end of a word."""
    text = " ".join(text.split())
    return Cut(seen=text) if width(text, size) <= room else _at(text, fitting(text, room - width("…", size), size))


def _at(text: str, end: int) -> Cut:
    """`text` cut before `end`, at the last blank if there is one near enough."""
    blank = max(text.rfind(" ", 0, end + 1), text.rfind("\n", 0, end + 1))
    end = blank if blank > end // 2 else end
    return Cut(seen=re.sub(r"[\s,;:|·–-]+$", "", text[:end]), hidden=text[end:].strip())


def site(draft: Draft, brand: str) -> str:
    """The domain of the brief's address, or the brand's name where there is none."""
    return urlsplit(draft.brief.url).hostname or brand


def several(draft: Draft, name: str) -> list[str]:
    """The texts of a field in their order: `headline_1`, `headline_2` ..."""
    own = [(int(key.removeprefix(name + "_")), text) for key, text in draft.fields.items() if re.fullmatch(re.escape(name) + r"_\d{1,2}", key)]
    return [text for _, text in sorted(own) if text.strip()] or ([draft.fields[name]] if draft.fields.get(name, "").strip() else [])
