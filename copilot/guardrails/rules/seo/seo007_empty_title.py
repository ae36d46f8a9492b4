import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

EMPTY = frozenset(
    str.split("""home homepage untitled page welcome index new document title welcome website site official blog shop
    accueil bienvenue titre sans nouvelle nouveau document officiel boutique to the of a our your on in sur le la les l de du des notre votre page d web""")
)
MESSAGE = both("A title that names no subject.", "Un titre qui ne nomme aucun sujet.")
SUGGESTION = both("Say what the page is about, then the name.", "Dites de quoi parle la page, puis le nom.")


@rule("SEO007", "empty-title", level="scoring", last_reviewed="2026-11-22", channels=("seo_page", "product_page", "article"), fields=("title",))
def empty_title(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A page title that is only the brand, or nothing.

    What it does
        Flags titles made of the brand's names alone, or of words such as home, welcome, untitled, accueil, bienvenue.
    Why
        On a results page nobody learns what the page holds.
    En français
        Titre de page réduit à la marque, ou à rien
        Sur une page de résultats, nul n'apprend ce que la page contient.
    Example
        Bad (en, seo_page.title): Home | Sample
        Good (en, seo_page.title): Waxed jackets mended | Sample
        Bad (fr, seo_page.title): Sample - Bienvenue
        Good (fr, seo_page.title): Accueillir la laine chez soi | Sample
    Source
        General practice, not verified against a text; the list of words is our own.
    """
    words = re.findall(r"[^\W\d_]+", text.prose.scan)
    own = grounds.house.guide.voice.name.lower().split() if grounds.house else []
    if words and all(word in EMPTY or word in own for word in words):
        yield Hit(0, len(text.prose.text), MESSAGE, SUGGESTION)
