"""Dense and word search fused by rank, then packed into a token budget.

Fusion: reciprocal rank (Cormack, Clarke, Büttcher, SIGIR 2009), score = sum of weight / (60 + rank). Dense ranks weigh twice the words': on
paraphrases, where words are not shared, equal weights were measured to lower the dense ranking.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from copilot.ports import Hit, Library, TokenCounter, VectorIndex
from copilot.records import Brief, Context, Locale, Passage, Retrieved
from copilot.retrieval.query import content_words, meaning

RANK_CONSTANT = 60
WEIGHTS = {"meaning": 1.0, "words": 0.5}
SAME_CHANNEL = 1.25
"""Factor for a campaign of the brief's own channel: its form is an example too."""
TWIN = 90.0
"""Token-set similarity (0-100, rapidfuzz) from which two passages say the same."""
LEAST = {"guide": 2, "claim": 2}
"""Passages of an origin that are taken first, whatever their rank: how we sound, what we may say."""
MOST_SHARE = {"guide": 0.4, "claim": 0.25}
"""Largest share of the budget that an origin may take; campaigns may take all that is left."""


def fuse(dense: Sequence[Hit], words: Sequence[Hit]) -> dict[str, tuple[float, str]]:
    """Passage id -> fused score and why, from two ranked lists."""
    scores: dict[str, float] = {}
    reasons: dict[str, list[str]] = {}
    for name, hits in (("meaning", dense), ("words", words)):
        for rank, hit in enumerate(hits, 1):
            scores[hit.id] = scores.get(hit.id, 0.0) + WEIGHTS[name] / (RANK_CONSTANT + rank)
            reasons.setdefault(hit.id, []).append(f"{name} #{rank}")
    return {id_: (score, ", ".join(reasons[id_])) for id_, score in scores.items()}


def search(library: Library, index: VectorIndex, brand: str, locale: Locale, text: str, limit: int, words: Sequence[str] | None = None) -> list[Retrieved]:
    """The passages nearest to `text`, best first. `words` are those of the word search (default: the content words of `text`)."""
    known = {passage.id: passage for passage in library.passages(brand, locale)}
    if not known:
        return []
    depth = max(30, 3 * limit)
    dense = index.search(brand, locale, text, min(depth, len(known)))
    lexical = library.word_search(brand, locale, content_words(text, locale) if words is None else words, depth)
    fused = fuse(dense, lexical)
    found = [Retrieved(passage=known[id_], score=score, why=why) for id_, (score, why) in fused.items() if id_ in known]
    return sorted(found, key=lambda r: (-r.score, r.passage.id))[:limit]


def context(library: Library, index: VectorIndex, counter: TokenCounter, brief: Brief, budget: int) -> Context:
    """What the draft of `brief` may lean on, within `budget` tokens; twins and what does not fit are named in `left_out`."""
    found = search(library, index, brief.brand, brief.locale, meaning(brief), 60, content_words(brief.text, brief.locale))
    ranked = [
        r.model_copy(update={"score": r.score * SAME_CHANNEL, "why": r.why + ", same channel"}) if r.passage.channel == brief.channel else r for r in found
    ]
    ranked.sort(key=lambda r: (-r.score, r.passage.id))
    for origin, least in LEAST.items():
        own = [r for r in ranked if r.passage.origin == origin and r.passage.trust == "normal"][:least]
        ranked = [r.model_copy(update={"why": f"{r.why}, best of the {origin}"}) for r in own] + [r for r in ranked if r not in own]
    kept: list[Retrieved] = []
    left_out: dict[str, str] = {}
    used = 0
    shares = dict.fromkeys(MOST_SHARE, 0)
    for item in ranked:
        passage = item.passage
        if passage.trust == "low":
            left_out[passage.id] = "gives orders to a model"
            continue
        twin = _twin(passage, kept)
        if twin:
            left_out[passage.id] = f"says the same as {twin}"
            continue
        tokens = counter.count(passage.text)
        share = MOST_SHARE.get(passage.origin)
        if used + tokens > budget or (share is not None and shares[passage.origin] + tokens > share * budget):
            left_out[passage.id] = "no room"
            continue
        if share is not None:
            shares[passage.origin] += tokens
        used += tokens
        kept.append(item)
    kept.sort(key=lambda r: (-r.score, r.passage.id))
    return Context(passages=tuple(kept), tokens=used, budget=budget, left_out=left_out)


def _twin(passage: Passage, kept: Sequence[Retrieved]) -> str:
    for other in kept:
        if fuzz.token_set_ratio(passage.text, other.passage.text, score_cutoff=TWIN):
            shorter, longer = sorted((len(passage.text), len(other.passage.text)))
            if shorter > 0.5 * longer:
                return other.passage.id
    return ""
