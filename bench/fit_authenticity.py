"""Fits what the authenticity dial knows: rates of stock wordings, how ordinary human brand copy stands on each signal, the weight of each signal, and the scale.

    python -m bench.fit_authenticity [--data FOLDER] [--cache FILE] [--write]

Human brand copy (pages of nine English and seven French organisations, Facebook ads) says what is ordinary; machine and human texts of one and the same kind
(English reviews, news, stories, hotel reviews; French essays) say which signals tell smooth prose from lively prose. Nothing is stored from which a text could be
read back: rates of our own listed wordings, a mean, a pool and a spread for each signal, thirteen weights, two points of the scale and three numbers of the interval, the last
from the sample brands' own copy.
`bench.authenticity` uses the same functions to fit without the source or brand that it judges on.
"""

from __future__ import annotations

import json
import math
import pickle
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench import corpora
from bench.fit_voice import ROOT, SAMPLE_BRANDS, first_words
from copilot.guardrails import engine
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.registry import all_rules
from copilot.guardrails.rule import FieldText, Rule
from copilot.guardrails.scores import authenticity
from copilot.guardrails.scores.authenticity import evidence, signals, wording
from copilot.guardrails.scores.authenticity.fitted import START, STORED, Fitted, Scale
from copilot.guardrails.scores.authenticity.signals import SIGNALS, Norm
from copilot.guides.load import load_brand
from copilot.language.prose import Locale, Prose
from copilot.testing import TODAY

LENGTHS = (8, 15, 40, 80, 160)
MOST_TEXTS = 700
"""Texts taken from one kind and source, drawn with a fixed seed."""
SEED = 0
PRIOR: dict[Locale, float] = {"en": 1.0, "fr": 2.0}
"""Occurrences per 100,000 words that a wording is credited with on the human side before counting; more where the machine set is of one kind only."""
RATIO = {"word": 2.0, "phrase": 4.0, "rule": 4.0}
"""How much oftener than people models say a wording of which nothing is known yet."""
MOST_RATIO = 33.0
EQUAL, RIDGE = 0.35, 0.02
"""Weights are drawn towards this common value, so strongly: a signal that the machine sets cannot judge keeps a voice."""
LEAST = {"figures": 0.15, "names": 0.1, "things": 0.15, "deeds": 0.15, "vague": 0.1, "abstract": 0.1}
"""Smallest weight of the signals that the dial is there for, whether or not the machine sets can judge them: stories and reviews are full of things."""
ALERT = 0.02
"""Share of human brand copy that is to lie under 40 on the brands fitted on; less than the promised tenth, since a new brand differs."""
MIDDLE, EDGE = 70.0, 40.0

Array = NDArray[np.float64]
_RESIDUE = re.compile(
    r"language model|polished (?:version|sentence)|here is a|here's a|human style|error,? please|i'm not able|prompt|as an ai|sure[,!]|certainly[,!]",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=[a-zà-ÿ][a-zà-ÿ)\"][.!?])(?=[A-ZÀ-Ý][a-zà-ÿ ])")


@dataclass(frozen=True, slots=True)
class Row:
    """One cut text as evidence. kind: human, machine or brand; length: the length aimed at, in words."""

    locale: Locale
    kind: str
    source: str
    model: str
    length: int
    found: evidence.Evidence
    wordings: tuple[wording.Wording, ...]


def texts(data: Path) -> Iterable[tuple[Locale, str, str, str, str]]:
    """(locale, kind, source, model, text). Chat residue at the head of machine texts and glued sentences are mended: both would give the answer away."""
    for row in corpora.rows(data, "ai_human_en"):
        yield "en", row["label"], row["set"].removeprefix("detectrl_"), row["model"], mend(row["text"], row["label"])
    for row in corpora.rows(data, "ai_human_fr"):
        yield "fr", row["label"], row["set"], row["model"], mend(row["text"], row["label"])
    for row in corpora.rows(data, "voice_en"):
        yield "en", "brand", row["brand"], "", row["text"]
    for row in corpora.rows(data, "voice_fr"):
        yield "fr", "brand", row["brand"], "", row["text"]
    for row in corpora.rows(data, "ads"):
        if row["source"] == "fb_ads":
            yield "en", "brand", "ads", "", row["text"]


