from collections.abc import Iterator

from copilot.guardrails.checks.sentences import sentence_words
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MESSAGE = both("{count} words; this brand's sentences have {most} at most.", "{count} mots ; cette marque s'arrête à {most} par phrase.")
SUGGESTION = both("Put a full stop where you would breathe.", "Mettez un point là où vous reprenez souffle.")


@rule("VOI004", "over-long-sentence", level="scoring", last_reviewed="2026-11-22")
def over_long_sentence(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A sentence longer than the brand's.

    What it does
        Counts the words of each sentence against `max_words_per_sentence` in voice.yaml and marks what stands beyond it. French elisions count with their
        word; a list after a colon counts line by line.
    Why
        The brand set how long a breath is.
    En français
        Une phrase plus longue que celles de la marque
        La marque a fixé la longueur du souffle.
    Example
        Bad (en): We took the jacket to the bench on a Tuesday in March with the rain coming sideways and nobody in the shop but the dog and a man who wanted change for the meter.
        Good (en): We took the jacket to the bench. It was Tuesday.
        Bad (fr): On a porté la veste à l'établi un mardi de mars, avec la pluie qui venait de travers et personne dans la boutique sauf le chien et un monsieur qui voulait de la monnaie pour le parcmètre.
        Good (fr): On a porté la veste à l'établi. C'était mardi.
    Source
        The brand's own voice.yaml, `style.max_words_per_sentence`; 25 words in the 18F content guide, github.com/18F/content-guide, read 2026-11-21.
    """
    if not grounds.house:
        return
    most = grounds.house.guide.voice.style.max_words_per_sentence
    if len(text.prose.words) <= most:
        return
    for words, (start, end) in zip(sentence_words(text.prose), text.prose.sentences, strict=True):
        count = sum(not word.endswith("'") for word in words)
        if count > most:
            own = [span[0] for span, word in zip(text.prose.word_spans, text.prose.words, strict=True) if start <= span[0] < end and not word.endswith("'")]
            yield Hit(own[most], end, MESSAGE.fill(count=count, most=most), SUGGESTION)
