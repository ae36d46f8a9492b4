"""Is it us? The voice dial.

A text becomes a row of symbols in which its topic hardly shows (`symbols`), the row a sparse vector of n-grams (`features`). A brand is a direction in that space, from
anybody's copy to its own, in which whatever varies between texts of one brand counts less (`background`, `likeness`, `profile`). How far a text lies along it is read as
odds on a scale that was fitted on brands left out (`scale`), moved by a brand manager's labels (`labels`), and told in a copywriter's words (`traits`, `explain`).
"""

from __future__ import annotations

from collections.abc import Sequence

from copilot.guardrails.scores.voice import explain, scale, stored
from copilot.guardrails.scores.voice.background import shipped
from copilot.guardrails.scores.voice.guide import Labelled, labelled, of_guide, quirkless, samples
from copilot.guardrails.scores.voice.profile import LEAST_BRAND_WORDS, LEAST_SAMPLES, LEAST_WORDS, Sample, VoiceProfile, fit
from copilot.guardrails.scores.voice.reading import Reading, reading
from copilot.guardrails.scores.voice.report import told
from copilot.guardrails.scores.voice.scale import Scale
from copilot.language.prose import Prose
from copilot.language.words import both
from copilot.records import Dial

__all__ = [
    "VERSION",
    "Labelled",
    "Reading",
    "Sample",
    "Scale",
    "VoiceProfile",
    "fit",
    "labelled",
    "of_guide",
    "quirkless",
    "reading",
    "samples",
    "scale",
    "score",
    "stored",
    "told",
]

VERSION = "2"
"""Changes with anything that changes a profile; a stored one of another version is fitted again."""
NO_BRAND = both("Not measured: no brand was named.", "Non mesuré : aucune marque n'est nommée.")
FEW_SAMPLES = both(
    "Not measured: the brand has {count} texts of {words} words together in this language; {least} texts and {least_words} words are needed.",
    "Non mesuré : la marque a {count} textes, {words} mots en tout, dans cette langue ; il faut {least} textes et {least_words} mots.",
)
SHORT = both("Not measured: {count} words say too little; {least} are needed.", "Non mesuré : {count} mots en disent trop peu ; il en faut {least}.")
MEASURED = both(
    "80 means: four times as likely in your own copy as in another brand's. Learnt from {count} texts of {where}; {words} words to judge by.",
    "80 veut dire : quatre fois plus probable chez vous que chez une autre marque. Appris sur {count} textes ({where}) ; {words} mots à juger.",
)
ALL_CHANNELS = both("all channels", "tous canaux")
TUNED = both(" Set by {count} labels.", " Réglé sur {count} étiquettes.")


def score(profile: VoiceProfile | None, proses: Sequence[Prose], language: str, channel: str = "", quirks: int = 0, explained: bool = True) -> Dial:
    """The voice dial of a text, 0-100, with a 90 % interval from the number of samples and the length of the text.

    proses: the fields without the protected quirks, whose number is `quirks`. explained: with parts.
    """
    if profile is None:
        return Dial.unmeasured(NO_BRAND.say(language))
    found = reading(profile, proses, channel, quirks)
    if found is None:
        if profile.samples < LEAST_SAMPLES or profile.all_words < LEAST_BRAND_WORDS:
            said = FEW_SAMPLES.say(language, count=profile.samples, words=profile.all_words, least=LEAST_SAMPLES, least_words=LEAST_BRAND_WORDS)
        else:
            said = SHORT.say(language, count=sum(len(prose.words) for prose in proses), least=LEAST_WORDS)
        return Dial.unmeasured(said)
    count, direction, own = profile.direction(channel)
    value, low, high = (scale.dial(found.log_odds + shift) for shift in (0.0, -scale.Z90 * found.spread, scale.Z90 * found.spread))
    why = MEASURED.say(language, count=count, where=channel if own else ALL_CHANNELS.say(language), words=found.words)
    if profile.tuning.labels:
        why += TUNED.say(language, count=profile.tuning.labels)
    told = explain.parts(profile, direction, proses, channel, shipped(profile.locale), language) if explained and direction else ()
    return Dial(value=round(value, 1), low=round(low, 1), high=round(high, 1), measured=True, why=why, parts=told)
