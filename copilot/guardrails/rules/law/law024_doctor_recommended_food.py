import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import denied
from copilot.guardrails.checks.health import speaks_of_food
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:recommended|approved|endorsed|trusted|developed|formulated|prescribed|created|backed|advised) (?:and \w+ )?(?:by|with) (?:(?:leading|top|our"
        r"|many|most|the|qualified|a|an|a leading|a team of) ){0,2}(?:doctors?|nutritionists?|dieti[tc]ians?|physicians?|pharmacists?|nurses?|gps?"
        r"|paediatricians?|pediatricians?|cardiologists?|health professionals?|healthcare professionals?|medical experts?|experts?|dr\.? [a-z]+)\b"
        r"|(?:doctors?|nutritionists?|dieti[tc]ians?|physicians?|pharmacists?|nurses?|gps?|paediatricians?|pediatricians?|cardiologists?|health professionals?"
        r"|healthcare professionals?|medical experts?|experts?|dr\.? [a-z]+)[- ](?:recommended|approved|endorsed|formulated|developed|backed)\b"
        r"|(?:doctors|nutritionists|dieti[tc]ians|pharmacists|experts) (?:recommend|swear by|love|trust|advise|agree)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:recommandée?s?|approuvée?s?|conseillée?s?|prescrite?s?|validée?s?|plébiscitée?s?|élaborée?s?|formulée?s?|mise?s? au point|développée?s?"
        r"|créée?s?) (?:par|avec) (?:(?:des|les|de nombreux|nos|la plupart des|une?|une équipe de|plus de \d+|\d+) )?(?:grands )?(?:médecins?|docteurs?"
        r"|nutritionnistes?|diététicien(?:ne)?s?|pharmacien(?:ne)?s?|naturopathes?|pédiatres?|cardiologues?|infirmières?|professionnels? de (?:la )?santé"
        r"|experts? (?:en|de la) (?:santé|nutrition)|le dr [a-z]+|le docteur [a-z]+|dr [a-z]+)\b"
        r"|(?:les|des|de nombreux|nos) (?:médecins?|docteurs?|nutritionnistes?|diététicien(?:ne)?s?|pharmacien(?:ne)?s?|naturopathes?|pédiatres?|cardiologues?"
        r"|infirmières?|professionnels? de (?:la )?santé|experts? (?:en|de la) (?:santé|nutrition)|le dr [a-z]+|le docteur [a-z]+|dr [a-z]+) (?:le |la "
        r"|les |l'"
        r"|vous )?(?:recommandent|conseillent|adorent|approuvent|prescrivent)\b)"
    ),
}  # fmt: skip
MESSAGE = both(
    "No doctor or other health professional may recommend a food or a supplement in advertising.",
    "Aucun médecin ni professionnel de santé ne peut recommander un aliment ou un complément en publicité.",
)
SUGGESTION = both(
    "Leave the white coat out; give the authorised claim, or the taste.", "Laissez la blouse blanche au vestiaire ; donnez l'allégation autorisée, ou le goût."
)


@rule("LAW024", "doctor-recommended-food", level="blocking", last_reviewed="2026-11-22", jurisdictions=("fr", "eu", "uk"), anchors=anchors_for(PATTERNS))
def doctor_recommended_food(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A doctor beside a food.

    What it does
        In copy about something to eat, drink or swallow, finds recommendations by individual doctors and other health professionals. Other goods are left to
        *professional-endorsement*; 'ask your doctor' passes.
    Why
        Health claims that refer to individual doctors or health professionals are banned for foods (regulation 1924/2006, article 12; general practice, not
        verified against the text).
    En français
        Un médecin à côté d'un aliment
        Les allégations qui invoquent des médecins ou des professionnels de santé sont interdites pour les aliments (règlement 1924/2006, article 12 ;
        pratique générale, non vérifiée dans le texte).
    Example
        Bad (en): A vitamin recommended by doctors.
        Good (en): A tea. Ask your doctor about anything else.
        Bad (fr): Une vitamine recommandée par les médecins.
        Good (fr): Une tisane. Pour le reste, demande à ton médecin.
    Source
        Regulation 1924/2006, article 12(c) (general practice, not verified against the text), https://eur-lex.europa.eu/eli/reg/2006/1924/oj, read
        2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if speaks_of_food(text.prose) and not denied(text.prose, start):
            yield Hit(start, end, MESSAGE, SUGGESTION)
