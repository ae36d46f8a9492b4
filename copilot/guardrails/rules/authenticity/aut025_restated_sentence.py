from collections.abc import Iterator

from copilot.guardrails.checks.sameness import content, likeness
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Prose
from copilot.language.words import both

LIKE, LEAST = 0.7, 4
"""Share of common content words from which two sentences say the same, and the fewest such words to compare."""
MESSAGE = both("This says again what an earlier sentence said: '{first}'.", "Cela redit une phrase d'avant : « {first} ».")
SUGGESTION = both("Keep the better of the two.", "Gardez la meilleure des deux.")


def figures_of(words: tuple[str, ...]) -> list[str]:
    """The figures among `words`."""
    return [word for word in words if word.isdigit()]


@rule("AUT025", "restated-sentence", level="advice", last_reviewed="2026-11-22")
def restated_sentence(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """The same sentence twice.

    What it does
        Compares the content words of all sentences of a field, plurals cut off; two that share 70 % of at least four are near-identical, and the later is
        flagged. Whole lines that are identical belong to repeated-line; sentences with different figures or with a changed word on purpose (a refrain of
        three or more) pass.
    Why
        Padding: the reader reads it twice and learns it once.
    En français
        La même phrase deux fois
        Du remplissage : le lecteur lit deux fois et apprend une fois.
    Example
        Bad (en): Our bags are made to last for years of travel. For years of travel, our bags are made to last.
        Good (en): Our bags last. So does the smell of the dye.
        Bad (fr): Nos sacs sont faits pour durer des années de voyage. Pour durer des années de voyage, nos sacs sont faits.
        Good (fr): Nos sacs durent. L'odeur de la teinture aussi.
    Source
        General practice; our own benches, 2026-11-22.
    """
    prose = text.prose
    if len(prose.sentences) < 2:
        return
    known: list[tuple[tuple[str, ...], str]] = []
    for start, end in prose.sentences:
        words = content(Prose(prose.text[start:end], prose.locale))
        if len(words) < LEAST:
            continue
        alike = [other for others, other in known if likeness(words, others) >= LIKE and figures_of(words) == figures_of(others)]
        if len(alike) == 1 and not (alike[0] == prose.text[start:end] and "\n" in prose.text):
            yield Hit(start, end, MESSAGE.fill(first=alike[0]), SUGGESTION)
        known.append((words, prose.text[start:end]))
