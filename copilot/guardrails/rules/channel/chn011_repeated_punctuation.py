import re
from collections.abc import Iterator

from copilot.guardrails.checks.places import GOOGLE, SEARCH
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

REPEATED = re.compile(r"[!?](?:[ \u00a0\u202f]?[!?])+|(?<!\.)\.\.(?!\.)|,{2,}|;{2,}|:{2,}|(?<!-)-{2,}|([€$£#~=+^&])\1+|(?<![\d*])\*{2,}|(?<=\*)\*{5,}")
HOTEL = re.compile(r"(?:h[oô]tels?|stars?|étoiles?|restaurants?|resorts?|classé[es]*|rated) ?$", re.IGNORECASE)
MESSAGE = both("Repeated punctuation: search platforms refuse it.", "Ponctuation répétée : les régies de recherche la refusent.")
SUGGESTION = both("One is enough.", "Une seule suffit.")


@rule("CHN011", "repeated-punctuation", level="blocking", last_reviewed="2026-11-22", channels=SEARCH)
def repeated_punctuation(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Repeated punctuation in a search ad.

    What it does
        Finds signs that stand twice or more in a row (`!!`, `?!`, `€€€`, `--`) in ads of Google and Microsoft. Star ratings (hôtel ****) pass. Three dots are
        CHN019's; an exclamation mark in a Google headline is CHN010's.
    Why
        "Symbols repeated consecutively" head the list of what Google's editorial policy does not allow; the ad is refused.
    En français
        Ponctuation répétée dans une annonce
        Les signes répétés ouvrent la liste de ce que la politique éditoriale de Google refuse.
    Example
        Bad (en, google_rsa.description): Waxed jackets, mended for life!! Post yours today.
        Good (en, google_rsa.description): Waxed jackets, mended for life! Post yours today.
        Good (en, google_rsa.description): A 5*** hotel? No, a workshop with a kettle.
        Bad (fr, google_rsa.description): Envie de chaleur ??? Des pantoufles en laine, 49 €.
        Good (fr, google_rsa.description): Envie de chaleur ? Des pantoufles en laine, 49 €.
    Source
        Google Ads, Editorial: Punctuation and symbols, https://support.google.com/adspolicy/answer/14847994, read 2026-11-21.
    """
    headline = text.spec is not None and text.spec.name in ("headline", "long_headline") and grounds.channel is not None and grounds.channel.name in GOOGLE
    for match in REPEATED.finditer(text.prose.text):
        found = match.group()
        if text.prose.is_protected(*match.span()) or (headline and set(found) <= set("! \u00a0\u202f")):
            continue
        if found[0] == "*" and HOTEL.search(text.prose.text, max(0, match.start() - 14), match.start()):
            continue
        yield Hit(match.start(), match.end(), MESSAGE, SUGGESTION, Fix(replacement="?" if "?" in found else "" if found[0] == "*" else found[0], safety="safe"))
