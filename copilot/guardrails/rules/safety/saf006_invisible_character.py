import re
import unicodedata
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

HIDDEN = re.compile("[\u200b\u200c\u200d\u2060-\u2064\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\u180e\u115f\u1160\u3164\uffa0\U000e0000-\U000e007f]+")
PADDING = re.compile("(?:[\u200b\u200c\u200d\u034f\u00ad\ufeff\u2007\u00a0\u200e ]){8,}$")
MESSAGE = both("An invisible character: {name}.", "Un caractère invisible : {name}.")
SUGGESTION = both("Take it out; the automatic fix does.", "Retirez-le ; la correction automatique le fait.")


@rule("SAF006", "invisible-character", level="blocking", last_reviewed="2026-11-22")
def invisible_character(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An invisible character.

    What it does
        Finds zero-width characters, direction marks and tag characters. Those that join emoji or draw flags pass, and so does the padding at the end of a
        preheader and a soft hyphen inside a word.
    Why
        They come with pasted text, break searches and counts, and can hide orders to a model.
    En français
        Caractère invisible
        Ils arrivent avec les collages, cassent recherches et comptes, et peuvent cacher des ordres à un modèle.
    Example
        Bad (en): Warm​ wool.
        Good (en): Warm wool.
        Bad (fr): Laine​ chaude.
        Good (fr): Laine chaude.
    Source
        Unicode Standard, chapter 23 (format characters), general practice; hidden orders: Greshake et al. 2023, https://arxiv.org/abs/2302.12173; own list,
        noted 2026-11-22.
    """
    value = text.prose.text
    if value.isascii():
        return
    padding = PADDING.search(value) if text.spec is not None and text.spec.name == "preheader" else None
    for match in HIDDEN.finditer(value):
        start, end = match.span()
        before, after = value[start - 1 : start], value[end : end + 1]
        joins = match.group() == "\u200d" and before and after and all(unicodedata.category(char) in ("So", "Mn", "Sk") for char in (before, after))
        flag = value[max(0, start - 1) : start] == "\U0001f3f4" and match.group()[0] >= "\U000e0000"
        if not joins and not flag and not (padding and start >= padding.start()):
            name = unicodedata.name(match.group()[0], "tag").lower()
            yield Hit(start, end, MESSAGE.fill(name=name), SUGGESTION, Fix(replacement="", safety="safe"))
