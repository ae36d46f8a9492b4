from collections.abc import Iterator, Sequence

from copilot.guardrails.checks.sameness import content, likeness
from copilot.guardrails.grounds import Grounds, squeeze
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

ALIKE = 0.75
MESSAGE = both("The preheader says the subject again.", "Le pré-en-tête redit l'objet.")
SUGGESTION = both("Go on from it: the answer, the price, the delay, the joke's second half.", "Prolongez-le : la réponse, le prix, le délai, la chute.")


@rule("CHN042", "preheader-repeats-subject", level="scoring", last_reviewed="2026-11-22", scope="copy", channels=("email",))
def preheader_repeats_subject(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """A preheader that repeats the subject.

    What it does
        Flags a preheader that is the subject, begins with it (three words or more), or shares three quarters of its content words (three at least).
    Why
        The two stand side by side in the inbox; the second is the only line one gets for free.
    En français
        Pré-en-tête qui répète l'objet
        Les deux s'affichent côte à côte ; le second est la seule ligne offerte.
    Example
        Bad (en, email): subject=Your old jacket can come home | preheader=Your old jacket can come home.
        Good (en, email): subject=Your old jacket can come home | preheader=Agnes has needles left.
        Bad (fr, email): subject=Augustin est fait de nos brouillons | preheader=Augustin est fait de nos brouillons, et d'autres
        Good (fr, email): subject=Augustin est fait de nos brouillons | preheader=Vingt-quatre carrés d'essai, cousus par Fatou.
    Source
        General practice, not verified against a text; the measure is our own.
    """
    filled = {text.key: text for text in texts}
    if "subject" not in filled or "preheader" not in filled:
        return
    subject, preheader = filled["subject"].prose, filled["preheader"].prose
    first, second = squeeze(subject.text), squeeze(preheader.text)
    if not first or not second:
        return
    begins = first.count(" ") >= 2 and f"{second} ".startswith(f"{first} ")
    ours, theirs = content(subject), content(preheader)
    if first == second or begins or (len(set(ours)) >= 3 and likeness(ours, theirs) >= ALIKE):
        yield Hit(0, len(preheader.text), MESSAGE, SUGGESTION, key="preheader")
