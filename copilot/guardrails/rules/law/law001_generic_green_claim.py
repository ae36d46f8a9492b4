import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.checks.green import AGAINST_POLLUTION, specified, with_share
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:eco[- ]?(?:friendly|friendlier|conscious|responsible|safe|minded|chic)\b"
        r"|(?:environmentally|environment|planet|earth|climate|nature|ocean|ozone)[- ](?:friendly|friendlier|conscious|safe|sound|responsible|kind|positive)\b"
        r"|(?:good|kind|kinder|gentle|gentler|better|safe|safer|great|healthy|easy) (?:for|to|on) (?:the|our|your) (?:planet|environment|earth|oceans?"
        r"|climate)\b"
        r"|(?:saves?|saving|helps?|protects?|respects?|cares? for|looks? after|love[sd]?|heals?) (?:the|our) (?:planet|environment|earth)\b|planet[- ]loving\b"
        r"|(?:more )?sustainabl[ey][- ](?:made|sourced|produced|grown|crafted|fashion|materials?|packaging|products?|choice|cotton|wool|collections?|clothing"
        r"|fabrics?|beauty|jackets?|shoes|brand|lifestyle|delivery|alternatives?|options?|style|wardrobe|luxury|ingredients|swimwear|sneakers|travel"
        r"|furniture)\b"
        r"|(?:made|produced|sourced|grown) sustainably\b|fully sustainable\b"
        r"|ecological (?:products?|choice|packaging|detergents?|paints?|jackets?|cleaning|alternatives?|materials?)\b"
        r"|green (?:products?|choice|packaging|fashion|alternative|solution|option|beauty|delivery|formula|credentials|cleaning|living|shopping|gadget)\b"
        r"|greener (?:choice|alternative|planet|future|option|way|world|tomorrow|home|product|packaging|delivery)\b|go(?:es|ing)? green\b|all[- ]natural\b"
        r"|100 ?% natural\b(?! (?:wool|cotton|silk|linen|rubber|gas))"
        r"|(?:conscious|responsible) (?:choice|collection|fashion|packaging|wardrobe|clothing|beauty|cotton|materials)\b"
        r"|(?:low|zero|minimal|no)[- ](?:environmental )?impact(?= (?:on the (?:planet|environment)|packaging|materials|product|fashion|collection|jacket))"
        r"|(?:the|our|your|britain's|europe's|uk's|world's) greenest (?!(?:grass|valley|thumb|of|hill|eyes|park|city)\b)[a-z]+"
        r"|guilt[- ]free (?:fashion|flying|packaging|shopping|delivery)\b|chemical[- ]free\b|clean beauty\b)"
    ),
    "fr": re.compile(
        r"\b(?:éco-?(?: ?responsables?|-?friendly|conçue?s?|-?citoyen(?:ne)?s?|-?durables?|-?fabriquée?s?)\b(?! ?des (?:sites|services))|ecofriendly\b"
        r"|eco[- ]friendly\b|ecoresponsables?\b|ecologiques?\b|(?:100 ?% |très |plus |vraiment |totalement |entièrement |naturellement )écologiques?\b"
        r"|(?:est|sont|soit|reste|restent) (?:aussi |donc |plus |très )?écologiques?\b"
        r"|(?:lessives?|produits?|emballages?|vestes?|peintures?|bouteilles?|gourdes?|couches?|sacs?|maisons?|chauffages?|voitures?|alternatives?|solutions?"
        r"|matériaux|matières?|choix|gestes?|gammes?|collections?|nettoyants?|détergents?|savons?|shampoings?|cosmétiques?|literie|matelas|papier|encres?|bois"
        r"|isolants?|livraisons?|modes? de vie|transports?|imprimeurs?|impressions?|démarches? marketing) (?:\w+ et )?écologiques?\b"
        r"|respectueu(?:x|se|ses) (?:de |envers |pour )(?:l'environnement|la planète|la nature|l'écologie|la biodiversité|notre planète|la terre"
        r"|l'écosystème)\b"
        r"|(?:respecte|préserve|protège|sauve|aime|soigne|chérit|prend soin de|prennent soin de|respectent|préservent|protègent|sauvez|protégez"
        r"|préservez) (?:l'environnement|(?:la|notre) planète|(?:la|notre) terre)\b"
        r"|(?:bon|bonne|bons|bonnes|mieux|meilleure?s?|saine?s?|gentille?s?|douce?s?|doux|positi(?:f|ve)s?|bénéfiques?|amie?s?) (?:pour|avec|envers"
        r"|de) (?:la planète|l'environnement|la nature|le climat|notre planète|les océans|la terre)\b"
        r"|(?:un )?(?:geste|pas|acte|action|engagement) (?:pour|envers) la planète\b"
        r"|(?:mode|cosmétiques?|beauté|emballages?|packaging|collections?|coton|laine|matières?|matériaux|fibres?|choix|alternatives?|textiles?|lessives?"
        r"|papeterie|bougies?|couches?|voyages?|livraisons?|maillots?|jeans?|sneakers|baskets) (?:plus |100 ?% )?(?:durables?|responsables?|éthique et durable"
        r"|propres?|clean(?: et (?:durables?|responsables?))?|vertueu(?:x|se|ses))\b"
        r"|(?:produits?|alternatives?|solutions?|emballages?|gestes?|livraisons?|achats?|gammes?|lessives?|marques?) (?:plus )?(?:verte?s?|green"
        r"|clean)\b(?! (?:d'eau|pomme|sapin|bouteille|anis|kaki|olive|foncé|clair|menthe|émeraude|et|ou|de))"
        r"|(?:100 ?%|entièrement|totalement|complètement) naturel(?:le)?s?\b"
        r"|(?:sans|zéro|aucun|faible) impact (?:sur (?:l'environnement|la planète)|environnemental|écologique)\b|sans impact sur la nature\b|à (?:faible|moindre) impact\b"
        r"|consomme[zr]? (?:plus )?(?:responsable|durable|vert)\b|planet[- ]friendly\b|sans produits? chimiques?\b)"
    ),
}  # fmt: skip
MESSAGE = both("'{text}' says nothing that can be checked.", "« {text} » ne dit rien qu'on puisse vérifier.")
SUGGESTION = both(
    'Say what, how much and of which part ("80% recycled wool, lining not included"), or name the official label.',
    "Dites quoi, combien et de quelle partie (« 80 % de laine recyclée, hors doublure »), ou nommez le label officiel.",
)


