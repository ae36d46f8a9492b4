"""A text as a row of symbols in which what it is about no longer shows.

Common words stand for themselves, since everybody uses them for everything. Any other word becomes its ending and its length (`~ing-b`), a name becomes `N`, a figure
`#`; punctuation and sentence starts stay. So a voice is seen, and a topic hardly. One column, `spelling`, keeps the words; it counts for little.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from copilot.guardrails.scores.voice.background import common_words
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import BLANK, Locale, Prose, Span

_ENDINGS = {
    "en": "tions tion sion ings ing ments ment ness less fully ful ively ive ally al ously ous able ible ably ility ity ies ied ers er est ed ly ic ize ise "
    "ate ism ist ish ance ence ant ent en es s y e",
    "fr": "ations ation tions tion sion ements ement issement ment eront erez erons era eraient erait aient ait ez ons ent er ir oir re ées ée és é ant ants "
    "ante antes iques ique ables able ibles ible euses euse eurs eur eux ives ive ifs if elles elle els el ales ale aux al ités ité ures ure ages age "
    "ances ance ences ence istes iste isme es s e",
}
_ENDING = {locale: re.compile(f"(?<=..)(?:{'|'.join(sorted(endings.split(), key=len, reverse=True))})$") for locale, endings in _ENDINGS.items()}
_MARK = re.compile(rf"\[[^\W\d]+\]|\d(?:[\d .,:/]*\d)?|\.\.\.|{BLANK}+|[^\s\w]")
"""A placeholder in brackets, a figure, an ellipsis, a merge tag or address, a sign."""
_HOLDERS = "[" + BLANK
LENGTHS = "aaaaabbbcccd"
"""Class of a word's length in letters: to 4, to 7, to 10, over."""


@dataclass(frozen=True)
class Row:
    """A text as symbols, in columns of one length. `fine` keeps the common words, `coarse` the function words alone; `letters` is what n-grams of letters are read from;
    `spelling` holds the words as they stand, without those that are or might be names; `starts` and `ends` are offsets in the text; `words` says whether a symbol stands for a word."""

    fine: list[str]
    coarse: list[str]
    letters: list[str]
    spelling: list[str]
    starts: list[int]
    ends: list[int]
    words: list[bool]


@lru_cache(maxsize=100_000)
def _word(word: str, locale: Locale) -> tuple[str, str, str]:
    """Fine, coarse and letters of a word that is no name."""
    if word in FUNCTION_WORDS[locale]:
        return word, word, " " + word
    if word in common_words(locale):
        return word, "~", " *" + word[-3:]
    found = _ENDING[locale].search(word)
    return f"~{found.group() if found else ''}-{LENGTHS[min(len(word), 11)]}", "~", " *" + word[-3:]


def _marks(prose: Prose) -> list[Span]:
    """Figures, signs, placeholders and blanked pieces that are no part of a word."""
    found, words, turn = [], prose.word_spans, 0
    for match in _MARK.finditer(prose.scan):
        start = match.start()
        while turn < len(words) and words[turn][1] <= start:
            turn += 1
        if turn == len(words) or words[turn][0] > start:
            found.append(match.span())
    return found


def symbols(prose: Prose) -> Row:
    """The row of a text; a sentence start is `^`, before its first word and after the last sentence."""
    locale, scan, text = prose.locale, prose.scan, prose.text
    row = Row([], [], [], [], [], [], [])

    def add(fine: str, coarse: str, letters: str, start: int, end: int, is_word: bool = False, spelling: str = "") -> None:
        row.fine.append(fine)
        row.coarse.append(coarse)
        row.letters.append(letters)
        row.spelling.append(spelling)
        row.starts.append(start)
        row.ends.append(end)
        row.words.append(is_word)

    pieces = [(*span, word) for span, word in zip(prose.word_spans, prose.words, strict=True)]
    pieces += [(*span, "") for span in _marks(prose)]
    pieces.sort()
    starts = [*(start for start, _ in prose.sentences), len(scan) + 1]
    turn = skip = 0
    for start, end, word in pieces:
        if start < skip:
            continue
        first = starts[turn] <= start
        if first:
            add("^", "^", " ^", start, start)
            while starts[turn] <= start:
                turn += 1
        if word:
            common = word in common_words(locale) or word in FUNCTION_WORDS[locale]
            name = not first and not common and text[start].isupper()
            add(*(("N", "N", " N") if name else _word(word, locale)), start, end, not name, "" if text[start].isupper() and not common else word)
            continue
        sign = scan[start:end]
        if sign[0].isdigit():
            if not row.fine or row.fine[-1] != "#":
                add("#", "#", " #", start, end)
        elif len(sign) > 1 and sign[0] in _HOLDERS:
            skip = end
            add("N", "N", " N", start, end)
        else:
            add(sign, sign, sign, start, end)
    if row.fine:
        add("^", "^", " ^", len(scan), len(scan))
    return row


def joined(rows: Sequence[Row]) -> Row:
    """Rows of several fields as one; where two meet, the sentence start of the second stands for both."""
    held = [row for row in rows if row.fine]
    if len(held) == 1:
        return held[0]
    made = Row([], [], [], [], [], [], [])
    for number, row in enumerate(held):
        last = None if number == len(held) - 1 else -1
        made.fine.extend(row.fine[:last])
        made.coarse.extend(row.coarse[:last])
        made.letters.extend(row.letters[:last])
        made.spelling.extend(row.spelling[:last])
        made.starts.extend(row.starts[:last])
        made.ends.extend(row.ends[:last])
        made.words.extend(row.words[:last])
    return made
