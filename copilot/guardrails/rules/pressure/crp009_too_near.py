from collections.abc import Iterator, Sequence

from copilot.guardrails.checks.intrusion import LEVELS, signs
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.slots import slots
from copilot.language.words import both
from copilot.records import Fix

MESSAGE = both(
    "This comes near the reader {level} (level {number} of 4); the brand allows {cap}.",
    "Ceci s'approche du lecteur {level} (niveau {number} sur 4) ; la marque admet {cap}.",
)
GENTLER = both("Gentler: say '{words}' to everybody.", "Plus doux : dire « {words} » à tout le monde.")
REWORD = both(
    "Speak of the thing rather than of the reader, or raise `style.max_intrusiveness` in voice.yaml.",
    "Parlez de la chose plutôt que du lecteur, ou relevez `style.max_intrusiveness` dans voice.yaml.",
)


@rule("CRP009", "too-near", level="blocking", last_reviewed="2026-11-22", scope="copy")
def too_near(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """Nearer to the reader than the brand allows.

    What it does
        Where there is a brand and a brief, finds what lies above the brand's `max_intrusiveness`: 0 not personal, 1 by name, 2 a declared preference, 3 what the reader did,
        4 something sensitive. Slots count by their kind or their name; words by what CRP001, CRP002, CRP003, CRP005 and PRV008 find.
    Why
        Being watched repels: ads that show what is known of the reader sell less once the reader notices how it is known.
    En français
        Plus près du lecteur que la marque ne l'admet
        Se sentir observé rebute : une publicité qui montre ce qu'elle sait vend moins dès qu'on comprend d'où elle le sait.
    Example
        Bad (en): Still thinking of {{last_viewed|the boots}}?
        Good (en): The boots are still here.
        Bad (fr): Toujours envie de {{dernier_produit_vu|la veste}} ?
        Good (fr): La veste est toujours là.
    Source
        The scale is our own; what is sensitive: GDPR, https://eur-lex.europa.eu/eli/reg/2016/679/oj, read 2026-11-21, article 9. That being seen to know repels: Kim, Barasz and
        John, "Why Am I Seeing This Ad?", Journal of Consumer Research 45(5), 2019, general reading.
    """
    if grounds.house is None or grounds.brief is None:
        return
    cap = grounds.house.guide.voice.style.max_intrusiveness
    by_key = {text.key: text.prose.text for text in texts}
    for sign in signs(texts, grounds):
        if sign.level <= cap:
            continue
        use = next((use for use in slots(by_key[sign.key], grounds.brief.attributes) if sign.slot and use.start == sign.start), None)
        slot = grounds.brief.attributes.get(sign.slot)
        words = (use.fallback if use else "") or (slot.fallback if slot else "")
        fix = Fix(replacement=words, safety="unsafe") if words else None
        message = MESSAGE.fill(level=LEVELS[sign.level], number=sign.level, cap=cap)
        yield Hit(sign.start, sign.end, message, GENTLER.fill(words=words) if words else REWORD, fix, sign.key)
