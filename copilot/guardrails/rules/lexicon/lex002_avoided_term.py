from collections.abc import Iterator

from copilot.guardrails.checks.wording import is_own, is_quoted
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MESSAGE = both("The brand avoids '{term}'. {why}", "La marque évite « {term} ». {why}")
SUGGESTION = both("{suggestion}", "{suggestion}")
DEFAULT = both("Say it in other words.", "Dites-le autrement.")


@rule("LEX002", "avoided-term", level="scoring", last_reviewed="2026-11-22")
def avoided_term(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A word the brand avoids.

    What it does
        Finds the terms under `avoid` in `lexicon.yaml` in all their forms. Quotations and the brand's own names pass: an avoided word may be quoted, a banned
        one may not.
    Why
        The brand would rather not; its reason stands beside the term.
    En français
        Mot que la marque évite
        La marque s'en passe ; sa raison figure à côté du terme.
    Example
        Bad (en): Our storage solutions are here.
        Good (en): A box with a lid.
        Bad (fr): Notre nouvelle collection est là.
        Good (fr): Le plaid est là.
    Source
        The brand's own lexicon.yaml.
    """
    if not grounds.house:
        return
    for hit in grounds.house.lexicon(grounds.locale).hits(text.prose):
        if hit.kind == "avoid" and not is_quoted(text.prose, hit.start, hit.end) and not is_own(grounds, text.prose, hit.start, hit.end):
            suggestion = SUGGESTION.fill(suggestion=hit.term.suggestion) if hit.term.suggestion else DEFAULT
            yield Hit(hit.start, hit.end, MESSAGE.fill(term=hit.term.term, why=hit.term.why), suggestion)
