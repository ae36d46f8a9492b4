import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both
from copilot.records import Fix

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"it(?:'s| is) (?:also |always |very )?(?:important|worth|crucial|essential|interesting|vital|key) (?:to (?:note|mention|point out|highlight"
        r"|emphasi[sz]e|recogni[sz]e|acknowledge)|noting|mentioning|pointing out|highlighting|remembering)(?: here)?(?: that)?"
        r"|it (?:should|must) be (?:noted|mentioned|pointed out|emphasi[sz]ed)(?: that)?|it bears (?:mentioning|repeating|noting)|needless to say"
        r"|it goes without saying(?: that)?|when all is said and done|for all intents and purposes|the fact of the matter is|last but not least"
        r"|as we all know|in the grand scheme of things|without further ado"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"il (?:est|est aussi|est également|est toujours|paraît|semble) (?:important|essentiel|crucial|intéressant|primordial|indispensable|utile"
        r"|nécessaire) (?:de |d')(?:noter|souligner|rappeler|préciser|mentionner|remarquer|relever)(?: ici)?(?: que| qu'| combien)?"
        r"|il (?:convient|importe|est à|est bon|y a lieu) (?:également |aussi |donc )?(?:de |d')?(?:noter|souligner|rappeler|préciser|mentionner|remarquer"
        r"|relever)(?: que| qu')?"
        r"|force est de (?:constater|reconnaître|admettre)(?: que| qu')?|il va (?:sans dire|de soi)(?: que| qu')?|il est indéniable (?:que|qu')"
        r"|il ne fait aucun doute (?:que|qu')|nul doute (?:que|qu')|n'oublions pas (?:que|qu')|comme (?:chacun|tout le monde) (?:le )?sait"
        r"|on ne le (?:dira|répétera|répète) jamais assez|est-il besoin de (?:rappeler|préciser|le rappeler)"
        r"|sans plus (?:attendre|tarder)(?=,? (?:découvr|voici|plong|entr))|inutile de (?:préciser|rappeler|dire) (?:que|qu')"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("A run-up: the sentence stands without it.", "De l'élan pour rien : la phrase tient sans.")
SUGGESTION = both("Delete it and begin with what follows.", "Supprimez, et commencez par la suite.")


@rule("AUT009", "hedging-filler", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def hedging_filler(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A hedge before the sentence.

    What it does
        Finds run-ups such as `it is important to note that` and « il convient de souligner que ». Instructions (`it is important to let it dry`) pass. The
        fix shows the deletion; the next word may want a capital.
    Why
        They announce that something will be said, and the reader has left by then.
    En français
        Élan avant la phrase
        Ils annoncent qu'on va dire quelque chose ; le lecteur est déjà parti.
    Example
        Bad (en): It is important to note that the sole is felt.
        Good (en): It is important to let the sole dry.
        Bad (fr): Il convient de souligner que la semelle est en feutre.
        Good (fr): Il est important de laisser sécher la semelle.
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21; French heuristics: usage.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE, SUGGESTION, Fix(replacement="", safety="display"))
