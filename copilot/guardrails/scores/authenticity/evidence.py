"""What a text shows: its words counted once, with the pieces kept so that a person can see them.

Protected quirks of the brand can only help: what stands inside one counts where it speaks for the text (figures, names, things) and is left out of everything
that speaks against it. The measure of all the rest is taken on the text without its quirks, so that taking one out cannot raise the dial.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from copilot.guardrails.checks.wording import expand
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.lexicons import auth_matter
from copilot.guardrails.rule import FieldText
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Locale, Prose, Span

ADDRESS_FIELDS = frozenset({"slug", "path"})
"""Fields that are read by machines; they are no prose."""
LEAST_SENTENCES = 5
"""Sentences of running text under which rhythm is not measured."""
TITLE_CASE = 0.6
"""A field with a larger share of capitalised words is set in capitals: names cannot be told in it."""

_TAIL: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(r", (?:[a-z]+ly |thus |thereby |while )?(?!during|including|according|excluding|depending|considering|regarding|starting|beginning|morning|evening|ceiling)[a-z]{3,}ing\b(?! ?[,:])"),
    "fr": re.compile(r", (?:tout en |en |ainsi )?(?!avant|pendant|durant|devant|cependant|pourtant|maintenant|autant|suivant|dont|quant|instant|enfant|restaurant|montant|grand|tant)[a-zà-ÿœ]{3,}ant\b"),
}  # fmt: skip
_PAIR: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(r"\b([a-z'-]{4,}) and ([a-z'-]{4,})\b"),
    "fr": re.compile(r"\b([a-zà-ÿœ'-]{4,}) et ([a-zà-ÿœ'-]{4,})\b"),
}
_ADVERB: dict[Locale, re.Pattern[str]] = {"en": re.compile(r"[a-z]{4,}ly"), "fr": re.compile(r"[a-zà-ÿœ]{5,}ment")}
_PLAIN_ADVERBS: dict[Locale, frozenset[str]] = {
    "en": frozenset(
        [
            "only",
            "early",
            "daily",
            "weekly",
            "monthly",
            "yearly",
            "family",
            "supply",
            "apply",
            "reply",
            "july",
            "friendly",
            "likely",
            "really",
            "actually",
            "ugly",
            "belly",
            "jelly",
            "fully",
        ]
    ),
    "fr": frozenset(
        [
            "moment",
            "document",
            "logement",
            "appartement",
            "vêtement",
            "bâtiment",
            "paiement",
            "élément",
            "comment",
            "aliment",
            "règlement",
            "changement",
            "équipement",
            "traitement",
            "développement",
            "argument",
            "gouvernement",
            "département",
            "jugement",
            "sentiment",
            "mouvement",
            "instrument",
            "événement",
            "évènement",
            "complément",
            "abonnement",
            "engagement",
        ]
    ),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a text: `text` as written, at start..end (code points, before NFC) of `field`."""

    field: str
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Evidence:
    """Counts and pieces of one text, over all its fields.

    words: words outside protected quirks; what the counts of `against` are divided by. quirks: how many protected quirks were found.
    """

    words: int = 0
    total: int = 0
    sentences: int = 0
    quirks: int = 0
    lengths: list[int] = field(default_factory=list)
    """Words of each sentence, in fields with enough of them to have a rhythm."""
    pieces: dict[str, list[Piece]] = field(default_factory=dict)
    """Kind -> pieces: figures, names, things, deeds, spoken, vague, abstract, adverbs, tails, pairs, openings."""
    free: list[Prose] = field(default_factory=list)
    """Each field without its quirks, same offsets."""

    def count(self, kind: str) -> int:
        """How many pieces of that kind."""
        return len(self.pieces.get(kind, ()))


@lru_cache(maxsize=4)
def _kinds(locale: Locale) -> dict[str, str]:
    known: dict[str, str] = {}
    for kind, entries in (("vague", auth_matter.VAGUE), ("deeds", auth_matter.DEEDS), ("things", auth_matter.THINGS)):
        for entry in entries[locale]:
            known |= dict.fromkeys(expand(entry), kind)
    known |= dict.fromkeys(auth_matter.SPOKEN[locale], "spoken")
    return known


@lru_cache(maxsize=60_000)
def kind_of(word: str, locale: Locale) -> str:
    """What a word in lower case counts as: things, deeds, vague, abstract, adverbs, spoken, or "" for nothing."""
    known = _kinds(locale)
    kind = known.get(word)
    if kind is None and len(word) > 3 and word[-1] in "sx":
        kind = known.get(word[:-1]) or (known.get(word[:-2]) if word.endswith("es") else None)
        kind = None if kind == "spoken" else kind
    if kind is not None:
        return kind
    if word in FUNCTION_WORDS[locale] or len(word) < 6:
        return ""
    if _ADVERB[locale].fullmatch(word):
        return "" if word in _PLAIN_ADVERBS[locale] or word.rstrip("s") in _PLAIN_ADVERBS[locale] else "adverbs"
    if auth_matter.ABSTRACT[locale].fullmatch(word) and word not in auth_matter.ORDINARY[locale]:
        return "abstract"
    return ""


