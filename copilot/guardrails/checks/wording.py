"""What rules about wording share: word lists in short form, and whether words are quoted, denied or the brand's own."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import ahocorasick

from copilot.guardrails.checks.branches import branches
from copilot.guardrails.grounds import Grounds
from copilot.language.prose import Locale, Prose, Span

QUOTED = re.compile(r"«[^«»\n]{0,300}»|\"[^\"\n]{0,300}\"|“[^“”\n]{0,300}”")
MOST_QUOTED = 0.6
"""A quotation that is longer than this share of the text is the text."""
_DENIAL: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:\b(?:no|not|never|without|nothing|hardly|neither|nor|zero|avoid|stop)|n't|\brather than|\bfar from)\b(?! (?:only|just)\b)(?: [\w'-]+){0,4} $"
    ),
    "fr": re.compile(
        r"\b(?:pas|jamais|sans|aucune?|rien|ni|ne|n(?=')|zéro|non|nulle?|loin|plutôt que|évite[rz]?)\b(?! (?:seulement|juste)\b)(?:[ ']+[\w-]+){0,3}[ ']$"
    ),
}  # fmt: skip
_LURE = re.compile(r"\b(?:miss|wait|forget|hesitat|delay|let|sleep|rat(?:ez|e|er)|manqu|oubli|hésit|attend|tard|traîn|laiss|pass(?:ez|er|e) à côté)")
"""« Ne ratez pas notre … » and `don't miss our …` deny nothing of what follows."""


def expand(entry: str) -> tuple[str, ...]:
    """The spellings of an entry in short form: `innovant(e)(s)` has four, `cruci(al|ale|aux)` three."""
    pieces = re.split(r"\(([^()]*)\)", entry)
    choices = [(piece,) if index % 2 == 0 else tuple(piece.split("|")) if "|" in piece else ("", piece) for index, piece in enumerate(pieces)]
    return tuple("".join(parts) for parts in itertools.product(*choices))


def unaccented(text: str) -> str:
    """`text` without accents, as capitals are often typed."""
    return "".join(char for char in unicodedata.normalize("NFD", text.replace("œ", "oe")) if not unicodedata.combining(char))


class Wordlist:
    """Words and phrases looked for in one pass over `Prose.scan`, in short form (see `expand`); spellings without accents count too."""

    def __init__(self, entries: Iterable[str]) -> None:
        spellings = {spelling for entry in entries for spelling in expand(entry)}
        spellings |= {unaccented(spelling) for spelling in spellings if len(spelling) > 5}
        self.anchors: tuple[str, ...] = tuple(sorted(spellings))
        self._automaton = ahocorasick.Automaton()
        for spelling in spellings:
            self._automaton.add_word(spelling, len(spelling))
        self._automaton.make_automaton()

    def spans(self, prose: Prose) -> Iterator[Span]:
        """Where they stand as whole words, the longest where several overlap, left to right."""
        found = [(end - length + 1, end + 1) for end, length in self._automaton.iter(prose.scan) if prose.at_boundary(end - length + 1, end + 1)]
        last = -1
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            if start >= last:
                last = end
                yield start, end


@lru_cache(maxsize=32)
def quotations(prose: Prose) -> tuple[Span, ...]:
    """Quotations inside the text; one that is most of it is the text."""
    return tuple(match.span() for match in QUOTED.finditer(prose.text) if len(match.group()) < MOST_QUOTED * len(prose.text))


def is_quoted(prose: Prose, start: int, end: int) -> bool:
    """Whether start..end stands in a quotation inside the text."""
    spans = quotations(prose)
    return bool(spans) and any(begin < start and end < stop for begin, stop in spans)


def is_denied(prose: Prose, start: int) -> bool:
    """Whether a `not`, `never`, `without` ... stands a few words before `start`, in the same clause."""
    first = max(0, start - 40)
    return _DENIAL[prose.locale].search(prose.scan, first, start) is not None and not _LURE.search(prose.scan, first, start)


def is_own(grounds: Grounds, prose: Prose, start: int, end: int) -> bool:
    """Whether start..end is a name of the brand's own, written as a name."""
    words = re.findall(r"[^\W\d_]+", prose.text[start:end])
    return grounds.house is not None and bool(words) and all(word[:1].isupper() and word.lower() in grounds.house.names for word in words)


def said(pattern: re.Pattern[str], prose: Prose) -> Iterator[Span]:
    """Where `pattern` stands (group 1 where it has one), trimmed, in the brand's own voice: outside quotations."""
    group = 1 if pattern.groups else 0
    for match in branches(pattern).finditer(prose.scan):
        piece = match.group(group)
        start = match.start(group) + len(piece) - len(piece.lstrip())
        end = match.end(group) - len(piece) + len(piece.rstrip())
        if start < end and not is_quoted(prose, start, end):
            yield start, end


def meant(pattern: re.Pattern[str], prose: Prose) -> Iterator[Span]:
    """The same, and not denied: `no limited-time offers` and `rien de révolutionnaire` pass."""
    for start, end in said(pattern, prose):
        if not is_denied(prose, start):
            yield start, end
