import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r", (?:thus |thereby |while )?(?:\w+ly )?((?:ensuring|allowing|enabling|providing|offering|highlighting|showcasing|reflecting|underscoring"
        r"|emphasi[sz]ing|fostering|reinforcing|contributing|shaping|paving|empowering|delivering|elevating|enhancing|cementing|solidifying|ushering"
        r"|facilitating|embodying|creating|helping|making|giving|transforming|turning|driving|bringing|leaving|marking|reminding|blending|combining|inviting"
        r"|promising)\b)"
    ),
    "fr": re.compile(
        r", (?:tout en |en |ainsi |vous |te |leur |nous ){0,4}(?:t')?((?:permettant|offrant|garantissant|assurant|facilitant|favorisant|renforçant"
        r"|contribuant|soulignant|témoignant|apportant|alliant|reflétant|illustrant|incarnant|sublimant|mettant en (?:valeur|lumière|avant)|conjuguant"
        r"|mêlant|procurant|optimisant|maximisant|valorisant|conférant|créant|rendant|transformant|préservant|respectant|réduisant|bénéficiant|profitant"
        r"|invitant|promettant|faisant de|combinant)\b)"
    ),
}  # fmt: skip
EMPTY = re.compile(
    r"(?:ensur|allow|enabl|provid|offer|highlight|showcas|reflect|underscor|emphasi[sz]|foster|reinforc|contribut|shap|pav|empower|deliver|elevat|enhanc"
    r"|cement|solidify|usher"
    r"|facilitat|embody)ing|(?:permett|offr|garantiss|assur|facilit|favoris|renforç|contribu|soulign|témoign|alli|reflét|illustr|incarn|sublim|mett"
    r"|conjugu|procur|optimis|maximis"
    r"|valoris|conf[ée]r)ant"
)  # fmt: skip
"""Those that hardly ever carry a fact: one is enough in a short text."""
SHORT = 60
MESSAGE = both("A tail that hangs on the sentence: ', {text} …'.", "Une queue accrochée à la phrase : « , {text} … ».")
SUGGESTION = both(
    "Stop at the comma, or make the tail a sentence with a fact in it.", "Arrêtez-vous à la virgule, ou faites de la suite une phrase avec un fait."
)


@rule("AUT005", "participial-tail", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def participial_tail(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A participle for a tail.

    What it does
        Finds clauses such as `, ensuring a perfect fit` and « , offrant un confort optimal ». One of the empty kind is enough below 60 words; longer texts
        are flagged from the second on.
    Why
        Instruction-tuned models write two to five times as many as people; such a clause promises a benefit and states no fact.
    En français
        Participe en queue de phrase
        Sur les pages françaises mesurées, leur part est passée de 6 à 22 % (OR 4,2) ; la queue promet un bénéfice et n'apporte aucun fait.
    Example
        Bad (en): The sole is cut by hand, ensuring lasting comfort.
        Good (en): The sole is cut by hand. It lasts nine winters.
        Bad (fr): La semelle est en feutre, garantissant un confort optimal.
        Good (fr): La semelle est en feutre. Elle tient neuf hivers.
    Source
        Reinhart et al., PNAS 122(8), 2025, https://arxiv.org/abs/2410.16107, read 2026-11-21; French: rates measured on public French service pages of 2022
        and of 2024-26, 2026-11-21.
    """
    hits = list(said(PATTERNS[grounds.locale], text.prose))
    if len(hits) < 2 and not (hits and len(text.prose.words) < SHORT and EMPTY.match(text.prose.scan, *hits[0])):
        return
    for start, end in hits:
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
