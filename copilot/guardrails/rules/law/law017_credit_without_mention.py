import re
from collections.abc import Iterator, Sequence

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "fr": re.compile(
        r"\b(?:crédits? (?:à la consommation|renouvelables?|auto|immobiliers?|conso|affectés?|gratuits?|personnels?|travaux|sans (?:frais|intérêts?"
        r"|justificatif)|immédiats?|en (?:\d|ligne|\d+ fois)|à partir|de \d)"
        r"|taeg\b|taux (?:débiteur |fixe |promotionnel )*(?:de |à |dès )\d"
        r"|prêts? (?:personnels?|auto|immobiliers?|conso|travaux|étudiants?|express|à taux zéro|rapides?)\b"
        r"|(?:financement|facilités? de paiement) (?:à|de|en|dès|jusqu'à) \d"
        r"|finance[zr]? (?:votre|vos|ton|tes) (?:achats?|projets?|voiture|travaux|vélo|canapé|matelas)\b"
        r"|(?:paye[zr]?|paie|paiement|réglez|règle|règlement|facilités? de paiement) (?:possible )?(?:en|jusqu'à|de) (?:\d{1,2}|deux|trois|quatre|cinq|six|dix"
        r"|douze) ?(?:fois|x)\b"
        r"|\d{1,2} ?(?:x|fois) sans frais\b|\d[\d ]*(?:,\d\d)? ?€ ?(?:/|par) ?mois pendant \d+ mois\b"
        r"|(?:en|avec une?) (?:loa|lld|location (?:avec option d'achat|longue durée))\b(?! ?:)"
        r"|(?:achète|achetez|commande[zr]?) maintenant,? (?:paye[zr]?|paie) plus tard\b)"
    ),
}  # fmt: skip
MESSAGE = both("'{text}': advertising for credit carries the legal sentence.", "« {text} » : une publicité de crédit porte la phrase légale.")
SUGGESTION = both(
    'Add: "Un crédit vous engage et doit être remboursé. Vérifiez vos capacités de remboursement avant de vous engager."',
    "Ajoutez : « Un crédit vous engage et doit être remboursé. Vérifiez vos capacités de remboursement avant de vous engager. »",
)


@rule(
    "LAW017",
    "credit-without-mention",
    level="scoring",
    last_reviewed="2026-11-22",
    locales=("fr",),
    jurisdictions=("fr",),
    scope="copy",
    anchors=anchors_for(PATTERNS),
)
def credit_without_mention(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """Credit without its sentence.

    What it does
        In French law, finds consumer credit, loans, TAEG and payment in instalments where no field carries the legal sentence. Crédit d'impôt, crédit photo
        and banks by name pass.
    Why
        The code de la consommation wants the sentence in every advert for consumer credit (L312-5; general practice, not verified against the text);
        instalments came under the same rules on 20 November 2026 (directive 2023/2225, to be checked).
    En français
        Crédit sans sa phrase
        Le code de la consommation veut la phrase dans toute publicité de crédit (L312-5 ; pratique générale, non vérifiée dans le texte) ; le paiement
        fractionné y est entré le 20 novembre 2026 (directive 2023/2225, à vérifier).
    Example
        Bad (fr): Payez en 4 fois sans frais.
        Good (fr): Un crédit d'impôt de 50 %.
        Good (fr): Crédit photo : Théo.
    Source
        Code de la consommation, L312-5; directive (EU) 2023/2225 (general practice, not verified against the text),
        https://eur-lex.europa.eu/eli/dir/2023/2225/oj, read 2026-11-21.
    """
    found = [(text, *span) for text in texts for span in spans(PATTERNS[grounds.locale], text.prose)]
    if not found or any("un crédit vous engage" in text.prose.scan for text in texts):
        return
    for text, start, end in found:
        if not denied(text.prose, start):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION, key=text.key)
