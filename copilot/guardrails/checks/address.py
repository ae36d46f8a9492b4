"""Marks of tutoiement and of vouvoiement in French copy, and of the person in which a brand speaks of itself."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from copilot.guardrails.checks.sentences import opens_sentence
from copilot.guardrails.checks.wording import is_quoted
from copilot.language.prose import Locale, Prose, Span

Address = Literal["tu", "vous"]

_TU = frozenset(("tu", "toi", "t'", "te", "tes", "ta", "ton", "tienne", "tien", "tiens", "tiennes"))
_VOUS = frozenset(("vous", "votre", "vos", "vôtre", "vôtres"))
_NOT_VERBS = frozenset(("chez", "assez", "nez", "rez", "lez", "biez"))
_ORDER = re.compile(r"[a-zà-ÿ]{2,}(?:e|s|a)(?<!ons)(?<!mes)(?<!dites)(?<!faites)-(?:moi|nous|le|la|les|lui|leur|en|y)")
"""An imperative with its pronoun: dis-nous, garde-la."""
_ARTICLES = frozenset(("le", "la", "les", "du", "au", "aux", "des"))
_SEVERAL = frozenset(("deux", "trois", "tous", "toutes", "autres"))
_TU_FIRST = re.compile(
    r"\b(?:(?:découvre|profite|clique|télécharge|inscris|abonne|viens|reçois|écris|lis|dis|fais|prends|mets|sois|attends|rejoins|choisis(?! (?:par"
    r"|un à un|une à une|à la))|tiens-|n'(?:attends|hésite|oublie)"
    r"|ne (?:rate|manque|cherche|perds|tarde|laisse|jette|achète))(?= )|(?:commande|essaie|essaye|offre|demande|réserve|garde|ouvre|passe|trouve|regarde"
    r"|imagine)"
    r"(?= (?:ton|ta|tes|vite|dès maintenant|maintenant|ici|le tien|la tienne|nous voir|nos)\b))"
)
"""Imperatives that can be nothing else where they open a sentence: a product line says « Garde la chaleur » of the thing."""
_VOUS_FIRST = re.compile(
    r"\b(?:dites|faites|soyez|ne (?:faites|dites) pas)(?= (?!à (?:la )?(?:main|machine)|par\b|pour durer|de (?:laine|bois|lin|coton)|en\b|avec\b))"
)
_FIRST: dict[Address, re.Pattern[str]] = {"tu": _TU_FIRST, "vous": _VOUS_FIRST}
_NOUN_TON = re.compile(
    r"\b(?:le|un|ce|du|au|bon|même|d'un|demi|quart de|hausser?|changer? de|sur|quel|son|seul|petit|grand|joli|beau) ton\b|\bton sur ton\b|\bton (?:monte"
    r"|juste|de voix|chaud|froid|neutre|pastel|clair|sombre|sable|bleu|rouge|vert|gris)\b"
    r"|\b(?:s'est|s'était|a|ont|avait|se sont|m'a) tu\b|\bte deum\b"
)
_NOUS = re.compile(
    r"(?<![\w'-])nous (?:(?:ne|n'|y|en|vous|te|t'|le|la|les|l'|lui|leur|nous|avons|sommes) ?){0,3}[a-zà-ÿ]*(?:ons|mes)(?!\w)|(?<![\w'-])(?!ch)\w+ons-nous(?!\w)"
)
_ON = re.compile(
    r"(?<![\w'-])(?:l')?on (?:ne |n')?(?:vous|te|t')(?: ?(?:le|la|les|l'|en|y))? ?(?!(?:dit|dira|disait|croit|croirait|a dit|demande si)\b)[a-zà-ÿ]+"
)
_JE = re.compile(r"(?<![\w'-])(?:je (?=\w)|j'(?=\w))")
_WE = re.compile(r"\b(?:we|we're|we'll|we've|we'd|our|ours|us)\b(?!-)")
_I = re.compile(
    r"(?<![\w'.-])(?<!model )(?<!part )(?<!volume )(?<!phase )(?<!war )(?<!type )(?<!class )(?:i|i'm|i'll|i've|i'd)(?![\w'-]|\.[a-z\d])|\b(?:my|mine|myself)\b"
)
PERSONS: dict[Locale, dict[str, re.Pattern[str]]] = {"fr": {"nous": _NOUS, "on": _ON, "je": _JE}, "en": {"we": _WE, "i": _I}}
"""How each person shows in a text: `nous` as a subject (object and possessive go with `on` too), `on` where it does something to the reader."""


@lru_cache(maxsize=32)
def address_marks(prose: Prose) -> dict[Address, tuple[Span, ...]]:
    """Where the text says tu and where it says vous, quotations apart."""
    marks: dict[Address, list[Span]] = {"tu": [], "vous": []}
    words, spans = prose.words, prose.word_spans
    for index, word in enumerate(words):
        if not (word in _TU or word in _VOUS or word.endswith("ez") or "-" in word):
            continue
        address = _address(prose, index, word, words[index - 1] if index else "", words[index + 1] if index + 1 < len(words) else "")
        if address and not is_quoted(prose, *spans[index]):
            marks[address].append(spans[index])
    for address, pattern in _FIRST.items():
        for match in pattern.finditer(prose.scan):
            if opens_sentence(prose, match.start()) and not is_quoted(prose, *match.span()) and match.start() not in {start for start, _ in marks[address]}:
                marks[address].append(match.span())
    if marks["tu"]:
        nouns = [match.span() for match in _NOUN_TON.finditer(prose.scan)]
        marks["tu"] = [span for span in marks["tu"] if not any(start <= span[0] < end for start, end in nouns)]
    return {address: tuple(sorted(found)) for address, found in marks.items()}


def _address(prose: Prose, index: int, word: str, before: str, after: str) -> Address | None:
    """Which address the word at `index` marks, if any."""
    start, end = prose.word_spans[index]
    if word in _TU:
        name = prose.text[start:end].istitle() and prose.text[end + 1 : end + 2].isupper() and not opens_sentence(prose, start)
        return None if name or (word.startswith("tien") and before not in _ARTICLES) else "tu"
    if word in _VOUS:
        return None if after in _SEVERAL else "vous"
    if word.endswith("ez") and word not in _NOT_VERBS:
        name = prose.text[start].isupper() and not prose.text[start:end].isupper() and not opens_sentence(prose, start)
        interjection = word == "allez" and prose.scan[end : end + 2].strip()[:1] in ("", ",", "!")
        return None if name or interjection or "vous" in prose.scan[max(0, start - 15) : start] else "vous"
    if "-" in word:
        if word.endswith(("-toi", "-tu")):
            return None if prose.scan.startswith(" en voilà", end) else "tu"
        if word.endswith("-vous"):
            return None if word.startswith(("rendez", "garde")) else "vous"
        if "ez-" in word:
            return "vous"
        return "tu" if _ORDER.fullmatch(word) else None
    return None
