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

FEWER = both(
    "{made} of {count} drafts: what the brief states can be told in no more ways that differ. More facts make more drafts; so do standing lines (lines.yaml).",
    "{made} brouillon(s) sur {count} : ce que dit le brief ne se dit pas de plus de façons. Plus de faits font plus de brouillons ; des phrases de la maison aussi (lines.yaml).",
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
    """At most `count` candidates for `brief`: the best one, then of those with the fewest findings the one least like those before it, and so on.
    Same input, same output.

    claims: those in force today. judge: scores a candidate. turn: drafts of this brief that there are already; another turn gives other skeletons.
    Raises: EmptyCorpus where the brand has no past copy in the brief's language; BriefFault where its facts do not fill the channel's fields.
    """
    campaigns = [campaign for campaign in guide.campaigns if campaign.locale == brief.locale]
    if not campaigns:
        purpose = both("write from", "écrire à partir de là")
        raise EmptyCorpus(brand=guide.brand, locale=brief.locale, purpose=purpose, folder=f"brand_guides/{guide.brand}/campaigns")
    own = [claim for claim in claims if brief.locale in claim.claim]
    general = [claim for claim in own if not claim.products or any(product.lower() in brief.product.lower() for product in claim.products)]
    draw = random.Random(f"{digest(brief.model_dump(mode='json'))}:{turn}")
    stock = Stock(brief, guide.voice.name, (), [claim.claim[brief.locale] for claim in general], guide.voice.address, draw)
    standing = standing_lines(guide.lines, brief.locale)
    stock.templates = [t for t in (*standing, *TemplateMaker(guide, campaigns, brief.locale).make()) if stock.fits(t)]
    channel = find_channel(brief.channel)
    made = [CHANNELS[brief.channel](stock) for _ in range(CANDIDATES)]
    whole = [candidate for candidate in made if not _wanting(candidate, channel)]
    if not whole:
        raise _unfilled(_wanting(made[0], channel), channel)
    unique = {Copy(locale=brief.locale, channel=brief.channel, fields=c.fields).text_hash: c for c in whole}
    judged = [(judge(Copy(locale=brief.locale, channel=brief.channel, fields=c.fields)), c) for c in unique.values()]
    judged.sort(key=lambda item: rank(item[0]))
    chosen: list[Candidate] = []
    for faults in sorted({len(card.at_level("scoring")) for card, _ in judged}):
        left = [candidate for card, candidate in judged if len(card.at_level("scoring")) == faults]
        while left and len(chosen) < count:
            chosen.append(min(left, key=lambda candidate: _likeness(candidate, chosen)))
            left.remove(chosen[-1])
    return chosen


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


def _likeness(candidate: Candidate, others: list[Candidate]) -> tuple[bool, int]:
    """Whether its words are those of one of `others`, and how many lines it shares with them."""
    text = "\n".join(candidate.fields.values())
    alike = any(fuzz.token_sort_ratio(text, "\n".join(other.fields.values())) >= ALIKE for other in others)
    return alike, sum(len(_lines(candidate) & _lines(other)) for other in others)


def _lines(candidate: Candidate) -> set[str]:
    """The lines by which two drafts can be told apart: not the items of a list, and of a field with many texts the first alone."""
    texts = (text for key, text in candidate.fields.items() if field_name(key) == key or key.endswith("_1"))
    return {line for text in texts for line in text.split("\n") if line and not line.startswith("- ")}
