import re
from collections.abc import Iterator, Sequence

from copilot.channels import field_name
from copilot.guardrails.checks.places import SEARCH
from copilot.guardrails.checks.sameness import content, likeness
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.words import both

ALIKE = 0.6
"""Share of common words from which two texts are one."""
AKIN = 0.3
"""The same for two texts that begin alike."""
WORD = re.compile(r"[^\W_]+")
MESSAGE = both("Nearly the same as '{other}'; the two may be shown side by side.", "Presque le même que « {other} » ; les deux peuvent s'afficher côte à côte.")
SUGGESTION = both("Give it another fact: price, delay, matter, place, proof.", "Donnez-lui un autre fait : prix, délai, matière, lieu, preuve.")


@rule("CHN020", "repeated-headline", level="scoring", last_reviewed="2026-11-22", scope="copy", channels=SEARCH)
def repeated_headline(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """Two texts of an ad that say the same.

    What it does
        Compares the headlines of an ad with each other, and the descriptions: the same content words (60 % in common, ends and small words apart), or 30 %
        where the first two words are the same.
    Why
        The platform combines texts freely: any two may meet, and a set of twins leaves it nothing to choose from. Google asks for at least five distinct headlines.
    En français
        Deux textes d'annonce qui disent la même chose
        La plateforme combine les textes à sa guise : deux quelconques peuvent se rencontrer, et des jumeaux ne lui laissent rien à choisir.
    Example
        Bad (en, google_rsa): headline_1=Waxed jackets, mended | headline_2=Mended waxed jackets | headline_3=From £49
        Good (en, google_rsa): headline_1=Waxed jackets, mended | headline_2=A zip in eight days | headline_3=From £49
        Bad (fr, google_rsa): headline_1=Chaussons en laine | headline_2=Chaussons en feutre | headline_3=49 €
        Good (fr, google_rsa): headline_1=Chaussons en laine | headline_2=Semelle de cuir | headline_3=49 €
    Source
        AdWords API v201806 notes (five distinct headlines), https://github.com/googleads/googleads-dotnet-lib, read 2026-11-21; the thresholds are our own.
    """
    seen: list[tuple[str, FieldText, tuple[str, ...]]] = []
    for text in texts:
        name = field_name(text.key)
        own = content(text.prose)
        if text.spec is None or text.spec.most == 1 or name == "path" or not own:
            continue
        for other_name, other, theirs in seen:
            if other_name == name and (likeness(own, theirs) >= ALIKE or (likeness(own, theirs) >= AKIN and _same_start(text, other))):
                yield Hit(0, len(text.prose.text), MESSAGE.fill(other=other.prose.text), SUGGESTION, key=text.key)
                break
        seen.append((name, text, own))


def _same_start(first: FieldText, second: FieldText) -> bool:
    ours, theirs = WORD.findall(first.prose.scan), WORD.findall(second.prose.scan)
    return ours[:2] == theirs[:2] and any(word not in FUNCTION_WORDS[first.prose.locale] and len(word) > 2 for word in ours[:2])
