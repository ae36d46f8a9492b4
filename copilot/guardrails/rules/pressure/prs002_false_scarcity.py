import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.pressure import is_stated, pressed
from copilot.guardrails.checks.sentences import opens_sentence
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:(?<!the )only|just|last|hurry,?|final|currently)(?: (?:only|just|about|around))? (?:\d+|one|two|three|four|five|six|ten|a few|a handful)"
        r"(?: more)?(?: (?:of (?:these|them)|item|piece|pair|seat|room|unit|spot|place|ticket|size|copy|(?!(?:games|minutes|mins|hrs|secs|matches|days|weeks"
        r"|hours|laps|years|months|rounds|points|seconds|stitches)\b)[a-z-]{1,30}s))? (?:left|remaining|available|in stock|still available)(?: in (?:stock"
        r"|your size)| at this price)?(?! (?:alive|standing|in the (?:world|tank|race)))"
        r"|(?:\d+|one|two|three|few) (?:items?|pieces?|products?|seats?|rooms?|units?|spots?|places?|pairs?|tickets?|sizes?|copies)?\(?s?\)? ?(?:left"
        r"|remaining)(?= ?(?:in stock|at this price|in your size|online|on our site|!|\.|,|:|$|–|-|now|only|hurry|order|buy))"
        r"|(?:last|final) (?:\d+|few|remaining)(?: [\w-]{1,30})?(?: (?:left|in stock|available|remaining))"
        r"|last (?:one|ones|pair|pairs|item|items|piece|pieces|units?|few)(?: left| in stock| available|(?= ?!))"
        r"|(?:low|limited|very limited|dwindling|almost out of|few left in|running low on|last in) (?:in )?(?:stock|quantit(?:y|ies)|availability|supply"
        r"|supplies|inventory)"
        r"|(?:stocks?|supplies|quantities|availability|spaces|spots|places|seats) (?:is|are|is very|are very) (?:strictly |very |extremely )?limited"
        r"|limited (?:spots|seats|spaces|places|slots|numbers)(?: (?:available|left|remaining))?|(?:stocks?|supplies) (?:is |are )?running (?:low|out)"
        r"|(?:almost|nearly|about to be|will be) (?:sold out|out of stock)"
        r"|(?:sell|selling|sells|will sell)(?: (?:out|so|very|really)){0,4} (?:fast|quickly|quick)\b"
        r"|(?:these|they|they're|spots|seats|tickets|sizes|places|stocks?|rooms)(?: are| is)? (?:going|disappearing|flying) (?:very |so )?fast"
        r"|(?:once|when) (?:it's|they're|it is) gone,? (?:it's|they're|it is) gone"
        r"|before (?:it's|they're|they are|it|they|stock) (?:gone|all gone|sells? out|runs? out|sold out)"
        r"|(?:get|grab|snap|snag)(?: [a-z]+){1,3} before (?:it's|they're|they are|someone else)|first[ -]come,? first[ -]served|(?:low|limited) stock"
        r"|few (?:left|remaining)(?= ?[!.,:]| ?$| in)"
        r"|only (?:a few|a handful(?: of)?|\d+)(?: [\w-]{1,30}){0,4} (?:slots|spots|seats|places|spaces|tickets|rooms) (?:remain\w*|left|available)"
        r"|only a few (?:left|remain\w*|available)|only \d+ (?:were |are |ever )?(?:made|produced|printed)\b"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:plus que|il ne reste (?:plus )?que|ne reste (?:plus )?que|il n'en reste (?:plus )?que|(?:il )?reste(?:nt)?(?: plus que| seulement| encore)?"
        r"|déjà plus que|il en reste(?: seulement)?) (?:\d+|une?|deux|trois|quatre|cinq|six|dix|quelques|les? derni(?:er|ère)s?) ?(?:articles?|pièces?"
        r"|exemplaires?|places?|produits?|chambres?|unités?|paires?|lots?|tailles?|billets?|tickets?|créneaux?|modèles?|coffrets?|bouteilles?|logements?"
        r"|en stock|disponibles?|restante?s?|!|(?=\.|$))"
        r"|(?:seulement|uniquement|encore) (?:\d+|quelques) (?:articles?|pièces?|exemplaires?|places?|produits?|chambres?|unités?|paires?|lots?|tailles?"
        r"|billets?|modèles?)(?: (?:disponibles?|restante?s?|en stock|à ce (?:prix|tarif))| ?!|(?= ?$))"
        r"|(?:\d+|quelques) (?:articles?|pièces?|exemplaires?|places?|produits?|chambres?|unités?|paires?|billets?|modèles?) (?:seulement|restante?s?|"
        r"(?:encore )?disponibles? seulement|en stock seulement)"
        r"|(?:les? )?derni(?:er|ère)s? (?:\d+ )?(?:articles?|pièces?|exemplaires?|places?|chambres?|unités?|paires?|tailles?|stocks?|modèles?|billets?"
        r"|créneaux|coffrets?|produits?)(?: (?:disponibles?|en stock|restante?s?|avant rupture)| ?!|(?= ?$))"
        r"|(?:stocks?|quantités?|places?|disponibilités?) (?:très |ultra[- ]|extrêmement |strictement )?(?:limitée?s?|faibles?|réduite?s?)(?! (?:à|aux?) )"
        r"|(?:faible|petit) stock|en (?:très )?(?:quantité|nombre) (?:très )?limitée?(?! (?:à|aux?) )"
        r"|(?:bientôt|presque|quasi(?:ment)?|pratiquement) (?:épuisée?s?|en rupture|sold[- ]out|complets?(?= ?[!.]| ?$))"
        r"|avant (?:épuisement|rupture|la rupture|qu'il n'y en ait plus|qu'il ne soit épuisé)(?! des stocks disponibles)"
        r"|tant qu'il (?:y )?en (?:reste|a)(?: encore)?|(?:ça|elle|il|ils|elles|tout) par(?:t|tent) (?:très )?vite(?= ?[!,.:]| ?$)"
        r"|(?:par(?:t|tent)|se vend(?:ent)?) comme des petits pains|premiers? arrivés?,? premiers? servis?"
        r"|les stocks? (?:fond(?:ent)?|diminuent?|s'épuise(?:nt)?|part(?:ent)?|baisse(?:nt)?)|le stock (?:fond|diminue|s'épuise|baisse)"
        r"|il n'en restera (?:bientôt )?(?:plus|pas)|avant qu'il n'y en ait plus|(?:rupture|épuisement) (?:de stock )?imminente?"
        r"|une fois (?:parti|épuisé|écoulé)s?,? (?:c'est fini|il n'y en aura plus)"
        r")"
    ),
}  # fmt: skip
FIRST: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:almost|nearly) gone(?= ?[!.:,–—-]| ?$)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:presque|bientôt) (?:plus rien|parti)(?= ?[!.:,–—-]| ?$)"
        r"|derni(?:er|ère)s (?:places|pièces|exemplaires|tailles|chambres|articles|stocks|paires|créneaux|billets)\b(?! (?:du|de la|de notre|de mon))"
        r")"
    ),
}  # fmt: skip
"""These only where they open a sentence."""
MESSAGE = both("Says that little is left, and nothing here backs it.", "Dit qu'il en reste peu, et rien ici ne l'appuie.")
SUGGESTION = both(
    "Say the stock of the day with its date, put it into the brief, or leave it out.",
    "Dites le stock du jour avec sa date, mettez-le dans le brief, ou retirez.",
)


