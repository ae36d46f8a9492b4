"""Fit what the voice dial ships: the background of each language, and the scale on which a likeness is read.

    python -m bench.fit_voice [--data FOLDER] [--cache FOLDER]

Writes `common_<locale>.txt`, `voice_<locale>.npz` and `voice.json` into copilot/guardrails/scores/data. They hold hashed statistics and a vocabulary of common words, no text.
The scale is fitted on brands that the background has not seen: each brand is left out in turn, and with it half of the others, which are its impostors.
"""

from __future__ import annotations

import json
import math
import pickle
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, astuple, dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]  # SciPy ships no types

from bench import corpora
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.scores import voice
from copilot.guardrails.scores.voice import features, scale
from copilot.guardrails.scores.voice.background import FOLDER, LENGTHS, ORDINARY, Background
from copilot.guardrails.scores.voice.features import BINS, VIEWS, Vector
from copilot.guardrails.scores.voice.likeness import likeness
from copilot.guardrails.scores.voice.scale import LONG_WORDS, Scale
from copilot.guardrails.scores.voice.symbols import symbols
from copilot.guides.load import load_brand
from copilot.language.prose import Locale, Prose
from copilot.records import LOCALES
from copilot.testing import TODAY

CUTS = (8, 15, 20, 40, 80, 160, 200)
"""Lengths in words at which texts are judged; 0 stands for the whole text."""
COMMON = 1000
ROOT = Path(__file__).resolve().parents[1]
SAMPLE_BRANDS = ("pataud", "halage", "fettle-and-thole")
FOLDS = 3
DIRECTIONS, KNOWN = 128, 16384
PER_SOURCE = 60
"""Texts of each further source in a background."""
Matrix = Any  # a SciPy sparse matrix
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Text:
    """A text of the data: whose it is, and the document it comes from. `brand` is false for reviews, essays, ads and the like."""

    text: str
    source: str
    document: str
    brand: bool


def first_words(text: str, count: int) -> str:
    """The first `count` words between spaces, line breaks and all; all of it for 0."""
    pieces = text.split(" ")
    return text if not count or len(pieces) <= count else " ".join(pieces[:count])


def texts(data: Path, locale: Locale) -> list[Text]:
    """Brand passages, names masked, and a sample of every other source in this language."""
    found = [Text(row["masked_text"], row["brand"], row["brand"] + "/" + row["doc"], True) for row in corpora.rows(data, f"voice_{locale}")]
    other: dict[str, list[str]] = defaultdict(list)
    for row in corpora.rows(data, f"ai_human_{locale}"):
        other[f"{row['set']}/{'human' if row['label'] == 'human' else row['model']}"].append(row["text"])
    if locale == "en":
        for row in corpora.rows(data, "ads"):
            other["ads/" + row["source"]].append(row["text"])
    for source, held in sorted(other.items()):
        long = [text for text in held if len(text.split()) >= 40]
        if len(long) >= PER_SOURCE:
            found += [Text(first_words(text, 200), source, source, False) for text in random.Random(source).sample(long, PER_SOURCE)]
    return found


def common(rows: Sequence[Text], locale: Locale) -> list[str]:
    """The words whose mean log share of texts over all sources is highest."""
    holding: dict[str, Counter[str]] = defaultdict(Counter)
    count: Counter[str] = Counter()
    for row in rows:
        holding[row.source].update(set(Prose(row.text.replace("[NAME]", " "), locale).words))
        count[row.source] += 1
    words = {word for found in holding.values() for word, times in found.items() if times >= 3 and (len(word) > 1 or word in "aiyà")}
    mean = {word: float(np.mean([np.log((found[word] + 0.5) / (count[source] + 1)) for source, found in holding.items()])) for word in words}
    return sorted(sorted(words, key=lambda word: -mean[word])[:COMMON])


