"""In which of our languages a text is, and a refusal where it is in neither.

Function words decide, as everywhere; only a text in which those of a neighbour outweigh ours, or that has hardly any of ours, is shown to the detector, since that
one takes a second to load.
"""

from __future__ import annotations

from copilot.errors import UnknownLocale
from copilot.language.detect import detect_locale, language_of
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Prose
from copilot.language.words import both
from copilot.records import LOCALES, Locale

LEAST_WORDS = 12
"""Under this many words a text is never refused: names and slogans look like any language."""
LEAST_SHARE = 0.12
"""Share of function words under which the detector is asked. Human English and French of 12 words or more: 1 % of advertisements lie under 0.11, 0.1 % of
other texts under 0.23; German and Swedish samples at 0.04-0.05 (measured 2026-11-22)."""
NEIGHBOURS = {
    "de": "der die das und ist nicht den dem von mit für auf ein eine sich wir sie ihr auch bei wird werden aus sind",
    "es": "de la en un que se a no me si tu te sin desde hasta cada toda todo nos el los las una por para con del está se su sus y lo como más pero nuestra nuestro nuestras nuestros muy todos es son",
    "it": "la le un in se a da lo al ai da il gli che di per con una della delle sono è e nostro nostra i nel nella più alla ogni tutti dei si non",
    "nl": "de in te op om of je er het een van en niet voor dat die met zijn worden onze wij ook aan bij naar deze wordt de is",
    "pt": "de a que se um por nos pela pelo os uma para com não do da em no na é são seu sua mais ao dos das e nossos nossas todos o um",
}
"""Frequent function words of the languages next door, those they share with ours included; own list."""
_WORDS = {language: frozenset(words.split()) for language, words in NEIGHBOURS.items()}


def locale_of(text: str, where: str, declared: str = "") -> Locale:
    """`fr` or `en`. `declared` is what the file says of itself: it decides only for a text too short to tell.

    Raises: UnknownLocale where the text is in another language; `where` names the file.
    """
    words = Prose(text, "en").words
    own = max(sum(word in FUNCTION_WORDS[locale] for word in Prose(text, locale).words) for locale in LOCALES)
    said = declared.strip().lower().replace("_", "-").partition("-")[0]
    if len(words) < LEAST_WORDS:
        return next((locale for locale in LOCALES if said == locale), None) or detect_locale(text)
    foreign = max(sum(word in listed for word in words) for listed in _WORDS.values())
    if foreign > own or own < LEAST_SHARE * len(words):
        language = language_of(text)
        if language and language not in LOCALES:
            hint = both(f" ({where}); if it is French or English after all, say --locale", f" ({where}) ; si c'est pourtant du français ou de l'anglais, précisez --locale")  # fmt: skip
            raise UnknownLocale(locale=language, where=hint)
    return detect_locale(text)
