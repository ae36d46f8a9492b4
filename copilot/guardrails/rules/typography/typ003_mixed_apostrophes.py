import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import is_plain
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

MARK = re.compile(r"['’](?=[^\W\d_])(?<=[^\W\d_].)")
STRAIGHT, CURLY = Fix(replacement="'", safety="safe"), Fix(replacement="’", safety="safe")
MESSAGE = both("Two kinds of apostrophe in one text: ' and ’.", "Deux apostrophes dans un même texte : ' et ’.")
SUGGESTION = both("Put '{mark}' throughout.", "Mettez « {mark} » partout.")


@rule("TYP003", "mixed-apostrophes", level="advice", last_reviewed="2026-11-22", anchors={"en": ("'",), "fr": ("'",)})
def mixed_apostrophes(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Straight and curly apostrophes in one text.

    What it does
        Where a field has both ' and ’ between letters, flags the rarer kind and puts the other; on a tie, ’. A text that keeps to one kind passes, whichever
        it is. SMS and addresses pass.
    Why
        It shows where two texts were pasted together.
    En français
        Apostrophes droites et courbes mêlées
        Elles montrent où deux textes ont été collés bout à bout.
    Example
        Bad (en): It's Agnes’s needle, and it's sharp.
        Good (en): It's Agnes's needle.
        Bad (fr): L’atelier d'Odette, l’hiver.
        Good (fr): L’atelier d’Odette, l’hiver.
    Source
        Usage; 86 % of human French pages use curly apostrophes, measured on 624 public pages.
    """
    source = text.prose.text
    if "’" not in source or "'" not in source or is_plain(text, grounds):
        return
    marks = [match.start() for match in MARK.finditer(source) if not text.prose.is_protected(match.start(), match.end())]
    straight = [place for place in marks if source[place] == "'"]
    curly = [place for place in marks if source[place] == "’"]
    rare, fix = (straight, CURLY) if len(straight) <= len(curly) else (curly, STRAIGHT)
    if straight and curly:
        for place in rare:
            yield Hit(place, place + 1, MESSAGE, SUGGESTION.fill(mark=fix.replacement), fix)
