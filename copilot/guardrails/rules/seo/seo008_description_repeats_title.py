from collections.abc import Iterator, Sequence

from copilot.guardrails.checks.sameness import content, likeness
from copilot.guardrails.grounds import Grounds, squeeze
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

ALIKE = 0.8
MESSAGE = both("The description says the title again.", "La description redit le titre.")
SUGGESTION = both(
    "Add what the title could not hold: a fact, a price, what one finds here.",
    "Ajoutez ce qui ne tenait pas dans le titre : un fait, un prix, ce qu'on trouve ici.",
)


@rule("SEO008", "description-repeats-title", level="scoring", last_reviewed="2026-11-22", scope="copy", channels=("seo_page", "product_page", "article"))
def description_repeats_title(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """A meta description that repeats the title.

    What it does
        Flags a meta description that is the title, or shares four fifths of its content words.
    Why
        The two stand one above the other on the results page.
    En français
        Méta-description qui répète le titre
        Les deux s'affichent l'un au-dessus de l'autre sur la page de résultats.
    Example
        Bad (en, seo_page): title=Waxed jackets mended in Hexham | meta_description=Waxed jackets mended in Hexham.
        Good (en, seo_page): title=Waxed jackets mended in Hexham | meta_description=A new zip in eight days, £18, by Agnes.
        Bad (fr, seo_page): title=Chaussons en laine de Creuse | meta_description=Les chaussons en laine de la Creuse
        Good (fr, seo_page): title=Chaussons en laine de Creuse | meta_description=Cousus à Felletin, du 35 au 46, 49 €.
    Source
        General practice, not verified against a text; the measure is our own.
    """
    filled = {text.key: text for text in texts}
    if "title" not in filled or "meta_description" not in filled:
        return
    title, description = filled["title"].prose, filled["meta_description"].prose
    first, second = squeeze(title.text), squeeze(description.text)
    if first and second and (first == second or likeness(content(title), content(description)) >= ALIKE):
        yield Hit(0, len(description.text), MESSAGE, SUGGESTION, key="meta_description")
