import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:is|are|was|were|does|do|did)(?:n't| not) (?:just|only|merely|simply) [^.!?\n]{1,80}(?:[,;:.–—-]|(?<=[a-z]) but) ?(?:it|they|this|that|we|he|she"
        r"|you)(?:'s|'re| is| are| was| were| [a-z]+s?)\b"
        r"|(?:it|this|that|we|you|they|he|she)(?:'s|'re|'m) not (?:just|only|merely|simply) [^.!?\n]{1,80}[,;:.–—-] ?(?:it|they|this|that|we|you|he|she)"
        r"(?:'s|'re|'m| is| are| [a-z]+)\b"
        r"|(?:isn't|aren't|wasn't|weren't|is not|are not|'s not|'re not|was not) (?:about |an? |the |your |another |our |for |what "
        r"|how )[^.!?\n]{1,70}[,;:.–—-] ?(?:it|they|this|that|we)(?:'s|'re| is| are) (?:about |an? |the |your |our |for |how |what |where |who |why )"
        r"|not (?:just|merely|simply|only) (?:an? |the |your |another |our |about |for )[^.!?,;\n]{1,60}(?:,? but (?:also )?(?:an? |the |your |our |about "
        r"|for )|[.;–—-] ?(?:an? |the |your |our |it's )|, (?:an? |it's ))"
        r"|not (?:just|merely|simply|only) [a-z][^.!?,;\n]{1,60}, but (?:also )?(?:an? |the |your |our |about |for )"
        r"|(?:doesn't|don't|does not|do not|didn't) (?:just|only|merely|simply) [^.!?\n]{2,80}[,;.–—-] ?(?:it|they|we|you|he|she) [a-z]+"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:ce n'est|ce n'était|ce ne sont|n'est|ne sont|ce n'est plus|c'est) pas (?:seulement|juste|simplement|uniquement|que|qu')[^.!?\n]{1,90}"
        r"(?:[,;:.—–-] ?(?:c'est|ce sont|elle|il|elles|ils|mais|cela|ça)\b|\bmais (?:aussi|surtout|bien|une?|une véritable)\b)"
        r"|(?:ce n'est|ce n'était|ce ne sont|n'est|ne sont) (?:pas|plus) (?:une? |des |le |la |les |l'|votre |ton |ta |celui "
        r"|celle )[^.!?\n]{1,70}[,;:.—–-] ?(?:c'est|ce sont) (?:une? |des |le |la |les |l'|votre |ton |ta |celui |celle |toute? )"
        r"|(?:n'est|n'était) pas (?:seulement )?(?:de |d')[^.!?\n]{1,70}[,;:.—–-] ?(?:c'est (?:de |d')|mais (?:de |d'))"
        r"|il ne s'agit (?:pas|plus) (?:seulement |simplement |uniquement |juste )?(?:d'|de |du |des )[^.!?\n]{1,80}[,;:.—–-]? ?(?:mais (?:bien |aussi "
        r"|surtout |plutôt )?(?:d'|de |du |des )|il s'agit|c'est)"
        r"|(?:plus|pas) (?:seulement|juste|simplement) (?:une? |des |le |la |les |l')[^.!?,;\n]{1,60}[,.;:—–-] ?(?:mais )?(?:une? |des |le |la |les |l'"
        r"|c'est )"
        r"|ne (?:se (?:contente|limite|résume)(?:nt)? pas (?:de|à|d')|(?:vendons|faisons|créons|fabriquons|proposons|vend|fait|crée) pas (?:que|qu')"
        r"|[\w']+ pas (?:seulement|juste|simplement|uniquement))[^.!?\n]{2,80}[,;:.—–-] ?(?!il y a)(?:nous|on|elle|il|elles|ils|c'est|mais)\b"
        r")"
    ),
}  # fmt: skip
SHORT = 60
"""Below this many words one contrast is enough; above, a text may have one."""
MESSAGE = both("The 'not this but that' figure.", "La figure « ce n'est pas ceci, c'est cela ».")
SUGGESTION = both("Say what it is, and leave out what it is not.", "Dites ce que c'est, sans dire ce que ce n'est pas.")


@rule("AUT003", "contrast-figure", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def contrast_figure(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Not this but that.

    What it does
        Finds the dramatic contrast (`it's not just a jacket, it's a statement`). One is enough below 60 words; a longer text may have one, the second flags
        both. A plain correction (`it isn't waterproof, it's showerproof`) and one with a figure pass.
    Why
        Models contrast 2 to 18 times as often as people do; the first half denies what nobody said.
    En français
        Contraste de théâtre
        Les modèles opposent de 2 à 18 fois plus que les gens ; la première moitié nie ce que personne n'a dit.
    Example
        Bad (en): It's not just a jacket, it's a way of life.
        Good (en): It isn't waterproof, it's showerproof.
        Bad (fr): Ce n'est pas une pantoufle, c'est un art de vivre.
        Good (fr): Ce n'est pas grave, c'est la poste.
    Source
        Human 0.044 and models 0.086-0.81 a thousand characters, github.com/sam-paech/slop-score (contrast and word counts of 22 models), read 2026-11-21; in
        French OR 5.6 (0.8-38): too few to prove, it agrees with the English.
    """
    hits = [(start, end) for start, end in said(PATTERNS[grounds.locale], text.prose) if not any(char.isdigit() for char in text.prose.scan[start:end])]
    if len(hits) > 1 or len(text.prose.words) < SHORT:
        for start, end in hits:
            yield Hit(start, end, MESSAGE, SUGGESTION)
