import re
from collections.abc import Iterator, Sequence

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.pressure import is_dated, pressed
from copilot.guardrails.checks.sentences import opens_sentence
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:offers?|sales?|deals?|discounts?|promotions?|event|savings|this|prices?|delivery|shipping)(?: [\w%£$€.,-]+){0,4} (?:ends?|ending|expires?"
        r"|closes?|go(?:es)? up) (?:very )?(?:soon|today|tonight|tomorrow|at midnight|shortly)"
        r"|(?:ends|ending|expires|expiring|closing|finishes) (?:very )?(?:soon|tonight|today|at midnight|this evening)"
        r"|limited[- ]time(?: only)? (?:offers?|deals?|sales?|discounts?|promo\w*|savings|pric\w+|special|event|edition|bundle|opportunity)"
        r"|(?:for|only for) a (?:very )?limited[- ]time(?: only)?|limited[- ]time(?: only)?(?= ?(?:[!.:,–—-]|$))|limited offers?\b"
        r"|(?:your |the |one |this is (?:your|the) )?(?:last|final) (?:chance(?!s)|call(?= (?:for|to)\b| ?[!:.,–—-]| ?$)|opportunity|reminder)(?! saloon"
        r"| for papers| centre)"
        r"|(?<!in the )(?<!over the )(?<!for the )(?<!during the )(?<!of the )(?<!in these )(?<!past or )(?:last|final) (?:few )?(?:hours?|days)(?! of\b"
        r"| in\b)(?= (?:to|for|left|only)\b| ?[!:.,–—-]| ?$)"
        r"|(?:last|final) day (?:to|of (?:the|our) (?:sale|offer)|for)|(?:last|final) days of (?:the|our) (?:sale|offer)"
        r"|(?:today|tonight|one day|this hour) only|only (?:for )?(?:today|tonight)(?= ?[!.,:]| ?$)"
        r"|(?:flash|one[- ]day|24[- ](?:hours?|hr)|48[- ](?:hours?|hr)|lightning|pop-up) (?:sales?|deals?|offers?)"
        r"|(?:don't|do not|never) (?:miss (?:out|it|this|your chance|the (?:chance|deal|sale))|let (?:it|this|them|'em) (?:slip|get) away|sleep on (?:this"
        r"|it)|delay|wait too long|hesitate, )(?! the (?:bus|train|film))"
        r"|(?:act|order|buy|shop|book|claim|grab|sign up|join|reserve)(?: (?:it|yours|one|now|today))? (?:fast|quickly|soon|immediately|right now)"
        r"|act now|time is running out|time's running out|running out of time|(?:the )?clock is ticking|while (?:it|they) lasts?\b"
        r"|while you (?:still )?can|(?:won't|will not|doesn't) last(?: long| forever| for long)?(?= ?[!.,:–—-]| ?$)|now or never"
        r"|(?:or|before you) miss out|(?:book|order|buy|shop|act|claim)(?: \w+)? before midnight|hurry up|(?:but|so|and|please|better) hurry\b"
        r"|you (?:wouldn't|won't|don't) want to miss (?:out|this|it)|going,? going,? gone"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:offre|promo(?:tion)?|vente|remise|réduction|code|prix|livraison|opération|soldes|bon plan)s? ?[^.!?\n]{0,30}?(?:se termine|expire|prend fin"
        r"|finit|prennent fin|s'arrête|s'achève|disparaî(?:t|tra))(?:nt)? (?:bientôt|ce soir|aujourd'hui|demain|à minuit|cette nuit|sous peu|très vite)"
        r"|(?:se termine|expire|prend fin|s'achève|s'arrête)(?:nt)? (?:bientôt|ce soir|cette nuit|à minuit)"
        r"|fin de (?:l'|cette )?(?:offre|opération|promo|vente) (?:ce soir|à minuit|demain|imminente|bientôt)"
        r"|offres? (?:ultra[- ])?limitées?(?! (?:à|aux?|par)\b)|offres? éphémères?|(?:pour une|à|en|quantité et|temps et) durée (?:très )?limitée"
        r"|durée limitée(?= ?(?:[!.:,–—-]|$))|temps limité"
        r"|(?:c'est |voici )?(?:votre |ta |la )?(?:toute )?(?:dernière|derniere|ultime) chance(?!llerie)"
        r"|(?<!ces )(?<!dans les )(?<!cours des )(?<!depuis les )(?<!pendant les )(?<!mes )(?:dernières|dernieres|ultimes) (?:heures|minutes)(?! (?:du jour"
        r"|de la nuit|de cuisson|du match|avant l'aube))"
        r"|derniers? jours? (?:pour|de (?:l'|la |nos |notre )(?:offre|promo|vente|soldes|opération)|des soldes|de soldes|avant la fin)"
        r"|derniers jours(?= ?[!:–—-])|(?:dernier|ultime) (?:rappel|appel)(?! (?:de vaccin|à (?:la prière|candidature)))|dernière ligne droite"
        r"|(?:aujourd'hui|ce soir|cette nuit) (?:seulement|uniquement)"
        r"|(?:seulement|uniquement|rien qu'|valable) (?:aujourd'hui|ce soir)(?: (?:seulement|uniquement))?"
        r"|(?:ventes?|offres?|promos?|soldes?|deals?) (?:flash|éclair)|(?:dépêch|depêch|dépech|depech)(?:ez-vous|e-toi|ons-nous)|(?:faites|fais) vite"
        r"|ne (?:tardez|tarde|traînez|traîne|trainez) (?:pas|plus)(?! à (?:venir|arriver) nous)"
        r"|ne (?:ratez|manquez|loupez|rate|manque|loupe|laissez|laisse) (?:pas|surtout pas|plus)(?: passer| filer)? [^.!?\n]{0,30}?(?:offre|promo|occasion"
        r"|affaire|chance|opportunité|réduction|remise|soldes|vente|ça\b|bon plan)"
        r"|(?:c'est )?maintenant ou jamais|(?:command|réserv|profit|achet)(?:ez|e|er)(?:-en)? avant minuit"
        r"|vous ne (?:voudriez|voulez) (?:tout de même |quand même |vraiment )?pas (?:rater|manquer) (?:ça|cela|cette)"
        r"|ne (?:passez|passe) pas à côté d(?:e|u|es|')(?! la plaque)|le temps presse|il n'y en aura pas pour tout le monde"
        r"|(?:profite(?:z)?|commande(?:z)?|réserve(?:z)?|fonce(?:z)?|clique(?:z)?)(?:-en)? (?:très )?vite(?! fait)"
        r"|profite(?:z)?-en (?:avant|tant qu'il|immédiatement)|agi(?:s|ssez) (?:vite|maintenant|sans attendre|tout de suite)"
        r"|sais(?:is|issez) (?:vite )?(?:votre|ta|cette|l') ?(?:chance|opportunité|occasion)|bientôt (?:fini|terminée?)(?= ?[!.:]| ?$)"
        r"|c'est (?:bientôt|presque) (?:fini|terminé)|tant qu'il (?:en est encore|est encore) temps"
        r")"
    ),
}  # fmt: skip
FIRST: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:hurry(?=[!,. –—-])(?! (?:home|back|slowly))|quick(?=[!:]))"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:vite(?= ?[!,:]))"
        r")"
    ),
}  # fmt: skip
"""These only where they open a sentence: « vite » is said of many things."""
MESSAGE = both("Presses the reader without saying until when.", "Presse le lecteur sans dire jusqu'à quand.")
SUGGESTION = both(
    'Say the end date and hour ("until 30 November, 23:59"), or drop the pressure.',
    "Dites la date et l'heure de fin (« jusqu'au 30 novembre, 23 h 59 »), ou cessez de presser.",
)