def counts(found: Iterable[str], locale: Locale) -> dict[str, Matrix]:
    """View -> damped counts, texts x BINS."""
    columns: dict[str, tuple[list[Any], list[Any], list[int]]] = {view: ([], [], [0]) for view in VIEWS}
    for text in found:
        for view, held in features.occurrences(symbols(Prose(text, locale))).items():
            bins, times = np.unique(held.bins, return_counts=True)
            values, places, ends = columns[view]
            values.append(1 + np.log(times))
            places.append(bins)
            ends.append(ends[-1] + len(bins))
    return {
        view: sparse.csr_matrix((np.concatenate(values), np.concatenate(places), ends), shape=(len(ends) - 1, BINS), dtype=np.float32)
        for view, (values, places, ends) in columns.items()
    }


@dataclass(frozen=True)
class Corpus:
    """All texts of a language at all lengths, cut once."""

    locale: Locale
    texts: list[Text]
    words: NDArray[np.int64]
    held: dict[int, dict[str, Matrix]]
    """Length (0: whole) -> view -> damped counts."""

    def vectors(self, length: int, rarity: Floats) -> Matrix:
        """Texts x BINS, of length one, as `features.vector` makes them."""
        return weighed(self.held[length], rarity)


def weighed(held: dict[str, Matrix], rarity: Floats) -> Matrix:
    """Damped counts times rarity, each view scaled to its share."""
    total, made = sum(VIEWS.values()), None
    for view, matrix in held.items():
        part = matrix.multiply(rarity[None, :]).tocsr()
        norms = np.sqrt(np.asarray(part.multiply(part).sum(1)).ravel())
        part = sparse.diags(np.sqrt(VIEWS[view] / total) / np.maximum(norms, 1e-9)) @ part
        made = part if made is None else made + part
    return sparse.csr_matrix(made).astype(np.float32)


def corpus(data: Path, locale: Locale, cache: Path | None = None) -> Corpus:
    """The corpus of a language, from `cache` where it was made before."""
    path = cache / f"voice_{locale}.pickle" if cache else None
    if path and path.is_file():
        held_rows, words, held = pickle.loads(path.read_bytes())
        return Corpus(locale, [Text(*row) for row in held_rows], words, held)
    rows = texts(data, locale)
    made = Corpus(
        locale,
        rows,
        np.array([len(row.text.split()) for row in rows]),
        {length: counts((first_words(row.text, length) for row in rows), locale) for length in (0, *CUTS)},
    )
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(([astuple(row) for row in rows], made.words, made.held)))
    return made


def leading(matrix: Matrix, groups: NDArray[np.int64], count: int) -> tuple[Floats, Floats]:
    """Leading directions (BINS x count) of the texts about the mean of their group, and the variance along each.

    Source: N. Halko, P. G. Martinsson, J. A. Tropp, "Finding structure with randomness", 2011, algorithm 4.4.
    """
    size = len(groups)
    members = sparse.csr_matrix((np.ones(size, np.float32), (groups, np.arange(size))), shape=(groups.max() + 1, size))
    members = sparse.diags(1 / np.maximum(np.asarray(members.sum(1)).ravel(), 1)) @ members
    of_group = sparse.csr_matrix((np.ones(size, np.float32), (np.arange(size), groups)))

    def centred(block: Floats) -> Floats:
        return np.asarray(block - of_group @ (members @ block), dtype=np.float32)

    small = np.random.default_rng(0).standard_normal((size, count + 16)).astype(np.float32)
    for _ in range(4):
        small, _ = np.linalg.qr(centred(small))
        basis = np.asarray(matrix.T @ centred(small))
        small = np.asarray(matrix @ basis)
    small, _ = np.linalg.qr(centred(small))
    basis = np.asarray(matrix.T @ centred(small))
    values, turned = np.linalg.eigh(basis.T @ basis)
    values, turned = values[::-1][:count], turned[:, ::-1][:, :count]
    return np.asarray(basis @ turned / np.sqrt(values), np.float32), np.asarray(values / size, np.float32)


