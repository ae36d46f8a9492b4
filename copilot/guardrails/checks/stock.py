"""Worn words by density: one `seamless` is a word, three in a paragraph are a habit."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from copilot.guardrails.checks.wording import Wordlist, is_quoted
from copilot.guardrails.lexicons import stock
from copilot.language.prose import Locale, Prose, Span

Kind = Literal["adjective", "verb", "noun"]
LOCALES: tuple[Locale, ...] = ("fr", "en")
WORN: dict[Locale, dict[Kind, Wordlist]] = {
    locale: {
        "adjective": Wordlist(stock.WORN_ADJECTIVES[locale] + stock.LOUD_ADJECTIVES[locale]),
        "verb": Wordlist(stock.WORN_VERBS[locale]),
        "noun": Wordlist(stock.WORN_NOUNS[locale]),
    }
    for locale in LOCALES
}
SHORT = 300
"""Two worn words are enough in a text of fewer words than this; above, three a thousand."""


@lru_cache(maxsize=4)
def _spans(prose: Prose) -> dict[Kind, tuple[Span, ...]]:
    return {kind: tuple(span for span in words.spans(prose) if not is_quoted(prose, *span)) for kind, words in WORN[prose.locale].items()}


def count_worn(prose: Prose) -> int:
    """How many different worn words the text holds, of all kinds."""
    return len({prose.scan[start:end] for spans in _spans(prose).values() for start, end in spans})


def worn(prose: Prose, kind: Kind) -> tuple[Span, ...]:
    """The worn words of one kind, where the text holds enough worn words to be a habit; otherwise none."""
    own = _spans(prose)[kind]
    if not own:
        return ()
    words = len(prose.words)
    return own if count_worn(prose) >= (2 if words < SHORT else max(3, 3 * words // 1000)) else ()
