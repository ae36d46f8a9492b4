from collections.abc import Iterator

from copilot.guardrails.checks.wording import Wordlist, is_quoted
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.lexicons.demeaning import DEMEANING
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

WORDS: dict[Locale, Wordlist] = {locale: Wordlist(words) for locale, words in DEMEANING.items()}
MESSAGE = both("'{text}' demeans people.", "« {text} » rabaisse des gens.")
SUGGESTION = both("Take it out.", "Retirez-le.")


@rule("INC011", "demeaning-word", level="blocking", last_reviewed="2026-11-22", anchors={locale: words.anchors for locale, words in WORDS.items()})
def demeaning_word(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A demeaning word.

    What it does
        Finds a short list of words that demean a people, a body or a way to love. Words with an innocent twin (a chink in the armour, « une tapette à mouches
        », « en retard ») are not on the list; a longer quotation in a text about history passes.
    Why
        There is no copy that needs it.
    En français
        Un mot qui rabaisse
        Aucun texte de marque n'en a besoin.
    Example
        Bad (en): That idea is retarded.
        Good (en): The fire-retardant lining is new.
        Bad (fr): Un gâteau tête-de-nègre.
        Good (fr): Le train est en retard au Niger.
    Source
        Classes of retext-equality 7, github.com/retextjs/retext-equality, read 2026-11-21; list drawn up here.
    """
    for start, end in WORDS[grounds.locale].spans(text.prose):
        if not is_quoted(text.prose, start, end):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
