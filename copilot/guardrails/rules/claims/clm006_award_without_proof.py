import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:multi[- ])?(?:award|prize|medal)[- ]winning\b"
        r"|(?:multiple|proud|repeat|recent|gold|silver|double|triple) (?:award )?winners?\b(?= of\b| at\b|$|[.!,])"
        r"|winners? of (?:the |an? |\d+ |several |many |numerous |multiple )?(?:[\w'-]+ ){0,4}(?:awards?|prizes?|medals?|trophy)\b"
        r"|voted (?:the )?(?:best|top|favou?rite|no\.? ?1|#1|most|uk's|britain's|product|brand)\b(?: [\w-]+)?"
        r"|(?:product|service|brand|app|employer|wine|beer|gin|toy|car|retailer|shop|store|start-?up|agency|company|hotel|restaurant|innovation|invention"
        r"|garment|mattress|website|pub|caf[ée]|supplier) of the year\b"
        r"|(?:gold|silver|bronze) (?:medal|award)s?\b(?! (?:for (?:patience|effort|trying))\b)|michelin[- ]starred?\b|red dot award\b"
        r"|as (?:seen|featured|heard) (?:on|in) (?:tv|the press|the media|the news|vogue|forbes|the times|the guardian|the bbc|bbc|itv|cnn|elle|gq|wired|time"
        r"|the telegraph|the new york times|good housekeeping|dragons' den|shark tank)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:plusieurs fois |maintes fois )?primée?s?\b"
        r"|(?:récompensée?s?|couronnée?s?|distinguée?s?|médaillée?s?) (?:par (?!des points|une remise|un bon|la|le sourire)[\w'-]+|au |aux |du |de la |des "
        r"|lors|en 20\d\d|à [\w'-]+|d'or|d'argent)[\w' -]{0,20}"
        r"|lauréate?s? (?:du|de la|des|de l'|d'un|d'une)(?: ?[\w'-]+){1,2}|(?:gagnant|vainqueur)e?s? du (?:prix|concours|trophée)\b"
        r"|(?:élue?s?|votée?s?|nommée?s?|sacrée?s?) (?:l[ae]s? |notre |comme )?(?:meilleure?s?|produit|service client|marque|enseigne|site|saveur|innovation"
        r"|application|entreprise|employeur|fromage|vin|boulangerie|veste|crème)\b(?: [\w'-]+){0,2}"
        r"|(?:produit|saveur|service client|marque|enseigne|innovation|application|entreprise|vin|commerçant|e-commerçant|jouet|voiture|livre"
        r"|start-?up) de l'année\b"
        r"|médailles? d'(?:or|argent|bronze)\b(?! (?:de la patience|du)\b)|grand prix (?:du|de la|de l'|des)\b(?! (?:formule|monaco|france|moto)\b)"
        r"|(?:vue?s?|passée?s?) (?:à la (?:télé|télévision)|(?:sur|dans|chez) (?:tf1|m6|france ?[235]|bfm|canal|vogue|elle|le monde|le figaro|télématin"
        r"|qui veut être mon associé))\b"
        r"|étoilée?s? (?:au )?(?:guide )?michelin\b|meilleure? ouvri(?:er|ère)s? de france\b)"
    ),
}  # fmt: skip
MESSAGE = both("Which award, which year, from whom?", "Quel prix, quelle année, décerné par qui ?")
SUGGESTION = both(
    "Put the award, its year and its jury in the claim bank, or leave it out.",
    "Mettez le prix, son année et son jury dans la banque d'allégations, ou retirez-le.",
)


@rule("CLM006", "award-without-proof", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def award_without_proof(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An award that nobody can check.

    What it does
        Finds prizes, medals, elections (award-winning, product of the year, primé au salon) and appearances in the press (as seen on TV) that neither the
        brief nor a claim in force states.
    Why
        To show an award one has not received is a banned practice, and a model hands them out freely.
    En français
        Récompense invérifiable
        Afficher un prix qu'on n'a pas reçu est interdit, et un modèle en distribue volontiers.
    Example
        Bad (en): Our award-winning jacket.
        Good (en): It would win a prize for smell.
        Bad (fr): Une veste primée au salon de l'agriculture.
        Good (fr): Le prix de la veste : 49 €.
    Source
        Directive 2005/29/EC, annex I, points 2 and 4 (numbers not verified against the text), https://eur-lex.europa.eu/eli/dir/2005/29/oj, read 2026-11-21;
        ASA, types of claims (CAP Code 3.7), https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE, SUGGESTION)
