"""Words that shout. A word in capitals shouts when it is an ordinary word of the language; names, acronyms, codes and sizes do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.language.forms import is_known
from copilot.language.prose import Locale, Prose, Span

_WORD = re.compile(r"(?<![\w@#.&])[A-ZÀ-ÖØ-ÞŒ]+(?![\w@])")
_JOINT = re.compile(r"[ \u00a0\u202f'’-]{1,3}")
SPACED = re.compile(r"(?<![\w.])(?:[A-ZÀ-Ý]\.){3,}[A-ZÀ-Ý]\.?(?!\w)|(?<![\w])(?:[A-ZÀ-Ý] ){3,}[A-ZÀ-Ý](?!\w)")
"""Letters kept apart to be seen: F.R.E.E., S O L D E S."""
_CODE_BEFORE = re.compile(r"\b(?:code(?: (?:promo|avantage|réduction|remise))?|coupon|voucher|promo code)(?: ?:)? ?[\"'«“]? ?$", re.IGNORECASE)
_ACRONYMS = frozenset(
    str.split("""aids asap bogo ceps cats diy dvd eur faq fifa gifs gore gps hec hlm html http https ikea imax inox insee ipad isbn jpeg laser lego leds nasa nato nike nhs
    oled otan pdfs qled radar raid rgpd scuba sims siret smic smur ssid suvs swat unesco unicef uefa vips vpns wifi yoga zips stop usa tv saas json bios esse pmes tpes""")
)
"""Acronyms and names that the dictionary lists as words; STOP closes an SMS."""
_UNACCENTED_FR = frozenset(
    str.split("""qualite qualites exclusivite nouveaute nouveautes depechez epuise epuises derniere dernieres decouvrez economisez economies reduction reductions
    securite beaute sante special speciale speciales immediat immediate gratuite evenement prefere preferes preferee reserve reservez reserves debut fete fetes noel cles premiere
    premieres prets pret cheque livree livre pere mere""")
)
"""French words as they are typed in capitals, without their accents."""
_ALSO = {"en": frozenset({"bogo"}), "fr": frozenset({"promo", "promos", "offerte", "offertes", "ouah", "gratos"}) | _UNACCENTED_FR}


def is_shouted(word: str, locale: Locale) -> bool:
    """Whether a word in capitals of four letters or more is an ordinary word: FREE, GRATUIT, QUALITE."""
    low = word.lower()
    return len(low) >= 4 and (low in _ALSO[locale] or (low not in _ACRONYMS and is_known(low, locale)))


def lowered(prose: Prose, start: int, end: int) -> str:
    """start..end in lower case; what the dictionary does not know keeps its capitals, and so does the beginning of a sentence."""

    def lower(word: re.Match[str]) -> str:
        low = word.group().lower()
        return low if low not in _ACRONYMS and (is_known(low, prose.locale) or low in _ALSO[prose.locale]) else word.group()

    piece = re.sub(r"[A-ZÀ-ÖØ-ÞŒ]+", lower, prose.text[start:end])
    before = prose.text[:start].rstrip(" \"'«“")
    return piece[:1].upper() + piece[1:] if not before or before[-1] in ".!?…:\n" else piece


def shouted(prose: Prose, grounds: Grounds) -> Iterator[Span]:
    """Runs of capitals that hold an ordinary word of four letters or more, left to right. Own names, codes, tags and addresses pass."""
    text, own = prose.text, grounds.house.names if grounds.house else frozenset()
    run: list[re.Match[str]] = []
    for match in (*_WORD.finditer(text), None):
        if run and (match is None or not _JOINT.fullmatch(text, run[-1].end(), match.start())):
            start, end = run[0].start(), run[-1].end()
            loud = any(is_shouted(word.group(), prose.locale) and word.group().lower() not in own for word in run)
            if loud and not prose.is_protected(start, end) and not _CODE_BEFORE.search(text, max(0, start - 24), start):
                yield start, end
            run = []
        if match is not None:
            run.append(match)
