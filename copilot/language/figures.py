"""Figures as copy prints them: `1 234,50 €`, `12.5%`, `trois ans`. Value and unit, so that two ways to print one fact are seen as equal."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copilot.language.prose import Locale, Prose

_UNITS: dict[str, str] = {}
for _unit, _spellings in {
    "€": "€ euro euros eur",
    "$": "$ dollar dollars usd",
    "£": "£ pound pounds gbp",
    "%": "% percent",
    "kg": "kg kilo kilos kilogramme kilogrammes kilogram kilograms",
    "g": "g gramme grammes gram grams",
    "km": "km kilomètre kilomètres kilometre kilometres kilometer kilometers",
    "m": "m mètre mètres metre metres meter meters",
    "cm": "cm centimètre centimètres centimetre centimetres",
    "mm": "mm millimètre millimètres millimetre millimetres",
    "l": "l litre litres liter liters",
    "ml": "ml millilitre millilitres",
    "h": "h heure heures hour hours hrs",
    "min": "min minute minutes mins",
    "day": "jour jours day days",
    "week": "semaine semaines week weeks",
    "month": "mois month months",
    "year": "an ans année années year years",
    "°c": "°c °",
}.items():
    _UNITS |= dict.fromkeys(_spellings.split(), _unit)

_SMALL: dict[Locale, dict[str, float]] = {
    "fr": {
        word: float(value)
        for value, words in {
            2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 8: "huit", 9: "neuf", 10: "dix", 11: "onze", 12: "douze", 13: "treize",
            14: "quatorze", 15: "quinze", 16: "seize",
            17: "dix-sept", 18: "dix-huit", 19: "dix-neuf", 20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante",
            60: "soixante", 80: "quatre-vingts quatre-vingt",
        }.items()
        for word in words.split()
    },
    "en": {
        word: float(value)
        for value, words in {
            2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen",
            14: "fourteen", 15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty",
            60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
        }.items()
        for word in words.split()
    },
}  # fmt: skip
for _tens in ("vingt", "trente", "quarante", "cinquante", "soixante", "quatre-vingt"):
    _base = _SMALL["fr"][_tens]
    _SMALL["fr"] |= {f"{_tens}-{word}": _base + value for word, value in tuple(_SMALL["fr"].items()) if value < (20 if _base in (60, 80) else 10)}
    _SMALL["fr"] |= {f"{_tens}-un": _base + 1, f"{_tens}-et-un": _base + 1, f"{_tens}-et-onze": _base + 11}
for _tens in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"):
    _base = _SMALL["en"][_tens]
    _SMALL["en"] |= {f"{_tens}-{word}": _base + value for word, value in tuple(_SMALL["en"].items()) if value < 10} | {f"{_tens}-one": _base + 1}
_LARGE: dict[Locale, dict[str, float]] = {
    "fr": {"cent": 100.0, "cents": 100.0, "mille": 1000.0, "millier": 1000.0, "milliers": 1000.0, "million": 1e6, "millions": 1e6},
    "en": {"hundred": 100.0, "thousand": 1000.0, "million": 1e6},
}
_ONE_AFTER: dict[Locale, dict[str, float]] = {"fr": {"un": 1.0, "une": 1.0, "onze": 11.0}, "en": {"one": 1.0}}
_DIGITS = re.compile(
    r"(?P<before>[€$£]\s?)?(?P<figure>\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?)(?P<gap>\s?)(?P<unit>%|€|\$|£|°c|°|pour cent|per cent"
    r"|[^\W\d_]{1,12})?"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text. `unit` is normalised (€, %, kg, year ...) or "" where none stands beside it."""

    value: float
    unit: str
    start: int
    end: int

    def agrees(self, other: Figure) -> bool:
        """Whether both may print the same fact: equal values, and equal units where both have one."""
        return self.value == other.value and (not self.unit or not other.unit or self.unit == other.unit)


def value_of(figure: str) -> float:
    """The value of a printed figure: `1 234,50` and `1,234.50` are both 1234.5; `1.234` with three digits after is read as grouped.

    Of several marks the last is the decimal one: `192.168.1` is 192168.1.
    """
    compact = figure.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", compact):
        return float(re.sub(r"[.,]", "", compact))
    decimal = max(compact.rfind(","), compact.rfind("."))
    return float(re.sub(r"[.,]", "", compact[:decimal]) + "." + compact[decimal + 1 :]) if decimal >= 0 else float(compact)


def figures(prose: Prose, words: bool = False) -> list[Figure]:
    """Figures in digits, left to right; with `words`, numbers written out too (two and up).

    A digit glued to letters that are no unit (X4, 3D) is a name, not a figure.
    """
    scan = prose.scan
    found: list[Figure] = []
    if prose.digits:
        for match in _DIGITS.finditer(scan):
            start, end = match.span("figure")
            if start and (scan[start - 1].isalpha() or scan[start - 1] in "-/_#") and not match["before"]:
                continue
            unit, glued = match["unit"] or "", match["unit"] is not None and not match["gap"]
            known = "%" if unit.endswith(" cent") else _UNITS.get(unit, "")
            if glued and not known and unit:
                continue
            if match["before"]:
                known, start = _UNITS[match["before"].strip()], match.start("before")
            found.append(Figure(value_of(match["figure"]), known, start, match.end("unit") if known and not match["before"] else end))
    if words:
        spans, texts, index = prose.word_spans, prose.words, 0
        while index < len(texts):
            value, used = _written(prose, index)
            if used and not (texts[index] == "cent" and index and texts[index - 1] == "pour"):
                after = texts[index + used] if index + used < len(texts) else ""
                unit = "%" if after in ("pour", "per") and texts[index + used + 1 : index + used + 2] == ["cent"] else _UNITS.get(after, "")
                last = index + used - 1 + (2 if unit == "%" and after != "percent" else 1 if unit else 0)
                found.append(Figure(value, unit, spans[index][0], spans[last][1]))
            index += used or 1
    return found


def _written(prose: Prose, index: int) -> tuple[float, int]:
    """Value of the number written out from word `index` on, and how many words it takes; 0 words where none begins there."""
    small, large, one = _SMALL[prose.locale], _LARGE[prose.locale], _ONE_AFTER[prose.locale]
    texts, spans = prose.words, prose.word_spans
    total = current = 0.0
    place = index
    while place < len(texts) and (place == index or prose.scan[spans[place - 1][1] : spans[place][0]] == " "):
        word, after = texts[place], texts[place + 1] if place + 1 < len(texts) else ""
        if word in small and (current % 100 == 0 or (current % 10 == 0 and small[word] < 10)):
            current += small[word]
        elif word in large and not (word in ("million", "millions") and place == index):
            current = max(current, 1) * large[word]
            if large[word] > 100:
                total, current = total + current, 0.0
        elif place > index and word in ("et", "and") and after in one and (word == "et" or total + current >= 100):
            current += one[after]
            place += 1
        elif not (place > index and word == "and" and total + current >= 100 and after in small):
            break
        place += 1
    return total + current, place - index
