"""How alike the texts of a set are: variants of one brief, a campaign, a batch of 100,000, and all of them against what was sent before.

Short texts are compared pair by pair (overlap of word pairs); compression and self-repetition are taken on pools of one fixed length only, since both grow with
length. Up to EXACT texts every pair is looked at; above, a MinHash index names the pairs worth a look and each of those is then compared exactly. Overlaps under
FLOOR count as nothing in either case, so that the figure means the same at both sizes.
Source of the parts: C. Shaib et al., "Standardizing the measurement of text diversity", 2024, https://arxiv.org/abs/2403.00553.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Locale, Prose
from copilot.language.words import both
from copilot.records import Part

FLOOR = 0.4
"""Overlap under which two texts are not alike: two texts about one product share words without being variants of each other."""
TWIN = 0.6
"""Overlap from which two texts are near twins."""
EXACT = 300
"""Texts up to which every pair is compared."""
SIGNATURE, BANDS = 128, 42
"""MinHash slots and bands of three: a pair of overlap 0.4 is found with probability 0.94, one of 0.5 with 0.997, one of 0.6 nearly always."""
CROWD = 60
"""Most texts of one bucket that are compared with each other; a larger bucket is compared along its length only."""
POOL_WORDS = 300
"""Length of a pool, in words, on which compression and self-repetition are taken."""
RUN = 4
"""Words of a run in self-repetition."""
WEIGHTS = {"overlap": 0.5, "openings": 0.2, "structure": 0.15, "repetition": 0.15}
"""What each part weighs in the one number; set by hand, renormalised where a part is not measured."""
MOST_SHOWN = 8
COMPRESSION: dict[Locale, tuple[float, float]] = {"en": (2.06, 2.20), "fr": (2.07, 2.26)}
"""Compression ratio of a pool of POOL_WORDS words from ordinary human brand copy, a different text every 40 words: median and 95th percentile."""

_NAMES = {
    "overlap": both("same words", "mêmes mots"),
    "openings": both("same opening", "même début"),
    "structure": both("same structure", "même structure"),
    "compression": both("compression", "compression"),
    "repetition": both("self-repetition", "redites"),
    "past": both("like past copy", "déjà dit"),
}
_WHY = {
    "overlap": both(
        "Each text shares on average {share} % of its word pairs with the text nearest to it; {twins} of {count} have a near twin.",
        "Chaque texte partage en moyenne {share} % de ses couples de mots avec le plus proche ; {twins} sur {count} ont un presque jumeau.",
    ),
    "openings": both(
        "{same} of {count} texts begin with the same two words as another.", "{same} textes sur {count} commencent par les deux mêmes mots qu'un autre."
    ),
    "structure": both(
        "{same} of {count} texts are built like another: as many sentences, of like length, ending alike.",
        "{same} textes sur {count} sont bâtis comme un autre : autant de phrases, de longueur voisine, finies de même.",
    ),
    "compression": both(
        "{words} words of them shrink {ratio:.2f} times; human brand copy of that length shrinks {usual:.2f} times, {most:.2f} at most.",
        "{words} mots se réduisent {ratio:.2f} fois ; une copie de marque écrite par des gens, {usual:.2f} fois à longueur égale, {most:.2f} au plus.",
    ),
    "repetition": both(
        "{share} % of the runs of {run} words in a pool of {words} words stand in more than one text.",
        "{share} % des suites de {run} mots, sur {words} mots, se retrouvent dans plus d'un texte.",
    ),
    "past": both(
        "{same} of {count} texts have a near twin among {past} past texts.", "{same} textes sur {count} ont un presque jumeau parmi {past} textes passés."
    ),
    "short": both("Not measured: {words} words are needed to compare at one length.", "Non mesuré : il faut {words} mots pour comparer à longueur égale."),
}


class Pair(NamedTuple):
    """Two alike texts by their places in the set (`first` < `second`; for past copy `second` counts in the past texts), and their overlap, 0-1."""

    first: int
    second: int
    overlap: float


@dataclass(frozen=True)
class Sameness:
    """How alike the texts of a set are.

    value: 0-100, 0 = no two alike, 100 = all the same; None for fewer than two texts and no past. pairs: the most alike, at most MOST_SHOWN.
    """

    value: float | None
    texts: int
    parts: tuple[Part, ...]
    pairs: tuple[Pair, ...]
    past_pairs: tuple[Pair, ...] = ()


def shingles(words: Sequence[str]) -> frozenset[int]:
    """The word pairs of a text as hashes, with its first and last word marked, so that one word makes two."""
    joined = ["\x02", *words, "\x03"]
    return frozenset(zlib.crc32(f"{one} {other}".encode()) for one, other in pairwise(joined)) if words else frozenset()


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Share of common word pairs among all of both (Jaccard), 0-1; 0 where one is empty."""
    if not one or not other:
        return 0.0
    common = len(one & other)
    return common / (len(one) + len(other) - common)


