import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

_TRAIT = {
    "en": r"(?:diabetic|depressed|bipolar|autistic|disabled|deaf|infertile|overweight|obese|pregnant|menopausal|epileptic|asthmatic|hiv[- ]positive|an? (?:alcoholic|addict|felon|ex-con|immigrant|widow|widower)"
    r"|addicted|bankrupt|in debt|unemployed|jobless|divorced|single|widowed|gay|lesbian|bisexual|queer|trans(?:gender)?|jewish|muslim|christian|catholic|hindu|atheist|hispanic|latin[oa]|undocumented)",
    "fr": r"(?:diabétiques?|dépressi(?:f|ve)s?|bipolaires?|autistes?|handicapée?s?|sourde?s?|malvoyante?s?|en surpoids|obèses?|en obésité|enceintes?|ménopausées?|épileptiques?|asthmatiques?|insomniaques?|séropositi(?:f|ve)s?"
    r"|alcooliques?|surendettée?s?|endettée?s?|interdite?s? bancaires?|fichée?s?|au chômage|chômeu(?:r|se)s?|sans emploi|divorcée?s?|célibataires?|veu(?:f|ve)s?|homosexuel(?:le)?s?|gays?|lesbiennes?|bisexuel(?:le)?s?"
    r"|trans(?:genres?)?|jui(?:f|ve)s?|musulmane?s?|chrétien(?:ne)?s?|catholiques?|protestante?s?|athées?|maghrébine?s?|syndiquée?s?)",
}  # fmt: skip
_ILL = {
    "en": r"(?:diabetes|depression|anxiety|adhd|arthritis|acne|eczema|psoriasis|ibs|infertility|menopause|cancer|addiction|alcoholism|obesity|dementia|disability|hiv|migraines?|erectile dysfunction|incontinence"
    r"|(?:back|neck|knee|joint|chronic) pain|insomnia|hair loss|debts?|bad credit|poor credit|bankruptcy|criminal record|sexual orientation)",
    "fr": r"(?:diabète|dépression|anxiété|angoisses?|arthrose|arthrite|acné|eczéma|psoriasis|infertilité|ménopause|cancer|addictions?|alcoolisme|obésité|surpoids|handicap|hypertension|cholestérol|migraines?|impuissance|incontinence"
    r"|problèmes? de (?:poids|peau|sommeil|couple|dos|érection|argent|dettes)|mal de dos|calvitie|dettes?|surendettement|casier judiciaire|orientation sexuelle|crises d'angoisse|insomnies?)",
}  # fmt: skip
PATTERNS = {
    "en": re.compile(
        rf"\b(?:are you|aren't you|were you|you are|you're) (?:(?:an?|also|still|newly|recently|already|currently|over|secretly) ){{0,2}}{_TRAIT['en']}\b(?!-)|\bas an? {_TRAIT['en']}(?: \w+){{0,2}}, you\b"
        rf"|(?:^|[.!?\n] ?){_TRAIT['en']}(?: (?:and|in|near|at|over|or|after) [^.?!\n]{{1,30}})?\?|\b(?:other|fellow) {_TRAIT['en']}s?\b(?! (?:malt|bed|serving|use|origin|file))"
        rf"|\b{_TRAIT['en']}(?: \w+){{0,2}} (?:people )?(?:just )?like you\b|\byour (?:own )?{_ILL['en']}\b|\b(?:suffering from|struggling with|diagnosed with|living with|battling|drowning in) (?:your )?{_ILL['en']}\b[^.?!\n]{{0,30}}\?"
        rf"|(?:^|[.!?\n] ?)(?:bad credit|poor credit|money problems|credit problems)\?|\b(?:do|did) you (?:have|suffer from|live with|struggle with) (?:an? )?{_ILL['en']}\b"
        r"|\b(?:are you|you are|you're|if you're) (?:over|under|aged|turning|between|above)(?: the age of)? (?:2[2-9]|[3-9]\d)\b(?! ?(?:%|kg|lbs|miles|km|minutes|days|points|years of))|\byou(?:'ve)? just turned \d\d\b|\b(?:at|people) your age\b|(?:^|[.!?\n] ?)(?:(?:over|aged) (?:2[2-9]|[3-9]\d)|born (?:before|between|in) 19\d\d)\b[^.?!\n]{0,20}\?"
    ),
    "fr": re.compile(
        rf"\b(?:[êe]tes-vous|vous [êe]tes|es-tu|tu es|seriez-vous|serais-tu|t'es) (?:[\w'-]+ ){{0,2}}{_TRAIT['fr']}\b|\ben tant que (?:[\w'-]+ )?{_TRAIT['fr']}\b[^.?!\n]{{0,20}}, (?:vous|tu)\b"
        rf"|(?:^|[.!?\n] ?){_TRAIT['fr']}(?: (?:à|au|aux|et|en|de|d'|depuis|ou|après)[^.?!\n]{{1,30}})? ?\?|\bd'autres {_TRAIT['fr']}(?!\w)|\b{_TRAIT['fr']}(?: [\w'-]+){{0,2}} comme (?:vous|toi)\b"
        rf"|\b(?:votre|vos|ton|ta|tes) (?:propres? )?{_ILL['fr']}\b|\b(?:souffrez-vous|vous souffrez|souffres-tu|tu souffres|atteinte?s?|victimes?) (?:d'|de (?:l')?|du |des )? ?{_ILL['fr']}\b"
        rf"|\b(?:avez-vous|vous avez|as-tu|tu as) (?:du |de l'|un |une |des |trop de |beaucoup de ){_ILL['fr']}\b|\b(?:croulez-vous|vous croulez|tu croules) sous les dettes\b"
        r"|\b(?:vous avez|avez-vous|tu as|as-tu) (?:plus de |moins de |entre )?\d\d (?:et \d\d )?ans\b(?! d['e])|\b(?:à votre|à ton|les gens de (?:votre|ton)) âge\b|\b(?:vous venez|tu viens) d'avoir \d\d ans\b|(?:^|[.!?\n] ?)(?:plus de \d\d ans|née?s? (?:avant|entre|en) 19\d\d)\b[^.?!\n]{0,20}\?"
    ),
}  # fmt: skip
NOTICE = re.compile(
    r"\b(?:doctor|pharmacist|physician|gp|medical advice|not suitable|do not use|médecin|pharmacien|sage-femme|avis médical|déconseillé|contre-indiqué|notice|ne convient pas)"
)
MESSAGE = both("This says or asks what the reader is: Meta refuses ads that do.", "Ceci dit ou demande ce qu'est le lecteur : Meta refuse ces publicités.")
SUGGESTION = both(
    'Speak of what you offer, not of who reads: "Evening walks for singles in Lyon".',
    "Parlez de l'offre, non du lecteur : « Des balades du soir à Lyon, entre célibataires ».",
)


