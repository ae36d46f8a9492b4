import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_of
from copilot.guardrails.checks.evidence import backed, denied, followed_by_question, sourced
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.lexicons.known_brands import KNOWN_BRANDS
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:better|faster|cheaper|stronger|lighter|warmer|longer|safer|healthier|quieter|tougher|softer|cleaner|easier|smarter|more [a-z]{4,14}"
        r"|less [a-z]{4,14}) than (?:any other|any (?:competitor|rival)s?|our rivals|any [a-z]{4,14} (?:on the market|out there|you)|all other|all the other|most other|other|the competition"
        r"|competitors|our competitors|our rivals|(?:the )?(?:leading|traditional|conventional|ordinary|regular|standard|big|high[- ]street|supermarket"
        r"|cheap) (?:brands?|[a-z]{4,14}))\b(?: [a-z]{4,14})?(?! (?:of (?:us|the year))\b)"
        r"|unlike (?:any other|other|most other|our competitors|the competition|competitors|ordinary|traditional|conventional|cheap|leading|big|supermarket"
        r"|most) (?:brands?|companies|providers?|products?|tools?|apps?|solutions?|mattress(?:es)?|creams?|jackets?|shoes|boots|coats|tents|socks|razors"
        r"|software|platforms?|services?|agencies|insurers|banks|supplements|cleaners|detergents)\b"
        r"|unlike (?:our competitors|the competition|our rivals|the others)\b"
        r"|(?:\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|ten|twenty|hundred)(?: ?x| times) (?:more|less|faster|better|stronger|longer|lighter|cheaper"
        r"|warmer|quicker|softer|brighter|cleaner|thinner|as (?:effective|fast|strong|long|warm|light|powerful|many|much|efficient"
        r"|durable))\b(?: [a-z]{4,14})?"
        r"|twice as (?:effective|fast|strong|long|warm|light|powerful|efficient|durable|good|clean|soft|quick|absorbent|warm)\b|half the price of\b(?! a)"
        r"|(?:beats?|outperforms?|outlasts?|outshines?|leaves?|crush(?:es)?|puts? to shame) (?:the competition|any other|all other|every other|all the other"
        r"|our competitors|competitors|the leading [a-z]+|other brands)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:mieux|meilleure?s?|plus [\w-]{3,16}|moins [\w-]{3,16}) qu(?:'une? [\w-]{4,16} (?:classique|traditionnel(?:le)?|ordinaire"
        r"|conventionnel(?:le)?"
        r"|standard|concurrente?|du commerce|normale?)|e (?:les autres|tous les autres|toutes les autres|la concurrence|nos concurrents|vos concurrents"
        r"|nos rivaux|n'importe quel(?:le)? autre|tout autre|toute autre|d'autres marques|chez (?:vos|tes|les) [\w-]{4,16} (?:habituel(?:le)?s|de quartier)|la plupart des (?:marques|autres|produits)|(?:les "
        r"|des )?(?:[\w-]{4,16} )(?:classiques?|traditionnel(?:le)?s?|ordinaires|conventionnel(?:le)?s?|standards?|concurrente?s?|du commerce|de supermarché"
        r"|de grande surface|du marché|bas de gamme)))\b(?! (?:fois|jours|années|soirs|gens|matins))"
        r"|(?:contrairement|à la différence|à l'inverse|au contraire) (?:à|aux?|des?|de) (?:la concurrence|la plupart des [\w-]+|nos concurrents|(?:les |aux "
        r"|l'offre |l'ensemble des )?(?:autres|produits|crèmes|marques|solutions|vestes|matelas|assureurs|banques|lessives|logiciels|applications|chaussures"
        r"|outils|agences)(?: (?:marques|produits|crèmes|solutions|classiques|traditionnel(?:le)?s|concurrente?s|vestes|matelas|acteurs|prestataires"
        r"|applications|logiciels|outils))?)\b"
        r"|(?:\d+(?:,\d+)?|deux|trois|quatre|cinq|six|sept|huit|dix|vingt|cent) fois (?:(?:plus|moins) (?!de |d'|que |loin|tard|grand|petit|vieux|vieille"
        r"|nombreu)[\w-]{4,16}|supérieure?s?)\b"
        r"|(?:bat|surpasse|surclasse|écrase|dépasse|détrône)(?:nt)? (?:la concurrence|toutes? les autres|tous les autres|ses concurrents|nos concurrents)\b"
        r"|deux fois (?:moins cher|moins chère|plus efficace)\b)"
    ),
}  # fmt: skip
COMPARES = {
    "en": re.compile(
        r"\b(?:better|cheaper|faster|stronger|lighter|warmer|quieter|longer|more [a-z]{4,14}|less [a-z]{4,14}) than (?:at )?|\bunlike |\b(?:beats"
        r"|switch from|forget) "
    ),
    "fr": re.compile(
        r"\b(?:mieux|meilleure?s?|plus [\w-]{3,16}|moins [\w-]{3,16}) que (?:chez )?|\bqu'à |\bqu'un[e ] ?|\bcontrairement à |\boubliez |\boublie "
    ),
}
LONGEST = max(len(name) for name in KNOWN_BRANDS)
MESSAGE = both(
    "Better than which, measured how? A comparison has to be checkable.", "Mieux que lesquels, mesuré comment ? Une comparaison doit pouvoir se vérifier."
)
SUGGESTION = both(
    "Name the measure and the basis from the brief, or say what yours does and leave the others be.",
    "Nommez la mesure et la base depuis le brief, ou dites ce que fait le vôtre et laissez les autres tranquilles.",
)


def _named(text: FieldText, grounds: Grounds) -> Iterator[tuple[int, int]]:
    """A comparing word with a well-known brand right after it."""
    for match in COMPARES[grounds.locale].finditer(text.prose.scan):
        after = text.prose.text[match.end() : match.end() + LONGEST + 1]
        name = next((name for name in KNOWN_BRANDS if after.startswith(name) and not after[len(name) : len(name) + 1].isalnum()), "")
        if name:
            yield match.start(), match.end() + len(name)


@rule(
    "CLM010",
    "unbacked-comparison",
    level="scoring",
    last_reviewed="2026-11-22",
    anchors={"en": anchors_of(PATTERNS["en"], COMPARES["en"]), "fr": anchors_of(PATTERNS["fr"], COMPARES["fr"])},
)
def unbacked_comparison(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A comparison that nothing backs.

    What it does
        Finds comparisons with competitors (better than any other, unlike other brands, twice as effective, moins cher que la concurrence) and, beside a
        comparing word, a well-known brand by name. Passes what the brief or a claim states, what is denied or asked, and a field that names its source.
    Why
        Comparative advertising must be verifiable, on the same need, and must not run others down (code de la consommation L122-1, general practice).
    En français
        Comparaison que rien n'appuie
        La publicité comparative doit être vérifiable, porter sur le même besoin et ne dénigrer personne (code de la consommation, L122-1).
    Example
        Bad (en): Warmer than any other jacket.
        Good (en): Warmer than the shed.
        Bad (fr): Plus chaude que les autres vestes.
        Good (fr): Plus chaude que la remise.
    Source
        Code de la consommation, L122-1 (general practice, not verified against the text); ASA, types of claims (CAP Code 3.7),
        https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21.
    """
    for start, end in (*spans(PATTERNS[grounds.locale], text.prose), *_named(text, grounds)):
        if denied(text.prose, start) or followed_by_question(text.prose, end) or sourced(text.prose):
            continue
        if not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE, SUGGESTION)
