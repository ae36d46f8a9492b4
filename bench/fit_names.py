"""Write the lists of names that masking ships: `python -m bench.fit_names [--data FOLDER]`; it needs `pip install faker==40.54.0`, which nothing else does.

First names and surnames come from the lists of Faker (MIT) for countries that write in Latin letters. Left out of the lists of names that count by themselves are ordinary
words: all that the English and French dictionaries hold, that a public text writes in lower case, or that is part of the name of a place in Faker's lists. First names that are words are
kept with a `*`: they count only before a surname. What `copilot.language.first_names` has already is not written again.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

from bench import corpora
from copilot.language.first_names import DOUBTFUL, PLAIN
from copilot.language.forms import is_known
from copilot.language.names import DATA, folded

COUNTRIES = [
    "fr_FR",
    "fr_BE",
    "fr_CH",
    "fr_CA",
    "fr_QC",
    "fr_DZ",
    "en_GB",
    "en_IE",
    "en_US",
    "en_IN",
    "en_NG",
    "en_NZ",
    "en_KE",
    "de_DE",
    "de_AT",
    "de_CH",
    "nl_NL",
    "nl_BE",
    "it_IT",
    "es_ES",
    "es_MX",
    "es_AR",
    "pt_PT",
    "pt_BR",
    "pl_PL",
    "cs_CZ",
    "sk_SK",
    "sl_SI",
    "hr_HR",
    "hu_HU",
    "ro_RO",
    "sv_SE",
    "no_NO",
    "da_DK",
    "fi_FI",
    "is_IS",
    "et_EE",
    "lt_LT",
    "lv_LV",
    "ga_IE",
    "tr_TR",
    "yo_NG",
    "ig_NG",
    "ha_NG",
    "tw_GH",
    "az_AZ",
    "id_ID",
    "uz_UZ",
    "zu_ZA",
    "sw",
    "vi_VN",
]
PLACES = ["fr_FR", "en_GB", "en_US", "en_AU", "en_CA", "fr_CH", "de_DE", "it_IT", "es_ES", "nl_NL", "pl_PL", "pt_PT"]
PLACE_LISTS = ("cities", "countries", "states", "regions", "counties", "departments", "cantons", "city_prefixes", "towns")
TEXTS = ("voice_en", "voice_fr", "ai_human_en", "ai_human_fr", "ads")
ELSEWHERE = """
lyon atlanta metz besancon lincoln preston bolton austin thales renault gucci armani versace philips ericsson heinz braun loreal garnier demeter
"""
"""Towns, houses and labels that copy names far more often than persons, and that the lists of places lack."""
SHORTEST_FIRST, SHORTEST_LAST = 3, 4
"""Letters under which a name says too little alone."""


def provider(kind: str, country: str) -> Any:
    """Faker's lists of a kind for a country; an object without lists where it has none."""
    try:
        return importlib.import_module(f"faker.providers.{kind}.{country}").Provider
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("faker.providers."):
            return object()
        raise SystemExit("Faker is not there: pip install faker==40.54.0") from error


def words_of(values: Iterable[Any]) -> set[str]:
    """All words, folded, in lists of names that may be nested or weighted."""
    found: set[str] = set()
    for value in values:
        found |= {folded(word) for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", value)} if isinstance(value, str) else words_of(value)
    return found


def listed(start: str) -> set[str]:
    """Single names, folded, of every list of persons that begins with `start`."""
    found: set[str] = set()
    for country in COUNTRIES:
        lists = provider("person", country)
        for key in dir(lists):
            values = getattr(lists, key)
            if key.startswith(start) and isinstance(values, (tuple, list, dict)):
                found |= {folded(name) for name in values if isinstance(name, str) and re.fullmatch(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]{2,})?", name)}
    return found


def main() -> None:
    """Write both lists and say how long they are."""
    data: Path = corpora.parser(__doc__ or "").parse_args().data
    lower = {folded(word) for name in TEXTS for row in corpora.rows(data, name) for word in re.findall(r"[^\W\d_]+", row.get("text") or "") if word.islower()}
    places = {word for country in PLACES for key in PLACE_LISTS for word in words_of(getattr(provider("address", country), key, None) or ())}

    elsewhere = frozenset(ELSEWHERE.split())

    def is_word(name: str) -> bool:
        return name in lower or name in places or name in elsewhere or is_known(name, "en") or is_known(name, "fr")

    first = listed("first_names") - PLAIN - DOUBTFUL
    last = {name for name in listed("last_names") if len(name) >= SHORTEST_LAST and not is_word(name)}
    head = f"# From the lists of Faker {metadata.version('faker')} (licence in FAKER_LICENSE), folded; written by bench.fit_names.\n"
    firsts = sorted(name + ("*" if is_word(name) or len(name) < SHORTEST_FIRST else "") for name in first)
    (DATA / "first_names.txt").write_text(head + "\n".join(firsts) + "\n", encoding="utf-8")
    (DATA / "surnames.txt").write_text(head + "\n".join(sorted(last)) + "\n", encoding="utf-8")
    print(f"{len(firsts)} first names, {sum(name.endswith('*') for name in firsts)} of them words too; {len(last)} surnames")


if __name__ == "__main__":
    main()
