import re
from collections.abc import Iterator

from copilot.guardrails.checks.capitals import lowered, shouted
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

SHARE, LETTERS = 0.3, 10
MESSAGE = both("Capitals shout, and filters listen.", "Les capitales crient, et les filtres entendent.")
SUGGESTION = both("Write it as you would to one person.", "Écrivez-le comme à une personne.")


@rule(
    "CHN044",
    "shouting-subject",
    level="scoring",
    last_reviewed="2026-11-22",
    channels=("email", "linkedin_message", "push"),
    fields=("subject", "preheader", "title"),
)
def shouting_subject(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A subject line in capitals.

    What it does
        Flags ordinary words in capitals where two or more stand in a row, or where capitals are more than 30 % of the letters (ten letters at least). One word
        in capitals in an otherwise calm line passes, and so do acronyms, codes and own names.
    Why
        It reads as shouting, draws complaints and weighs with spam filters.
    En français
        Objet en capitales
        Il se lit comme un cri, attire les plaintes et pèse auprès des filtres.
    Example
        Bad (en, email.subject): LAST CHANCE to mend your jacket
        Good (en, email.subject): Your jacket is READY, says Agnes
        Bad (fr, email.subject): SOLDES D'HIVER : TOUT DOIT PARTIR
        Good (fr, email.subject): La SNCF livre aussi des pantoufles
    Source
        General practice, not verified against a text; Mailchimp content style guide (subject lines in sentence case),
        https://github.com/mailchimp/content-style-guide, read 2026-11-21.
    """
    letters = [char for char in text.prose.text if char.isalpha()]
    loud = len(letters) >= LETTERS and sum(char.isupper() for char in letters) > SHARE * len(letters)
    for start, end in shouted(text.prose, grounds):
        if loud or len(re.findall(r"[^\W\d_]{2,}", text.prose.text[start:end])) > 1:
            yield Hit(start, end, MESSAGE, SUGGESTION, Fix(replacement=lowered(text.prose, start, end), safety="unsafe"))
