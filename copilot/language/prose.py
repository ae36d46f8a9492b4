"""A text cut once into what every rule and score needs.

Rules look at `scan`, a copy of the text of the same length in lower case, with straight apostrophes and plain spaces, in which merge tags,
addresses and code are blanked out. So a pattern is written once, in lower case, matches every spelling of an apostrophe, and can
never fire inside a tag or a URL. Offsets into `scan` are offsets into `text`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import cached_property
from typing import Literal

Span = tuple[int, int]
Locale = Literal["fr", "en"]

BLANK = "\ue000"
"""What stands in `scan` for a character of a merge tag, address or piece of code; a reader of files puts it into the text itself, for what is no prose there."""

_FOLD = {ord(char): "'" for char in "’‘ʼ＇`´"} | {ord(char): " " for char in "\u00a0\u202f\u2009\u2007\u2008\u200a\u3000\t"}
_FOLD |= {ord("‑"): "-", ord("‐"): "-"}

MERGE_TAG = re.compile(
    r"\{\{(?:[^{}\n]|\$\{[^{}\n]{0,80}\}){0,200}\}\}|\{%[^{}\n]{0,200}%\}|\*\|[^|\n]{0,100}\|\*|%%[A-Za-z_][\w .]{0,60}%%|%[A-Z][A-Z_]{2,40}%"
    r"|\{[a-z_]+=[^{}\n]{0,100}\}|<%[^%\n]{0,200}%>"
)
"""Placeholders of the usual e-mail tools: Handlebars/Liquid/Braze/Brevo/Klaviyo, Mailchimp, Salesforce, Mautic, ERB."""
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
_LINK = re.compile(r"\b(?:https?://|www\.)[^\s<>\"'«»]+[^\s<>\"'«»).,;:!?…]", re.IGNORECASE)
_MAILBOX = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_DOMAIN = re.compile(r"\.(?:com|fr|org|net|example|uk|io|eu|shop)\b", re.IGNORECASE)
_HOST = re.compile(
    r"\b(?:[a-z0-9-]{1,63}\.){1,3}(?:com|fr|org|net|example|co\.uk|io|eu|shop)\b(?:/[^\s<>\"'«»]*[^\s<>\"'«»).,;:!?…])?",
    re.IGNORECASE,
)
ADDRESS = re.compile(f"{_LINK.pattern}|{_MAILBOX.pattern}|{_HOST.pattern}", re.IGNORECASE)
"""A link, an e-mail address or a host."""
_BLANKED = re.compile(f"{BLANK}+")
_PROTECTED = (
    (MERGE_TAG, ("{", "*|", "%")),
    (CODE, ("`",)),
    (_LINK, ("://", "www.", "WWW.", "Www.")),
    (_MAILBOX, ("@",)),
    (_BLANKED, (BLANK,)),
)
"""What is protected, each with literals of which one stands in every text that holds it."""

_WORD = {
    "en": re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*"),
    "fr": re.compile(r"aujourd'hui|prud'hom\w+|(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)'(?=\w)|[^\W\d_]+(?:-[^\W\d_]+)*(?:'(?=\W|$))?"),
}
_END = re.compile(r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)[.!?…]*(?:[\"')\]”]| ?»)*(?=\s|$))")
_ABBREVIATION = re.compile(
    r"(?:^|[\s('\"«])(?:m|mm|mme|mmes|mlle|me|dr|pr|st|ste|no|n°|p|pp|art|etc|ex|cf|env|min|max|tél|fig|vol|éd|av|apr|bd"
    r"|mr|mrs|ms|vs|e\.g|i\.e|approx|inc|ltd|co|jr|sr|dept|est|[a-z])$"
)
_DIGIT = re.compile(r"\d")
NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d+)?(?![\d])|(?<![\w])\d+(?:[.,]\d+)?(?!\d)")
"""A figure as printed, with French or English grouping, on `scan`."""


class Prose:
    """One field of copy, cut once. Lists are made when first asked for.

    text: the text, NFC; scan: the same length, folded for matching; locale: "fr" or "en".
    """

    def __init__(self, text: str, locale: Locale) -> None:
        self._origin: list[int] | None = None
        if not unicodedata.is_normalized("NFC", text):
            text = self._compose(text)
        self.text = text
        self.locale: Locale = locale
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
        scan = lowered.translate(_FOLD)
        if self.protected:
            pieces, last = [], 0
            for start, end in self.protected:
                pieces += [scan[last:start], BLANK * (end - start)]
                last = end
            scan = "".join([*pieces, scan[last:]])
        self.scan = scan

    def _compose(self, text: str) -> str:
        """NFC of `text`, keeping for each character the offset at which it began."""
        pieces: list[str] = []
        origin: list[int] = []
        start = 0
        for index in range(1, len(text) + 1):
            if index == len(text) or not unicodedata.combining(text[index]):
                piece = unicodedata.normalize("NFC", text[start:index])
                pieces.append(piece)
                origin += [start] * len(piece)
                start = index
        self._origin = [*origin, len(text)]
        return "".join(pieces)

    def composed(self, start: int, end: int) -> Span:
        """Offsets in `text` of what stands at start..end of the text as it was given: the way back from `original`."""
        return (start, end) if self._origin is None else (bisect_left(self._origin, start), bisect_left(self._origin, end))

    def original(self, start: int, end: int) -> Span:
        """Offsets in the text as it was given, before NFC."""
        return (start, end) if self._origin is None else (self._origin[start], self._origin[end])

    @cached_property
    def protected(self) -> list[Span]:
        """Merge tags, code, addresses and what came in blanked: nothing inside may be flagged as prose or changed by a fix."""
        patterns = [pattern for pattern, hints in _PROTECTED if any(hint in self.text for hint in hints)]
        if _DOMAIN.search(self.text):
            patterns.append(_HOST)
        if not patterns:
            return []
        found = sorted(match.span() for pattern in patterns for match in pattern.finditer(self.text))
        merged: list[Span] = []
        for start, end in found:
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged

    @cached_property
    def word_spans(self) -> list[Span]:
        """Words, hyphenated ones whole, French elisions apart (l' | équipe)."""
        return [match.span() for match in _WORD[self.locale].finditer(self.scan)]

    @cached_property
    def words(self) -> list[str]:
        """The words in lower case, as in `word_spans`."""
        return [self.scan[start:end] for start, end in self.word_spans]

    @cached_property
    def sentences(self) -> list[Span]:
        """Sentences, trimmed. A line break ends one unless the next line goes on in lower case."""
        spans: list[Span] = []
        scan, text = self.scan, self.text
        start = 0
        for match in _END.finditer(scan):
            after = text[match.end() :].lstrip()[:1]
            if match.group()[0] == "\n":
                if match.group().count("\n") == 1 and after.islower():
                    continue
            elif after and (after.islower() or (match.group()[0] == "." and _ABBREVIATION.search(scan[max(start, match.start() - 12) : match.start()]))):
                continue
            self._trimmed(spans, start, match.end())
            start = match.end()
        self._trimmed(spans, start, len(scan))
        return spans

    def _trimmed(self, spans: list[Span], start: int, end: int) -> None:
        piece = self.text[start:end]
        start, end = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
        if start < end:
            spans.append((start, end))

    @cached_property
    def numbers(self) -> list[Span]:
        """Figures as printed."""
        return [match.span() for match in NUMBER.finditer(self.scan)]

    @cached_property
    def digits(self) -> int:
        """How many digits the text has, protected ones too."""
        return len(_DIGIT.findall(self.text))

    def at_boundary(self, start: int, end: int) -> bool:
        """Whether a literal found at start..end stands on its own, not inside a longer word."""
        scan = self.scan
        before = start == 0 or not (scan[start - 1].isalnum() or scan[start - 1] == "_")
        return before and (end >= len(scan) or not (scan[end].isalnum() or scan[end] == "_"))

    def is_protected(self, start: int, end: int) -> bool:
        """Whether start..end touches a merge tag, address or code."""
        spans = self.protected
        index = bisect_left(spans, (end, 0)) - 1
        return index >= 0 and start < spans[index][1]
