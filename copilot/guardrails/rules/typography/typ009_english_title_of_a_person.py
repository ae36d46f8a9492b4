import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

TITLE = re.compile(r"(?<![\w.])(?:(Mr|MR|Mrs)\.?|(Mme|Mmes|Mlle|Mlles)\.|(Melle|Melles|Mle))(?= [A-ZÀ-Ý])")
KNOWN = re.compile(r" (?:Propre|Bricolage|Bean|Freeze|Robot|Hyde|Darcy|President|Gutsy|Olympia|Universe|Muscle|Nobody|Fox|T\b|Big|Potato|Good|Men\b|Monde)")
RIGHT = {"Mr": "M.", "MR": "M.", "Mrs": "Mme", "Melle": "Mlle", "Melles": "Mlles", "Mle": "Mlle"}
MESSAGE = both("French writes '{right}'.", "Le français écrit « {right} ».")
SUGGESTION = both(
    "M., Mme, Mlle, Dr, Me: a point only where the last letter is missing.", "M., Mme, Mlle, Dr, Me : un point seulement s'il manque la dernière lettre."
)


@rule("TYP009", "english-title-of-a-person", level="advice", last_reviewed="2026-11-22", locales=("fr",), anchors={"fr": ("mr", "mme", "mlle", "melle", "mle")})
def english_title_of_a_person(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Mr. in French.

    What it does
        Before a name, turns Mr and Mr. into M., Mrs into Mme, Melle into Mlle, and takes the point off Mme. and Mlle. Well-known names (Mr. Bean, Mr
        Propre) and the brand's own pass.
    Why
        Mr is English; readers named so notice it first.
    En français
        « Mr » en français
        « Mr » est anglais ; ceux qu'on nomme ainsi le voient en premier.
    Example
        Bad (fr): Mr. Lucien et Mme. Fatou vous attendent.
        Good (fr): M. Lucien et Mme Fatou vous attendent.
        Good (fr): Le retour de Mr. Bean.
    Source
        Quelques règles typographiques, http://fr.vivat.be/culture/quelques-regles-typographiques_435, read 2026-11-22.
    """
    for match in TITLE.finditer(text.prose.text):
        title = match[1] or match[2] or match[3]
        next_word = re.match(r"[^\W\d_]*", text.prose.text[match.end() + 1 : match.end() + 30])
        own = grounds.house is not None and next_word is not None and f"{title} {next_word.group()}" in " ".join(grounds.house.guide.voice.names)
        if KNOWN.match(text.prose.text, match.end()) or own or text.prose.is_protected(*match.span()):
            continue
        right = RIGHT.get(title, title)
        yield Hit(match.start(), match.end(), MESSAGE.fill(right=right), SUGGESTION, Fix(replacement=right, safety="unsafe" if match[1] else "safe"))
