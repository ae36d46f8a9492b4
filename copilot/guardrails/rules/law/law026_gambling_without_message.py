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
    "en": re.compile(
        r"\b(?:sports?[- ]betting|online (?:casino|slots|poker|betting|gambling)|free bets?|free spins|casino bonus|slot machines?|bookmakers?|betting (?:site"
        r"|app|odds|tips)|bet (?:£|\$|€)\d|boosted odds|welcome bonus up to [£$€]\d|deposit bonus)"
    ),
    "fr": re.compile(
        r"\b(?:paris? (?:sportifs?|hippiques?|en ligne)|casino en ligne|machines? à sous|poker en ligne|freebets?|free ?bets?|bookmakers?|cotes? boostées?"
        r"|bonus (?:de (?:dépôt|bienvenue) (?:de|jusqu'à) \d|sans dépôt)|premiers? paris? (?:remboursé|offert)s?|tours gratuits|tickets? à gratter|pari(?:e|ez) \d+(?= ?€)"
        r"|jeux? d'argent en ligne)\b"
    ),
}  # fmt: skip
WARNED = re.compile(
    r"jouer comporte|09 74 75 13 13|joueurs-info|begambleaware|gamble responsibly|\b18\+|\b18 ans|when the fun stops|interdits? aux mineurs|over 18"
    r"|endettement"
)
MESSAGE = both('Betting without the warning: "{text}".', "Des paris sans l'avertissement : « {text} ».")
SUGGESTION = both(
    'Add the warning and the age (FR: "Jouer comporte des risques : endettement, isolement, dépendance ..."; UK: 18+, BeGambleAware.org).',
    "Ajoutez l'avertissement et l'âge (FR : « Jouer comporte des risques : endettement, isolement, dépendance ... » ; UK : 18+, BeGambleAware).",
)


@rule(
    "LAW026",
    "gambling-without-message",
    level="scoring",
    last_reviewed="2026-11-22",
    jurisdictions=("fr", "uk", "eu"),
    scope="copy",
    anchors=anchors_for(PATTERNS),
)
def gambling_without_message(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """Gambling with no warning.

    What it does
        Finds betting, online casinos, free bets and slots where no field carries the warning or the age. A raffle, a casino chair and a jackpot of mud pass.
    Why
        Advertising for gambling carries a warning and keeps minors out (general practice, not verified against the text).
    En français
        Jeu d'argent sans avertissement
        La publicité pour les jeux d'argent porte un avertissement et écarte les mineurs (pratique générale, non vérifiée dans le texte).
    Example
        Bad (en): Free bets at our online casino.
        Good (en): Place the kettle and the bets are off.
        Bad (fr): Paris sportifs : premier pari remboursé.
        Good (fr): On parie que le chat gagne.
    Source
        Code de la sécurité intérieure, L320-12 and decree 2020-1349; CAP Code 16 (general practice, not verified against the text); own reading, noted
        2026-11-21.
    """
    found = [(text, *span) for text in texts for span in spans(PATTERNS[grounds.locale], text.prose)]
    if not found or any(WARNED.search(text.prose.scan) for text in texts):
        return
    for text, start, end in found:
        if not denied(text.prose, start):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION, key=text.key)
