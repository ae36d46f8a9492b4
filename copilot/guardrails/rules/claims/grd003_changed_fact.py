from collections.abc import Iterator

from copilot.guardrails.checks.facts import changed
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.figures import figures
from copilot.language.words import both
from copilot.records import Fix

MESSAGE = both("The brief says {known}, the copy says {text}.", "Le brief dit {known}, le texte dit {text}.")
SUGGESTION = both("Put the brief's figure, or correct the brief.", "Remettez le chiffre du brief, ou corrigez le brief.")


@rule("GRD003", "changed-fact", level="blocking", last_reviewed="2026-11-22")
def changed_fact(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A fact of the brief, changed.

    What it does
        Compares each figure that nothing states with the figures of the brief in the same unit. It speaks where a word near by is that of the fact (weight,
        garantie, délai ...) or where the brief has a single price or weight. Postage, deposits and former prices pass.
    Why
        A wrong price or weight misleads the buyer on a main characteristic and binds the seller. Figures swapped by a model (12 for 21) escape a tired eye.
    En français
        Fait du brief changé
        Un prix ou un poids faux trompe l'acheteur sur l'essentiel et engage le vendeur. Un 12 devenu 21 échappe à l'œil fatigué.
    Example
        Bad (en): It weighs 2.1 kg.
        Good (en): It weighs 1.2 kg.
        Good (en): Postage is £4.
        Bad (fr): La veste Odette, 94 €.
        Good (fr): La veste Odette, 49 €.
        Good (fr): Le port est à 6 €.
    Source
        Directive 2005/29/EC, articles 6 and 7 (misleading actions and omissions; general practice for the reading),
        https://eur-lex.europa.eu/eli/dir/2005/29/oj, read 2026-11-21.
    """
    if grounds.brief is None:
        return
    for figure in figures(text.prose, words=True):
        fact = changed(figure, text.prose, grounds)
        if fact:
            printed = text.prose.text[figure.start : figure.end]
            yield Hit(figure.start, figure.end, MESSAGE.fill(known=fact.printed, text=printed), SUGGESTION, Fix(replacement=fact.printed, safety="unsafe"))
