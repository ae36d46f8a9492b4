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
    "en": re.compile(
        r"\b(?:(?:leave|write|post|give)(?: us)? (?:an? )?(?:positive|good|great|5[- ]star|five[- ]star|glowing|nice) (?:google )?(?:review"
        r"|rating)s?\b[^.\n]{0,50}\b(?:get|receive|win|earn|claim|for (?:an? |£|\$|€|\d)|\d+ ?% off|free|entered|chance)"
        r"|(?:gift|discount|voucher|refund|[£$€]\d+|\d+ ?%(?: off)?|free [\w-]+|reward|entry)\b[^.\n]{0,40}\b(?:for|in exchange for|in return for"
        r"|when you leave|if you leave) (?:an? |your )?(?:positive|good|great|5[- ]star|five[- ]star|glowing|nice) (?:google )?(?:review|rating))"
    ),
    "fr": re.compile(
        r"\b(?:(?:laisse[zr]?|mette?z|mets|dépose[zr]?|poste[zr]?|donne[zr]?|écri[st]|écrivez)[- ]?(?:nous )?(?:un |une |vos |tes )?(?:avis|note"
        r"|commentaire)s? (?:google )?(?:positi(?:f|ve)s?|(?:5|cinq) étoiles|favorables?|élogieux|de (?:5|cinq) étoiles)\b[^.\n]{0,60}\b(?:rece\w+|gagne\w*"
        r"|obten\w+|recevoir|bénéfici\w+|profite\w*|\d+ ?(?:%|€)|cadeau|offerte?|tirage)"
        r"|(?:remise|réduction|cadeau|bon d'achat|chèque|code|carte cadeau|\d+ ?(?:%|€)|remboursement|tirage au sort)[^.\n]{0,50}\b(?:contre|en échange d'"
        r"|en échange de|pour|si vous laissez|si tu laisses|dès) (?:un |une |votre |ton |tout )?(?:avis|note|commentaire)s? (?:google )?(?:positi(?:f|ve)s?"
        r"|(?:5|cinq) étoiles|favorables?|élogieux|de (?:5|cinq) étoiles))"
    ),
}  # fmt: skip
MESSAGE = both("A reward for a good review is a bought review.", "Récompenser un bon avis, c'est l'acheter.")
SUGGESTION = both(
    "Ask every customer for any review, good or bad, and reward none for its stars.",
    "Demandez à chacun un avis, bon ou mauvais, et n'en récompensez aucun pour ses étoiles.",
)


@rule("LAW038", "reward-for-praise", level="blocking", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def reward_for_praise(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A reward for a good review.

    What it does
        Finds gifts or discounts tied to a positive or five-star review. Asking for an honest review passes.
    Why
        Reviews bought for their praise are fake reviews: banned in the UK (DMCC Act), the US (FTC rule) and the EU.
    En français
        Récompense contre un bon avis
        Un avis acheté pour ses étoiles est un faux avis : interdit au Royaume-Uni, aux États-Unis et dans l'UE.
    Example
        Bad (en): Leave us a 5-star review and get 10% off.
        Good (en): Tell us what you think, good or bad.
        Bad (fr): 10 % de remise contre un avis 5 étoiles.
        Good (fr): Dis-nous ce que tu en penses, en bien ou en mal.
    Source
        UK DMCC Act 2024, schedule 20, https://www.mylawyer.co.uk and https://www.taylorwessing.com (20 March 2025), read 2026-11-21; EU and US: general
        practice.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start):
            yield Hit(start, end, MESSAGE, SUGGESTION)
