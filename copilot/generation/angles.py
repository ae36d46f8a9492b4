"""From which side a draft is written. Candidates of one set take different angles; one of them, where there are three or more, leaves the pattern on purpose.

The off-pattern draft is judged by the brand's rules like any other, but not by its likeness to the past: that is its point.
"""

from __future__ import annotations

from copilot.language.words import Words, both
from copilot.records import Record

OFF_PATTERN = "off-pattern"


class Angle(Record):
    """A side to write from: its name, what the model is told, and how it is called on screen."""

    name: str
    instruction: Words
    label: Words


def _angle(name: str, label: Words, instruction: Words) -> Angle:
    return Angle(name=name, label=label, instruction=instruction)


ANGLES: tuple[Angle, ...] = (
    _angle(
        "plain-offer",
        both("plain offer", "offre simple"),
        both("Say what it is, what it does and what it costs. No detour.", "Dire ce que c'est, ce que ça fait et ce que ça coûte. Sans détour."),
    ),
    _angle(
        "objection",
        both("objection", "objection"),
        both(
            "Begin with the reason the reader has not to want it, and answer it with a fact of the brief.",
            "Commencer par la raison qu'a le lecteur de ne pas en vouloir, et y répondre par un fait du brief.",
        ),
    ),
    _angle(
        "benefit",
        both("benefit", "bénéfice"),
        both(
            "Begin with what changes for the reader, in a moment she can picture; then the fact that makes it so.",
            "Commencer par ce qui change pour le lecteur, dans un moment qu'il se représente ; puis le fait qui le permet.",
        ),
    ),
    _angle(
        "proof",
        both("proof", "preuve"),
        both(
            "Begin with the hardest fact of the brief or a claim, and let it carry the text.",
            "Commencer par le fait le plus solide du brief ou une allégation, et le laisser porter le texte.",
        ),
    ),
    _angle(
        "detail",
        both("detail", "détail"),
        both("Begin with the one fact of the brief that nobody else would mention.", "Commencer par le fait du brief que personne d'autre ne citerait."),
    ),
    _angle(
        "letter",
        both("letter", "lettre"),
        both("Write as one person of the house to one reader.", "Écrire comme une personne de la maison à un seul lecteur."),
    ),
    _angle(
        "curiosity",
        both("curiosity", "curiosité"),
        both(
            "Begin with a question that the facts of the brief answer, and answer it in full; nothing is withheld to make people click.",
            "Commencer par une question à laquelle les faits du brief répondent, et y répondre en entier ; rien n'est caché pour faire cliquer.",
        ),
    ),
)
LEAVING = _angle(
    OFF_PATTERN,
    both("off-pattern", "hors motif"),
    both(
        "Leave the pattern of the past copy: another form (a list, a dialogue, instructions, a bill, a label, a single long sentence), the brand's manners and "
        "the brief's facts unchanged.",
        "Quitter le motif des textes passés : une autre forme (une liste, un dialogue, un mode d'emploi, une facture, une étiquette, une seule longue phrase), les "
        "manières de la marque et les faits du brief restant les mêmes.",
    ),
)


def angles_for(count: int, used: int) -> list[Angle]:
    """`count` angles, no two equal while there are enough, the last of three or more off-pattern.

    used: how many drafts of this brief took a plain angle before; the next ones go on from there.
    """
    plain = count - 1 if count >= 3 else count
    chosen = [ANGLES[(used + number) % len(ANGLES)] for number in range(plain)]
    return [*chosen, LEAVING] if count >= 3 else chosen


def find_angle(name: str) -> Angle | None:
    """The angle called `name`, or None."""
    return next((angle for angle in (*ANGLES, LEAVING) if angle.name == name), None)
