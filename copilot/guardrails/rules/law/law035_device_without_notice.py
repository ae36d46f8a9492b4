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
        r"\bdispositifs? médica(?:l|ux)\b"
    ),
}  # fmt: skip
MESSAGE = both("A medical device carries its mentions.", "Un dispositif médical porte ses mentions.")
SUGGESTION = both(
    'Add: "Ce dispositif médical est un produit de santé réglementé qui porte, à ce titre, le marquage CE. Lire attentivement la notice."',
    "Ajoutez : « Ce dispositif médical est un produit de santé réglementé qui porte, à ce titre, le marquage CE. Lire attentivement la notice. »",
)


@rule(
    "LAW035",
    "device-without-notice",
    level="scoring",
    last_reviewed="2026-11-22",
    status="preview",
    locales=("fr",),
    jurisdictions=("fr",),
    scope="copy",
    anchors=anchors_for(PATTERNS),
)
def device_without_notice(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """A medical device without its mentions.

    What it does
        In French law, finds dispositif médical where no field says produit de santé réglementé or asks to read the notice.
    Why
        Advertising for devices to the public carries fixed sentences (code de la santé publique R5213-1; general practice, not verified against the text).
    En français
        Dispositif médical sans ses mentions
        La publicité d'un dispositif auprès du public porte des phrases fixes (code de la santé publique, R5213-1 ; pratique générale, non vérifiée dans le
        texte).
    Example
        Bad (fr): Notre ceinture est un dispositif médical.
        Good (fr): Notre ceinture tient chaud.
    Source
        Code de la santé publique, L5213-1 and R5213-1 (general practice, not verified against the text); own reading, noted 2026-11-21.
    """
    if any("produit de santé réglementé" in text.prose.scan or "la notice" in text.prose.scan for text in texts):
        return
    for text in texts:
        for start, end in spans(PATTERNS[grounds.locale], text.prose):
            if not denied(text.prose, start):
                yield Hit(start, end, MESSAGE, SUGGESTION, key=text.key)
