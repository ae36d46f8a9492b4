from collections.abc import Iterator

from copilot.guardrails.checks.places import over
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

DESKTOP, PHONE = 60, 40
MESSAGE = both(
    "{length} characters: most clients show about {desktop}, phones about {phone}.",
    "{length} signes : la plupart des messageries en montrent {desktop}, les téléphones {phone}.",
)
SUGGESTION = both("Put what matters first, or stop here.", "Mettez l'important d'abord, ou arrêtez-vous ici.")


@rule("CHN040", "subject-too-long", level="advice", last_reviewed="2026-11-22", channels=("email",), fields=("subject",))
def subject_too_long(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A subject line that is cut.

    What it does
        Marks what stands beyond 60 characters of a subject; a merge tag counts as eight. Mail clients cut by width and publish no limit.
    Why
        The end of the line is seen by nobody, and it is often where the offer stands.
    En français
        Objet trop long
        La fin de la ligne n'est vue de personne, et c'est souvent là que se tient l'offre.
    Example
        Bad (en, email.subject): Your old waxed jacket can come home to Hexham and be mended before the frost
        Good (en, email.subject): Your old jacket can come home
        Bad (fr, email.subject): Augustin est fait de tous nos brouillons de l'an dernier, cousus ensemble par Fatou
        Good (fr, email.subject): Augustin est fait de nos brouillons
    Source
        General practice, not verified against a text: clients cut by width. Mailchimp content style guide, https://github.com/mailchimp/content-style-guide, read 2026-11-21.
    """
    if text.spec is None:
        return
    found = over(text.prose, text.spec, DESKTOP, tag=8)
    if found:
        yield Hit(found[1], len(text.prose.text), MESSAGE.fill(length=found[0], desktop=DESKTOP, phone=PHONE), SUGGESTION)
