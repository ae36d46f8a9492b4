import re
from collections.abc import Iterator, Sequence

from copilot.guardrails.checks.typography import is_bare
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Prose, Span
from copilot.language.words import both

PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”"}
MARK = re.compile(r"[()\[\]«»“”]")
PASSES = re.compile(r"(?:^|[\s.;:,!?-])(?:\d{1,2}°?|[a-zA-Z]|i{2,3}|iv|vi{1,3})\)|[:;=] ?[-'o]?\)+|[:;=][-'o]?[(\[\]]+(?!\w)|\(-?[:;](?!\w)", re.MULTILINE)
"""List numbers and smileys."""
ARROW_LINE = 45
"""Longest line on which a lone « or » at an end is taken for an arrow."""
MESSAGE = both("'{mark}' has no partner.", "« {mark} » n'a pas de pendant.")
SUGGESTION = both("Open or close it.", "Ouvrez ou fermez.")


@rule(
    "TYP022",
    "unpaired-mark",
    level="advice",
    last_reviewed="2026-11-22",
    anchors={"en": ("(", ")", "[", "]", "“", "”", "«", "»"), "fr": ("(", ")", "[", "]", "“", "”", "«", "»")},
)
def unpaired_mark(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A bracket or a quotation mark without its partner.

    What it does
        Pairs ( ) [ ] « » “ ” over the field, and flags what is left over where one or two are: more is a code or a list. List numbers (1), smileys, arrows
        (Shop »), quotations that open again at each paragraph, tags and code pass.
    Why
        The reader waits for the end of it.
    En français
        Parenthèse ou guillemet sans pendant
        Le lecteur en attend la fin.
    Example
        Bad (en): We mend (zips, seams and the odd heart.
        Good (en): We mend (zips, seams). 1) Post it. 2) Wait. :)
        Bad (fr): « Une laine, une couture, un hiver, dit-il.
        Good (fr): « Une laine. » (Une couture.) a) le fil b) l'aiguille ;)
    Source
        Usage of both languages; general practice, not verified against a text.
    """
    if is_bare(text):
        return
    prose = text.prose
    marks = [match.start() for match in MARK.finditer(prose.text)]
    if not _left(prose, marks):
        return
    passing = [match.span() for match in PASSES.finditer(prose.text)]
    left = _left(prose, marks, passing)
    if len(left) <= 2:
        for place in sorted(left):
            yield Hit(place, place + 1, MESSAGE.fill(mark=prose.text[place]), SUGGESTION)


def _left(prose: Prose, marks: list[int], passing: Sequence[Span] = ()) -> list[int]:
    """Places of the marks without a partner; those in `passing` need none."""
    waiting: list[int] = []
    left: list[int] = []
    for place in marks:
        mark = prose.text[place]
        if waiting and PAIRS[prose.text[waiting[-1]]] == mark:
            waiting.pop()
        elif prose.is_protected(place, place + 1) or any(start <= place < end for start, end in passing):
            continue
        elif mark in PAIRS:
            waiting.append(place)
        elif not _goes_on(prose.text, place):
            left.append(place)
    return left + [place for index, place in enumerate(waiting) if (prose.text[place] in "([" or index == len(waiting) - 1) and not _goes_on(prose.text, place)]


def _goes_on(source: str, place: int) -> bool:
    """Whether the mark wants no partner: an arrow at an end of a short line, as on a button, or a quotation that opens again at the next paragraph."""
    if source[place] not in "«»“":
        return False
    if source[place] in "«“" and f"\n{source[place]}" in source[place + 1 :]:
        return True
    if len(source) > 2 * ARROW_LINE and "\n" not in source[max(0, place - 2 * ARROW_LINE) : place + 2 * ARROW_LINE]:
        return False
    start, stop = source.rfind("\n", 0, place) + 1, source.find("\n", place)
    line = source[start : stop if stop >= 0 else len(source)].strip()
    return source[place] in "«»" and len(line) <= ARROW_LINE and (line.endswith("»") or line.startswith("«")) and not line.endswith((".", "!", "?"))
