"""What a reader will see: copy as the place where it is read shows it, cut where that place cuts. Values only; the skins draw them.

Places change their measures at will and publish few of them; each measure here says where it comes from. A preview shows what to expect, not what is promised.
"""

from __future__ import annotations

from collections.abc import Callable

from copilot.channels import find_channel
from copilot.previews import feeds, messages, pages, search
from copilot.previews.shapes import Preview
from copilot.records import Draft

_MADE: dict[str, Callable[[Draft, str], list[Preview]]] = {
    "google_rsa": search.responsive_ads,
    "microsoft_rsa": search.responsive_ads,
    "google_pmax": search.asset_ads,
    "google_display": search.asset_ads,
    "google_demand_gen": search.asset_ads,
    "google_assets": search.below_an_ad,
    "meta_ad": feeds.cards,
    "linkedin_ad": feeds.cards,
    "tiktok_ad": feeds.cards,
    "x_post": feeds.cards,
    "pinterest_ad": feeds.cards,
    "chatgpt_ad": feeds.cards,
    "email": messages.letter,
    "linkedin_message": messages.letter,
    "sms": messages.bubbles,
    "push": messages.notification,
    "seo_page": pages.found_page,
    "product_page": pages.found_page,
    "article": pages.found_page,
    "landing_page": pages.landing_page,
    "faq": pages.questions,
}


def previews(draft: Draft, brand: str) -> list[Preview]:
    """How `draft` looks where it will be read. `brand` is the name that stands there as the sender."""
    return _MADE[find_channel(draft.channel).name](draft, brand)
