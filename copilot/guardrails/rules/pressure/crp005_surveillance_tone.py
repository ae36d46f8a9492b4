import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both
from copilot.records import Fix

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:it's|it is|it has) been (?:exactly |already )?(?:\d+|[a-z]+teen|twenty\w*|thirty\w*) (?:days|hours|minutes|weeks)(?: and \d+ \w+)?(?: since "
        r"(?:you|your|we(?:'ve)? last|we last))[^.!?\n]{0,25}"
        r"|you haven't (?:opened|read|clicked|visited|ordered|bought|logged in|shopped|been)[^.!?\n]{0,30}(?:\d+|last (?:few|two|three|four|five|\d+)|weeks"
        r"|days)[^.!?\n]{0,20}"
        r"|(?:we(?:'ve| have)|we haven't) (?:not )?(?:seen|heard from) you (?:for|in) (?:\d+|exactly)[^.!?\n]{0,20}"
        r"|we(?:'re| are|'ve been| have been)? (?:still |always )?(?:watching you|keeping an eye on you|keep an eye on you)"
        r"|(?:we|you) (?:have )?ignored (?:our|us|all our) (?:last )?(?:\d+ )?(?:e-?mails?|messages?)?"
        r"|(?:did you (?:think|really think) we (?:wouldn't|didn't) (?:notice|see))|where (?:have you been|did you go)\?"
        r"|we know you(?:'re| are) (?:there|reading|watching|awake)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:cela|ça) fait (?:exactement |déjà )?(?:\d+|deux|trois|quatre|dix|quinze|vingt\w*|trente) (?:jours?|heures?|semaines?|minutes?)(?:,? "
        r"(?:et )?\d+ \w+)? que (?:vous|tu|nous ne vous|l'on ne vous|on ne t')[^.!?\n]{0,35}"
        r"|(?:on ne (?:t'a|vous a)|nous ne vous avons) (?:pas|plus) (?:vue?s?|lue?s?|croisée?s?|eue?s?)[^.!?\n]{0,20}depuis (?:\d|exactement"
        r"|plus de \d)[^.!?\n]{0,25}"
        r"|(?:vous n'avez|tu n'as) (?:pas|plus|jamais) (?:ouvert|lu|cliqué|commandé|visité|acheté|ouverts)[^.!?\n]{0,30}(?:\d+|derniers|dernières|semaines"
        r"|jours|mois)[^.!?\n]{0,20}"
        r"|(?:on|nous) (?:vous|te|t')(?: ?a| avons)? ?(?:observe|observons|surveille|surveillons|à l'œil|gardons à l'œil|garde à l'œil|voit|voyons)(?! "
        r"(?:venir|samedi|demain|bientôt))"
        r"|(?:vous ignorez|tu ignores|vous avez ignoré|tu as ignoré) (?:nos|tous nos|nos derniers) (?:\d+ )?(?:e-?mails?|messages?|mails?)"
        r"|(?:vous pensiez|tu pensais|tu croyais|vous croyiez) (?:vraiment )?(?:que nous|qu'on) ne (?:remarquer|verr|voir)\w*"
        r"|(?:nous savons|on sait) que (?:vous êtes là|tu es là|vous nous lisez|tu nous lis|vous ne dormez pas)"
        r"|(?:où étiez-vous|où étais-tu|mais où (?:êtes-vous|es-tu) passée?)"
        r")"
    ),
}  # fmt: skip
FIX = {"en": Fix(replacement="It's been a while.", safety="display"), "fr": Fix(replacement="Ça fait longtemps.", safety="display")}
MESSAGE = both("Sounds like somebody who keeps count: '{text}'.", "On dirait quelqu'un qui tient le compte : « {text} ».")
SUGGESTION = both("'It's been a while' is enough. Then some news.", "« Ça fait longtemps » suffit. Puis une nouvelle.")


@rule("CRP005", "surveillance-tone", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def surveillance_tone(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A tone that keeps watch.

    What it does
        Finds copy that counts the reader's absence in days and hours, her unopened letters, or says that it watches her. `It's been a while`, « tu nous
        manques », and the brand's own anniversaries pass.
    Why
        To be missed is pleasant; to be counted is not.
    En français
        Un ton qui surveille
        Il est agréable de manquer à quelqu'un ; pas d'être compté.
    Example
        Bad (en): It's been 12 days since you visited us.
        Good (en): It's been a while. The blue is back.
        Bad (fr): On ne t'a pas vu depuis 12 jours et 3 heures.
        Good (fr): Ça fait longtemps. Le bleu est revenu.
    Source
        Consumer surveys quoted in retailwire.com, 2021-04-27 (Cheetah Digital/Econsultancy), and pitneybowes.com/us/blog/privacy-and-personalization.html,
        read 2026-11-21.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION, FIX[grounds.locale])
