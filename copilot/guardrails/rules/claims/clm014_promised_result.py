import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied, sourced
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:visible |real |noticeable |proven |instant |first |see |amazing )?results (?:in|within|after|from) (?:just |only |under "
        r"|as little as )?(?:\d{1,3}|one|two|three|four|five|seven|ten) (?:days?|weeks?|hours?|minutes?|months?|uses?|nights?|applications?|sessions?)\b"
        r"|(?:instant|overnight|immediate) results\b"
        r"|(?:double|triple|10x|5x|3x|2x|quadruple|skyrocket|multiply) (?:your |their |our )(?:[\w-]+ ){0,2}(?:sales|revenue|income|traffic|leads|conversions?"
        r"|productivity|profits?|engagement|followers|bookings|roi|turnover|clicks|open rates?|growth)\b"
        r"|(?:increase|increases|boost|boosts|grow|grows|raise|raises|improve|improves|cut|cuts|reduce|reduces|slash|slashes|lower|lowers|save|saves"
        r"|shrink) (?:(?:your|their|its|my|energy|heating|wrinkles?|costs?|fine|lines?|sales|bills?|conversions?|revenue|productivity|traffic|time|you"
        r"|customers|on|the|appearance|of|sleep|waste|fuel) ){1,5}by (?:up to |as much as |over |more than |at least )?\d{1,3}(?:[.,]\d+)? ?(?:%|percent|x\b)"
        r"|save (?:up to |over |more than )?(?:[£$€]\d[\d,.]*|\d{1,3} ?%) (?:a|per|every|each) (?:year|month)\b"
        r"|in (?:just|only|under|less than) (?:\d{1,3}|one|two|three|seven|ten) (?:days|weeks|months|hours|minutes)[,:]? (?:you(?:'ll| will| can)"
        r"|your [\w-]+ will)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:premiers |vrais )?résultats? (?:visibles? |garantis? |immédiats? |constatés? |concrets? |rapides? ){0,2}(?:en|dès|sous|après"
        r"|au bout de) (?:seulement |à peine |moins de |quelques )?(?:\d{1,3}|un|une|deux|trois|quatre|cinq|sept|dix|jours|semaines|la) ?(?:jours?|semaines?"
        r"|heures?|minutes?|mois|première application|utilisations?|applications?|séances?|nuits?)?\b"
        r"|résultats? (?:immédiats?|instantanés?)\b"
        r"|(?:double[zr]?|triple[zr]?|décuple[zr]?|explose[zr]?|multiplie[zr]?(?: par \d+)?) (?:votre|vos|ton|tes|leur|son) (?:[\w'-]+ ){0,2}(?:ventes?"
        r"|chiffre d'affaires|revenus?|trafic|leads|conversions?|productivité|marges?|engagement|abonnés|réservations|roi|clics|taux)\b"
        r"|(?:augmente|booste|améliore|réduis|réduit|baisse|diminue|économise|divise|accrois|accroît|gagne|multiplie)(?:z|nt|r|re|ez|ssez|sent|isez|isent|is"
        r"|ent)? (?:[\w'-]+ ){1,5}(?:de|par|jusqu'à) (?:près de |plus de |au moins |jusqu'à )?\d{1,3}(?:[.,]\d+)? ?(?:%|pour cent)"
        r"|(?:économise[zr]?|gagne[zr]?) (?:jusqu'à |plus de |près de )?\d[\d ]* ?(?:€|euros|%|heures) (?:par|chaque|sur votre|sur ta|sur vos) (?:an|mois"
        r"|semaine|jour|facture|factures|[\w-]+)\b"
        r"|en (?:seulement|à peine|moins de) (?:\d{1,3}|deux|trois|sept|dix) (?:jours|semaines|mois|heures|minutes),? (?:vous|tu|votre|ta"
        r"|ton) (?:[\w-]+ )?(?:serez|seras|aurez|auras|verrez|verras|retrouverez|retrouveras|sera|allez|vas)\b)"
    ),
}  # fmt: skip
MESSAGE = both("A result with a figure or a date is a promise: whose measure is it?", "Un résultat chiffré ou daté est une promesse : mesuré par qui ?")
SUGGESTION = both(
    "Take the measured figure from the brief, or say what the thing does and let the reader conclude.",
    "Reprenez le chiffre mesuré du brief, ou dites ce que fait la chose et laissez conclure.",
)


@rule("CLM014", "promised-result", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def promised_result(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A result promised by figure or date.

    What it does
        Finds results in days, doubled sales, savings and gains in percent that neither the brief nor a claim in force states and beside which no source
        stands.
    Why
        A measured result needs the measure. Models round it up for the rhythm of the sentence.
    En français
        Résultat promis, chiffre à l'appui de rien
        Un résultat mesuré demande la mesure. Les modèles l'arrondissent pour le rythme de la phrase.
    Example
        Bad (en): Double your sales in 30 days.
        Good (en): Double the socks, your sales rep said.
        Bad (fr): Doublez vos ventes en 30 jours.
        Good (fr): Double tes chaussettes, il gèle.
    Source
        ASA, types of claims (CAP Code 3.2 and 3.7), https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if denied(text.prose, start) or sourced(text.prose) or backed(text.prose, start, end, grounds):
            continue
        yield Hit(start, end, MESSAGE, SUGGESTION)
