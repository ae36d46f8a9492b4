import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

PATTERN = re.compile(
    r"\b(?:view|read|open|see) (?:this |the |it |our )?(?:e-?mail |message |newsletter )?(?:in (?:your|a|the) (?:web ?)?browser|online|on the web)\b|\bweb version\b|\btrouble viewing\b|\bnot displaying (?:correctly|properly)\b"
    r"|\b(?:voir|lire|afficher|ouvrir|visualise[rz]|consulte[rz]|affichez) (?:ce(?:t)? |cette |le |la |l')?(?:e-?mail |mail |message |courriel |newsletter |version )?(?:en ligne|dans (?:votre|ton|un|le) navigateur|sur le web)\b"
    r"|\bversion (?:en ligne|web)\b|\b(?:ne )?s'affiche(?:r)? pas correctement\b|\bproblèmes? d'affichage\b|\b(?:n'arrive[sz]? pas|ne parven(?:ez|ons) pas|ne parviens pas|ne pouve[z]? pas) à? ?(?:lire|visualiser|afficher|voir)\b"
)
MESSAGE = both("The inbox will show this beside the subject.", "La boîte de réception montrera ceci à côté de l'objet.")
SUGGESTION = both(
    "Begin with a line worth reading; the link to the web version belongs in the footer.",
    "Commencez par une ligne qui vaut d'être lue ; le lien vers la version en ligne va en pied de message.",
)
FIRST = 120


@rule("CHN043", "view-in-browser-preheader", level="scoring", last_reviewed="2026-11-22", channels=("email",), fields=("preheader", "body"))
def view_in_browser_preheader(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """View in browser, where the preheader should be.

    What it does
        Finds "view in browser", « voir en ligne » and the like in the preheader, or in the first 120 characters of the body.
    Why
        It is what the inbox shows next to the subject: the first line, given away to a link.
    En français
        « Voir en ligne » à la place du pré-en-tête
        C'est ce que la boîte affiche à côté de l'objet : la première ligne, donnée à un lien.
    Example
        Bad (en, email.preheader): Trouble viewing this email? View in your browser.
        Good (en, email.preheader): Agnes has needles left.
        Bad (fr, email.preheader): Voir la version en ligne
        Good (fr, email.preheader): Fatou a vidé l'armoire aux essais.
    Source
        Mailchimp content style guide, https://github.com/mailchimp/content-style-guide, read 2026-11-21; otherwise general practice, not verified against a text.
    """
    for start, end in spans(PATTERN, text.prose):
        if start < FIRST:
            yield Hit(start, end, MESSAGE, SUGGESTION)
