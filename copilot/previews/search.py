"""What a search engine shows: results with their widths, ads as it may combine them.

Sources: 600 and 520 pixels for a title, 920 and 680 for a description, on a desktop and on a phone: Meta description checker,
https://findbest.tools/seo/meta-description-checker, read 2026-11-21. Up to three headlines and two descriptions of a responsive ad are shown: Google Ads API, Responsive
search ads, https://developers.google.com/google-ads/api/docs/responsive-search-ads/overview, read 2026-11-21.
"""

from __future__ import annotations

import random
from urllib.parse import urlsplit

from copilot.language.pixels import DESCRIPTION_PX, TITLE_PX, width
from copilot.previews.shapes import Banner, BelowAd, Device, Preview, SearchAd, SearchResult, cut_px, several, site
from copilot.records import Draft

ROOM: dict[Device, tuple[int, int]] = {"desktop": (600, 920), "phone": (520, 680)}
"""Pixels that a title and a description have."""
COMBINATIONS = 3


def result(draft: Draft, brand: str, device: Device) -> SearchResult:
    """The entry of a page: site, breadcrumb, title and description, cut by their width."""
    title, description = draft.fields.get("title", ""), draft.fields.get("meta_description", "")
    title_room, description_room = ROOM[device]
    return SearchResult(
        device=device,
        site=brand,
        address=_breadcrumb(draft, brand),
        title=cut_px(title, title_room, TITLE_PX),
        title_px=round(width(title, TITLE_PX)),
        title_room_px=title_room,
        description=cut_px(description, description_room, DESCRIPTION_PX),
        description_px=round(width(description, DESCRIPTION_PX)),
        description_room_px=description_room,
    )


def _breadcrumb(draft: Draft, brand: str) -> str:
    path = [part for part in urlsplit(draft.brief.url).path.split("/") if part]
    if draft.fields.get("slug"):
        path = [*path[:-1], draft.fields["slug"]]
    return " › ".join([site(draft, brand), *path])


def responsive_ads(draft: Draft, brand: str) -> list[Preview]:
    """Three of the legal combinations, the same for the same text: two or three different headlines, two descriptions."""
    draw = random.Random(draft.text_hash)
    headlines, descriptions = several(draft, "headline"), several(draft, "description")
    path = "/".join([site(draft, brand), *several(draft, "path")])
    made: list[SearchAd] = []
    for count in (3, 2, 3):
        for _ in range(20):
            chosen = tuple(draw.sample(headlines, min(count, len(headlines))))
            ad = SearchAd(site=brand, address=path, headlines=chosen, descriptions=tuple(draw.sample(descriptions, min(2, len(descriptions)))))
            if not any(ad.headlines[:1] == other.headlines[:1] for other in made):
                break
        made.append(ad)
    return list(dict.fromkeys(made))


def asset_ads(draft: Draft, brand: str) -> list[Preview]:
    """Three of the ways in which assets may meet: a headline with a description, a long headline with one, a headline alone."""
    draw = random.Random(draft.text_hash)
    headlines, longer, descriptions = (several(draft, name) for name in ("headline", "long_headline", "description"))
    name = draft.fields.get("business_name", brand)
    first = draw.sample(headlines, min(2, len(headlines)))
    below = draw.sample(descriptions, min(2, len(descriptions)))
    pairs = list(zip(first[:1] + longer[:1], below, strict=False)) + [(alone, "") for alone in first[1:2]]
    return [Banner(name=name, headline=headline, description=description) for headline, description in pairs]


def below_an_ad(draft: Draft, brand: str) -> list[Preview]:
    """Sitelinks with their two lines, callouts, snippets."""
    lines = several(draft, "sitelink_line")
    sitelinks = tuple((link, tuple(lines[2 * number : 2 * number + 2])) for number, link in enumerate(several(draft, "sitelink")))
    return [BelowAd(sitelinks=sitelinks, callouts=tuple(several(draft, "callout")), snippets=tuple(several(draft, "snippet")))]
