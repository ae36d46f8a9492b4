import re
from collections.abc import Iterator, Sequence

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import meant
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<!\w)(?:"
        r"(?:first|1st) (?:month|week|box|bag|order|delivery|bottle|3 months|three months|year)(?: is| at| for)? ?(?:only |just )?(?:(?:£|\$"
        r"|€) ?\d[\d.,]{0,12}|half price|\d+ ?% off)"
        r"|(?:£|\$|€) ?[01](?:[.,]\d\d)?(?: only)? (?:for (?:your|the) first|for \d+ (?:months|weeks|days))"
        r"|(?:auto-?renews?|renews? automatically|automatic(?:ally)? renew(?:al|ed|s)?|auto-?ship|auto-?renewal)"
        r"|(?:becomes|converts to|turns into|rolls (?:over )?into) (?:a )?(?:paid|full|monthly|annual) (?:subscription|membership|plan)"
        r"|(?:with|comes with) (?:a |your )?(?:free )?(?:vip |premium )?(?:membership|subscription) (?:with|in|to) (?:this|your|every) (?:order|purchase)"
        r")"
    ),
    "fr": re.compile(
        r"(?<!\w)(?:"
        r"(?:premier|1er|première|1re|premiers|premières) (?:mois|semaine|box|colis|livraison|trois mois|3 mois|année)(?: (?:est|sont))? ?(?:à |pour "
        r"|à seulement )?(?:(?<=(?:est|ont) )(?:offert|gratuit)e?s?|(?<=(?:box|lis) )offerte?s?|\d[\d.,]{0,12} ?(?:€|euros?)|moitié prix|-? ?\d+ ?%)"
        r"|\d[\d.,]{0,12} ?(?:€|euros?) (?:le|la|pour le|pour la|les) (?:premier|1er|première|1re|\d+ premiers|3 premiers) ?(?:mois|semaine|box|année)?"
        r"|[01](?:[.,]\d\d)? ?€ pendant \d+ (?:mois|semaines|jours)"
        r"|(?:tacite reconduction|reconduction tacite|reconduite? tacitement|renouvel(?:é|ée|és|lement|able|le|lera) (?:automatique(?:ment)?|tacite"
        r"(?:ment)?)|se renouvelle (?:automatiquement|tacitement))"
        r"|(?:devient|se transforme en|bascule (?:en|vers)|passe en) (?:un |une )?(?:abonnement|formule|offre)(?: \w+)? ?(?:payante?|mensuel(?:le)?|annuel"
        r"(?:le)?)"
        r")"
    ),
}  # fmt: skip
TERMS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:then|after(?: that|wards)?|thereafter)\b[^.\n]{0,40}\d|\d[^.\n]{0,30}(?:a|per|/) ?(?:month|year|week|box)\b[^.\n]{0,60}\bcancel|\bone-off\b"
        r"|no subscription"),
    "fr": re.compile(
        r"\b(?:puis|ensuite|après|au-delà)\b[^.\n]{0,40}\d|\d[^.\n]{0,30}(?:par|/) ?(?:mois|an|semaine|box)\b[^.\n]{0,60}\brésili|sans abonnement"
        r"|\bpaiement unique\b"),
}  # fmt: skip
MESSAGE = both("'{text}', and then?", "« {text} », et ensuite ?")
SUGGESTION = both(
    "Say in the same place what it costs after, how often, and how to stop: 'then £12 a month, cancel online at any time'.",
    "Dites au même endroit le prix d'après, le rythme et comment arrêter : « puis 12 € par mois, résiliable en ligne à tout moment ».",
)


@rule("PRS011", "hidden-subscription", level="scoring", last_reviewed="2026-11-22", scope="copy", anchors=anchors_for(PATTERNS))
def hidden_subscription(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """A subscription behind the price.

    What it does
        Finds introductory prices of something that runs on (`first month free`, « 1 € le premier mois ») and automatic renewal where the copy nowhere says
        the later price and how to stop. Free trials have their own rule (family LAW).
    Why
        The reader believes she buys once.
    En français
        Un abonnement derrière le prix
        Le lecteur croit acheter une fois.
    Example
        Bad (en): First box half price!
        Good (en): First box half price, then £18 a box. Cancel online.
        Bad (fr): 1 € le premier mois !
        Good (fr): 1 € le premier mois, puis 12 € par mois, résiliable en ligne.
    Source
        Directive 2011/83/EU; code de la consommation L221-14; US ROSCA (general practice, not verified against the text); Mathur et al. 2019,
        github.com/aruneshmathur/dark-patterns, and github.com/yamanalab/ec-darkpattern, read 2026-11-21; patterns written here, measured with
        bench/pressure.py.
    """
    if any(TERMS[grounds.locale].search(text.prose.scan) for text in texts):
        return
    for text in texts:
        for start, end in meant(PATTERNS[grounds.locale], text.prose):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION, key=text.key)
