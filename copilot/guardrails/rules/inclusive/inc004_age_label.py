import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"the elderly|(?:senior citizens?|old folks|old people(?!'s home)|oldies|geriatrics?|oaps?|silver surfers?|pensioners)|digital natives?"
        r"|young(?:,| and) (?:\w+ )?dynamic|(?:dynamic|fun),? young team|over[- ]the[- ]hill|(?:you're|you are|you may be) too old (?:for|to)"
        r"|(?:boomers?|gen[- ]?z(?:ers)?)(?= (?:will|won't|can't|don't|love|hate))"
        r"|(?:so easy|simple|easy)[^.!?\n]{0,15} (?:even )?(?:your )?(?:grandma|grandmother|granny|nan|gran|grandparents)(?: can| could)?|act your age"
        r"|anti-?wrinkle generation"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:les |des |nos |aux |pour (?:les )?)?(?:personnes? (?:du troisième|du 3e|du quatrième) âge|troisième âge|3e âge)"
        r"|(?:les|nos|des|aux|chers) (?:seniors?\b|(?:petits )?vieux(?= (?:aussi|sont|ont|peuvent|qui)\b|[.,!?]|$)|vieillards)"
        r"|(?:le |la |des |les )?digital natives?|jeunes?(?:,| et) (?:\w+ et )?dynamiques?"
        r"|(?:équipe|ambiance|entreprise)s? (?:jeune et dynamique|jeune|d'jeuns?)\b(?! de)"
        r"|trop (?:vieux|vieille|âgée?)s? pour(?= (?:ça|cela|apprendre|porter|danser|s'y mettre|le numérique))"
        r"|(?:si |tellement |très )?(?:simple|facile)[^.!?\n]{0,15} (?:que )?même (?:votre|ta|une|ma) (?:grand-mère|mamie|mémé|grand-père|papi|papy)"
        r"|personnes âgées(?= (?:sont|ne|ont|peuvent)\b)|rester jeune(?= dans|[.!,]|$)"
        r")"
    ),
}  # fmt: skip
FARE = re.compile(r"\b(?:tarif|carte|réduction|remise|prix|rate|fare|discount|ticket|railcard|pass)s?\b")
MESSAGE = both("'{text}' sorts people by age.", "« {text} » range les gens par âge.")
SUGGESTION = both("Give the age if it matters ('from 65'), or say what they do.", "Donnez l'âge s'il compte (« dès 65 ans »), ou dites ce qu'ils font.")


@rule("INC004", "age-label", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def age_label(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An age for a label.

    What it does
        Finds `the elderly`, `digital natives`, `young and dynamic`, « les seniors », « si simple que même votre grand-mère ». Reduced fares by age (« carte
        senior », « tarif senior »), vieux moulins and a grandmother who knits pass.
    Why
        Nobody recognises himself in it, least of all the one it means.
    En français
        Un âge pour étiquette
        Personne ne s'y reconnaît, surtout pas l'intéressé.
    Example
        Bad (en): So easy your grandma can do it.
        Good (en): My grandmother knitted it, and would not give me the pattern.
        Bad (fr): Une appli pour les seniors.
        Good (fr): Tarif senior le jeudi.
    Source
        Retext-equality 7, github.com/retextjs/retext-equality, and Mailchimp content style guide, github.com/mailchimp/content-style-guide, read 2026-11-21;
        chosen for marketing copy here.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        if not FARE.search(text.prose.scan, max(0, start - 20), end + 12):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
