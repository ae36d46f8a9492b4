import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.places import SEARCH
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

_POINTED = r"(?:link|button|offer|code|photo|picture|image|video|form|text|headline|terms|details|comments|description)s?"
PATTERNS = {
    "en": re.compile(
        rf"\b{_POINTED} (?:above|below)\b|\b(?:see|as (?:shown|mentioned|seen|described)|shown|click|tap|swipe|shop|order|sign up|register|find out more|learn more|comment|read) (?:above|below|underneath)\b"
        r"|\b(?:on|to) the (?:left|right)(?= (?:to|for|and) (?:see|buy|shop|order|sign|read)\b)|\b(?:the above|the below) (?:link|button|offer|code|form)\b"
    ),
    "fr": re.compile(r"\bci-(?:dessus|dessous|contre|après)\b|\b(?:lien|bouton|code|offre|photo|vidéo|image|formulaire|texte)s? (?:juste )?(?:au-dessus|au-dessous|en dessous|plus haut|plus bas)\b|\b(?:voir|clique[zr]?|lire|commande[zr]?) (?:juste )?(?:plus bas|plus haut|en dessous|au-dessus)\b"),
}  # fmt: skip
MESSAGE = both(
    "'{text}' points to a place, but the platform may put this text elsewhere.",
    "« {text} » montre un endroit, mais la plateforme peut placer ce texte ailleurs.",
)
SUGGESTION = both('Say what to do without saying where: "Order today".', "Dites quoi faire, sans dire où : « Commandez aujourd'hui ».")


@rule("CHN031", "position-word", level="advice", last_reviewed="2026-11-22", channels=(*SEARCH, "meta_ad"))
def position_word(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A word that points to a place in an ad.

    What it does
        Finds above, below, ci-dessus, ci-dessous and the like where they point to a link, a button or another text. `Above all`, `below zero` and « au-dessus
        des nuages » pass.
    Why
        Meta and Google move texts between fields and formats: below may be nowhere.
    En français
        Mot qui montre un endroit
        Meta et Google déplacent les textes d'un champ et d'un format à l'autre : ci-dessous peut n'être nulle part.
    Example
        Bad (en, meta_ad.primary_text): Tap the button below to order.
        Good (en, meta_ad.primary_text): Warm down to five below, and above all dry.
        Bad (fr, meta_ad.primary_text): Commande avec le code ci-dessous.
        Good (fr, meta_ad.primary_text): L'atelier est au-dessus de la boulangerie.
    Source
        Notes on Meta text options (help pages 418015731022150 and 497610041230617, secondary), https://www.facebook.com/business/help/418015731022150, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
