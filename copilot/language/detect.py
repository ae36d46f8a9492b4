"""Which of our two languages a text is in."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Locale, Prose

if TYPE_CHECKING:
    from lingua import LanguageDetector

LEAST_LETTERS = 20
"""Under this many letters the detector is not asked: names alone decide nothing."""


@lru_cache(maxsize=1)
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    languages = (Language.FRENCH, Language.ENGLISH, Language.GERMAN, Language.SPANISH, Language.ITALIAN, Language.DUTCH, Language.PORTUGUESE)
    return LanguageDetectorBuilder.from_languages(*languages).build()


def language_of(text: str) -> str:
    """ISO 639-1 code of the likeliest of seven Western European languages, or "" where the text is too short to tell."""
    if sum(char.isalpha() for char in text) < LEAST_LETTERS:
        return ""
    found = _detector().detect_language_of(text)
    return found.iso_code_639_1.name.lower() if found else ""


def detect_locale(text: str) -> Locale:
    """`fr` or `en`, by function words; the detector is asked where they tie."""
    counts = {locale: sum(word in FUNCTION_WORDS[locale] for word in Prose(text, locale).words) for locale in ("fr", "en")}
    if counts["fr"] != counts["en"]:
        return "fr" if counts["fr"] > counts["en"] else "en"
    return "fr" if language_of(text) == "fr" else "en"
