from collections.abc import Iterator

from copilot.guardrails.checks.address import PERSONS
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

SAME: dict[str, tuple[str, ...]] = {"nous": ("nous", "we"), "on": ("on", "we"), "je": ("je", "i"), "we": ("nous", "on", "we"), "i": ("je", "i"), "name": ()}
"""The person of voice.yaml, and what it is in either language."""
MARKS = {
    "nous": frozenset(("nous", "avons-nous", "allons-nous")), "on": frozenset(("on",)), "je": frozenset(("je", "j'")),
    "we": frozenset(("we", "we're", "we'll", "we've", "we'd", "our", "ours", "us")), "i": frozenset(("i", "i'm", "i'll", "i've", "i'd", "my", "mine",
                     "myself")),
}  # fmt: skip
"""Words without which a person cannot show."""
NAMES = {
    "nous": both("nous", "nous"), "on": both("on", "on"), "je": both("je", "je"), "we": both("we", "we"), "i": both("I", "I"), "name": both("its name",
    "son nom"),
}  # fmt: skip
MESSAGE = both("'{text}': this brand speaks of itself as {wanted}.", "« {text} » : cette marque parle d'elle en disant {wanted}.")
SUGGESTION = both("Keep to {wanted}.", "Gardez {wanted}.")


@rule("VOI003", "wrong-person", level="scoring", last_reviewed="2026-11-22")
def wrong_person(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Another person than the brand's.

    What it does
        Looks for the brand speaking of itself as we, I, nous, on or je where `person` in voice.yaml says another. In French only the subject tells `nous`
        from `on` (« chez nous » and « nos laines » go with both), and only `on vous …`, `on te …` is surely the brand. Quotations, calls to action (« Je
        m'abonne ») and calls of four words or fewer pass.
    Why
        A house that is now `nous`, now `on`, has two voices.
    En français
        Une autre personne que celle de la marque
        Une maison qui dit tantôt « nous », tantôt « on », a deux voix.
    Example
        Bad (fr): Nous vous proposons un plaid.
        Good (fr): On a un plaid, et tu nous diras.
        Bad (en): I knitted this on Tuesday and I am sorry.
        Good (en): We knitted this on Tuesday.
    Source
        The brand's own voice.yaml, `person`.
    """
    wanted = grounds.house.guide.voice.person if grounds.house else None
    if wanted is None or (text.spec is not None and text.spec.name == "call_to_action") or len(text.prose.words) <= 4:
        return
    words = frozenset(text.prose.words)
    for person, pattern in PERSONS[grounds.locale].items():
        if person not in SAME[wanted] and not MARKS[person].isdisjoint(words):
            for start, end in said(pattern, text.prose):
                yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end], wanted=NAMES[wanted]), SUGGESTION.fill(wanted=NAMES[wanted]))
