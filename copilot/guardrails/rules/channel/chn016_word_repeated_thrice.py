from collections import defaultdict
from collections.abc import Iterator

from copilot.guardrails.checks.places import SEARCH
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.words import both

NUMBERS = frozenset(str.split("zéro deux trois quatre cinq dix cent mille zero two three four five ten hundred"))
HEADLINE = 40
"""Characters of the longest headline."""
MESSAGE = both(
    "'{word}' stands here {count} times: search platforms refuse gimmicky repetition.",
    "« {word} » revient {count} fois : les régies refusent la répétition tapageuse.",
)
SUGGESTION = both("Say it once; use the room for a fact.", "Dites-le une fois ; la place servira à un fait.")


@rule("CHN016", "word-repeated-thrice", level="scoring", last_reviewed="2026-11-22", channels=SEARCH)
def word_repeated_thrice(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """The same word three times in one text of an ad.

    What it does
        Counts the words of each asset, small words and numerals apart. Three in a headline are flagged; in a longer text four, or three that each lead a
        segment (chaussons homme, chaussons femme, chaussons enfant).
    Why
        Google and Microsoft refuse repeated words ("Sale, sale, sale"), and thirty characters are too few to stammer.
    En français
        Trois fois le même mot dans un texte d'annonce
        Google et Microsoft refusent les mots répétés, et trente signes sont trop peu pour bégayer.
    Example
        Bad (en, google_rsa.headline): Sale, sale, sale
        Good (en, google_rsa.headline): Mend it, and mend it well
        Bad (fr, google_rsa.description): Chaussons homme, chaussons femme, chaussons enfant : tous nos chaussons.
        Good (fr, google_rsa.description): Chaussons homme, femme et enfant, du 24 au 46.
    Source
        Google Ads, Editorial standards (older page), https://support.google.com/adwordspolicy/answer/176095, read 2026-11-21; Microsoft Advertising, Ad style
        policies, https://about.ads.microsoft.com, read 2026-11-21.
    """
    scan, places = text.prose.scan, defaultdict(list)
    for word, span in zip(text.prose.words, text.prose.word_spans, strict=True):
        if len(word) > 2 and word not in FUNCTION_WORDS[grounds.locale] and word not in NUMBERS:
            places[word].append(span)
    for word, spans in places.items():
        leads = sum(1 for start, _ in spans if not scan[:start].strip() or scan[:start].rstrip()[-1] in ",;:.!?|/-")
        if len(spans) >= 3 and (len(scan) <= HEADLINE or len(spans) >= 4 or leads >= 3):
            yield Hit(*spans[2], MESSAGE.fill(word=word, count=len(spans)), SUGGESTION)
