"""The dial in a copywriter's words: each part with the points it gives or takes, the words that made it, and the reason."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.scores.authenticity.evidence import LEAST_SENTENCES, Evidence
from copilot.guardrails.scores.authenticity.fitted import Fitted
from copilot.guardrails.scores.authenticity.ground import Grounding
from copilot.guardrails.scores.authenticity.signals import variation
from copilot.guardrails.scores.authenticity.wording import Weighed
from copilot.language.words import Words, both
from copilot.records import Part

MOST_WORDS = 12
SHORT = both("Not measured: {count} words say too little; {least} are needed.", "Non mesuré : {count} mots en disent trop peu ; il en faut {least}.")
SUMMARY = both(
    "On the scale of human brand copy: 70 is its middle, under 40 lies less than a tenth of it. {most} {count} words: {sure}.",
    "Sur l'échelle des textes de marque écrits par des gens : 70 en est le milieu, moins d'un dixième est sous 40. {most} {count} mots : {sure}.",
)
SURE = (
    (30.0, both("the interval is narrow", "l'intervalle est étroit")),
    (60.0, both("the interval says how little is certain", "l'intervalle dit ce qui reste incertain")),
    (101.0, both("too few to be sure, hence the wide interval", "trop peu pour être sûr, d'où l'intervalle large")),
)
NAMES: dict[str, Words] = {
    "stock": both("stock wording", "formules toutes faites"),
    "specifics": both("specific matter", "matière précise"),
    "vague": both("vague words", "mots vagues"),
    "rhythm": both("rhythm", "rythme"),
    "turns": both("smooth turns", "tournures lisses"),
    "grounding": both("grounding", "ancrage"),
    "past": both("like past copy", "déjà dit"),
    "siblings": both("like its variants", "pareil aux variantes"),
    "quirks": both("protected quirks", "traits protégés"),
}
POINTS = both("points", "points")
NOTHING = both("No stock wording.", "Aucune formule toute faite.")
STOCK = both(
    "“{first}” stands about {times} times as often in all-purpose prose as in copy by people. {more}",
    "« {first} » est environ {times} fois plus fréquent dans la prose passe-partout que chez les gens. {more}",
)
MORE = both("Such wordings: {count} in {words} words.", "Formules de ce genre : {count} en {words} mots.")
OWN = both("What the brand says itself does not count.", "Ce que la marque dit d'elle-même ne compte pas.")
SPECIFICS = both(
    "Figures, names, things and doings: {count} in {words} words; ordinary brand copy has about {usual}.",
    "Chiffres, noms, choses et gestes : {count} en {words} mots ; d'ordinaire environ {usual} dans un texte de marque.",
)
VAGUE = both(
    "Words that would fit any product (abstract nouns, general praise): {count} in {words}; ordinary brand copy has about {usual}.",
    "Mots qui iraient à n'importe quel produit (noms abstraits, éloges vagues) : {count} sur {words} ; d'ordinaire environ {usual}.",
)
RHYTHM = both(
    "Sentences of {low} to {high} words: their length varies by {share} % around the mean; in ordinary brand copy by {usual} %.",
    "Phrases de {low} à {high} mots : leur longueur varie de {share} % autour de la moyenne ; dans un texte de marque ordinaire, de {usual} %.",
)
NO_RHYTHM = both("Not measured: rhythm needs {least} sentences in a row.", "Non mesuré : le rythme demande {least} phrases de suite.")
TURNS = both(
    "Trailing participles: {tails}; words in pairs: {pairs}; adverbs: {adverbs}; sentences that open with an article, as brochures do: {openings}; words of everyday talk: {spoken}.",
    "Participes en queue de phrase : {tails} ; mots par paires : {pairs} ; adverbes : {adverbs} ; phrases qui s'ouvrent sur un article, comme une brochure : {openings} ; mots de tous les jours : {spoken}.",
)
GROUNDING = both(
    "Statements tied to the brief or to a claim in force: {tied} of {statements}.",
    "Affirmations qui tiennent au brief ou à une allégation en vigueur : {tied} sur {statements}.",
)
NO_BRIEF = both("Not measured: there is no brief to compare with.", "Non mesuré : pas de brief à quoi comparer.")
PAST = both("{share} % of its word pairs stand in one past text{which}.", "{share} % de ses couples de mots se trouvent dans un seul texte passé{which}.")
SIBLINGS = both("{share} % of its word pairs are those of its nearest variant.", "{share} % de ses couples de mots sont ceux de la variante la plus proche.")
QUIRKS = both("Traits that the brand protects: {count}.", "Traits que la marque protège : {count}.")


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one dial is made of. parts: name -> what it adds to `score` (more is smoother); past: share and place of the nearest past text."""

    evidence: Evidence
    stock: Sequence[Weighed]
    amounts: dict[str, tuple[float, float]]
    shares: dict[str, float]
    parts: dict[str, float]
    grounding: Grounding | None
    past: tuple[float, int]
    siblings: float
    score: float
    error: tuple[float, float]


