"""Is it us? First, preliminary version: character trigrams of the brand's own copy.

The profile is the mean of the unit vectors of damped trigram counts of each sample. A text is scored by its cosine with the profile, and the cosine is
read on the scale of the brand's own samples, each scored against a profile without it and cut to about the same length: 50 is the brand's median text,
and few of its own texts lie under 10. Names and topics weigh in it; that is why it is called preliminary.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from copilot.language.prose import Locale, Prose
from copilot.language.words import both
from copilot.records import Dial, Part

LEAST_SAMPLES = 10
LEAST_WORDS = 6
LENGTHS = (8, 20, 60, 160)
"""Lengths, in words, at which the brand's own samples are scored; a text is read at the nearest."""
Z90 = 1.645

NO_BRAND = both("Not measured: no brand was named.", "Non mesuré : aucune marque n'est nommée.")
FEW_SAMPLES = both(
    "Not measured: the brand has {count} texts in this language; {least} are needed.",
    "Non mesuré : la marque a {count} textes dans cette langue ; il en faut {least}.",
)
SHORT = both("Not measured: {count} words say too little; {least} are needed.", "Non mesuré : {count} mots en disent trop peu ; il en faut {least}.")
MEASURED = both(
    "Preliminary: character trigrams against {count} texts of the brand, read on the scale of its own texts of about {length} words (50 is their median).",
    "Provisoire : trigrammes de caractères comparés à {count} textes de la marque, lus sur l'échelle de ses propres textes d'environ {length} mots (50 est leur médiane).",
)


def _vector(scan: str) -> dict[str, float]:
    text = " " + re.sub(r"\s+", " ", scan) + " "
    counts = Counter(text[index : index + 3] for index in range(len(text) - 2))
    damped = {gram: 1 + math.log(count) for gram, count in counts.items()}
    norm = math.sqrt(sum(value * value for value in damped.values())) or 1.0
    return {gram: value / norm for gram, value in damped.items()}


def _cosine(one: dict[str, float], other: dict[str, float], norm: float) -> float:
    return sum(value * other.get(gram, 0.0) for gram, value in one.items()) / (norm or 1.0)


@dataclass(frozen=True)
class VoiceProfile:
    """A brand's voice in one language: the sum of its samples' vectors, and how its own samples score at each length."""

    locale: Locale
    samples: int
    total: dict[str, float]
    norm: float
    own: dict[int, tuple[float, float]]
    """Length in words -> mean and standard deviation of the own samples' cosines."""


def fit(texts: Sequence[str], locale: Locale) -> VoiceProfile:
    """The profile of a brand's texts. Any number of texts; `score` says when they are too few."""
    proses = [Prose(text, locale) for text in texts]
    vectors = [_vector(prose.scan) for prose in proses]
    total: dict[str, float] = {}
    for vector in vectors:
        for gram, value in vector.items():
            total[gram] = total.get(gram, 0.0) + value
    own: dict[int, tuple[float, float]] = {}
    for length in LENGTHS:
        cosines = []
        for prose, vector in zip(proses, vectors, strict=True):
            spans = prose.word_spans
            if len(spans) < min(length, LEAST_WORDS) or len(spans) < length // 2:
                continue
            piece = _vector(prose.scan[: spans[min(length, len(spans)) - 1][1]])
            rest = {gram: total.get(gram, 0.0) - vector.get(gram, 0.0) for gram in piece}
            norm = math.sqrt(sum((value - vector.get(gram, 0.0)) ** 2 for gram, value in total.items()))
            cosines.append(_cosine(piece, rest, norm))
        if len(cosines) >= 5:
            mean = sum(cosines) / len(cosines)
            own[length] = mean, math.sqrt(sum((c - mean) ** 2 for c in cosines) / (len(cosines) - 1)) or 0.01
    return VoiceProfile(locale, len(texts), total, math.sqrt(sum(value * value for value in total.values())), own)


def score(profile: VoiceProfile | None, proses: Sequence[Prose], language: str) -> Dial:
    """The voice dial of a text, 0-100, with a 90 % interval from the number of samples and the length of the text."""
    if profile is None:
        return Dial.unmeasured(NO_BRAND.say(language))
    if profile.samples < LEAST_SAMPLES or not profile.own:
        return Dial.unmeasured(FEW_SAMPLES.say(language, count=profile.samples, least=LEAST_SAMPLES))
    count = sum(len(prose.words) for prose in proses)
    if count < LEAST_WORDS:
        return Dial.unmeasured(SHORT.say(language, count=count, least=LEAST_WORDS))
    cosine = _cosine(_vector("\n".join(prose.scan for prose in proses)), profile.total, profile.norm)
    length = min(profile.own, key=lambda n: abs(math.log(n / count)))
    mean, deviation = profile.own[length]
    z = (cosine - mean) / deviation
    error = Z90 * math.sqrt(1 / profile.samples + 1 / (1 + count / 10))
    value, low, high = (100 * _phi(z + shift) for shift in (0.0, -error, error))
    why = MEASURED.say(language, count=profile.samples, length=length)
    return Dial(
        value=round(value, 1),
        low=round(low, 1),
        high=round(high, 1),
        measured=True,
        why=why,
        parts=(Part(name="trigrams", value=round(cosine, 3), unit="cosine"),),
    )


def _phi(z: float) -> float:
    return 0.5 * (1 + math.erf(z / math.sqrt(2)))
