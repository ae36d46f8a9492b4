"""The places of a channel: which of them are ads, and how long a text is there once its tags are filled in."""

from __future__ import annotations

import re

from copilot.channels import Field
from copilot.language.prose import MERGE_TAG, Prose

GOOGLE = ("google_rsa", "google_pmax", "google_display", "google_demand_gen", "google_assets")
SEARCH = (*GOOGLE, "microsoft_rsa")
"""Places where the texts of an ad are recombined by the platform, under editorial rules."""
SOCIAL = ("meta_ad", "linkedin_ad", "x_post", "pinterest_ad", "tiktok_ad")
PAGES = ("seo_page", "landing_page", "product_page", "article", "faq")
HEADLINES = ("headline", "long_headline", "sitelink", "callout", "snippet")

_INSERTION = re.compile(
    r"\{(?:keyword|param\d|location\([a-z]+\)|customizer\.[\w ]+|countdown\([^)]{0,60}\)|if\([^)]{0,60}\)) ?:? ?([^{}]{0,40})\}", re.IGNORECASE
)
"""Google's own tags: {KeyWord:woollen slippers} is as long as what stands in for the search."""


def filled(text: str, tag: int) -> tuple[str, list[int]]:
    """`text` as it is sent, with the offset of each character: Google's tags by their default, other merge tags by `tag` letters."""
    if "{" not in text and "*|" not in text and "%" not in text:
        return text, list(range(len(text)))
    cuts: list[tuple[int, int, tuple[int, int] | None]] = [(*match.span(), match.span(1)) for match in _INSERTION.finditer(text)]
    cuts += [(*match.span(), None) for match in MERGE_TAG.finditer(text) if not any(start < match.end() and match.start() < end for start, end, _ in cuts)]
    offsets: list[int] = []
    letters: list[str] = []
    last = 0
    for start, end, default in sorted(cuts, key=lambda cut: cut[0]):
        offsets += range(last, start)
        letters += text[last:start]
        if default:
            offsets += range(*default)
            letters += text[slice(*default)]
        else:
            offsets += [start] * tag
            letters += "x" * tag
        last = end
    offsets += range(last, len(text))
    letters += text[last:]
    return "".join(letters), offsets


def over(prose: Prose, spec: Field, limit: int, tag: int = 0) -> tuple[int, int] | None:
    """(length, offset at which it is too long) of a text longer than `limit`, None of one that fits."""
    if len(prose.text) * 23 <= limit:
        return None
    text, offsets = filled(prose.text, tag)
    length = spec.length(text)
    if length <= limit:
        return None
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if spec.length(text[:middle]) <= limit else (low, middle - 1)
    return length, offsets[low] if low < len(offsets) else len(prose.text)
