from collections.abc import Iterator

from copilot.guardrails.checks.places import filled
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.pixels import TITLE_PX, fitting, width
from copilot.language.words import both

LIMIT = 600
MESSAGE = both("{width} pixels wide; a results page shows some {limit}.", "{width} pixels de large ; une page de résultats en montre quelque {limit}.")
SUGGESTION = both("Stop here, or put what matters first.", "Arrêtez-vous ici, ou mettez l'important d'abord.")


@rule("SEO001", "title-too-wide", level="scoring", last_reviewed="2026-11-22", channels=("seo_page", "product_page", "article"), fields=("title",))
def title_too_wide(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A page title too wide for the results page.

    What it does
        Adds the widths of the letters, in Arial of 20 pixels, and marks what stands beyond 600. Il is narrow and WM is wide: some 62 French or 66 English
        characters fit 580.
    Why
        Google cuts or rewrites what does not fit. It publishes no limit; practitioners measure 580 to 600 pixels on a desktop, less on a phone.
    En français
        Titre trop large pour la page de résultats
        Google coupe ou récrit ce qui ne tient pas. Il ne publie pas de limite ; les praticiens mesurent 580 à 600 pixels.
    Example
        Bad (en, seo_page.title): Waxed jackets mended in Hexham: zips, seams, elbows, pockets and hoods
        Good (en, seo_page.title): Waxed jackets mended in Hexham, in eight days
        Bad (fr, seo_page.title): Pantoufles en laine bouillie de Creuse : comment les choisir et les entretenir
        Good (fr, seo_page.title): Pantoufles en laine bouillie : comment les choisir
    Source
        Meta description checker, https://findbest.tools/seo/meta-description-checker, read 2026-11-21; SERP snippet preview,
        https://jwatte.com/blog/blog-tool-serp-snippet-preview, read 2026-11-21.
    """
    if len(text.prose.text) < 35:
        return
    shown, offsets = filled(text.prose.text, 8)
    pixels = width(shown, TITLE_PX)
    if pixels > LIMIT:
        yield Hit(offsets[fitting(shown, LIMIT, TITLE_PX)], len(text.prose.text), MESSAGE.fill(width=round(pixels), limit=LIMIT), SUGGESTION)
