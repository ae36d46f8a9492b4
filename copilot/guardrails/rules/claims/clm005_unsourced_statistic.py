import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, sourced
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:\d{1,3}(?:[.,]\d)?|one|two|three|four|five|six|seven|eight|nine) (?:out of|in) (?:every )?(?:\d{1,4}|two|three|four|five|six|eight|ten"
        r"|twenty"
        r"|a hundred) (?:of (?:our|all) )?(?:[\w-]+ )?(?:customers|clients|users|people|women|men|mums|moms|dads|parents|dentists|doctors|dermatologists|vets"
        r"|experts|owners|readers|shoppers|buyers|members|subscribers|consumers|testers|patients|participants|respondents|runners|walkers|cats|dogs|employees"
        r"|teams|companies|businesses|brits|britons|americans|families|students|volunteers|adults|drivers|homeowners|professionals|marketers|managers|guests"
        r"|visitors|cat owners|dog owners)\b"
        r"|\d{1,3}(?:[.,]\d+)? ?(?:%|percent|per cent) of (?:(?:all|our|the|these|those|surveyed|british|french|american|uk|us|happy|new"
        r"|your) ){0,2}(?:[\w-]+ )?(?:customers|clients|users|people|women|men|mums|moms|dads|parents|dentists|doctors|dermatologists|vets|experts|owners"
        r"|readers|shoppers|buyers|members|subscribers|consumers|testers|patients|participants|respondents|runners|walkers|cats|dogs|employees|teams|companies"
        r"|businesses|brits|britons|americans|families|students|volunteers|adults|drivers|homeowners|professionals|marketers|managers|guests|visitors"
        r"|cat owners|dog owners)\b"
        r"|\d{1,3}(?:[.,]\d+)? ?(?:%|percent|per cent) (?:(?:customer|client|user|guest) )?(?:satisfaction|satisfied|success rate|recommend|would recommend"
        r"|agreed?|saw|noticed|reported|felt|said)\b"
        r"|(?:satisfaction|success|recommendation|retention) (?:rate|score) of \d{1,3}(?:[.,]\d+)? ?(?:%|percent))"
    ),
    "fr": re.compile(
        r"\b(?:(?:\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf) (?:client(?:e|es|s)?|utilisat(?:eur|rice|eurs|rices)|femmes?|hommes?|personnes|gens"
        r"|mamans?|mères?|papas?|parents?|dentistes?|médecins?|dermatologues?|vétérinaires?|experts?|lect(?:eur|rice)s?|achet(?:eurs|euses)|membres|abonnée?s"
        r"|consommat(?:eurs|rices)|test(?:eurs|euses)|patiente?s?|participante?s?|salariée?s?|équipes|entreprises?|français(?:es?)?|familles?|volontaires"
        r"|foyers?|propriétaires?|internautes?|voyageurs|visiteurs|enfants?|chats?|chiens?|pros|professionnels|managers|dirigeants|adhérents"
        r"|étudiante?s) sur (?:\d{1,4}|deux|trois|quatre|cinq|six|huit|dix|vingt|cent)\b"
        r"|\d{1,3}(?:[.,]\d+)? ?(?:%|pour cent) (?:des |de |d'|de nos |de vos |d'entre (?:nos |les )?|de leurs |de ses )(?:[\w-]+ )?(?:client(?:e|es|s)?"
        r"|utilisat(?:eur|rice|eurs|rices)|femmes?|hommes?|personnes|gens|mamans?|mères?|papas?|parents?|dentistes?|médecins?|dermatologues?|vétérinaires?"
        r"|experts?|lect(?:eur|rice)s?|achet(?:eurs|euses)|membres|abonnée?s|consommat(?:eurs|rices)|test(?:eurs|euses)|patiente?s?|participante?s?"
        r"|salariée?s?"
        r"|équipes|entreprises?|français(?:es?)?|familles?|volontaires|foyers?|propriétaires?|internautes?|voyageurs|visiteurs|enfants?|chats?|chiens?|pros"
        r"|professionnels|managers|dirigeants|adhérents|étudiante?s)\b"
        r"|\d{1,3}(?:[.,]\d+)? ?(?:%|pour cent) (?:de satisfaction|de satisfaits|de réussite|de recommandation|satisfaite?s|conquise?s|(?:le |la |les |nous "
        r"|vous )?recommandent|ont (?:constaté|remarqué|vu|ressenti|noté|adopté|observé)|se disent|déclarent|constatent)"
        r"|taux de (?:satisfaction|réussite|recommandation|fidélité) (?:client )?de \d{1,3}(?:[.,]\d+)? ?(?:%|pour cent)?)"
    ),
}  # fmt: skip
MESSAGE = both("'{text}': who was asked, when, and by whom?", "« {text} » : qui a été interrogé, quand, et par qui ?")
SUGGESTION = both(
    "Take it from the brief or the claim bank, with its source, or leave it out.",
    "Reprenez-le du brief ou de la banque d'allégations, avec sa source, ou retirez-le.",
)


@rule("CLM005", "unsourced-statistic", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def unsourced_statistic(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A share of people that nobody counted.

    What it does
        Finds shares of people (9 women out of 10, 87% of our customers, one in two, 95% satisfaction) that neither the brief nor a claim in force states and
        beside which no source stands.
    Why
        A model invents such a figure as easily as an adjective, and a reader believes it more easily.
    En français
        Statistique sans source
        Un modèle invente un tel chiffre aussi facilement qu'un adjectif, et le lecteur y croit plus volontiers.
    Example
        Bad (en): 9 out of 10 customers come back.
        Good (en): 80% wool, 20% patience.
        Good (en): 87% of our customers keep it five years (survey of 2025, 412 answers).
        Bad (fr): Adoptée par 9 femmes sur 10.
        Good (fr): 80 % de laine, 20 % de patience.
        Good (fr): 9 sur 10 au contrôle technique, la camionnette.
    Source
        ASA, types of claims (CAP Code 3.7), https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not sourced(text.prose) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
