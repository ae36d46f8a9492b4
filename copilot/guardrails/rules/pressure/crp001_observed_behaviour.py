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
        r"(?<!\w)(?:"
        r"(?:we|i|our team)(?:'ve| have)? (?:also |just |recently )?(?:saw|seen|noticed|noted|spotted|observed|see|notice|detected|know|can see"
        r"|could see) (?:that )?you(?:'ve|'re|'d| have| are| were| had| was)? (?:just |recently |been |also |still |not |n't ){0,4}(?:look|view|brows|visit"
        r"|eye|eyeing|left|leav|abandon|search|click|open|read|watch|check|shop|interest|spen|add|scroll|hover|love|like|go|went|liv|bought|order|walk|stop"
        r"|haven't|didn't|want|think|were|your eye)\w*"
        r"|(?:you've|you have) been (?:looking at|eyeing|browsing|checking out|thinking about|searching for|stalking)"
        r"|(?:still )?thinking about (?:the|that|those) [^.!?\n]{2,40}you (?:looked at|viewed|saw|left|browsed)"
        r"|based on (?:your (?:browsing|location|search history|recent searches|online activity|clicks)|what you (?:looked at|clicked|viewed))"
        r"|(?:we|our system)(?:'ve| have)? (?:been )?(?:track(?:ed|ing)|watch(?:ed|ing)|monitor(?:ed|ing)|follow(?:ed|ing)) (?:your|you)\b"
        r"|you (?:looked at|viewed|browsed|searched for|clicked on|checked out|visited) (?:this|our|the|these|a|an) [^.!?\n]{2,40}(?:but|and) (?:didn't"
        r"|did not|left|never)"
        r"|we know (?:what you|where you|how you|when you|you've been)"
        r")"
    ),
    "fr": re.compile(
        r"(?<!\w)(?:"
        r"(?:nous (?:avons|avions)|on (?:a|avait)|j'ai|notre équipe a|nos équipes ont) (?:bien |aussi |récemment )?(?:vu|remarqué|constaté|noté|observé"
        r"|repéré|détecté|appris|aperçu) (?:que|qu') ?(?:vous|tu|t')(?! (?:soyez|sois) (?:là|bien))\b"
        r"|(?:nous|on) (?:voyons|voit|savons|sait|remarquons|remarque|constatons|constate) (?:bien )?(?:que|qu') ?(?:vous (?:avez|êtes|étiez|aimez|regard"
        r"|consult|visit|cherch|hésit|n'avez)|tu (?:as|es|étais|aimes|regard|consult|visit|cherch|hésit|n'as)|t')\w*"
        r"|(?:vous avez|tu as) (?:récemment |dernièrement |souvent |longuement |beaucoup )?(?:regardé|consulté|visité|recherché|cliqué sur|parcouru|visionné"
        r"|ajouté) [^.!?\n]{2,45}(?:mais|sans|et puis|puis)\b"
        r"|(?:selon|d'après|en fonction de|basée?s? sur) (?:votre|vos|ta|tes|ton) (?:navigation|historique de (?:navigation|recherche)|recherches"
        r"|localisation|position|activité en ligne|clics|comportement)"
        r"|(?:vous semblez|tu sembles|vous aviez l'air|tu avais l'air|vous paraissez) (?:très |vraiment |toujours )?(?:intéressée?|hésit\w+|conquise?"
        r"|tentée?)"
        r"|(?:nous|on) (?:suivons|suit|surveillons|surveille|observons|observe|analysons|analyse|traçons) (?:votre|vos|ta|tes|ton) (?:navigation|visites?"
        r"|clics|recherches|comportement|achats|habitudes)"
        r"|(?:nous savons|on sait) (?:ce que|où|comment|quand|à quelle heure|tout de) (?:vous|tu|vos|votre|tes)"
        r")"
    ),
}  # fmt: skip
FIX = {
    "en": Fix(replacement="You asked us for news of …", safety="display"),
    "fr": Fix(replacement="Vous nous avez demandé des nouvelles de …", safety="display"),
}
MESSAGE = both("Tells the reader that she was watched: '{text}'.", "Dit au lecteur qu'on l'a observé : « {text} ».")
SUGGESTION = both(
    "Begin with the thing, and say why she gets this letter: 'Wool slippers, because you asked for news of wool'.",
    "Commencez par la chose, et dites pourquoi cette lettre : « Des chaussons, parce que vous suivez nos nouvelles de laine ».",
)


@rule("CRP001", "observed-behaviour", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def observed_behaviour(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """We saw that you …

    What it does
        Finds copy that reports the reader's own behaviour to her: looks, clicks, visits, searches. Orders and payments she knows of (« nous avons bien reçu
        votre commande »), statements about things (« on a remarqué que vos semelles s'usent »), denials and quotations pass. The fix shows a gentler opening.
    Why
        It is what surveys call creepy: most people mind ads across devices and unknown use of their location, half of them basket reminders.
    En français
        Nous avons vu que vous …
        C'est ce que les sondés disent dérangeant : la plupart pour le suivi entre appareils, la moitié pour les rappels de panier.
    Example
        Bad (en): We noticed you looked at our boots last night.
        Good (en): We noticed a draught under the door.
        Bad (fr): Nous avons vu que vous avez regardé nos bottes.
        Good (fr): On a vu passer des oies.
    Source
        Consumer surveys quoted in retailwire.com, 2021-04-27 (Cheetah Digital/Econsultancy), and pitneybowes.com/us/blog/privacy-and-personalization.html,
        read 2026-11-21.
    """
    for start, end in meant(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION, FIX[grounds.locale])
