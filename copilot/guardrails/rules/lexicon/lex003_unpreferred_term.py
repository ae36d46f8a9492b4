from collections.abc import Iterator

from copilot.guardrails.checks import as_written
from copilot.guardrails.checks.wording import is_own, is_quoted
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

MESSAGE = both("The brand says '{term}' for '{text}'. {why}", "La marque dit « {term} » plutôt que « {text} ». {why}")
SUGGESTION = both("Write '{term}'.", "Écrivez « {term} ».")


@rule("LEX003", "unpreferred-term", level="advice", last_reviewed="2026-11-22")
def unpreferred_term(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Not the brand's own word.

    What it does
        Finds the words under `instead_of` of a preferred term in all their forms, and offers the preferred one with the same capitals. The fix wants a look:
        number, gender and what stands before may have to follow. Quotations and the brand's own names pass.
    Why
        One thing, one word: it is how a reader learns a house's language.
    En français
        Pas le mot de la maison
        Une chose, un mot : c'est ainsi que le lecteur apprend la langue de la maison.
    Example
        Bad (en): We refurbish jackets.
        Good (en): We mend jackets.
        Bad (fr): L'usine ferme à quatre heures.
        Good (fr): L'atelier ferme à quatre heures.
    Source
        The brand's own lexicon.yaml.
    """
    if not grounds.house:
        return
    for hit in grounds.house.lexicon(grounds.locale).hits(text.prose):
        if hit.kind == "prefer" and not is_quoted(text.prose, hit.start, hit.end) and not is_own(grounds, text.prose, hit.start, hit.end):
            found = text.prose.text[hit.start : hit.end]
            message = MESSAGE.fill(term=hit.term.term, text=found, why=hit.term.why)
            yield Hit(hit.start, hit.end, message, SUGGESTION.fill(term=hit.term.term), Fix(replacement=as_written(found, hit.term.term), safety="unsafe"))
