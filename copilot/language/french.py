"""French that changes with its neighbours: articles, contraction, elision, gender.

Covers what a drafter needs when it puts another noun into a sentence. It does not parse French: where a change would need that,
callers leave the sentence alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Gender = Literal["m", "f"]
Number = Literal["singular", "plural"]

_VOWELS = "aâàäeéèêëiîïoôöuùûüyœæ"
_ASPIRATED = re.compile(
    r"h(?:ache|aie|aine|all|alte|amac|amster|anche|angar|areng|aricot|arnais|asard|aut|âte|avre|éris|éron|éros\b|ibou|iérarch|obby|olland|omard"
    r"|onte|ors|ouille|ousse|oux|ublot|uit|urle|utte|usky|oodie)",
)
"""Words whose h forbids elision, by how they begin (those likely in copy; Académie's list is longer)."""

_FEMININE_ENDINGS = (
    "tion", "sion", "ison", "té", "ette", "elle", "ine", "ure", "ée", "ance", "ence", "ade", "ie", "esse", "otte", "onne", "euse", "trice", "ière",
    "ude", "ille", "aille", "arpe", "ouche", "use", "aise", "ose", "asse", "isse", "ante", "ente", "une", "oupe", "oile", "aine", "eine", "oute",
    "ampe", "able", "orte", "erre", "ague", "igue", "ême",
)  # fmt: skip
_GENDER = dict.fromkeys(
    [
        "lycée",
        "musée",
        "trophée",
        "été",
        "côté",
        "comité",
        "traité",
        "pâté",
        "coude",
        "silence",
        "meuble",
        "cartable",
        "problème",
        "système",
        "thème",
        "poème",
        "pull",
        "verre",
        "tonnerre",
        "génie",
        "incendie",
        "parapluie",
        "stade",
        "grade",
        "jade",
        "squelette",
        "magazine",
        "domaine",
        "patrimoine",
        "câble",
        "sable",
        "érable",
        "lièvre",
        "beurre",
        "murmure",
        "mercure",
    ],
    "m",
) | dict.fromkeys(
    [
        "main",
        "fin",
        "faim",
        "soif",
        "dent",
        "mer",
        "tour",
        "cour",
        "fleur",
        "couleur",
        "chaleur",
        "odeur",
        "peau",
        "eau",
        "clé",
        "clef",
        "nuit",
        "forêt",
        "part",
        "laine",
        "semelle",
        "tasse",
        "boîte",
        "housse",
    ],
    "f",
)

_DETERMINERS = {
    "the": ("le", "la", "l'", "les"),
    "a": ("un", "une", "un", "des"),
    "this": ("ce", "cette", "cet", "ces"),
    "your_familiar": ("ton", "ta", "ton", "tes"),
    "my": ("mon", "ma", "mon", "mes"),
    "his": ("son", "sa", "son", "ses"),
    "our": ("notre", "notre", "notre", "nos"),
    "your": ("votre", "votre", "votre", "vos"),
    "of_the": ("du", "de la", "de l'", "des"),
    "to_the": ("au", "à la", "à l'", "aux"),
}
"""Kind -> masculine, feminine, before a vowel (masculine; feminine differs only in `a` and `this`), plural."""
DETERMINER_KIND = {form: kind for kind, forms in _DETERMINERS.items() for form in forms} | {"des": "a"}


def elides(word: str) -> bool:
    """Whether a word takes l', d', qu' before it: it begins with a vowel or a silent h."""
    word = word.lower()
    if not word:
        return False
    if word[0] in _VOWELS:
        return not re.match(r"(?:onze|oui|yaourt|yoga|yacht|ouate\b|uhlan)", word)
    return word[0] == "h" and not _ASPIRATED.match(word)


def gender_of(noun: str) -> Gender:
    """Likely gender of a noun, by a short table and its ending. A guess: callers prefer the article that a person wrote."""
    word = noun.lower()
    for form in (word, word.rstrip("sx")):
        if form in _GENDER:
            return "f" if _GENDER[form] == "f" else "m"
    return "f" if word.rstrip("sx").endswith(_FEMININE_ENDINGS) else "m"


_SURE_ENDINGS: dict[Gender, re.Pattern[str]] = {
    "f": re.compile(r"(?:[^é]tion|sion|xion|ette|euse|trice|ière|ité|ance|ence|esse|otte|ure|ille)s?$"),
    "m": re.compile(r"(?:ment|isme|oir|ier|et|(?<![çigx])(?<!ss)(?<!ns)(?<!ti|si|xi|gi|ni)on|chausson|saucisson|poisson|buisson|glaçon|garçon)s?$|[^p]eaux?$"),
}
"""Endings that tell the gender of a noun with few exceptions, those of `_GENDER` taken out."""


def gender_is_sure(noun: str) -> bool:
    """Whether the table or the ending of a noun tells its gender; elsewhere `gender_of` guesses."""
    word = noun.lower()
    return word in _GENDER or word.rstrip("sx") in _GENDER or any(ending.search(word) for ending in _SURE_ENDINGS.values())


@dataclass(frozen=True)
class Noun:
    """A thing with its name, as a person wrote it: `la bouillotte Odette`.

    head: the common noun (bouillotte), empty for a bare name; rest: all after the article (bouillotte Odette); name: the proper name (Odette) or "".
    sure: whether its gender is known, by its article or by its ending, rather than guessed.
    """

    head: str
    rest: str
    name: str
    gender: Gender
    number: Number
    sure: bool = True

    def with_determiner(self, kind: str, noun: str | None = None) -> str:
        """`noun` (default: all after the article) with the determiner of that kind: the, a, this, your, of_the, to_the ..."""
        noun = self.rest if noun is None else noun
        masculine, feminine, vowel, plural = _DETERMINERS[kind]
        if self.number == "plural":
            return f"{plural} {noun}"
        keeps_feminine = kind in ("a", "this") or not elides(noun)
        form = (feminine if keeps_feminine else vowel) if self.gender == "f" else vowel if elides(noun) else masculine
        return form + noun if form.endswith("'") else f"{form} {noun}"


_ARTICLE = re.compile(r"^(?:(le|la|les|une?|des|du|ce|cet|cette|ces|[mts](?:on|a|es)|[nv]otre|[nv]os|leurs?)\s+|(l)['’])", re.IGNORECASE)


def parse_noun(phrase: str, gender: Gender | None = None) -> Noun:
    """A noun from its phrase. The article gives gender and number; after l' or les the gender is guessed unless given."""
    phrase = phrase.strip()
    match = _ARTICLE.match(phrase)
    article = (match.group(1) or match.group(2)).lower() if match else ""
    rest = phrase[match.end() :] if match else phrase
    words = rest.split()
    first = words[0] if words else ""
    named = [word for word in words[1:] if word[:1].isupper()] if article else [word for word in words if word[:1].isupper()]
    head = first if article or not first[:1].isupper() else ""
    number: Number = (
        "plural" if article in ("les", "des", "ces", "mes", "tes", "ses", "nos", "vos", "leurs") or (not article and head.endswith(("s", "x"))) else "singular"
    )
    sure = True
    if gender is None:
        if article in ("la", "une", "cette", "ma", "ta", "sa"):
            gender = "f"
        elif article in ("le", "un", "du", "ce", "cet"):
            gender = "m"
        else:
            gender, sure = gender_of(head or first), gender_is_sure(head or first)
    return Noun(head=head, rest=rest, name=named[-1] if named else "", gender=gender, number=number, sure=sure)


_CONTRACTIONS = (
    (re.compile(r"\b([Dd])e le(?= )"), r"\1u"),
    (re.compile(r"\b([Dd])e les(?= )"), r"\1es"),
    (re.compile(r"\b([Àà]) le(?= )"), lambda m: "Au" if m.group(1) == "À" else "au"),
    (re.compile(r"\b([Àà]) les(?= )"), lambda m: "Aux" if m.group(1) == "À" else "aux"),
    (re.compile(r"\b([Dd])e du(?= )"), r"\1u"),
    (re.compile(r"\b([Dd])e des(?= )"), r"\1e"),
)
_ELISION = re.compile(r"\b([DdLlJjMmTtSsCcNn]e|[Ll]a|[Qq]ue|[Ll]orsque|[Pp]uisque|[Jj]usque) (?=([\wÀ-ÿœ]+))")
_SIL = re.compile(r"\b([Ss])i (?=ils?\b)")


def contract(text: str) -> str:
    """`text` with de le -> du, à les -> aux, le écharpe -> l'écharpe, que il -> qu'il. Right sentences stay as they are.

    Only for text put together from pieces: `la` or `le` as a pronoun before a vowel elides too in French.
    """
    for pattern, replacement in _CONTRACTIONS:
        text = pattern.sub(replacement, text)
    text = _SIL.sub(r"\1'", text)
    return _ELISION.sub(lambda m: m.group(1)[:-1] + "'" if elides(m.group(2)) else m.group(0), text)
