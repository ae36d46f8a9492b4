from collections import Counter
from collections.abc import Iterator

from copilot.guardrails.checks.sentences import sentence_words
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

LEAST, SHARE, MOST = 6, 0.5, 4
ARTICLES = frozenset(("the", "a", "an", "le", "la", "les", "l'", "un", "une", "des"))
MESSAGE = both("{count} of {total} sentences begin with '{word}'.", "{count} phrases sur {total} commencent par « {word} ».")
SUGGESTION = both("Turn two of them round: begin with the place, the time, the thing.", "Retournez-en deux : commencez par le lieu, le moment, la chose.")


@rule("AUT019", "same-sentence-start", level="advice", last_reviewed="2026-11-22", status="preview")
def same_sentence_start(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Sentences that all begin alike.

    What it does
        Flags the fourth sentence with the same first word where half or more of at least six sentences begin with it, lines of a list apart. Adjacent
        repetition of two or three (an anaphora) passes.
    Why
        The list shows through the prose.
    En français
        Phrases qui commencent pareil
        La liste transparaît sous la prose.
    Example
        Bad (en): Our wool is soft. Our soles are thick. Our boxes are brown. Our cat is old. Our tea is hot. Our door is open.
        Good (en): Our wool is soft. It rains. The cat sleeps on it. We sew. Our door is open. Come in.
        Bad (fr): Notre laine est douce. Notre semelle est dure. Notre boîte est brune. Notre chat est vieux. Notre thé est chaud. Notre porte est ouverte.
        Good (fr): Notre laine est douce. Il pleut. Le chat dort dessus. On coud. Notre porte est ouverte. Entrez.
    Source
        General practice; our own benches, 2026-11-22.
    """
    if len(text.prose.text) < 60:
        return
    firsts = [
        (words[0], span) for words, span in zip(sentence_words(text.prose), text.prose.sentences, strict=True) if len(words) > 1 and words[0] not in ARTICLES
    ]
    if len(firsts) < LEAST:
        return
    word, count = Counter(first for first, _ in firsts).most_common(1)[0]
    if count >= MOST and count >= SHARE * len(firsts):
        start = [span for first, span in firsts if first == word][MOST - 1][0]
        start = text.prose.scan.index(word, start)
        yield Hit(start, start + len(word), MESSAGE.fill(count=count, total=len(firsts), word=word), SUGGESTION)
