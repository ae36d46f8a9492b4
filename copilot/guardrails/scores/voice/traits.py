"""Habits that a copywriter has words for, counted: sentence length, address, person, questions, signs. They explain the dial; they do not make it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from copilot.guardrails.checks.emoji import EMOJI
from copilot.guardrails.checks.sentences import sentence_words
from copilot.language.prose import Locale, Prose
from copilot.language.words import Words, both
from copilot.records import Part

TELLING = 1.6
"""From how many standard deviations a difference is told."""
MOST_WORDS = 6
FEW = 3.0
"""Occurrences that a habit of the brand would lead one to expect before its absence is told."""


@dataclass(frozen=True)
class Trait:
    """A habit as a pattern on `Prose.scan` (on the text itself where `cased`), with what is said where a text has more or less of it than the brand."""

    name: Words
    pattern: re.Pattern[str]
    more: Words
    less: Words
    locale: Locale | None = None


def _trait(name: Words, pattern: str, more: Words, less: Words, locale: Locale | None = None) -> Trait:
    return Trait(name, re.compile(pattern), more, less, locale)


PER_100 = both("per 100 words", "pour 100 mots")
_AGAINST = both(" {here} in 100 words against your {yours}.", " {here} pour 100 mots contre {yours} chez vous.")
TRAITS: dict[str, Trait] = {
    "questions": _trait(both("questions", "questions"), r"\?", both("More questions than you ask:", "Plus de questions que vous n'en posez :"), both("Fewer questions than you ask:", "Moins de questions que vous n'en posez :")),
    "exclamations": _trait(both("exclamation marks", "points d'exclamation"), "!", both("You exclaim less:", "Vous vous exclamez moins :"), both("You exclaim more:", "Vous vous exclamez plus :")),
    "brackets": _trait(both("brackets", "parenthèses"), r"\([^()]*\)", both("More brackets than yours:", "Plus de parenthèses que chez vous :"), both("You use more brackets:", "Vous ouvrez plus de parenthèses :")),
    "dashes": _trait(both("dashes", "tirets"), r"(?<=\s)[–—-](?=\s)|—", both("More dashes than yours:", "Plus de tirets que chez vous :"), both("You use more dashes:", "Vous mettez plus de tirets :")),
    "colons": _trait(both("colons and semicolons", "deux-points et points-virgules"), r"[:;](?=\s)", both("More colons and semicolons than yours:", "Plus de deux-points et de points-virgules que chez vous :"), both("You use more colons and semicolons:", "Vous mettez plus de deux-points et de points-virgules :")),
    "commas": _trait(both("commas", "virgules"), r",(?!\d)", both("More commas than yours:", "Plus de virgules que chez vous :"), both("Fewer commas than yours:", "Moins de virgules que chez vous :")),
    "figures": _trait(both("figures", "chiffres"), r"\d[\d .,]*", both("More figures than yours:", "Plus de chiffres que chez vous :"), both("You give more figures:", "Vous donnez plus de chiffres :")),
    "emoji": _trait(both("emoji", "émojis"), EMOJI.pattern, both("More emoji than yours:", "Plus d'émojis que chez vous :"), both("You use more emoji:", "Vous mettez plus d'émojis :")),
    "long words": _trait(both("long words", "mots longs"), r"(?<!\w)[^\W\d_]{11,}(?!\w)", both("More long words than yours:", "Plus de mots longs que chez vous :"), both("Fewer long words than yours:", "Moins de mots longs que chez vous :")),
    "we": _trait(both("we", "we"), r"\b(?:we|our|ours|us)\b(?:'\w+)?", both("You say “we” less:", "Vous dites moins « we » :"), both("You say “we” more:", "Vous dites plus « we » :"), "en"),
    "you": _trait(both("you", "you"), r"\b(?:you|your|yours)\b(?:'\w+)?", both("You speak to the reader less:", "Vous vous adressez moins au lecteur :"), both("You speak to the reader more:", "Vous vous adressez plus au lecteur :"), "en"),
    "i": _trait(both("I", "I"), r"\b(?:i|my|me|mine)\b(?:'\w+)?", both("You say “I” less:", "Vous dites moins « I » :"), both("You say “I” more:", "Vous dites plus « I » :"), "en"),
    "contractions": _trait(both("contractions", "contractions"), r"\b\w+(?:n't|'re|'ve|'ll|'m)\b", both("You contract less (don't, we're):", "Vous contractez moins (don't, we're) :"), both("You contract more (don't, we're):", "Vous contractez plus (don't, we're) :"), "en"),
    "full forms": _trait(both("full forms", "formes pleines"), r"\b(?:do|does|did|is|are|was|were|have|has|can|could|will|would|should) not\b|\bcannot\b|\b(?:we|you|they) (?:are|have|will)\b", both("You would contract here:", "Vous contracteriez ici :"), both("You spell forms out more (do not, we are):", "Vous écrivez plus de formes pleines (do not, we are) :"), "en"),
    "nous": _trait(both("nous", "nous"), r"\b(?:nous|notre|nos)\b", both("You say “nous” less:", "Vous dites moins « nous » :"), both("You say “nous” more:", "Vous dites plus « nous » :"), "fr"),
    "on": _trait(both("on", "on"), r"\bon\b", both("You say “on” less:", "Vous dites moins « on » :"), both("You say “on” more:", "Vous dites plus « on » :"), "fr"),
    "je": _trait(both("je", "je"), r"\b(?:je\b|j'|mon\b|ma\b|mes\b)", both("You say “je” less:", "Vous dites moins « je » :"), both("You say “je” more:", "Vous dites plus « je » :"), "fr"),
    "tu": _trait(both("tu", "tu"), r"\b(?:tu|toi|ton|ta|tes|te)\b|\bt'", both("You say “tu” less:", "Vous dites moins « tu » :"), both("You say “tu” more:", "Vous dites plus « tu » :"), "fr"),
    "vous": _trait(both("vous", "vous"), r"\b(?:vous|votre|vos)\b", both("You say “vous” less:", "Vous dites moins « vous » :"), both("You say “vous” more:", "Vous dites plus « vous » :"), "fr"),
    "full negation": _trait(both("full negation", "négation complète"), r"\bne\b|\bn'", both("You drop the “ne” more:", "Vous laissez plus tomber le « ne » :"), both("You say the “ne” more:", "Vous dites plus le « ne » :"), "fr"),
}  # fmt: skip
SENTENCES = both("sentence length", "longueur des phrases")
WORDS_UNIT = both("words", "mots")
LONGER = both("Longer sentences than yours: {here} words against {yours}.", "Des phrases plus longues que les vôtres : {here} mots contre {yours}.")
SHORTER = both("Shorter sentences than yours: {here} words against {yours}.", "Des phrases plus courtes que les vôtres : {here} mots contre {yours}.")
SAYS_VOUS = both("You say tu; this says vous.", "Vous dites tu ; ici on dit vous.")
SAYS_TU = both("You say vous; this says tu.", "Vous dites vous ; ici on dit tu.")


@dataclass(frozen=True)
class Habits:
    """How often a brand does what. rates: trait -> (occurrences per word, how much more they vary from text to text than chance would)."""

    rates: dict[str, tuple[float, float]]
    sentence_words: float
    """Mean length of a sentence."""
    sentence_spread: float
    """Standard deviation of the mean of a text of one sentence."""


def _hits(trait: Trait, proses: Sequence[Prose]) -> list[str]:
    return [prose.text[match.start() : match.end()].strip() for prose in proses for match in trait.pattern.finditer(prose.scan)]


def _lengths(proses: Sequence[Prose]) -> list[int]:
    return [len(sentence) for prose in proses for sentence in sentence_words(prose) if sentence]


def habits(texts: Sequence[Sequence[Prose]], locale: Locale) -> Habits:
    """The habits of a brand's texts; one at least."""
    words = [sum(len(prose.words) for prose in proses) for proses in texts]
    total = max(1, sum(words))
    rates = {}
    for name, trait in TRAITS.items():
        if trait.locale in (None, locale):
            found = [len(_hits(trait, proses)) for proses in texts]
            rate = sum(found) / total
            expected = [max(rate * count, 1e-6) for count in words]
            vary = sum((hits - mean) ** 2 / mean for hits, mean in zip(found, expected, strict=True)) / max(1, len(found) - 1) if rate else 1.0
            rates[name] = rate, max(1.0, vary)
    lengths = [length for proses in texts for length in _lengths(proses)] or [0]
    mean = sum(lengths) / len(lengths)
    return Habits(rates, mean, math.sqrt(sum((length - mean) ** 2 for length in lengths) / max(1, len(lengths) - 1)) or 1.0)


