"""The composer: drafts without a model.

It takes approved past copy as prototypes, removes what belonged to the old product, puts the new brief's facts in their place, recombines openings
(the brand's standing lines among them), facts, claims and closings, makes many candidates and keeps the best and most different ones by the scorecard. It states nothing that is not in
the brief or among the claims in force. What it cannot do: tell a story it was not told, find an argument, write a channel it has no examples of.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from rapidfuzz import fuzz

from copilot.errors import EmptyCorpus
from copilot.generation.compose.assemble import CHANNELS, Candidate, Stock
from copilot.generation.compose.standing import standing_lines
from copilot.generation.compose.templates import TemplateMaker
from copilot.language.words import both
from copilot.records import BrandGuide, Brief, Claim, Copy, Scorecard, digest

CANDIDATES = 48
"""Candidates made for each set of drafts."""
ALIKE = 82.0
"""Token-set similarity (0-100) from which two drafts count as the same."""

LIMITS = both(
    "Written offline, from approved past copy and the brief alone: it recombines, it does not invent. Connect a model for new ideas (`centaur doctor`).",
    "Écrit hors ligne, à partir des textes approuvés et du brief seuls : il recombine, il n'invente pas. Branchez un modèle pour des idées neuves (`centaur doctor`).",
)

Judge = Callable[[Copy], Scorecard]


def compose(brief: Brief, guide: BrandGuide, claims: tuple[Claim, ...], judge: Judge, count: int, turn: int = 0) -> list[Candidate]:
    """At most `count` candidates for `brief`, best first, no two alike. Same input, same output.

    claims: those in force today. judge: scores a candidate. turn: drafts of this brief that there are already; another turn gives other skeletons.
    Raises: EmptyCorpus where the brand has no past copy in the brief's language.
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
    made = [CHANNELS[brief.channel](stock) for _ in range(CANDIDATES)]
    unique = {Copy(locale=brief.locale, channel=brief.channel, fields=c.fields).text_hash: c for c in made}
    judged = [(judge(Copy(locale=brief.locale, channel=brief.channel, fields=c.fields)), c) for c in unique.values()]
    judged.sort(key=lambda item: rank(item[0]))
    return _different([candidate for _, candidate in judged], count)


def rank(scorecard: Scorecard) -> tuple[int, float, str]:
    """Sort key: fewest blocking findings, then the highest mean of the measured dials."""
    values = [dial.value for dial in scorecard.dials.values() if dial.value is not None]
    return len(scorecard.at_level("blocking")), -sum(values) / max(len(values), 1), scorecard.text_hash


def _different(candidates: list[Candidate], count: int) -> list[Candidate]:
    """The best `count`, each unlike those before it: in its words and in how its fields begin; where too few differ, in its words; then the best of the rest."""

    def unlike(candidate: Candidate, other: Candidate) -> bool:
        return fuzz.token_set_ratio("\n".join(candidate.fields.values()), "\n".join(other.fields.values())) < ALIKE

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
