import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?<!my )(?<!his )(?<!her )(?<!our )(?<!the )(?:mums?|moms?|mummy|mommy|mother's day|wife|wives)\b[^.!?\n]{0,40}\b(?:kitchen|cooking|cleaning"
        r"|laundry|ironing|dishes|hoover|vacuum|apron|washing[- ]up|housework|mop)\b"
        r"|(?<!my )(?<!his )(?<!her )(?<!our )(?<!the )(?:dads?|daddy|father's day|husbands?|hubby)\b[^.!?\n]{0,40}\b(?:grill|bbq|barbecue|power tools?"
        r"|drill|toolbox|lawn ?mower|beer|man cave|shed|football)\b"
        r"|(?:kitchen|cooking|cleaning|laundry|ironing|dishes|housework)[^.!?\n]{0,25}\b(?:for|makes|helps) (?:mums?|moms?|mummy|women|her|your wife)"
        r"|man caves?|(?:throws?|runs?|fights?|hits?|plays?) like a girl|real (?:men|man|women|woman) (?:don't|do|wear|drink|eat|know|need|use)"
        r"|(?:the )?(?:weaker|fairer|gentler) sex|boys will be boys|(?:girl ?boss(?:es)?|mum ?preneurs?|mom ?preneurs?|she-?eo)"
        r"|(?:toys?|games?|books?|colou?rs?|clothes) for (?:boys|girls)(?! and)|ladies,? (?:to your|time to) (?:kitchens?|cook|clean)"
        r"|(?:behind every great man)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:mamans?|mères?|épouses?|femmes?|fête des mères|madame)\b[^.!?\n]{0,40}\b(?:cuisine[rz]?|ménage|linge|repassage|repasser|vaisselle|fourneaux"
        r"|casseroles?|aspirateur|tablier|couches|fer à repasser|robot (?:de cuisine|pâtissier|ménager)|électroménager|serpillière)"
        r"|(?:papas?|pères?|maris?|messieurs|fête des pères|monsieur)\b[^.!?\n]{0,40}\b(?:bricol\w+|barbecues?|perceuse|visseuse|outils|tondeuse|bière"
        r"|foot(?:ball)?|bagnole|garage)"
        r"|(?:robot|aspirateur|fer à repasser|électroménager|casseroles?)[^.!?\n]{0,40}\b(?:fête des mères|maman|pour (?:elle|madame))"
        r"|sexe (?:faible|fort)|(?:mesdames|ladies),? (?:à vos|aux) (?:fourneaux|casseroles|tabliers|balais|machines à laver)"
        r"|messieurs,? (?:à vos|aux) (?:barbecues|tondeuses|outils|perceuses|volants)"
        r"|(?:jouets?|jeux|livres?|couleurs?|vêtements?) (?:pour|de) (?:les )?(?:filles|garçons)(?! et| ou)|comme une (?:fillette|gonzesse|femmelette)"
        r"|(?:un|l')homme,? un vrai|vrais? (?:mecs?|hommes?) (?:ne|sait|savent|boi|porte)|(?:sois|soyez) (?:un homme|belle et tais-toi)"
        r"|(?:mampreneu(?:r|se)s?|girl ?boss|mompreneu(?:r|se)s?)|l'éternel féminin|intuition féminine"
        r")"
    ),
}  # fmt: skip
BOTH = re.compile(
    r"\b(?:mums? (?:and|or) dads?|moms? (?:and|or) dads?|dads? (?:and|or) m[uo]ms?|parents?|maman (?:et|ou) papa|papa (?:et|ou) maman|(?:mères|femmes) (?:et"
    r"|ou) (?:les )?(?:pères|hommes)|(?:hommes|pères) (?:et|ou) (?:les )?(?:femmes|mères))\b"
)
MESSAGE = both("'{text}' hands out the parts by sex.", "« {text} » distribue les rôles par sexe.")
SUGGESTION = both("Say what the thing does and let anybody do it.", "Dites ce que fait la chose, et laissez n'importe qui le faire.")


@rule("INC008", "gender-role", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def gender_role(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Parts handed out by sex.

    What it does
        Finds mothers in the kitchen and fathers at the grill, `like a girl`, man cave, toys for boys, « sexe faible », « mesdames, à vos fourneaux ». A named
        person who cooks, and both parents together, pass.
    Why
        The code of the trade asks for no stereotype, and the other half would have bought one too.
    En français
        Des rôles distribués par sexe
        Les codes demandent d'éviter le stéréotype, et l'autre moitié en aurait acheté aussi.
    Example
        Bad (en): For mums who love a clean kitchen.
        Good (en): Alan burnt the toast again.
        Bad (fr): Pour la fête des mères : un aspirateur tout neuf.
        Good (fr): Bruno fait la soupe, Solange répare le toit.
    Source
        CAP Code 4.9 and ARPP image et respect de la personne (general practice, not verified against the text); HCE, guide pour une communication publique
        sans stéréotype de sexe (2015, 2022), by egalactu.com, read 2026-11-21.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        if not BOTH.search(text.prose.scan, max(0, start - 20), end + 10):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
