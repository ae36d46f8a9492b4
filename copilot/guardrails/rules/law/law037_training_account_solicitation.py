import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "fr": re.compile(
        r"\b(?:(?:utilise[zr]?|profite[zr]?|mobilise[zr]?|débloque[zr]?|consulte[zr]?|vérifie[zr]?|réclame[zr]?|financée?s?|finance[zr]?|pris en charge"
        r"|éligible)(?! pas)[^.!\n]{0,40}\b(?:cpf|compte (?:personnel de )?formation)\b"
        r"|(?:cpf|compte (?:personnel de )?formation)\b[^.!\n]{0,50}\b(?:expire\w*|profite[zr]?|créditée?s?|crédité de|disponibles?|à utiliser|perdu"
        r"|dernier jour|\d[\d ]* ?€|euros|gratuite?|cadeau|offerte?))"
    ),
}  # fmt: skip
MESSAGE = both("Nobody may be solicited for a training account by message.", "On ne démarche personne par message pour son compte formation.")
SUGGESTION = both("Leave it out of e-mails, SMS and pushes; say it on your own page.", "Sortez-le des e-mails, SMS et notifications ; dites-le sur votre page.")


@rule(
    "LAW037",
    "training-account-solicitation",
    level="scoring",
    last_reviewed="2026-11-22",
    locales=("fr",),
    jurisdictions=("fr",),
    anchors=anchors_for(PATTERNS),
)
def training_account_solicitation(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A training account, by message.

    What it does
        In French law, finds the CPF or Mon compte formation beside words that urge (use, expire, so many euros) in e-mails, SMS and pushes, or where no
        channel is named.
    Why
        Soliciting holders of a training account by SMS, e-mail or phone is banned since 2022 (loi 2022-1587; general practice, not verified against the
        text).
    En français
        Compte formation démarché par message
        Démarcher les titulaires d'un compte formation par SMS, e-mail ou téléphone est interdit depuis 2022 (loi 2022-1587 ; pratique générale, non vérifiée
        dans le texte).
    Example
        Bad (fr): Utilisez votre CPF avant qu'il n'expire !
        Good (fr): Une formation au tricot, le samedi.
    Source
        Loi 2022-1587 of 19 December 2022 (general practice, not verified against the text), https://www.legifrance.gouv.fr, read 2026-11-21.
    """
    if grounds.channel is not None and grounds.channel.name not in ("email", "sms", "push"):
        return
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start):
            yield Hit(start, end, MESSAGE, SUGGESTION)
