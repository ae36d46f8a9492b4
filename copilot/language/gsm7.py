"""What a text costs as SMS.

One character outside the GSM 7-bit alphabet sends the whole message in UCS-2, which holds less than half as much. An SMS carries 140 octets: 160
septets or 70 UCS-2 units; a message of several parts gives six octets of each to their header, and a part holds 153 septets or 67 units.
Source: 3GPP TS 23.038 (alphabet) and 23.040 (parts), https://www.unicode.org/Public/MAPPINGS/ETSI/GSM0338.TXT, read 2026-11-21.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

BASIC = frozenset("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà")
"""Characters of one septet."""
EXTENDED = frozenset("\f^{}\\[~]|€")
"""Characters of two septets: an escape and a code."""
ALPHABET = BASIC | EXTENDED

PLAIN = {
    **dict.fromkeys("’‘ʼ´`′", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("–—‐‑−", "-"),
    **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2008\u200a\t", " "),
    "…": "...", "œ": "oe", "Œ": "OE", "•": "-", "·": "-", "×": "x", "\u200b": "", "\ufeff": "", "\u00ad": "",
}  # fmt: skip
"""What says the same inside the alphabet."""

SINGLE = {"gsm7": 160, "ucs2": 70}
PART = {"gsm7": 153, "ucs2": 67}


@dataclass(frozen=True)
class Sms:
    """A text as it is sent. `units` are septets or UCS-2 units; `parts` are the messages that are billed."""

    encoding: Literal["gsm7", "ucs2"]
    units: int
    parts: int

    @property
    def septets(self) -> int:
        """Room taken, in septets: a UCS-2 unit takes 16 bits, a septet 7, so that 70 units fill 160 septets."""
        return self.units if self.encoding == "gsm7" else -(-self.units * 16 // 7)


def outside(text: str) -> list[int]:
    """Where the characters stand that are not in the alphabet."""
    return [index for index, char in enumerate(text) if char not in ALPHABET]


def septets(char: str) -> int:
    """Septets of a character of the alphabet."""
    return 2 if char in EXTENDED else 1


def measure(text: str) -> Sms:
    """How `text` is sent: its encoding, its units and its parts. An escaped or surrogate pair is never split over two parts."""
    composed = unicodedata.normalize("NFC", text)
    encoding: Literal["gsm7", "ucs2"] = "ucs2" if outside(composed) else "gsm7"
    costs = [septets(char) if encoding == "gsm7" else 2 if ord(char) > 0xFFFF else 1 for char in composed]
    units = sum(costs)
    if units <= SINGLE[encoding]:
        return Sms(encoding, units, 1 if units else 0)
    parts, room = 1, PART[encoding]
    for cost in costs:
        if cost > room:
            parts, room = parts + 1, PART[encoding]
        room -= cost
    return Sms(encoding, units, parts)


def split(text: str) -> tuple[str, ...]:
    """`text` in the parts in which it is sent; nothing for an empty text. Composed first, as it is measured."""
    composed = unicodedata.normalize("NFC", text)
    sms = measure(composed)
    if sms.parts <= 1:
        return (composed,) * sms.parts
    parts, room = [""], PART[sms.encoding]
    for char in composed:
        cost = septets(char) if sms.encoding == "gsm7" else 2 if ord(char) > 0xFFFF else 1
        if cost > room:
            parts, room = [*parts, ""], PART[sms.encoding]
        parts[-1] += char
        room -= cost
    return tuple(parts)


def end_of_first(text: str) -> int:
    """How many characters of `text` fit the first message: all of them if it is sent as one."""
    sms = measure(text)
    if sms.parts <= 1:
        return len(text)
    room = PART[sms.encoding]
    for index, char in enumerate(text):
        room -= septets(char) if sms.encoding == "gsm7" else 2 if ord(char) > 0xFFFF else 1
        if room < 0:
            return index
    return len(text)
