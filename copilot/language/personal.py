"""Personal data in text: e-mail addresses, phone numbers, French social security numbers, IBANs, bank cards.

Patterns find candidates, checksums decide. Used by the rules of family PRV and by the masking of every model call.
Sources: NIR key = 97 - (13-digit body mod 97), Corsica 2A -> 19, 2B -> 18 (INSEE); IBAN mod 97 = 1 (ISO 13616); Luhn (ISO/IEC 7812-1).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["email", "phone", "nir", "iban", "card", "address"]


@dataclass(frozen=True)
class Personal:
    """A piece of personal data at start..end of a text."""

    kind: Kind
    start: int
    end: int
    text: str


_GAP = r"[\s.\u00a0\u202f-]?"
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("email", re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")),
    ("iban", re.compile(rf"\b[A-Z]{{2}}\d{{2}}(?:{_GAP}[A-Z0-9]{{4}}){{2,7}}(?:{_GAP}[A-Z0-9]{{1,4}})?\b")),
    (
        "nir",
        re.compile(
            rf"(?<!\d)[12378]{_GAP}\d{{2}}{_GAP}(?:0[1-9]|1[0-2]|[2-9]\d){_GAP}(?:\d{{2}}|2[AB]){_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{2}}(?!\d)"
        ),
    ),
    ("card", re.compile(r"(?<!\d)[3-6]\d{3}(?:[ \u00a0\u202f-]?\d{4}){2}[ \u00a0\u202f-]?\d{1,7}(?!\d)|(?<!\d)3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?!\d)")),
    ("phone", re.compile(rf"(?<![\d+])(?:(?:\+|00)33{_GAP}(?:\(0\){_GAP})?|0)[1-9](?:{_GAP}\d{{2}}){{4}}(?!\d)")),
    ("phone", re.compile(r"(?<![\d+])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|0)(?:7\d{3}[\s-]?\d{6}|[12]\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4})(?!\d)")),
    ("phone", re.compile(r"(?<![\d+])(?:\+?1[\s.-])?\(?[2-9]\d{2}\)?[\s.-][2-9]\d{2}[\s.-]\d{4}(?!\d)")),
    ("phone", re.compile(r"(?<![\d+])\+[1-9]\d{0,2}(?:[\s.-]?\(?\d{2,4}\)?){2,5}(?!\d)")),
    (
        "address",
        re.compile(
            r"\b\d{1,4}(?:\s?(?:bis|ter|quater))?,?\s+(?:rue|avenue|av\.|boulevard|bd|chemin|impasse|allée|place|quai|route|cours|square)\s"
            r"[^,\n;.!?]{2,60}[,\s]{1,3}(?:0[1-9]|[1-8]\d|9[0-8])\d{3}\s+[A-ZÀ-Ý][\w' -]{1,40}",
            re.IGNORECASE,
        ),
    ),
)


def is_iban(text: str) -> bool:
    """Whether the letters and digits of `text` form an IBAN with a right check (mod 97 = 1)."""
    code = re.sub(r"[^A-Z0-9]", "", text.upper())
    if not 15 <= len(code) <= 34 or (code.startswith("FR") and len(code) != 27):
        return False
    return int("".join(str(int(char, 36)) for char in code[4:] + code[:4])) % 97 == 1


def is_nir(text: str) -> bool:
    """Whether `text` is a French social security number with a right key."""
    code = re.sub(r"[^0-9AB]", "", text.upper())
    if len(code) != 15:
        return False
    body = int(code[:13].replace("2A", "19").replace("2B", "18"))
    return int(code[13:]) == 97 - body % 97


def is_card(text: str) -> bool:
    """Whether the digits of `text` are 13-19, have an issuer's prefix and pass Luhn."""
    digits = [int(char) for char in text if char.isdigit()]
    if not 13 <= len(digits) <= 19 or digits[0] not in (3, 4, 5, 6):
        return False
    total = sum(digits[-1::-2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return total % 10 == 0


_VALID = {"iban": is_iban, "nir": is_nir, "card": is_card}


def find_personal(text: str) -> list[Personal]:
    """Personal data in `text`, left to right, never overlapping; the earlier kind in the list above wins (IBAN before phone)."""
    found: list[Personal] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if kind in _VALID and not _VALID[kind](match.group()):
                continue
            if any(start < other.end and other.start < end for other in found):
                continue
            found.append(Personal(kind, start, end, match.group()))
    return sorted(found, key=lambda item: item.start)
