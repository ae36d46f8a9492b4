import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

MESSAGE = both(
    "A slug is lower case, without accents, its words joined by hyphens.", "Un slug est en minuscules, sans accents, ses mots liés par des traits d'union."
)
SUGGESTION = both("Put '{slug}'.", "Mettez « {slug} ».")


@rule("SEO003", "slug-form", level="advice", last_reviewed="2026-11-22", channels=("seo_page", "article"), fields=("slug",))
def slug_form(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A slug that makes a poor address.

    What it does
        Finds capitals, accents, spaces, underscores, apostrophes and other signs in a slug and offers the plain form. Slashes between parts pass. The length
        is CHN001's.
    Why
        Google takes hyphens for spaces between words and underscores for letters; accents and spaces turn into %C3%A9 when somebody copies the address. Once a
        page is published, leave its slug alone.
    En français
        Slug mal formé
        Google lit le trait d'union comme une espace et le tiret bas comme une lettre ; accents et espaces deviennent des %C3%A9 quand on copie l'adresse.
    Example
        Bad (en, seo_page.slug): Waxed_Jackets Mended
        Good (en, seo_page.slug): waxed-jackets-mended
        Bad (fr, seo_page.slug): été-à-l'atelier
        Good (fr, seo_page.slug): ete-a-l-atelier
    Source
        Google Search Central, URL structure best practices, https://developers.google.com/search/docs/crawling-indexing/url-structure, read 2026-11-22.
    """
    slug = text.prose.text.strip()
    if not slug or re.fullmatch(r"/?[a-z0-9]+(?:[-/][a-z0-9]+)*/?", slug) or text.prose.protected:
        return
    plain = unicodedata.normalize("NFD", unquote(slug).lower().replace("œ", "oe").replace("æ", "ae").replace("&", "-"))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = re.sub(r"-*/-*", "/", re.sub(r"[^a-z0-9/]+", "-", plain)).strip("-")
    if plain and plain != slug:
        start = text.prose.text.index(slug)
        yield Hit(start, start + len(slug), MESSAGE, SUGGESTION.fill(slug=plain), Fix(replacement=plain, safety="safe"))
