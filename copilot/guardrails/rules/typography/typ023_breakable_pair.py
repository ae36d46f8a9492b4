import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import WIDE, is_plain
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

UNIT = re.compile(r"\d( )(?:kg|g|mg|km|m|cm|mm|m²|l|L|cl|ml|W|kW|kWh|V|Go|Mo|To|min|s|ha|px|dB|Hz|lb|oz)(?![\w'’])")
TITLE = re.compile(r"(?:M\.|Mme|Mlle)( )(?=[A-ZÀ-Ý])|(?:n°|p\.|art\.|fig\.|vol\.)( )(?=\d)")
FIX = Fix(replacement=WIDE, safety="safe")
MESSAGE = both("These two must not be parted at the end of a line.", "Ces deux-là ne se séparent pas en fin de ligne.")
SUGGESTION = both("Put a non-breaking space with the automatic fix.", "La correction automatique pose l'espace insécable.")


@rule(
    "TYP023",
    "breakable-pair",
    level="advice",
    last_reviewed="2026-11-22",
    locales=("fr",),
    anchors={"fr": (*(f"{digit} " for digit in range(10)), "m. ", "mme ", "mlle ", "n° ", "p. ", "art. ", "fig. ", "vol. ")},
)
def breakable_pair(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A figure that may be parted from its unit, or a title from its name.

    What it does
        Puts a non-breaking space between a figure and its unit (25 kg, 30 cm), between M., Mme and the name, after n°, p. and art. SMS pass.
    Why
        « 25 » at the end of a line and « kg » at the beginning of the next make the reader go back.
    En français
        Nombre séparable de son unité
        « 25 » en fin de ligne et « kg » au début de la suivante font revenir le lecteur en arrière.
    Example
        Bad (fr): Il porte 25 kg, dit M. Lucien.
        Good (fr): Il porte 25\u00a0kg, dit M.\u00a0Lucien. Il a 3 m'as-tu-vu et 2 l'aiment.
    Source
        Règles typographiques, https://univ-montp3.fr/miap/ens/info/Stage/TD2/Typo.html, read 2026-11-22.
    """
    if is_plain(text, grounds):
        return
    for pattern in (UNIT, TITLE):
        for match in pattern.finditer(text.prose.text):
            glued = pattern is TITLE and text.prose.text[match.start() - 1 : match.start()].isalnum()
            if not glued and not text.prose.is_protected(*match.span()):
                yield Hit(*match.span(match.lastindex or 0), MESSAGE, SUGGESTION, FIX)
