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
        r"\b(?:(?:join|joined by|trusted by|loved by|used by|chosen by|relied on by|worn by|enjoyed by|recommended by|followed by|helped|helping|serving"
        r"|served"
        r"|empowering|protecting) (?:the |our )?(?:over |more than |almost |nearly |some |a community of )?(?:(?:\d{1,3}(?:[,. ]\d{3})+|\d{3,}"
        r"|\d+(?:\.\d+)? ?(?:k|m|million|billion|thousand)\b)\+?|(?:tens of |hundreds of )?(?:thousands|hundreds"
        r"|millions)\b(?: of)?)(?: (?:\w+ ){0,2}(?:customers|clients|users|women|men|mums|moms|parents|owners|readers|shoppers|buyers|members|subscribers"
        r"|runners|walkers|brands|teams|companies|businesses|professionals|families|students|learners|developers|marketers|creators|travellers|travelers"
        r"|homeowners|players|fans|followers|people like you|downloads|people|others))?\b"
        r"|(?:over|more than|almost|nearly) (?:\d{1,3}(?:[,. ]\d{3})+|\d{3,}|\d+(?:\.\d+)? ?(?:k|m|million|billion"
        r"|thousand)\b)\+? (?:\w+ ){0,1}(?!(?:women|men"
        r"|members|students|parents|families|brands|teams|companies|businesses|players)\b)(?:customers|clients|users|women|men|mums|moms|parents|owners"
        r"|readers"
        r"|shoppers|buyers|members|subscribers|runners|walkers|brands|teams|companies|businesses|professionals|families|students|learners|developers|marketers"
        r"|creators|travellers|travelers|homeowners|players|fans|followers|people like you|downloads)\b(?: (?:can't be wrong|trust|love|use|choose|already"
        r"|worldwide))?"
        r"|(?:\d{1,3}(?:[,. ]\d{3})+|\d{3,}|\d+(?:\.\d+)? ?(?:k|m|million|billion|thousand)\b)\+? (?:happy|satisfied|delighted|loyal|active"
        r"|thrilled) (?:\w+ )?(?:customers|clients|users|women|men|mums|moms|parents|owners|readers|shoppers|buyers|members|subscribers|runners|walkers|brands"
        r"|teams|companies|businesses|professionals|families|students|learners|developers|marketers|creators|travellers|travelers|homeowners|players|fans"
        r"|followers|people like you|downloads)\b"
        r"|(?:thousands|hundreds|millions|tens of thousands) of (?:happy |satisfied |delighted |loyal |five-star |5-star )+(?:\w+ )?(?:customers|clients|users"
        r"|women|men|mums|moms|parents|owners|readers|shoppers|buyers|members|subscribers|runners|walkers|brands|teams|companies|businesses|professionals"
        r"|families|students|learners|developers|marketers|creators|travellers|travelers|homeowners|players|fans|followers|people like you|downloads"
        r"|reviews)\b"
        r"|(?:thousands|millions) of (?:customers|users|clients|subscribers|downloads|5-star|five-star)\b|rated [1-5](?:\.\d{1,2})? ?(?:/ ?5|out of 5|stars)\b"
        r"|rated [1-5]\.\d{1,2}\b|[1-5]\.\d{1,2} ?(?:/ ?5|out of 5|stars)\b|rated excellent\b"
        r"|\d[\d,.]*\+? (?:verified |five-star |5-star |customer |google |trustpilot |glowing |positive ){1,3}reviews?\b"
        r"|(?:five|5)[- ]star (?:rated|reviews|ratings)\b|(?:100% )?verified (?:customer )?reviews\b"
        r"|(?:everyone's|everybody's|the whole internet is|the internet is|everyone is|everybody is) (?:talking about|raving about|obsessed with"
        r"|switching to)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:rejoignez|rejoins|rejoignent|déjà|plus de|près de|plus d'|adoptée?s? par|choisie?s? par|utilisée?s? par|approuvée?s? par|plébiscitée?s? par"
        r"|portée?s? par|aimée?s? par|recommandée?s? par) (?:les |nos |une communauté de |plus de |près de |quelque )?(?:(?:\d{1,3}(?:[ .]\d{3})+|\d{3,}"
        r"|\d+(?:,\d+)? ?(?:k|m|millions?|milliers?)\b)\+?|des milliers de|des centaines de|des millions de|un million de|des dizaines de milliers de) (?:de "
        r"|d')?(?:[\w-]+ )?(?:client(?:e|es|s)|utilisat(?:eurs|rices)|femmes|hommes|mamans|parents|lect(?:eurs|rices)|achet(?:eurs|euses)|membres|abonnée?s"
        r"|familles|entreprises|marques|équipes|professionnels|propriétaires|élèves|apprenants|voyageurs|joueurs|adhérents|fans|téléchargements|couples|foyers"
        r"|passionnée?s|indépendants|artisans|commerçants|marcheurs|coureurs)(?: (?:satisfaite?s|conquise?s|heureux|heureuses|comblée?s|fidèles|ravie?s))?\b"
        r"|(?:\d{1,3}(?:[ .]\d{3})+|\d{3,}|\d+(?:,\d+)? ?(?:k|m|millions?|milliers?)\b)\+? (?:de |d')?(?:client(?:e|es|s)|utilisat(?:eurs|rices)|femmes|hommes"
        r"|mamans|parents|lect(?:eurs|rices)|achet(?:eurs|euses)|membres|abonnée?s|familles|entreprises|marques|équipes|professionnels|propriétaires|élèves"
        r"|apprenants|voyageurs|joueurs|adhérents|fans|téléchargements|couples|foyers|passionnée?s|indépendants|artisans|commerçants|marcheurs"
        r"|coureurs) (?:(?:déjà |entièrement |pleinement )?(?:satisfaite?s|conquise?s|heureux|heureuses|comblée?s|fidèles|ravie?s|nous (?:font"
        r"|ont fait) (?:déjà )?confiance|ont (?:déjà |fait )))"
        r"|des (?:milliers|centaines|millions|dizaines de milliers) (?:de |d')(?:clients|clientes|utilisateurs|utilisatrices|téléchargements|avis|femmes"
        r"|familles|entreprises)\b(?: (?:satisfaite?s|conquise?s|nous font confiance|heureux))?"
        r"|(?:ils|elles) sont (?:déjà )?(?:plus de |près de )?(?:\d{1,3}(?:[ .]\d{3})+|\d{3,}|\d+(?:,\d+)? ?(?:k|m|millions?|milliers?)\b)\+? (?:à (?!la "
        r"|l'(?!avoir)|ce )|qui )"
        r"|notée?s? [1-5](?:[.,]\d{1,2})? ?(?:/ ?5|sur 5|étoiles)\b|notée?s? [1-5],\d{1,2}\b|[1-5][.,]\d{1,2} ?(?:/ ?5\b|sur 5\b)"
        r"|notée?s? \d(?:[.,]\d{1,2})? étoiles|\d[\d ]*\+? avis (?:clients?|vérifiés?|google|trustpilot|positifs?|5 étoiles)\b"
        r"|avis (?:clients )?(?:100 ?% )?(?:vérifiés|certifiés)\b|(?:avis|notes?) (?:5|cinq) étoiles\b|tout le monde en parle\b"
        r"|(?:toute la france|tout internet|tout instagram|tout tiktok) (?:en parle|l'adore|se l'arrache|en raffole)\b)"
    ),
}  # fmt: skip
MESSAGE = both("How many, counted when, by whom?", "Combien, comptés quand, par qui ?")
SUGGESTION = both(
    "Give the count with its date from the brief, or let one real customer speak.",
    "Donnez le nombre et sa date depuis le brief, ou laissez parler un vrai client.",
)


@rule("CLM008", "crowd-claim", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def crowd_claim(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A crowd that nobody counted.

    What it does
        Finds customers by the thousand (trusted by 10,000 teams, plus de 10 000 clientes), ratings (4.8/5), counts of reviews and 'verified reviews' that
        neither the brief nor a claim in force states.
    Why
        Social proof is believed, so it has to be true: who says that reviews are verified must say how, and the number needs a date.
    En français
        Foule que personne n'a comptée
        On croit à la foule, donc elle doit être vraie : qui parle d'avis vérifiés dit comment ils le sont, et un nombre a une date.
    Example
        Bad (en): Trusted by over 10,000 walkers.
        Good (en): Trusted by Joan, who opens the post.
        Bad (fr): Déjà plus de 10 000 clients conquis.
        Good (fr): Déjà adoptée par le chat.
    Source
        Directive 2005/29/EC, annex I, points 23b and 23c (numbers not verified against the text), https://eur-lex.europa.eu/eli/dir/2005/29/oj, read
        2026-11-21; ASA, types of claims (CAP Code 3.7), https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start) and not sourced(text.prose) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE, SUGGESTION)
