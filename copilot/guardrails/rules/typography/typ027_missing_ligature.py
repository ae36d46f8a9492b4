import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import is_plain
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

WORD = re.compile(
    r"(?<![^\W_])(?:(?:rac|é|mon|contre|sans-)?c(oe)urs?|(?:é)c(oe)urante?s?|b(oe)ufs?|s(oe)urs?|(?:chef-d'|hors-d'|main-d'|chefs-d')?(oe)uvre(?:s|r|nt|z)?|man(oe)uvre[rsz]?|(oe)il(?!\w)|(oe)illets?|(oe)illères?|(oe)ufs?|n(oe)uds?"
    r"|v(oe)ux?|m(oe)urs|ch(oe)urs?|(oe)dèmes?|(oe)sophage|(oe)nolog(?:ie|ues?|iques?)|(oe)nothèques?|f(oe)tus)(?![^\W_])"
)
SMALL, BIG = (Fix(replacement=sign, safety="safe") for sign in ("œ", "Œ"))
MESSAGE = both("French ties the two letters here: œ.", "Le français lie ici les deux lettres : œ.")
SUGGESTION = both("Put it with the automatic fix.", "La correction automatique la pose.")


@rule("TYP027", "missing-ligature", level="advice", last_reviewed="2026-11-22", locales=("fr",), anchors={"fr": ("oeu", "oei", "oed", "oes", "oen", "foe")})
def missing_ligature(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """oe for œ.

    What it does
        Puts the ligature in coeur, soeur, oeuvre, oeil, oeuf, boeuf, noeud, voeu, moeurs, manoeuvre and their kin. Moelle, coexister, Noelle, own names
        and SMS pass.
    Why
        It is part of the spelling; only the keyboard leaves it out.
    En français
        oe au lieu de œ
        La ligature fait partie de l'orthographe ; seul le clavier l'oublie.
    Example
        Bad (fr): Un coeur de laine, une oeuvre d'hiver.
        Good (fr): Un cœur de laine, une œuvre d'hiver, moelleuse et coexistante.
    Source
        Lexique des règles typographiques en usage à l'Imprimerie nationale; Usage.
    """
    if is_plain(text, grounds):
        return
    own = grounds.house.names if grounds.house else frozenset()
    for match in WORD.finditer(text.prose.scan):
        start, end = match.span(match.lastindex or 0)
        if match.group() not in own:
            yield Hit(start, end, MESSAGE, SUGGESTION, BIG if text.prose.text[start].isupper() else SMALL)
