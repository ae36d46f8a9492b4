import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import meant
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:we're|we are|i'm|i am|[a-z]+ (?:is|are)) (?:so |very |absolutely |beyond |super |really ){0,4}(?:thrilled|excited|delighted|proud|pleased"
        r"|honou?red|happy|stoked|over the moon|pumped) to (?:announce|introduce|present|unveil|share|launch|reveal|bring you|welcome you|be (?:launching"
        r"|sharing))"
        r"|it(?:'s| is) with (?:great |immense )?(?:pleasure|pride|joy|excitement) that we"
        r"|we(?:'ve| have) got (?:some )?(?:exciting|big|great|amazing) news|(?:exciting|big) news(?= ?[!:.])|the wait is (?:finally )?over"
        r"|(?:it's|it is) finally here"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:nous sommes|on est|je suis|[\w-]{1,30} est|[\w-]{1,30} sont) (?:très |si |super |tellement |particulièrement |vraiment |plus que ){0,4}"
        r"(?:ravie?s?|heureu(?:x|se|ses)|fi(?:er|ers|ère|ères)|enchantée?s?|honorée?s?|excitée?s?|impatiente?s?) (?:de|d') ?(?:vous |t'|te |enfin ){0,4}"
        r"(?:présenter|annoncer|dévoiler|faire découvrir|partager|accueillir|lancer|proposer|révéler)"
        r"|(?:c'est avec|nous avons) (?:le |un |une )?(?:grand |immense |grande )?(?:plaisir|joie|fierté|honneur) (?:de|que|d') ?(?:vous |nous ){0,4}"
        r"(?:présent|annon|dévoil|faire|partag|accueill|lanç|lancer|propos)\w*"
        r"|(?:l'attente est|c'est) (?:enfin )?(?:terminée|fini d'attendre)|(?:il|elle|ils|elles) (?:est|sont) enfin (?:là|arrivée?s?)(?= ?!)"
        r"|grande nouvelle(?= ?[!:.])"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("'{text}': the sender's joy before the reader's news.", "« {text} » : la joie de l'expéditeur avant la nouvelle du lecteur.")
SUGGESTION = both("Give the news. If it is good, the reader will be glad herself.", "Donnez la nouvelle. Si elle est bonne, le lecteur se réjouira tout seul.")


@rule("AUT017", "stock-announcement", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def stock_announcement(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Thrilled to announce.

    What it does
        Finds `we're excited to introduce`, « nous sommes ravis de vous présenter », `the wait is over`. Joy about something told (`we were glad it stopped
        raining`), denials and quotations pass.
    Why
        Everybody is thrilled, every week, about everything.
    En français
        Ravis de vous annoncer
        Tout le monde est ravi, chaque semaine, de tout.
    Example
        Bad (en): We're thrilled to announce our new boots.
        Good (en): The new boots are here. We are pleased with the left one.
        Bad (fr): Nous sommes ravis de vous présenter nos bottes.
        Good (fr): Les bottes sont là. On est contents, surtout de la gauche.
    Source
        Shopify Polaris, voice and tone, github.com/Shopify/polaris, read 2026-11-21 (no celebration of the routine); general practice.
    """
    for start, end in meant(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
