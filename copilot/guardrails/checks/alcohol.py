"""Whether copy sells alcohol: a drink by name, beside a word of the trade."""

from __future__ import annotations

import re

from copilot.language.prose import Locale, Prose, Span

DRINKS: dict[Locale, re.Pattern[str]] = {
    "fr": re.compile(
        r"\b(?:(?<!pot-de-)(?<!pots-de-)(?<!pot de )(?<!au )(?<!lie de )(?<!vinaigre de )(?<!sauce au )(?<!bon )vins?|bières?|rosés?(?= d[eu] |, | \d)|champagnes?|crémants?"
        r"|proseccos?|cidres?|rhums?|whiske?ys?|vodkas?|tequilas?|gins?|cognacs?"
        r"|armagnacs?|pastis|apéritifs? (?:alcoolisés?|anisés?)|liqueurs?|spiritueux|eaux?-de-vie|calvados|mezcal|spritz|mojitos?|sangria|beaujolais"
        r"|chablis|sancerre|muscadet|côtes-du-rhône|vermouth|absinthe|porto"
        r"|ipa|brasserie artisanale|cuvées?|millésimes?)\b(?! (?:de vinaigre|aigre|d'ours|de poire vinaigre|mère))"
    ),
    "en": re.compile(
        r"\b(?:wines?|beers?|champagnes?|proseccos?|ciders?|rums?|whiske?ys?|vodkas?|tequilas?|gins?|cognacs?|brandy|liqueurs?|ales?|lagers?|stouts?"
        r"|mezcal|spritz|mojitos?|sangria|vermouth|absinthe"
        r"|port wine|ipas?|merlot|chardonnay|sauvignon|rioja|malbec)\b(?![- ](?:vinegar|gums?|glass(?:es)?|rack|coloured|red|belly|bottle opener))"
    ),
}  # fmt: skip
_TRADE: dict[Locale, re.Pattern[str]] = {
    "fr": re.compile(
        r"\b(?:bouteilles?|cl\b|litres?|coffrets?|cavistes?|cave|domaine|château|vignobles?|vignerons?|dégust\w+|savour\w+|cépages?|brass(?:ée?s?"
        r"|eurs?|erie)|distill\w+|cocktails?|apéro|apéritif|trinqu\w+|verres?"
        r"|commande[zr]?|offre[zr]?|livr\w+|promo\w*|€|prix|vol\b|degrés?|cru|crus|aoc|aop|igp|box|découvr\w+|servi[rz]?|frais|fraîche|tonic|pintes?"
        r"|happy hour|barriques?|arômes?|millésime|cuvée)\b|€|%"
    ),
    "en": re.compile(
        r"\b(?:bottles?|cl|litres?|case|cellar|estate|vineyards?|winery|winemakers?|tasting|brew(?:ed|ery|ers?)|distill\w*|order|delivered|delivery"
        r"|offer|abv|happy hour"
        r"|casks?|vintage|chilled|shop|buy|gift|sip|discover|our|craft)\b|[£€$]|%"
    ),
}  # fmt: skip
_REACH = 70
"""How far from the drink, in characters, the word of the trade may stand."""
_NO_DRINK = re.compile(
    r"\b(?:sans alcool|0,0 ?%|0\.0 ?%|0 ?% alcool|alcohol[- ]free|non[- ]alcoholic|désalcoolisée?s?|non alcoolisée?s?|mise en bière|couleur"
    r"|teinte|coloris|colour|shade)\b"
)


def sold_drink(prose: Prose) -> Span | None:
    """The first alcoholic drink that `prose` sells; None where it names none, names one without alcohol, or names it in passing."""
    if _NO_DRINK.search(prose.scan):
        return None
    for drink in DRINKS[prose.locale].finditer(prose.scan):
        start, end = drink.span()
        if _TRADE[prose.locale].search(prose.scan[max(0, start - _REACH) : start]) or _TRADE[prose.locale].search(prose.scan[end : end + _REACH]):
            return start, end
    return None