@rule(
    "PRS002",
    "false-scarcity",
    level="scoring",
    last_reviewed="2026-11-22",
    anchors=anchors_for(PATTERNS, FIRST),
)
def false_scarcity(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Scarcity with nothing behind it.

    What it does
        Finds `only 3 left`, `selling fast`, « plus que 2 en stock », « bientôt épuisé ». What the brief or a claim states passes; so do the legal mention «
        dans la limite des stocks disponibles », `while stocks last`, refusals and rooms in a flat.
    Why
        A shortage that does not exist is a misleading practice; one that does is a figure somebody can stand for.
    En français
        Rareté que rien n'appuie
        Une pénurie inventée est une pratique trompeuse ; une vraie est un chiffre dont quelqu'un répond.
    Example
        Bad (en): Only 3 left in stock!
        Good (en): The flat has only 3 rooms.
        Good (en): Available while stocks last.
        Bad (fr): Plus que 2 exemplaires !
        Good (fr): Dans la limite des stocks disponibles.
    Source
        UCPD 2005/29/EC, annex I, points 7 and 18 (general practice, not verified against the text); Mathur et al. 2019,
        github.com/aruneshmathur/dark-patterns, and github.com/yamanalab/ec-darkpattern, read 2026-11-21; patterns written here, measured with
        bench/pressure.py.
    """
    found = list(pressed(PATTERNS[grounds.locale], text.prose))
    known = {start for start, _ in found}
    found += [span for span in pressed(FIRST[grounds.locale], text.prose) if span[0] not in known and opens_sentence(text.prose, span[0])]
    for start, end in found:
        if not is_stated(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE, SUGGESTION)
