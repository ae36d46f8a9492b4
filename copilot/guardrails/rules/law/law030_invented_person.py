import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_of
from copilot.guardrails.checks.evidence import denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

NAMED: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:[Hh]i|[Hh]ello|[Hh]ey)[,!]? )?(?:I'm|I’m|I am|[Mm]y name is) (?P<name>[A-Z][a-z]{2,14})(?=,? (?:your|our|the|a|an|and I(?:'m|’m| am"
        r"| help| work)|from|founder|head|chief|expert|stylist|at)\b)"
        r"|\b(?:[Ww]ritten|[Rr]eviewed|[Cc]urated|[Cc]hosen|[Ss]igned) by (?P<other>[A-Z][a-z]{2,14}),? (?:our|your|the|an?) (?:[a-z-]+ )?(?:expert"
        r"|specialist|stylist|coach|nutritionist|dermatologist|editor|adviser|advisor)\b"
        r"|\b(?P<third>[A-Z][a-z]{2,14}),? (?:our|your) (?:[a-z-]+ ){0,2}(?:expert|specialist|stylist|coach|nutritionist|dermatologist|adviser|advisor)\b"
    ),
    "fr": re.compile(
        r"\b(?:[Jj]e suis|[Jj]e m['’]appelle|[Mm]oi,? c['’]est|[Ii]ci) (?P<name>[A-ZÀ-Ý][a-zà-ÿ]{2,14})(?=,? (?:votre|notre|ton|ta|la|le|et je"
        r"|de l['’]équipe|fondat|responsable|experte?|conseill|coach|styliste))"
        r"|\b(?:[ÉéEe]crit|[Rr]édigé|[Cc]onseillé|[Cc]hoisi|[Ss]igné|[Vv]alidé)e?s? par (?P<other>[A-ZÀ-Ý][a-zà-ÿ]{2,14}),? (?:notre|votre|une?"
        r"|l['’]) ?(?:[a-zà-ÿ-]+ )?(?:experte?|spécialiste|styliste|coach|nutritionniste|dermatologue|conseill\w+|rédact\w+)\b"
        r"|\b(?P<third>[A-ZÀ-Ý][a-zà-ÿ]{2,14}),? (?:notre|votre|ton|ta) (?:[a-zà-ÿ-]+ ){0,2}(?:experte?|spécialiste|styliste|coach|nutritionniste"
        r"|dermatologue|conseillère|conseiller)\b"
    ),
}
PERSONA: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\bas an? (?:busy |working |single |new |proud |full-time )*(?:mum|mom|mother|dad|father|parent|nurse|doctor|dermatologist|teacher|runner|student"
        r"|customer)(?: of (?:two|three|four|five|\d)(?: [a-z]+)?)?,? i(?:'ve|'m| (?:have|know|tried|tested|love|was|am|swear|recommend|can))\b"
        r"|\bi(?:'ve| have) (?:personally )?(?:tried and tested|tested (?:it|this|them)|tried (?:it|this|them) (?:myself|for))\b"
    ),
    "fr": re.compile(
        r"\b(?:en tant que |comme )?(?:maman|mère|papa|père|parent|infirmière|infirmier|médecin|dermatologue|institutrice|coureuse|coureur|étudiante?"
        r"|cliente?) (?:débordée?|pressée?|solo|active|comblée?)?(?: ?de (?:deux|trois|quatre|cinq|\d) (?:enfants|garçons|filles"
        r"|petits))?,? ?(?:je (?:l'ai|peux|recommande|sais|l'adore|ne jure)|j'ai (?:testé|essayé|adopté|craqué|enfin)|j'adore|j'utilise)\b"
        r"|\bj'ai (?:personnellement |moi-même )(?:testé|essayé)\b|\bj'ai testé pour (?:vous|toi)\b|\bje suis (?:maman|papa|mère|père) de (?:deux|trois"
        r"|quatre|\d)\b"
    ),
}
POSES = both("The brand speaks as a customer here.", "La marque se fait passer pour une cliente.")
MESSAGE = both("Who is {name}? Nobody by that name is among the brand's people.", "Qui est {name} ? Personne de ce nom parmi les gens de la marque.")
SUGGESTION = both(
    "Let the brand speak, or a real person listed under `names` in voice.yaml.",
    "Laissez parler la marque, ou une vraie personne inscrite dans `names` (voice.yaml).",
)


@rule(
    "LAW030",
    "invented-person",
    level="scoring",
    last_reviewed="2026-11-22",
    anchors={"en": anchors_of(NAMED["en"], PERSONA["en"]), "fr": anchors_of(NAMED["fr"], PERSONA["fr"])},
)
def invented_person(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A person made up to speak for the brand.

    What it does
        Finds copy in which somebody introduces herself (I'm Emma, your stylist; Je suis Marie, notre experte), is credited as the house's expert, or speaks
        as a customer (as a busy mum I tried; maman de trois enfants, j'ai testé). People listed under `names`, in the brief or in a claim pass; so do brands
        that say I (`person: je`) when no name is given.
    Why
        To pose as a consumer is a banned practice, and a named expert who does not exist deceives (AI-made personas included).
    En français
        Personne inventée pour parler
        Se faire passer pour un consommateur est interdit, et une experte qui n'existe pas trompe (personnages d'IA compris).
    Example
        Bad (en): Hi, I'm Emma, your personal stylist.
        Good (en): Hi, I'm Odette, and I'm a jacket.
        Bad (fr): Maman de trois enfants, j'ai testé cette veste.
        Good (fr): Je suis Odette, et je suis une veste.
    Source
        Directive 2005/29/EC, annex I, point 22 (number not verified against the text), https://eur-lex.europa.eu/eli/dir/2005/29/oj, read 2026-11-21; FTC 16
        CFR 465, https://plainstamp.pages.dev/rules/us-ftc-ai-endorsements-2024, read 2026-11-21.
    """
    own = grounds.house.names if grounds.house else frozenset()
    for match in NAMED[grounds.locale].finditer(text.prose.text):
        group = next(group for group in ("name", "other", "third") if match[group])
        if match[group].lower() not in own and not grounds.stated.holds(match[group]):
            yield Hit(match.start(), match.end(), MESSAGE.fill(name=match[group]), SUGGESTION)
    if grounds.house and grounds.house.guide.voice.person in ("je", "i"):
        return
    for match in PERSONA[grounds.locale].finditer(text.prose.scan):
        if not denied(text.prose, match.start()) and not grounds.stated.holds(match.group()):
            yield Hit(*match.span(), POSES, SUGGESTION)