def _buckets(sets: Sequence[frozenset[int]]) -> Iterable[list[int]]:
    """Groups of texts that may be alike, by MinHash bands."""
    from rensa import RMinHash  # type: ignore[import-untyped]  # the wheel has no stubs

    full = [index for index, found in enumerate(sets) if found]
    if not full:
        return
    matrix = RMinHash.digest_matrix_from_token_hash_sets([list(sets[index]) for index in full], SIGNATURE, 42)
    rows = np.asarray(matrix.to_rows(), dtype=np.uint32)
    size = SIGNATURE // BANDS
    places = np.asarray(full)
    for band in range(BANDS):
        part = np.ascontiguousarray(rows[:, band * size : (band + 1) * size]).astype(np.uint64)
        keys = (part * np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9][:size], dtype=np.uint64)).sum(axis=1, dtype=np.uint64)
        order = np.argsort(keys, kind="stable")
        edges = np.concatenate([[0], np.flatnonzero(np.diff(keys[order])) + 1, [len(order)]])
        for place in np.flatnonzero(np.diff(edges) > 1).tolist():
            yield places[order[edges[place] : edges[place + 1]]].tolist()


def alike(sets: Sequence[frozenset[int]], split: int = 0) -> dict[int, Pair]:
    """For each text the nearest other one with an overlap of FLOOR or more.

    With `split` > 0, texts from `split` on are past copy: only pairs of a text before it and one after it count.
    """
    best: dict[int, Pair] = {}

    def look(one: int, other: int) -> None:
        if split and not one < split <= other:
            return
        smaller, larger = sorted((len(sets[one]), len(sets[other])))
        if smaller < FLOOR * larger or (one in best and other in best and best[one].overlap == best[other].overlap == 1.0):
            return
        share = overlap(sets[one], sets[other])
        if share >= FLOOR:
            for text in (one,) if split else (one, other):
                if text not in best or share > best[text].overlap:
                    best[text] = Pair(one, other, share)

    count = len(sets)
    if count <= EXACT:
        for one in range(split or count):
            for other in range(split or one + 1, count):
                look(one, other)
        return best
    for group in _buckets(sets):
        if split:
            new, old = [text for text in group if text < split], [text for text in group if text >= split][:CROWD]
            for one in new:
                for other in old:
                    look(one, other)
        elif len(group) <= CROWD:
            for index, one in enumerate(group):
                for other in group[index + 1 :]:
                    look(one, other)
        else:
            for index, one in enumerate(group):
                for other in group[index + 1 : index + 3]:
                    look(one, other)
    return best


def opening(words: Sequence[str]) -> str:
    """The first two words, or "" for a text of fewer than four."""
    return " ".join(words[:2]) if len(words) > 3 else ""


def structure(prose: Prose) -> str:
    """How a text is built: for each sentence its length class, its end, and the small word it opens with; "" for a text of fewer than four words."""
    words, starts = prose.words, [start for start, _ in prose.word_spans]
    if len(words) < 4:
        return ""
    built = []
    for start, end in prose.sentences:
        first, last = bisect_right(starts, start - 1), bisect_right(starts, end - 1)
        if last > first:
            opener = words[first] if words[first] in FUNCTION_WORDS[prose.locale] else "_"
            built.append(f"{bisect_right((3, 6, 10, 15, 22, 32), last - first)}{opener}{prose.text[end - 1] if prose.text[end - 1] in '.!?…' else ''}")
    return " ".join(built)


def _repeated(keys: Sequence[str]) -> tuple[float, int, list[str]]:
    """Share of the texts that have a key which another has too, how many they are, and the commonest keys; texts without a key count as different."""
    counts = Counter(key for key in keys if key)
    same = sum(1 for key in keys if key and counts[key] > 1)
    return same / max(1, len(keys)), same, [key for key, count in counts.most_common(3) if count > 1]


def pool(words: Sequence[Sequence[str]], size: int = POOL_WORDS) -> list[list[str]] | None:
    """Exactly `size` words from the texts, evenly from the whole set; None where there are too few."""
    if sum(map(len, words)) < size:
        return None
    taken: list[list[str]] = []
    left = size
    average = max(1.0, sum(map(len, words)) / len(words))
    step = max(1, int(len(words) / (size / average)))
    order = [index for offset in range(step) for index in range(offset, len(words), step)]
    for index in order:
        if left <= 0:
            break
        piece = list(words[index][:left])
        if piece:
            taken.append(piece)
            left -= len(piece)
    return taken


def compression(pieces: Sequence[Sequence[str]]) -> float:
    """How many times a pool shrinks when compressed. Compare pools of one length only."""
    raw = "\n".join(" ".join(piece) for piece in pieces).encode()
    return len(raw) / len(zlib.compress(raw, 9))


