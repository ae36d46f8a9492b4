"""Figures in digits and written out."""

from __future__ import annotations

import pytest

from copilot.language.figures import figures
from copilot.language.prose import Locale, Prose


@pytest.mark.parametrize(
    ("locale", "text", "value", "unit", "printed"),
    [
        ("fr", "garantie trois ans", 3, "year", "trois ans"),
        ("fr", "vingt et un jours", 21, "day", "vingt et un jours"),
        ("fr", "soixante et onze kilomètres", 71, "km", "soixante et onze kilomètres"),
        ("fr", "quatre-vingt-dix-neuf euros", 99, "€", "quatre-vingt-dix-neuf euros"),
        ("fr", "deux cent cinquante grammes", 250, "g", "deux cent cinquante grammes"),
        ("fr", "trois mille cinq cents euros", 3500, "€", "trois mille cinq cents euros"),
        ("fr", "vingt pour cent", 20, "%", "vingt pour cent"),
        ("fr", "20 pour cent", 20, "%", "20 pour cent"),
        ("fr", "1 234,50 €", 1234.5, "€", "1 234,50 €"),
        ("en", "ten years", 10, "year", "ten years"),
        ("en", "twenty-five metres", 25, "m", "twenty-five metres"),
        ("en", "a hundred and one days", 101, "day", "hundred and one days"),
        ("en", "two hundred and fifty pounds", 250, "£", "two hundred and fifty pounds"),
        ("en", "twenty per cent", 20, "%", "twenty per cent"),
        ("en", "£1,234.50", 1234.5, "£", "£1,234.50"),
    ],
)
def test_a_figure_has_its_value_and_unit(locale: Locale, text: str, value: float, unit: str, printed: str) -> None:
    """Digits and words give the same figure."""
    (figure,) = figures(Prose(text, locale), words=True)
    assert (figure.value, figure.unit, text[figure.start : figure.end]) == (value, unit, printed)


def test_numbers_in_a_row_are_kept_apart() -> None:
    """A comma or a word between them ends a number."""
    assert [figure.value for figure in figures(Prose("trois, deux ou cinq cents", "fr"), words=True)] == [3, 2, 500]
    assert [figure.value for figure in figures(Prose("three thousand, ten", "en"), words=True)] == [3000, 10]
    assert figures(Prose("un mille-feuille, pour cent raisons", "fr"), words=True) == []