def parts(reading: Reading, known: Fitted, grounds: Grounds, language: str) -> tuple[Part, ...]:
    """Every part with the points it gives (+) or takes (-) at this place of the dial; a part that is not measured says why."""
    scale = known.scales[grounds.locale]
    here = scale.dial(reading.score)
    made = []
    for name, share in reading.parts.items():
        why, words = _reason(name, reading, known, grounds, language)
        silent = name == "rhythm" and variation(reading.evidence.lengths) is None
        value = None if silent else round(here - scale.dial(reading.score - share), 1) + 0.0
        made.append(Part(name=NAMES[name].say(language), value=value, unit=POINTS.say(language), why=why, words=words))
    if "grounding" not in reading.parts:
        made.append(Part(name=NAMES["grounding"].say(language), value=None, unit=POINTS.say(language), why=NO_BRIEF.say(language)))
    return tuple(made)


def summary(reading: Reading, made: Sequence[Part], count: int, language: str) -> str:
    """One sentence on the scale, one on what moved the dial most, and how sure it is."""
    moved = sorted((part for part in made if part.value), key=lambda part: -abs(part.value or 0))[:2]
    most = "; ".join(f"{part.name} {part.value:+.0f}" for part in moved) if language == "en" else " ; ".join(f"{part.name} {part.value:+.0f}" for part in moved)
    width = 1.645 * sum(reading.error) * 14
    sure = next(words for limit, words in SURE if width < limit or limit > 100)
    return SUMMARY.say(language, most=most + "." if most else "", count=count, sure=sure.say(language)).replace("  ", " ")


def _texts(evidence: Evidence, *kinds: str) -> tuple[str, ...]:
    pieces = sorted((piece for kind in kinds for piece in evidence.pieces.get(kind, ())), key=lambda piece: (piece.field, piece.start))
    return tuple(dict.fromkeys(piece.text for piece in pieces))[:MOST_WORDS]


def _reason(name: str, reading: Reading, known: Fitted, grounds: Grounds, language: str) -> tuple[str, tuple[str, ...]]:
    found, norms = reading.evidence, known.norms[grounds.locale]

    def usual(*kinds: str) -> str:
        return f"{sum(norms[kind].mean for kind in kinds) * found.words:.0f}"

    if name == "stock":
        if not reading.stock:
            return NOTHING.say(language), ()
        first = reading.stock[0]
        more = MORE.say(language, count=len(reading.stock), words=found.words) if len(reading.stock) > 1 else OWN.say(language) if grounds.house else ""
        why = STOCK.say(language, first=first.wording.piece.text, times=round(math.exp(first.weight)), more=more).strip()
        return why, tuple(dict.fromkeys(hit.wording.piece.text for hit in reading.stock))[:MOST_WORDS]
    if name == "specifics":
        kinds = ("figures", "names", "things", "deeds")
        return SPECIFICS.say(language, count=sum(map(found.count, kinds)), words=found.words, usual=usual(*kinds)), _texts(found, *kinds)
    if name == "vague":
        return VAGUE.say(language, count=found.count("vague") + found.count("abstract"), words=found.words, usual=usual("vague", "abstract")), _texts(
            found, "vague", "abstract"
        )
    if name == "rhythm":
        spread = variation(found.lengths)
        if spread is None:
            return NO_RHYTHM.say(language, least=LEAST_SENTENCES), ()
        return RHYTHM.say(
            language, low=min(found.lengths), high=max(found.lengths), share=round(100 * spread), usual=round(100 * math.exp(norms["flat"].mean))
        ), ()
    if name == "turns":
        counts = {kind: found.count(kind) for kind in ("tails", "pairs", "adverbs", "openings", "spoken")}
        return TURNS.say(language, **counts), _texts(found, "tails", "pairs", "adverbs")
    if name == "grounding" and reading.grounding:
        return GROUNDING.say(language, tied=reading.grounding.tied, statements=reading.grounding.statements), reading.grounding.loose[:MOST_WORDS]
    if name == "past":
        which = ""
        if reading.past[1] >= 0 and grounds.house and reading.past[0] > 0:
            own = [campaign.id for campaign in grounds.house.guide.campaigns if campaign.locale == grounds.locale]
            which = f" ({own[reading.past[1]]})"
        return PAST.say(language, share=round(100 * reading.past[0]), which=which), ()
    if name == "siblings":
        return SIBLINGS.say(language, share=round(100 * reading.siblings)), ()
    return QUIRKS.say(language, count=found.quirks), ()
