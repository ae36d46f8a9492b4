import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import is_denied, is_quoted
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"((?:serve|stand|act|function)s? as) (?:an? |the |our |your )(?:\w+ ){0,2}(?:testament|reminder|beacon|cornerstone|foundation|catalyst|gateway"
        r"|bridge|hub|symbol|celebration|haven|backbone|reflection|pillar|invitation|canvas|sanctuary|ode)\b"
        r"|(boasts?) (?:an? |the |over |more |some |impressive |several |both |stunning |\d)"
        r"|((?:has|have) become synonymous with|(?:is|are) synonymous with)|((?:positions?|establish(?:es)?) itself as)|(emerges? as (?:an? |the ))"
        r"|(represents? (?:an? )(?:significant |major |bold |new )(?:step|shift|leap|milestone))"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"((?:se|s') ?(?:positionn(?:e|ent)|impos(?:e|ent)|affirm(?:e|ent)|distingu(?:e|ent)) (?:désormais |aujourd'hui |peu à peu |d'emblée |vite )?comme)"
        r"|(se veu(?:t|lent)) (?!du (?:bien|mal)\b)"
        r"|(s'inscri(?:t|vent) (?:pleinement |résolument |parfaitement )?dans (?:une|la|le|cette|notre) (?:démarche|volonté|dynamique|tradition|lignée"
        r"|logique|philosophie|continuité|vision))"
        r"|(s'érig(?:e|ent) en)|((?:est|sont) (?:devenue?s?|désormais) synonymes? (?:de|d'))"
        r"|((?:est|sont) synonymes? (?:de|d')) ?(?:qualité|confort|excellence|élégance|luxe|fiabilité|performance|innovation|confiance|plaisir|bien-être"
        r"|douceur|raffinement)"
        r"|(incarn(?:e|ent)) (?:l'|la |le |une? |parfaitement |à la perfection |pleinement )(?:\w+ )?(?:élégance|excellence|quintessence|esprit|luxe"
        r"|savoir-faire|essence|raffinement|modernité|perfection|audace|alliance|équilibre|art de vivre|innovation)"
        r"|(fait|font) figure (?:de|d')"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("'{text}' stands in for a plain 'is' or 'has'.", "« {text} » remplace un simple « est » ou « a ».")
SUGGESTION = both("Write 'is' or 'has' and see what is left of the sentence.", "Écrivez « est » ou « a », et voyez ce qu'il reste de la phrase.")


@rule("AUT012", "copula-avoidance", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def copula_avoidance(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Anything but 'is'.

    What it does
        Finds verbs that dress up `is` and `has` (serves as a beacon, boasts a, se positionne comme, se veut). `The lid serves as a plate` passes.
    Why
        Model text avoids the plain copula; the dressed-up one claims a role and shows nothing.
    En français
        Tout sauf « être »
        Le texte de modèle fuit le verbe être ; le verbe habillé prétend à un rôle et ne montre rien.
    Example
        Bad (en): The hut boasts a stunning view.
        Good (en): The lid serves as a plate.
        Bad (fr): La maison se positionne comme un acteur de la laine.
        Good (fr): Il se pose comme une mouche, sur le col.
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21; Labbé, Labbé and Savoy on ChatGPT's French (under-use of « être
        »), read 2026-11-21.
    """
    for match in PATTERNS[grounds.locale].finditer(text.prose.scan):
        start, end = match.span(match.lastindex or 0)
        if not is_quoted(text.prose, start, end) and not is_denied(text.prose, start):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
