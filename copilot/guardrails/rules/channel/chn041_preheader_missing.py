from collections.abc import Iterator, Sequence

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MESSAGE = both("No preheader: the inbox will show the first words of the body.", "Pas de pré-en-tête : la boîte montrera les premiers mots du message.")
SUGGESTION = both("Write one line that goes on from the subject.", "Écrivez une ligne qui prolonge l'objet.")


@rule("CHN041", "preheader-missing", level="advice", last_reviewed="2026-11-22", scope="copy", channels=("email",))
def preheader_missing(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """An e-mail without a preheader.

    What it does
        Flags an e-mail that has a subject and a body and no preheader.
    Why
        The inbox shows a line after the subject whatever happens; without a preheader it is the first text of the body, often a greeting or a menu.
    En français
        E-mail sans pré-en-tête
        La boîte affiche de toute façon une ligne après l'objet ; sans pré-en-tête, ce sont les premiers mots du message.
    Example
        Bad (en, email): subject=Your old jacket can come home | body=Hello, we mend.
        Good (en, email): subject=Your old jacket can come home | preheader=Agnes has needles left. | body=Hello, we mend.
        Bad (fr, email): subject=Augustin | body=Rentrée des mouches, sortie des pulls.
        Good (fr, email): subject=Augustin | preheader=Vingt-quatre carrés d'essai. | body=Rentrée des mouches.
    Source
        Mailchimp content style guide, https://github.com/mailchimp/content-style-guide, read 2026-11-21; otherwise general practice, not verified against a text.
    """
    filled = {text.key: text for text in texts if text.prose.text.strip()}
    if "subject" in filled and "body" in filled and "preheader" not in filled:
        subject = filled["subject"]
        yield Hit(len(subject.prose.text), len(subject.prose.text), MESSAGE, SUGGESTION, key="subject")
