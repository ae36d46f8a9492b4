import re
from collections import deque
from collections.abc import Iterator
from itertools import islice

from copilot.guardrails.checks.sentences import sentence_words
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.words import both

LIKE, LEAST = 0.7, 4
"""Share of common content words from which two sentences say the same, and the fewest such words to compare."""
REACH = 150
"""Sentences before it that a sentence is compared with."""
DIGITS = re.compile(r"\d+")
MESSAGE = both("This says again what an earlier sentence said: '{first}'.", "Cela redit une phrase d'avant : « {first} ».")
SUGGESTION = both("Keep the better of the two.", "Gardez la meilleure des deux.")


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
    small = FUNCTION_WORDS[prose.locale]
    known: deque[tuple[frozenset[str], list[str], str]] = deque(maxlen=REACH)
    for words, (start, end) in zip(sentence_words(prose), prose.sentences, strict=True):
        own = frozenset(word.rstrip("sx") for word in words if word not in small and len(word) > 2)
        if len(own) < LEAST:
            continue
        sentence = prose.text[start:end]
        figures = DIGITS.findall(sentence)
        saying_it = (other for others, theirs, other in known if theirs == figures and len(own & others) >= LIKE * len(own | others))
        alike = list(islice(saying_it, 2))
        if len(alike) == 1 and not (alike[0] == sentence and "\n" in prose.text):
            yield Hit(start, end, MESSAGE.fill(first=alike[0]), SUGGESTION)
        known.append((own, figures, sentence))
