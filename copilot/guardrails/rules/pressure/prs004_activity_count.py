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
        r"(?:\d[\d,.]{0,12}\+?|several|dozens of|hundreds of|thousands of) (?:other |more )?(?:people|shoppers|customers|users|visitors|others|travell?ers"
        r"|guests)(?: (?:in|near) [\w' ]{2,20}?| other than you)? (?:(?:are|is) (?:also |currently |now )?(?:viewing|looking|watching|browsing|considering"
        r"|eyeing)|(?:have|has) (?:just |also |recently |already )?(?:this|viewed|looked|bought|purchased|ordered|booked|added|claimed|reserved)|(?:just "
        r"|also |recently ){0,4}(?:viewed|bought|purchased|ordered|booked|added|favou?rited) (?:this|it|in the|today|to)|want this)"
        r"|(?:someone|somebody|a customer|a shopper|a visitor|shopper|customer) (?:from|in|near) [\w' ,-]{2,40}? (?:has |have )?(?:just )?(?:bought"
        r"|purchased|ordered|booked|viewed|started buying)"
        r"|\w+ just (?:bought|purchased|ordered|booked) (?:this|a|an) (?=[\w ]{2,40}(?:!|ago|$))"
        r"|(?:bought|purchased|ordered|sold|viewed|booked|favou?rited) (?:\d[\d,.]{0,12}\+? |over \d+ )?(?:times |units )?(?:in the (?:last|past) (?:\d+ "
        r"|few )?(?:hours?|days?|minutes?|24 hours|week)|today(?= ?[!.]| ?$)|\d+ (?:times|minutes ago|hours ago))"
        r"|\d[\d,.]{0,12}\+? (?:times )?(?:bought|sold|purchased|ordered|views?|viewed|booked|watching|in carts?)(?= (?:today|in the (?:last|past)|in past"
        r"|this (?:week|hour|morning)|since yesterday|within|per (?:hour|day)|recently|right now|already)|!|$)"
        r"|in (?:over )?\d+ (?:other )?(?:people's )?(?:carts|baskets|bags)|\d+ recently (?:purchased|bought|ordered)"
        r"|(?<!i )(?<!we )(?<!she )(?<!he )(?:bought|purchased|ordered|booked|viewed)[^.!?\n]{0,60}?\b(?:\d+|a few|an?) (?:minutes?|mins?|hours?|hrs?"
        r"|seconds?) ago"
        r"|\d[\d,.]{0,12}\+? (?:users|people|visitors|shoppers|customers|persons) (?:are )?(?:currently |now |right now )?(?:active|online|seeing"
        r"|looking for|on (?:our|this|the) (?:site|website|page))"
        r"|\d[\d,.]{0,12}\+? (?:people|customers|shoppers|persons) (?:looked at this|viewed this|saw this|bought this)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:\d[\d .,]{0,12}|plusieurs|des dizaines de|des centaines de|de nombreu(?:x|ses)) ?(?:autres )?(?:personnes?|clientes?|clients?|visiteurs?"
        r"|internautes?|utilisateurs?|acheteurs?|voyageurs?) (?:(?:sont en train de (?:regarder|consulter)|regardent|consultent)(?: (?:ce|cet|cette"
        r"|actuellement|en ce moment|aussi)|(?= ?[!.]| ?$))|ont (?:déjà |récemment |aussi )?(?:acheté|commandé|réservé|ajouté|consulté|craqué)|l'ont "
        r"(?:déjà |aussi )?(?:acheté|ajouté|vu|commandé)|viennent d'(?:acheter|ajouter)|viennent de (?:commander|réserver)|ont cet? (?:article|produit)"
        r"|hésitent|s'y intéressent)"
        r"|(?:quelqu'un|une personne|une? cliente?|un internaute|un visiteur|un acheteur)(?: (?:à|de|d'|en|près de|dans) ?[\w' -]{2,30}?)? vient (?:d'"
        r"(?:acheter|ajouter)|de (?:commander|réserver|craquer))"
        r"|(?:acheté|commandé|vendu|réservé|consulté|vu|ajouté)e?s? (?:\d[\d .]{0,12}|plus de \d[\d .]{0,12}) ?fois (?:aujourd'hui|cette semaine"
        r"|ces dernières|en \d+ ?h|dans les|depuis (?:hier|ce matin)|au cours des dern)"
        r"|(?:vendu|acheté|commandé|réservé)s? (?:aujourd'hui|dans les dernières|ces dernières|au cours des dernières)"
        r"|\d[\d .]{0,12} (?:ventes?|achats?|commandes?|réservations?|vendus?|personnes?) (?:aujourd'hui|au cours des dernières|ces dernières"
        r"|dans les dernières|en 24 ?h|depuis ce matin|ces \d+ derni)"
        r"|(?:dernier achat|dernière (?:commande|réservation)) (?:il y a|:)|dans le panier de \d+ (?:personnes|clients|autres)"
        r"|\d[\d .]{0,12} ?(?:personnes?|visiteurs?|internautes?|utilisateurs?|clients?) (?:sont (?:actuellement |en ce moment )?|actuellement "
        r"|en ce moment )(?:connectés|en ligne|actifs|sur (?:cette page|ce produit|le site|notre site))"
        r"|(?:acheté|commandé|réservé|vu)e?s?[^.!?\n]{0,50}? il y a (?:\d+|quelques) (?:minutes?|min|heures?|h|secondes?)\b"
        r"|(?:acheté|commandé|réservé)e? il y a \d+ (?:minutes?|min|heures?|h)\b"
        r")"
    ),
}  # fmt: skip
NAMED: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"[a-z]+(?: [a-z]+)? (?:from|in|of) ([a-z][\w'-]*)(?:,? [\w'.-]+){0,5},? (?:just )?(?:bought|purchased|ordered|booked)\b(?! (?:her|his|their|the "
        r"(?:house|home|farm|company))\b)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"[a-zà-ÿ-]{1,30}(?: [a-z]\.)?,? ?(?:\(|(?:à|de|d'|en) ?)([a-zà-ÿ][\w'-]*)(?: [\w'-]{1,30}){0,3}\)?,? vient (?:d'(?:acheter|ajouter)|de (?:commander"
        r"|réserver))"
        r")"
    ),
}  # fmt: skip
"""A named buyer from a named place, at the opening of a sentence."""
BUYING: dict[Locale, tuple[str, ...]] = {"en": (" bought", " purchased", " ordered", " booked"), "fr": (" vient d",)}
"""What stands in every such sentence."""
MESSAGE = both("Counts other people's clicks: '{text}'.", "Compte les gestes des autres : « {text} ».")
SUGGESTION = both(
    "A count like this must come from live data, never from a text. Publish an audited figure with its date, or leave it out.",
    "Un tel compte vient d'un flux en direct, jamais d'un texte. Donnez un chiffre vérifié et daté, ou retirez.",
)


@rule(
    "PRS004",
    "activity-count",
    level="scoring",
    last_reviewed="2026-11-22",
    anchors=anchors_for(PATTERNS, NAMED),
)
def activity_count(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Other people's activity, counted in the copy.

    What it does
        Finds `12 people are viewing this`, `Anna in Leeds just bought`, « 12 personnes regardent », « acheté 40 fois aujourd'hui ». Counts that the brief or
        a claim states pass, and so do yearly figures.
    Why
        Typed into a text such a number is false the moment after, and mostly was the moment before (29 of 313 such messages on shop sites were found to be
        made up).
    En français
        Les gestes des autres, comptés dans le texte
        Écrit dans un texte, un tel nombre est faux la minute d'après, et l'était souvent la minute d'avant.
    Example
        Bad (en): 12 people are viewing this right now.
        Good (en): 12 people work here.
        Bad (fr): 12 personnes regardent ce produit.
        Good (fr): 12 personnes travaillent ici.
    Source
        UCPD 2005/29/EC, annex I, points 22 and 23c, and FTC 16 CFR 465 (general practice, not verified against the text); Mathur et al. 2019,
        github.com/aruneshmathur/dark-patterns, and github.com/yamanalab/ec-darkpattern, read 2026-11-21; patterns written here, measured with
        bench/pressure.py.
    """
    found = list(pressed(PATTERNS[grounds.locale], text.prose))
    named = NAMED[grounds.locale].finditer(text.prose.scan) if any(word in text.prose.scan for word in BUYING[grounds.locale]) else ()
    found += [match.span() for match in named if opens_sentence(text.prose, match.start()) and text.prose.text[match.start(1)].isupper()]
    for start, end in sorted(found):
        if not is_stated(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
