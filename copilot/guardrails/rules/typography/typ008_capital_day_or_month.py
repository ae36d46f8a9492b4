import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

_DAYS = "Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche"
_MONTHS = "Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre"
NAME = re.compile(rf"{_DAYS}|{_MONTHS}")
MONTH = re.compile(
    rf"(?<!\w)(?:\d{{1,2}}|1er) ({_MONTHS})(?![\w-])|\b(?:en|mi-|début|fin|dès|courant|depuis|jusqu'en|jusqu’en|mois de|mois d'|mois d’|de) ?((?!Mars\b)(?:{_MONTHS}))(?= (?:\d{{4}}|prochain|dernier|et|à|ou|on|nous|il|la|le|les)|[,.!?;)]|$)"
)
DAY = re.compile(rf"\b(?:le|du|au|ce|chaque|dès|tous les|jusqu'au|jusqu’au) ({_DAYS})s?(?![\w-])(?! (?:[Gg]ras|[Ss]aint|[Nn]oir|des Cendres))")
FEAST = re.compile(r"(?:14 Juillet|11 Novembre|8 Mai|1er Mai|15 Août|4 Juillet)(?! \d{4})")
MESSAGE = both("Days and months have no capital in French.", "Jours et mois n'ont pas de majuscule en français.")
SUGGESTION = both("Put '{word}'.", "Mettez « {word} ».")


@rule(
    "TYP008",
    "capital-day-or-month",
    level="advice",
    last_reviewed="2026-11-22",
    locales=("fr",),
    anchors={"fr": tuple(word.lower() for word in f"{_DAYS}|{_MONTHS}".split("|"))},
)
def capital_day_or_month(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A day or a month with a capital.

    What it does
        Finds days and months with a capital inside a sentence, after a figure or a small word (3 Mars, le Lundi, en Avril). Feasts (le 14 Juillet), the
        planet, the brand's own names and the beginnings of sentences pass.
    Why
        They are common nouns; the capital is an English habit.
    En français
        Majuscule à un jour ou à un mois
        Ce sont des noms communs ; la majuscule est une habitude anglaise.
    Example
        Bad (fr): L'atelier ferme le Lundi 3 Mars.
        Good (fr): L'atelier ferme le lundi 3 mars.
        Good (fr): Le bal du 14 Juillet. Mars est loin, on ira sur Mars.
    Source
        Abrégé typographique, https://ent.ucolaval.net/production-ecrite/typographie, read 2026-11-22.
    """
    if not NAME.search(text.prose.text):
        return
    own = grounds.house.names if grounds.house else frozenset()
    for pattern in (MONTH, DAY):
        for match in pattern.finditer(text.prose.text):
            start, end = match.span(match.lastindex or 0)
            if text.prose.text[start:end].lower() not in own and not text.prose.is_protected(start, end) and not FEAST.match(text.prose.text, match.start()):
                word = text.prose.text[start:end].lower()
                yield Hit(start, end, MESSAGE, SUGGESTION.fill(word=word), Fix(replacement=word, safety="safe"))
