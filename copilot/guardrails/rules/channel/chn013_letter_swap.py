import re
from collections.abc import Iterator

from copilot.guardrails.checks.places import SEARCH
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.forms import is_known
from copilot.language.words import both
from copilot.records import Fix

TOKEN = re.compile(r"(?<![\w@#.-])[\w$€£]*[^\W\d_][\w@$€£!]*[^\W_]")
SWAPPED = re.compile(r"[@$€£]|[013457](?=[^\W\d_])|(?<=[^\W\d_])[013457!]{1,2}(?=[^\W\d_])|(?<=[^\W\d_])[013457]{2}$")
LETTERS = (str.maketrans("@$€£013457!", "aseloieasti"), str.maketrans("@$€£013457!", "oseloleasti"))
COUNTED = re.compile(r"\d+(?:am|pm|st|nd|rd|th|er|ers|re|res|e|es|eme|emes|ème|èmes|nde?s?|h)")
"""A figure with what belongs to it: an hour, a rank."""
SPOKEN = {
    "en": re.compile(r"(?<!\w)(?:4 ?(?:sale|u|ever)|(?<!only )4 you|b4|gr8|l8r|m8|2 ?(?:nite|night|morrow|day)|luv|thx|4life)(?!\w)"),
    "fr": re.compile(r"(?<!\w)(?:4 ?ever|koi 2 9|quoi 2 9|2 ouf|[ab]i1|2m1|a2m1|gr@tos|kdos?|1 max|pr toi|2 main)(?!\w)"),
}
MESSAGE = both("A sign stands in for a letter: search platforms refuse it.", "Un signe tient lieu de lettre : les régies de recherche le refusent.")
SUGGESTION = both("Write the word with its letters.", "Écrivez le mot avec ses lettres.")


@rule("CHN013", "letter-swap", level="blocking", last_reviewed="2026-11-22", channels=SEARCH)
def letter_swap(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Signs and figures in place of letters.

    What it does
        Finds words in which a sign or a figure stands for a letter (fl@wers, ca$h, pr0mo) and figures said as words (4 sale, gr8). It speaks where putting the
        letter back gives a word of the dictionary; references (X4, B2B, CO2), prices, units, hours and ranks (10am, 10th, 10e) and the brand's own names pass.
    Why
        Symbols, numbers and letters must keep their meaning in a search ad; the ad is refused.
    En français
        Signe à la place d'une lettre
        Dans une annonce, signes et chiffres gardent leur sens ; sinon elle est refusée.
    Example
        Bad (en, google_rsa.headline): Jackets 4 sale
        Bad (en, google_rsa.headline): Waxed j@ckets for ca$h
        Good (en, google_rsa.headline): The X4 jacket, 4 pockets
        Bad (fr, google_rsa.headline): Ch@ussons en s0lde
        Good (fr, google_rsa.headline): Chaussons, 4 pointures, B2B
    Source
        Google Ads, Editorial: Punctuation and symbols, https://support.google.com/adspolicy/answer/14847994, read 2026-11-21.
    """
    prose = text.prose
    own = grounds.house.names if grounds.house else frozenset()
    for match in SPOKEN[grounds.locale].finditer(prose.scan):
        yield Hit(match.start(), match.end(), MESSAGE, SUGGESTION)
    for match in TOKEN.finditer(prose.scan):
        word = match.group()
        if (
            len(word) < 4
            or word in own
            or COUNTED.fullmatch(word)
            or not SWAPPED.search(word)
            or sum(map(str.isalpha, word)) < 2
            or prose.is_protected(*match.span())
        ):
            continue
        meant = next((plain for table in LETTERS if (plain := word.translate(table)).isalpha() and is_known(plain, grounds.locale)), "")
        if meant:
            yield Hit(match.start(), match.end(), MESSAGE, SUGGESTION, Fix(replacement=meant, safety="display"))
