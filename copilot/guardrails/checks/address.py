"""Marks of tutoiement and of vouvoiement in French copy, and of the person in which a brand speaks of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from copilot.guardrails.checks.sentences import opens_sentence
from copilot.guardrails.checks.wording import is_quoted
from copilot.language.prose import Locale, Prose, Span

Address = Literal["tu", "vous"]

_TU = re.compile(
    r"(?<![\w'-])(?:tu(?![\w'-])|toi(?![\w'])|t'(?=\w)|te(?= \w)|tes(?![\w'-])|ta(?= \w)|ton(?= \w)|(?:le|la|les|du|au|aux|des) tien(?:ne)?s?(?!\w))"
    r"|-toi(?!\w)|-tu(?!\w| en voilà)|(?<![\w'-])[a-zà-ÿ]{2,}(?:e|s|a)(?<!ons)(?<!mes)(?<!dites)(?<!faites)-(?:moi|nous|le|la|les|lui|leur|en|y)(?![\w-])"
)
_TU_FIRST = re.compile(
    r"\b(?:(?:découvre|profite|clique|télécharge|inscris|abonne|viens|reçois|écris|lis|dis|fais|prends|mets|sois|attends|rejoins|choisis(?! (?:par|un à un|une à une|à la))|tiens-|n'(?:attends|hésite|oublie)"
    r"|ne (?:rate|manque|cherche|perds|tarde|laisse|jette|achète))(?= )|(?:commande|essaie|essaye|offre|demande|réserve|garde|ouvre|passe|trouve|regarde|imagine)"
    r"(?= (?:ton|ta|tes|vite|dès maintenant|maintenant|ici|le tien|la tienne|nous voir|nos)\b))"
)
"""Imperatives that can be nothing else where they open a sentence: a product line says « Garde la chaleur » of the thing."""
_VOUS = re.compile(
    r"(?<![\w'-])(?:vous(?! (?:deux|trois|tous|toutes|autres|êtes (?:tous|toutes|deux|plusieurs|nombreu))\b)|votre|vos|vôtres?)(?![\w])"
    r"|(?<!rendez)-vous(?!\w)|(?<![\w-])(?!(?:chez|assez|nez|rez|lez|biez|rendez-vous)\b|allez ?[,!]|allez hop)[a-zà-ÿ]{2,}ez(?!\w)"
)
_VOUS_FIRST = re.compile(r"\b(?:dites|faites|soyez|ne (?:faites|dites) pas)(?= (?!à (?:la )?(?:main|machine)|par\b|pour durer|de (?:laine|bois|lin|coton)|en\b|avec\b))")
_NOUN_TON = re.compile(
    r"\b(?:le|un|ce|du|au|bon|même|d'un|demi|quart de|hausser?|changer? de|sur|quel|son|seul|petit|grand|joli|beau) ton\b|\bton sur ton\b|\bton (?:monte|juste|de voix|chaud|froid|neutre|pastel|clair|sombre|sable|bleu|rouge|vert|gris)\b"
    r"|\b(?:s'est|s'était|a|ont|avait|se sont|m'a) tu\b|\bte deum\b"
)
_NOUS = re.compile(r"(?<![\w'-])nous (?:(?:ne|n'|y|en|vous|te|t'|le|la|les|l'|lui|leur|nous|avons|sommes) ?){0,3}[a-zà-ÿ]*(?:ons|mes)(?!\w)|(?<![\w'-])(?!ch)\w+ons-nous(?!\w)")
_ON = re.compile(r"(?<![\w'-])(?:l')?on (?:ne |n')?(?:vous|te|t')(?: ?(?:le|la|les|l'|en|y))? ?(?!(?:dit|dira|disait|croit|croirait|a dit|demande si)\b)[a-zà-ÿ]+")
_JE = re.compile(r"(?<![\w'-])(?:je (?=\w)|j'(?=\w))")
_WE = re.compile(r"\b(?:we|we're|we'll|we've|we'd|our|ours|us)\b(?!-)")
_I = re.compile(r"(?<![\w'.-])(?<!model )(?<!part )(?<!volume )(?<!phase )(?<!war )(?<!type )(?<!class )(?:i|i'm|i'll|i've|i'd)(?![\w'-]|\.[a-z\d])|\b(?:my|mine|myself)\b")
PERSONS: dict[Locale, dict[str, re.Pattern[str]]] = {"fr": {"nous": _NOUS, "on": _ON, "je": _JE}, "en": {"we": _WE, "i": _I}}
"""How each person shows in a text: `nous` as a subject (object and possessive go with `on` too), `on` where it does something to the reader."""


@lru_cache(maxsize=32)
def address_marks(prose: Prose) -> dict[Address, tuple[Span, ...]]:
    """Where the text says tu and where it says vous, quotations apart."""
    nouns = [match.span() for match in _NOUN_TON.finditer(prose.scan)]

    def marks(anywhere: re.Pattern[str], first: re.Pattern[str]) -> Iterator[Span]:
        for match in anywhere.finditer(prose.scan):
            name = match.group().endswith("ez") or prose.text[match.end() + 1 : match.end() + 2].isupper()
            name = name and prose.text[match.start() : match.end()].istitle() and not opens_sentence(prose, match.start())
            said = match.group().endswith("ez") and "vous" in prose.scan[max(0, match.start() - 15) : match.start()]
            if not name and not said and not any(start <= match.start() < end for start, end in nouns) and not is_quoted(prose, *match.span()):
                yield match.span()
        for match in first.finditer(prose.scan):
            if opens_sentence(prose, match.start()) and not is_quoted(prose, *match.span()):
                yield match.span()

    return {"tu": tuple(sorted(set(marks(_TU, _TU_FIRST)))), "vous": tuple(sorted(set(marks(_VOUS, _VOUS_FIRST))))}
