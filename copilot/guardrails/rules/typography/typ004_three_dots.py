import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import is_plain, is_tight
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import LOCALES, Fix

ETC = re.compile(r"\betc ?(?:\.{2,}|\.? ?…\.?)")
DOTS = re.compile(r"\.{3,}(?![/\\\w])(?<![/\\])|(?<!\.)\.\.(?=\s|$)")
ONE = Fix(replacement="…", safety="safe")
PERIOD = Fix(replacement=".", safety="safe")
MESSAGE = both("One sign, …, says it in French.", "Le français a un seul signe pour cela : …")
TWICE = both("Etc. already means: and so on.", "« Etc. » dit déjà : et ainsi de suite.")
TWO = both("Two dots: one or three?", "Deux points de suite : un, ou trois ?")
SUGGESTION = both("Put '{sign}'.", "Mettez « {sign} ».")


@rule("TYP004", "three-dots", level="advice", last_reviewed="2026-11-22", anchors=dict.fromkeys(LOCALES, ("..", "etc.", "etc…", "etc .", "etc …")))
def three_dots(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Dots in a row.

    What it does
        In French, ... becomes …. In both languages etc... becomes etc., and two dots at the end of a word become one. Three dots in English, paths, SMS
        (whose alphabet lacks …) and search ads pass.
    Why
        Three typed dots can be torn apart at the end of a line; etc. followed by dots says the same thing twice.
    En français
        Points de suite
        Trois points tapés peuvent se séparer en fin de ligne ; « etc… » dit deux fois la même chose.
    Example
        Bad (en): Zips, seams, elbows, etc...
        Good (en): And then... nothing.
        Bad (fr): Il neige...
        Good (fr): Il neige… On a des plaids, des bouillottes, etc.
    Source
        Règles typographiques (Imprimerie nationale), https://www.flojo.agency/en/regles-typographiques/, read 2026-11-22.
    """
    prose = text.prose
    if is_plain(text, grounds) or is_tight(grounds):
        return
    for match in ETC.finditer(prose.scan):
        yield Hit(
            match.start(), match.end(), TWICE, SUGGESTION.fill(sign="etc."), Fix(replacement=f"{prose.text[match.start() : match.start() + 3]}.", safety="safe")
        )
    for match in DOTS.finditer(prose.scan):
        if prose.scan[max(0, match.start() - 4) : match.start()].rstrip().endswith("etc"):
            continue
        if len(match.group()) == 2:
            yield Hit(match.start(), match.end(), TWO, SUGGESTION.fill(sign="."), PERIOD)
        elif grounds.locale == "fr":
            yield Hit(match.start(), match.end(), MESSAGE, SUGGESTION.fill(sign="…"), ONE)
