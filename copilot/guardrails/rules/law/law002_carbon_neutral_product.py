import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.checks.sentences import sentence_of
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:carbon|climate|co[2₂]|emissions?|greenhouse gas)[- ](?:neutral|positive|negative|free|zero|compensated|offset)\b"
        r"|(?:zero|net[- ]zero|nil)[- ](?:carbon|emissions?|co[2₂]|footprint)\b"
        r"|net[- ]zero\b(?= (?:product|jacket|delivery|packaging|brand|company|home|shipping|flight|collection|range|burger|beer|wine|coffee|milk|ticket|hotel|event|pizza|soap|shoe|bottle))|no carbon footprint\b"
        r"|(?:100 ?%|fully|entirely|completely) offset\b"
        r"|(?:we|which we|it's|is|are) offset (?:100 ?%|all|every|the) (?:of )?(?:our |its |the |your )?(?:carbon|co[2₂]|emissions|delivery)?\b"
        r"|offset(?:s|ting)? (?:all |100 ?% )?(?:of )?(?:our|its|your|the) (?:carbon|co[2₂]|emissions)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:neutres? (?:en|pour le) (?:carbone|climat|co[2₂])|carbone[- ]neutres?|co[2₂][- ]neutres?|climatiquement neutres?|neutralité (?:carbone|climatique)|zéro (?:carbone"
        r"|émissions?(?: nettes?)?|co[2₂])|carbone positi(?:f|ve)|positi(?:f|ve)s? pour le climat|net zéro|sans (?:aucune )?(?:empreinte|émission de) (?:carbone"
        r"|co[2₂]))\b"
        r"|(?:empreinte|bilan) (?:carbone )?(?:neutre|nulle?|zéro|équilibrée?)\b|(?:100 ?%|intégralement|entièrement|totalement) compensée?s?\b"
        r"|(?:compensons|compense|compensé|compensées?) (?:100 ?% de |toutes? |l'intégralité de |intégralement )?(?:nos|ses|vos|notre|son|les"
        r"|l') ?(?:émissions"
        r"|empreinte|co[2₂])(?: carbone)?\b"
        r"|carbon neutral\b)"
    ),
}  # fmt: skip
YEAR = re.compile(r"\b20(?:2[7-9]|[3-9]\d)\b")
MESSAGE = both(
    "'{text}': a product cannot be called so on the strength of offsets.", "« {text} » : un produit ne peut pas se dire tel grâce à des compensations."
)
SUGGESTION = both(
    'Say what was measured and cut ("2.1 kg CO2e per jacket, life-cycle balance of 2025"), or leave it out.',
    "Dites ce qui est mesuré et réduit (« 2,1 kg CO2e par veste, bilan 2025 »), ou retirez-le.",
)


@rule("LAW002", "carbon-neutral-product", level="blocking", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def carbon_neutral_product(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A product called carbon neutral.

    What it does
        Finds carbon neutral, climate neutral, zero carbon, fully offset and their French forms. Goals with a year are left to *green-goal-without-plan*.
        Passes what is denied and what the brief or a claim in force states.
    Why
        Neutrality claimed for a product by offsetting is banned in the EU since 27 September 2026. In France it also takes a public report (life-cycle
        balance, path of reduction); the fine reaches 100,000 €.
    En français
        Produit dit neutre en carbone
        Dire un produit neutre grâce à la compensation est interdit dans l'UE depuis le 27 septembre 2026. En France il faut aussi un rapport public ;
        l'amende atteint 100 000 €.
    Example
        Bad (en): Our carbon-neutral jacket.
        Good (en): A neutral colour, near to carbon.
        Bad (fr): Une veste neutre en carbone.
        Good (fr): Un ton neutre, presque carbone.
    Source
        Directive (EU) 2024/825, applied from 27 September 2026, amending directive 2005/29/EC annex I (https://sorena.io, https://www.pinsentmasons.com, read
        2026-11-21), point 4c; decree 2022-539, code de l'environnement L229-68 (read in https://www.gossement-avocats.com, 2026-11-21).
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        first, last = sentence_of(text.prose, start)
        if YEAR.search(text.prose.scan, first, last) or denied(text.prose, start) or backed(text.prose, start, end, grounds):
            continue
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
