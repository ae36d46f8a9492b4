import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

STOP = re.compile(
    r"\bstop(?: ?sms| ?pub)?(?: ?(?:au|to|:|=|->|=>))? ?\d{5}\b|\b(?:envoye[zr]|répond(?:ez|s|re)|repond(?:ez|s)|tape[zr]?|texte|reply|text|send)[ :]{1,2}[\"'«]? ?stop\b|[\[{(<%]{1,2} ?stop|\bstop (?:sms|pub)\b|\bdésabo|\bdesabo"
)
TAG = re.compile(r"[{\[%*<|]{1,2} ?(?:[\w.]* ?)?(?:stop|unsub|optout|opt_out|desabo)", re.IGNORECASE)
SERVICE = re.compile(
    r"\b(?:votre|ton|ta) (?:colis|commande|livraison|rendez-vous|rdv|réservation|facture|code|ticket|billet|retrait|paiement|virement|carte|dossier|ordonnance|réparation|table) (?:\w+ ){0,3}(?:est|a été|sera|arrive|part|n'est|n° ?\d|:|du|de|le|à)"
    r"|\bcode (?:de vérification|de confirmation|de sécurité|de connexion|à usage unique)\b|\brappel ?:|\bconfirmation de\b|\b(?:a été|est bien|sera) (?:expédiée?|livrée?|confirmée?|annulée?|enregistrée?|reportée?)\b"
)
MESSAGE = both("A promotional SMS in France says how to stop, in each message.", "Un SMS publicitaire dit comment arrêter, dans chaque message.")
SUGGESTION = both(
    'End with "STOP au 36xxx" (your operator\'s number), some 13 characters.',
    "Finissez par « STOP au 36xxx » (le numéro de votre opérateur), quelque 13 signes.",
)


@rule("CHN051", "sms-without-stop", level="blocking", last_reviewed="2026-11-22", channels=("sms",), locales=("fr",), jurisdictions=("fr",))
def sms_without_stop(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A promotional SMS without STOP.

    What it does
        Looks for STOP with a short number, a "répondez STOP" or the tool's tag for it. Service messages (your parcel, your appointment, a code) pass.
    Why
        French law wants a free and simple way to object in each message (CPCE L34-5); operators block campaigns without it.
    En français
        SMS publicitaire sans STOP
        La loi veut un moyen simple et gratuit de s'opposer dans chaque message (CPCE, L34-5) ; les opérateurs bloquent les campagnes qui ne l'ont pas.
    Example
        Bad (fr, sms.text): Pataud : -10 % sur les plaids jusqu'au 30 novembre, pataud.example
        Good (fr, sms.text): Pataud : -10 % sur les plaids jusqu'au 30 novembre, pataud.example STOP au 36111
        Good (fr, sms.text): Ton colis est parti ce matin, il arrive jeudi.
    Source
        SMSenvoi, STOP SMS publicitaire, https://www.smsenvoi.com/blog/comment-stop-sms-publicitaire, read 2026-11-21.
    """
    words = len(text.prose.words)
    if words < 4 or STOP.search(text.prose.scan) or TAG.search(text.prose.text) or SERVICE.search(text.prose.scan):
        return
    end = len(text.prose.text.rstrip())
    yield Hit(end, end, MESSAGE, SUGGESTION)
