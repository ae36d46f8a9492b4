import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

WHOLE = re.compile(
    r"<!doctype|<html\b|</(?:html|body|table)>|\byou(?:'re| are) receiving this (?:e-?mail|message|newsletter)\b|\bthis e-?mail was sent to\b|\bvous recevez ce(?:t|tte)? (?:e-?mail|mail|message|courriel|newsletter)\b"
    r"|\btu reçois ce(?:t|tte)? (?:e-?mail|mail|message|newsletter)\b|\bce(?:t)? (?:e-?mail|message) (?:vous )?a été envoyé\b|(?:(?<=\n)|^)(?:copyright )?© ?[\w&-]{2,20}"
)
WAY_OUT = re.compile(
    r"unsub|opt[- ]?out|stop receiving|(?:manage|update|change) (?:your |my )?(?:e-?mail )?(?:preferences|subscription)|désabonn|desabonn|désinscri|desinscri|ne plus recevoir|se désister"
    r"|gére[rz] (?:mes|vos|tes|votre|ton|mon) (?:préférences|abonnement)|\*\|unsub|\{\{ ?unsub|\{% ?unsub"
)
MESSAGE = both("This looks like a whole mailing, and no way out of the list is in it.", "On dirait un envoi complet, et rien n'y permet de se désabonner.")
SUGGESTION = both('Add a link that says "Unsubscribe", or your tool\'s tag for it.', "Ajoutez un lien « Se désabonner », ou la balise de votre outil.")


@rule("CHN046", "missing-unsubscribe", level="blocking", last_reviewed="2026-11-22", channels=("email",), fields=("body",))
def missing_unsubscribe(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A whole mailing without a way to unsubscribe.

    What it does
        Speaks only where the body is a whole mailing: an HTML page, or a text that ends in a footer ("you are receiving this email because", ©). It then looks
        for a word or a tag that leads out of the list. The plain words of a letter, which the tool will frame, pass.
    Why
        Every promotional e-mail must offer a simple way to object (CPCE L34-5, PECR, CAN-SPAM), and Gmail and Yahoo ask for a visible link.
    En français
        Envoi complet sans désabonnement
        Tout e-mail publicitaire doit permettre de s'opposer simplement (CPCE, L34-5), et Gmail comme Yahoo veulent un lien visible.
    Example
        Bad (en, email.body): We mend. You are receiving this email because you once bought a zip. Fettle & Thole, Hexham.
        Good (en, email.body): We mend. You are receiving this email because you once bought a zip. Unsubscribe here.
        Good (en, email.body): Your zip is mended. Come by.
        Bad (fr, email.body): <html><body>Il neige.</body></html>
        Good (fr, email.body): Il neige. On a sorti les plaids.
    Source
        One-click unsubscribe, https://inboxradar.mnac.io/a/list-unsubscribe-header-requirement, read 2026-11-21; La publicité par voie électronique,
        https://abc-netmarketing.com/La-publicite-par-voie-electronique.html, read 2026-11-21.
    """
    raw = text.prose.text.lower()
    whole = WHOLE.search(text.prose.scan)
    if whole and not WAY_OUT.search(raw):
        yield Hit(whole.start(), whole.end(), MESSAGE, SUGGESTION)
