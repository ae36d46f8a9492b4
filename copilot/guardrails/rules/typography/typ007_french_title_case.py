import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.forms import is_known
from copilot.language.prose import Prose
from copilot.language.words import both
from copilot.records import Fix

SMALL = frozenset(
    str.split("""De Du Des La Le Les Et Ou Pour Votre Notre Vos Nos Ton Ta Tes Avec Sans En Sur Dans Par Un Une Au Aux À Qui Que Ce Cet Cette Ces Vous Nous Est Sont Plus Tout Toute Tous
    Son Sa Ses Chez Se Ne Pas Comme Si Dès Sous Vers Chaque""")
)
LIKELY = re.compile(r" (?<=\w )(?=[A-ZÀ])(?:" + "|".join(sorted(SMALL)) + r") (?=[A-ZÀ-Ý0-9])")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
MESSAGE = both("French titles have one capital, at the beginning.", "Un titre français n'a qu'une capitale, au début.")
SUGGESTION = both("Put it in sentence case; names keep theirs.", "Mettez-le en bas de casse ; les noms propres gardent la leur.")


@rule("TYP007", "french-title-case", level="advice", last_reviewed="2026-11-22", locales=("fr",))
def french_title_case(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Capitals on every word, in French.

    What it does
        Flags a sentence or a title of three words or more in which small words (de, votre, et) have a capital too and no word longer than three letters goes
        without. Titles whose nouns alone have capitals, strings of names and lines in capitals pass.
    Why
        It is English usage: in French it slows the eye and looks translated.
    En français
        Une majuscule à chaque mot
        C'est l'usage anglais : en français l'œil bute, et le texte a l'air traduit.
    Example
        Bad (fr): Découvrez Notre Nouvelle Collection De Plaids
        Good (fr): Découvrez notre nouvelle collection de plaids
        Good (fr): Galeries Lafayette et Printemps Haussmann
    Source
        Lexique des règles typographiques en usage à l'Imprimerie nationale; general practice, not verified against the text. Usage.
    """
    if not LIKELY.search(text.prose.text):
        return
    for start, end in text.prose.sentences:
        words = [match for match in WORD.finditer(text.prose.text, start, end) if not text.prose.is_protected(*match.span())]
        if len(words) < 3 or not LIKELY.search(text.prose.text, start, end):
            continue
        lower = [match.group() for match in words[1:] if match.group()[0].islower()]
        named = [_is_name(match.group()) for match in words[1:] if match.group() not in SMALL]
        if len(lower) > len(words) // 5 or any(len(word) > 3 for word in lower) or all(match.group().isupper() for match in words):
            continue
        if 2 * sum(named) <= len(named):
            fixed = _sentence_case(text.prose, start, end, grounds)
            yield Hit(start, end, MESSAGE, SUGGESTION, Fix(replacement=fixed, safety="unsafe"))


def _sentence_case(prose: Prose, start: int, end: int, grounds: Grounds) -> str:
    """start..end with ordinary words in lower case, the first and names apart."""
    own = grounds.house.names if grounds.house else frozenset()

    def lower(match: re.Match[str]) -> str:
        word = match.group()
        keep = match.start() == 0 or word.isupper() or word.lower() in own or (word not in SMALL and _is_name(word))
        return word if keep else word.lower()

    return WORD.sub(lower, prose.text[start:end])


def _is_name(word: str) -> bool:
    """Whether the dictionary does not know the word, its elided article apart."""
    return not is_known(word.lower().replace("’", "'").split("'")[-1], "fr")
