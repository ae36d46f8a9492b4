import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import meant
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both
from copilot.records import Fix

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:you (?:left|forgot|abandoned)|did you (?:leave|forget)|forgot(?:ten)?|forgetting|you've left) (?:something|an item|items|a "
        r"(?:little )?something|these|this|your (?:items?|cart|basket|bag|stuff|goodies))(?: behind| in your (?:cart|basket|bag))?"
        r"|your (?:cart|basket|bag|items?)(?: \w+)? (?:misses|is missing|miss|is lonely|are lonely|feel(?:s|ing)?|is crying|is sad|are waiting|is waiting"
        r"|wants? you|needs? you|won't wait)(?: (?:you|for you|lonely|abandoned|sad))?"
        r"|(?:don't|do not) (?:leave|abandon) (?:me|us|your (?:cart|basket|items)|them)(?: behind| hanging| alone)?"
        r"|(?:abandoned|forgotten) (?:cart|basket)|(?:come back|return) (?:to|for) your (?:cart|basket|bag)"
        r"|(?:we|they) (?:thought|hoped) you (?:loved|liked|wanted) (?:us|it|them|this)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:vous avez|tu as|n'avez-vous pas|n'as-tu pas|auriez-vous|aurais-tu)(?: peut-être)? oublié (?:quelque chose|un article|des articles|votre panier"
        r"|ton panier|un petit quelque chose|de (?:valider|finaliser)[^.!?\n]{0,20})"
        r"|(?:oublié quelque chose|un oubli|petit oubli) ?(?=\?)"
        r"|(?:votre|ton|vos|tes) (?:panier|articles?|sélection|coups de c(?:œ|oe)ur)(?: \w+)? (?:vous |t'|te |s'|se )?(?:attend(?:ent)?|ennuie(?:nt)?"
        r"|sent seule?|manque|réclame|pleure|languit|s'impatiente|impatiente(?:nt)?|n'attend(?:ent)? (?:plus )?que (?:vous|toi)|est triste|s'ennuie)(?: "
        r"(?:toujours|encore|sans (?:vous|toi)))?"
        r"|n'abandonne(?:z)? pas (?:votre|ton|vos|tes|nos|ce|cet|ces)[^.!?\n]{0,25}"
        r"|(?:ne )?(?:le|la|les|nous) (?:laisse|laissez) pas (?:tomber|seule?s?)|(?:panier|article)s? (?:abandonnée?s?|oubliée?s?|délaissée?s?)"
        r"|(?:laissée?s? quelque chose|(?:vous avez|tu as) laissé (?:quelque chose|un article|des articles))(?: derrière)?"
        r"|(?:nous pensions|on pensait|on croyait) que (?:vous (?:l'aim|nous aim|le voul)|tu (?:l'aim|nous aim|le voul))\w+"
        r")"
    ),
}  # fmt: skip
FIX = {"en": Fix(replacement="… is still here, at …", safety="display"), "fr": Fix(replacement="… est toujours là, à …", safety="display")}
MESSAGE = both("A basket that makes reproaches: '{text}'.", "Un panier qui fait des reproches : « {text} ».")
SUGGESTION = both(
    "Say what is in it, the price, and until when it keeps: 'The blue kettle, £34, still here'.",
    "Dites ce qu'il y a dedans, le prix, et jusqu'à quand : « La bouillotte bleue, 34 €, toujours là ».",
)


@rule("CRP006", "cart-guilt", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def cart_guilt(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A basket with feelings.

    What it does
        Finds basket reminders that play on guilt (`Your cart misses you`, « Tu as oublié quelque chose ? »). A reminder that names the thing, and things
        forgotten in a shop, pass.
    Why
        54 % of people find basket reminders creepy, and 25 % object to them; naming the thing is what helps the others.
    En français
        Un panier qui a des sentiments
        54 % des gens trouvent les rappels de panier dérangeants, 25 % s'y opposent ; nommer la chose est ce qui aide les autres.
    Example
        Bad (en): You left something behind.
        Good (en): The blue kettle is still here, at £34.
        Bad (fr): Tu as oublié quelque chose ?
        Good (fr): La bouillotte bleue est toujours là, à 34 €.
    Source
        Consumer surveys quoted in retailwire.com, 2021-04-27 (Cheetah Digital/Econsultancy), and pitneybowes.com/us/blog/privacy-and-personalization.html,
        read 2026-11-21.
    """
    for start, end in meant(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION, FIX[grounds.locale])
