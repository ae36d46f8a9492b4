"""Pages: how they are found, and how they begin."""

from __future__ import annotations

from copilot.language.blocks import blocks, plain_headings
from copilot.previews.search import result
from copilot.previews.shapes import Page, Preview, Questions, several, site
from copilot.records import Draft


def found_page(draft: Draft, brand: str) -> list[Preview]:
    """The search result on a desktop and on a phone, then the page: an article whole, a search page with its opening and outline."""
    rich = draft.channel == "article"
    body = draft.fields.get("body") or draft.fields.get("opening") or draft.fields.get("description", "")
    outline = "\n\n".join(f"## {heading}" for heading in several(draft, "outline"))
    told = (*blocks(body, rich), *blocks(outline, True))
    headline = draft.fields.get("h1") or draft.fields.get("title", "")
    page = Page(kind="page", site=site(draft, brand), headline=headline, blocks=told)
    return [result(draft, brand, "desktop"), result(draft, brand, "phone"), page]


def landing_page(draft: Draft, brand: str) -> list[Preview]:
    """The page from its headline to its one action."""
    names = ("headline", "subheading", "call_to_action")
    headline, below, call = (draft.fields.get(name, "") for name in names)
    told = plain_headings(blocks(draft.fields.get("body", "")))
    return [Page(kind="page", site=site(draft, brand), headline=headline, subheading=below, blocks=told, call=call)]


def questions(draft: Draft, brand: str) -> list[Preview]:
    """Questions with the answers of the same number."""
    return [Questions(pairs=tuple(zip(several(draft, "question"), several(draft, "answer"), strict=False)))]
