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
        r"\b(?:e-?liquids?|e-?cigarettes?|e-?cigs?|disposable vapes?|vape (?:shop|pens?|kits?|juice|flavours?|devices?)|vapes\b|vaping (?:kits?|devices?"
        r"|products?)|nicotine (?:pouches|salts?|shots?)|heated tobacco|snus)\b"
    ),
    "fr": re.compile(
        r"\b(?:e-?liquides?|cigarettes? électroniques?|e-?cigarettes?|vapoteuses?|vapotage|puffs? (?:jetables?|saveurs?|sans|au|à la)|sachets? de nicotine"
        r"|sels? de nicotine|tabac (?:chauffé|à rouler|à chauffer)|snus|vape (?:shop|pen|jetable)s?|boosters? de nicotine)\b"
    ),
}  # fmt: skip
QUITTING = re.compile(
    r"arrêter de (?:fumer|vapoter)|stop smoking|quit(?:ting)? (?:smoking|vaping)|give up (?:smoking|vaping)|sevrage|tabacologue|interdit|banned"
    r"|no vaping|défense de"
)
MESSAGE = both("'{text}': advertising for vaping is banned.", "« {text} » : la publicité pour le vapotage est interdite.")
SUGGESTION = both("Leave it out; a shop may only inform at the place of sale.", "Retirez-le ; seule l'information sur le lieu de vente est permise.")


@rule("LAW036", "vaping-promotion", level="scoring", last_reviewed="2026-11-22", jurisdictions=("fr", "eu"), anchors=anchors_for(PATTERNS))
def vaping_promotion(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Vaping or nicotine, promoted.

    What it does
        Finds vapes, e-liquids, disposable puffs, nicotine pouches and heated tobacco. Puff pastry, puffer jackets and help to stop smoking pass.
    Why
        Advertising for vaping products is banned in France and, across borders, in the EU (general practice, not verified against the text).
    En français
        Vapotage ou nicotine en promotion
        La publicité pour le vapotage est interdite en France et, par-delà les frontières, dans l'UE (pratique générale, non vérifiée dans le texte).
    Example
        Bad (en): New e-liquid flavours.
        Good (en): A puffer jacket for pastry cooks.
        Bad (fr): Nos nouveaux e-liquides.
        Good (fr): Une doudoune et de la pâte feuilletée.
    Source
        Code de la santé publique, L3513-4; directive 2014/40/EU, article 20(5) (general practice, not verified against the text),
        https://eur-lex.europa.eu/eli/dir/2014/40/oj, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not QUITTING.search(text.prose.scan) and not denied(text.prose, start):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
