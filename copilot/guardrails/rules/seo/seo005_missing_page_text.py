from collections.abc import Iterator, Sequence

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

BODY = ("opening", "body", "description")
NEEDED = {
    "title": both("no page title", "pas de titre"),
    "meta_description": both("no meta description", "pas de méta-description"),
    "h1": both("no main heading (H1)", "pas de titre principal (H1)"),
}
MESSAGE = both("The page has {what}.", "La page n'a {what}.")
SUGGESTION = both("Write it; otherwise a search engine picks its own.", "Écrivez-le ; sinon le moteur choisit à sa guise.")


@rule("SEO005", "missing-page-text", level="advice", last_reviewed="2026-11-22", scope="copy", channels=("seo_page", "product_page", "article"))
def missing_page_text(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """A page without title, description or main heading.

    What it does
        Where a page has its text (opening, body, description), looks for the title, the meta description and, if the channel has one, the H1.
    Why
        What is missing is made up by the search engine from whatever it finds.
    En français
        Page sans titre, description ou H1
        Ce qui manque, le moteur l'invente avec ce qu'il trouve.
    Example
        Bad (en, seo_page): title=Waxed jackets mended | meta_description=A new zip in eight days. | opening=We mend.
        Good (en, seo_page): title=Waxed jackets mended | meta_description=A new zip in eight days. | h1=Jackets, mended | opening=We mend.
        Bad (fr, article): h1=Laver la laine | body=À froid, à la main, sans la radio.
        Good (fr, article): title=Laver la laine | meta_description=À froid. | h1=Laver la laine | body=À froid, à la main.
    Source
        General practice, not verified against a text; the list of texts is our own.
    """
    if grounds.channel is None:
        return
    filled = {text.key: text for text in texts if text.prose.text.strip()}
    body = next((filled[key] for key in BODY if key in filled), None)
    if body is None:
        return
    for name, what in NEEDED.items():
        if name not in filled and grounds.channel.field(name) is not None:
            yield Hit(0, 0, MESSAGE.fill(what=what), SUGGESTION, key=body.key)
