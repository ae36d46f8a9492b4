from collections.abc import Iterator

from copilot.guardrails.checks.emoji import EMOJI
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MESSAGE = both("Emoji number {count} in one line.", "Émoji numéro {count} dans une ligne.")
SUGGESTION = both("One is enough, or none.", "Un suffit, ou aucun.")


@rule("CHN045", "emoji-pile-in-subject", level="advice", last_reviewed="2026-11-22", channels=("email", "push"), fields=("subject", "title"))
def emoji_pile_in_subject(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Two emoji or more in a subject line.

    What it does
        Counts emoji as a reader sees them and marks the second and those after it.
    Why
        Beside the others in the inbox, a row of pictures looks like what the filter is for; a screen reader spells each out.
    En français
        Plusieurs émojis dans l'objet
        Une rangée d'images ressemble à ce que le filtre arrête, et le lecteur d'écran les épelle une à une.
    Example
        Bad (en, email.subject): 🎉🎉 Your jacket is mended
        Good (en, email.subject): 🧵 Your jacket is mended
        Bad (fr, email.subject): 🔥 Augustin est là 🔥
        Good (fr, email.subject): Augustin est là 🧶
    Source
        General practice, not verified against a text; Mailchimp content style guide (emoji rare and deliberate),
        https://github.com/mailchimp/content-style-guide, read 2026-11-21.
    """
    for count, match in enumerate(EMOJI.finditer(text.prose.text), 1):
        if count > 1:
            yield Hit(match.start(), match.end(), MESSAGE.fill(count=count), SUGGESTION)
