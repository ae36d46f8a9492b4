import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

FIRST_NAME = re.compile(r"(?:f|first|given)[ _.-]?name|pr[ée]nom|firstname", re.IGNORECASE)
LONG = 150
"""From this many words on, two are a letter, not a habit."""
MESSAGE = both("The reader's first name again, {count} times in {words} words.", "Encore le prénom, {count} fois en {words} mots.")
SUGGESTION = both("Once is a greeting. Keep that one.", "Une fois, c'est un bonjour. Gardez celle-là.")


@rule("CRP004", "name-repeated", level="advice", last_reviewed="2026-11-22")
def name_repeated(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """The reader's name, again and again.

    What it does
        Counts merge tags of the first name within one field of fewer than 150 words; from the second on each is flagged. One in the subject and one in the
        body pass.
    Why
        Nobody says your name twice in a minute, except salesmen and people who are cross with you.
    En français
        Le prénom du lecteur, encore et encore
        Personne ne dit deux fois votre prénom en une minute, sauf les vendeurs et les gens fâchés.
    Example
        Bad (en): Hello {{ first_name }}, this is for you, {{ first_name }}.
        Good (en): Hello {{ first_name }}, the wool is in.
        Bad (fr): Bonjour {{ prenom }}, c'est pour toi, {{ prenom }}.
        Good (fr): Bonjour {{ prenom }}, la laine est là.
    Source
        Pitney Bowes survey (name shown without log-in: 45 % uncomfortable), pitneybowes.com/us/blog/privacy-and-personalization.html, read 2026-11-21.
    """
    if len(text.prose.protected) < 2:
        return
    tags = [(start, end) for start, end in text.prose.protected if FIRST_NAME.search(text.prose.text, start, end)]
    words = len(text.prose.words)
    if len(tags) > 1 and words < LONG:
        for start, end in tags[1:]:
            yield Hit(start, end, MESSAGE.fill(count=len(tags), words=words), SUGGESTION)