def mend(text: str, kind: str) -> str:
    """`text` with glued sentences parted and, for a machine, the chat residue of its first lines and its bold marks taken off."""
    text = _GLUED.sub(" ", text)
    if kind != "machine":
        return text
    pieces = re.split(r"(?<=[.!?:])\s+|\n+", text)
    return " ".join(piece for index, piece in enumerate(pieces) if index > 2 or not _RESIDUE.search(piece)).replace("**", "")


def cut(text: str, locale: Locale, length: int) -> str | None:
    """The first piece of about `length` words, at the end of a sentence where one lies near; None where the text is shorter."""
    prose = Prose(text, locale)
    spans = prose.word_spans
    if len(spans) < 0.75 * length:
        return None
    if len(spans) <= 1.25 * length:
        return prose.text
    ends = [end for _, end in prose.sentences]
    count = {end: sum(1 for _, stop in spans if stop <= end) for end in ends if end < spans[min(len(spans) - 1, 2 * length)][1]}
    best = min(count, key=lambda end: abs(count[end] - length), default=0)
    return prose.text[: best if best and abs(count[best] - length) <= 0.35 * length else spans[length - 1][1]]


def style_rules() -> tuple[Rule, ...]:
    """The rules of authenticity, all switched on."""
    return tuple(replace(rule, status="stable") for rule in all_rules() if rule.code in wording.LOCAL_RULES)


def measure(text: str, locale: Locale, rules: tuple[Rule, ...]) -> tuple[evidence.Evidence, tuple[wording.Wording, ...]]:
    """Evidence and wordings of one text, without brand or brief."""
    grounds = Grounds(locale, TODAY)
    fields = [FieldText("text", Prose(text, locale), None)]
    found = evidence.gather(fields, grounds)
    wordings = tuple(wording.locate(found, ["text"], engine.find(fields, rules, grounds, "en"), grounds))
    found.free.clear()
    return found, wordings


def read(data: Path, cache: Path | None = None, most: int = MOST_TEXTS) -> list[Row]:
    """Every text at every length it has. With `cache` the rows are kept there for the next run."""
    if cache and cache.is_file():
        return [Row(*values) for values in pickle.loads(cache.read_bytes())]
    groups: dict[tuple[str, str, str], list[tuple[Locale, str, str, str, str]]] = defaultdict(list)
    for item in texts(data):
        groups[item[0], item[1], item[2]].append(item)
    draw, rules, rows = random.Random(SEED), style_rules(), []
    for key in sorted(groups):
        chosen = draw.sample(groups[key], most) if len(groups[key]) > most and key[2] != "ads" else groups[key]
        for locale, kind, source, model, text in chosen:
            for length in LENGTHS:
                piece = cut(text, locale, length)
                if piece is not None:
                    rows.append(Row(locale, kind, source, model, length, *measure(piece, locale, rules)))
    if cache:
        cache.write_bytes(pickle.dumps([tuple(getattr(row, name) for name in Row.__slots__) for row in rows]))
    return rows


