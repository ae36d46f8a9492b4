import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:you(?:'ve| have) (?:just )?won(?! (?:an? (?:hour|minute|friend|argument|fan|customer)|back|over|time|points?|\d+ points|your|the (?:match"
        r"|argument|right|day)|us|me|our hearts)\b)\b"
        r"|you(?:'ve| have) been (?:specially |personally |randomly )?(?:selected|chosen|picked|drawn)\b"
        r"|you(?:'re| are) (?:our |the |a |one of our )(?:lucky )?winners?\b|claim your (?:free )?(?:prize|reward|gift|winnings|voucher)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:vous avez|tu as|t'as) (?:gagné|remporté)(?! (?:du temps|de la place|une heure|une minute|en |\d+ points?|des points|la partie|le droit"
        r"|un ami"
        r"|ma confiance|notre|mon|le match|de l'argent|son|sa|votre|ta|ton|contre|\d+ heures))\b"
        r"|(?:vous avez été|tu as été|vous êtes|tu es) (?:spécialement |personnellement )?(?:sélectionnée?s?|tirée? au sort|choisie?s? (?:pour (?:recevoir"
        r"|gagner)|au hasard|parmi))\b"
        r"|(?:vous êtes|tu es) (?:notre |l'|le |la |un de nos )(?:grande? |heureuse? |heureux )?gagnante?\b"
        r"|(?:réclame|récupère|retire)[zr]? (?:votre|ton|vite votre|vite ton) (?:cadeau|prix|lot|gain|récompense|bon)\b"
        r"|félicitations ?[!,:] (?:vous avez|tu as|vous êtes|tu es) (?:gagné|remporté|sélectionné|élu|l'))"
    ),
}  # fmt: skip
MESSAGE = both("'{text}': is there a prize, and is it really this reader's?", "« {text} » : y a-t-il un lot, et est-il vraiment à ce lecteur ?")
SUGGESTION = both(
    "Say that a draw is open, link to its rules, and congratulate only the winner.",
    "Dites qu'un tirage est ouvert, renvoyez au règlement, et ne félicitez que le gagnant.",
)


@rule("LAW033", "prize-announcement", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def prize_announcement(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """You have won.

    What it does
        Finds readers told that they have won or been chosen, or to claim a prize. Points, time, comfort and a match won pass, as does what the brief or a
        claim in force states.
    Why
        To announce a prize that is not there, or that must be paid for, is a banned practice; it is also how phishing begins.
    En français
        Vous avez gagné
        Annoncer un lot qui n'existe pas, ou qu'il faut payer, est une pratique interdite ; c'est aussi le début de l'hameçonnage.
    Example
        Bad (en): Congratulations, you've won a jacket!
        Good (en): You've won an hour of daylight.
        Bad (fr): Félicitations, vous avez gagné une veste !
        Good (fr): Vous avez gagné une heure de jour.
    Source
        Directive 2005/29/EC, annex I, points 19 and 31 (numbers not verified against the text), https://eur-lex.europa.eu/eli/dir/2005/29/oj, read
        2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