@rule(
    "PRS001",
    "false-urgency",
    level="scoring",
    last_reviewed="2026-11-22",
    scope="copy",
    anchors=anchors_for(PATTERNS, FIRST),
)
def false_urgency(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """Urgency with no date behind it.

    What it does
        Finds words that press the reader to act now where the copy names no end date. With a date in any field (`ends Sunday`, « jusqu'au 30 novembre ») or
        close by it is information and passes; so do refusals (`flash sales? Not us`), « offre limitée à deux par foyer » and `in no hurry`.
    Why
        "Limited time" that is not true is a banned practice (UCPD annex I, 7; UK DMCC Act sch. 20), and readers have stopped believing it.
    En français
        Urgence sans date
        Une durée limitée qui ne l'est pas est une pratique interdite (directive 2005/29, annexe I, 7), et plus personne n'y croit.
    Example
        Bad (en): Last chance. Don't miss out.
        Good (en): The sale ends on 30 November.
        Good (en): Don't hurry. It lasts.
        Bad (fr): Dernière chance, offre limitée !
        Good (fr): L'offre court jusqu'au 30 novembre.
    Source
        UCPD 2005/29/EC, annex I, point 7 (point number: general practice, not verified against the text); law notes of 2026-11-21; patterns written here and
        measured with bench/pressure.py on the strings of Mathur et al. 2019, github.com/aruneshmathur/dark-patterns, read 2026-11-21.
    """
    found = [(text, span) for text in texts for span in pressed(PATTERNS[grounds.locale], text.prose)]
    found += [(text, span) for text in texts for span in pressed(FIRST[grounds.locale], text.prose) if opens_sentence(text.prose, span[0])]
    if found and not is_dated(texts):
        for text, (start, end) in found:
            yield Hit(start, end, MESSAGE, SUGGESTION, key=text.key)
