from collections.abc import Iterator

from copilot.guardrails.checks.wording import is_own
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MESSAGE = both("The brand bans '{term}'. {why}", "La marque bannit « {term} ». {why}")
SUGGESTION = both("{suggestion}", "{suggestion}")
DEFAULT = both("Say it in other words.", "Dites-le autrement.")


@rule("LEX001", "banned-term", level="blocking", last_reviewed="2026-11-22")
def banned_term(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A word the brand bans.

    What it does
        Finds the banned terms of `lexicon.yaml` in all their forms (plural, feminine, conjugated), as whole words, whatever the capitals or the kind of
        apostrophe. The brand's own names pass.
    Why
        The brand decided so; its reason stands beside the term.
    En français
        Mot que la marque bannit
        La marque en a décidé ainsi ; sa raison figure à côté du terme.
    Example
        Bad (en): Adventures await.
        Good (en): A jacket that sheds rain.
        Bad (fr): Des laines révolutionnaires.
        Good (fr): Une laine qui tient chaud.
    Source
        The brand's own lexicon.yaml.
    """
    if not grounds.house:
        return
    for hit in grounds.house.lexicon(grounds.locale).hits(text.prose):
        if hit.kind == "banned" and not is_own(grounds, text.prose, hit.start, hit.end):
            suggestion = SUGGESTION.fill(suggestion=hit.term.suggestion) if hit.term.suggestion else DEFAULT
            yield Hit(hit.start, hit.end, MESSAGE.fill(term=hit.term.term, why=hit.term.why), suggestion)
