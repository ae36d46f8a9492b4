import re
from collections.abc import Iterator
from functools import lru_cache

from copilot.guardrails.checks.sentences import opens_sentence
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.forms import is_known
from copilot.language.words import both
from copilot.records import Fix

JOINTS = re.compile(r"[ '&+.-]+|(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")
MESSAGE = both("The brand writes its name '{name}'.", "La marque écrit son nom « {name} ».")
SUGGESTION = both("Write '{name}'.", "Écrivez « {name} ».")


@lru_cache(maxsize=32)
def first_word(name: str) -> str:
    """The first word of `name`, in lower case: without it there is nothing to look for."""
    return next((word.lower() for word in JOINTS.split(name.replace("’", "'")) if word), name)


@lru_cache(maxsize=32)
def spellings(name: str) -> re.Pattern[str]:
    """All ways to run the words of `name` together or apart."""
    words = [word for word in JOINTS.split(name.replace("’", "'")) if word]
    joint = r"(?: ?(?:&|\+|and|et) ?|[ '’.-]?)" if "&" in name or "+" in name else r"[ '’.-]?"
    return re.compile(rf"(?<![\w-]){joint.join(map(re.escape, words))}(?![\w-])", re.IGNORECASE)


@rule("LEX004", "misspelt-brand-name", level="advice", last_reviewed="2026-11-22")
def misspelt_brand_name(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """The brand's name, misspelt.

    What it does
        Looks for the brand's name with other capitals, spaces or hyphens, `and` or « et » for &. Ordinary words in lower case are taken for words; all
        capitals, addresses, hashtags and handles pass.
    Why
        If the house cannot spell its name, who can?
    En français
        Le nom de la marque, mal écrit
        Si la maison n'écrit pas bien son nom, qui le fera ?
    Example
        Bad (en): SaMple makes jackets.
        Good (en): Sample makes jackets, and this is a sample.
        Bad (fr): SaMple coud des vestes.
        Good (fr): Sample coud des vestes.
    Source
        The brand's own voice.yaml, `name`.
    """
    if not grounds.house:
        return
    name, written = grounds.house.guide.voice.name, text.prose.text
    if first_word(name) not in text.prose.scan:
        return
    for match in spellings(name).finditer(written):
        found = match.group()
        capital = any(char.isupper() for char in found[1:]) or (found[0].isupper() and not opens_sentence(text.prose, match.start()))
        words = not capital and all(is_known(word.lower(), grounds.locale) for word in re.findall(r"[^\W\d_]{2,}", found)) and "&" not in found
        if found == name or found.isupper() or words or written[: match.start()].endswith(("#", "@", "/", ".")) or text.prose.is_protected(*match.span()):
            continue
        yield Hit(*match.span(), MESSAGE.fill(name=name), SUGGESTION.fill(name=name), Fix(replacement=name, safety="safe"))