HELPS = frozenset({"figures", "names", "things", "deeds", "spoken"})
"""Kinds that speak for a text; inside a quirk they count too."""


def prose_fields(texts: Sequence[FieldText]) -> list[FieldText]:
    """The fields that are read by people."""
    return [text for text in texts if text.spec is None or text.spec.name not in ADDRESS_FIELDS]


def shields(prose: Prose, grounds: Grounds) -> list[Span]:
    """Spans of protected quirks, left to right, overlapping ones joined."""
    if grounds.house is None or not grounds.house.quirks:
        return []
    found = sorted(match.span() for pattern in grounds.house.quirks for match in pattern.finditer(prose.text) if match.end() > match.start())
    joined: list[Span] = []
    for start, end in found:
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def without(prose: Prose, spans: Sequence[Span]) -> Prose:
    """`prose` with `spans` blanked out, same offsets; `prose` itself where there are none."""
    if not spans:
        return prose
    text, last, pieces = prose.text, 0, []
    for start, end in spans:
        pieces += [text[last:start], " " * (end - start)]
        last = end
    return Prose("".join([*pieces, text[last:]]), prose.locale)


def gather(texts: Sequence[FieldText], grounds: Grounds) -> Evidence:
    """The evidence of a text. Fields are pooled; their order does not matter."""
    found = Evidence()
    for text in prose_fields(texts):
        spans = shields(text.prose, grounds)
        free = without(text.prose, spans)
        found.free.append(free)
        found.quirks += len(spans)
        found.words += len(free.words)
        found.total += len(text.prose.words)
        _words(found, text.key, text.prose, free, None)
        if spans:
            _words(found, text.key, text.prose, text.prose, spans)
        _figures(found, text.key, text.prose, free)
        _rhythm(found, text.key, text.prose, free)
    return found


def _add(found: Evidence, kind: str, key: str, prose: Prose, start: int, end: int) -> None:
    low, high = prose.original(start, end)
    found.pieces.setdefault(kind, []).append(Piece(key, low, high, prose.text[start:end]))


def _words(found: Evidence, key: str, prose: Prose, cut: Prose, inside: Sequence[Span] | None) -> None:
    """Words by kind and names; with `inside`, only those in the quirks that help."""
    locale, text = cut.locale, cut.text
    starts = {start for start, _ in cut.sentences}
    small = FUNCTION_WORDS[locale]
    capitals: list[Span] = []
    for (start, end), word in zip(cut.word_spans, cut.words, strict=True):
        if inside is not None and not any(low <= start and end <= high for low, high in inside):
            continue
        if text[start].isupper():
            capitals.append((start, end))
            if end - start > 1 and start not in starts and word not in small and not text[start:end].isupper():
                before = text[max(0, start - 2) : start].rstrip()
                if not before or before[-1] not in '.!?:•–—-«"“(':
                    _add(found, "names", key, prose, start, end)
                    continue
        kind = kind_of(word, locale)
        if kind and (inside is None or kind in HELPS):
            _add(found, kind, key, prose, start, end)
    if inside is None and len(capitals) > TITLE_CASE * max(1, len(cut.words)):
        found.pieces["names"] = [piece for piece in found.pieces.get("names", []) if piece.field != key]
    numbers = cut.numbers if inside is None else [span for span in prose.numbers if any(low <= span[0] and span[1] <= high for low, high in inside)]
    for start, end in numbers:
        _add(found, "figures", key, prose, start, end)


def _figures(found: Evidence, key: str, prose: Prose, free: Prose) -> None:
    """Figures of speech that smooth prose leans on: participial tails and pairs of content words."""
    locale = free.locale
    for match in _TAIL[locale].finditer(free.scan):
        _add(found, "tails", key, prose, match.start() + 2, match.end())
    small = FUNCTION_WORDS[locale]
    for match in _PAIR[locale].finditer(free.scan):
        if match[1] not in small and match[2] not in small:
            _add(found, "pairs", key, prose, match.start(), match.end())


def _rhythm(found: Evidence, key: str, prose: Prose, free: Prose) -> None:
    """Sentence lengths and openings."""
    sentences, starts = free.sentences, [start for start, _ in free.word_spans]
    lengths = []
    for start, end in sentences:
        first, last = bisect_right(starts, start - 1), bisect_right(starts, end - 1)
        if last > first:
            lengths.append(last - first)
            if last - first > 3 and free.words[first] in auth_matter.ARTICLES[free.locale]:
                _add(found, "openings", key, prose, *free.word_spans[first])
    found.sentences += len(lengths)
    if len(lengths) >= LEAST_SENTENCES:
        found.lengths += lengths
