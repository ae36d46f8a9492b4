import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.lexicons.known_brands import KNOWN_BRANDS
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

NAMES = re.compile(
    r"\b([A-ZÀ-Ý][\w-]{2,24}) ?[™®]|\b([A-Z][a-zà-ÿ]{2,12}[A-Z][A-Za-zà-ÿ]{2,12})\b"
    r"|\b(?:technolog(?:ie|y)|système|system|formule|formula|fibre|membrane|tissu|fabric|procédé|brevet|patent|méthode|method|programme"
    r"|label) ([A-ZÀ-Ý][a-zà-ÿ]+[A-Za-zà-ÿ0-9-]*)\b"
    r"|\b((?:Dr|Docteur|Pr|Professeur|Professor|Prof|Doctor)\.? [A-ZÀ-Ý][a-zà-ÿ]+(?: [A-ZÀ-Ý][a-zà-ÿ]+)?)"
)
_TRADE_NAMES = (
    "youtube linkedin paypal whatsapp tiktok iphone ipad macbook javascript typescript github wordpress woocommerce prestashop powerpoint onedrive"
    " bluetooth gore-tex velcro lycra tencel"
    " kevlar doctolib blablacar leboncoin facetime airpods playstation chatgpt openai mondial oeko-tex gots ecocert fsc"
)
WELL_KNOWN = frozenset(name.lower() for name in KNOWN_BRANDS) | frozenset(_TRADE_NAMES.split())
MESSAGE = both(
    "'{text}' is neither in the brief, nor in the claims, nor among the brand's names.",
    "« {text} » n'est ni dans le brief, ni dans les allégations, ni dans les noms de la marque.",
)
SUGGESTION = both(
    "Use the brief's names, add it to `names` in voice.yaml, or leave it out.",
    "Reprenez les noms du brief, ajoutez-le à `names` dans voice.yaml, ou retirez-le.",
)


@rule("GRD002", "unsupported-name", level="advice", last_reviewed="2026-11-22", status="preview")
def unsupported_name(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A name that comes from nowhere.

    What it does
        Where there is a brief, points at names of the kind that models make up: words with ™ or ®, CamelCase words (AquaShield), a technology, fabric or
        formula with a capital, and people with a title (Dr Martin). Names of the brand, the brief and the claims pass, as do well-known brands. First names
        and places are left alone: too many are real.
    Why
        An invented technology or doctor sounds like a fact, and is one that nobody can prove.
    En français
        Nom venu de nulle part
        Une technologie ou un docteur inventés ont l'air d'un fait, et personne ne pourra le prouver.
    Example
        Bad (en): With our AquaShield™ lining.
        Good (en): With a lining from Hexham.
        Bad (fr): Grâce à la technologie ThermoLaine.
        Good (fr): Grâce à Odette, tu marches.
    Source
        ASA, CAP Code 3.7, https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21 (documents for what is stated); names: general
        practice.
    """
    if grounds.brief is None:
        return
    own = grounds.house.names if grounds.house else frozenset()
    for match in NAMES.finditer(text.prose.text):
        group = match.lastindex or 0
        name = match.group(group)
        known = name.lower() in WELL_KNOWN or any(word.lower() in own for word in name.split()) or grounds.stated.holds(name)
        if not known and not text.prose.is_protected(*match.span(group)):
            yield Hit(*match.span(group), MESSAGE.fill(text=name), SUGGESTION)
