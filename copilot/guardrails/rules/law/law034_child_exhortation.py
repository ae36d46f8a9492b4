import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:ask|tell|beg|pester|nag|get|convince|remind|persuade) (?:your )?(?:mum|mom|mummy|mommy|dad|daddy|parents|grandma|granny|grandad|grandparents"
        r"|nan|mum and dad|mom and dad|mum or dad) (?:to (?:buy|get|order|bring|pay|take you)|for (?:one|it|this|them|your own|the new)|now|today|about it)\b"
        r"|kids?[,!:] (?:buy|get|collect|order) (?:it|them|yours|one|all)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:demande|dis|supplie|réclame|convaincs?|persuade|rappelle|exige)(?:-le|-la|-les)? (?:vite |le |la |les |donc )?(?:à "
        r"|auprès de )?(?:tes parents|ta maman|ton papa|maman|papa|mamie|papi|papy|tes grands-parents|maman et papa|papa et maman|papa ou maman) (?:de (?:te "
        r"|t'|l'|le |la |les )|d'|pour |qu'il |que tu |la nouvelle|le nouveau|cette|ce )(?!(?:accord|aide|permission|autorisation|expliqu|aider|accompagner"
        r"|lire))"
        r"|(?:demande|réclame)(?:-le|-la|-les) (?:vite )?à (?:tes parents|ta maman|ton papa|maman|papa|noël prochain|mamie)\b"
        r"|les enfants ?[,!:] (?:achetez|demandez|collectionnez|commandez)\b|fais[- ](?:le|la|les)[- ]toi (?:acheter|offrir) par (?:tes parents|papa|maman)\b)"
    ),
}  # fmt: skip
MESSAGE = both("A child must not be told to buy or to have bought.", "On ne dit pas à un enfant d'acheter ni de faire acheter.")
SUGGESTION = both(
    "Speak to the parents, or tell the child about the thing without asking.", "Parlez aux parents, ou parlez de la chose à l'enfant sans rien lui demander."
)


@rule("LAW034", "child-exhortation", level="blocking", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def child_exhortation(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A child sent to the parents' purse.

    What it does
        Finds children told to buy or to ask parents to buy (ask your mum to get you one, demande à tes parents de te l'acheter). Asking for permission or
        help passes.
    Why
        Direct exhortation to children is a banned practice in the EU and the UK.
    En français
        Enfant envoyé au porte-monnaie des parents
        L'exhortation directe aux enfants est une pratique interdite dans l'UE et au Royaume-Uni.
    Example
        Bad (en): Ask your mum to buy you one.
        Good (en): Ask your parents for permission first.
        Bad (fr): Demande à tes parents de te l'acheter.
        Good (fr): Demande d'abord la permission à tes parents.
    Source
        Directive 2005/29/EC, annex I, point 28 (number not verified against the text), https://eur-lex.europa.eu/eli/dir/2005/29/oj, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start):
            yield Hit(start, end, MESSAGE, SUGGESTION)