@rule("CHN030", "personal-attribute", level="scoring", last_reviewed="2026-11-22", channels=("meta_ad",))
def personal_attribute(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A personal attribute of the reader, in a Meta ad.

    What it does
        Finds questions and statements on the reader's health, origin, faith, love life, age, debts or record (Are you diabetic?, « Célibataire à Lyon ? »,
        « vos dettes »). `You` without an attribute passes, and so does a caution that sends to a doctor or a pharmacist.
    Why
        Meta refuses ads that assert or imply such a trait, questions included; readers take them for spying.
    En français
        Caractéristique personnelle du lecteur
        Meta refuse les publicités qui affirment ou supposent un trait du lecteur, même en question ; et le lecteur se sent épié.
    Example
        Bad (en, meta_ad.primary_text): Are you diabetic? Our socks do not squeeze.
        Good (en, meta_ad.primary_text): Socks that do not squeeze. Are you cold? Try them.
        Bad (fr, meta_ad.primary_text): Célibataire à Lyon ? Viens marcher avec nous.
        Good (fr, meta_ad.primary_text): On marche à Lyon le jeudi, célibataires et familles.
    Source
        Meta Advertising Standards, Personal attributes, https://transparency.meta.com/en-gb/policies/ad-standards/objectionable-content/privacy-violations-personal-attributes/,
        read 2026-11-22.
    """
    for match in PATTERNS[grounds.locale].finditer(text.prose.scan):
        stop = text.prose.scan.find(".", match.end())
        if not NOTICE.search(text.prose.scan, match.start(), stop + 1 if stop >= 0 else len(text.prose.scan)):
            lead = len(match.group()) - len(match.group().lstrip(".!?\n "))
            yield Hit(match.start() + lead, match.end(), MESSAGE, SUGGESTION)
