from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

LEAST_WORDS = 5
SIGNS = str.maketrans("", "", ".,;:!?…«»“”()-–—*")
"""What does not make two sentences different."""
MESSAGE = both("Said twice, word for word.", "Dit deux fois, mot pour mot.")
SUGGESTION = both("Keep one.", "Gardez-en une.")


@rule("SAF009", "repeated-line", level="scoring", last_reviewed="2026-11-22")
def repeated_line(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A sentence or line that stands twice.

    What it does
        Finds a sentence or line of five words or more that comes back word for word in the same field. A refrain of up to four words passes.
    Why
        It is how a model runs on, and how a paste goes wrong.
    En français
        Phrase ou ligne répétée
        C'est ainsi qu'un modèle s'emballe, et qu'un collage rate.
    Example
        Bad (en): It keeps the rain off you. It keeps the rain off you.
        Good (en): It rains. It rains.
        Bad (fr): Elle garde la pluie dehors. Elle garde la pluie dehors.
        Good (fr): Il pleut. Il pleut.
    Source
        Own; measured on the public texts of bench/rule_rates.py, 2026-11-22.
    """
    seen: set[str] = set()
    for start, end in text.prose.sentences:
        bare = text.prose.scan[start:end].translate(SIGNS).strip()
        if bare in seen and len(bare.split()) >= LEAST_WORDS and not text.prose.is_protected(start, end):
            yield Hit(start, end, MESSAGE, SUGGESTION, Fix(replacement="", safety="unsafe"))
        seen.add(bare)
