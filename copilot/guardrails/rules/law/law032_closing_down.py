import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:closing[- ]down(?: sale)?\b|going out of business\b|everything must go\b|liquidation sale\b|(?:store|shop|final) clos(?:ing|ure) sale\b"
        r"|we(?:'re| are) closing (?:down|for good|our doors (?:for ever|forever))\b|ceasing trading\b)"
    ),
    "fr": re.compile(
        r"\b(?:liquidation (?:totale|complète|avant (?:fermeture|travaux|déménagement|changement)|(?:de|du|des|de nos|de tout le) (?:stocks?|collection"
        r"|magasin))\b"
        r"|cessation d'activité\b|tout doit disparaître\b|(?:avant |pour )?fermeture définitive\b|on ferme définitivement\b"
        r"|nous fermons (?:définitivement|nos portes)\b|vente(?:s)? avant fermeture\b|destockage (?:total|massif|monstre)\b"
        r"|déstockage (?:total|massif|monstre)\b)"
    ),
}  # fmt: skip
MESSAGE = both("'{text}': it has to be true, and in France it takes a permit.", "« {text} » : il faut que ce soit vrai, et en France il faut un récépissé.")
SUGGESTION = both("Give the date of the closing and the permit, or say clearance.", "Donnez la date de fermeture et le récépissé, ou dites fin de série.")


@rule("LAW032", "closing-down", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def closing_down(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A closing that may not be one.

    What it does
        Finds closing-down sales, liquidations and 'everything must go' that neither the brief nor a claim in force states. Judicial liquidation and a shop
        closed in August pass.
    Why
        To claim falsely that one is about to cease trading is a banned practice; a liquidation sale in France is authorised beforehand.
    En français
        Fermeture qui n'en est peut-être pas une
        Annoncer à tort qu'on cesse son activité est une pratique interdite ; une liquidation se déclare d'avance.
    Example
        Bad (en): Closing-down sale, everything must go!
        Good (en): We close in August.
        Bad (fr): Liquidation totale, tout doit disparaître !
        Good (fr): On ferme en août.
    Source
        Directive 2005/29/EC, annex I, point 15 (number not verified against the text), https://eur-lex.europa.eu/eli/dir/2005/29/oj, read 2026-11-21; code de
        commerce L310-1, general practice.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
