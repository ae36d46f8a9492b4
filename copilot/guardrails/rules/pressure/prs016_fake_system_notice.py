import re
from collections.abc import Iterator, Sequence

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import meant
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:urgent |immediate )?action (?:is )?(?:required|needed)"
        r"|(?:your )?(?:account|membership|access) (?:will be|has been|is about to be|is being)? ?(?:suspended|closed|deactivated|locked|terminated|limited)"
        r"|(?:your )?(?:invoice|receipt|payment|order confirmation|refund|statement)(?: no\.? ?\w+| #\w+)?(?: (?:is |has been )?(?:attached|ready|pending"
        r"|enclosed|failed|declined|due|overdue|received|confirmed))"
        r"|(?:final|last|official|important) (?:notice|warning|reminder from)"
        r"|(?:security|account|system|delivery) (?:alert|notice|notification|warning|update)"
        r"|(?:your )?(?:package|parcel|delivery) (?:is |has been |could not be |was )?(?:waiting|on hold|pending|held|failed|undeliver\w+|not delivered)"
        r"|(?:you have )?\(?[1-9]\)? (?:unread|new|pending) (?:messages?|notifications?)|(?:delivery attempt|payment) failed"
        r"|verify your (?:account|identity|details)|your (?:reply|response) is (?:needed|required)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"action (?:urgente )?(?:requise|nécessaire|attendue)"
        r"|(?:votre|ton) (?:compte|accès|adhésion|espace) (?:va être|sera|a été|est|est sur le point d'être) (?:suspendue?|fermée?|désactivée?|bloquée?"
        r"|clôturée?|limitée?)"
        r"|(?:votre |ta )?(?:facture|relance|confirmation de commande|quittance|mise en demeure)(?: n° ?\w+)?(?: (?:est |a été )?(?:disponible|jointe"
        r"|en attente|impayée|échue|prête))"
        r"|(?:avis|dernier avis|ultime avis|notification|avis officiel) (?:de passage|de (?:non-)?livraison|avant (?:clôture|suspension|poursuites?)"
        r"|important[e]?|de (?:paiement|remboursement))"
        r"|(?:alerte|avis|notification) (?:de )?(?:sécurité|compte|système)"
        r"|(?:votre |ton )?(?:colis|livraison|paquet|paiement|remboursement) (?:est |a été |n'a pas pu être )?(?:en attente|en souffrance|bloquée?"
        r"|suspendue?|refusée?|rejetée?|livrée?|retenue?|non livré)"
        r"|(?:vous avez )?\(?[1-9]\)? (?:nouveaux? )?(?:messages?|notifications?) (?:non lus?|en attente|importants?)"
        r"|vérifiez (?:votre (?:compte|identité)|vos (?:informations|coordonnées))|(?:votre|ta) réponse est (?:attendue|requise|nécessaire)"
        r"|échec (?:de|du) (?:livraison|paiement)|dernier avertissement"
        r")"
    ),
}  # fmt: skip
PROMOTION = re.compile(
    r"\d ?%|\b(?:sale|deal|discount|off\b|promo\w*|coupon|voucher|save|savings|offer|new (?:collection|arrivals|range)|shop|soldes?|remise|réduction|offres?"
    r"|code|bon d'achat|nouveautés?|collection|profite[zr]?|offerte?s?|économis\w+)\b"
)
PLACES = frozenset(("subject", "preheader", "title", "headline", "text"))
SHORT = 12
"""A notice stands in a heading, or in a text no longer than one."""
MESSAGE = both("Dressed as a message from the system: '{text}'.", "Déguisé en message du système : « {text} ».")
SUGGESTION = both(
    "Keep these words for the mails that have to say them. Name the offer.", "Gardez ces mots pour les messages qui doivent les dire. Nommez l'offre."
)


@rule("PRS016", "fake-system-notice", level="scoring", last_reviewed="2026-11-22", scope="copy", anchors=anchors_for(PATTERNS))
def fake_system_notice(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """An offer dressed as a notice.

    What it does
        Finds `Action required`, `Your invoice is ready`, « Votre compte sera suspendu » in the heading of copy that promotes something (a percentage, an
        offer, a sale). A true notice, with nothing to sell in the copy, passes.
    Why
        It is opened once, out of fright. A false invoice is a banned practice (UCPD annex I, 21).
    En français
        Une offre déguisée en avis
        On l'ouvre une fois, par frayeur. La fausse facture est une pratique interdite (directive 2005/29, annexe I, 21).
    Example
        Bad (en, email): subject=Action required | body=Our sale is on: 20 % off.
        Good (en, email): subject=Action required | body=Your card has expired. Please enter the new one.
        Bad (fr, email): subject=Votre facture est disponible | body=Profitez de -20 % avec le code LAINE.
        Good (fr, email): subject=Votre facture est disponible | body=Elle est jointe à ce message.
    Source
        UCPD 2005/29/EC, annex I, point 21 (general practice, not verified against the text); notes on dark patterns and their legal hooks, read 2026-11-21.
    """
    if not any(PROMOTION.search(text.prose.scan) for text in texts):
        return
    for text in texts:
        name = text.spec.name if text.spec else text.key
        if name in PLACES and len(text.prose.words) <= SHORT:
            for start, end in meant(PATTERNS[grounds.locale], text.prose):
                yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION, key=text.key)
