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
        r"\b(?:fully |100 ?% |completely |entirely )?compostable\b"
    ),
    "fr": re.compile(
        r"\b(?:entièrement |100 ?% |totalement )?compostables?\b"
    ),
}  # fmt: skip
HOW = re.compile(
    r"\b(?:home|industrial(?:ly)?|garden|municipal)[- ](?:compost\w*)|compostable at home|compost(?:able)?s? (?:chez (?:toi|vous|soi)|domestique"
    r"|industriel\w*|à domicile|maison|en usine)"
    r"|\bcompostage (?:domestique|industriel)|\bne pas jeter|\bdo not (?:throw|litter)|\ben 13432\b|\bnf t 51-800\b|\bok compost\b"
)
MESSAGE = both("'{text}': in whose compost, and after how long?", "« {text} » : dans quel compost, et en combien de temps ?")
SUGGESTION = both(
    "Say home or industrial composting and 'do not throw away in nature', or leave it out.",
    "Dites compost domestique ou industriel et « ne pas jeter dans la nature », ou retirez-le.",
)


@rule("LAW004", "compostable-claim", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def compostable_claim(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Compostable, with no word on how.

    What it does
        Finds compostable where the field says neither home nor industrial composting nor 'ne pas jeter dans la nature'. Passes what is denied and what the
        brief or a claim states.
    Why
        French law wants the advice beside the word and forbids it for plastics that only compost in a plant (general practice, not verified against the
        text).
    En français
        Compostable, sans mode d'emploi
        La loi française veut le conseil à côté du mot, et l'interdit aux plastiques qui ne se compostent qu'en usine (pratique générale, non vérifiée dans le
        texte).
    Example
        Bad (en): Compostable packaging.
        Good (en): Home compostable in a year; not for the roadside.
        Bad (fr): Un sachet compostable.
        Good (fr): Compostable chez toi en un an ; ne pas jeter dans la nature.
    Source
        Code de l'environnement, L541-9-1 (general practice, not verified against the text); FTC Green Guides 16 CFR 260, general practice; noted 2026-11-21,
        own reading.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if HOW.search(text.prose.scan) or denied(text.prose, start) or backed(text.prose, start, end, grounds):
            continue
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
