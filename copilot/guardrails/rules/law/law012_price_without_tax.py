import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"[£€$]\d[\d,.]*(?: ?(?:a|per|/) ?(?:month|year|user))? ?\(?(?:\+ ?vat|plus vat|ex\.? ?vat|exc\.? vat|excl\.? vat|excluding (?:vat|tax|taxes)"
        r"|before tax|\+ ?tax|plus tax)\b"
        r"|\bprices? (?:are |is |shown )?(?:exclud(?:e|es|ing)|exc\.?|excl\.?|ex) (?:of )?(?:vat|tax)\b"
    ),
    "fr": re.compile(
        r"\b(?:(?<!\d )\d[\d ]*(?:,\d{1,2})? ?(?:€|euros?)(?: ?/ ?(?:mois|an|utilisateur))? ?\(?(?:ht|h\.t\.?|hors taxes?|hors tva)\b"
        r"|(?:prix|tarifs?) (?:indiqués? |affichés? |en euros )?(?:ht|h\.t\.|hors taxes?|hors tva)\b|€ ?ht\b)"
    ),
}  # fmt: skip
TRADE = re.compile(
    r"\b(?:pros?|professionn\w+|entreprises?|b2b|artisans?|business\w*|trade|compan\w+|sociétés?|commerçants?|revendeurs?|resellers?|agenc\w+|tpe|pme"
    r"|dsi|rh|freelances?|indépendants?)\b"
)
WITH_TAX = re.compile(r"\b(?:ttc|t\.t\.c\.|toutes taxes comprises|incl\.? vat|inc\.? vat|including vat|vat included|tva comprise)\b")
MESSAGE = both("'{text}': a consumer reads the price she pays, tax included.", "« {text} » : un particulier lit le prix qu'il paie, taxes comprises.")
SUGGESTION = both(
    "Give the price with tax; if the readers are professionals, say so in the brief's audience.",
    "Donnez le prix TTC ; si les lecteurs sont des professionnels, dites-le dans l'audience du brief.",
)


@rule("LAW012", "price-without-tax", level="scoring", last_reviewed="2026-11-22", jurisdictions=("fr", "eu", "uk"), anchors=anchors_for(PATTERNS))
def price_without_tax(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A price without tax, for consumers.

    What it does
        Finds prices marked HT, hors taxes, ex VAT, plus VAT. Passes where the brief's audience is professional, and where the price with tax stands beside.
    Why
        Prices to consumers include taxes (arrêté du 3 décembre 1987; general practice, not verified against the text).
    En français
        Prix hors taxes pour un particulier
        Le prix donné au consommateur comprend les taxes (arrêté du 3 décembre 1987 ; pratique générale, non vérifiée dans le texte).
    Example
        Bad (en): £49 ex VAT.
        Good (en): £49, VAT included.
        Bad (fr): 49 € HT.
        Good (fr): 49 € TTC.
    Source
        Arrêté du 3 décembre 1987, directive 98/6/EC art. 2 (general practice, not verified against the text), https://eur-lex.europa.eu/eli/dir/1998/6/oj,
        read 2026-11-21.
    """
    audience = grounds.brief.audience.lower() if grounds.brief else ""
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not TRADE.search(audience) and not WITH_TAX.search(text.prose.scan) and not grounds.stated.holds(text.prose.text[start:end]):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
