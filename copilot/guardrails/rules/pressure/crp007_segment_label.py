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
        r"(?<!\w)(?:"
        r"(?:as (?:an?|one of our) |dear |our |you(?:'re| are) (?:an?|one of our) |for our )(?:\w+ )?(?:lapsed|inactive|dormant|churned|high-value|low-value"
        r"|at-risk|price-sensitive|top-tier|low-income|high-income|high-potential|win-back|unengaged|disengaged)(?: and \w+)? (?:customers?|clients?"
        r"|subscribers?|users?|members?|shoppers?|buyers?|contacts?)"
        r"|(?:your|our|this) (?:target (?:group|audience|segment)|customer segment|buyer persona|persona|segment|cohort|lifetime value)\b"
        r"|(?:you(?:'re| are)|you belong) (?:in|to) (?:our|the) [^.!?\n]{0,20}(?:segment|target group|cohort)"
        r"|\b(?:abc1|c2de|dinky|dinkies|housewives|silver surfers?)\b"
        r")"
    ),
    "fr": re.compile(
        r"(?<!\w)(?:"
        r"(?:ch(?:er|ère)s? |en tant que |vous êtes (?:une? |l'un de nos |parmi nos )|tu es (?:une? )|nos |comme |à nos )(?:clients?|clientes?|abonnée?s?"
        r"|contacts?|prospects?|acheteu(?:r|rs|se|ses)|utilisateurs?|membres?) (?:inacti(?:f|fs|ve|ves)|dormante?s?|perdue?s?|à risque|à (?:fort|faible"
        r"|haut) (?:potentiel|valeur)|à forte valeur|occasionnel(?:le)?s?|csp ?\+*|premium à relancer|non engagée?s?|désengagée?s?|modestes?|aisée?s?)"
        r"|(?:votre|notre|cette|le) (?:segment|cible|c(?:œ|oe)ur de cible|profil (?:client|type|csp\+*)|persona|cohorte|panier moyen)(?! de tir)\b"
        r"|(?:vous appartenez|vous faites partie|tu fais partie) (?:à|de) (?:notre|nos|la|le) (?:segment|cible|cohorte|clientèle (?:csp|aisée|modeste))"
        r"|\bcsp ?\+{1,3}|\bménagères?(?: de (?:moins|plus) de (?:50|cinquante)(?: ans)?)?"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("A label from the database: '{text}'.", "Une étiquette de la base de données : « {text} ».")
SUGGESTION = both("Speak to the person, not to her row in the table.", "Parlez à la personne, pas à sa ligne dans le tableau.")


@rule("CRP007", "segment-label", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def segment_label(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A label from the database.

    What it does
        Finds words of segmentation in copy for readers (inactive customer, high-value, CSP+, cœur de cible, ménagère). Third-person talk of aims (`target` in
        sport, « tir à la cible ») passes.
    Why
        It is how the brand sorts people, and no one likes to read the label on her own back.
    En français
        Une étiquette de la base de données
        C'est ainsi que la marque range les gens ; personne n'aime lire l'étiquette qu'il a dans le dos.
    Example
        Bad (en): As an inactive customer, you get 10% off.
        Good (en): We haven't met for a while.
        Bad (fr): En tant que client inactif, vous avez 10 %.
        Good (fr): Ça fait longtemps.
    Source
        General practice; consumer surveys quoted in retailwire.com, 2021-04-27 (Cheetah Digital/Econsultancy), and
        pitneybowes.com/us/blog/privacy-and-personalization.html, read 2026-11-21.
    """
    for start, end in meant(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
