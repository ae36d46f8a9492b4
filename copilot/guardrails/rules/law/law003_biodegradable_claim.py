import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:fully |100 ?% |completely |entirely )?(?<!\bnon )(?<!\bnon-)bio-?degradable\b"
    ),
    "fr": re.compile(
        r"\b(?:entièrement |100 ?% |totalement |complètement )?(?<!\bnon )(?<!\bnon-)bio-?d[ée]gradables?\b"
    ),
}  # fmt: skip
MESSAGE = both("'{text}' may not be put on a product or its packaging in France.", "« {text} » : mention interdite en France sur un produit ou son emballage.")
SUGGESTION = both("Say what to do with it (compost, sorting bin), or leave it out.", "Dites quoi en faire (compost, bac de tri), ou retirez-le.")


@rule("LAW003", "biodegradable-claim", level="blocking", last_reviewed="2026-11-22", jurisdictions=("fr",), anchors=anchors_for(PATTERNS))
def biodegradable_claim(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Biodegradable, on a product.

    What it does
        Finds biodégradable and biodegradable for brands under French law. Passes what is denied. Overrule with a reason in adverts that are neither product
        nor packaging.
    Why
        The anti-waste law of 2020 bans the word on products and packaging, since readers take it for leave to throw away. A softening was under discussion in
        2026: check Légifrance.
    En français
        Biodégradable, sur un produit
        La loi anti-gaspillage de 2020 interdit le mot sur produits et emballages : le lecteur y lit la permission de jeter. Un assouplissement était discuté
        en 2026 : vérifiez sur Légifrance.
    Example
        Bad (en): Biodegradable wrapping.
        Good (en): Put it on the compost heap.
        Bad (fr): Un emballage biodégradable.
        Good (fr): Le carton va au bac jaune.
    Source
        Code de l'environnement, L541-9-1, as restated in Senate amendment COM-140 of 30 January 2026, https://www.senat.fr/rap/r25-300/r25-30042.html, read
        2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