def differences(held: Habits, proses: Sequence[Prose], language: str) -> list[Part]:
    """What a copywriter would say of the text beside the brand's own, the most telling first. `value` is in the unit that the part names."""
    told: list[tuple[float, Part]] = []
    words = sum(len(prose.words) for prose in proses)
    lengths = _lengths(proses)
    if lengths:
        here = sum(lengths) / len(lengths)
        far = (here - held.sentence_words) * math.sqrt(len(lengths)) / held.sentence_spread
        if abs(far) >= TELLING:
            say = LONGER if far > 0 else SHORTER
            told.append(
                (
                    abs(far),
                    Part(
                        name=SENTENCES.say(language),
                        value=round(here, 1),
                        unit=WORDS_UNIT.say(language),
                        why=say.say(language, here=round(here), yours=round(held.sentence_words)),
                    ),
                )
            )
    for name, (rate, vary) in held.rates.items():
        trait = TRAITS[name]
        found = _hits(trait, proses)
        expected = rate * words
        far = (len(found) - expected) / math.sqrt(max(expected, 0.3) * vary)
        if (far >= TELLING and found) or (far <= -TELLING and expected >= FEW):
            said = (trait.more if far > 0 else trait.less).say(language)
            why = said + _AGAINST.say(language, here=_figure(100 * len(found) / max(1, words)), yours=_figure(100 * rate))
            other = {"vous": ("tu", SAYS_VOUS), "tu": ("vous", SAYS_TU)}.get(name)
            if other and far > 0 and held.rates[other[0]][0] > 4 * rate:
                why = other[1].say(language)
            told.append(
                (
                    abs(far),
                    Part(
                        name=trait.name.say(language),
                        value=round(100 * len(found) / max(1, words), 1),
                        unit=PER_100.say(language),
                        why=why,
                        words=tuple(dict.fromkeys(found))[:MOST_WORDS],
                    ),
                )
            )
    return [part for _, part in sorted(told, key=lambda pair: -pair[0])]


def _figure(value: float) -> str:
    return f"{value:.1f}" if value < 10 else f"{value:.0f}"