def rates(rows: Sequence[Row], locale: Locale) -> dict[str, tuple[float, float]]:
    """Entry -> (machine rate, human rate) per 100,000 words, the priors in.

    Rates are means over sources, so that no source decides; the human side is the larger of human texts and brand copy, the
    latter one standard deviation over its mean, since a word that one brand says often may be the word of the next.
    """
    words: Counter[tuple[str, str]] = Counter()
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row.locale == locale and (row.length == 160 or (row.kind == "brand" and row.length == (15 if row.source == "ads" else 80))):
            words[row.kind, row.source] += row.found.words
            counts[row.kind, row.source].update(found.entry for found in row.wordings)

    def mean(kind: str, entry: str, up: float = 0.0) -> float:
        each = [1e5 * counts[key][entry] / words[key] for key in words if key[0] == kind]
        return float(np.mean(each) + up * np.std(each)) if each else 0.0

    known = wording.entries(locale)
    table = {}
    for entry in [*known, *sorted(wording.LOCAL_RULES)]:
        human = max(mean("human", entry), mean("brand", entry, 1.0)) + PRIOR[locale]
        machine = mean("machine", entry) + PRIOR[locale] * RATIO["rule" if entry not in known else "phrase" if known[entry] else "word"]
        table[entry] = min(machine, MOST_RATIO * human), human
    return table


def stock_of(row: Row, table: dict[str, tuple[float, float]]) -> float:
    """Sum of the weights of a row's stock wordings, nats."""
    return sum(found.weight for found in wording.weigh(row.wordings, table))


def norms(rows: Sequence[Row], locale: Locale, stock: dict[int, float]) -> dict[str, Norm]:
    """Where ordinary brand copy stands, each brand counting the same; `stock` maps id(row) to its stock."""
    brands: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.locale == locale and row.kind == "brand" and row.length in (40, 80):
            brands[row.source].append(row)
    wide = [row for row in rows if row.locale == locale and row.length == 80]
    table = {}
    for index, signal in enumerate(SIGNALS):

        def of(row: Row, name: str = signal.name) -> tuple[float, float]:
            return signals.amounts(row.found, stock[id(row)])[name]

        pairs = {brand: [pair for pair in map(of, own) if pair[1]] for brand, own in brands.items()}
        pairs = {brand: own for brand, own in pairs.items() if len(own) >= 10}
        if signal.name == "flat":
            mean = float(np.mean([np.mean([amount for amount, _ in own]) for own in pairs.values()]))
            values = np.array([amount for amount, size in map(of, wide) if size])
            between = max(1e-3, float(np.var(values)) * 0.5)
            pool = float(np.clip(np.mean([size for _, size in map(of, wide) if size]) * (np.var(values) - between) / between, 3, 12))
        else:
            mean = float(np.mean([sum(amount for amount, _ in own) / sum(size for _, size in own) for own in pairs.values()]))
            every = [pair for pair in map(of, wide) if pair[1]]
            each = np.array([amount / size for amount, size in every])
            total = float(np.sum([amount for amount, _ in every]) / np.sum([size for _, size in every]))
            jump = float(np.mean([stock[id(row)] for row in wide if stock[id(row)]])) if index == 0 else 1.0
            noise = jump * total / float(np.mean([size for _, size in every]))
            between = max(float(np.var(each)) - noise, 0.1 * noise)
            pool = float(np.clip(jump * total / between, 3 if signal.name == "openings" else 20, 20 if signal.name == "openings" else 120))
        raw = [signals.standing(signal.name, *of(row), Norm(mean, pool, 1.0)) for row in wide]
        table[signal.name] = Norm(mean, pool, float(np.std(raw)) or 1.0)
    return table


def design(
    rows: Sequence[Row], tables: dict[Locale, dict[str, tuple[float, float]]], fit_on: Callable[[Row], bool]
) -> tuple[Array, dict[Locale, dict[str, Norm]]]:
    """Signals of every row (rows x 13), on norms taken from the rows that `fit_on` allows."""
    stock = {id(row): stock_of(row, tables[row.locale]) for row in rows}
    allowed = [row for row in rows if fit_on(row)]
    table = {locale: norms(allowed, locale, stock) for locale in tables}
    return np.array([signals.vector(signals.amounts(row.found, stock[id(row)]), table[row.locale]) for row in rows]), table


