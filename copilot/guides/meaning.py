"""What no schema can judge in the files of a brand folder: patterns, ids, figures, bands.

Data come as they stand in the file, which may have other faults, so that one kind of fault hides no other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import regex

from copilot.errors import Fault
from copilot.guides.yamlfile import Loc
from copilot.language.words import Words, both
from copilot.records import LOCALES, Bands, StandingLines

Lines = Mapping[Loc, int]
_Problem = tuple[Loc, Words, Words]
"""Where it is in the data, what is wrong, how to mend it."""


def faults(name: str, data: Any, lines: Lines) -> list[Fault]:
    """The faults in the meaning of the file called `name`, each with its line."""
    judge = _JUDGES.get(name)
    found = judge(data, lines) if judge and isinstance(data, dict) else ()
    return [Fault(file=name, line=lines.get(loc), what=what, mend=mend) for loc, what, mend in found]


def _voice(data: dict[str, Any], lines: Lines) -> Iterator[_Problem]:
    for index, quirk in _entries(data.get("quirks")):
        if isinstance(pattern := quirk.get("pattern"), str):
            try:
                re.compile(pattern)
            except re.error as error:
                what = both("the pattern of quirk '{name}' is not a regular expression ({error})", "le motif de « {name} » n'est pas une expression régulière ({error})")  # fmt: skip
                mend = both("mend the pattern or leave it out", "corrigez le motif ou omettez-le")
                yield ("quirks", index, "pattern"), what.fill(name=quirk.get("name", index), error=error.msg), mend
    for index, own in _entries(data.get("private_patterns")):
        if isinstance(pattern := own.get("pattern"), str) and pattern.strip() and (wrong := _unfit(pattern.strip())):
            what = both("the private pattern '{name}' {wrong}", "le motif privé « {name} » {wrong}").fill(name=own.get("name", index), wrong=wrong)
            mend = both("mend it: what it matches never leaves", "corrigez-le : ce qu'il reconnaît ne sort jamais")
            yield ("private_patterns", index, "pattern"), what, mend
    bands = data.get("bands")
    for name in Bands.model_fields:
        match bands.get(name) if isinstance(bands, dict) else None:
            case [int() | float() as low, int() | float() as high] if low > high:
                what = both("the band of {name} begins at {low} and ends at {high}", "la plage de {name} commence à {low} et finit à {high}")
                mend = both("write the lowest value first: [{high}, {low}]", "écrivez la plus petite valeur d'abord : [{high}, {low}]")
                yield ("bands", name), what.fill(name=name, low=low, high=high), mend.fill(low=low, high=high)


def _unfit(pattern: str) -> Words | None:
    """Why a private pattern is none: it is no regular expression, or it matches nothing at all everywhere."""
    try:
        return both("matches the empty text", "correspond au texte vide") if regex.compile(pattern).match("") else None
    except regex.error as error:
        return both(f"is not a regular expression ({error})", f"n'est pas une expression régulière ({error})")


def _claims(data: dict[str, Any], lines: Lines) -> Iterator[_Problem]:
    first: dict[str, int | None] = {}
    for index, claim in _entries(data.get("claims")):
        loc: Loc = ("claims", index, "id")
        id_ = str(claim.get("id") or "").strip()
        if id_ in first:
            what = both("the id '{id}' stands in line {line} already", "l'id « {id} » figure déjà ligne {line}").fill(id=id_, line=first[id_])
            yield loc, what, both("give each its own id", "donnez à chacun son id")
        elif id_:
            first[id_] = lines.get(loc)


def _standing(data: dict[str, Any], lines: Lines) -> Iterator[_Problem]:
    """A line for any product states no figure and knows one slot."""
    for locale in LOCALES:
        places = data.get(locale)
        for place in StandingLines.model_fields:
            told = places.get(place) if isinstance(places, dict) else None
            for index, line in enumerate(told if isinstance(told, list) else ()):
                text, loc = str(line), (locale, place, index)
                if re.search(r"\d", text):
                    what = both("'{line}' states a figure", "« {line} » donne un chiffre").fill(line=text)
                    yield loc, what, both("a line for any product holds none: make it a claim", "une ligne valable pour tout produit n'en a pas : faites-en une allégation")  # fmt: skip
                if re.search(r"[{}]", text.replace("{product}", "")):
                    what = both("'{line}' has an unknown slot", "« {line} » a un emplacement inconnu").fill(line=text)
                    yield loc, what, Words("{product} is the only one", "{product} est le seul")


def _entries(value: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """The entries of a list that are keys and values, with their places."""
    yield from ((index, entry) for index, entry in enumerate(value if isinstance(value, list) else ()) if isinstance(entry, dict))


_JUDGES: dict[str, Callable[[dict[str, Any], Lines], Iterator[_Problem]]] = {"voice.yaml": _voice, "claims.yaml": _claims, "lines.yaml": _standing}
