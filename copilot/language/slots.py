"""Slots of copy that a table of readers fills: `{{first_name|friend}}`, with a fallback for readers without a value.

A slot that chooses, `{{gender: f=ravie, m=ravi|de bonne humeur}}`, puts words for a value, for agreement in French; wording that needs none is better. Names are those of the
brief's `attributes`. Tags of mailing tools (`{{ contact.PRENOM }}`, `{{ x|default:'y' }}`) are no slots: see `copilot.language.merge_tags`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

_SLOT = re.compile(
    r"\{\{[ \u00a0]?(?P<name>[a-zà-ÿ][a-z0-9à-ÿ_]{0,40})[ \u00a0]?(?::(?P<choices>[^{}|\n]{1,200}))?(?:\|(?P<fallback>(?!\s*default\b)[^{}|\n]{0,120}))?\}\}"
)
NONE, NAME, PREFERENCE, BEHAVIOUR, SENSITIVE = range(5)
"""How near a text comes to its reader: not at all, by name, by what the reader declared, by what the reader did, by what is nobody's business."""
_SENSITIVE = re.compile(
    r"health|sant[ée]|disease|illness|maladi|diagnos|symptom|medic|m[ée]dic|treatment|traitement|pregnan|grossesse|enceinte|disab|handicap|weight|poids|religio|faith|croyance"
    r"|ethnic|race|racial|origine?|nationalit|sexual|orientation|politic|politique|vote|union|syndic|income|revenu|salar|debt|dette|credit|cr[ée]dit|bereave|deuil|divorce|biometr"
    r"|genetic|g[ée]n[ée]t|criminal|p[ée]nal"
)
_NAME = re.compile(
    r"^(?:(?:first|last|full|given|sur|nick)_?name|name|pr[ée]nom|nom|nom_complet|civilit[ée]?|civility|title|titre|salutation|gender|genre|company|soci[ée]t[ée]|pr[ée]nom_nom)$"
)
_PREFERENCE = re.compile(
    r"prefer|pr[ée]f[ée]r|favou?rite?|favori|choice|choix|wish|souhait|size|taille|pointure|colou?r|couleur|language|langue|city|ville|town|shop|store|magasin|boutique|region|r[ée]gion"
    r"|country|pays|interest|int[ée]r[êe]t|member|adh[ée]r|loyalty|fid[ée]lit"
)
KINDS = {"name": NAME, "preference": PREFERENCE, "behaviour": BEHAVIOUR, "sensitive": SENSITIVE}


@dataclass(frozen=True)
class SlotUse:
    """A slot at start..end of a text. `choices`: words for a value, in lower case; `fallback` is None where the slot gives none."""

    start: int
    end: int
    name: str
    fallback: str | None
    choices: tuple[tuple[str, str], ...] = ()


def slots(text: str, declared: Collection[str] = ()) -> list[SlotUse]:
    """The slots of `text`, left to right. One without a fallback, which a tool's tag looks like too, counts only under a `declared` name."""
    found = []
    for match in _SLOT.finditer(text) if "{{" in text else ():
        pairs = tuple(
            (value.strip().lower(), words.strip()) for value, sign, words in (part.partition("=") for part in (match["choices"] or "").split(",")) if sign
        )
        if match["choices"] and not pairs:
            continue
        if match["fallback"] is not None or pairs or match["name"] in declared:
            found.append(SlotUse(*match.span(), match["name"], match["fallback"].strip() if match["fallback"] is not None else None, pairs))
    return found


def nearness(name: str, kind: str | None = None) -> int:
    """How near an attribute comes to the reader, 0-4: as declared, or by its name, which counts as behaviour where it says nothing. A sensitive name stays sensitive."""
    if _SENSITIVE.search(name):
        return SENSITIVE
    if kind is not None:
        return KINDS[kind]
    return NAME if _NAME.search(name) else PREFERENCE if _PREFERENCE.search(name) else BEHAVIOUR
