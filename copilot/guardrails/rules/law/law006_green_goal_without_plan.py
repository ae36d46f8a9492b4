import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.checks.sentences import sentence_of
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:carbon|climate|net[- ]zero|zero[- ](?:waste|carbon|emissions?)|emissions?|plastic[- ]free|neutral|renewable|recycled|recyclable|compostable"
        r"|sustainable|footprint|co[2₂]|circular)\b[^.!?\n]{0,60}\b(?:by|before|in|until) (?:the end of )?(20(?:2[7-9]|[3-9]\d))\b"
        r"|(?:by|before|in) (20(?:2[7-9]|[3-9]\d))\b[^.!?\n]{0,60}\b(?:carbon|climate|net[- ]zero|zero[- ](?:waste|carbon|emissions?)|emissions?"
        r"|plastic[- ]free|neutral|renewable|recycled|recyclable|sustainable|footprint|co[2₂])\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:carbone|climat|zéro (?:déchets?|carbone|émissions?|plastique)|émissions?|neutres?|neutralité|renouvelables?|recyclée?s?|recyclables?"
        r"|empreinte|co[2₂]|sans plastique|biosourcée?s?)\b[^.!?\n]{0,60}\b(?:d'ici|à l'horizon|en|avant|dès|pour) (?:à |fin |l'an |l'horizon )?(20(?:2[7-9]"
        r"|[3-9]\d))\b"
        r"|(?:d'ici|à l'horizon|en|avant|dès) (?:à |fin |l'horizon )?(20(?:2[7-9]|[3-9]\d))\b[^.!?\n]{0,60}\b(?:carbone|climat|zéro (?:déchets?|carbone"
        r"|émissions?|plastique)|émissions?|neutres?|neutralité|renouvelables?|recyclée?s?|recyclables?|empreinte|co[2₂])\b)"
    ),
}  # fmt: skip
MESSAGE = both("A promise for {year}: where is the plan, and who checks it?", "Une promesse pour {year} : où est le plan, et qui le vérifie ?")
SUGGESTION = both(
    "Link to the public plan with its steps and its independent check, or say what is done already.",
    "Renvoyez au plan public, à ses étapes et à sa vérification, ou dites ce qui est déjà fait.",
)


@rule("LAW006", "green-goal-without-plan", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def green_goal_without_plan(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A green promise for later.

    What it does
        Finds environmental goals with a future year (net zero by 2040, neutre d'ici 2035) where the sentence has no link and neither the brief nor a claim in
        force states it.
    Why
        Claims on future environmental performance need a public, realistic plan checked by an independent expert, since 27 September 2026 in the EU.
    En français
        Promesse verte pour plus tard
        Une promesse environnementale demande un plan public et réaliste, vérifié par un tiers, dans l'UE depuis le 27 septembre 2026.
    Example
        Bad (en): Carbon neutral by 2035.
        Good (en): A new roof by 2035.
        Bad (fr): Neutre en carbone d'ici 2035.
        Good (fr): Un nouveau toit d'ici 2035.
    Source
        Directive (EU) 2024/825, applied from 27 September 2026, amending directive 2005/29/EC annex I (https://sorena.io, https://www.pinsentmasons.com, read
        2026-11-21), article 6(2)(d).
    """
    for match in PATTERNS[grounds.locale].finditer(text.prose.scan):
        start, end = match.span()
        year = match.group(1) or match.group(2)
        if text.prose.is_protected(*sentence_of(text.prose, start)) or denied(text.prose, start) or backed(text.prose, start, end, grounds):
            continue
        yield Hit(start, end, MESSAGE.fill(year=year), SUGGESTION)
