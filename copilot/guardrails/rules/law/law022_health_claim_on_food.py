import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.checks.health import speaks_of_food
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:boosts?|strengthens?|supports?|improves?|enhances?|supercharges?|fortif(?:y|ies)) (?:your |the |a healthy )?(?:immunity|immune (?:system"
        r"|health|defen[cs]es)|metabolism|digestion|gut health|natural defen[cs]es)\b"
        r"|immun(?:ity|e)[- ](?:boosting|boost|booster|support)\b"
        r"|(?:fat[- ]burn(?:ing|er|ers)|burns? fat|melts? (?:away )?fat|appetite suppressant|suppresses appetite)\b"
        r"|(?:detox(?:ify|ifies|ifying|es|ing)?|cleanse[sd]?|cleansing|flush(?:es)? (?:out )?toxins|removes? toxins|purif(?:y|ies|ying)|anti[- ]fatigue"
        r"|energy[- ]boosting|boosts? (?:your )?energy|better sleep|gut[- ]friendly|anti[- ]ageing|slimming|lowers? cholesterol|good for your heart"
        r"|bone[- ]building|brain[- ]boosting|anti[- ]inflammatory|hormone[- ]balancing|balances? (?:your )?hormones)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:booste|renforce|stimule|soutien[ts]?|améliore|fortifie)(?:nt|z|r)? (?:votre |ton |le |la |l'|les |vos |tes |naturellement )?(?:immunité"
        r"|système immunitaire|défenses (?:immunitaires|naturelles)|métabolisme|digestion|transit|microbiote)\b"
        r"|br[ûu]l(?:e|eurs? de|ent|er|ez)[- ](?:les |des )?graisses?\b|coupe[- ]faim\b|immuno-?boost\w*\b"
        r"|(?:détox|detox|détoxifi\w+|détoxin\w+|élimine[zr]? les toxines|éliminent les toxines|purifi(?:e|ant|ante|ants|er) (?:l'organisme|le corps|le foie)"
        r"|drainante?s?|drainage|anti[- ]fatigue|vitalité retrouvée|regain d'énergie|booste[rz]? (?:votre |ton |l')énergie|meilleur sommeil|ventre plat"
        r"|anti[- ]âge|minceur|amincissante?s?|fait baisser le cholestérol|bon pour le (?:cœur|cholestérol|foie)|anti[- ]inflammatoires?|équilibre (?:hormonal"
        r"|vos hormones))\b)"
    ),
}  # fmt: skip
ALWAYS = re.compile(r"immun|défenses|fat|graisse|coupe|métabol|metabol|toxin|appetit|cholest|gut|microbio|digesti|transit")
"""Claims that speak of the body wherever they stand."""
MESSAGE = both(
    "'{text}' is a health claim that the EU register does not hold in these words.",
    "« {text} » est une allégation de santé que le registre européen n'a pas sous cette forme.",
)
SUGGESTION = both(
    'Use the authorised claim of the ingredient with its conditions ("vitamin C contributes to ..."), or talk of taste.',
    "Reprenez l'allégation autorisée de l'ingrédient avec ses conditions (« la vitamine C contribue à ... »), ou parlez du goût.",
)


@rule("LAW022", "health-claim-on-food", level="blocking", last_reviewed="2026-11-22", jurisdictions=("fr", "eu", "uk"), anchors=anchors_for(PATTERNS))
def health_claim_on_food(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A health claim on a food or supplement.

    What it does
        Finds detox, immunity boosters, fat burners, energy, sleep and gut claims of foods. Words that also live elsewhere (detox, boost, anti-fatigue) count
        only in copy about something to eat, drink or swallow; digital detox passes. Passes what is denied and what the brief or a claim in force states.
    Why
        Only authorised health claims may be made for foods; all claims on detox were refused.
    En français
        Allégation de santé sur un aliment
        Seules les allégations autorisées peuvent être faites sur un aliment ; toutes celles sur la détox ont été refusées.
    Example
        Bad (en): A detox tea that boosts immunity.
        Good (en): A digital detox: the phone stays in the drawer.
        Bad (fr): Une tisane détox qui booste l'immunité.
        Good (fr): Une détox de téléphone, au fond du tiroir.
    Source
        Regulation 1924/2006, article 10; reply of the Commission on 'detox', https://igifoodlaw.com/en/4382, read 2026-11-21 (other wordings: general
        practice).
    """
    food = speaks_of_food(text.prose)
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not food and not ALWAYS.search(text.prose.scan, start, end):
            continue
        if not denied(text.prose, start) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
