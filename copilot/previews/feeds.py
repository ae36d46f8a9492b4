"""Cards of a feed, folded where the place folds (`shown` in `channels.py`, with its sources)."""

from __future__ import annotations

from copilot.channels import find_channel
from copilot.previews.shapes import Card, Cut, Preview, cut, site
from copilot.records import Draft

_ROLES: dict[str, dict[str, str]] = {
    "meta_ad": {"text": "primary_text", "headline": "headline", "description": "description"},
    "linkedin_ad": {"text": "intro", "headline": "headline", "description": "description"},
    "tiktok_ad": {"text": "text"},
    "x_post": {"text": "text", "headline": "card_title"},
    "pinterest_ad": {"headline": "title", "text": "description"},
    "chatgpt_ad": {"headline": "title", "text": "text"},
}
"""Channel -> part of its card -> field."""


def cards(draft: Draft, brand: str) -> list[Preview]:
    """The card, with each part as it is seen before anybody unfolds it."""
    channel = find_channel(draft.channel)

    def part(role: str) -> Cut:
        name = _ROLES[channel.name].get(role, "")
        field = channel.field(name)
        return cut(draft.fields.get(name, ""), field.shown if field else None)

    name = draft.fields.get("brand_name", brand)
    link = site(draft, "") if draft.brief.url else ""
    return [
        Card.model_validate(
            {"place": channel.name, "name": name, "site": link} | {role: part(role) for role in ("text", "headline", "description")},
        )
    ]
