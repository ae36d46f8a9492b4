"""The composer: drafts without a model.

It takes approved past copy as prototypes, removes what belonged to the old product, puts the new brief's facts in their place, recombines openings
(the brand's standing lines among them), facts, claims and closings, makes many candidates and keeps the best and most different ones by the scorecard. It states nothing that is not in
the brief or among the claims in force. What it cannot do: tell a story it was not told, find an argument, write a channel it has no examples of.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable

from rapidfuzz import fuzz

from copilot.channels import Channel, field_name, find_channel
from copilot.errors import BriefFault, EmptyCorpus
from copilot.generation.compose import ads, messages, pages
from copilot.generation.compose.assemble import Candidate, Stock
from copilot.generation.compose.standing import standing_lines
from copilot.generation.compose.templates import TemplateMaker
from copilot.language.words import Words, both
from copilot.records import BrandGuide, Brief, Claim, Copy, Scorecard, digest

CANDIDATES = 32
"""Candidates made for each set of drafts."""
ALIKE = 82.0
"""Token-sort similarity (0-100, rapidfuzz) from which two drafts count as the same."""

LIMITS = both(
    "Written offline, from approved past copy and the brief alone: it recombines, it does not invent. Connect a model for new ideas (`centaur doctor`).",
    "Écrit hors ligne, à partir des textes approuvés et du brief seuls : il recombine, il n'invente pas. Branchez un modèle pour des idées neuves (`centaur doctor`).",
)

STORY = both(
    "A newsletter tells something, and the composer has nothing to tell: this is the plain letter.",
    "Une lettre d'information raconte quelque chose, et le compositeur n'a rien à raconter : voici la lettre simple.",
)

CHANNELS: dict[str, Callable[[Stock], Candidate]] = {
    "google_rsa": ads.search_ad,
    "microsoft_rsa": ads.search_ad,
    "google_pmax": ads.asset_ad,
    "google_display": ads.asset_ad,
    "google_demand_gen": ads.asset_ad,
    "google_assets": ads.assets,
    "meta_ad": ads.meta_ad,
    "linkedin_ad": ads.linkedin_ad,
    "tiktok_ad": ads.tiktok_ad,
    "x_post": ads.x_post,
    "pinterest_ad": ads.pinterest_ad,
    "chatgpt_ad": ads.chatgpt_ad,
    "email": messages.email,
    "sms": messages.sms,
    "push": messages.push,
    "linkedin_message": messages.linkedin_message,
    "seo_page": pages.seo_page,
    "landing_page": pages.landing_page,
    "product_page": pages.product_page,
    "faq": pages.faq,
    "article": pages.article,
}

Judge = Callable[[Copy], Scorecard]


def compose(brief: Brief, guide: BrandGuide, claims: tuple[Claim, ...], judge: Judge, count: int, turn: int = 0) -> list[Candidate]:
    """At most `count` candidates for `brief`, best first, no two alike. Same input, same output.

    claims: those in force today. judge: scores a candidate. turn: drafts of this brief that there are already; another turn gives other skeletons.
    Raises: EmptyCorpus where the brand has no past copy in the brief's language; BriefFault where its facts do not fill the channel's fields.
    """
    campaigns = [campaign for campaign in guide.campaigns if campaign.locale == brief.locale]
    if not campaigns:
        purpose = both("write from", "écrire à partir de là")
        raise EmptyCorpus(brand=guide.brand, locale=brief.locale, purpose=purpose, folder=f"brand_guides/{guide.brand}/campaigns")
    own = [claim for claim in claims if brief.locale in claim.claim]
    general = [claim for claim in own if not claim.products or any(product.lower() in brief.product.lower() for product in claim.products)]
    sayable = [guide.voice.name, *(text for claim in own for text in claim.texts(brief.locale))]
    draw = random.Random(f"{digest(brief.model_dump(mode='json'))}:{turn}")
    stock = Stock(brief, guide.voice.name, (), [claim.claim[brief.locale] for claim in general], guide.voice.address, draw)
    standing = standing_lines(guide.lines, brief.locale)
    stock.templates = [t for t in (*standing, *TemplateMaker(guide, campaigns, brief.locale, sayable).make()) if stock.fits(t)]
    channel = find_channel(brief.channel)
    made = [CHANNELS[brief.channel](stock) for _ in range(CANDIDATES)]
    whole = [candidate for candidate in made if not _wanting(candidate, channel)]
    if not whole:
        raise _unfilled(_wanting(made[0], channel), channel)
    unique = {Copy(locale=brief.locale, channel=brief.channel, fields=c.fields).text_hash: c for c in whole}
    judged = [(judge(Copy(locale=brief.locale, channel=brief.channel, fields=c.fields)), c) for c in unique.values()]
    judged.sort(key=lambda item: rank(item[0]))
    return _different([candidate for _, candidate in judged], count)


def limits(brief: Brief) -> tuple[Words, ...]:
    """What a person should know of drafts that the composer made for `brief`."""
    more = [pages.SKELETON] if brief.channel == "article" else [STORY] if brief.purpose == "newsletter" else []
    return (LIMITS, *more)


def _wanting(candidate: Candidate, channel: Channel) -> list[str]:
    """The fields of which the candidate has too few texts, or one that the place refuses."""
    held: dict[str, list[str]] = {field.name: [] for field in channel.fields}
    for key, text in candidate.fields.items():
        if text.strip():
            held[field_name(key)].append(text)
    missing = [f.name for f in channel.fields if len(held[f.name]) < f.least or any(f.limit and f.length(text) > f.limit for text in held[f.name])]
    return missing or ([] if any(held.values()) else [field.name for field in channel.fields])


def _unfilled(names: Iterable[str], channel: Channel) -> BriefFault:
    wanting = ", ".join(names)
    return BriefFault(
        where="",
        what=both(
            f"offline, its facts do not fill '{wanting}' of {channel.title['en']}",
            f"hors ligne, ses faits ne suffisent pas à remplir « {wanting} » de {channel.title['fr']}",
        ),
        mend=both(
            "Add short facts (price, material, size, delay ...), or connect a model (`centaur doctor`).",
            "Ajoutez des faits courts (prix, matière, taille, délai...), ou branchez un modèle (`centaur doctor`).",
        ),
    )


def rank(scorecard: Scorecard) -> tuple[int, float, str]:
    """Sort key: fewest blocking findings, then the highest mean of the measured dials."""
    values = [dial.value for dial in scorecard.dials.values() if dial.value is not None]
    return len(scorecard.at_level("blocking")), -sum(values) / max(len(values), 1), scorecard.text_hash


def _different(candidates: list[Candidate], count: int) -> list[Candidate]:
    """The best `count`, each unlike those before it: in its words and in how its fields begin; where too few differ, in its words; then the best of the rest."""

    def unlike(candidate: Candidate, other: Candidate) -> bool:
        return fuzz.token_sort_ratio("\n".join(candidate.fields.values()), "\n".join(other.fields.values())) < ALIKE

    def begins_otherwise(candidate: Candidate, other: Candidate) -> bool:
        return unlike(candidate, other) and not _leads(candidate) & _leads(other)

    kept: list[Candidate] = []
    for differs in (begins_otherwise, unlike, lambda *_: True):
        for candidate in candidates:
            if len(kept) < count and candidate not in kept and all(differs(candidate, other) for other in kept):
                kept.append(candidate)
    return sorted(kept, key=candidates.index)


def _leads(candidate: Candidate) -> set[str]:
    """How a draft catches the eye: its first field, and the first line of its longest."""
    texts = list(candidate.fields.values())
    return {texts[0], max(texts, key=len).split("\n", 1)[0]}
