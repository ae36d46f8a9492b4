from collections.abc import Iterator

from copilot.guardrails.checks.sentences import sentence_words
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

LEAST, FLAT = 8, 0.25
"""Fewest sentences to speak about, and the share of the mean below which their lengths hardly vary."""
MESSAGE = both("{count} sentences of about {mean} words each.", "{count} phrases d'environ {mean} mots chacune.")
SUGGESTION = both("Break one, or let one run.", "Coupez-en une, ou laissez-en courir une autre.")


@rule("AUT018", "uniform-rhythm", level="advice", last_reviewed="2026-11-22", threshold=FLAT, status="preview")
def uniform_rhythm(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Sentences all of one length.

    What it does
        Measures the spread of sentence lengths (standard deviation over mean) in running text of at least eight sentences, lists apart; below 0.25 it advises
        on the first sentence. Measured on human pages a threshold of 0.40 was too eager, and the measure alone tells human from machine no better than
        chance: it is about rhythm, not about who wrote it.
    Why
        Prose that never changes step puts the reader to sleep.
    En français
        Phrases toutes de la même longueur
        Une prose qui ne change jamais de pas endort son lecteur.
    Example
        Bad (en): The wool is soft and warm today. The sole is thick and stiff below. The seam is straight and neat here. The box is brown and plain outside. The shop is small and dark inside. The cat is old and slow indeed. The tea is hot and sweet again. The rain is cold and grey outside.
        Good (en): It rained. We mended the blue jacket, which had been out in it, and then the red one. Tea.
        Bad (fr): La laine est douce et chaude ici. La semelle est dure et lisse dessous. La couture est droite et fine dessus. La boîte est brune et simple dehors. La salle est petite et sombre dedans. Le chat est vieux et lent partout. Le thé est chaud et sucré encore. La pluie est froide et grise dehors.
        Good (fr): Il pleut. On a recousu la veste bleue, qui en revenait, et puis la rouge. Thé.
    Source
        Measured: models 0.3-0.6 over essays, github.com/sam-paech/slop-score (contrast and word counts of 22 models), read 2026-11-21; our own benches,
        2026-11-22.
    """
    if "\n-" in text.prose.text or "\n•" in text.prose.text or len(text.prose.text) < 150:
        return
    lengths = [len(words) for words in sentence_words(text.prose) if words]
    if len(lengths) < LEAST:
        return
    mean = sum(lengths) / len(lengths)
    if sum((length - mean) ** 2 for length in lengths) < (grounds.threshold("AUT018", FLAT) * mean) ** 2 * len(lengths):
        yield Hit(*text.prose.sentences[0], MESSAGE.fill(count=len(lengths), mean=round(mean)), SUGGESTION)
