"""Is it alive, specific, true? The authenticity dial.

What the words show (`evidence`, `wording`) becomes signals on the scale of ordinary human brand copy (`signals`), whose weighted sum is read on the dial (`fitted`).
Grounding in the brief and likeness to past copy join where there is something to compare with. Nothing here says who, or what, wrote a text.
"""

from __future__ import annotations

import weakref
from collections.abc import Sequence

from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.rule import FieldText
from copilot.guardrails.scores.authenticity import evidence as evidence_
from copilot.guardrails.scores.authenticity import explain, signals, wording
from copilot.guardrails.scores.authenticity.explain import Reading
from copilot.guardrails.scores.authenticity.fitted import Fitted, shipped
from copilot.guardrails.scores.authenticity.ground import grounding
from copilot.guardrails.scores.authenticity.signals import SIGNALS
from copilot.guardrails.scores.sameness import Known, overlap, shingles
from copilot.language.prose import Locale, Prose
from copilot.records import Dial, Finding

__all__ = ["LEAST_WORDS", "read", "score"]

LEAST_WORDS = 6
"""Fewer words show nothing: see docs/authenticity.md."""
Z90 = 1.645
GROUNDED, GROUNDING_WEIGHT, GROUNDING_POOL = 0.55, 0.8, 4.0
"""Usual share of statements that past copy of the sample brands ties to its facts; what a wholly loose text costs; statements of ordinary copy it is pooled with."""
LIKE, LIKENESS_WEIGHT = 0.5, 1.6
"""Share of word pairs in common with one other text from which likeness counts, and what a word-for-word copy costs. Set by hand: no corpus says it."""
QUIRK, MOST_QUIRKS = 0.04, 5
"""What each protected quirk gives, and how many count."""

_KNOWN: weakref.WeakKeyDictionary[House, dict[Locale, Known]] = weakref.WeakKeyDictionary()


def _past(grounds: Grounds) -> Known | None:
    """The brand's past copy in this language without its quirks, prepared once per guide version."""
    house = grounds.house
    if house is None:
        return None
    known = _KNOWN.setdefault(house, {})
    if grounds.locale not in known:
        texts = []
        for campaign in house.guide.campaigns:
            if campaign.locale == grounds.locale:
                fields = [Prose(text, grounds.locale) for key, text in campaign.fields.items() if not key.startswith(tuple(evidence_.ADDRESS_FIELDS))]
                texts.append([word for prose in fields for word in evidence_.without(prose, evidence_.shields(prose, grounds)).words])
        known[grounds.locale] = Known(texts)
    return known[grounds.locale]


def read(texts: Sequence[FieldText], findings: Sequence[Finding], grounds: Grounds, siblings: Sequence[str] = (), using: Fitted | None = None) -> Reading:
    """All that the dial is made of, before it is put into words. `using` replaces what ships (for measuring on sources left out).

    score: 0 is the middle of what was fitted, more is smoother; error: its standard deviations towards smoother and livelier, from the length of the text.
    """
    known = using or shipped()
    locale = grounds.locale
    found = evidence_.gather(texts, grounds)
    keys = [text.key for text in evidence_.prose_fields(texts)]
    stock = wording.weigh(wording.locate(found, keys, findings, grounds), known.rates[locale], wording.brand_rates(grounds.house, locale))
    amounts = signals.amounts(found, sum(hit.weight for hit in stock))
    shares = dict(zip((signal.name for signal in SIGNALS), signals.vector(amounts, known.norms[locale]), strict=True))
    parts = dict.fromkeys(signals.PARTS, 0.0)
    for signal in SIGNALS:
        parts[signal.part] += known.weights[signal.name] * shares[signal.name]
    grounded = grounding(found, grounds)
    if grounded:
        parts["grounding"] = GROUNDING_WEIGHT * (GROUNDED - grounded.tied / grounded.statements) * grounded.statements / (grounded.statements + GROUNDING_POOL)
    words = [word for prose in found.free for word in prose.words]
    past = _past(grounds)
    alike, place = past.nearest(words) if past else (0.0, -1)
    if past:
        parts["past"] = LIKENESS_WEIGHT * max(0.0, alike - LIKE)
    twin = max((overlap(shingles(words), shingles(Prose(text, locale).words)) for text in siblings), default=0.0)
    if siblings:
        parts["siblings"] = LIKENESS_WEIGHT * max(0.0, twin - LIKE)
    if found.quirks:
        parts["quirks"] = -QUIRK * min(found.quirks, MOST_QUIRKS)
    damping = signals.damping(found.words)
    parts = {name: share * damping if name in signals.PARTS else share for name, share in parts.items()}
    score = sum(parts.values())
    return Reading(found, stock, amounts, shares, parts, grounded, (alike, place), twin, score, known.scales[locale].noise(found.words, score))


def score(texts: Sequence[FieldText], findings: Sequence[Finding], grounds: Grounds, language: str, siblings: Sequence[str] = ()) -> Dial:
    """The authenticity dial, 0-100, with a 90 % interval from the length of the text.

    70 is the middle of human brand copy, whatever the length; 40 is where its smoothest few in a hundred begin. `siblings` are other variants of the same piece.
    Under LEAST_WORDS it is not measured. Same input, same output.
    """
    count = sum(len(text.prose.words) for text in evidence_.prose_fields(texts))
    if count < LEAST_WORDS:
        return Dial.unmeasured(explain.SHORT.say(language, count=count, least=LEAST_WORDS))
    reading = read(texts, findings, grounds, siblings)
    scale = shipped().scales[grounds.locale]
    up, down = reading.error
    value, high, low = (scale.dial(reading.score + shift) for shift in (0.0, -Z90 * down, Z90 * up))
    parts = explain.parts(reading, shipped(), grounds, language)
    return Dial(value=round(value, 1), low=round(low, 1), high=round(high, 1), measured=True, why=explain.summary(reading, parts, count, language), parts=parts)