def rarity_of(held: dict[str, Matrix]) -> Floats:
    """Smoothed inverse document frequency of every bin."""
    size = next(iter(held.values())).shape[0]
    inside = sum((matrix > 0).astype(np.float32) for matrix in held.values())
    return np.asarray(np.log((size + 1) / (np.minimum(np.asarray(inside.sum(0)).ravel(), size) + 1)) + 1, np.float32)


def background(made: Corpus, chosen: NDArray[np.int64], directions: int = DIRECTIONS, known: int = KNOWN) -> Background:
    """The background of the texts `chosen`. Its means are those of brands, each counting the same; all other sources together count as one brand."""
    rarity = rarity_of({view: matrix[chosen] for view, matrix in made.held[0].items()})
    _, groups = np.unique([made.texts[index].source for index in chosen], return_inverse=True)
    whole = made.vectors(0, rarity)[chosen]
    found, variance = leading(whole, groups, directions)
    kept = np.sort(np.argsort(-((found**2) @ variance))[:known])
    brands = np.array([made.texts[index].brand for index in chosen])
    even = np.where(brands, 1.0, 1 / (len(np.unique(groups[~brands])) or 1)) / np.bincount(groups)[groups]
    even = (even / even.sum()).astype(np.float32)
    means = []
    for length in LENGTHS:
        enough = made.words[chosen] >= length * 0.9
        share = even * enough
        means.append(np.asarray((share / share.sum()) @ made.vectors(length, rarity)[chosen]).ravel())
    means.append(np.asarray(even @ whole).ravel())
    mean = np.array(means, np.float32)
    return Background(rarity, mean[-1], mean[:-1], kept, found[kept], variance / ORDINARY)


