import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.checks.sentences import sentence_of
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?<!-)free (?:(?:uk|next[- ]day|worldwide|standard|express|easy|home) )?(?:delivery|shipping|returns?|gifts?|samples?|postage|months?|upgrade"
        r"|installation|mug|tote(?: bag)?|t-shirt)\b"
    ),
    "fr": re.compile(
        r"\b(?:(?:livraisons?|expéditions?|retours?|port|frais de port|envoi|installation|pose) (?:express |standard |à domicile )?(?:est "
        r"|sont )?(?:gratuite?s?|offerte?s?)\b"
        r"|(?:cadeaux?|échantillons?|mois|pochette|tote bag|sac|mug|t-shirt|trousse|bonnet|gourde) (?:gratuite?s?|offerte?s?)\b)"
    ),
}  # fmt: skip
CONDITION = re.compile(
    r"\b(?:dès|à partir de|pour (?:tout|toute|toutes|tous|l'achat|une commande|les|un achat)|avec (?:toute|chaque|ta|votre)|sans (?:minimum|condition)"
    r"|en point|en magasin|jusqu'au|minimum|membres|abonnés"
    r"|from|over|above|with (?:any|every|each|your|all)|when you|on (?:orders?|all|every|everything|any)|minimum|for (?:members|orders|subscribers)"
    r"|if you|until|to (?:store|members))\b|\*|\d"
)
MESSAGE = both("Free for whom, from when? Say the condition beside it.", "Gratuit pour qui, à partir de quand ? Dites la condition à côté.")
SUGGESTION = both(
    'Add it ("from £60", "with any order") or say that there is none.', "Ajoutez-la (« dès 60 € », « pour toute commande ») ou dites qu'il n'y en a pas."
)


@rule("LAW014", "free-without-condition", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def free_without_condition(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Something free, with no condition in view.

    What it does
        Finds free delivery, returns, gifts, months where the sentence gives no condition and neither the brief nor a claim in force states it. Passes 'sans
        minimum', 'no minimum', feel free and n'hésitez pas. It only advises.
    Why
        An offer that hides its condition misleads; a reader who meets it at the till leaves.
    En français
        Gratuit, sans condition en vue
        Une offre qui cache sa condition trompe ; le lecteur qui la découvre au panier s'en va.
    Example
        Bad (en): Free delivery.
        Good (en): Free delivery from £60.
        Good (en): Feel free to bring the dog.
        Bad (fr): Livraison offerte.
        Good (fr): Livraison offerte dès 60 €.
    Source
        Directive 2005/29/EC, annex I, point 20 (number not verified against the text), https://eur-lex.europa.eu/eli/dir/2005/29/oj, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if CONDITION.search(text.prose.scan, *sentence_of(text.prose, start)) or denied(text.prose, start) or backed(text.prose, start, end, grounds):
            continue
        yield Hit(start, end, MESSAGE, SUGGESTION)
