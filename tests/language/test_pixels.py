"""How wide a line is on a results page."""

from __future__ import annotations

import pytest

from copilot.language.pixels import DESCRIPTION_PX, TITLE_PX, fitting, width


@pytest.mark.parametrize(
    ("text", "pixels"),
    [("i", 4.44), ("W", 18.88), ("0123456789", 111.2), ("é", 11.12), ("À", 13.34), ("ç", 10.0), ("…", 20.0), ("’", 4.44), (" ", 5.56), ("", 0.0), ("修", 20.0)],
)
def test_letters_have_the_widths_of_arial(text: str, pixels: float) -> None:
    """Advance widths at 20 pixels; an accent adds nothing, a wide character is a square."""
    assert width(text, TITLE_PX) == pytest.approx(pixels)


def test_width_goes_with_the_size() -> None:
    """Fourteen pixels are seven tenths of twenty."""
    assert width("Laine", DESCRIPTION_PX) == pytest.approx(0.7 * width("Laine", TITLE_PX))


def test_accents_do_not_count_twice() -> None:
    """A decomposed letter is as wide as a composed one."""
    assert width("e\u0301te\u0301") == width("été")


def test_ordinary_lines_have_ordinary_widths() -> None:
    """Some 9 pixels a character in English and in French, as practitioners measure."""
    english = "Waxed jackets mended in Hexham since 1911, in eight days"
    french = "Pantoufles en laine bouillie de Creuse, cousues à la main"
    assert 8 < width(english) / len(english) < 10
    assert 8 < width(french) / len(french) < 10


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (18.8, 0), (18.9, 1), (37.8, 2), (1000, 3)])
def test_fitting_counts_whole_characters(limit: float, count: int) -> None:
    """A character that sticks out does not fit."""
    assert fitting("WWW", limit) == count
