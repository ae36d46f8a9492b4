import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied, followed_by_question, sourced
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r'''(?:(?<=^)|(?<=[\s(\"'“]))#1(?= (?:in|for|on|choice|brand|app|tool|site|rated|best|selling|selected|trusted|recommended|seller|provider|software'''
        r"|solution|platform|agency|company)\b)"
        r"|\b(?:(?:rated|ranked|voted|named|is|are|the|our|your|britain's|america's|europe's|uk's) #1(?! (?:rule|reason|tip|mistake|question|thing|enemy|fan"
        r"|priority)\b)(?! ?[.:)] ?\w)"
        r"|(?:the|your|rated|ranked|voted|world's|country's|nation's|uk's|britain's|europe's|america's|france's|london's) (?:no\. ?1|no 1|number[- ]one"
        r"|number 1)\b(?! (?:rule|reason|tip|mistake|question|thing|enemy|fan|priority|goal|cause|concern|complaint|job|spot in|bus|shirt|son|daughter|draft"
        r"|pick)\b)"
        r"|(?:no\. ?1|no 1|number[- ]one|number 1) (?:(?:best[- ]?selling|selling|rated|trusted|leading) )?(?:in (?:the|europe|france|britain|america|london"
        r"|paris|its)|brand|choice|provider|supplier|seller|platform|app|software|rated|selling|trusted|recommended)\b"
        r"|(?:market|industry|category|world|global|sector)[- ](?:leader|leading)\b"
        r"|(?:the|a|uk's|world's|europe's|france's|britain's|america's|as|nation's|country's) leading (?:[\w-]+ )?(?:brand|provider|supplier|manufacturer"
        r"|maker"
        r"|platform|retailer|company|specialist|producer|distributor|agency|app|software|solution|store|shop|name in|expert|experts)\b"
        r"|(?:the|world|global|undisputed|clear|recogni[sz]ed|a) leaders? in (?!(?:the|his|her|its|my|our|their|this|that|exile|waiting|prison|training"
        r"|name)\b)[\w-]+"
        r"|the (?:world|uk|us|country|nation|market|industry|city|planet|continent)'s (?:(?:very|most|first|only|best|finest|greatest|largest|biggest|smallest"
        r"|lightest|strongest|fastest|cheapest|safest|toughest|warmest|thinnest|softest|favou?rite)\b)(?: [\w-]+){0,2}"
        r"|(?:britain|america|europe|france|london|scotland|england|ireland|wales)'s (?:first|only|best|finest|largest|biggest|fastest|cheapest|most [\w-]+"
        r"|favou?rite|best[- ]loved|top)\b(?: [\w-]+)?"
        r"|the (?:very )?(?:best|finest|lightest|strongest|fastest|cheapest|safest|toughest|warmest|softest|thinnest|quietest"
        r"|most [a-z-]{4,16}) (?:[\w'-]+ ){0,4}(?:in the (?:world|uk|us|country|industry|business|market)|on the (?:market|planet|high street|internet)"
        r"|in (?:europe|france|britain|america|london|paris|town)|money can buy|ever made|available anywhere|in its class|in its category)\b"
        r"|(?:best|first)[- ]in[- ]class\b"
        r"|the (?:first and )?only (?:[\w'-]+ ){1,5}(?:in the (?:world|uk|us|country)|on the market|in (?:europe|france|britain|america)|of its kind)\b"
        r"|the only (?:brand|company|app|tool|product|service|software|platform|provider|supplier|jacket|mattress|cream|serum|shampoo|shoe|bag) (?:that|to|on"
        r"|with|which)\b"
        r"|(?:lowest|cheapest|unbeatable|unbeaten) prices?\b(?! (?:in|of) the (?:month|year|week|session|day)\b)|best price (?:guaranteed?|in|on|anywhere)\b"
        r"|(?:cheapest|lowest[- ]priced) (?:[\w-]+ ){0,3}(?:in the (?:uk|us|country)|on the market|in (?:europe|france|britain|america|london|town)"
        r"|anywhere)\b)"
    ),
    "fr": re.compile(
        r'''(?:(?<=^)|(?<=[\s(\"'«]))(?:n[°ºo]\.? ?1|numéro (?:1|un)) (?:(?:des ventes|incontestée?|historique) )?(?:de|du|des|de la|de l'|d'|en|mondiale?s?'''
        r"|française?s?|européenne?s?|sur|dans|auprès|au|chez)(?: ?[\w'-]+)?"
        r"|(?:^|[.!?:,–-] |\n)leaders? (?:sur le marché|dans son secteur|mondia(?:l|le|ux|les)|européen(?:ne)?s?|français(?:es?)?|nationa(?:l|le|ux|les)"
        r"|incontestée?s?|du marché|du secteur|de sa catégorie|d[eu] la [\w-]+|des [\w-]+|en [\w-]+)"
        r"|\b(?:(?:n[°ºo]\.? ?1|numéro (?:1|un))(?= ?(?:$|[.!,;)»]|\n|et\b|pour\b))"
        r"|(?:le|la|un|une|du|des|notre|votre|comme|est|sommes|reste|et|désormais|devenue?) leaders? (?:mondia(?:l|le|ux|les)|européen(?:ne)?s?"
        r"|français(?:es?)?|nationa(?:l|le|ux|les)|incontestée?s?|historiques?|du marché|du secteur|de sa catégorie|(?:de|du|des|de la|de l'|d'|en|sur"
        r"|dans) (?!l'opposition|groupe|parti|équipe|projet|mouvement|opinion|monde libre|peuple|syndicat)(?:l[ae]s? |l'|son |notre |les )?(?:marché|secteur"
        r"|domaine|vente|location|distribution|livraison|fabrication|matière|literie|isolation|assurance|rénovation|recrutement|formation|logiciel|[\w-]{5,}))"
        r"|l[ea]s? (?:meilleure?s?|plus [\w-]{3,18}) (?:[\w'-]+ ){0,4}(?:du marché|sur le marché|au monde|du monde|de france|d'europe|en france|de paris"
        r"|de la région|de la ville|de sa catégorie|du web|de la planète|jamais (?:conçue?s?|créée?s?|fabriquée?s?|vue?s?))\b(?! (?:du|de la|des) (?:travail"
        r"|marathon)\b)"
        r"|l[ea]s? (?:premi(?:er|ère)s? et )?seule?s? (?:[\w'-]+ ){0,4}(?:du marché|sur le marché|au monde|en france|en europe|de france|de sa catégorie)\b"
        r"|(?:le|la) seule? (?:marque|entreprise|produit|outil|application|logiciel|crème|service|solution|plateforme|site|enseigne|matelas|veste|sérum"
        r"|shampoing) (?:à|qui|capable|français|avec)\b"
        r"|(?:le|la) premi(?:er|ère) (?:fabricant|marque|site|réseau|enseigne|plateforme|application|producteur|constructeur|fournisseur|assureur|opérateur"
        r"|vendeur)s? (?:français|européen|mondial|de france|au monde|en france|en europe|d'europe)(?:ne|e)?\b"
        r"|(?:une )?premières? mondiales?\b|(?:l[ea]s?|au) moins chers?\b(?: (?:du|de|sur|en) [\w'-]+)?|prix (?:les plus bas|imbattables?|le plus bas)\b"
        r"|meilleurs? prix (?:garantis?|du marché|du web|de france)\b|un prix imbattable\b"
        r"|(?:unique au monde|sans équivalent (?:sur le marché|au monde|en france|en europe)|inégalée?s? sur le marché)\b)"
    ),
}  # fmt: skip
_LISTED = (
    "article articles annexe étape fiche règle priorité ennemi ennemie chapitre lot tome volume épisode leçon erreur conseil astuce raison ligne question"
    " bulletin décret arrêté"
    " avenant figure tableau série cas objectif motif critère groupe bâtiment quai voie salle porte case point option version partie section module"
    " scénario exercice"
)
LIST_WORDS = frozenset(_LISTED.split())
"""Nouns that a number follows to count, not to boast (fiche n° 1)."""
BARE = re.compile(r"n[°ºo]\.? ?1|numéro (?:1|un)")
_BOASTS = "le la les notre votre marque leader enseigne réseau site classé classée élu élue est sommes sont devenu devenue resté restée"
BOASTING = frozenset(_BOASTS.split())
MESSAGE = both("A first place that neither the brief nor the claim bank backs.", "Une première place que ni le brief ni la banque d'allégations n'appuie.")
SUGGESTION = both(
    "Say first at what, where, when and who counted, or say what the thing does.",
    "Dites premier en quoi, où, quand et selon qui, ou dites ce que la chose fait.",
)


