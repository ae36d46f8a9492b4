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
        r"(?:is|'s|are|'re|was|it's|this is|we're) (?:so |much |far |way |a lot ){0,4}more than (?:just |simply |merely )?(?:an? (?!(?:\w+ )?(?:years?"
        r"|months?|weeks?|days?|hours?|minutes?|seconds?|nights?|decades?|century|centuries|dozen|hundred|thousand|million|billion|third|quarter|half"
        r"|pounds?|kilos?|kg|lit(?:re|er)s?|miles?|foot|feet|met(?:re|er)s?|inch|few|couple|little|bit|handful|generation|fortnight|tonne?s?|cups?|spoonful"
        r"|pinch|mouthful|touch|fraction|hint|trace|fair|match|hand|glance|mild|layer)\b)|your (?:average|typical|usual|ordinary))"
        r"|more than (?:just |simply |merely )an? (?!(?:\w+ )?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|nights?|decades?|century|centuries"
        r"|dozen|hundred|thousand|million|billion|third|quarter|half|pounds?|kilos?|kg|lit(?:re|er)s?|miles?|foot|feet|met(?:re|er)s?|inch|few|couple|little"
        r"|bit|handful|generation|fortnight|tonne?s?|cups?|spoonful|pinch|mouthful|touch|fraction|hint|trace|fair|match|hand|glance|mild|layer)\b)"
        r"|more than an? (?!(?:\w+ )?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|nights?|decades?|century|centuries|dozen|hundred|thousand"
        r"|million|billion|third|quarter|half|pounds?|kilos?|kg|lit(?:re|er)s?|miles?|foot|feet|met(?:re|er)s?|inch|few|couple|little|bit|handful|generation"
        r"|fortnight|tonne?s?|cups?|spoonful|pinch|mouthful|touch|fraction|hint|trace|fair|match|hand|glance|mild|layer)\b)[^.!?,;\n]{2,40}[,;:–—-] ?(?:an? "
        r"|it's |this is |we're |they're )"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:c'est|(?<!n')est|(?<!ne )sont|(?<!ne )sommes|(?<!n')êtes|(?<!n')es|(?<!n')était) (?:bien |beaucoup |tellement |encore "
        r"|nettement )?plus qu'une? (?:simple |seule? )?(?!(?:\w+ )?(?:ans?|année|mois|semaine|jours?|journée|heure|minute|seconde|nuit|siècle|décennie"
        r"|dizaine|douzaine|quinzaine|vingtaine|centaine|millier|million|tiers|quart|demi|moitié|kilo|litre|kilomètre|mètre|peu|poignée|pincée|fois|degré"
        r"|centimètre|euro|question|hiver|été)\b)"
        r"|(?:est|sont|êtes) (?:bien|beaucoup|tellement) plus que (?:des|de simples?) (?!(?:\w+ )?(?:ans?|année|mois|semaine|jours?|journée|heure|minute"
        r"|seconde|nuit|siècle|décennie|dizaine|douzaine|quinzaine|vingtaine|centaine|millier|million|tiers|quart|demi|moitié|kilo|litre|kilomètre|mètre|peu"
        r"|poignée|pincée|fois|degré|centimètre|euro|question|hiver|été)\b)"
        r"|(?:bien|beaucoup|tellement|tout simplement) plus qu'une? (?:simple )?(?!(?:\w+ )?(?:ans?|année|mois|semaine|jours?|journée|heure|minute|seconde"
        r"|nuit|siècle|décennie|dizaine|douzaine|quinzaine|vingtaine|centaine|millier|million|tiers|quart|demi|moitié|kilo|litre|kilomètre|mètre|peu|poignée"
        r"|pincée|fois|degré|centimètre|euro|question|hiver|été)\b)[^.!?,;\n]{2,40}[,;:—–-] ?(?:une? |c'est |elle |il )"
        r"|(?:^|(?<=[.!?…\n] )|(?<=\n))plus qu'une? (?:simple |seule? )?(?!(?:\w+ )?(?:ans?|année|mois|semaine|jours?|journée|heure|minute|seconde|nuit"
        r"|siècle|décennie|dizaine|douzaine|quinzaine|vingtaine|centaine|millier|million|tiers|quart|demi|moitié|kilo|litre|kilomètre|mètre|peu|poignée"
        r"|pincée|fois|degré|centimètre|euro|question|hiver|été)\b)[^.!?,;\n]{2,40}[,;:—–-] ?(?:une? |c'est |elle |il |la |le |l'|[\w-]{1,30} est )"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("'More than a …' says what it is not.", "« Plus qu'un … » dit ce que ce n'est pas.")
SUGGESTION = both("Say what it is: the use, the material, the person who made it.", "Dites ce que c'est : l'usage, la matière, la main qui l'a fait.")


@rule("AUT004", "more-than-a", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def more_than_a(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """More than a …

    What it does
        Finds `more than (just) a chair` and « bien plus qu'une chaise ». Measures (`more than a year`), comparisons of weight or price, and « ne … plus qu'un
        » pass.
    Why
        The figure makes the thing small in order to make it large, and what it is larger in stays unsaid.
    En français
        Plus qu'un …
        La figure rapetisse la chose pour la grandir, sans dire en quoi elle est grande.
    Example
        Bad (en): It's more than a chair, it's a statement.
        Good (en): It has been here more than a year.
        Bad (fr): Plus qu'une chaise, un art de vivre.
        Good (fr): Il ne reste plus qu'une chaise.
    Source
        A form of the contrast figure: github.com/sam-paech/slop-score (contrast and word counts of 22 models), read 2026-11-21; Signs of AI writing,
        collected in github.com/blader/humanizer v2.8.2, read 2026-11-21.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        if not any(char.isdigit() for char in text.prose.scan[end : end + 12]):
            yield Hit(start, end, MESSAGE, SUGGESTION)
