import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied, followed_by_question
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.guardrails.rules.claims.clm001_unsupported_superlative import PATTERNS as MARKET
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:the|our|your|simply the|quite simply the|probably the) (?:very )?(?:best|finest|greatest|ultimate|perfect|smartest|comfiest|cosiest|softest"
        r"|warmest|toughest|coolest|most (?:comfortable|advanced|powerful|beautiful|delicious|luxurious|versatile|innovative|stylish|reliable|exciting|amazing"
        r"|trusted|complete|effective)) (?!(?:way|ways|time|times|of|thing|things|part|parts|bit|practice|practices|friend|friends|man|place|known|suited|kept"
        r"|interest|interests|case|bet|guess|before|seller|sellers|selling|storm|we|i|you|they|is|was|and|to|for|if|a|in|weather|day|days|season|person|age"
        r"|size|answer|example|excuse|reason|revenge|medicine|defence|moment|month|use)\b)[a-z-]{3,16}\b"
    ),
    "fr": re.compile(
        r"\b(?:la|le|les|notre|nos|votre|vos|ta|ton|tes) (?:meilleure?s?|plus belles?|plus beaux?|plus confortables?|plus performante?s?|plus puissante?s?"
        r"|plus innovante?s?|plus complète?s?|plus efficaces?) (?!(?:moment|moments|façon|manière|moyen|de|du|d'|temps|amie?s?|ami|pratiques|jour|jours|âge"
        r"|partie|part|époque|saison|possible|chose|choses|ennemie?|endroit|période|vœux|délais|cas|exemple|excuse|connaissance|souvenirs?|des mondes|année"
        r"|heure|état|taille|réponse|et|que|qui|parmi)\b)(?:des )?[\w-]{3,16}\b"
    ),
}  # fmt: skip
TITLES = frozenset({"headline", "title", "subject", "h1", "description", "primary_text", "preheader", "text", "long_headline", "subheading"})
MOST_WORDS = 12
MESSAGE = both("'{text}' is nobody's word but yours.", "« {text} », c'est vous qui le dites.")
SUGGESTION = both("Say the one thing that makes it so.", "Dites la seule chose qui fait qu'on le croirait.")


@rule("CLM016", "puffery", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def puffery(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """The best, in an ad, with nothing after it.

    What it does
        In ads, titles and texts of a dozen words, points at the best, the finest, the ultimate and le meilleur, la plus belle. It is puffery, which the codes
        tolerate, so it only advises; market superlatives belong to *unsupported-superlative*. Everyday phrases (the best way, le meilleur moment) pass.
    Why
        Everybody prints it, and in a long text 35 % of public French pages have one. In thirty characters it takes the room of a fact.
    En français
        Le meilleur, dans une annonce, et rien derrière
        Tout le monde l'imprime, et 35 % des pages publiques en ont un. En trente signes, il prend la place d'un fait.
    Example
        Bad (en, google_rsa.headline): The best walking jacket
        Good (en, google_rsa.headline): Best kept by the door
        Good (en): It is the best we could do on a Friday, and after a week of rain we thought that was fair.
        Bad (fr, google_rsa.headline): La meilleure des vestes
        Good (fr, google_rsa.headline): Le meilleur moment : novembre
    Source
        ASA, types of claims (CAP Code 3.2 and 3.7), https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21; rate measured on 624
        public French pages.
    """
    place = text.spec.name if text.spec else ""
    if place not in TITLES and (place or len(text.prose.words) > MOST_WORDS):
        return
    market = list(spans(MARKET[grounds.locale], text.prose))
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if any(first < end and start < last for first, last in market) or denied(text.prose, start) or followed_by_question(text.prose, end):
            continue
        if not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
