import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import SPACES
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

RUN = re.compile(rf"(?<![{SPACES}])[{SPACES}]{{2,}}(?=\S)")
ONE = {space: Fix(replacement=space, safety="safe") for space in SPACES}
MESSAGE = both("More than one space.", "Plus d'une espace.")
SUGGESTION = both("One is enough.", "Une suffit.")


@rule("TYP019", "double-space", level="advice", last_reviewed="2026-11-22", anchors={"en": ("  ",), "fr": ("  ",)})
def double_space(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Two spaces in a row.

    What it does
        Finds runs of spaces inside a line and keeps one, non-breaking if one of them was. Indents, ends of lines, tags and code pass.
    Why
        It is a slip of the thumb; some screens show it, and in an ad it costs a character.
    En français
        Deux espaces de suite
        Un pouce a glissé ; certains écrans le montrent, et dans une annonce cela coûte un signe.
    Example
        Bad (en): A new zip.  Eight days.
        Good (en): A new zip. Eight days.
        Bad (fr): Une laine,  une couture.
        Good (fr): Une laine, une couture.
    Source
        Usage of both languages; general practice, not verified against a text.
    """
    source = text.prose.text
    for match in RUN.finditer(source):
        start, end = match.span()
        if start and source[start - 1] != "\n" and source[start - 1] != "|" and source[end] != "|" and not text.prose.is_protected(start, end):
            kept = next((char for char in match.group() if char in "\u202f\u00a0"), " ")
            yield Hit(start, end, MESSAGE, SUGGESTION, ONE[kept])
