import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import is_bare
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

DASH = re.compile(r"—(?=[^\W\d_«\"“])(?<=[\w»\"”).,;:!?]—)|—(?=[ ])(?<=[\w»]—)|(?<= )—(?=[^\W\d_«])")
MESSAGE = both("A French dash stands between spaces.", "Le tiret français se tient entre deux espaces.")
SUGGESTION = both("Put ' — ', or a comma.", "Mettez « — » entre espaces, ou une virgule.")


@rule("TYP013", "glued-dash", level="advice", last_reviewed="2026-11-22", locales=("fr",), anchors={"fr": ("—",)})
def glued_dash(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A long dash glued to its words, in French.

    What it does
        Finds — without a space on one side or both, inside a line. Dialogue dashes at the beginning of a line, hyphens and – in ranges (2020–2024,
        Lille–Gand) pass.
    Why
        The glued dash is English typography.
    En français
        Tiret collé
        Le tiret sans espaces est de typographie anglaise.
    Example
        Bad (fr): La laine—la vraie—gratte un peu.
        Good (fr): La laine — la vraie — gratte un peu. Ligne Lille–Gand, 2020–2024.
    Source
        Règles typographiques, https://univ-montp3.fr/miap/ens/info/Stage/TD2/Typo.html, read 2026-11-22.
    """
    if is_bare(text):
        return
    source = text.prose.text
    for match in DASH.finditer(source):
        start, end = match.span()
        if not source[source.rfind("\n", 0, start) + 1 : start].strip() or text.prose.is_protected(start, end):
            continue
        spaced = f"{'' if source[start - 1] == ' ' else ' '}—{'' if source[end : end + 1] == ' ' else ' '}"
        yield Hit(start, end, MESSAGE, SUGGESTION, Fix(replacement=spaced, safety="safe"))
