import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied, sourced
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:greener|cleaner for the planet|more (?:sustainable|eco-friendly|ecological|environmentally friendly|planet-friendly)) than\b"
        r"|\d{1,3} ?(?:%|percent) (?:less|lower|fewer|reduction in) (?:of )?(?:co2e?|carbon|emissions|greenhouse|plastic|waste|pollution|footprint)\b"
        r"|(?:half|lower|smaller|reduced|lighter|lowest|tiny|minimal) (?:the |our |its |your )?(?:carbon|environmental|co2|ecological) (?:footprint|emissions"
        r"|impact)\b"
        r"|(?:reduces?|reducing|cuts?|cutting|shrinks?|lowers?|halves?|halving|slash(?:es)?) (?:your|our|the|its|their) (?:carbon |co2 |environmental "
        r"|ecological )(?:footprint|emissions|impact)\b"
        r"|less polluting\b|(?:better|less bad) for the (?:climate|planet) than\b)"
    ),
    "fr": re.compile(
        r"\b(?:plus (?:écologiques?|éco-?responsables?|verte?s?|durables?|respectueu(?:x|se|ses) de l'environnement) qu(?:e|')"
        r"|moins (?:polluante?s?|énergivores?|gourmande?s? en (?:eau|énergie|co2))\b"
        r"|\d{1,3} ?(?:%|pour cent) (?:de |d'|des )?(?:co2e?|émissions|carbone|plastique|déchets|pollution|gaz à effet de serre)(?: en moins| de moins)?\b"
        r"|\d{1,3} ?% de moins (?:de |d')(?:co2e?|émissions|carbone|plastique|déchets)\b"
        r"|empreinte (?:carbone|écologique|environnementale) (?:réduite|divisée|plus faible|minimale|allégée|limitée|diminuée)\b"
        r"|(?:réduis?e?[zt]?|réduisent|réduire|diminue[zr]?|divise[zr]?|allège[zr]?|limite[zr]?) (?:votre|notre|ton|son|leur|l'|d?e? ?moitié (?:votre"
        r"|notre|ton"
        r"|son)) ?(?:empreinte|impact) (?:carbone|écologique|environnementale?)\b)"
    ),
}  # fmt: skip
MESSAGE = both("Less than what, measured how, since when?", "Moins que quoi, mesuré comment, depuis quand ?")
SUGGESTION = both(
    "Give the base, the method and the date from the brief, or leave it out.", "Donnez la base, la méthode et la date depuis le brief, ou retirez-le."
)


@rule("LAW007", "green-comparison", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def green_comparison(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Greener, without saying than what.

    What it does
        Finds environmental comparisons (greener than, 30% less CO2, moins polluant, empreinte réduite) that neither the brief nor a claim in force states.
        Passes what is denied and a field that names its source.
    Why
        A comparison needs its base, its method and its date in view (general practice, not verified against the text).
    En français
        Plus vert, sans dire que quoi
        Une comparaison demande sa base, sa méthode et sa date (pratique générale, non vérifiée dans le texte).
    Example
        Bad (en): 30% less CO2.
        Good (en): Less water in the kettle.
        Bad (fr): 30 % de CO2 en moins.
        Good (fr): Moins d'eau dans la bouilloire.
    Source
        Directive (EU) 2024/825, applied from 27 September 2026, amending directive 2005/29/EC annex I (https://sorena.io, https://www.pinsentmasons.com, read
        2026-11-21), article 7(7); ASA, CAP Code 3.7, https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start) and not sourced(text.prose) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE, SUGGESTION)
