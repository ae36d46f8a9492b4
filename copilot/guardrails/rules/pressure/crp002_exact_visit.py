import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import meant
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both
from copilot.records import Fix

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:your (?:last |recent )?(?:visit|session|search|purchase)|you (?:visited|browsed|looked|searched|logged in|clicked|left|were (?:here|on our site"
        r"|online))|since you)[^.!?\n]{0,40}?\b(?:at \d{1,2}(?::\d{2})? ?(?:am|pm)?\b|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: "
        r"(?:morning|afternoon|evening|night))?|last (?:night|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|yesterday|\d+ (?:minutes|hours"
        r"|days) ago|for \d+ (?:minutes|seconds)|this morning)"
        r"|(?:you (?:looked|browsed|visited|searched|shopped|logged in|were|clicked)|your (?:visit|search|session))[^.!?\n]{0,40} (?:from|on|using) your "
        r"(?:iphone|ipad|android|phone|laptop|mobile|tablet|samsung|work computer|device)"
        r"|you(?:'re| were| are| live| work| walked| passed)(?: only| just)? (?:near|close to|next to|(?:a few |\d+ )?(?:metres|meters|yards|steps|minutes"
        r"|miles) (?:from|away)|by|past) (?:our|the|one of our) (?:shop|store|branch|boutique|café|office)"
        r"|we know (?:where|that) you (?:live|work|are)|your (?:device|ip address|phone) (?:was|told|says|shows|tells)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:votre|ta) (?:dernière |récente )?(?:visite|session|recherche|connexion) (?:d'hier|de cette nuit|(?:du|de|le|ce|à) (?:\d|lundi|mardi|mercredi"
        r"|jeudi|vendredi|samedi|dimanche|hier|ce matin|cette nuit|la semaine))[^.!?\n]{0,25}"
        r"|(?:vous (?:avez|étiez|êtes)|tu (?:as|étais|es))[^.!?\n]{0,20}?(?:regard|consult|visit|recherch|cherch|cliqu|connect|parcour|laissé|venue?|passée?"
        r"|restée?|sur (?:le|notre) site|en ligne)[^.!?\n]{0,30}?\b(?:à \d{1,2} ?h(?: ?\d{2})?\b|hier (?:soir|matin|à \d+)|cette nuit|ce matin"
        r"|pendant \d+ (?:minutes|secondes)|il y a \d+ (?:minutes|heures|jours)|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:dernier|soir"
        r"|matin|à \d+))"
        r"|(?:regardée?|consultée?|visitée?|recherchée?|cherchée?|cliqué|connectée?|parcouru)[^.!?\n]{0,40} (?:depuis|sur|avec) (?:votre|ton) (?:iphone|ipad"
        r"|smartphone|téléphone|mobile|ordinateur|tablette|android|samsung|portable)"
        r"|(?:vous étiez|tu étais|vous êtes|tu es|vous passez|tu passes|vous habitez|tu habites|vous travaillez|tu travailles)(?: justement| tout)? (?:à "
        r"(?:proximité|côté|quelques (?:pas|mètres|minutes)|deux pas|\d+ (?:m|mètres|minutes|km))|près|non loin|devant) (?:de |d')?(?:notre|nos|la"
        r"|l'une?) (?:de nos )?(?:boutique|magasin|agence|enseigne|point de vente|café)s?"
        r"|(?:nous savons|on sait) où (?:vous|tu) (?:habit|êtes|es|travaill|viv)\w*"
        r"|(?:votre|ton) (?:appareil|téléphone|adresse ip|gps) (?:nous|indique|dit|montre|était)"
        r")"
    ),
}  # fmt: skip
FIX = {"en": Fix(replacement="since you were last here", safety="display"), "fr": Fix(replacement="depuis votre dernière visite", safety="display")}
MESSAGE = both("Time, place or device of the reader's own doings: '{text}'.", "Heure, lieu ou appareil du lecteur : « {text} ».")
SUGGESTION = both(
    "Leave out when, where and on what. 'Since you were last here' says enough.", "Retirez quand, où et sur quoi. « Depuis ta dernière visite » suffit."
)


@rule("CRP002", "exact-visit", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def exact_visit(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """The hour, place or device of a visit.

    What it does
        Finds copy that prints when, where or on which device the reader did something online or near a shop. Opening hours, appointments, orders with their
        date and « depuis votre compte » pass.
    Why
        An exact detail proves surveillance; what was service becomes a file.
    En français
        L'heure, le lieu ou l'appareil d'une visite
        Le détail exact prouve la surveillance ; le service devient un dossier.
    Example
        Bad (en): You browsed our tents at 23:14 last night.
        Good (en): We are open on Tuesday at nine.
        Bad (fr): Lors de votre visite du 12 mars à 14 h 32, vous avez aimé ce plaid.
        Good (fr): On ouvre mardi à neuf heures.
    Source
        Consumer surveys quoted in retailwire.com, 2021-04-27 (Cheetah Digital/Econsultancy), and pitneybowes.com/us/blog/privacy-and-personalization.html,
        read 2026-11-21.
    """
    for start, end in meant(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION, FIX[grounds.locale])
