import re
from collections.abc import Iterator

from copilot.guardrails.checks.capitals import SPACED, is_shouted, lowered, shouted
from copilot.guardrails.checks.places import SEARCH
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

WAVES = re.compile(r"(?<!\w)[A-Za-z]?(?:[a-z][A-Z]){3,}[a-z]?(?!\w)")
MESSAGE = both("Words in capitals: search platforms refuse them.", "Mots en capitales : les régies de recherche les refusent.")
SUGGESTION = both(
    "Write it in lower case. A name of yours in capitals goes under `names` in voice.yaml.",
    "Écrivez en minuscules. Un nom à vous, en capitales, va sous `names` dans voice.yaml.",
)


@rule("CHN012", "shouting-capitals", level="blocking", last_reviewed="2026-11-22", channels=SEARCH)
def shouting_capitals(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Words in capitals in a search ad.

    What it does
        Finds ordinary words of four letters or more in capitals, runs of them, letters kept apart (F.R.E.E) and waves (FlOwErS). Acronyms, codes and the
        brand's own names pass: what the dictionary does not know is taken for a name.
    Why
        Gimmicky capitals are refused by Google and Microsoft alike.
    En français
        Mots en capitales dans une annonce
        Google et Microsoft refusent les capitales employées pour crier.
    Example
        Bad (en, google_rsa.headline): FREE zips this week
        Good (en, google_rsa.headline): A jacket for NASA or the NHS
        Good (en, google_rsa.headline): 10% off with code WINTER
        Bad (fr, google_rsa.headline): LIVRAISON GRATUITE
        Good (fr, google_rsa.headline): Loin de la SNCF et du RER
    Source
        Google Ads, Editorial: Punctuation and symbols, https://support.google.com/adspolicy/answer/14847994, read 2026-11-21; Editorial standards (older page),
        https://support.google.com/adwordspolicy/answer/176095, read 2026-11-21.
    """
    prose = text.prose
    for start, end in shouted(prose, grounds):
        yield Hit(start, end, MESSAGE, SUGGESTION, Fix(replacement=lowered(prose, start, end), safety="unsafe"))
    for pattern in (SPACED, WAVES):
        for match in pattern.finditer(prose.text):
            word = re.sub(r"[. ]", "", match.group())
            if is_shouted(word.upper(), prose.locale) and not prose.is_protected(*match.span()):
                yield Hit(match.start(), match.end(), MESSAGE, SUGGESTION, Fix(replacement=word.lower(), safety="unsafe"))
