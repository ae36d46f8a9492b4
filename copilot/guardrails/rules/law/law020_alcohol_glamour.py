import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.alcohol import sold_drink
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:part(?:y|ies)|festive|festivities|celebrat\w+|seduc\w+|irresistible|sexy|success(?:ful)?|win(?:ner|ning)s?|sporty?|athlet\w+|champions?|healthy|relax\w*"
        r"|unwind|stress|escape|freedom|wild nights?|hangover|tipsy|get drunk|unforgettable nights?|youth|friends)\b"
    ),
    "fr": re.compile(
        r"\b(?:fêtes?|faire la fête|fêtard\w*|festi(?:f|fs|ve|ves)|festivités|célébr\w+|sédui\w+|séduct\w+|sexy|glamour|réussite|succès|gagnants?|victoires?"
        r"|sporti(?:f|ve)s?|champions?|santé|bien-être|détente|détend\w*|relax\w*|évade\w*|évasion|liberté|ivresse|enivr\w+|gueule de bois|nuits? (?:folles?"
        r"|inoubliables?)|soirées? (?:inoubliables?|endiablées?|de folie)|s'éclate\w*|entre potes|jeunesse|virilité|convivialité|moments? (?:inoubliables?"
        r"|magiques?))\b"
    ),
}  # fmt: skip
MESSAGE = both(
    "The Évin law allows facts about a drink, not what it does to a party.", "La loi Évin permet les faits sur une boisson, pas ce qu'elle fait à la fête."
)
SUGGESTION = both(
    "Keep to origin, grape, making, taste, price and how to serve it.", "Restez à l'origine, au cépage, à la fabrication, au goût, au prix et au service."
)


@rule("LAW020", "alcohol-glamour", level="scoring", last_reviewed="2026-11-22", jurisdictions=("fr",), anchors=anchors_for(PATTERNS))
def alcohol_glamour(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Alcohol with festivity, success, sport or health.

    What it does
        Finds words of party, seduction, success, sport, youth or well-being in copy that sells alcohol under French law.
    Why
        Advertising for alcohol may only speak of degree, origin, name, composition, making, sale and serving, and of awards and soil.
    En français
        Alcool et fête, succès, sport ou santé
        La publicité pour l'alcool ne parle que de degré, d'origine, de nom, de composition, de fabrication, de vente et de service, de prix et de terroir.
    Example
        Bad (en): Our gin, £32 a bottle: let the party begin.
        Good (en): Our gin, £32 a bottle, distilled in Alston.
        Bad (fr): Notre gin, 32 € la bouteille : faites la fête !
        Good (fr): Notre gin, 32 € la bouteille, distillé à Felletin.
    Source
        Code de la santé publique, L3323-4, ministerial answer of 22 February 2022, https://aeccompta.com, read 2026-11-21.
    """
    if sold_drink(text.prose) is None:
        return
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        around = text.prose.scan[max(0, start - 25) : end + 10]
        if "dangereu" not in around and "pour la santé" not in around and not denied(text.prose, start):
            yield Hit(start, end, MESSAGE, SUGGESTION)