def balance(rows: Sequence[Row]) -> Array:
    """A weight for each row: every machine source counts the same; against it stand the people of that source and, as much, brand copy of the language, every brand alike."""
    size: Counter[tuple[Any, ...]] = Counter()
    for row in rows:
        size[row.locale, row.kind, row.source, row.length] += 1
    sources = {locale: sorted({row.source for row in rows if row.locale == locale and row.kind == "machine"}) for locale in ("en", "fr")}
    brands = {locale: len({row.source for row in rows if row.locale == locale and row.kind == "brand"}) for locale in ("en", "fr")}
    result = np.zeros(len(rows))
    for index, row in enumerate(rows):
        one = 1.0 / size[row.locale, row.kind, row.source, row.length]
        if row.kind == "machine":
            result[index] = one
        elif row.kind == "human":
            result[index] = 0.5 * one if row.source in sources[row.locale] else 0.0
        else:
            result[index] = 0.5 * len(sources[row.locale]) * one / brands[row.locale]
    return np.asarray(result / result.sum())


def weigh_signals(matrix: Array, machine: Array, balance_: Array, steps: int = 400) -> Array:
    """Weights of the signals, none negative: logistic regression by accelerated projected gradient, drawn towards EQUAL. The offset is fitted and thrown away."""
    width = matrix.shape[1]
    point = np.full(width + 1, EQUAL)
    point[-1] = 0.0
    ahead, last = point.copy(), point.copy()
    full = np.hstack([matrix, np.ones((len(matrix), 1))])
    least = np.array([LEAST.get(signal.name, 0.0) for signal in SIGNALS])
    rate = 1.0 / (0.25 * float(np.linalg.eigvalsh((full * balance_[:, None]).T @ full)[-1]) + RIDGE)
    for step in range(1, steps + 1):
        chance = 1.0 / (1.0 + np.exp(-(full @ ahead)))
        slope = full.T @ (balance_ * (chance - machine))
        slope[:-1] += RIDGE * (ahead[:-1] - EQUAL)
        last, point = point, ahead - rate * slope
        point[:-1] = np.maximum(point[:-1], least)
        ahead = point + (step - 1) / (step + 2) * (point - last)
    return np.asarray(point[:-1])


def even_quantile(scores: dict[str, Array], share: float) -> float:
    """The quantile of scores when each brand counts the same."""
    grid = np.linspace(0.0025, 0.9975, 200)
    return float(np.quantile(np.concatenate([np.quantile(own, grid) for own in scores.values()]), share))


def scale_of(rows: Sequence[Row], scores: Array, locale: Locale, alert: float = ALERT) -> tuple[float, float]:
    """(z of the middle, z of the edge) of human brand copy of about 80 words; ads as they are."""
    own: dict[str, list[float]] = defaultdict(list)
    for row, score in zip(rows, scores, strict=True):
        if row.locale == locale and row.kind == "brand" and row.length == 80:
            own[row.source].append(float(score))
    arrays = {brand: np.array(found) for brand, found in own.items() if len(found) >= 20}
    return even_quantile(arrays, 0.5), even_quantile(arrays, 1 - alert)


