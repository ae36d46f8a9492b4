import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import is_own, meant
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:where|when) (?:(?:[a-z-]{1,30} )?(?:style|comfort|tradition|innovation|form|function|luxury|performance|design|technology|heritage|craft"
        r"|craftsmanship|elegance|beauty|science|art|fashion|functionality|sustainability|quality|passion|creativity|convenience|simplicity|modernity|nature"
        r"|flavou?r|taste|wellness|adventure|strategy|data|ambition|opportunity|excellence|sophistication|purpose|magic|imagination"
        r"|modern design) meets (?!(?:the|a|an|my|his|her|its|at|on|every|again|with|him|me|us|you|for)\b)[a-z-]{1,30}|[a-z-]{1,30}"
        r"(?: [a-z-]{1,30})? meets (?:[a-z-]{1,30} )?(?:style|comfort|tradition|innovation|form|function|luxury|performance|design|technology|heritage|craft"
        r"|craftsmanship|elegance|beauty|science|art|fashion|functionality|sustainability|quality|passion|creativity|convenience|simplicity|modernity|nature"
        r"|flavou?r|taste|wellness|adventure|strategy|data|ambition|opportunity|excellence|sophistication|purpose|magic|imagination|modern design)\b)"
        r"|(?:the |a |an )?(?:perfect|ideal|unique|seamless|harmonious|exquisite|flawless|beautiful) (?:blend|balance|marriage|fusion|mix|combination|union"
        r"|harmony|synergy) (?:of|between)"
        r"|(?:strikes?|striking) the (?:perfect|ideal|right) balance between"
        r"|(?:blend|marri|fus|combin|unit|pair)(?:s|es|ies|ing|ying) (?:\w+ )?(?:form|style|tradition|elegance|beauty|innovation|comfort|luxury|heritage"
        r"|functionality|technology)(?:, (?:\w+ )?\w+,?)? (?:and|with) (?:\w+ )?(?:function(?:ality)?|comfort|innovation|modernity|style|performance"
        r"|durability|tradition|practicality|sustainability|elegance|technology|luxury|design)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:où|quand|lorsque) (?:(?:le |la |l'|les )?(?:tradition|modernité|innovation|élégance|style|confort|luxe|nature|art|design|performance|passion"
        r"|technologie|goût|plaisir|savoir-faire|audace|raffinement|qualité|praticité|artisanat|simplicité|douceur|technique|science|beauté|mode"
        r"|fonctionnalité|durabilité|créativité|saveurs?|authenticité|esthétique|ambition|excellence|efficacité|bien-être) (?:rencontre(?:nt)?|rime"
        r"(?:nt)? avec|épouse(?:nt)?|se marie(?:nt)? (?:à|avec)|s'allie(?:nt)? (?:à|avec|au)) (?:le |la |l'|les )?[\w-]{1,30}|(?:le |la |l'"
        r"|les )?[\w-]{1,30} (?:rencontre(?:nt)?|rime(?:nt)? avec|épouse(?:nt)?|se marie(?:nt)? (?:à|avec)|s'allie(?:nt)? (?:à|avec|au)) (?:le |la |l'"
        r"|les )?(?:tradition|modernité|innovation|élégance|style|confort|luxe|nature|art|design|performance|passion|technologie|goût|plaisir|savoir-faire"
        r"|audace|raffinement|qualité|praticité|artisanat|simplicité|douceur|technique|science|beauté|mode|fonctionnalité|durabilité|créativité|saveurs?"
        r"|authenticité|esthétique|ambition|excellence|efficacité|bien-être)\b)"
        r"|où (?:tradition|modernité|innovation|élégance|style|confort|luxe|nature|art|design|performance|passion|technologie|goût|plaisir|savoir-faire"
        r"|audace|raffinement|qualité|praticité|artisanat|simplicité|douceur|technique|science|beauté|mode|fonctionnalité|durabilité|créativité|saveurs?"
        r"|authenticité|esthétique|ambition|excellence|efficacité|bien-être) et (?:tradition|modernité|innovation|élégance|style|confort|luxe|nature|art"
        r"|design|performance|passion|technologie|goût|plaisir|savoir-faire|audace|raffinement|qualité|praticité|artisanat|simplicité|douceur|technique"
        r"|science|beauté|mode|fonctionnalité|durabilité|créativité|saveurs?|authenticité|esthétique|ambition|excellence|efficacité|bien-être) se "
        r"(?:rencontrent|marient|mêlent|rejoignent)"
        r"|(?:l'|une |un |le |la )?(?:alliance|équilibre|mariage|fusion|harmonie|combinaison|union|mélange|dosage|rencontre) (?:parfaite?|idéale?|subtile?"
        r"|harmonieu(?:x|se)|unique|inédite?|réussie?) (?:de|d'|du|entre|des)"
        r"|(?:parfaite?|subtile?|savante?|harmonieu(?:x|se)|habile) (?:alliance|équilibre|mariage|fusion|harmonie|combinaison|union|mélange|dosage) (?:de|d'"
        r"|du|entre|des)"
        r"|à la croisée (?:des chemins entre|entre|du design|de l'art|de la tradition)"
        r"|(?:alli|conjugu|mari|combin|mêl)(?:e|ent|ant) (?:à la perfection |parfaitement |harmonieusement |subtilement |avec brio )?(?:à la fois )?(?:l'"
        r"|la |le )?(?:élégance|tradition|style|confort|esthétique|esthétisme|innovation|design|modernité|savoir-faire|performance|praticité|raffinement"
        r"|authenticité|technologie|beauté|luxe|simplicité|douceur|qualité|robustesse|légèreté) (?:et|à|avec|au) ?(?:l'|la |le )?\w+"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("Two abstractions meet: '{text}'.", "Deux abstractions se rencontrent : « {text} ».")
SUGGESTION = both(
    "Say what each of them does on this thing: which part is old, which is new.",
    "Dites ce que chacune fait sur cet objet : ce qui est ancien, ce qui est neuf.",
)


@rule("AUT029", "where-x-meets-y", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def where_x_meets_y(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Where tradition meets innovation.

    What it does
        Finds `where X meets Y` between two nouns without an article, `the perfect blend of`, « où tradition rime avec modernité », « allie élégance et
        confort », « le parfait équilibre entre ». Rivers, people and a balance between two given things pass.
    Why
        It joins two words that nobody had parted, and the object disappears between them.
    En français
        Où tradition rime avec innovation
        La formule réunit deux mots que personne n'avait séparés, et l'objet disparaît entre les deux.
    Example
        Bad (en): Where tradition meets innovation.
        Good (en): Where the Tees meets the sea.
        Bad (fr): Quand élégance rime avec confort.
        Good (fr): Où la Creuse rencontre la Vienne, on pique-nique.
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21; French: usage, lists in public style notes read 2026-11-21.
    """
    for start, end in meant(PATTERNS[grounds.locale], text.prose):
        words = text.prose.text[start:end].split()
        if not (words[-1][:1].isupper() and any(word.islower() for word in words[1:-1])) and not is_own(grounds, text.prose, start, end):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
