import re
from collections.abc import Iterator

from copilot.guardrails.checks.places import SOCIAL
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.forms import is_known
from copilot.language.prose import Locale
from copilot.language.words import both
from copilot.records import Fix

TAG = re.compile(r"(?<![\w&])#([^\W\d_]{10,40})(?!\w)")
SMALL = {
    "en": frozenset(str.split("a the of in on to my we our is it for and by at")),
    "fr": frozenset(str.split("à de du des la le les un une en et au aux nos ma mon se")),
}
ENDS = frozenset(str.split("ment ments able ables age ages eur eurs ing ings ness less ful ship ships hood ism isme"))
"""Ends of words that are words themselves."""
MESSAGE = both("Screen readers say '{tag}' as one word.", "Un lecteur d'écran lit « {tag} » d'un seul mot.")
SUGGESTION = both("Give each word its capital.", "Donnez sa capitale à chaque mot.")


@rule("CHN033", "hashtag-in-lower-case", level="advice", last_reviewed="2026-11-22", channels=SOCIAL)
def hashtag_in_lower_case(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A hashtag of several words in lower case.

    What it does
        Finds hashtags of ten letters or more, all in lower case, that fall into two words of the dictionary or more. One long word (#bibliothèque) passes.
    Why
        Capitals tell a screen reader, and a hurried eye, where a word begins.
    En français
        Mot-dièse de plusieurs mots tout en minuscules
        Les capitales disent au lecteur d'écran, et à l'œil pressé, où commence chaque mot.
    Example
        Bad (en, meta_ad.primary_text): Post us your zip. #mendyourjacket
        Good (en, meta_ad.primary_text): Post us your zip. #MendYourJacket #secondhand
        Bad (fr, meta_ad.primary_text): On recoud tout. #vestedetravail
        Good (fr, meta_ad.primary_text): On recoud tout. #VesteDeTravail #raccommodage
    Source
        University of Michigan, Accessibility: Hashtags, https://accessibility.engin.umich.edu/hashtags/, read 2026-11-22.
    """
    for match in TAG.finditer(text.prose.text):
        tag = match.group(1)
        if tag.islower() and not is_known(tag, grounds.locale):
            words = _split(tag, grounds.locale)
            if len(words) > 1 and not ENDS.intersection(words[1:]):
                fixed = "".join(word[:1].upper() + word[1:] for word in words)
                yield Hit(match.start(), match.end(), MESSAGE.fill(tag=match.group()), SUGGESTION, Fix(replacement="#" + fixed, safety="unsafe"))


def _split(tag: str, locale: Locale) -> list[str]:
    """The fewest words of the dictionary that make up `tag`; none if it does not fall into words."""
    best: list[list[str] | None] = [[]] + [None] * len(tag)
    for end in range(1, len(tag) + 1):
        for start in range(max(0, end - 20), end):
            known, word = best[start], tag[start:end]
            if known is not None and (word in SMALL[locale] or (len(word) > 2 and is_known(word, locale))):
                made = [*known, word]
                shorter = best[end]
                if shorter is None or len(made) < len(shorter):
                    best[end] = made
    return best[-1] or []
