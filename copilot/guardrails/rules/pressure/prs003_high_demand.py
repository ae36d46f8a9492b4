import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.pressure import is_stated, pressed
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?<!due to )(?<!because of )(?:in |very )?(?:high|huge|strong|great|massive|incredible|unprecedented) demand(?! (?:for (?:power|heat|water)|period"
        r"|season))(?=[!,.: ]|$)"
        r"|(?:is|are|it's|they're|this one's) (?:so |very |really |extremely |super )?(?:in demand|hot right now|trending|flying off (?:the|our) shelves"
        r"|selling like hot ?cakes)"
        r"|(?:flying|flew) off (?:the|our) shelves|(?:most|very|super|oh so) popular(?: item| choice| pick| product| right now)(?: right now)?"
        r"|trending now|hot (?:item|seller|product|right now)|everyone(?:'s| is) (?:talking about|buying|wearing|loving|obsessed)"
        r"|everyone (?:wants (?:it|one|this|them)|is after)|as seen everywhere|you're not the only one (?:looking|who wants)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?<!raison d'une )(?<!cause d'une )(?<!suite à une )(?:très |ultra[- ])?(?:forte|grosse|énorme|grande) demande(?! (?:d'énergie|d'eau|de chauffage))"
        r"|(?:très|ultra|hyper|extrêmement|particulièrement) (?:demandée?s?|prisée?s?|convoitée?s?|recherchée?s?)"
        r"|victimes? de (?:son|leur|notre) succès|(?:tout le monde|on) (?:se l'arrache|se les arrache)"
        r"|tout le monde (?:en parle|le veut|la veut|les veut|en veut)|s'arrache(?:nt)?(?= ?[!,.:]| ?$| comme)"
        r"|(?:produit|article|modèle)s? (?:star|phare|le plus vendu|très populaire|à succès|tendance du moment)"
        r"|(?:fait|font) (?:fureur|un carton|le buzz|un tabac)|(?:déjà|vite) adoptée?s? par (?:tout le monde|toutes?|tous)"
        r"|(?:vous n'êtes|tu n'es) pas (?:le seul|la seule|seule?s?) (?:à|intéressé|sur)"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("Says that everybody wants it, and nothing here backs it.", "Dit que tout le monde le veut, et rien ici ne l'appuie.")
SUGGESTION = both(
    "Give the count, with its source and date, or say what it is good for.", "Donnez le nombre, avec sa source et sa date, ou dites à quoi ça sert."
)


@rule("PRS003", "high-demand", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def high_demand(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Demand with nothing behind it.

    What it does
        Finds `in high demand`, `flying off the shelves`, « victime de son succès », « tout le monde se l'arrache ». What the brief or a claim states passes;
        so does demand given as the reason of a delay (`due to high demand`), and refusals.
    Why
        Other people's wanting is not a quality of the thing, and nobody counted them.
    En français
        Engouement que rien n'appuie
        L'envie des autres n'est pas une qualité de la chose, et personne ne l'a comptée.
    Example
        Bad (en): This coat is in high demand!
        Good (en): Due to high demand, it ships on 12 May.
        Bad (fr): Victime de son succès !
        Good (fr): En raison d'une forte demande, on expédie lundi.
    Source
        UCPD 2005/29/EC, art. 6 (general practice, not verified against the text); Mathur et al. 2019, github.com/aruneshmathur/dark-patterns, and
        github.com/yamanalab/ec-darkpattern, read 2026-11-21; patterns written here, measured with bench/pressure.py.
    """
    for start, end in pressed(PATTERNS[grounds.locale], text.prose):
        if not is_stated(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE, SUGGESTION)
