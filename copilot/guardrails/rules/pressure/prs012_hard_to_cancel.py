import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.sentences import sentence_of
from copilot.guardrails.checks.wording import meant
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:to|can|may|must|should|wish to|want to) (?:cancel|terminate|unsubscribe|(?:stop|end)(?= (?:your |the |these |our |my )?(?:\w+ )?(?:subscription"
        r"|membership|plan|contract|e-?mails|letters|texts|renewal)))(?: (?:your|the|a|this|any|my))? ?(?:\w+ ){0,3}?(?:subscription|membership|plan|policy"
        r"|contract|account|service|auto-?renewal|renewal|order)?[^.\n]{0,60}?,? ?(?:please |simply |you must |you can |you will need to |at any time )?"
        r"(?:by )?(?:call(?:ing)?(?: us)?\b|phon(?:e|ing)|contact(?:ing)? (?:our |us|customer)|writ(?:e|ing) to|email(?:ing)? us|letter|post\b|visit"
        r"(?:ing)? (?:a|your) (?:store|branch))"
        r"|(?:call|phone|ring|write to|contact)(?: us| customer (?:service|care))? (?:on [\d ]+ )?to (?:cancel|unsubscribe|terminate|stop)(?! (?:your|an"
        r"|the) (?:appointment|booking|table|visit|class|lesson|reservation))"
        r"|cancell?ations? (?:by|only by|in writing|must be (?:made )?(?:by|in writing)) ?(?:phone|post|letter|registered|telephone)?"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:pour |afin de |souhaitez |voulez |désirez |veux )(?:résilier|te désabonner|vous désabonner|vous désinscrire|te désinscrire|mettre fin à"
        r"|arrêter votre abonnement|annuler votre abonnement|stopper)[^.\n]{0,50}?,? ?(?:veuillez |il (?:suffit|faut) (?:de |d')?|merci de |vous devez "
        r"|tu dois |adresse[rz]? |envoye[rz] |envoie )?(?:nous )?(?:appel(?:er|ez|le)|téléphon(?:er|ez)|contact(?:er|ez|e)\b|écri(?:re|vez|s)\b|envoy(?:er"
        r"|ez)|un courrier|une lettre|courrier|joindre)"
        r"|(?:résiliation|désabonnement|désinscription)s? (?:\w+ )?(?:par|uniquement par|se fait par|doit (?:être|se faire)[^.\n]{0,20}par) ?(?:courrier"
        r"|lettre|téléphone|écrit|recommandée?)"
        r"|résili(?:er|ez|able|e)[^.\n]{0,40}par (?:courrier|lettre|téléphone|recommandée?)"
        r"|(?:appelez|contactez|écrivez)(?:-nous| le service client)? (?:au [\d ]+ )?pour (?:résilier|vous désabonner|vous désinscrire"
        r"|annuler votre abonnement)"
        r")"
    ),
}  # fmt: skip
EASY = re.compile(
    r"\b(?:online|in your account|one click|a click|your order|two clicks|three clicks|en ligne|en un clic|en deux clics|en trois clics|en 3 clics|depuis "
    r"(?:votre|ton) compte|appointment|booking|table|lesson|rendez-vous|réservation|séance)\b"
)
MESSAGE = both("Leaving takes more than joining did.", "Partir demande plus que d'entrer.")
SUGGESTION = both(
    "Let people leave where they came in: online, in as many clicks. Then say so.",
    "Qu'on parte par où l'on est entré : en ligne, en autant de clics. Et dites-le.",
)


@rule("PRS012", "hard-to-cancel", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def hard_to_cancel(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Call us to cancel.

    What it does
        Finds subscriptions, plans and mailings that end by phone, letter or a request only. A way out online in the same sentence passes, and so do
        appointments, tables and orders that have not left yet.
    Why
        In France a contract made online must end online, in three clicks; elsewhere the law is on its way.
    En français
        Appelez-nous pour résilier
        En France, un contrat conclu en ligne se résilie en ligne, en trois clics.
    Example
        Bad (en): To cancel your membership, please call us.
        Good (en): To cancel your membership, go online.
        Bad (fr): Pour résilier, appelez-nous.
        Good (fr): Pour résilier : en ligne, en trois clics.
    Source
        Code de la consommation L215-1-1 (general practice, not verified against the text); Mathur et al. 2019, github.com/aruneshmathur/dark-patterns, and
        github.com/yamanalab/ec-darkpattern, read 2026-11-21; patterns written here, measured with bench/pressure.py.
    """
    for start, end in meant(PATTERNS[grounds.locale], text.prose):
        if not EASY.search(text.prose.scan[slice(*sentence_of(text.prose, start))]):
            yield Hit(start, end, MESSAGE, SUGGESTION)
