import re
import unicodedata
from collections.abc import Iterator

from copilot.guardrails.checks.emoji import SIGN
from copilot.guardrails.checks.places import SEARCH
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

FANCY = re.compile("[\U0001d400-\U0001d7ff\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\uff65-\uff9f]+|(?<![cdkm])[⁰¹²³⁴-⁹ⁿᵃ-ᶿ]+", re.IGNORECASE)
"""Letters drawn to look bold or round, superscripts that are no unit, single-byte katakana."""
MESSAGE = both(
    "'{sign}': search ads take no emoji, bullet or fancy letter.", "« {sign} » : une annonce de recherche n'accepte ni émoji, ni puce, ni lettre fantaisie."
)
SUGGESTION = both("Say it in words.", "Dites-le en mots.")


@rule("CHN014", "emoji-in-search-ad", level="blocking", last_reviewed="2026-11-22", channels=SEARCH)
def emoji_in_search_ad(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An emoji, bullet or fancy letter in a search ad.

    What it does
        Finds emoji, bullets, arrows, stars, letters from mathematical alphabets (𝐛𝐨𝐥𝐝), superscripts that are no unit and single-byte katakana. m², ™ and
        ® pass. The fix takes the sign off, or puts the plain letter.
    Why
        They are invalid characters for Google: the text is refused on import.
    En français
        Émoji, puce ou lettre fantaisie dans une annonce
        Ce sont des caractères invalides pour Google : le texte est refusé à l'import.
    Example
        Bad (en, google_rsa.headline): Waxed jackets 🧥 mended
        Good (en, google_rsa.headline): Waxed jackets™, 2 m²
        Bad (fr, google_rsa.description): ► Laine bouillie ► Semelle de cuir
        Good (fr, google_rsa.description): Laine bouillie, semelle de cuir, 25 °C dedans.
    Source
        Google Ads, Editorial: Punctuation and symbols, https://support.google.com/adspolicy/answer/14847994, read 2026-11-21.
    """
    source = text.prose.text
    for match in SIGN.finditer(source):
        start, end = match.span()
        if source[end : end + 1] == " " and (not source[:start] or source[start - 1] == " "):
            end += 1
        elif start and end == len(source) and source[start - 1] == " ":
            start -= 1
        yield Hit(start, end, MESSAGE.fill(sign=match.group()), SUGGESTION, Fix(replacement="", safety="safe"))
    for match in FANCY.finditer(source):
        plain = unicodedata.normalize("NFKC", match.group())
        yield Hit(match.start(), match.end(), MESSAGE.fill(sign=match.group()), SUGGESTION, Fix(replacement=plain, safety="safe"))
