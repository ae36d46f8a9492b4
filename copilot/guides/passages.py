"""A guide cut into the passages that are indexed: sections of its prose, campaigns, claims."""

from __future__ import annotations

import re
from datetime import date

from copilot.guides.screening import screen
from copilot.language.forms import slug
from copilot.records import BrandGuide, Locale, Passage

MOST_WORDS = 220
"""Longest passage, in words. A longer text is cut between paragraphs."""


def passages(guide: BrandGuide, locale: Locale, today: date) -> list[Passage]:
    """All passages of `guide` in `locale`; claims only while they are in force. Ids stay the same as long as a text keeps its place.
    Those that give orders to a model are of low trust."""
    found = [*_prose(guide, locale), *_campaigns(guide, locale), *_claims(guide, locale, today)]
    return sorted((screen(passage, guide) for passage in found), key=lambda passage: passage.id)


def _pieces(text: str) -> list[str]:
    """Paragraphs of `text` joined into pieces of at most MOST_WORDS words; a single longer paragraph is cut at that length."""
    pieces: list[str] = []
    room = 0
    for paragraph in (p.strip() for p in re.split(r"\n\s*\n", text)):
        words = paragraph.split()
        if pieces and len(words) <= room:
            pieces[-1] += "\n\n" + paragraph
            room -= len(words)
            continue
        for start in range(0, len(words), MOST_WORDS):
            chunk = words[start : start + MOST_WORDS]
            pieces.append(paragraph if len(words) <= MOST_WORDS else " ".join(chunk))
            room = MOST_WORDS - len(chunk)
    return pieces


def _prose(guide: BrandGuide, locale: Locale) -> list[Passage]:
    text = guide.prose.get(locale, "")
    found: list[Passage] = []
    name = "guide.md" if locale == guide.voice.locales[0] else f"guide.{locale}.md"
    for section in re.split(r"^(?=## )", text, flags=re.MULTILINE):
        head = re.match(r"#+ +(.+)\n", section)
        title = head.group(1).strip() if head else ""
        body = section[head.end() :] if head else section
        for number, piece in enumerate(_pieces(body), 1):
            id_ = f"guide:{slug(title)}:{number}"
            found.append(Passage(id=id_, brand=guide.brand, locale=locale, origin="guide", title=title, text=piece, file=name))
    return list({passage.id: passage for passage in found}.values())


def _campaigns(guide: BrandGuide, locale: Locale) -> list[Passage]:
    found: list[Passage] = []
    for campaign in guide.campaigns:
        if campaign.locale != locale:
            continue
        pieces = _pieces(campaign.text)
        for number, piece in enumerate(pieces, 1):
            found.append(
                Passage(
                    id=f"campaign:{campaign.id}" + (f":{number}" if len(pieces) > 1 else ""),
                    brand=guide.brand,
                    locale=locale,
                    origin="campaign",
                    channel=campaign.channel,
                    product=campaign.product,
                    title=campaign.id,
                    text=piece,
                    file=campaign.file,
                )
            )
    return found


def _claims(guide: BrandGuide, locale: Locale, today: date) -> list[Passage]:
    return [
        Passage(
            id=f"claim:{claim.id}",
            brand=guide.brand,
            locale=locale,
            origin="claim",
            title=claim.id,
            text=claim.claim[locale],
            file="claims.yaml",
        )
        for claim in guide.claims.claims
        if locale in claim.claim and claim.in_force(today, guide.voice.jurisdictions)
    ]
