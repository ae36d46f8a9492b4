import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import is_bare, is_smiley
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

GAP = {
    "en": re.compile(r" (?=[!?]+(?:[\s\"')”\]]|$)|[:;](?:\s|$)|,(?!\d)|\.(?! \.)(?:\s|$))(?<=[\w)\]\"”'%!?…] )"),
    "fr": re.compile(r" (?=,(?!\d)|\.(?! \.)(?:\s|$))(?<=[\w)\]»”'%€] )"),
}
NONE = Fix(replacement="", safety="safe")
MESSAGE = both("No space before '{mark}' in English.", "Pas d'espace avant « {mark} ».")
SUGGESTION = both("Take the space out.", "Enlevez l'espace.")


@rule(
    "TYP014",
    "space-before-mark",
    level="advice",
    last_reviewed="2026-11-22",
    anchors={"en": (" !", " ?", " :", " ;", " ,", " ."), "fr": (" ,", " .")},
)
def space_before_mark(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A space before a mark that wants none.

    What it does
        In English, finds a space (of any kind) before ! ? : ; , and the full stop; in French before , and the full stop only. Smileys, ratios (2 : 1), decimals
        (.5), lone dots (. . .) and code pass.
    Why
        Before ! or ? it is French typography left in English copy; before a comma it is a slip in both.
    En français
        Espace avant une virgule ou un point
        C'est une inadvertance ; seuls les signes doubles veulent une espace en français.
    Example
        Bad (en): Cold feet ? We knit : come by !
        Good (en): Cold feet? We knit: come by! :) At 2 : 1, from .5 up.
        Bad (fr): La laine , le lin .
        Good (fr): La laine, le lin. Froid\u202f? À 2 : 1.
    Source
        Usage; Règles typographiques (la virgule et le point sont collés au mot précédent), https://www.flojo.agency/en/regles-typographiques/, read 2026-11-22.
    """
    if is_bare(text):
        return
    prose = text.prose
    for match in GAP[grounds.locale].finditer(prose.scan):
        mark = prose.scan[match.end()]
        ratio = mark == ":" and prose.scan[match.start() - 1].isdigit() and prose.scan[match.end() + 1 : match.end() + 3].strip()[:1].isdigit()
        if not ratio and not is_smiley(prose, match.end()) and not prose.is_protected(match.start(), match.end()):
            yield Hit(match.start(), match.end(), MESSAGE.fill(mark=mark), SUGGESTION, NONE)
