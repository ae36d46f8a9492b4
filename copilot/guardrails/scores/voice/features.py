"""A row of symbols as a sparse vector: five views of the same habits, each of unit length, side by side in one space of hashed n-grams.

words: common words and endings, alone and by two. grammar: function words and punctuation, one to four in a row, everything else a `~`. letters: character n-grams
of function words, endings and punctuation. rhythm: lengths of sentences and words. spelling: character n-grams of all words but names.
A bin is a hash; nothing in it can be read back.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from copilot.guardrails.scores.voice.symbols import Row

BITS = 16
BINS = 1 << BITS
"""Size of the space."""
VIEWS = {"words": 1.0, "grammar": 0.5, "letters": 0.5, "rhythm": 0.1, "spelling": 0.25}
"""View -> its share of the squared length of a vector, before all are scaled to one."""
Floats = NDArray[np.float32]
Bins = NDArray[np.int64]
_FACTOR = np.uint64(0x9E3779B185EBCA87)
_MIX = np.uint64(0xC2B2AE3D27D4EB4F)
_WORD_LENGTHS = [f"l{length}" for length in range(13)]
_CONTENT_LENGTHS = [f"c{length // 3}" for length in range(13)]
_RHYTHM_WEIGHT = 3
"""How often the length of a sentence counts against that of a word."""


@dataclass(frozen=True)
class Occurrences:
    """The n-grams of one view as they stand: `bins` (n), and for each the first and last symbol it covers (n, n)."""

    bins: Bins
    first: Bins
    last: Bins


@lru_cache(maxsize=200_000)
def _number(symbol: str) -> int:
    return zlib.crc32(symbol.encode())


def _fold(hashes: NDArray[np.uint64], salt: int) -> Bins:
    mixed = (hashes ^ (hashes >> np.uint64(31)) ^ np.uint64(salt * 0x1F123BB5)) * _MIX
    return (mixed >> np.uint64(64 - BITS)).astype(np.int64)


def _grams(codes: NDArray[np.uint64], sizes: tuple[int, ...], salt: int) -> Occurrences:
    """All n-grams of these sizes of a row of codes; `first` and `last` are places in the row."""
    bins, first, last = [], [], []
    hashes = codes * _MIX
    for size in range(1, max(sizes) + 1):
        if len(codes) < size:
            break
        if size > 1:
            hashes = hashes[:-1] * _FACTOR + codes[size - 1 :]
        if size in sizes:
            bins.append(_fold(hashes, salt + size))
            places = np.arange(len(hashes))
            first.append(places)
            last.append(places + size - 1)
    if not bins:
        none = np.zeros(0, np.int64)
        return Occurrences(none, none, none)
    return Occurrences(np.concatenate(bins), np.concatenate(first), np.concatenate(last))


def word_bins(words: list[str]) -> Bins:
    """The bin of each common word, standing alone."""
    return _grams(np.array([_number(word) for word in words], np.uint64), (1,), 10).bins


def _letters(symbols: Sequence[str], salt: int, within: bool = False) -> Occurrences:
    """Character n-grams of a column of symbols; `within`: none that reach over two."""
    place = np.repeat(np.arange(len(symbols)), [len(letters) for letters in symbols])
    codes = np.frombuffer("".join(symbols).encode("utf-32-le", "replace"), np.uint32).astype(np.uint64)
    grams = _grams(codes, (3, 4, 5), salt)
    first, last = place[grams.first], place[grams.last]
    if not within:
        return Occurrences(grams.bins, first, last)
    kept = first == last
    return Occurrences(grams.bins[kept], first[kept], last[kept])


def _rhythm(row: Row) -> Occurrences:
    names: list[str] = []
    first: list[int] = []
    last: list[int] = []
    before, begun, words = "", 0, 0
    for place, (fine, coarse, is_word) in enumerate(zip(row.fine, row.coarse, row.words, strict=True)):
        if is_word:
            words += 1
            length = row.ends[place] - row.starts[place]
            names.append(_WORD_LENGTHS[min(12, length)])
            first.append(place)
            if coarse == "~":
                names.append(_CONTENT_LENGTHS[min(12, length)])
                first.append(place)
            last += [place] * (len(first) - len(last))
        elif fine == "^":
            if words:
                kind = f"s{min(7, int(1.5 * math.log2(words)))}"
                for name in (*[kind] * _RHYTHM_WEIGHT, *([before + kind] if before else [])):
                    names.append(name)
                    first.append(begun)
                    last.append(place - 1)
                before = kind
            begun, words = place, 0
    codes = np.array([_number(name) for name in names], np.uint64)
    return Occurrences(_fold(codes, 200), np.array(first, np.int64), np.array(last, np.int64))


def occurrences(row: Row) -> dict[str, Occurrences]:
    """The n-grams of every view."""
    fine = np.array([_number(symbol) for symbol in row.fine], np.uint64)
    coarse = np.array([_number(symbol) for symbol in row.coarse], np.uint64)
    return {
        "words": _grams(fine, (1, 2), 10),
        "grammar": _grams(coarse, (1, 2, 3, 4), 50),
        "letters": _letters(row.letters, 100),
        "rhythm": _rhythm(row),
        "spelling": _letters([f" {word} " if word else "" for word in row.spelling], 300, within=True),
    }


@dataclass(frozen=True)
class Vector:
    """A sparse vector: `bins`, rising within a view, and `values`, which add up where two views share a bin; nought for a text without words."""

    bins: Bins
    values: Floats

    def dot(self, weights: Floats) -> float:
        """Product with a dense vector of BINS."""
        return float(self.values @ weights[self.bins])

    def dense(self, bins: int) -> Floats:
        """The vector with all its zeros."""
        return np.bincount(self.bins, self.values, bins).astype(np.float32)


def vector(found: dict[str, Occurrences], rarity: Floats) -> Vector:
    """The vector of a text: damped counts times rarity, each view scaled to its share. rarity: BINS."""
    bins, values = [], []
    total = sum(VIEWS.values())
    for name, view in found.items():
        if not len(view.bins):
            continue
        places, counts = np.unique(view.bins, return_counts=True)
        weights = (1 + np.log(counts)) * rarity[places]
        bins.append(places)
        values.append((weights * np.sqrt(VIEWS[name] / total) / np.sqrt(weights @ weights)).astype(np.float32))
    if not bins:
        return Vector(np.zeros(0, np.int64), np.zeros(0, np.float32))
    return Vector(np.concatenate(bins), np.concatenate(values))
