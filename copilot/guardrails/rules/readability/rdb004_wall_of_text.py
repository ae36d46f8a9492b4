import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MOST = 120
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+){0,200}")
WORD = re.compile(r"[^\W_]+")
ITEM = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s", re.MULTILINE)
MESSAGE = both("A paragraph of {count} words: on a phone it fills the screen.", "Un paragraphe de {count} mots : sur un téléphone, il remplit l'écran.")
SUGGESTION = both("Open a new one where the subject turns.", "Ouvrez-en un autre là où le sujet tourne.")


@rule(
    "RDB004",
    "wall-of-text",
    level="advice",
    last_reviewed="2026-11-22",
    channels=("email", "landing_page", "product_page", "linkedin_message", "faq"),
    fields=("body", "description", "answer"),
)
def wall_of_text(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A paragraph that fills the screen.

    What it does
        Flags paragraphs of more than 120 words in e-mails, landing and product pages; HTML and lists pass.
    Why
        A reader on a phone sees a wall and no door.
    En français
        Paragraphe qui remplit l'écran
        Sur un téléphone, le lecteur voit un mur et pas de porte.
    Example
        Bad (en, email.body): We mend jackets, and when a jacket is mended we hang it by the door, and when the door opens the wind goes through it, and that is how we know. We mend jackets, and when a jacket is mended we hang it by the door, and when the door opens the wind goes through it, and that is how we know. We mend jackets, and when a jacket is mended we hang it by the door, and when the door opens the wind goes through it, and that is how we know. We mend jackets, and when a jacket is mended we hang it by the door, and when the door opens the wind goes through it, and that is how we know. We mend jackets, and when a jacket is mended we hang it by the door, and when the door opens the wind goes through it, and that is how we know.
        Good (en, email.body): We mend.\\n\\nYou post, we sew, and the dog approves.
        Bad (fr, email.body): On recoud des vestes, et quand une veste est recousue on la pend près de la porte, et quand la porte s'ouvre le vent passe dedans, et c'est ainsi qu'on sait. On recoud des vestes, et quand une veste est recousue on la pend près de la porte, et quand la porte s'ouvre le vent passe dedans, et c'est ainsi qu'on sait. On recoud des vestes, et quand une veste est recousue on la pend près de la porte, et quand la porte s'ouvre le vent passe dedans, et c'est ainsi qu'on sait. On recoud des vestes, et quand une veste est recousue on la pend près de la porte, et quand la porte s'ouvre le vent passe dedans, et c'est ainsi qu'on sait.
        Good (fr, email.body): On recoud.\\n\\nTu postes, on coud, et le chat approuve.
    Source
        General practice, not verified against a text; the length is our own.
    """
    if len(text.prose.text) < 4 * MOST or "<" in text.prose.text:
        return
    for match in PARAGRAPH.finditer(text.prose.text):
        count = len(WORD.findall(match.group()))
        if count > MOST and len(ITEM.findall(match.group())) < 3:
            yield Hit(match.start(), match.end(), MESSAGE.fill(count=count), SUGGESTION)