def ship(locale: Locale, made: Background, folder: Path = FOLDER) -> Path:
    """Write a background: halves and bytes, no more than a megabyte or two."""
    scale = np.abs(made.directions).max(0) / 127
    path = folder / f"voice_{locale}.npz"
    np.savez_compressed(
        path,
        rarity=np.round((made.rarity - 1) * 20).clip(0, 255).astype(np.uint8),
        mean=made.mean.astype(np.float16),
        means=made.means.astype(np.float16),
        known=made.known.astype(np.uint16),
        directions=np.round(made.directions / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        spread=made.spread.astype(np.float32),
    )
    return path


def turns(made: Corpus) -> Iterator[tuple[str, list[str], NDArray[np.int64]]]:
    """Each brand with three other brands as its impostors, and the texts of all the rest, from which its background is fitted."""
    sources = np.array([row.source for row in made.texts])
    brands = sorted({row.source for row in made.texts if row.brand})
    random.Random(0).shuffle(brands)
    for index, brand in enumerate(brands):
        impostors = [brands[(index + step) % len(brands)] for step in (1, 2, 3)]
        yield brand, impostors, np.flatnonzero(~np.isin(sources, [brand, *impostors]))


def sample(made: Corpus, brand: str, count: int, seed: int) -> tuple[NDArray[np.int64], NDArray[np.int64]] | None:
    """Texts of a brand to learn from and texts to judge, of other documents; None where it has too few."""
    mine = [index for index, row in enumerate(made.texts) if row.source == brand]
    documents = sorted({made.texts[index].document for index in mine})
    turn = random.Random(f"{brand} {seed}")
    turn.shuffle(documents)
    learnt: list[int] = []
    judged: list[int] = []
    for document in documents:
        (learnt if len(learnt) < 0.55 * len(mine) else judged).extend(index for index in mine if made.texts[index].document == document)
    return (np.array(turn.sample(learnt, count)), np.array(judged)) if len(learnt) >= count else None


def rows_of(matrix: Matrix) -> list[Vector]:
    """Each row of a matrix as a vector."""
    return [Vector(matrix.indices[a:b].astype(np.int64), matrix.data[a:b]) for a, b in pairwise(matrix.indptr)]


@dataclass(frozen=True)
class Judged:
    """Likenesses of texts of one brand's turn at one length: `own` says which are its own; `texts` are places in the corpus."""

    locale: Locale
    brand: str
    samples: int
    seed: int
    length: int
    own: NDArray[np.bool_]
    texts: NDArray[np.int64]
    words: NDArray[np.int64]
    likeness: NDArray[np.float64]


def judge(made: Corpus, counts: Sequence[int], seeds: Sequence[int], lengths: Sequence[int] = CUTS) -> Iterator[Judged]:
    """Every brand in turn, on a background that has seen neither it nor its impostors."""
    sources = np.array([row.source for row in made.texts])
    for brand, impostors, seen in turns(made):
        known = background(made, seen)
        whole = made.vectors(0, known.rarity)
        cut = {length: made.vectors(length, known.rarity) for length in lengths}
        others = np.flatnonzero(np.isin(sources, impostors))
        for count in counts:
            for seed in seeds:
                drawn = sample(made, brand, count, seed)
                if drawn is None:
                    continue
                learnt, judged = drawn
                found = likeness(rows_of(whole[learnt]), made.words[learnt].tolist(), known)
                both = np.concatenate([judged, others])
                for length in lengths:
                    chosen = both[made.words[both] >= 0.95 * length]
                    words = np.minimum(made.words[chosen], length)
                    middles = np.interp(np.log(words), np.log(LENGTHS), found.middles)
                    values = (cut[length][chosen] @ found.weights - middles) / found.separation
                    yield Judged(made.locale, brand, count, seed, length, sources[chosen] == brand, chosen, words, values)


def moves(words: NDArray[Any], samples: NDArray[Any] | int) -> NDArray[np.float64]:
    """What base and slope of a scale move with: rows of three."""
    return np.stack(
        [np.ones(len(words)), np.log(words / scale.USUAL_WORDS), np.broadcast_to(np.log(np.asarray(samples) / scale.USUAL_SAMPLES), (len(words),))], 1
    )


def fit_scale(rows: Sequence[Judged]) -> Scale:
    """Logistic regression of own against other, every brand, length and number of samples counting the same, own and other too; then the noise: how far the
    log odds of a cut text lie from those of the same text at 160 words, and those from few samples from those of the most."""
    inputs, wanted, weight = [], [], []
    for row in rows:
        if min(row.own.sum(), (~row.own).sum()) < 5:
            continue
        move = moves(row.words, row.samples)
        inputs.append(np.concatenate([move, move * row.likeness[:, None]], 1))
        wanted.append(row.own)
        weight.append(np.where(row.own, 0.5 / row.own.sum(), 0.5 / (~row.own).sum()))
    x, y, w = np.concatenate(inputs), np.concatenate(wanted), np.concatenate(weight)
    w = w / w.sum() * len(y)
    found = np.zeros(6)
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        step = np.linalg.solve(x.T @ (x * (w * p * (1 - p))[:, None]) + np.eye(6), x.T @ (w * (p - y)) + found)
        found = found - step
        if np.abs(step).max() < 1e-8:
            break
    made = Scale(tuple(found[:3]), tuple(found[3:]), (0.0, 0.0))
    return replace(made, noise=(0.0, fit_noise(rows, made)))


def odds_of(row: Judged, made: Scale) -> NDArray[np.float64]:
    """Log odds of every text of a row."""
    return np.array([made.log_odds(float(value), int(words), row.samples) for value, words in zip(row.likeness, row.words, strict=True)])


def fit_noise(rows: Sequence[Judged], made: Scale) -> float:
    """Variance of the log odds that few samples cost: nine in ten intervals hold the log odds of the same text of 160 words from the most samples of the turn."""
    most: dict[tuple[str, int], int] = {}
    for row in rows:
        most[row.brand, row.seed] = max(row.samples, most.get((row.brand, row.seed), 0))
    truth = {
        (row.brand, row.seed, text): value
        for row in rows
        if row.length == LONG_WORDS and row.samples == most[row.brand, row.seed]
        for text, value in zip(row.texts.tolist(), odds_of(row, made).tolist(), strict=True)
    }
    needed = []
    for row in rows:
        if row.length == LONG_WORDS and row.samples < most[row.brand, row.seed]:
            pairs = zip(row.texts.tolist(), odds_of(row, made).tolist(), strict=True)
            gaps = [abs(value - truth[row.brand, row.seed, text]) for text, value in pairs if (row.brand, row.seed, text) in truth]
            if gaps:
                needed.append((float(np.quantile(gaps, 0.9)) / scale.Z90) ** 2 * row.samples / scale.USUAL_SAMPLES)
    return float(np.median(needed)) if needed else 0.0


def fit_drift(locale: Locale) -> float:
    """Variance of the log odds that a short text costs, by log(160 / words): from the e-mails and pages of the sample brands, each read by a profile that has not
    seen it, whole and cut; their openings are subject lines and titles, which drift more than the passages of the public texts do."""
    inputs, wanted = [], []
    for brand in SAMPLE_BRANDS:
        house = House(load_brand(brand, (ROOT / "brand_guides",)))
        grounds, held = Grounds(locale, TODAY, house), voice.samples(house, locale)
        gaps: dict[int, list[float]] = defaultdict(list)
        for fold in range(FOLDS):
            profile = voice.fit([each for number, each in enumerate(held) if number % FOLDS != fold], locale)
            for each in (each for number, each in enumerate(held) if number % FOLDS == fold and each.channel in ("email", "seo_page")):
                text = "\n".join(each.texts)
                odds = {}
                for length in (8, 20, 40, 80, LONG_WORDS):
                    free, quirks = voice.quirkless(Prose(first_words(text, length), locale), grounds)
                    reading = voice.reading(profile, [free], quirks=quirks)
                    if reading and len(text.split()) >= scale.USUAL_WORDS:
                        odds[length] = reading.log_odds
                for length in odds:
                    if LONG_WORDS in odds and length < LONG_WORDS:
                        gaps[length].append(abs(odds[length] - odds[LONG_WORDS]))
        for length, found in gaps.items():
            inputs.append(math.log(LONG_WORDS / length))
            wanted.append((float(np.quantile(found, 0.9)) / scale.Z90) ** 2)
    x, y = np.array(inputs), np.array(wanted)
    return float(x @ y / (x @ x))


def set_drift() -> None:
    """Put what a short text costs into the scales."""
    path = FOLDER / "voice.json"
    held = json.loads(path.read_text(encoding="utf-8"))
    for locale in LOCALES:
        held["scales"][locale]["noise"][0] = round(fit_drift(locale), 4)
        print(json.dumps({"locale": locale, **held["scales"][locale]}))
    path.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Fit and write everything."""
    parser = corpora.parser("Fit what the voice dial ships.")
    parser.add_argument("--cache", type=Path, help="folder for vectors, to fit again faster")
    parser.add_argument("--drift", action="store_true", help="fit again only what a short text costs")
    options = parser.parse_args()
    if options.drift:
        set_drift()
        return
    for locale in LOCALES:
        rows = texts(options.data, locale)
        (FOLDER / f"common_{locale}.txt").write_text("\n".join(common(rows, locale)) + "\n", encoding="utf-8")
    scales: dict[str, dict[str, list[float]]] = {}
    for locale in LOCALES:
        made = corpus(options.data, locale, options.cache)
        path = ship(locale, background(made, np.arange(len(made.texts))))
        found = fit_scale(list(judge(made, (5, 10, 30, 80), (0, 1))))
        scales[locale] = {name: [round(value, 4) for value in values] for name, values in asdict(found).items()}
        print(
            json.dumps(
                {
                    "wrote": path.name,
                    "bytes": path.stat().st_size,
                    "texts": len(made.texts),
                    "sources": len({row.source for row in made.texts}),
                    **scales[locale],
                }
            )
        )
    (FOLDER / "voice.json").write_text(json.dumps({"scales": scales}, indent=1) + "\n", encoding="utf-8")
    set_drift()


if __name__ == "__main__":
    main()
