import re
from collections import Counter
from collections.abc import Iterator, Sequence

from copilot.guardrails.checks.wording import is_quoted
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Prose, Span
from copilot.language.words import both
from copilot.records import Fix

_END = r"(?:e|es|s|ne|nes|le|les|te|tes|trice|trices|rice|rices|euse|euses|ère|ères|ive|ives|ve|ves|se|ses)"
ENDINGS = {
    "·": re.compile(rf"·{_END}(?:·?s)?\b"),
    "•": re.compile(rf"•{_END}(?:•?s)?\b"),
    ".": re.compile(rf"\.{_END}(?:\.?s)?\b(?!\.[a-z])"),
    "(": re.compile(rf"\({_END}\)s?"),
    "-": re.compile(r"-(?:e-s|es|e|ne-s|nes|trice-s|trices|rice-s|euse-s|euses)\b"),
    "/": re.compile(r"/(?:e/s|es|e|ne|nes|trice|trices|euse|euses)\b"),
}
"""The second half of a shortened double form, by its sign: client·es, client(e)s, client-e-s."""
STEM = re.compile(r"(?<![\w.-])[a-zà-ÿ]{3,30}$")
MASCULINE = re.compile(
    r"\b(?:êtes-vous|es-tu|vous (?:êtes|serez|étiez)|tu (?:es|seras|étais)|soyez|sois|restez|reste)(?: (?:déjà|bien|enfin|vraiment|toujours|le|encore|pas))?"
    r" (prêt|sûr|certain|inscrit|abonné|satisfait|intéressé|convaincu|connecté|passionné|content|heureux|curieux|tenté|seul|déçu|fatigué|perdu|invité"
    r"|attendu|informé|décidé|motivé|né)s?\b(?![·(•./-])"
    r"|\b(?<!et )(chers? (?:clients?|abonnés?|amis?|adhérents?|lecteurs?|utilisateurs?|membres adhérents|collaborateurs?))\b(?![·(•./-]| et ch)|\b("
    r"(?:bonjour|merci|bienvenue) à tous|bonjour tous)\b(?! et)"
)  # fmt: skip
TWO = both(
    "Two ways to write both genders in one copy: '{text}' and '{other}'.",
    "Deux façons d'écrire les deux genres dans un même texte : « {text} » et « {other} ».",
)
ONE_WAY = both("Choose one way for the whole copy.", "Choisissez une seule façon pour tout le texte.")
NOT_SO = both("'{text}': this brand does not write both genders so.", "« {text} » : cette marque n'écrit pas ainsi les deux genres.")
HALF = both("'{text}' speaks to half of the readers.", "« {text} » s'adresse à la moitié des lecteurs.")
HABITS = {
    "dot": both("With a middle dot: client·es.", "Avec un point médian : client·es."),
    "doublets": both("Name both: clientes et clients.", "Nommez les deux : clientes et clients."),
    "epicene": both(
        "Choose a word that has no gender (la clientèle), or turn the sentence round ('On commence ?').",
        "Choisissez un mot sans genre (la clientèle), ou tournez la phrase (« On commence ? »).",
    ),
}


def double_forms(prose: Prose, sign: str) -> Iterator[Span]:
    """Where `sign` joins a word with the ending of its other gender."""
    for ending in ENDINGS[sign].finditer(prose.scan) if sign in prose.scan else ():
        stem = STEM.search(prose.scan, max(0, ending.start() - 31), ending.start())
        if stem:
            yield stem.start(), ending.end()


@rule("INC010", "gender-form", level="advice", last_reviewed="2026-11-22", locales=("fr",), scope="copy")
def gender_form(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """Genders written otherwise than the brand does.

    What it does
        With `inclusive: none` it has no opinion and only flags two different short forms in one copy (client·es and abonné(e)s). With `dot`, `doublets` or
        `epicene` it holds the copy to that: other short forms, « êtes-vous prêt », « chers clients » are flagged. Addresses and plurals in brackets « (s) »
        pass.
    Why
        The brand chose; a screen reader stumbles over each sign, and over two of them twice.
    En français
        Les deux genres, écrits autrement que la marque ne le fait
        La marque a choisi ; un lecteur d'écran trébuche sur chaque signe, et deux fois sur deux.
    Example
        Bad (fr): Chères client·es, chers abonné(e)s.
        Good (fr): Êtes-vous prêt, chers clients ?
        Good (fr): Choisis ton ou tes bouton(s).
    Source
        HCE, guide pour une communication publique sans stéréotype de sexe (2015, 2022), by egalactu.com, read 2026-11-21; circular of 21 November 2017,
        quoted in the EGA guide 2022, read 2026-11-21; a middle dot stands in 2.7 % of 624 public French pages (measured).
    """
    habit = grounds.house.guide.voice.style.inclusive if grounds.house else "none"
    found = [(text, sign, span) for text in texts for sign in ENDINGS for span in double_forms(text.prose, sign)]
    if habit == "none":
        signs = Counter(sign for _, sign, _ in found).most_common()
        if len(signs) > 1:
            first = next(text.prose.text[slice(*span)] for text, sign, span in found if sign == signs[0][0])
            for text, sign, (start, end) in found:
                if sign != signs[0][0]:
                    yield Hit(start, end, TWO.fill(text=text.prose.text[start:end], other=first), ONE_WAY, key=text.key)
        return
    for text, sign, (start, end) in found:
        if habit != "dot" or sign != "·":
            word = text.prose.text[start:end]
            dotted = re.sub(r"[•.(/-]", "·", word, count=1).translate(str.maketrans("", "", "•.()/-"))
            fix = Fix(replacement=dotted, safety="unsafe") if habit == "dot" else None
            yield Hit(start, end, NOT_SO.fill(text=word), HABITS[habit], fix, key=text.key)
    for text in texts:
        for match in MASCULINE.finditer(text.prose.scan):
            if not is_quoted(text.prose, *match.span()):
                yield Hit(*match.span(), HALF.fill(text=text.prose.text[slice(*match.span())]), HABITS[habit], key=text.key)
