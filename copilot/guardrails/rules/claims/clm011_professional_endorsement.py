import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied, sourced
from copilot.guardrails.checks.health import speaks_of_food
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:doctor|dermatologist|dentist|vet|veterinarian|paediatrician|pediatrician|physio|physiotherapist|nutritionist|dietitian|dietician|pharmacist"
        r"|midwife|midwive|gyna?ecologist|allergist|podiatrist|surgeon|chiropractor|osteopath|trichologist|ophthalmologist|therapist|cardiologist|orthodontist"
        r"|nurse|physician|clinician|health expert|sleep expert|skin expert|health professional|healthcare professional)(?:s?-(?:recommended|approved|tested"
        r"|endorsed|trusted|backed|developed|formulated|preferred)|s (?:recommend|swear by|love it|love our|trust us|agree|approve|prefer|prescribe))\b"
        r"|(?<!\bmy )(?<!\bthe )(?<!\ba )(?<!\bour )(?<!\bher )(?<!\bhis )(?<!\byour )(?:doctor|dermatologist|dentist|vet|veterinarian|paediatrician"
        r"|pediatrician|physio|physiotherapist|nutritionist|dietitian|dietician|pharmacist|midwife|midwive|gyna?ecologist|allergist|podiatrist|surgeon"
        r"|chiropractor|osteopath|trichologist|ophthalmologist|therapist|cardiologist|orthodontist|nurse|physician|clinician|health expert|sleep expert"
        r"|skin expert|health professional|healthcare professional)s? (?:recommended|approved|tested|endorsed|formulated)\b"
        r"|(?:recommended|approved|endorsed|trusted|developed|formulated|prescribed|preferred) (?:and \w+ )?(?:by|with) (?:(?:leading|top|our|expert"
        r"|\d+ out of \d+|many|most|the|uk|french|british|qualified|real|practising|experienced|over \d+|\d+%? of|a|a leading|a team of"
        r"|teams of) ){0,2}(?:doctor|dermatologist|dentist|vet|veterinarian|paediatrician|pediatrician|physio|physiotherapist|nutritionist|dietitian|dietician"
        r"|pharmacist|midwife|midwive|gyna?ecologist|allergist|podiatrist|surgeon|chiropractor|osteopath|trichologist|ophthalmologist|therapist|cardiologist"
        r"|orthodontist|nurse|physician|clinician|health expert|sleep expert|skin expert|health professional|healthcare professional)s?\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:recommandée?s?|approuvée?s?|conseillée?s?|prescrite?s?|validée?s?|plébiscitée?s?|utilisée?s?|testée?s?(?: et approuvée?s?)?|élaborée?s?"
        r"|formulée?s?|mise?s? au point|développée?s?|conçue?s?|créée?s?|imaginée?s?) (?:par|avec) (?:(?:des|les|de nombreux|de nombreuses|nos|la plupart des"
        r"|une?|un grand|une équipe de|plus de \d+|\d+|l'équipe de|le|la) )?(?:grands |meilleurs )?(?:médecins?|dermatologues?|dermatos?|dentistes?"
        r"|vétérinaires?|pédiatres?|kinésithérapeutes?|kinés?|nutritionnistes?|diététicien(?:ne)?s?|pharmacien(?:ne)?s?|sages?-femmes?|gynécologues?"
        r"|allergologues?|podologues?|chirurgien(?:ne)?s?|ostéopathes?|ophtalmologues?|ophtalmos?|cardiologues?|orthodontistes?|infirmi(?:er|ère)s?"
        r"|professionnels? de (?:la )?santé|experts? (?:en|du|de la) (?:santé|sommeil|peau)|thérapeutes?|psychologues?|cliniciens?)\b"
        r"|(?:les|des|de nombreux|nos|tous les) (?:médecins?|dermatologues?|dermatos?|dentistes?|vétérinaires?|pédiatres?|kinésithérapeutes?|kinés?"
        r"|nutritionnistes?|diététicien(?:ne)?s?|pharmacien(?:ne)?s?|sages?-femmes?|gynécologues?|allergologues?|podologues?|chirurgien(?:ne)?s?|ostéopathes?"
        r"|ophtalmologues?|ophtalmos?|cardiologues?|orthodontistes?|infirmi(?:er|ère)s?|professionnels? de (?:la )?santé|experts? (?:en|du|de la) (?:santé"
        r"|sommeil|peau)|thérapeutes?|psychologues?|cliniciens?) (?:le |la |les |l'|vous |nous |en )?(?:recommandent|conseillent|adorent|approuvent"
        r"|prescrivent"
        r"|plébiscitent|utilisent|s'accordent|sont unanimes)\b"
        r"|(?:approbation|caution|recommandation) (?:des|de nombreux|d'un|de) (?:médecins?|dermatologues?|dermatos?|dentistes?|vétérinaires?|pédiatres?"
        r"|kinésithérapeutes?|kinés?|nutritionnistes?|diététicien(?:ne)?s?|pharmacien(?:ne)?s?|sages?-femmes?|gynécologues?|allergologues?|podologues?"
        r"|chirurgien(?:ne)?s?|ostéopathes?|ophtalmologues?|ophtalmos?|cardiologues?|orthodontistes?|infirmi(?:er|ère)s?|professionnels? de (?:la )?santé"
        r"|experts? (?:en|du|de la) (?:santé|sommeil|peau)|thérapeutes?|psychologues?|cliniciens?)\b)"
    ),
}  # fmt: skip
MESSAGE = both("Which professionals, how many, asked by whom?", "Quels professionnels, combien, interrogés par qui ?")
SUGGESTION = both(
    "Name the study or the person from the brief, or leave the white coat out.",
    "Nommez l'étude ou la personne depuis le brief, ou laissez la blouse blanche au vestiaire.",
)


@rule("CLM011", "professional-endorsement", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def professional_endorsement(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A white coat that nothing backs.

    What it does
        Finds products recommended, approved or developed by doctors, dermatologists, dentists, vets ... unless the brief or a claim in force states it. Foods
        and supplements are left to *doctor-recommended-food*.
    Why
        Readers trust the profession, not the sentence; an endorsement that was not given is a banned practice.
    En français
        Blouse blanche que rien n'appuie
        Le lecteur fait confiance au métier, pas à la phrase ; une caution qui n'a pas été donnée est une pratique interdite.
    Example
        Bad (en): Dermatologist-approved wool.
        Good (en): Ask your doctor before you swim in it.
        Bad (fr): Recommandée par les kinés.
        Good (fr): Demande à ton médecin avant de plonger.
    Source
        Directive 2005/29/EC, annex I, point 4 (number not verified against the text), https://eur-lex.europa.eu/eli/dir/2005/29/oj, read 2026-11-21; ASA,
        types of claims (CAP Code 3.7), https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if denied(text.prose, start) or sourced(text.prose) or backed(text.prose, start, end, grounds):
            continue
        if not speaks_of_food(text.prose):
            yield Hit(start, end, MESSAGE, SUGGESTION)
