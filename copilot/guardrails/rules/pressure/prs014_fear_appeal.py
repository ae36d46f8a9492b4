import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.pressure import is_stated
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"before it(?:'s| is) too late"
        r"|(?:you're|you are|you could be|you might be) (?:already )?(?:losing|wasting|missing out on|leaving) (?:money|customers|sales|thousands|hundreds"
        r"|[£$€]\d|\d)[\w ]{0,40}"
        r"|(?:don't|do not) (?:be|become) (?:the )?(?:next|another) (?:victim|statistic|target)"
        r"|(?:your (?:family|home|children|kids|loved ones|business|data|savings)) (?:is|are|may be|could be) (?:already )?(?:at risk|in danger|exposed"
        r"|unprotected|not safe|vulnerable)"
        r"|(?:don't|do not|never) (?:let|leave) your(?:self| family| home| children| kids| business| data)?[^.!?\n]{0,25}(?:unprotected|exposed|at risk"
        r"|vulnerable)"
        r"|every (?:day|minute|second|hour) (?:you wait|without|that passes|counts against|you delay)[^.!?\n]{0,30}"
        r"|(?:you'll|you will) (?:regret|be sorry|kick yourself)(?: it| this)?"
        r"|(?:can you|could you) (?:really )?afford (?:not )?to (?:wait|ignore|miss|risk)?"
        r"|(?:your competitors|others|everyone else) (?:are|is) already(?= (?:doing|using|ahead|on board|winning|stealing|ahead))[^.!?\n]{0,25}"
        r"|what (?:if|would happen if) (?:the worst|something (?:bad |terrible )?happen|you (?:lost|died|couldn't work))[^.!?\n]{0,20}"
        r"|(?:hackers|thieves|burglars|criminals|germs|bacteria|mould)(?: \w+){0,2} (?:are|is) (?:already )?(?:waiting|watching|after|targeting|lurking"
        r"|coming for)[^.!?\n]{0,20}"
        r"|(?:don't|do not) (?:get left|be left|fall|stay) behind|buy (?:it )?now or regret(?: it)?(?: later)?"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"avant qu'il (?:ne )?soit trop tard"
        r"|(?:vous perdez|tu perds|vous gaspillez|tu gaspilles) (?:peut-être |sans doute |déjà )?(?:de l'argent|des clients|des ventes|\d[\d .]{0,12} ?(?:€"
        r"|euros|clients))[^.!?\n]{0,20}"
        r"|ne (?:soyez|sois|devenez|deviens) pas (?:la prochaine|le prochain|une) (?:victime|cible|statistique)?"
        r"|(?:votre|vos|ta|tes|ton) (?:famille|maison|enfants|proches|entreprise|données|épargne|domicile) (?:est|sont|serait|pourrait être"
        r"|pourraient être) (?:déjà |peut-être )?(?:en danger|menacée?s?|exposée?s?|à risque|vulnérables?|sans protection)"
        r"|ne (?:restez|reste|laissez|laisse) pas [^.!?\n]{0,25}(?:sans protection|exposée?s?|vulnérables?|sans défense|à la traîne|sur le carreau|sans "
        r"(?:couverture|mutuelle|alarme))"
        r"|chaque (?:jour|minute|seconde|heure) (?:d'attente|qui passe|sans|perdue?|vous coûte|te coûte)[^.!?\n]{0,30}"
        r"|(?:vous le|tu le|vous allez le|tu vas le) (?:regretter(?:ez|as)|regretter)"
        r"|(?:pouvez-vous|peux-tu) (?:vraiment )?(?:vous permettre|te permettre|prendre le risque)[^.!?\n]{0,20}"
        r"|ne (?:prenez|prends) (?:pas|plus) (?:de|le|ce|aucun) risque"
        r"|(?:vos concurrents|les autres|tout le monde) (?:l'ont|le font|s'y sont|ont) déjà(?: (?:compris|fait|adopté|mis|une longueur))[^.!?\n]{0,15}"
        r"|et si (?:demain|le pire|un jour)[^.!?\n]{0,40}(?:malheur|arrivait|drame|accident|disparai|perdiez|mourriez)[^.!?\n]{0,15}"
        r"|(?:pirates|hackers|cambrioleurs|voleurs|bactéries|moisissures|parasites)(?: \w+){0,2} (?:vous|te|n'attendent|guettent|rôdent|visent"
        r"|ciblent)[^.!?\n]{0,20}"
        r"|(?:vos|tes) enfants sont en danger|sans (?:cela|ça|nous|elle|lui),? vous risquez[^.!?\n]{0,25}"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("Sells by fear: '{text}'.", "Vend par la peur : « {text} ».")
SUGGESTION = both(
    "Say the risk with its figure and source, or what the thing does on an ordinary day.",
    "Dites le risque avec son chiffre et sa source, ou ce que la chose fait un jour ordinaire.",
)


@rule("PRS014", "fear-appeal", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def fear_appeal(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Selling by fear.

    What it does
        Finds `before it's too late`, `you're losing money every day`, « ne restez pas sans protection », « chaque jour d'attente vous coûte ». Denied and
        quoted ones, and what the brief states, pass.
    Why
        A wrong statement on the reader's safety is a banned practice (UCPD annex I, 12), and fear sticks to the sender.
    En français
        Vendre par la peur
        Une affirmation fausse sur la sécurité du lecteur est interdite (directive 2005/29, annexe I, 12), et la peur colle à l'expéditeur.
    Example
        Bad (en): Insure your home before it's too late.
        Good (en): It's too late for the last bus.
        Bad (fr): Protégez votre famille avant qu'il ne soit trop tard.
        Good (fr): Il est trop tard pour le dernier car.
    Source
        UCPD 2005/29/EC, annex I, point 12 (general practice, not verified against the text); notes on dark patterns and their legal hooks, read 2026-11-21.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        if not is_stated(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
