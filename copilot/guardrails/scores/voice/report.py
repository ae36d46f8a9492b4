"""A profile in a copywriter's words, for its brand manager."""

from __future__ import annotations

from copilot.guardrails.scores.voice.guide import Labelled
from copilot.guardrails.scores.voice.labels import LEAST_LABELS
from copilot.guardrails.scores.voice.profile import LEAST_BRAND_WORDS, LEAST_SAMPLES, VoiceProfile
from copilot.guardrails.scores.voice.traits import TRAITS
from copilot.language.words import both

LEARNT = both(
    "Learnt from {count} texts, {words} words in all; half of them have at least {median}.",
    "Appris sur {count} textes, {words} mots en tout ; la moitié en a au moins {median}.",
)
THIN = both("Too little to measure: {least} texts and {least_words} words are needed.", "Trop peu pour mesurer : il faut {least} textes et {least_words} mots.")
OWN_CHANNEL = both("A profile of its own: {channels}. The other channels share one.", "Un profil à part : {channels}. Les autres canaux en partagent un.")
POOLED = both("All channels share one profile.", "Tous les canaux partagent un profil.")
HABITS = both("Sentences of {words:.0f} words on average. In 100 words: {rates}.", "Phrases de {words:.0f} mots en moyenne. Pour 100 mots : {rates}.")
UNSAID = both("Common words it never says: {words}.", "Mots courants qu'elle ne dit jamais : {words}.")
FEW_LABELS = both(
    "Agreement with labels: not measured ({us} “us” and {other} “not us” that can be read; {least} of each are needed).",
    "Accord avec les étiquettes : non mesuré ({us} « us » et {other} « not us » lisibles ; il en faut {least} de chaque).",
)
AGREEMENT = both(
    "Agreement with {count} labels, each read without knowing it: right in {right:.0f} % ({low:.0f}-{high:.0f}), AUC {auc:.2f} (+-{half:.2f}).",
    "Accord avec {count} étiquettes, chacune lue sans la connaître : juste dans {right:.0f} % ({low:.0f}-{high:.0f}), AUC {auc:.2f} (+-{half:.2f}).",
)
DISAGREEMENTS = both("Disagreements, the most confident first (label, dial, text):", "Désaccords, les plus nets d'abord (étiquette, cadran, texte) :")
MOST_UNSAID, MOST_RATES = 15, 8


def told(profile: VoiceProfile, found: Labelled, language: str) -> tuple[str, ...]:
    """The sentences of a report."""
    lines = [LEARNT.say(language, count=profile.samples, words=profile.all_words, median=profile.words)]
    if profile.samples < LEAST_SAMPLES or profile.all_words < LEAST_BRAND_WORDS:
        lines.append(THIN.say(language, least=LEAST_SAMPLES, least_words=LEAST_BRAND_WORDS))
    channels = ", ".join(f"{name} ({count})" for name, (count, _) in profile.channels.items())
    lines.append(OWN_CHANNEL.say(language, channels=channels) if channels else POOLED.say(language))
    if profile.habits:
        rates = sorted(((100 * rate, name) for name, (rate, _) in profile.habits.rates.items() if rate >= 0.001), reverse=True)[:MOST_RATES]
        said = ", ".join(f"{TRAITS[name].name.say(language)} {rate:.1f}" for rate, name in rates)
        lines.append(HABITS.say(language, words=profile.habits.sentence_words, rates=said or "-"))
    if profile.unsaid:
        lines.append(UNSAID.say(language, words=", ".join(sorted(profile.unsaid)[:MOST_UNSAID])))
    held = found.agreement
    if held is None:
        us = sum(label.label == "us" for label in found.labels)
        lines.append(FEW_LABELS.say(language, us=us, other=len(found.labels) - us, least=LEAST_LABELS))
    else:
        lines.append(
            AGREEMENT.say(
                language,
                count=held.us + held.not_us,
                right=100 * held.accuracy,
                low=100 * held.accuracy_low,
                high=100 * held.accuracy_high,
                auc=held.auc,
                half=held.auc_half,
            )
        )
        if held.accuracy < 1:
            lines.append(DISAGREEMENTS.say(language))
    return tuple(lines)
