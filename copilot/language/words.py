"""What Centaur says on screen, in both of its languages."""

from __future__ import annotations

from typing import Any, NamedTuple


class Words(NamedTuple):
    """One message in English and in French; `{names}` are filled by `say`."""

    en: str
    fr: str

    def say(self, language: str, **values: Any) -> str:
        """The message in `language`, "fr" or "en"."""
        message = self.fr if language == "fr" else self.en
        return message.format(**values) if values else message

    def fill(self, **values: Any) -> Words:
        """The same message with its names filled, still in both languages. A value that is `Words` speaks each language."""
        return Words(
            self.en.format(**{name: value.en if isinstance(value, Words) else value for name, value in values.items()}),
            self.fr.format(**{name: value.fr if isinstance(value, Words) else value for name, value in values.items()}),
        )


def both(en: str, fr: str) -> Words:
    """A message in both languages."""
    return Words(en, fr)
