import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import NARROW, SPACES, WIDE, is_entity, is_plain, is_smiley, is_tight
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

MARK = re.compile(r"[;!?]+|[:«»%‰€$£]|°[cf]\b", re.IGNORECASE)
LEFT = frozenset(")]»%‰€$£”’'\"…*")
MESSAGE = both("French wants a non-breaking space here.", "Le français veut ici une espace insécable.")
NARROW_GAP, WIDE_GAP = Fix(replacement=NARROW, safety="safe"), Fix(replacement=WIDE, safety="safe")
SUGGESTION = both("Put it with the automatic fix.", "La correction automatique la pose.")


@rule(
    "TYP001",
    "french-spacing",
    level="advice",
    last_reviewed="2026-11-22",
    locales=("fr",),
    anchors={"fr": (";", "!", "?", ":", "«", "»", "%", "‰", "€", "$", "£", "°c", "°f")},
)
def french_spacing(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """No non-breaking space where French has one.

    What it does
        Before ; ! ? a narrow one (U+202F), before : and » and after « an ordinary one (U+00A0), before % € $ £ and °C an ordinary one. Any kind of
        non-breaking space that stands there already is accepted. Times (10:30), smileys, tags, entities, addresses and code pass; so do SMS, whose alphabet
        has no such space. In search ads, where characters are counted, a space is changed but none is added.
    Why
        Otherwise the mark may open the next line. Nobody is to blame for it: 89 % of public French pages use an ordinary space.
    En français
        Espace insécable manquante
        Sans elle, le signe peut se retrouver seul en début de ligne. Personne n'est fautif : 89 % des pages publiques ont une espace ordinaire.
    Example
        Bad (fr): Tu as froid ?
        Good (fr): Tu as froid\u202f?
        Good (fr): Rendez-vous à 10:30, sur https://pataud.example/laine?x=1
        Good (fr): Le chat dort ;-)
    Source
        Lexique des règles typographiques en usage à l'Imprimerie nationale; rates measured on 624 public French pages, 2026-11-21.
    """
    if is_plain(text, grounds):
        return
    prose, tight = text.prose, is_tight(grounds)
    for match in MARK.finditer(prose.text):
        gap = _gap(prose.text, match)
        if gap is None or (tight and gap[0] == gap[1]) or prose.is_protected(gap[0], match.end() + 1):
            continue
        high = match.group()[0] in ";!?"
        if not (match.group()[0] in ":;" and (is_smiley(prose, match.start()) or is_entity(prose, match.start()))):
            yield Hit(*gap, MESSAGE, SUGGESTION, NARROW_GAP if high else WIDE_GAP)


def _gap(source: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Where a non-breaking space is missing beside a mark: an ordinary space or nothing. None if all is well, or the mark is no punctuation here."""
    start, end = match.span()
    if match.group() == "«":
        stop = end + (source[end : end + 1] == " ")
        return (end, stop) if source[stop : stop + 1] not in ("", "\n", *SPACES) else None
    begin = start - (source[max(0, start - 1) : start] == " ")
    before, after = source[max(0, begin - 1) : begin], source[end : end + 1]
    if match.group()[0] in ":;!?":
        fits = (before.isalnum() or before in LEFT) and after in ("", "\n", *SPACES, *('<)»"”]_*' if match.group() != ":" else "<"))
    elif match.group() == "»":
        fits = before not in ("", "\n", *SPACES)
    else:
        fits = before.isdigit() and not after.isalnum()
    return (begin, start) if fits else None
