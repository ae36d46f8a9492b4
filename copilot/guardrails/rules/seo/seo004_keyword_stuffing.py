import re
from collections import Counter
from collections.abc import Iterator

from copilot.guardrails.checks.places import PAGES
from copilot.guardrails.checks.sameness import content
from copilot.guardrails.checks.stuffing import stuffed
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

TOWNS = re.compile(r"(?:[A-ZÀ-Ý][\w'’-]{1,30}(?: [A-ZÀ-Ý][\w'’-]{1,30}){0,2}(?:, | - | / | \| )){9}[A-ZÀ-Ý][\w'’-]{1,30}")
SHORT = ("title", "meta_description", "h1", "headline", "subheading")
MESSAGE = both(
    "'{word}' stands here {count} times: search engines call it stuffing.", "« {word} » revient {count} fois : les moteurs appellent cela du bourrage."
)
BLOCK = both("A block of names: search engines call it stuffing.", "Un pavé de noms : les moteurs appellent cela du bourrage.")
SUGGESTION = both('Say it once or twice, then "it", "they", or another word.', "Dites-le une ou deux fois, puis « il », « elles », ou un autre mot.")


@rule("SEO004", "keyword-stuffing", level="scoring", last_reviewed="2026-11-22", channels=PAGES)
def keyword_stuffing(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """The same keyword over and over.

    What it does
        In a title or description: the same content word three times. In a text of 40 words or more: a phrase of two or three words that makes up 3 to 4 % of it
        and stands in half of the sentences, or one word of 12 %. Blocks of ten names or more. Names of the brand, and phrases written as names, pass.
    Why
        Google's spam policies name repetition that sounds unnatural and blocks of cities; readers leave before that. The shares are ours, not Google's.
    En français
        Mot-clé répété à l'excès
        La politique antispam de Google vise la répétition qui sonne faux et les pavés de villes ; le lecteur, lui, est déjà parti.
    Example
        Bad (en, seo_page.title): Waxed jackets, cheap waxed jackets, best waxed jackets
        Good (en, seo_page.title): Waxed jackets mended in Hexham
        Bad (fr, seo_page.title): Chaussons laine, chaussons pas cher, chaussons homme
        Good (fr, seo_page.title): Chaussons de laine pour homme et pour femme
    Source
        Google Search, Spam policies (keyword stuffing), https://developers.google.com/search/docs/essentials/spam-policies, read 2026-11-21 in summary only.
    """
    prose = text.prose
    names = grounds.house.names if grounds.house else frozenset()
    for match in TOWNS.finditer(prose.text):
        yield Hit(match.start(), match.end(), BLOCK, SUGGESTION)
    if text.spec is not None and text.spec.name in SHORT:
        for word, count in Counter(content(prose)).items():
            if count >= 3 and word not in names and not word.isdigit():
                places = [span for span, said in zip(prose.word_spans, prose.words, strict=True) if said.startswith(word)]
                if len(places) >= 3:
                    yield Hit(*places[2], MESSAGE.fill(word=word, count=count), SUGGESTION)
        return
    for phrase, spans in stuffed(prose, names):
        if not all(piece[:1].isupper() for start, end in spans for piece in re.findall(r"[^\W\d_]{4,}", prose.text[start:end])):
            yield Hit(*spans[2], MESSAGE.fill(word=phrase, count=len(spans)), SUGGESTION)
