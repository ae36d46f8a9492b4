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
        r"\b(?:(?:clinically|scientifically|medically|laboratory|lab|independently) ?-?(?:proven|tested|shown|validated|demonstrated|backed|verified|trialled"
        r"|certified)\b"
        r"|(?:clinical|scientific) (?:trials|studies|tests|evidence) (?:show|shows|prove|proves|confirm|confirms|have|has)\b"
        r"|proven (?:results|effective|effectiveness|efficacy|track record of results|to (?:work|reduce|improve|boost|help|increase|relieve|fight|last|prevent"
        r"|repair))\b"
        r"|tried,? tested and proven\b|(?:proven|tested) in (?:clinical|independent|laboratory|lab) (?:trials|tests|studies)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:cliniquement|scientifiquement|médicalement) (?:prouvée?s?|testée?s?|démontrée?s?|validée?s?|approuvée?s?|éprouvée?s?|reconnue?s?"
        r"|attestée?s?)\b"
        r"|(?:prouvée?s?|testée?s?|démontrée?s?|validée?s?|éprouvée?s?|attestée?s?) (?:cliniquement|scientifiquement|médicalement|en laboratoire"
        r"|en clinique)\b"
        r"|(?:efficacité|résultats|action|bienfaits|effets?) (?:cliniquement |scientifiquement )?(?:prouvée?s?|démontrée?s?|avérée?s?|testée?s?)\b"
        r"|(?:sous contrôle|tests?) (?:médical|dermatologique|ophtalmologique|pédiatrique)\b|(?:a|ont) fait (?:ses|leurs) preuves en laboratoire\b)"
    ),
}  # fmt: skip
MESSAGE = both("Proven by which test, on how many, where can it be read?", "Prouvé par quel essai, sur combien, où le lire ?")
SUGGESTION = both(
    "Name the test and its date from the brief, or describe what you saw.", "Nommez l'essai et sa date depuis le brief, ou décrivez ce que vous avez vu."
)


@rule("CLM013", "unproven-efficacy", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def unproven_efficacy(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Proven, without the proof.

    What it does
        Finds clinically or scientifically proven, tested, validated, and proven results, unless the brief or a claim in force states them or the field names
        the test.
    Why
        'Clinically proven' promises a clinical trial. Without one it is a false objective claim, and the phrase is a favourite of models.
    En français
        Prouvé, mais sans la preuve
        « Cliniquement prouvé » promet un essai clinique. Sans lui, c'est une affirmation fausse, et les modèles l'aiment bien.
    Example
        Bad (en): A clinically proven wool.
        Good (en): The proof of the pudding is Joan.
        Bad (fr): Efficacité cliniquement prouvée.
        Good (fr): La preuve : le chat dort dessus.
    Source
        ASA, types of claims (CAP Code 3.7), https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start) and not sourced(text.prose) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE, SUGGESTION)
