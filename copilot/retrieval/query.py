"""What to look for: a brief, or a person's words, as a search."""

from __future__ import annotations

from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Locale, Prose
from copilot.records import Brief

MOST_WORDS = 40
"""Words of a query that take part in the word search."""


def meaning(brief: Brief) -> str:
    """The text that is embedded: product, goal, audience and facts, without their names."""
    return ". ".join(part for part in (brief.product, brief.goal, brief.audience, brief.offer, *brief.facts.values()) if part)


def content_words(text: str, locale: Locale) -> tuple[str, ...]:
    """Words of `text` that carry its matter, once each, in order: no function words, nothing under three letters."""
    words = (piece for word in Prose(text, locale).words for piece in word.strip("'").split("-"))
    kept = (word for word in words if len(word) >= 3 and word not in FUNCTION_WORDS[locale])
    return tuple(dict.fromkeys(kept))[:MOST_WORDS]
