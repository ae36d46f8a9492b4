"""What makes pressing words information: an end date in the same copy. And where a brand speaks of the practice only to refuse it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from copilot.guardrails.checks.branches import Branches, branches
from copilot.guardrails.checks.evidence import backed
from copilot.guardrails.checks.wording import meant
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText
from copilot.language.prose import Locale, Prose, Span

_MONTH = (
    r"(?:janv(?:ier|\.)|févr(?:ier|\.)|fevrier|mars|avril|mai|juin|juill?et|juil\.|août|aout|sept(?:embre|\.)|oct(?:obre|\.)|nov(?:embre|\.)"
    r"|déc(?:embre|\.)|decembre|jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember)?|october|oct|november"
    r"|nov|december|dec)"
)
_DATE = (
    rf"\d{{1,2}}(?:er|st|nd|rd|th)?(?: of)? {_MONTH}\b|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|\b(?:(?:0?[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])|(?:0?[1-9]"
    rf"|1[0-2])/(?:[12]\d|3[01]))(?:/\d{{2,4}})?(?![\d%])|\b\d{{1,2}}\.\d{{2}}\.\d{{2,4}}\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b"
)
_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noël|christmas|new year's (?:eve|day))"
END_DATE = re.compile(
    rf"\b(?:jusqu'(?:au|à)|avant|d'ici|until|till|til|through|by|before|ends?|ending|closes?|expires?|valid|valable|fin|finit|se termine|prend fin|expire)"
    rf"(?: (?:le|au|à|on|this|ce|inclus|midnight|minuit|at|until|jusqu'au)){{0,4}}:? ?(?:{_DAY}(?!\w)|{_DATE}|\d{{1,2}}/\d{{1,2}}\b)"
)
"""A day named as the end: « jusqu'au 30 novembre », `ends Sunday`."""
ANY_DATE = re.compile(rf"(?<![\d.,])(?<!since )(?<!depuis le )(?<!depuis )(?:{_DATE})(?! (?:18|19)\d\d| 20[01]\d)")
"""A date that may be the end; one of long ago is not."""
_REFUSED: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(r"[\w -]{0,12}?[?,:;.]? ?(?:not us|not here|no thanks|we don't|we never|we won't|never heard|isn't|aren't|are not|is not|bores? us)\b"),
    "fr": re.compile(
        r"[\w -]{0,12}? ?[?,:;.]? ?(?:très peu pour|pas (?:chez|pour) nous|on n(?:e |')|nous n(?:e |')|c'est non|ce n'est pas|c'est pas|ça n'existe pas"
        r"|connais pas|jamais)"
    ),
}  # fmt: skip


def is_dated(texts: Sequence[FieldText]) -> bool:
    """Whether the copy names a day on which the offer may end."""
    return any(END_DATE.search(text.prose.scan) or ANY_DATE.search(text.prose.scan) for text in texts)


def is_stated(prose: Prose, start: int, end: int, grounds: Grounds) -> bool:
    """Whether the brief or a claim states the count at start..end, from its first digit on."""
    digit = next((index for index in range(start, end) if prose.scan[index].isdigit()), start)
    return backed(prose, digit, end, grounds)


def pressed(pattern: re.Pattern[str], prose: Prose) -> tuple[Span, ...]:
    """Where `pattern` stands, neither quoted, nor denied before (`no flash sales`), nor refused after (`flash sales? Not us`)."""
    return _pressed(branches(pattern), prose)


@lru_cache(maxsize=64)
def _pressed(known: Branches, prose: Prose) -> tuple[Span, ...]:
    """Kept, since the rules of single kinds and the rule on their heap look for the same words."""
    return tuple(span for span in meant(known.pattern, prose) if not _REFUSED[prose.locale].match(prose.scan, span[1]))
