from collections.abc import Iterator

from copilot.guardrails.checks.places import filled
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.pixels import DESCRIPTION_PX, fitting, width
from copilot.language.words import both

LIMIT = 920
MESSAGE = both(
    "{width} pixels wide; two lines of a results page hold some {limit}.",
    "{width} pixels de large ; deux lignes d'une page de résultats en tiennent quelque {limit}.",
)
SUGGESTION = both("Say it in the first 120 characters, and stop here.", "Dites l'essentiel dans les 120 premiers signes, et arrêtez-vous ici.")


@rule(
    "SEO002",
    "description-too-wide",
    level="advice",
    last_reviewed="2026-11-22",
    channels=("seo_page", "product_page", "article"),
    fields=("meta_description",),
)
def description_too_wide(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A meta description too wide for the results page.

    What it does
        Adds the widths of the letters, in Arial of 14 pixels, and marks what stands beyond 920 (two lines on a desktop; a phone shows some 680).
    Why
        The end is cut. Google publishes no limit and often chooses another passage, so this only advises.
    En français
        Méta-description trop large
        La fin est coupée. Google ne publie pas de limite et choisit souvent un autre passage : c'est un conseil.
    Example
        Bad (en, seo_page.meta_description): Your old waxed jacket can be mended: a new zip, a seam, an elbow or a pocket, in eight days, in our workshop in Hexham, by Agnes, who has mended them since 1991.
        Good (en, seo_page.meta_description): A new zip, a seam or an elbow for your waxed jacket, in eight days, by Agnes in Hexham.
        Bad (fr, seo_page.meta_description): Remplir une bouillotte sans s'arroser : la bouillotte Marcelle, en laine bouillie, 36 €, se remplit aux deux tiers, assise, posée sur l'évier, et reste tiède six bonnes heures.
        Good (fr, seo_page.meta_description): Remplir une bouillotte sans s'arroser : la bouillotte Marcelle, laine bouillie, 36 €, se remplit aux deux tiers, assise.
    Source
        Meta description checker, https://findbest.tools/seo/meta-description-checker, read 2026-11-21; SERP snippet preview,
        https://jwatte.com/blog/blog-tool-serp-snippet-preview, read 2026-11-21.
    """
    if len(text.prose.text) < 80:
        return
    shown, offsets = filled(text.prose.text, 8)
    pixels = width(shown, DESCRIPTION_PX)
    if pixels > LIMIT:
        yield Hit(offsets[fitting(shown, LIMIT, DESCRIPTION_PX)], len(text.prose.text), MESSAGE.fill(width=round(pixels), limit=LIMIT), SUGGESTION)
