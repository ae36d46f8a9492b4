import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<!\w)(?:"
        r"wheelchair[- ]bound|confined to a wheelchair"
        r"|(?:suffer(?:s|ing|ed)?|afflicted|stricken) (?:from|with|by) (?:a |an )?(?:disabilit(?:y|ies)|autism|down'?s syndrome|blindness|deafness|dyslexia"
        r"|cerebral palsy|adhd)"
        r"|tone[- ]deaf(?! singer)|crippl(?:ed|ing|es)(?= (?:by|with|the|your|our|debt|costs?|price|fees?))"
        r"|(?:a |so |bit |little |totally |my )ocd(?= about|[ ,.!])|schizophrenic(?= (?:weather|design|market|taste|palette|week))"
        r"|bipolar(?= (?:weather|market|week|design|coffee|mood))"
        r"|the (?:disabled|handicapped|blind|deaf|mentally ill)(?= (?:are|have|need|can|will|who)\b)"
        r"|(?:mentally|physically) (?:challenged|handicapped)|handicapped (?:people|person|customers?|parking|access)"
        r"|special[- ]needs (?:child|children|people|person|customers?)|(?:idiot|moron|dummy)[- ]proof|psycho (?:deals?|prices?|killer|sale)"
        r"|(?:absolutely |totally )?insane (?:deals?|prices?|offers?|discounts?|savings|value)|(?:it )?(?:fell|fall|falls) on deaf ears"
        r"|(?:turn(?:ed|s|ing)?) a blind eye"
        r")"
    ),
    "fr": re.compile(
        r"(?<!\w)(?:"
        r"clouée?s? (?:dans|à|au|sur|en) (?:un |son |leur |le )?fauteuil(?: roulant)?"
        r"|(?:souffr(?:e|ent|ir|ant)|victimes?|atteinte?s?) (?:d'un handicap|d'handicaps?|de handicaps?|de surdité|de cécité|d'autisme|de trisomie)"
        r"|(?:les|des|aux|un|une) handicapée?s?(?= (?:sont|ont|peuvent|et|qui|dans|de)\b|[.,!])"
        r"|(?:un |une |des |complètement |totalement |gouvernement |attitude |marché |marque )autistes?(?= (?:à|face|qui n'écoute|devant))"
        r"|(?:complètement |carrément |météo |marché |temps )schizophr(?:ène|énique)s?|(?:météo|temps|marché|saison|semaine) bipolaires?"
        r"|débiles?(?! (?:léger|profond|mental))(?= (?:de|comme|mais|et|profond)|[.,!]|$)|hystériques?(?= (?:de|des|pour|devant)|[.,!]|$)"
        r"|personnes? (?:handicapées? mentales?|diminuées?|attardées?)|attardée?s?(?: mentaux| mental(?:e|es)?)|prix (?:débiles?|de malade mental)"
        r"|(?:un |une |de )?malades? ment(?:al|ale|aux|ales)(?= (?:qui|de la promo|du prix))"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("'{text}' makes an image, or a fate, of somebody's body or mind.", "« {text} » fait d'un corps ou d'un esprit une image, ou un destin.")
SUGGESTION = both(
    "Say the thing itself: 'uses a wheelchair', 'very low prices', 'out of touch'.",
    "Dites la chose : « se déplace en fauteuil », « prix très bas », « sourd aux critiques » devient « n'écoute pas ».",
)


@rule("INC003", "ableist-metaphor", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def ableist_metaphor(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A disability for a metaphor.

    What it does
        Finds wheelchair-bound, suffers from autism, tone-deaf, `so OCD`, « cloué au fauteuil », « météo bipolaire », « débile ». `Crazy`, « prix fous » and «
        dingue » are left to each brand, and pass; so does medical use.
    Why
        Readers who live with it are customers too.
    En français
        Un handicap pour métaphore
        Celles et ceux qui vivent avec sont aussi des clients.
    Example
        Bad (en): Our ads were tone-deaf last year.
        Good (en): Crazy weather, and a hood.
        Bad (fr): Une météo bipolaire et un bon pull.
        Good (fr): Des prix fous, paraît-il.
    Source
        Retext-equality 7, github.com/retextjs/retext-equality, and Mailchimp content style guide, github.com/mailchimp/content-style-guide, read 2026-11-21;
        chosen for marketing copy here.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
