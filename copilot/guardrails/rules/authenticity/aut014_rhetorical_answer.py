import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.sentences import opens_sentence
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"((?:the|and the|our|your|my|and|so|but the) (?:\w+ )?(?:results?|secrets?|best part|catch|kicker|twist|goal|outcome|bottom line|difference|answer"
        r"|solution|takeaway|upside|trick|verdict|good news|magic|promise|key|bonus|mission|idea|icing on the cake) ?\?) ?(?=\S)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"((?:(?:le|la|les|et le|et la|l'|notre|nos|son|sa|mon|votre|ton|mais le) ?(?:vrai |petit |gros )?)?(?:résultats?|secrets?|petit plus|plus"
        r"|meilleur(?: dans tout (?:ça|cela))?|bonne nouvelle|objectif|point fort|atout|constat|solution|promesse|conseil|astuce|ingrédient secret|clé"
        r"|verdict|bonus|cerise sur le gâteau|idée|mission|recette|différence|pari|avantage) ?\?) ?(?=\S)"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("A question put only to answer it oneself.", "Une question posée pour y répondre soi-même.")
SUGGESTION = both("Say the answer. It is the stronger sentence.", "Dites la réponse. C'est elle, la phrase.")


@rule("AUT014", "rhetorical-answer", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def rhetorical_answer(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """The result? An answer.

    What it does
        Finds the two-step `The result? …`, « Le secret ? … » where an answer follows. A full question (`What's the catch?`) passes.
    Why
        A drum-roll before every point; after the second the reader hears the drum.
    En français
        Le résultat ? La réponse
        Un roulement de tambour avant chaque idée ; au deuxième, on n'entend plus que le tambour.
    Example
        Bad (en): The result? Softer skin.
        Good (en): What's the result? Ask us in March.
        Bad (fr): Le secret ? Une laine lavée deux fois.
        Good (fr): Quel est le secret ? On ne sait pas, c'est la tante qui le sait.
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21; French: usage.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        if opens_sentence(text.prose, start):
            yield Hit(start, end, MESSAGE, SUGGESTION)
