"""Names of people in running text, known by their first name: for masking, where one too many costs nothing and one too few is a breach.

A first name that is nothing else counts alone (Marion) and takes the surname after it along (Marion Le Goff). One that is also a word, a place or a month counts
only before a surname (Rose Martin, not Rose). Names that a title, a greeting, a label or a signature gives away are found by `copilot.language.personal`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from copilot.language.calendar import DAYS, MONTHS
from copilot.language.first_names import DOUBTFUL, PLAIN, SURNAMES
from copilot.language.prose import Span

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒŠŽ]"
_WORD = re.compile(rf"{_CAPITAL}[^\W\d_]*(?:[-'’]{_CAPITAL}?[^\W\d_]+)*")
_BETWEEN = re.compile(r"[ \u00a0](?:[A-Z]\.[ \u00a0])?(?:(?:de|du|des|d'|de la|van|von|van der|der|den|el|al|bin|ben|ter|di|da)[ \u00a0])?")
MOST_SURNAMES = 2
_NO_SURNAME = frozenset(
    [
        "i",
        "the",
        "a",
        "an",
        "and",
        "or",
        "but",
        "if",
        "it",
        "is",
        "this",
        "that",
        "we",
        "you",
        "he",
        "she",
        "they",
        "our",
        "your",
        "my",
        "his",
        "her",
        "their",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "with",
        "by",
        "as",
        "when",
        "where",
        "what",
        "who",
        "why",
        "how",
        "yes",
        "no",
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "et",
        "ou",
        "mais",
        "si",
        "il",
        "elle",
        "on",
        "nous",
        "vous",
        "ils",
        "elles",
        "notre",
        "votre",
        "mon",
        "ton",
        "son",
        "ce",
        "cette",
        "en",
        "à",
        "au",
        "aux",
        "de",
        "du",
        "pour",
        "par",
        "avec",
        "quand",
        "qui",
        "que",
        "quoi",
        "oui",
        "non",
        "ltd",
        "inc",
        "llc",
        "plc",
        "gmbh",
        "sarl",
        "sas",
        "corp",
        "corporation",
        "company",
        "group",
        *DAYS["en"],
        *DAYS["fr"],
        *MONTHS["en"],
    ]
)


def folded(word: str) -> str:
    """A word in lower case without accents, as the lists of names have it."""
    return "".join(char for char in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(char)).replace("’", "'")


def name_words(text: str) -> frozenset[str]:
    """The words of `text` that begin with a capital, folded; of compounds the parts too."""
    words = [folded(match.group()) for match in _WORD.finditer(text)]
    return frozenset(words) | {part for word in words for part in re.split(r"[-']", word) if len(part) > 1}


def is_own(name: str, own: Collection[str]) -> bool:
    """Whether every word of a name with a capital is among `own` (folded)."""
    words = [folded(match.group()) for match in _WORD.finditer(name)]
    return bool(words) and all(word in own or all(part in own for part in re.split(r"[-']", word)) for word in words)


def _first(word: str) -> bool | None:
    """True for a first name and nothing else, False for one that is a word too, None for none."""
    base = folded(word)
    if base.endswith("'s"):
        base = base[:-2]
    parts = base.split("-")
    if base in PLAIN or (len(parts) == 2 and parts[0] in PLAIN | DOUBTFUL and parts[1] in PLAIN | DOUBTFUL):
        return True
    return False if base in DOUBTFUL else None


def find_names(text: str, own: Collection[str] = ()) -> list[Span]:
    """Where people are named by a known first name, left to right; names made of the words in `own` (folded) are left out."""
    found: list[Span] = []
    last = 0
    for match in _WORD.finditer(text):
        kind = _first(match.group())
        if match.start() < last or kind is None or (match.start() and (text[match.start() - 1].isalnum() or text[match.start() - 1] in "@/._#")):
            continue
        end, surnames = match.end(), 0
        while surnames < MOST_SURNAMES and (gap := _BETWEEN.match(text, end)) and (following := _WORD.match(text, gap.end())):
            word = folded(following.group())
            if word in _NO_SURNAME or (kind is False and not surnames and word not in SURNAMES):
                break
            end, surnames = following.end(), surnames + 1
        if kind is False and not surnames:
            continue
        while text[end - 2 : end] in ("'s", "’s"):
            end -= 2
        if not is_own(text[match.start() : end], own):
            found.append((match.start(), end))
        last = end
    return found