@rule("LAW001", "generic-green-claim", level="blocking", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def generic_green_claim(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A green word that means nothing in particular.

    What it does
        Finds generic environmental claims (eco-friendly, good for the planet, écoresponsable, respectueux de l'environnement). Passes a sentence with a
        share, a recognised label or an energy class, what is denied, and what the brief or a claim in force states. `durable`, `vert`, `green`, `sustainable`
        and `naturel` count only beside a word for goods; développement durable, green tea and a jacket that lasts pass.
    Why
        Generic environmental claims without recognised excellent performance are banned in the EU since 27 September 2026; the UK and the US ask for proof.
        Blocking until the proof stands in the claim bank.
    En français
        Mot vert qui ne veut rien dire de précis
        Une allégation environnementale générique est interdite dans l'UE depuis le 27 septembre 2026, sauf excellence reconnue. Bloquant tant que la preuve
        n'est pas dans la banque d'allégations.
    Example
        Bad (en): An eco-friendly jacket, kind to the planet.
        Good (en): A green jacket that lasts.
        Good (en): Sustainable: 80% recycled wool, lining not included.
        Bad (fr): Une veste écoresponsable, bonne pour la planète.
        Good (fr): Une veste verte et durable, c'est-à-dire solide.
        Good (fr): Le développement durable, on en parle au conseil.
    Source
        Directive (EU) 2024/825, applied from 27 September 2026, amending directive 2005/29/EC annex I (https://sorena.io, https://www.pinsentmasons.com, read
        2026-11-21); CMA Green Claims Code and FTC Green Guides, general practice. Counted on 624 public French pages: the broad list stands in 22 %, the
        strict one in 9.5 %.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if denied(text.prose, start) or specified(text.prose, with_share(text.prose, start), end) or backed(text.prose, start, end, grounds):
            continue
        if not AGAINST_POLLUTION.search(text.prose.scan, max(0, start - 20), start):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
