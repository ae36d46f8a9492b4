import re
from collections.abc import Iterator

from copilot.guardrails.checks.places import PAGES
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

SAID = {
    "en": re.compile(r"\bclick(?:ing)? (?:right )?(?:here|on this link|this link)\b|\b(?:follow|use) this link\b"),
    "fr": re.compile(r"\bcliqu(?:ez|e|er|ant) (?:juste )?(?:ici|là|sur ce lien|sur le lien)\b|\b(?:suivez|suis|suivre) ce lien\b|\bcliqu(?:ez|e|er) (?:ci-dessous|ci-contre)\b"),
}  # fmt: skip
LINKED = re.compile(
    r"\[ ?(here|click here|this link|link|read more|more|learn more|ici|cliquez ici|clique ici|ce lien|lien|lire la suite|la suite|en savoir plus|plus d'infos?|voir plus) ?[.!…]?\]\("
    r"|<a\b[^>]{0,200}> ?(here|click here|this link|link|read more|more|learn more|ici|cliquez ici|clique ici|ce lien|lien|lire la suite|la suite|en savoir plus|plus d'infos?|voir plus) ?[.!…»>]{0,2} ?</a>"
)
MESSAGE = both("'{text}' says nothing of where the link leads.", "« {text} » ne dit rien de l'endroit où mène le lien.")
SUGGESTION = both('Let the link carry its own name: "see the zip prices".', "Que le lien porte son nom : « voir le prix des fermetures ».")


@rule(
    "SEO006",
    "generic-link",
    level="advice",
    last_reviewed="2026-11-22",
    channels=(*PAGES, "email"),
    fields=("body", "opening", "description", "answer", "subheading"),
)
def generic_link(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A link that says "here".

    What it does
        Finds "click here", « cliquez ici » and the like, and Markdown or HTML links whose whole text is here, more, ici, en savoir plus. A button of its own
        (call to action) passes.
    Why
        A screen reader lists links out of their sentence, and a search engine reads their words as the name of the page.
    En français
        Lien qui dit « ici »
        Le lecteur d'écran liste les liens hors de leur phrase, et le moteur lit leurs mots comme le nom de la page.
    Example
        Bad (en, landing_page.body): For prices, click here.
        Good (en, landing_page.body): See the [price of a zip](https://fettle.example/zip). Here we mend.
        Bad (fr, landing_page.body): Pour les prix, cliquez ici.
        Good (fr, landing_page.body): Voyez le prix d'une fermeture. Ici, on recoud.
    Source
        jsx-a11y, anchor-ambiguous-text, https://github.com/jsx-eslint/eslint-plugin-jsx-a11y/blob/main/docs/rules/anchor-ambiguous-text.md, read 2026-11-22.
    """
    for pattern in (SAID[grounds.locale], LINKED):
        for match in pattern.finditer(text.prose.scan):
            start, end = match.span(match.lastindex or 0)
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
