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
        r"(?:\+|\bplus) (?:a |any |applicable |additional |all )?(?:fees?|taxes|booking fees?|service (?:fee|charge)s?|admin(?:istration)? fees?"
        r"|delivery charges?|handling|p ?& ?p|postage|shipping|vat and fees)\b(?![^.\n]{0,20}[£$€]\d)"
        r"|\b(?:(?:fees|taxes|charges|delivery|shipping|postage|booking fees?) (?:not included|are extra|extra|apply|excluded|may apply|added at checkout)\b"
        r"|(?:excluding|excl\.?|before) (?:fees|booking fees?|delivery|shipping|postage|service charges?)\b)"
    ),
    "fr": re.compile(
        r"(?:\+|\bplus|\bhors) (?:les )?(?:frais(?: (?:de (?:dossier|service|réservation|port|livraison|gestion|traitement|mise en service|déplacement"
        r"|participation)|d'(?:envoi|inscription|installation|ouverture|activation)|annexes|divers))?|taxes de séjour)\b(?![^.\n]{0,20}\d)"
        r"|\b(?:frais (?:(?:de |d')[\w' -]{3,25} )?(?:en sus|en supplément|non inclus|non compris|à ajouter|supplémentaires|exclus)\b"
        r"|(?:livraison|taxes|options|montage|installation) (?:non (?:incluse|comprise|inclus)s?|en sus|en supplément|exclues?)\b|sous réserve de frais\b)"
    ),
}  # fmt: skip
MESSAGE = both("'{text}': the reader finds the real price later.", "« {text} » : le vrai prix vient plus tard.")
SUGGESTION = both(
    "Put the unavoidable costs into the price, or give their amount here.", "Mettez les frais inévitables dans le prix, ou donnez leur montant ici."
)


@rule("LAW013", "drip-price", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def drip_price(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A price to which costs are added later.

    What it does
        Finds prices 'plus fees', '+ frais de dossier', 'taxes not included' where no amount follows. Passes postage with its amount and what is denied (sans
        frais).
    Why
        Unavoidable costs belong in the first price: the UK banned drip pricing on 6 April 2025 (DMCC Act), and French prices are given complete.
    En français
        Prix auquel s'ajoutent des frais
        Les frais inévitables vont dans le premier prix : le Royaume-Uni l'impose depuis le 6 avril 2025, et le prix français se donne complet.
    Example
        Bad (en): £49 plus booking fee.
        Good (en): £49, postage £4.
        Bad (fr): 49 € + frais de dossier.
        Good (fr): 49 €, port 6 €.
    Source
        UK Digital Markets, Competition and Consumers Act 2024, drip pricing, https://brodies.com, read 2026-11-21; code de la consommation L112-1, general
        practice.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
