import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import NARROW, is_plain, is_tight
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

LIKELY = re.compile(r"\d{5}|\d \d{3}")
LONG = {
    "fr": re.compile(r"(?<![\w.,/:#-])(\d{5,9}|\d{1,3}(?: \d{3})+)(?= ?(?:€|\$|£|euros?\b|km\b|kg\b|m²)| (?!paris|nantes|rennes|reims|tours|cannes|angers|limoges|vannes|fois\b)[^\W\d_]{3,20}s\b)"),
    "en": re.compile(r"(?<=[£$€])(\d{5,9})(?![\d.,]\d)(?!\w)|(?<![\w.,/:#£$€-])(\d{5,9})(?= (?:times|is|was|has|as|this|lbs)\b| ?(?:km|kg|miles)\b| [^\W\d_]{3,20}s\b)(?! (?:is|was|has|as|this)\b)"),
}  # fmt: skip
MESSAGE = both("A long figure reads better in groups.", "Un long nombre se lit mieux par tranches.")
SUGGESTION = both("Put '{figure}'.", "Mettez « {figure} ».")


@rule("TYP011", "ungrouped-thousands", level="advice", last_reviewed="2026-11-22", anchors={"en": tuple("0123456789"), "fr": tuple("0123456789")})
def ungrouped_thousands(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A long figure in one block.

    What it does
        From 10,000 on, before a currency, a unit or a plural noun: 15000 clients becomes 15 000 clients in French (narrow non-breaking space; an ordinary one is
        made so) and 15,000 in English. Years, postcodes, references and phone numbers pass; so do SMS and search ads in French, which pay for each character.
    Why
        Nobody reads five figures at a glance, and an ordinary space may break at the end of a line.
    En français
        Long nombre d'un seul bloc
        Personne ne lit cinq chiffres d'un coup d'œil, et une espace ordinaire peut se couper en fin de ligne.
    Example
        Bad (en): Some 15000 zips a year, from £12500.
        Good (en): Some 15,000 zips a year since 1911.
        Bad (fr): Déjà 15000 paires, 10 000 € de fil.
        Good (fr): Déjà 15\u202f000 paires depuis 1991, à 23500 Felletin.
    Source
        Règles typographiques, https://univ-montp3.fr/miap/ens/info/Stage/TD2/Typo.html, read 2026-11-22; Mailchimp content style guide (commas over three digits),
        https://github.com/mailchimp/content-style-guide, read 2026-11-21.
    """
    if is_plain(text, grounds) or (is_tight(grounds) and grounds.locale == "fr"):
        return
    if not LIKELY.search(text.prose.scan):
        return
    for match in LONG[grounds.locale].finditer(text.prose.scan):
        start, end = match.span(match.lastindex or 0)
        written = text.prose.text[start:end]
        if " " in written or "\u00a0" in written or "\u202f" in written:
            figure = written.replace(" ", NARROW)
        else:
            figure = f"{int(written):,}".replace(",", NARROW if grounds.locale == "fr" else ",") if written[0] != "0" else written
        if figure != written:
            yield Hit(start, end, MESSAGE, SUGGESTION.fill(figure=figure), Fix(replacement=figure, safety="safe"))
