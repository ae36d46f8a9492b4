"""What a text costs as SMS."""

from __future__ import annotations

import pytest

from copilot.language import gsm7


def test_alphabet_is_the_standard_one() -> None:
    """127 characters of one septet (the escape is no character) and ten of two."""
    assert len(gsm7.BASIC) == 127
    assert len(gsm7.EXTENDED) == 10


@pytest.mark.parametrize("char", "àéèùìòÇÉäöüñÆæß@£$§")
def test_accents_that_the_alphabet_has(char: str) -> None:
    """French à é è ù É are inside."""
    assert not gsm7.outside(char)


@pytest.mark.parametrize("char", "âêîôûëïÿçœÀÂÈÊËÎÏÔÙÛŒ«»’‘“”–—…°²•\u00a0\u202f🧶")
def test_accents_that_it_lacks(char: str) -> None:
    """French ç ê ô œ and the fine signs are outside."""
    assert gsm7.outside(char) == [0]


@pytest.mark.parametrize(
    ("text", "encoding", "units", "parts"),
    [
        ("", "gsm7", 0, 0),
        ("a" * 160, "gsm7", 160, 1),
        ("a" * 161, "gsm7", 161, 2),
        ("a" * 306, "gsm7", 306, 2),
        ("a" * 307, "gsm7", 307, 3),
        ("€" * 80, "gsm7", 160, 1),
        ("a" * 152 + "€" + "a" * 152, "gsm7", 306, 3),
        ("ê" * 70, "ucs2", 70, 1),
        ("ê" * 71, "ucs2", 71, 2),
        ("🧶" * 35, "ucs2", 70, 1),
        ("🧶" * 67, "ucs2", 134, 3),
        ("e\u0301" * 160, "gsm7", 160, 1),
    ],
)
def test_parts_are_counted_as_operators_bill_them(text: str, encoding: str, units: int, parts: int) -> None:
    """160 or 70 in one SMS, 153 or 67 a part; a pair is never split over two parts."""
    assert gsm7.measure(text) == gsm7.Sms(encoding, units, parts)  # type: ignore[arg-type]  # the table is plain strings


def test_unicode_fills_the_same_octets() -> None:
    """70 units of Unicode fill the room of 160 septets."""
    assert gsm7.measure("ê" * 70).septets == 160


def test_end_of_the_first_message() -> None:
    """A text of one part fits whole; a longer one is cut at 153."""
    assert gsm7.end_of_first("a" * 160) == 160
    assert gsm7.end_of_first("a" * 161) == 153
    assert gsm7.end_of_first("ê" * 71) == 67


def test_plain_signs_are_inside() -> None:
    """What stands in for a fine sign is itself in the alphabet."""
    assert all(not gsm7.outside(plain) for plain in gsm7.PLAIN.values())
    assert all(gsm7.outside(fine) for fine in gsm7.PLAIN if fine != "\t")
