"""Whether a statement is backed, denied or sourced where it stands: what the rules on claims, law and grounding ask before they speak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from copilot.language.figures import figures
from copilot.language.prose import Prose, Span
from copilot.language.words import Words, both

if TYPE_CHECKING:
    from copilot.guardrails.grounds import Grounds

WORD = re.compile(r"[^\W_]+")
_CLAUSE = re.compile(r"[.!?;:,\n–—]| (?:and|but|et|mais) ")
_STOP = re.compile(r"[.!?\n]")
_MONTHS = {
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
}
_DENIAL = {
    "en": re.compile(
        r"(?:\b(?:not|never|no|nor|neither|without|nothing|nobody|hardly|barely|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|won't|wouldn't|can't"
        r"|cannot|couldn't|haven't|hasn't)\b"
        r"(?! (?:only|just|merely)\b)|\bfar from\b|\bless than\b|\brather than\b)(?: +[\w'-]+){0,5}[ \"“«]*$"
    ),
    "fr": re.compile(
        r"(?:\b(?:pas|jamais|sans|ni|aucune?|rien|personne|guère|nulle?)\b(?! (?:seulement|uniquement|que|juste)\b)|\bn(?:e "
        r"|')[^.!?;:\n]{1,25} plus\b|\bloin d(?:'|e)|\bplutôt qu(?:e|'))"
        r"(?:[ ']+[\w-]+){0,5}[ '\"«]*$"
    ),
}  # fmt: skip
_SOURCE = re.compile(
    r"\bsources? ?:|\(source|\b(?:ipsos|ifop|opinionway|kantar|nielsen(?:iq)?|insee|ademe|anses|eurostat|yougov|gfk|circana|statista|bva"
    r"|harris interactive|xerfi|csa|elabe|credoc|crédoc"
    r"|gartner|forrester|mckinsey|deloitte|pew research|ofcom|euromonitor|mintel|cochrane|inserm|ined|dares|unicef|ocde|oecd)\b"
    r"|\b(?:étude|enquête|sondage|panel|baromètre|essai|rapport|study|survey|poll|trial|report|research)s?\b[^.\n]{0,70}\b(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d\b[^.\n]{0,50}\b(?:étude|enquête|sondage|panel|baromètre|essai|rapport|study|survey|poll|trial|report)s?\b"
    r"|\bn ?= ?\d|\b(?:panel|échantillon|sample|base)\b[^.\n]{0,20}\b\d{2,}|\bsur (?:un panel|\d[\d ]* (?:personnes|femmes|hommes|volontaires|sujets"
    r"|répondants))"
    r"|\b\d[\d ,]* (?:respondents|volunteers|participants|répondants|personnes interrogées|people asked|adults surveyed)\b"
)


def backed(prose: Prose, start: int, end: int, grounds: Grounds) -> bool:
    """Whether the brief or a claim in force states the words at start..end, as they stand or with the same figures and the same longer words."""
    stated = grounds.stated
    if not stated.figures and grounds.brief is None and not grounds.claims_in_force:
        return False
    piece = prose.text[start:end]
    if stated.holds(piece):
        return True
    own = figures(Prose(piece, prose.locale), words=True)
    words = [word for word in WORD.findall(piece.lower()) if len(word) > 3 and not word.isdigit()]
    return bool(own) and all(stated.holds_figure(figure) for figure in own) and all(stated.holds(word) for word in words)


def denied(prose: Prose, start: int) -> bool:
    """Whether the words before `start`, in its clause, deny what follows: `not the best`, `sans jamais être le meilleur`."""
    before = _CLAUSE.split(prose.scan[max(0, start - 60) : start])[-1]
    return bool(before) and bool(_DENIAL[prose.locale].search(before))


def sourced(prose: Prose) -> bool:
    """Whether the field names a source that can be looked up: an institute, a dated study, a sample, a note that begins `Source:`."""
    return bool(_SOURCE.search(prose.scan))


def followed_by_question(prose: Prose, end: int) -> bool:
    """Whether the words that end at `end` are asked, not said."""
    after = _STOP.search(prose.scan, end, end + 80)
    return after is not None and after.group() == "?"


def claimed(prose: Prose, claim: Iterable[str]) -> list[Span]:
    """Where `prose` makes a claim, given in its wordings; of two places that overlap, the longer."""
    found = sorted({span for wording in claim for span in _claimed(prose, wording)}, key=lambda span: (span[0], -span[1]))
    return [span for index, span in enumerate(found) if all(span[0] >= other[1] for other in found[:index])]


def _claimed(prose: Prose, wording: str) -> Iterator[Span]:
    """The same words in a row, or all figures and longer words (three at least) within one sentence, at most twice as far apart."""
    wanted = WORD.findall(wording.lower())
    content = {word for word in wanted if len(word) > 3 or word.isdigit()}
    if not content or not all(word in prose.scan for word in content):
        return
    tokens = [(match.group(), *match.span()) for match in WORD.finditer(prose.scan)]
    words = [token[0] for token in tokens]
    rows = [index for index in range(len(words) - len(wanted) + 1) if words[index : index + len(wanted)] == wanted]
    for index in rows:
        yield tokens[index][1], tokens[index + len(wanted) - 1][2]
    for start, end in prose.sentences if not rows and len(content) > 2 else ():
        places = [index for index, (word, begin, stop) in enumerate(tokens) if start <= begin and stop <= end and word in content]
        if places and places[-1] - places[0] < 2 * len(wanted) and content == {words[index] for index in places}:
            yield start, end


def printed(day: date) -> Words:
    """A date in words: 30 June 2026, 30 juin 2026."""
    return both(f"{day.day} {_MONTHS['en'][day.month - 1]} {day.year}", f"{day.day} {_MONTHS['fr'][day.month - 1]} {day.year}")