@rule("CLM001", "unsupported-superlative", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def unsupported_superlative(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A first place that nothing backs.

    What it does
        Finds claims to be first, alone, cheapest or leading in a market (no. 1, market leader, the world's lightest, the only ... on the market). Passes what
        the brief or a claim in force states, what is denied or asked, and a field that names its source.
    Why
        An objective superlative needs a basis and a date, held before publication. Mere puffery, which nobody takes at its word, is left to *puffery*.
    En français
        Première place que rien n'appuie
        Un superlatif objectif demande une base et une date, réunies avant de publier. La simple emphase est laissée à *puffery*.
    Example
        Bad (en): The UK's no. 1 walking jacket.
        Good (en): The best of it is the pocket.
        Good (en): Nobody has called it the world's lightest jacket.
        Bad (fr): Le n° 1 de la veste en France.
        Good (fr): La règle n° 1 : bien la sécher.
        Good (fr): Donne le meilleur de toi-même, puis rentre.
    Source
        ASA, types of claims (CAP Code 3.2 and 3.7), https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21; short and long lists
        weighed on 624 public French pages (35 % against 0.5 % of documents).
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        before = text.prose.scan[:start].rsplit(None, 1)[-1:]
        if BARE.fullmatch(text.prose.scan, start, end) and not (before and before[0] in BOASTING):
            continue
        if (before and before[0] in LIST_WORDS) or denied(text.prose, start) or followed_by_question(text.prose, end):
            continue
        if not sourced(text.prose) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE, SUGGESTION)
