"""Title case and sentence case, word by word.

Title case follows AP (short articles, conjunctions and prepositions in lower case) or Chicago (all prepositions); the first and last word have capitals. Whether
"to" is a preposition or the mark of an infinitive would need a tagger of parts of speech; "to" is left as it was written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex

from copilot.guardrails.vale.dialect import Pattern

SMALL = frozenset(str.split("a an and as at but by en for if in nor of on or per the to vs vs. via v v."))
PREPOSITIONS = frozenset(
    str.split("""with from into during including until against among throughout despite towards upon concerning about over through before between after since
    without under within along following across beyond around down near above""")
)  # fmt: skip
WORD = r"[\p{N}\p{L}*]+[^\s]*"
_TITLE_WORD = regex.compile(r"[\p{N}\p{L}]+[^\s\-/]*")
_PLAIN_WORD = regex.compile(WORD)
_NUMBERED = regex.compile(r"\d+\.")


def without_prefix(text: str, prefix: Pattern | None) -> tuple[str, str]:
    """The constant prefix of `text`, if it has one, and the rest."""
    match = prefix.search(text) if prefix else None
    return (match.group(), text.removeprefix(match.group())) if match else ("", text)


def _known(word: str, vocabulary: Sequence[Pattern]) -> str:
    """How the vocabulary writes `word`; empty if it does not hold it."""
    for entry in vocabulary:
        if entry.source.lower() == word.lower():
            return entry.source
        if entry.search(word):
            return word
    return ""


def title_case(text: str, style: str, vocabulary: Sequence[Pattern]) -> str:
    """`text` in title case. `style` is "AP" or "Chicago"; words of `vocabulary` are written as it has them."""
    small = SMALL | PREPOSITIONS if style == "Chicago" else SMALL
    length = len(text)

    def one(match: regex.Match[str]) -> str:
        word, start, end = match.group(), match.start(), match.end()
        if kept := _known(word, vocabulary):
            return kept
        lowered = word.lower()
        if lowered == "to" and start and end < length:
            return word
        before, further = text[start - 1 : start] if start else "", text[start - 2 : start - 1] if start > 1 else ""
        if (
            lowered in small
            and start
            and end != length
            and before in (" ", "-", "/")
            and further not in (":", "-")
            and (text[end : end + 1] != "-" or before == "-")
        ):
            return lowered
        return word[:1].title() + word[1:]

    return _TITLE_WORD.sub(one, text)


def sentence_case(text: str, vocabulary: Sequence[Pattern], indicates: Callable[[str, int], bool] | None = None) -> str:
    """The words of `text` in sentence case, joined by blanks. `indicates` says whether the word after this one has a capital again."""
    made: list[str] = []
    before = ""
    for index, word in enumerate(_tokens(text, vocabulary)):
        if kept := _known(word, vocabulary):
            made.append(kept)
        elif not index or (indicates or _colon)(before, index - 1):
            made.append(word[:1].title() + word[1:].lower())
        else:
            made.append(word.lower())
        before = word
    return " ".join(made)


def _colon(word: str, index: int) -> bool:
    return word.endswith(":") or (not index and bool(_NUMBERED.search(word)))


def indicated(suffixes: Sequence[str]) -> Callable[[str, int], bool]:
    """Whether a word ends in one of `suffixes`, or opens a numbered heading."""

    def ask(word: str, index: int) -> bool:
        return any(len(word) > len(suffix) and word.endswith(suffix) for suffix in suffixes) or (not index and bool(_NUMBERED.search(word)))

    return ask


def _tokens(text: str, vocabulary: Sequence[Pattern]) -> list[str]:
    if not vocabulary:
        return _PLAIN_WORD.findall(text)
    return tokens(text, words_or(vocabulary, ignorecase=True))


def words_or(vocabulary: Sequence[Pattern], ignorecase: bool = False) -> Pattern:
    """A pattern for the words of a text, an entry of `vocabulary` being one word even if it has several."""
    entries = "|".join(entry.source for entry in vocabulary)
    return Pattern(rf"\b(?:{entries})\b|{WORD}" if entries else WORD, ignorecase)


def tokens(text: str, pattern: Pattern) -> list[str]:
    """What `pattern` finds in `text`."""
    return [match.group() for match in pattern.all(text)]
