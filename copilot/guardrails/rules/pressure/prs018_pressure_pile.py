import re
from collections.abc import Iterator, Sequence

from copilot.guardrails.checks.anchors import Gate, anchors_for
from copilot.guardrails.checks.pressure import pressed
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.guardrails.rules.pressure.prs001_false_urgency import PATTERNS as URGENCY
from copilot.guardrails.rules.pressure.prs002_false_scarcity import PATTERNS as SCARCITY
from copilot.guardrails.rules.pressure.prs003_high_demand import PATTERNS as DEMAND
from copilot.guardrails.rules.pressure.prs004_activity_count import PATTERNS as ACTIVITY
from copilot.guardrails.rules.pressure.prs005_countdown import PATTERNS as COUNTDOWN
from copilot.guardrails.rules.pressure.prs006_reserved_basket import PATTERNS as BASKET
from copilot.guardrails.rules.pressure.prs007_confirmshaming import PATTERNS as SHAME
from copilot.guardrails.rules.pressure.prs014_fear_appeal import PATTERNS as FEAR
from copilot.language.prose import Locale, Span
from copilot.language.words import Words, both

KINDS: dict[str, tuple[Words, dict[Locale, re.Pattern[str]]]] = {
    "urgency": (both("urgency", "urgence"), URGENCY),
    "countdown": (both("a countdown", "compte à rebours"), COUNTDOWN),
    "scarcity": (both("scarcity", "rareté"), SCARCITY),
    "demand": (both("demand", "engouement"), DEMAND),
    "activity": (both("other people's clicks", "gestes des autres"), ACTIVITY),
    "basket": (both("a held basket", "panier réservé"), BASKET),
    "fear": (both("fear", "peur"), FEAR),
    "shame": (both("shame", "honte"), SHAME),
}
ALIKE = {"countdown": "urgency", "basket": "urgency"}
"""Kinds that say the same thing: the clock."""
LOCALES: tuple[Locale, ...] = ("fr", "en")
GATES = {locale: Gate({kind: table[locale] for kind, (_, table) in KINDS.items()}) for locale in LOCALES}
MESSAGE = both("{count} kinds of pressure in one piece: {kinds}.", "{count} sortes de pression dans un même texte : {kinds}.")
SUGGESTION = both("Keep the one that is true and give its figure.", "Gardez celle qui est vraie, avec son chiffre.")


@rule(
    "PRS018",
    "pressure-pile",
    level="scoring",
    last_reviewed="2026-11-22",
    scope="copy",
    anchors=anchors_for(*(table for _, table in KINDS.values())),
)
def pressure_pile(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """Pressure upon pressure.

    What it does
        Counts the kinds of pressure in all fields of a copy (clock, scarcity, demand, other people's clicks, fear, shame), dated or not; the first word of
        the second kind is flagged.
    Why
        Each alone may be true. Together they leave no room to decide.
    En français
        Pression sur pression
        Chacune, seule, peut être vraie. Ensemble elles ne laissent plus la place de décider.
    Example
        Bad (en): Hurry up, only 3 left in stock!
        Good (en): Hurry up, the bus is here.
        Bad (fr): Dépêchez-vous, plus que 3 exemplaires !
        Good (fr): Dépêchez-vous, le car est là.
    Source
        Mathur et al. 2019, github.com/aruneshmathur/dark-patterns, and github.com/yamanalab/ec-darkpattern, read 2026-11-21; notes on dark patterns and their
        legal hooks, read 2026-11-21.
    """
    first: dict[str, tuple[FieldText, Span, Words]] = {}
    possible = [GATES[grounds.locale].possible(text.prose.scan) for text in texts]
    if len({ALIKE.get(kind, kind) for kinds in possible for kind in kinds}) < 2:
        return
    for text, kinds in zip(texts, possible, strict=True):
        for kind in kinds:
            words, table = KINDS[kind]
            span = next(iter(pressed(table[grounds.locale], text.prose)), None)
            if span and not any(other is text and span[0] < stop and begin < span[1] for other, (begin, stop), _ in first.values()):
                first.setdefault(ALIKE.get(kind, kind), (text, span, words))
    if len(first) > 1:
        names = Words(", ".join(words.en for _, _, words in first.values()), ", ".join(words.fr for _, _, words in first.values()))
        text, (start, end), _ = list(first.values())[1]
        yield Hit(start, end, MESSAGE.fill(count=len(first), kinds=names), SUGGESTION, key=text.key)