def noise_of(rows: Sequence[Row], scores: Array) -> tuple[float, float]:
    """(up, down) of the interval: towards smoother and towards livelier, how far the score of a piece lies from that of the same text at 160 words, as up / sqrt(words + START).

    Each is the standard deviation that leaves 5 % outside on its side when people, machines and brands count the same. The two differ, since a short text is pooled with ordinary copy.
    """
    gaps: dict[int, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    # Rows of one text follow each other, the shortest first.
    pending: list[tuple[int, float]] = []
    for row, score in zip(rows, scores, strict=True):
        if row.length == LENGTHS[0]:
            pending = []
        pending.append((row.length, float(score)))
        if row.length == 160:
            for length, value in pending[:-1]:
                gaps[length][row.kind].append(float(score) - value)
    ups, downs = [], []
    for length, kinds in gaps.items():
        arrays = {kind: np.array(found) for kind, found in kinds.items()}
        ups.append(max(0.0, even_quantile(arrays, 0.95)) / 1.645 * math.sqrt(length + START))
        downs.append(max(0.0, -even_quantile(arrays, 0.05)) / 1.645 * math.sqrt(length + START))
    return float(np.mean(ups)), float(np.mean(downs))


def fit(rows: Sequence[Row], fit_on: Callable[[Row], bool] = lambda row: True, alert: float = ALERT) -> tuple[Fitted, Array]:
    """All that the dial knows, from the rows that `fit_on` allows, and the score z of every row."""
    allowed = [row for row in rows if fit_on(row)]
    locales: tuple[Locale, ...] = ("en", "fr")
    tables = {locale: rates(allowed, locale) for locale in locales}
    matrix, table = design(rows, tables, fit_on)
    keep = np.array([fit_on(row) for row in rows])
    machine = np.array([float(row.kind == "machine") for row in allowed])
    weights = weigh_signals(matrix[keep], machine, balance(allowed))
    scores = (matrix @ weights) * np.array([signals.damping(row.found.words) for row in rows])
    inside = scores[keep]
    noise = noise_of(allowed, inside)
    scales = {}
    for locale in locales:
        middle, edge = scale_of(allowed, inside, locale, alert)
        scales[locale] = Scale(middle, edge, *noise, lively=noise[1])
    return Fitted(tables, table, {signal.name: float(weight) for signal, weight in zip(SIGNALS, weights, strict=True)}, scales), scores


def livelier(fitted: Fitted) -> float:
    """`lively` as the e-mails and pages of the sample brands ask for it: their own copy is livelier than ordinary copy, and its first words cannot show it yet.

    It leaves 5 % of their cuts outside, mean over the lengths, brands and languages counting the same.
    """
    gaps: dict[int, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for brand in SAMPLE_BRANDS:
        house = House(load_brand(brand, (ROOT / "brand_guides",)))
        for campaign in house.guide.campaigns:
            text = "\n".join(campaign.fields.values())
            if campaign.channel not in ("email", "seo_page") or len(text.split()) < LENGTHS[-1] / 2:
                continue
            grounds = Grounds(campaign.locale, TODAY, house)
            scores = {length: _score(first_words(text, length), grounds, fitted) for length in LENGTHS}
            for length in LENGTHS[:-1]:
                gaps[length][f"{brand} {campaign.locale}"].append(scores[LENGTHS[-1]] - scores[length])
    downs = [-even_quantile({name: np.array(held) for name, held in found.items()}, 0.05) / 1.645 * math.sqrt(length + START) for length, found in gaps.items()]
    return float(np.mean(downs))


def _score(text: str, grounds: Grounds, fitted: Fitted) -> float:
    return authenticity.read([FieldText("text", Prose(text, grounds.locale), None)], (), grounds, using=fitted).score


def main() -> None:
    arguments = corpora.parser(__doc__ or "")
    arguments.add_argument("--cache", type=Path, default=None, help="file that keeps the evidence between runs")
    arguments.add_argument("--write", action="store_true", help=f"store what was fitted in {STORED.name}")
    options = arguments.parse_args()
    rows = read(options.data, options.cache)
    fitted, _ = fit(rows)
    lively = livelier(fitted)
    fitted = replace(fitted, scales={locale: scale._replace(lively=lively) for locale, scale in fitted.scales.items()})
    print(f"{len(rows)} pieces")
    for name, weight in fitted.weights.items():
        print(
            f"{name:<10} weight {weight:.3f}   "
            + "   ".join(f"{locale} mean {fitted.norms[locale][name].mean:.4f} pool {fitted.norms[locale][name].pool:.0f}" for locale in ("en", "fr"))
        )
    for locale, scale in fitted.scales.items():
        print(locale, scale)
    if options.write:
        STORED.write_text(json.dumps(fitted.as_json(), indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
        print(f"written: {STORED.name}")


if __name__ == "__main__":
    main()
