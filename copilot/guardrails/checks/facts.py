"""The brief's figures beside the copy's: which fact a figure that is not in the brief probably was."""

from __future__ import annotations

import re
from typing import NamedTuple

from copilot.guardrails.grounds import Grounds
from copilot.language.figures import Figure, figures
from copilot.language.prose import Prose

_TOPICS = (
    "weigh weight poids pèse pesait peser lourd léger heavy light",
    "lead_time delivery ready takes ships wait délai prêt prêts prête prêtes livr compte attend attente fabrication dispatch",
    "guarantee guaranteed warranty garanti garantie garantis garanties garantit",
    "length long width wide height high size longueur largeur hauteur taille haut",
    "capacity holds volume contient contenance capacité",
    "share made contains composition wool coton cotton laine contient matière material",
    "battery autonomie lasts tient dure durée duration",
    "speed vitesse range portée distance",
)  # fmt: skip
"""Words that speak of the same thing; a word of five letters or more also meets its longer forms."""
MONEY = ("€", "$", "£")
_ALONE = (*MONEY, "kg", "g")
"""Units in which a brief with one figure speaks of the product itself."""
WORD = re.compile(r"[^\W\d]+")
_OTHER_MONEY = re.compile(
    r"\b(?:port|livraison|frais|acompte|au lieu|retour|shipping|delivery|postage|deposit|was|instead|fee|returns?|cadeau|carte|gift|voucher|bon)\b"
)


class Fact(NamedTuple):
    """A figure of the brief with its printed form and the words around it."""

    figure: Figure
    printed: str
    words: frozenset[str]


def _facts(grounds: Grounds) -> list[Fact]:
    found = []
    for name, value in (grounds.brief.facts if grounds.brief else {}).items():
        prose = Prose(f"{name.replace('_', ' ')}: {value}", grounds.locale)
        for figure in figures(prose, words=True):
            rest = f"{name} {prose.scan[: figure.start]} {prose.scan[figure.end :]}"
            found.append(Fact(figure, prose.text[figure.start : figure.end], _words(rest)))
    return found


def _words(text: str) -> frozenset[str]:
    """The longer words of a piece of `scan`; a fact's name counts whole and in parts."""
    return frozenset(word for word in WORD.findall(text.lower()) if len(word) > 3)


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of words speak of the same thing."""
    if any(a == b or (len(a) > 4 and b.startswith(a[:5])) for a in one for b in other):
        return True
    return any(any(word in topic for word in one) and any(word in topic for word in other) for topic in _TOPIC_SETS)


_TOPIC_SETS = tuple(frozenset(topic.split()) for topic in _TOPICS)


def changed(figure: Figure, prose: Prose, grounds: Grounds) -> Fact | None:
    """The fact of the brief that `figure` seems to get wrong: same unit, other value, and a word in common near by (or the only one of its kind)."""
    if not figure.unit or grounds.brief is None or grounds.stated.holds_figure(figure):
        return None
    rivals = [fact for fact in _facts(grounds) if fact.figure.unit == figure.unit]
    if not rivals:
        return None
    near = prose.scan[max(0, figure.start - 45) : figure.end + 30]
    if figure.unit in MONEY and _OTHER_MONEY.search(near):
        return None
    words = _words(f"{prose.scan[max(0, figure.start - 45) : figure.start]} {prose.scan[figure.end : figure.end + 30]}")
    meeting = [fact for fact in rivals if _meet(words, fact.words)]
    if meeting:
        return meeting[0]
    return rivals[0] if figure.unit in _ALONE and len({fact.figure.value for fact in rivals}) == 1 else None
