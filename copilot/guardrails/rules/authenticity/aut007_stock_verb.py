from collections.abc import Iterator

from copilot.guardrails.checks.stock import WORN, count_worn, worn
from copilot.guardrails.checks.wording import is_denied, is_own
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MESSAGE = both("'{text}' is worn; {count} such words in this text.", "« {text} » est usé ; {count} mots de ce genre dans ce texte.")
SUGGESTION = both(
    "Use the plain verb: use, show, help, speed up, make, change.", "Prenez le verbe simple : utiliser, montrer, aider, faire, changer, accélérer."
)


@rule("AUT007", "stock-verb", level="scoring", last_reviewed="2026-11-22", anchors={locale: WORN[locale]["verb"].anchors for locale in WORN})
def stock_verb(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Stock verbs.

    What it does
        Flags verbs worn by use (leverage, foster, showcase, optimiser, booster, sublimer) in all their forms, where a text holds two or more worn words,
        adjectives and nouns included. One alone passes.
    Why
        66 % of the words whose use jumped with language models are verbs; they sound busy and show nobody doing anything.
    En français
        Verbes passe-partout
        « Optimiser, levier, booster » : de 11 à 23 % des pages mesurées entre 2022 et 2024-26. Ils font du bruit et ne montrent personne à l'œuvre.
    Example
        Bad (en): We leverage wool to enhance warmth.
        Good (en): We use wool to keep you warm.
        Bad (fr): Optimisez et dynamisez votre intérieur.
        Good (fr): On a optimisé la place : tout tient dans une boîte.
    Source
        Kobak et al., Science Advances 2025, https://arxiv.org/abs/2406.07016, read 2026-11-21; French: rates measured on public French service pages of 2022
        and of 2024-26, 2026-11-21.
    """
    for start, end in worn(text.prose, "verb"):
        if not is_denied(text.prose, start) and not is_own(grounds, text.prose, start, end):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end], count=count_worn(text.prose)), SUGGESTION)
