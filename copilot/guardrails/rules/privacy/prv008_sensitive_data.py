import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_of
from copilot.guardrails.checks.evidence import denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

TRAITS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:diabet\w+|pregnan\w+|depress\w+|hiv(?: positive)?|cancer|disabled|disability|epilep\w+|bipolar|autis\w+|muslims?|jew(?:ish|s)?|catholics?"
        r"|christian|hindu|atheist|gays?|lesbians?|lgbt\w*"
        r"|bisexual|transgender|queer|homosexual|obes(?:e|ity)|infertil\w+|menopaus\w+|alcoholi(?:c|sm)|addict(?:s|ed|ion)?|anxiety disorder"
        r"|mental (?:illness|health (?:problem|condition)s?)"
        r"|sexual orientation|religion|ethnicity|ethnic origin|political (?:views|opinions)|miscarriage|overweight|immigrants?|undocumented|union members?"
        r"|(?:republican|democrat) voter)\b"
    ),
    "fr": re.compile(
        r"(?:diabète|diabétiques?|enceintes?|grossesse|séroposit\w+|vih|dépressi(?:f|fs|ve|ves|on)|cancers?|handicapée?s?|épilep\w+|bipolaire|autistes?"
        r"|musulman\w*|juifs?|juives?|catholiques?"
        r"|chrétien(?:ne)?|protestante?|athée|bouddhiste|gays?|homosexuel\w*|lesbiennes?|lgbt\w*|bisexuel\w*|transgenre|obèses?|obésité|stérilité"
        r"|ménopausée?|alcooli(?:que|ques|sme)|addictions?"
        r"|toxicomane|maladie (?:chronique|mentale)|trouble (?:bipolaire|anxieux)|orientation sexuelle|religion|origines? ethniques?|opinions? politiques?"
        r"|convictions? religieuses?|fausse couche"
        r"|surpoids|immigrée?s?|sans[- ]papiers|syndiquée?s?)\b"
    ),
}
PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:because|since|as|now that|if|when|we know|we see|knowing) )?(?:you(?:'re| are| have)|are you|do you have|you suffer from|your"
        r"|living with your|as an?)"
        rf" (?:a |an |still |newly |also |suffering from |living with |type [12] )?{TRAITS['en'].pattern}(?! to\b)"
        rf"|\b(?:segment|audience|list|target|targeting)s?\b ?(?::|=|of|named|-) ?(?:[\w-]+ ){{0,3}}{TRAITS['en'].pattern}"
    ),
    "fr": re.compile(
        r"\b(?:(?:puisque|comme|parce que|sachant que|on sait que|nous savons que|si) )?(?:vous êtes|tu es|êtes-vous|es-tu|(?:vous souffrez"
        r"|tu souffres) (?:de|d'|du)|votre|ton|ta|vos|tes|en tant que"
        r"|(?:vous avez|tu as)(?: une?| le| la)?|atteinte? (?:de|d'|du)) ?(?:encore |aussi |désormais |personne |femme )?"
        rf"{TRAITS['fr'].pattern}(?! (?:au golf|de course|de réduction|de prix))"
        rf"|\b(?:segment|cible|liste|audience|fichier|ciblage)s?\b ?(?::|=|des?|d'|du|-) ?(?:[\w'-]+ ){{0,3}}{TRAITS['fr'].pattern}"
    ),
}
MESSAGE = both("'{text}' tells a reader's health, faith, origin or private life.", "« {text} » dit la santé, la foi, l'origine ou la vie intime du lecteur.")
SUGGESTION = both(
    "Speak of the thing and whom it may suit, not of what the reader is.", "Parlez de la chose et de qui elle peut aider, pas de ce qu'est le lecteur."
)


@rule("PRV008", "sensitive-data", level="scoring", last_reviewed="2026-11-22", anchors={locale: anchors_of(pattern) for locale, pattern in TRAITS.items()})
def sensitive_data(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A sensitive trait tied to the reader.

    What it does
        Finds health, pregnancy, religion, politics, union, orientation and origin said of the reader or used to name a segment (your diabetes, vous êtes
        enceinte, segment: obese). The subject alone passes, and so does what one does about it (for pregnant women, en situation de handicap).
    Why
        Such data may hardly be processed at all (GDPR, article 9), and a message that shows that one knows frightens.
    En français
        Donnée sensible liée au lecteur
        Ces données ne se traitent presque jamais (RGPD, article 9), et un message qui montre qu'on les connaît fait peur.
    Example
        Bad (en): Because you are pregnant, we thought of you.
        Good (en): A coat that closes over a bump.
        Bad (fr): Votre diabète mérite de bonnes chaussettes.
        Good (fr): Des chaussettes sans élastique, pour le diabète aussi.
    Source
        GDPR, https://eur-lex.europa.eu/eli/reg/2016/679/oj, read 2026-11-21, article 9 (general practice for the wording).
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
