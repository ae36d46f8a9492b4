import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:guaranteed|risk[- ]free|assured|certain|secure|no[- ]risk) (?:\d{1,3}(?:\.\d+)? ?% )?(?:annual |monthly |high |passive |daily |investment "
        r"|trading )?(?:returns?|profits?|income|yields?|gains|investments?|earnings|interest)\b"
        r"|(?:returns?|profits?|income|gains|yields?|earnings) (?:of \d{1,3}(?:\.\d+)? ?% )?(?:is |are )?(?:guaranteed|risk[- ]free|assured)\b"
        r"|(?:invest|trade|crypto|investing|trading)\b[^.\n]{0,40}\b(?:without (?:any )?risk|risk[- ]free|no risk|zero risk)\b"
        r"|(?:earns?|makes?|gains?|pays?|yields?) (?:up to |over |you )?\d{1,2}(?:\.\d+)? ?% (?:a|per|every|each) (?:year|month|week|day|annum)\b[^.\n]{0,30}"
        r"\b(?:no risk|without (?:any )?risk|risk[- ]free|zero risk|guaranteed)\b"
        r"|(?:double|triple|multiply|10x) your (?:money|savings|capital|investment|crypto|bitcoin)\b"
        r"|(?:earn|make) (?:up to |over |an extra |more than )?[£$€]\d[\d,]* (?:a|per|every|each) (?:day|hour|week|month)\b|get rich (?:quick|fast|now)\b"
        r"|(?:returns?|profits?|gains|yields?|interest) (?:is|are|stays?) (?:fixed|guaranteed|locked) at \d|no risk to your (?:capital|money|savings)\b"
        r"|(?:turn|turning) (?:your )?[£$€]\d[\d,]* into [£$€]\d|easy money\b|make money (?:fast|while you sleep|from home|online|in your sleep)\b|financial freedom (?:guaranteed|in \d))"
    ),
    "fr": re.compile(
        r"\b(?:(?:rendements?|gains?|revenus?|profits?|intérêts?|plus-values?|bénéfices|retours? sur investissement|placements?|investissements?"
        r"|performances?) (?:annuels? |mensuels? |élevés? |passifs? |de \d{1,3}(?:,\d+)? ?% )*(?:garantis?|garanties?|assurée?s?|certaine?s?"
        r"|sans (?:aucun )?risque|100 ?% sûrs?)\b"
        r"|(?:investi\w+|place[zr]|gagne[zr]|épargne[zr]|trading|crypto\w*|bourse)\b[^.\n]{0,40}\bsans (?:aucun |prendre (?:le moindre|de|aucun) )?risque\b"
        r"|(?:double|multiplie|triple|décuple)[zr]? (?:par \d+ )?(?:votre|vos|ton|tes) (?:argent|capital|mise|épargne|investissement|économies|bitcoins?)\b"
        r"|gagne[zr]? (?:jusqu'à |plus de |facilement )?\d[\d ]* ?(?:€|euros) (?:par|chaque) (?:jour|heure|semaine|mois)\b|argent facile\b"
        r"|(?:placement|investissement)s? sûrs? à 100 ?%|(?:placement|investissement|rendement|capital)s?\b[^.\n]{0,30}\bsans (?:aucun )?risque de perte\b"
        r"|transforme[zr]? (?:vos |tes )?\d[\d ]* ?€ en \d"
        r"|devene[zr] riches?\b"
        r"|liberté financière (?:garantie|en \d)|gagne[zr] de l'argent (?:en dormant|facilement|rapidement|depuis chez))"
    ),
}  # fmt: skip
MESSAGE = both(
    "'{text}': no return is certain, and the law wants the risk said.", "« {text} » : aucun rendement n'est sûr, et la loi veut que le risque soit dit."
)
SUGGESTION = both(
    "Say the risk of loss and the past figures with their dates, or leave the promise out.",
    "Dites le risque de perte et les chiffres passés avec leurs dates, ou retirez la promesse.",
)


@rule("LAW027", "guaranteed-return", level="blocking", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def guaranteed_return(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A return without risk.

    What it does
        Finds guaranteed or risk-free returns, money doubled, so much a day from home, easy money. A guarantee on a jacket and a risk of rain pass. Passes
        what is denied and what the brief or a claim in force states.
    Why
        Financial promotions must be balanced and show the risk of loss (general practice, not verified against the text); the wording is that of most frauds.
    En français
        Rendement sans risque
        La publicité financière doit être équilibrée et dire le risque de perte (pratique générale, non vérifiée dans le texte) ; ces mots sont ceux de la
        plupart des arnaques.
    Example
        Bad (en): Guaranteed returns of 8%.
        Good (en): We guarantee the stitching, not the weather.
        Bad (fr): Un rendement garanti de 8 %.
        Good (fr): On garantit les coutures, pas le temps.
    Source
        Directive 2014/65/EU (MiFID II) art. 24(3), regulation 2023/1114 (MiCA) art. 7 (general practice, not verified against the text),
        https://eur-lex.europa.eu/eli/dir/2014/65/oj, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
