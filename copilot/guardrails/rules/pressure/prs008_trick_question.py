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
        r"(?:un-?tick|un-?check|deselect|de-select|clear)[^.\n]{0,40}\b(?:if|unless|should)\b[^.\n]{0,40}\b(?:not|don't|rather not|no longer|never"
        r"|prefer not|stop)\b"
        r"|if you (?:do not|don't|would rather not|no longer)\b[^.\n]{0,70}\b(?:un-?tick(?:ed)?|un-?check(?:ed)?|leave\b[^.\n]{0,25}\b(?:unticked|unchecked"
        r"|blank|empty)|do not (?:tick|check)|don't (?:tick|check)|is not (?:checked|ticked)|isn't (?:checked|ticked)|ensure (?:that )?the box is (?:not|un))"
        r"|(?:do not|don't) (?:un-?tick|un-?check|opt out)[^.\n]{0,40}\b(?:not|don't|unless)\b"
        r"|(?:tick|check)(?: this| the)? box[^.\n]{0,30}\bif you (?:do not|don't|would rather not)(?: wish| want)?(?: to)? (?:not|opt out|stop|miss)"
        r"|(?:tick|check)(?: here| this| the)?(?: box)? (?:to not|not to) (?:be excluded|stop|opt out|miss)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"décoch(?:ez|er|e)[^.\n]{0,40}\bsi (?:vous|tu) (?:ne|n')[^.\n]{0,25}\b(?:pas|plus)\b"
        r"|décoch(?:ez|er|e)[^.\n]{0,30}\bpour ne (?:pas|plus) ne (?:pas|plus)"
        r"|(?:coch(?:ez|er|e))[^.\n]{0,40}\bsi (?:vous|tu) (?:ne|n')[^.\n]{0,25}\b(?:pas|plus)\b[^.\n]{0,20}\b(?:ne (?:pas|plus)|refuser|vous opposer"
        r"|t'opposer|vous désinscrire|te désinscrire)"
        r"|ne (?:décochez|décoche|décocher) pas[^.\n]{0,40}\bsi\b"
        r"|ne (?:cochez|coche) pas[^.\n]{0,40}\bsi (?:vous|tu) (?:ne|n')[^.\n]{0,25}\b(?:pas|plus)\b"
        r"|si (?:vous|tu) ne (?:souhait|voul|désir|veux|veut)\w*[^.\n]{0,10} (?:pas|plus)[^.\n]{0,60}\b(?:décoch(?:ez|er|e)|ne (?:cochez|coche) pas|laiss"
        r"(?:ez|e) (?:cette|la) case (?:vide|décochée|non cochée))"
        r"|souhaitez-vous ne (?:pas|plus) (?:ne )?(?:pas|plus)?"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("A box the reader has to read twice.", "Une case qu'il faut lire deux fois.")
SUGGESTION = both("One box, unticked, that says what ticking does: 'Yes, write to me'.", "Une case vide qui dit ce que fait la coche : « Oui, écrivez-moi ».")


@rule("PRS008", "trick-question", level="blocking", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def trick_question(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A consent by double negation.

    What it does
        Finds boxes to untick (or leave unticked) if one does not want something. `Tick to receive our letter` and « Décochez pour ne plus recevoir la lettre
        » pass.
    Why
        A consent that needs puzzling out is none (GDPR art. 4(11) wants it unambiguous).
    En français
        Consentement à double négation
        Un consentement qu'il faut déchiffrer n'en est pas un (le RGPD, art. 4, 11, le veut univoque).
    Example
        Bad (en): Untick this box if you do not wish to hear from us.
        Good (en): Tick this box to hear from us.
        Bad (fr): Décochez cette case si vous ne souhaitez pas ne plus recevoir nos offres.
        Good (fr): Cochez cette case pour recevoir nos lettres.
    Source
        GDPR (EU) 2016/679, art. 4(11), and Consumer Rights Directive 2011/83/EU, art. 22 (general practice, not verified against the text); Mathur et al.
        2019, github.com/aruneshmathur/dark-patterns, and github.com/yamanalab/ec-darkpattern, read 2026-11-21; patterns written here, measured with
        bench/pressure.py.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE, SUGGESTION)
