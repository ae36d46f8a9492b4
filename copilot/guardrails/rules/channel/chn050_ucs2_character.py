import unicodedata
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language import gsm7
from copilot.language.words import both
from copilot.records import Fix

MESSAGE = both(
    "'{char}' is outside the SMS alphabet: the whole message goes in Unicode, 70 characters a part instead of 160.",
    "« {char} » n'est pas dans l'alphabet SMS : tout le message part en Unicode, 70 signes par partie au lieu de 160.",
)
SIMPLE = both("Put '{plain}'.", "Mettez « {plain} ».")
OTHERWISE = both("Choose another word, or pay for the sign.", "Choisissez un autre mot, ou payez le signe.")


@rule("CHN050", "ucs2-character", level="scoring", last_reviewed="2026-11-22", channels=("sms",))
def ucs2_character(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A character that makes an SMS dear.

    What it does
        Finds what is not in the GSM 7-bit alphabet. Signs with a plain twin (’ … « » “ ” – œ, non-breaking spaces) get a safe fix; for ç ê ô and the like the
        unaccented letter is only shown, since another word is better than a wrong spelling. à é è ù É € pass.
    Why
        One such sign more than halves what a part holds: the same words are billed twice.
    En français
        Signe qui renchérit le SMS
        Un seul suffit à plus que diviser par deux ce que contient une partie : les mêmes mots sont facturés deux fois.
    Example
        Bad (en, sms.text): Your zip’s mended. Come by.
        Good (en, sms.text): Your zip's mended. Come by, it's £18.
        Bad (fr, sms.text): Ça y est, c’est prêt…
        Good (fr, sms.text): La veste est réparée, à 18 €. Viens avant l'été.
    Source
        3GPP TS 23.038, GSM 7-bit alphabet, https://www.unicode.org/Public/MAPPINGS/ETSI/GSM0338.TXT, read 2026-11-21.
    """
    source = text.prose.text
    for index in gsm7.outside(source):
        char = source[index]
        if text.prose.is_protected(index, index + 1):
            continue
        plain = gsm7.PLAIN.get(char)
        if plain is not None:
            yield Hit(index, index + 1, MESSAGE.fill(char=char), SIMPLE.fill(plain=plain), Fix(replacement=plain, safety="safe"))
            continue
        bare = unicodedata.normalize("NFD", char)[0]
        fix = Fix(replacement=bare, safety="display") if bare != char and bare in gsm7.ALPHABET else None
        yield Hit(index, index + 1, MESSAGE.fill(char=char), OTHERWISE, fix)
