import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import WIDE, is_plain, is_tight
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

QUOTED = re.compile(r"\"(?=[^\s\"])([^\"\n<>=]{1,300}?)(?<=[^\s\"])\"|“ ?([^”“\n]{1,300}?) ?”")
OPEN, CLOSE = Fix(replacement=f"«{WIDE}", safety="safe"), Fix(replacement=f"{WIDE}»", safety="safe")
OPEN_IN, CLOSE_IN = Fix(replacement="“", safety="safe"), Fix(replacement="”", safety="safe")
MESSAGE = both("French quotes are « » here.", "Les guillemets français sont « ».")
INSIDE = both("Quotes inside « » are “ ”.", "Les guillemets dans les « » sont “ ”.")
SUGGESTION = both("Put them with the automatic fix.", "La correction automatique les pose.")


@rule("TYP002", "straight-quotes-in-french", level="advice", last_reviewed="2026-11-22", locales=("fr",), anchors={"fr": ('"', "“")})
def straight_quotes_in_french(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Straight or English quotes in French.

    What it does
        Turns pairs of " " and “ ” into « » with their non-breaking spaces; inside « » straight ones become “ ”, which pass there. Inches (12"), HTML
        attributes, tags, code, SMS and search ads pass.
    Why
        French has its own quotation marks, and they show where a quotation begins. 18 % of public French pages type straight ones: nobody is to blame.
    En français
        Guillemets droits ou anglais
        Le français a les siens, qui disent où la citation commence. 18 % des pages publiques ont des droits : personne n'est fautif.
    Example
        Bad (fr): On l'appelle "le Jeune", ce bonnet.
        Good (fr): On l'appelle «\u00a0le Jeune\u00a0», ce bonnet.
        Good (fr): Un écran de 24" et un autre de 27", sans guillemets.
    Source
        Règles typographiques (Imprimerie nationale), https://www.flojo.agency/en/regles-typographiques/, read 2026-11-22; rate measured on 624 public French pages.
    """
    if is_plain(text, grounds) or is_tight(grounds):
        return
    source = text.prose.text
    for match in QUOTED.finditer(source):
        start, end = match.span()
        inside = source.count("«", 0, start) > source.count("»", 0, start)
        curly = source[start] == "“"
        if (curly and inside) or text.prose.is_protected(start, start + 1) or text.prose.is_protected(end - 1, end):
            continue
        if (
            source[start - 1 : start] == "="
            or source[start - 1 : start].isalnum()
            or source[end : end + 1].isalnum()
            or (source[end - 2].isdigit() and not curly and source.count('"') % 2)
        ):
            continue
        lead, tail = match.span(2) if curly else match.span(1)
        yield Hit(start, lead, INSIDE if inside else MESSAGE, SUGGESTION, OPEN_IN if inside else OPEN)
        yield Hit(tail, end, INSIDE if inside else MESSAGE, SUGGESTION, CLOSE_IN if inside else CLOSE)
