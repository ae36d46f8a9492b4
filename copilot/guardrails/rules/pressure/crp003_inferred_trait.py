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
        r"(?:as|since|because|now that) you(?:'re| are|'ve| have)(?: just| now| recently)? (?:an? |the )?(?:new )?(?:pregnant|expecting|single|divorced"
        r"|widow(?:ed)?|a? ?(?:new )?(?:mum|mom|dad|parent)|retired|unemployed|overweight|diabetic|depressed|broke|in debt|getting (?:older|on|divorced"
        r"|married)|lost your|turned \d+|over (?:40|50|60|70))"
        r"|as an? (?:single|divorced|expecting|new|busy|working|stay-at-home|struggling|older|menopausal|diabetic|overweight|low-income) (?:mum|mom|dad"
        r"|mother|father|parent|woman|man|person|household)(?: (?:in|from|of|with) [\w' -]{1,25}?)?,? you\w*"
        r"|(?:congratulations|congrats) on (?:your|the) (?:pregnancy|baby|divorce|new baby|bump|weight loss)"
        r"|(?:at|for someone) (?:your|your own) age(?! group)"
        r"|your (?:debts?|money (?:worries|problems|troubles)|financial (?:difficulties|worries|problems|struggles)|overdraft|weight problem|excess weight"
        r"|extra (?:pounds|kilos)|love handles|bald(?:ing|ness)|wrinkles are|divorce|fertility (?:issues|problems|struggles)|drinking|addiction|loneliness"
        r"|break-?up|menopause|redundancy)"
        r"|(?:we know|you must be|you're probably) (?:that )?(?:you're |you are )?(?:struggling (?:with (?:your )?)?(?:money|weight|bills|debt)"
        r"|short of money|on a tight budget|tight on money|lonely|feeling low|tired of being (?:single|fat))"
        r"|struggling (?:with your weight|to (?:pay your bills|lose weight|make ends meet|conceive))"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:comme|puisque|maintenant que|vu que|parce que) (?:vous êtes|tu es|vous attendez|tu attends|vous avez|tu as)(?: désormais| maintenant| récemment"
        r"| tout juste)? (?:une? )?(?:enceinte|un (?:bébé|enfant)|célibataire|divorcée?|veuve?f?|(?:jeune |nouvelle |nouveau )?(?:maman|papa|parent|mère"
        r"|père)|retraitée?|(?:au chômage|à la retraite)|en surpoids|diabétique|dépressi(?:f|ve)|endettée?|senior|âgée?|fêté vos|passé (?:la |les )?"
        r"(?:quarantaine|cinquantaine|\d+ ans)|perdu votre)"
        r"|en tant que (?:jeune |future |nouvelle )?(?:maman|papa|parent|mère|père|célibataire|diabétique|senior|retraitée?|femme (?:enceinte|active"
        r"|de plus de)|homme de plus de|personne en surpoids|mère (?:célibataire|seule))"
        r"|félicitations (?:pour|à l'occasion de) (?:votre|ta) (?:grossesse|divorce|perte de poids|retraite|maternité|futur bébé)"
        r"|à (?:votre|ton) âge(?! légal)"
        r"|(?:vos|tes|votre|ton) (?:dettes|découvert|fins? de mois (?:difficiles?)?|problèmes? (?:d'argent|de poids|financiers|de couple|de fertilité)"
        r"|difficultés (?:financières|de paiement)|soucis? (?:d'argent|financiers)|surpoids|kilos (?:en trop|superflus)|bourrelets|calvitie|divorce|solitude"
        r"|rupture|ménopause|licenciement|addiction|surendettement)(?! sont les nôtres)"
        r"|(?:vous avez|tu as) (?:sûrement |sans doute |certainement )?(?:du mal à (?:boucler vos|finir le mois|perdre du poids|joindre les deux bouts"
        r"|tomber enceinte)|des (?:dettes|fins de mois difficiles|kilos en trop)|quelques kilos en trop)"
        r"|marre d'être (?:célibataire|seule?|grosse?|fauchée?)"
        r")"
    ),
}  # fmt: skip
FIX = {"en": Fix(replacement="for anybody who …", safety="display"), "fr": Fix(replacement="pour qui …", safety="display")}
MESSAGE = both("Says something about the reader that she did not tell you: '{text}'.", "Dit du lecteur ce qu'il ne vous a pas dit : « {text} ».")
SUGGESTION = both(
    "Describe the thing and whom it suits in the third person: 'for anybody who …'.",
    "Décrivez la chose et à qui elle va, à la troisième personne : « pour qui … ».",
)


@rule("CRP003", "inferred-trait", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def inferred_trait(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A trait nobody gave.

    What it does
        Finds statements about the reader's money, family, age, body, pregnancy or mourning in the second person. Third-person copy (`for new parents`), and
        prices by age the reader chose pass. On Meta a stricter rule of the channel applies, and health data have a rule of family PRV.
    Why
        Guessed wrong it insults; guessed right it frightens.
    En français
        Un trait que personne n'a donné
        Deviné à tort, c'est une insulte ; à raison, ça fait peur.
    Example
        Bad (en): Now that you're pregnant, you need softer socks.
        Good (en): For new parents: socks that stay on.
        Bad (fr): Maintenant que vous êtes enceinte, il vous faut des bas plus doux.
        Good (fr): Pour les jeunes parents : des chaussettes qui tiennent.
    Source
        Notes on inference and sensitive data, and consumer surveys quoted in retailwire.com, 2021-04-27 (Cheetah Digital/Econsultancy), and
        pitneybowes.com/us/blog/privacy-and-personalization.html, read 2026-11-21.
    """
    for start, end in meant(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION, FIX[grounds.locale])
