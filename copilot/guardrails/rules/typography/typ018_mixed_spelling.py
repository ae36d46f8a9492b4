import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copilot.guardrails.checks import as_written
from copilot.guardrails.checks.typography import is_bare
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.lexicons.spellings_en import AMBIGUOUS, ISE, PAIRS
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix


class Spelt(NamedTuple):
    """A word spelt one side's way, and how the other side spells it."""

    side: str
    other: str


def _table() -> dict[str, Spelt]:
    table: dict[str, Spelt] = {}
    for line in PAIRS.split():
        british, american = (([stem, *(stem + end for end in ends)]) for stem, *ends in (side.split("|") for side in line.split(":")))
        for ours, theirs in zip(british, american, strict=True):
            table |= {ours: Spelt("en-GB", theirs), theirs: Spelt("en-US", ours)}
    return {word: spelt for word, spelt in table.items() if word not in AMBIGUOUS}


SPELT = _table()
WORD = re.compile(r"[a-z]+")
ENDING = re.compile(r"([a-z]+i)([sz])(?:e[sdr]?|ers|ing|able|ations?)")
SIDES = {"en-GB": both("British", "britannique"), "en-US": both("American", "américaine")}
MESSAGE = both("'{word}' is {side} spelling; {why}.", "« {word} » est une graphie {side} ; {why}.")
BRAND = both("the brand writes the other", "la marque écrit l'autre")
REST = both("the rest of the copy writes the other", "le reste du texte écrit l'autre")
SUGGESTION = both("Put '{other}'.", "Mettez « {other} ».")


@rule(
    "TYP018",
    "mixed-spelling",
    level="advice",
    last_reviewed="2026-11-22",
    locales=("en",),
    scope="copy",
    anchors={"en": (*sorted(SPELT), *sorted(ISE), *sorted(stem[:-1] + "z" for stem in ISE))},
)
def mixed_spelling(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """British and American spelling mixed.

    What it does
        Finds words spelt the other side's way: against `style.spelling` where a brand is named, otherwise the rarer side where a copy has both. -ise and -ize
        are compared within the copy only, since Oxford writes -ize. Names (Center Parcs) pass.
    Why
        Two spellings in one text show two hands.
    En français
        Graphies britannique et américaine mêlées
        Deux graphies dans un texte montrent deux mains.
    Example
        Bad (en): The colors of wool: grey, greyer, greyest.
        Good (en): The colours of wool. Made near Center Parcs, organized well.
    Source
        Our own list of pairs; Oxford spelling (-ize in British English) is general practice, not verified against a text.
    """
    wanted = grounds.house.guide.voice.style.spelling if grounds.house else None
    found: list[tuple[FieldText, re.Match[str], Spelt]] = []
    endings: dict[str, list[tuple[FieldText, re.Match[str]]]] = {"s": [], "z": []}
    for text in texts:
        if is_bare(text):
            continue
        for match in WORD.finditer(text.prose.scan):
            spelt, ending = SPELT.get(match.group()), ENDING.fullmatch(match.group())
            if spelt and (text.prose.text[match.start()].islower() or any(start <= match.start() <= start + 1 for start, _ in text.prose.sentences)):
                found.append((text, match, spelt))
            elif ending and ending[1] + "s" in ISE:
                endings[ending[2]].append((text, match))
    british = sum(1 for _, _, spelt in found if spelt.side == "en-GB")
    rare = ("en-US" if wanted == "en-GB" else "en-GB") if wanted else "en-US" if 2 * british >= len(found) else "en-GB"
    for text, match, spelt in found:
        if spelt.side == rare and (wanted or 0 < british < len(found)):
            other = as_written(text.prose.text[match.start() : match.end()], spelt.other)
            message = MESSAGE.fill(word=match.group(), side=SIDES[rare], why=BRAND if wanted else REST)
            yield Hit(match.start(), match.end(), message, SUGGESTION.fill(other=other), Fix(replacement=other, safety="safe"), key=text.key)
    if endings["s"] and endings["z"]:
        fewer, letter = ("s", "z") if len(endings["s"]) < len(endings["z"]) else ("z", "s")
        for text, match in endings[fewer]:
            stem = ENDING.fullmatch(match.group())
            cut = stem.start(2) if stem else 0
            other = text.prose.text[match.start() : match.start() + cut] + letter + text.prose.text[match.start() + cut + 1 : match.end()]
            message = MESSAGE.fill(word=match.group(), side=SIDES["en-GB" if fewer == "s" else "en-US"], why=REST)
            yield Hit(match.start(), match.end(), message, SUGGESTION.fill(other=other), Fix(replacement=other, safety="unsafe"), key=text.key)
