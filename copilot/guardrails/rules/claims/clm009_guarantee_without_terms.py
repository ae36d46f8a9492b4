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
        r"\b(?:(?:money[- ]back|satisfaction|happiness|results?|success) guarante(?:e|es|ed)\b|(?:or|get|gets?) your (?:full )?money back\b|full money back\b"
        r"|guaranteed (?:results?|success|satisfaction|savings|weight loss)\b|100 ?% (?:satisfaction|guaranteed|money[- ]back|risk[- ]free)\b"
        r"|(?:lifetime|life-time|unlimited) (?:guarantee|warranty)\b|guaranteed for (?:life|ever)\b"
        r"|(?:completely |totally |100% |absolutely |entirely )?risk[- ]free\b(?! (?:rate|return|asset))|no questions asked\b|guaranteed or your money\b"
        r"|no[- ]risk (?:trial|purchase|order|offer|guarantee)\b)"
    ),
    "fr": re.compile(
        r"\b(?:satisfaite?s? ou rembours[ée]e?s?\b"
        r"|(?:satisfaction|résultats?|succès|réussite|efficacité|économies) (?:100 ?% |totalement |entièrement )?garantie?s?\b"
        r"|remboursement (?:garanti|intégral|immédiat)\b|(?:remboursée?s? )?sans condition\b(?! (?:de|d'|que|préalable))"
        r"|garantie?s? (?:à vie|pour la vie|totale|illimitée|tous risques|100 ?%)\b|100 ?% (?:garantie?s?|rembours[ée]e?s?|satisfaite?s?|sans risque)\b"
        r"|(?:essaye[zr]|essaie|commande[zr]?|teste[zr]?|achète|achetez|essai|offre|achat) (?:totalement |absolument )?sans (?:aucun )?risque\b"
        r"|sans (?:aucun )?risque pour (?:vous|toi)\b|(?:sans|aucune) (?:poser de )?questions? (?:posée|à poser)\b)"
    ),
}  # fmt: skip
TERMS = re.compile(
    r"\b\d{1,3}[- ]?(?:days?|months?|years?|jours?|mois|ans?)\b|\b(?:seven|ten|fourteen|thirty|sixty|ninety|sept|quatorze|trente|soixante|deux|trois"
    r"|cinq) (?:days|months|years|jours|mois|ans)\b"
    r"|\b(?:terms|conditions (?:de vente|générales|sur|en ligne)|voir conditions|cgv)\b|\*"
)
MESSAGE = both(
    "A promise without its terms: how long, on what, how to claim it?", "Une promesse sans ses conditions : combien de temps, sur quoi, comment en user ?"
)
SUGGESTION = both(
    'Say the length and what it covers ("30 days, return paid"), or promise less.',
    "Dites la durée et ce qu'elle couvre (« 30 jours, retour payé »), ou promettez moins.",
)


@rule("CLM009", "guarantee-without-terms", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def guarantee_without_terms(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A guarantee with no terms.

    What it does
        Finds money back, satisfaction guaranteed, lifetime warranties, guaranteed results and 'risk-free' where the field gives no length and no terms, and
        nothing is stated in the brief or a claim in force. Plain uses of garantir pass.
    Why
        A guarantee is a contract in three words; without terms it misleads. The word alone stands in 6 % of public French pages, so only the promises are
        flagged.
    En français
        Garantie sans conditions
        Une garantie est un contrat en trois mots ; sans conditions, elle trompe. Le mot seul se trouve dans 6 % des pages publiques : seules les promesses
        sont relevées.
    Example
        Bad (en): Satisfaction guaranteed.
        Good (en): Money back within 30 days, return paid.
        Good (en): Guaranteed for three years.
        Bad (fr): Satisfait ou remboursé !
        Good (fr): Satisfait ou remboursé pendant 30 jours.
        Good (fr): Rires garantis à l'atelier.
    Source
        General practice, not verified against the text (code de la consommation, L217-21 and L121-2); ASA, types of claims (CAP Code 3.7),
        https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21; rate measured on 624 public French pages.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if TERMS.search(text.prose.scan) or denied(text.prose, start) or backed(text.prose, start, end, grounds):
            continue
        yield Hit(start, end, MESSAGE, SUGGESTION)
