"""Names of people in running text, known by their first name: for masking, where one too many costs nothing and one too few is a breach.

A first name that is nothing else counts alone (Marion) and takes the surname after it along (Marion Le Goff). One that is also a word, a place or a month counts
only before a surname (Rose Martin, not Rose). Beyond the names that we know, these count: a frequent surname that is no word (says Becker), two words with a capital that neither
dictionary holds (Vito Acconci), and two with an initial between them (Ravil G. Yefimov). Names that a title, a greeting, a label or a signature gives away are found by
`copilot.language.personal`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

from copilot.language.calendar import DAYS, MONTHS
from copilot.language.first_names import DOUBTFUL, PLAIN, SURNAMES
from copilot.language.forms import is_known
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Span

DATA = Path(__file__).parent / "data"
"""Lists of names from Faker, with its licence; `bench.fit_names` writes them."""

CAPITALS = "A-ZÀ-ÖØ-Þ" + "".join(char for char in map(chr, range(0x100, 0x180)) if char.isupper())
"""What a name may begin with, as a range of a pattern: the capitals of all languages in Latin letters, ours first."""
_CAPITAL = f"[{CAPITALS}]"
_WORD = re.compile(rf"{_CAPITAL}[^\W\d_]*(?:[-'’]{_CAPITAL}?[^\W\d_]+)*")
_PARTICLE = r"(?:(?:de|du|des|d'|de la|de los|da|das|do|dos|di|della|van|van de|van den|van der|von|von der|der|den|ten|ter|el|al|bin|ben)[ \u00a0])?"
_BETWEEN = re.compile(rf"[ \u00a0]{{1,2}}(?:[A-Z]\.[ \u00a0])?{_PARTICLE}")
MOST_SURNAMES = 2
_TITLED = rf"{_CAPITAL}[^\W\d_{CAPITALS}]+"
_BEFORE = r"(?<![\w@/._#-])"
_PAIR = re.compile(rf"{_BEFORE}(?={_TITLED} )({_TITLED}(?:-{_TITLED})?) {{1,2}}{_PARTICLE}({_TITLED}(?:-{_TITLED})?)(?![\w-])")
_INITIAL = re.compile(rf"{_BEFORE}({_TITLED}(?:-{_TITLED})?) {{1,2}}[A-Z]\.? ({_TITLED}(?:-{_TITLED})?)(?![\w-])")
_ALONE = re.compile(rf"{_BEFORE}{_TITLED}(?:-{_TITLED})?(?![\w-])")
_SAID = re.compile(
    rf"[\"”»][,.]? (?:says|said|asks|asked|explains|explained|adds|added|replies|replied|dit|explique|raconte|confie|ajoute|demande|répond|écrit) ({_TITLED}(?:-{_TITLED})?)(?![\w-])"
)
"""Who said what stands in quotation marks before."""
_SHORTEST = 3
"""Letters under which a word of a pair says too little."""
_TRADE = "pourquoi ltd inc llc plc gmbh sarl sas corp corporation company group etat etats ecole ecoles eglise electricite equipe etude etudes education emission edition editions"
"""Forms of companies, and words that the lists lack or that are often written without their accent where a capital begins them."""


def folded(word: str) -> str:
    """A word in lower case without accents, as the lists of names have it."""
    return "".join(char for char in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(char)).replace("’", "'")


_NO_SURNAME = frozenset(
    [
        "i",
        *(folded(word) for words in FUNCTION_WORDS.values() for word in words),
        *_TRADE.split(),
        *DAYS["en"],
        *DAYS["fr"],
        *MONTHS["en"],
    ]
)


def name_words(text: str) -> frozenset[str]:
    """The words of `text` that begin with a capital, folded; of compounds the parts too."""
    words = [folded(match.group()) for match in _WORD.finditer(text)]
    return frozenset(words) | {part for word in words for part in re.split(r"[-']", word) if len(part) > 1}


def is_own(name: str, own: Collection[str]) -> bool:
    """Whether every word of a name with a capital is among `own` (folded)."""
    words = [folded(match.group()) for match in _WORD.finditer(name)]
    return bool(words) and all(word in own or all(part in own for part in re.split(r"[-']", word)) for word in words)


@lru_cache(maxsize=1)
def _abroad() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """First names of other countries, those of them that are words too, and surnames that are no words."""

    def lines(name: str) -> list[str]:
        return [line for line in (DATA / name).read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]

    first = lines("first_names.txt")
    plain = frozenset(name for name in first if not name.endswith("*"))
    return plain, frozenset(name.rstrip("*") for name in first) - plain, frozenset(lines("surnames.txt"))


def _first(word: str) -> bool | None:
    """True for a first name and nothing else, False for one that is a word too, None for none. Names of other countries count where a name's capitals are."""
    base = folded(word)
    if base.endswith("'s"):
        base = base[:-2]
    parts = base.split("-")
    if base in PLAIN or (len(parts) == 2 and parts[0] in PLAIN | DOUBTFUL and parts[1] in PLAIN | DOUBTFUL):
        return True
    plain, doubtful, _ = _abroad()
    if base in plain and all(part[:1].isupper() and part[1:].islower() for part in re.split(r"[-'’]", word.removesuffix("'s").removesuffix("’s"))):
        return True
    return False if base in DOUBTFUL or base in doubtful else None


@lru_cache(maxsize=20_000)
def _is_word(word: str) -> bool:
    """Whether a word, or each part of a compound, is an ordinary one of either language, or too short to say."""
    parts = [part for part in re.split(r"[-'’]", word.lower()) if part]
    return all(len(part) < _SHORTEST or is_known(part, "en") or is_known(part, "fr") or folded(part) in _NO_SURNAME for part in parts)


def _unlisted(text: str) -> Iterator[Span]:
    """Where a name stands that begins with no first name we know."""
    surnames = _abroad()[2]
    for pattern in (_INITIAL, _PAIR):
        for match in pattern.finditer(text):
            if not _is_word(match[1]) and not _is_word(match[2]):
                yield match.span()
    for match in _SAID.finditer(text):
        if folded(match[1]) not in _NO_SURNAME:
            yield match.span(1)
    for match in _ALONE.finditer(text):
        if folded(match.group()) in surnames:
            yield match.span()


def find_names(text: str, own: Collection[str] = ()) -> list[Span]:
    """Where people are named, left to right; names made of the words in `own` (folded) are left out."""
    found: list[Span] = []
    last = 0
    for match in _WORD.finditer(text):
        kind = _first(match.group())
        if match.start() < last or kind is None or (match.start() and (text[match.start() - 1].isalnum() or text[match.start() - 1] in "@/._#")):
            continue
        end, surnames = match.end(), 0
        while surnames < MOST_SURNAMES and (gap := _BETWEEN.match(text, end)) and (following := _WORD.match(text, gap.end())):
            word = folded(following.group())
            if word in _NO_SURNAME or (kind is False and not surnames and word not in SURNAMES and word not in _abroad()[2]):
                break
            end, surnames = following.end(), surnames + 1
        if kind is False and not surnames:
            continue
        while text[end - 2 : end] in ("'s", "’s"):
            end -= 2
        if not is_own(text[match.start() : end], own):
            found.append((match.start(), end))
        last = end
    taken = list(found)
    for start, end in _unlisted(text):
        if not any(start < other[1] and other[0] < end for other in taken) and not name_words(text[start:end]) & frozenset(own):
            taken.append((start, end))
    return sorted(taken)
