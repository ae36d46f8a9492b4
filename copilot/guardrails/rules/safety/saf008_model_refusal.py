import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:i(?:'m| am) (?:really |very )?sorry,? (?:but )?(?:as an ai,? )?i (?:can't|cannot|can not|am unable to|am not able to|won't)\b[^.\n]{0,60}"
        r"|i (?:can't|cannot|am unable to|am not able to|won't be able to|must decline to|have to decline to) (?:help|assist|comply|fulfil|fulfill|engage"
        r"|provide|create|generate|write|produce) (?:with |you with |you write )?(?:that|this|content|copy|any|an? (?:ad|e-?mail|text|message)"
        r"|the (?:requested"
        r"|content))\b[^.\n]{0,40}"
        r"|i (?:don't|do not) have (?:access to|the ability to|enough (?:information|context)|real[- ]time|personal (?:experiences|opinions))\b[^.\n]{0,40}"
        r"|(?:violates?|against|goes against) (?:my|our|openai's|the) (?:guidelines|content polic(?:y|ies)|usage polic(?:y|ies)|programming"
        r"|safety guidelines)\b"
        r"|i(?:'m| am) (?:just |only )?an ai\b[^.\n]{0,40}|i (?:must|have to) (?:respectfully )?decline\b)"
    ),
    "fr": re.compile(
        r"\b(?:je (?:suis (?:vraiment |sincèrement )?désolée?|m'excuse|regrette)[ ,]+(?:mais )?je ne (?:peux|suis|pourrai)\b[^.\n]{0,60}"
        r"|je ne (?:peux|pourrai|suis) pas (?:(?:être )?en mesure de |capable de |autorisée? à |habilitée? à )?(?:répondre à (?:cette|votre)|donner suite"
        r"|vous aider (?:à|avec|sur)|t'aider (?:à|avec|sur)|générer|satisfaire|accéder à (?:cette|votre|des)|fournir (?:ce|de|cette)|rédiger (?:ce|de|cette)"
        r"|produire (?:ce|de))\b[^.\n]{0,40}"
        r"|je n'ai pas (?:accès à|la (?:capacité|possibilité) de|assez d'informations|suffisamment d'informations|d'opinions? personnelles?)\b[^.\n]{0,40}"
        r"|(?:contraire à|enfreint|viole) (?:mes|les|ma) (?:directives|règles d'utilisation|politiques?|consignes|principes)\b"
        r"|je (?:ne )?suis qu(?:e |')(?:une ia|un modèle|une intelligence artificielle|un assistant)\b[^.\n]{0,40}"
        r"|je suis une (?:ia|intelligence artificielle)\b|je dois (?:poliment )?décliner\b)"
    ),
}  # fmt: skip
MESSAGE = both("A model refused here, and the refusal is in the copy.", "Un modèle a refusé, et son refus est dans le texte.")
SUGGESTION = both("Write this part yourself, or change the brief and draft again.", "Écrivez ce passage vous-même, ou changez le brief et relancez.")


@rule("SAF008", "model-refusal", level="blocking", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def model_refusal(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A refusal left in the copy.

    What it does
        Finds the sentences with which models decline (I'm sorry, but I can't help with that; je ne peux pas répondre à cette demande) and speak of their own
        rules or missing access.
    Why
        It fills the place of the text that is missing.
    En français
        Refus de modèle resté dans le texte
        Il occupe la place du texte qui manque.
    Example
        Bad (en): I'm sorry, but I can't help with that.
        Good (en): Sorry, we can't mend it by Tuesday.
        Bad (fr): Je suis désolé, je ne peux pas répondre à cette demande.
        Good (fr): Désolés, on ne peut pas la recoudre pour mardi.
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21; patterns written here.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE, SUGGESTION)
