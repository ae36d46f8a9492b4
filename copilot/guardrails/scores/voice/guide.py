"""A brand's profile from its guide: campaigns are what it is learnt from, labels are what sets its scale. Protected quirks are left out of both, as they are out of what
is scored: they count on their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.scores.authenticity.evidence import shields, without
from copilot.guardrails.scores.voice.labels import UNTUNED, Agreement, agreement, tune
from copilot.guardrails.scores.voice.profile import Sample, VoiceProfile, fit
from copilot.guardrails.scores.voice.reading import reading
from copilot.language.prose import Locale, Prose, Span
from copilot.records import Label

MOST_PASSES = 50
ADDRESSES = ("slug", "path")
"""Fields that are no prose."""


def quirkless(prose: Prose, grounds: Grounds) -> tuple[Prose, int]:
    """A text without the protected quirks in it, and their number. A word that a quirk's pattern only touches stays whole.

    It is looked at again until nothing more is found, so that taking one quirk out by hand uncovers no other.
    """
    count = 0
    for _ in range(MOST_PASSES):
        spans = [span for span in (_whole_words(prose.text, start, end) for start, end in shields(prose, grounds)) if span[0] < span[1]]
        if not spans:
            break
        count += len(spans)
        prose = without(prose, spans)
    return prose, count


def _whole_words(text: str, first: int, last: int) -> Span:
    """The span without the halves of words at its ends, and without blanks."""
    while first < last and (text[first].isspace() or (first > 0 and text[first - 1].isalnum() and text[first].isalnum())):
        first += 1
    while last > first and (text[last - 1].isspace() or (last < len(text) and text[last].isalnum() and text[last - 1].isalnum())):
        last -= 1
    return first, last


def samples(house: House, locale: Locale) -> list[Sample]:
    """The brand's campaigns in a language, without its quirks."""
    grounds = Grounds(locale, date.min, house)
    found = []
    for campaign in house.guide.campaigns:
        if campaign.locale == locale:
            fields = [Prose(text, locale) for key, text in campaign.fields.items() if not key.startswith(ADDRESSES)]
            found.append(Sample(campaign.id, campaign.channel, tuple(quirkless(prose, grounds)[0] for prose in fields), tuple(prose.text for prose in fields)))
    return found


@dataclass(frozen=True)
class Labelled:
    """What labels say of a profile. odds: each label's log odds without tuning; labels without enough words are left out and counted."""

    labels: tuple[Label, ...]
    odds: tuple[float, ...]
    left_out: int
    agreement: Agreement | None


def labelled(profile: VoiceProfile, house: House) -> Labelled:
    """The labels of a brand in the profile's language, read with what ships; a label whose words stand in a campaign proves nothing and is left out too."""
    locale = profile.locale
    grounds = Grounds(locale, date.min, house)
    plain = replace(profile, tuning=UNTUNED)
    learnt = {" ".join(campaign.text.lower().split()) for campaign in house.guide.campaigns}
    kept: list[Label] = []
    odds: list[float] = []
    left_out = 0
    for label in house.guide.labels:
        if label.locale != locale:
            continue
        prose, quirks = quirkless(Prose(label.text, locale), grounds)
        found = reading(plain, [prose], label.channel, quirks)
        if found is None or any(" ".join(label.text.lower().split()) in text for text in learnt):
            left_out += 1
        else:
            kept.append(label)
            odds.append(found.log_odds)
    return Labelled(tuple(kept), tuple(odds), left_out, agreement(odds, [label.label == "us" for label in kept]))


def of_guide(house: House, locale: Locale) -> VoiceProfile:
    """The profile of a brand in a language, set by its labels where there are enough."""
    profile = fit(samples(house, locale), locale)
    found = labelled(profile, house)
    if found.agreement is None:
        return profile
    return replace(profile, tuning=tune(np.array(found.odds), np.array([label.label == "us" for label in found.labels])))