def repetition(pieces: Sequence[Sequence[str]]) -> float:
    """Share of the runs of RUN words in a pool that stand in more than one text, 0-1."""
    owners: dict[tuple[str, ...], set[int]] = defaultdict(set)
    runs: list[tuple[str, ...]] = []
    for index, piece in enumerate(pieces):
        for start in range(len(piece) - RUN + 1):
            run = tuple(piece[start : start + RUN])
            owners[run].add(index)
            runs.append(run)
    return sum(len(owners[run]) > 1 for run in runs) / len(runs) if runs else 0.0


def sameness(texts: Sequence[str], locale: Locale, past: Sequence[str] = (), language: str = "en") -> Sameness:
    """How alike `texts` are, and how like `past` (the copy of the last campaigns, as many as the caller wants looked at).

    Texts may be given in any number; messages are in `language`. Same input, same output.
    """
    proses = [Prose(text, locale) for text in texts]
    words = [prose.words for prose in proses]
    sets = [shingles(found) for found in words]
    count = len(texts)
    parts: list[Part] = []
    values: dict[str, float] = {}
    shown: tuple[Pair, ...] = ()
    if count > 1:
        best = alike(sets)
        values["overlap"] = sum(pair.overlap for pair in best.values()) / count
        twins = sum(pair.overlap >= TWIN for pair in best.values())
        shown = tuple(sorted(set(best.values()), key=lambda pair: (-pair.overlap, pair.first, pair.second))[:MOST_SHOWN])
        parts.append(
            _part(
                "overlap",
                values["overlap"],
                language,
                [texts[pair.first][:80] for pair in shown[:3]],
                share=round(100 * values["overlap"]),
                twins=twins,
                count=count,
            )
        )
        for name, keys in (("openings", [opening(found) for found in words]), ("structure", [structure(prose) for prose in proses])):
            values[name], same, common = _repeated(keys)
            parts.append(_part(name, values[name], language, common if name == "openings" else (), same=same, count=count))
        parts += _pooled(words, locale, language, values)
    past_pairs: tuple[Pair, ...] = ()
    if past and count:
        cross = alike([*sets, *(shingles(Prose(text, locale).words) for text in past)], split=count)
        near = [Pair(pair.first, pair.second - count, pair.overlap) for pair in cross.values() if pair.overlap >= TWIN]
        past_pairs = tuple(sorted(near, key=lambda pair: (-pair.overlap, pair.first, pair.second))[:MOST_SHOWN])
        parts.append(
            _part("past", len(near) / count, language, [texts[pair.first][:80] for pair in past_pairs[:3]], same=len(near), count=count, past=len(past))
        )
    weight = sum(WEIGHTS[name] for name in values if name in WEIGHTS)
    value = round(100 * sum(WEIGHTS[name] * share for name, share in values.items() if name in WEIGHTS) / weight, 1) if weight else None
    return Sameness(value, count, tuple(parts), shown, past_pairs)


def _pooled(words: Sequence[Sequence[str]], locale: Locale, language: str, values: dict[str, float]) -> Iterable[Part]:
    """Compression and self-repetition, where there are enough words to take them at the one length."""
    pooled = pool(words)
    if pooled is None:
        why = _WHY["short"].say(language, words=POOL_WORDS)
        return [Part(name=_NAMES[name].say(language), value=None, unit=unit, why=why) for name, unit in (("compression", "times"), ("repetition", "%"))]
    values["repetition"] = repetition(pooled)
    usual, most = COMPRESSION[locale]
    ratio = compression(pooled)
    why = _WHY["compression"].say(language, words=POOL_WORDS, ratio=ratio, usual=usual, most=most)
    return [
        Part(name=_NAMES["compression"].say(language), value=round(ratio, 2), unit="times" if language == "en" else "fois", why=why),
        _part("repetition", values["repetition"], language, (), share=round(100 * values["repetition"]), run=RUN, words=POOL_WORDS),
    ]


def _part(name: str, value: float, language: str, words: Sequence[str], /, **said: object) -> Part:
    return Part(name=_NAMES[name].say(language), value=round(100 * value, 1), unit="%", why=_WHY[name].say(language, **said), words=tuple(words))


class Known:
    """Texts of the past, prepared for asking how much of a new text stands in them."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        """`texts`: the words of each text."""
        self.sets = [shingles(words) for words in texts]
        self._owners: dict[int, list[int]] = defaultdict(list)
        for index, found in enumerate(self.sets):
            for shingle in found:
                self._owners[shingle].append(index)

    def nearest(self, words: Sequence[str]) -> tuple[float, int]:
        """The largest share (0-1) of the word pairs of `words` that stand in one known text, and that text's place; (0, -1) without any.

        A known text that says exactly the same is the text itself and does not count.
        """
        asked = shingles(words)
        counts: Counter[int] = Counter()
        for shingle in asked:
            counts.update(self._owners.get(shingle, ()))
        for index, count in counts.most_common(3):
            if self.sets[index] != asked:
                return count / len(asked), index
        return 0.0, -1
