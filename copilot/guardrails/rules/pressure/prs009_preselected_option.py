import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.sentences import sentence_of
from copilot.guardrails.checks.wording import meant
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"pre-?(?:selected|ticked|checked)(?: for you| box| option)?"
        r"|(?:we've|we have|we) (?:already |automatically )?(?:added|included|put|placed|selected|ticked|enrolled|signed you up"
        r"|subscribed you)[^.!?\n]{0,40}?(?:to|in|into) your (?:cart|basket|bag|order|booking)(?: for you)?"
        r"|(?:automatically|by default) (?:added|included|enrolled|subscribed|opted in|signed up)(?! in the price| as standard)"
        r"|(?:added|included|enrolled|subscribed|opted in|signed up|ticked|selected) (?:automatically|by default)"
        r"|(?:insurance|protection|warranty|donation|tip|gift wrap\w*|membership|subscription|cover)\b[^.!?\n]{0,25}\b(?:has been|is|was) (?:already "
        r"|automatically )?(?:added|included|selected)(?: for you| by default| to your)"
        r"|unless you (?:opt out|untick|uncheck|tell us otherwise|remove it)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:case |option )?pré-?(?:cochée?s?|sélectionnée?s?|remplie? pour (?:vous|toi))"
        r"|(?:nous (?:avons|vous avons)|on (?:a|t'a|vous a)) (?:déjà |automatiquement )?(?:ajouté|inclus|coché|sélectionné|mis|glissé|souscrit"
        r"|inscrit)[^.!?\n]{0,40}?(?:à|dans) (?:votre|ton|ta) (?:panier|commande|réservation)"
        r"|(?:ajoutée?s?|incluse?s?|inclu?|cochée?s?|sélectionnée?s?|souscrite?s?|activée?s?|inscrite?s?|abonnée?s?) (?:automatiquement|par défaut"
        r"|d'office)(?! dans le prix)"
        r"|(?:automatiquement|d'office) (?:ajoutée?s?|incluse?s?|inscrite?s?|abonnée?s?|souscrite?s?) (?:à|dans|au)"
        r"|(?:assurance|protection|garantie|extension|don|pourboire|emballage cadeau|abonnement|adhésion|option)\b[^.!?\n]{0,25}\b(?:a été|est|sera) "
        r"(?:déjà |automatiquement )?(?:ajoutée?|incluse?|sélectionnée?|souscrite?) (?:pour (?:vous|toi)|à (?:votre|ta|ton)|par défaut|d'office"
        r"|dans votre panier)"
        r"|sauf (?:avis contraire|si vous (?:décochez|refusez)|opposition) de votre part"
        r"|sauf si vous (?:décochez|vous y opposez|la retirez|le retirez)"
        r")"
    ),
}  # fmt: skip
EXTRA: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:insurance|(?<!tracking )protection|options?|warranty|donation|gift|membership|subscription|newsletter|cover|fee|tip|offers|e-?mails|vip|trial"
        r"|cart|basket|bag|order|booking|box|enrolled|subscribed|opt(?:ed)? (?:in|out)|signed)\b"),
    "fr": re.compile(
        r"\b(?:assurance|garantie|extension|dons?|pourboire|emballage|abonnement|adhésion|newsletter|lettre|offres|frais|cadeau|option|essai|panier|commande"
        r"|réservation|cases?|inscrite?s?|abonnée?s?|décochez|souscrite?s?)\b"),
}  # fmt: skip
"""What one pays for or consents to; the default of a setting is nobody's loss."""
MESSAGE = both("Chosen for the reader before she chose.", "Choisi à la place du lecteur.")
SUGGESTION = both(
    "Leave it out of the basket and the box empty; say what it costs and let her add it.",
    "Laissez-le hors du panier et la case vide ; dites ce que ça coûte, le lecteur ajoute.",
)


@rule("PRS009", "preselected-option", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def preselected_option(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An option ticked beforehand.

    What it does
        Finds pre-ticked boxes, extras added to the basket, services that run unless one opts out. `Included in the price`, a plain cart message (`1 item
        added to your cart`) and cookies off by default pass.
    Why
        An extra payment by default is not owed (EU 2011/83, art. 22), and a pre-ticked box is no consent.
    En français
        Option cochée d'avance
        Un supplément obtenu par défaut n'est pas dû (directive 2011/83, art. 22), et une case précochée n'est pas un consentement.
    Example
        Bad (en): We've added a gift box to your basket.
        Good (en): The lining is included in the price.
        Bad (fr): L'assurance est incluse par défaut.
        Good (fr): La doublure est incluse dans le prix.
    Source
        Consumer Rights Directive 2011/83/EU, art. 22 and 27 (general practice, not verified against the text); Mathur et al. 2019,
        github.com/aruneshmathur/dark-patterns, and github.com/yamanalab/ec-darkpattern, read 2026-11-21; patterns written here, measured with
        bench/pressure.py.
    """
    for start, end in meant(PATTERNS[grounds.locale], text.prose):
        if EXTRA[grounds.locale].search(text.prose.scan[slice(*sentence_of(text.prose, start))]):
            yield Hit(start, end, MESSAGE, SUGGESTION)
