"""Does the authenticity dial hold on sources and brands it has not seen?

    python -m bench.authenticity [--data FOLDER] [--cache FILE] [--texts FILE.jsonl] [--in-sample]

Every source of machine text is left out in turn (its people too), and every human brand in turn; all that is fitted - rates of stock wordings, what is ordinary, the
weights, the scale - is fitted without it, then it is judged. Printed: ROC AUC of machine against human text of the source left out, the share of its machine text (recall) and
of its human text under 40, the share of each brand left out under 40, all by length and language, with 95 % intervals; how often the 90 % interval from a piece covers the
dial of the same text at 160 words; and the time that one dial takes.
`--texts` judges other texts with what ships: rows {"locale", "source", "kind": "human" | "machine", "text"}, at their own length and at about 15, 40, 80, 160 words.
"""

from __future__ import annotations

import json
import math
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import corpora, fit_authenticity
from bench.fit_authenticity import EDGE, LENGTHS, Row
from copilot.guardrails import engine
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.registry import all_rules
from copilot.guardrails.rule import FieldText
from copilot.guardrails.scores import authenticity
from copilot.guardrails.scores.authenticity.fitted import Fitted, shipped
from copilot.language.prose import Locale, Prose
from copilot.records import find_locale
from copilot.testing import TODAY

Array = NDArray[np.float64]
LEAST = 20
"""Texts under which a cell is left empty."""
SPEED_TEXT = (
    "Last month we borrowed a set of scales and weighed 40 jackets, because a man in the shop had said the jacket was heavy and we had told him that it was not. They came out at "
    "1.9 kg apiece. So for the record, it is heavy. He has had a postcard. In today's fast-paced world, our seamless range elevates every occasion, ensuring comfort and style. "
)


def auc(above: Array, below: Array) -> tuple[float, float]:
    """ROC AUC that `above` scores higher than `below`, ties half, and half its 95 % interval (J. A. Hanley and B. J. McNeil, 1982)."""
    both = np.concatenate([above, below])
    _, inverse, counts = np.unique(both, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    m, n = len(above), len(below)
    area = float((ranks[:m].sum() - m * (m + 1) / 2) / (m * n))
    one, two = area / (2 - area), 2 * area * area / (1 + area)
    return area, 1.96 * math.sqrt(max(0.0, (area * (1 - area) + (m - 1) * (one - area**2) + (n - 1) * (two - area**2)) / (m * n)))


def share(values: Sequence[bool] | NDArray[np.bool_]) -> str:
    """A share in per cent with its 95 % interval (E. B. Wilson, 1927)."""
    n, hits = len(values), int(np.sum(values))
    rate, z = hits / n, 1.96
    middle = (rate + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return f"{100 * rate:5.1f} ({100 * max(0.0, middle - half):.0f}-{100 * min(1.0, middle + half):.0f})"


def dials(rows: Sequence[Row], scores: Array, known: Fitted) -> Array:
    """The dial of every row."""
    return np.array([known.scales[row.locale].dial(float(score)) for row, score in zip(rows, scores, strict=True)])


def left_out(rows: Sequence[Row], keep: Callable[[Row], bool]) -> tuple[Fitted, Array]:
    """What is fitted on the rows that `keep` allows, and the dial of every row."""
    known, scores = fit_authenticity.fit(rows, keep)
    return known, dials(rows, scores, known)


def pick(rows: Sequence[Row], values: Array, locale: str, kind: str, source: str, length: int, model: str = "") -> Array:
    """The values of some rows."""
    return np.array(
        [
            v
            for row, v in zip(rows, values, strict=True)
            if (row.locale, row.kind, row.source, row.length) == (locale, kind, source, length) and (not model or row.model == model)
        ]
    )


def sources(rows: Sequence[Row], in_sample: bool) -> None:
    print(f"\nMachine against human, the source left out whole: AUC, machine under {EDGE:.0f} (recall), people of the same source under {EDGE:.0f}, in %")
    for locale, source in sorted({(row.locale, row.source) for row in rows if row.kind == "machine"}):
        _, values = left_out(rows, lambda row, source=source: in_sample or row.source != source or row.kind == "brand")  # type: ignore[misc]  # mypy cannot type the default
        for length in LENGTHS:
            machine, human = (pick(rows, values, locale, kind, source, length) for kind in ("machine", "human"))
            if min(len(machine), len(human)) >= LEAST:
                area, half = auc(-machine, -human)
                models = sorted({row.model for row in rows if row.source == source and row.kind == "machine"})
                each = (
                    "  ".join(f"{model} {100 * np.mean(pick(rows, values, locale, 'machine', source, length, model) < EDGE):.0f}" for model in models)
                    if length == 80
                    else ""
                )
                print(
                    f"{locale} {source:<16}{length:4d} words  AUC {area:.3f} +-{half:.3f}   recall {share(machine < EDGE):>15}   people {share(human < EDGE):>15}   {each}"
                )


def brands(rows: Sequence[Row], in_sample: bool) -> None:
    print(f"\nHuman brands, each left out whole: share under {EDGE:.0f}, in % (and the median dial)")
    totals: dict[tuple[str, int], list[float]] = defaultdict(list)
    for locale, source in sorted({(row.locale, row.source) for row in rows if row.kind == "brand"}):
        known, values = left_out(rows, lambda row, source=source: in_sample or row.source != source or row.kind != "brand")  # type: ignore[misc]  # mypy cannot type the default
        del known
        cells = []
        for length in LENGTHS:
            own = pick(rows, values, locale, "brand", source, length)
            if len(own) >= LEAST:
                totals[locale, length].append(float(np.mean(own < EDGE)))
                cells.append(f"{length}: {share(own < EDGE)} [{np.median(own):.0f}]")
        print(f"{locale} {source:<16}" + "   ".join(cells))
    for locale in ("en", "fr"):
        print(
            f"{locale} mean (worst)    "
            + "   ".join(f"{length}: {100 * np.mean(found):.1f} ({100 * max(found):.1f})" for length in LENGTHS if (found := totals[locale, length]))
        )


def coverage(rows: Sequence[Row]) -> None:
    """How often the interval of a piece holds the dial of its text at 160 words, every source left out in turn."""
    hits: dict[tuple[str, int], list[bool]] = defaultdict(list)
    for source in sorted({row.source for row in rows if row.kind == "machine"}):
        known, scores = fit_authenticity.fit(rows, lambda row, source=source: row.source != source or row.kind == "brand")  # type: ignore[misc]  # mypy cannot type the default
        own = fit_authenticity.livelier(known)
        pending: list[tuple[Row, float]] = []
        for row, score in zip(rows, scores, strict=True):
            if row.source != source or row.kind == "brand":
                continue
            if row.length == LENGTHS[0]:
                pending = []
            pending.append((row, float(score)))
            if row.length == 160:
                for piece, value in pending[:-1]:
                    scale = known.scales[row.locale]
                    up, down = scale._replace(lively=own).noise(piece.found.words, value)
                    hits[piece.kind, piece.length].append(-authenticity.Z90 * down <= float(score) - value <= authenticity.Z90 * up)
    print("\nThe 90 % interval of a piece holds the score of its text at 160 words, in % (source left out)")
    for (kind, length), found in sorted(hits.items()):
        print(f"{kind:<8}{length:4d} words {share(found)}")


def other_texts(path: Path) -> None:
    rules = all_rules()
    groups: dict[tuple[str, str, str, int], list[float]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        locale: Locale = find_locale(row["locale"])
        for length in (0, *LENGTHS):
            text = fit_authenticity.cut(row["text"], locale, length) if length else row["text"]
            if text:
                grounds, fields = Grounds(locale, TODAY), [FieldText("text", Prose(text, locale), None)]
                dial = authenticity.score(fields, engine.find(fields, rules, grounds, "en"), grounds, "en")
                if dial.value is not None:
                    groups[locale, row.get("source", ""), row.get("kind", ""), length].append(dial.value)
    for (spoken, source, kind, length), values in sorted(groups.items()):
        name = f"{length} words" if length else "whole"
        print(
            f"{spoken} {source:<20}{kind:<9}{name:<10} n {len(values):5d}  median {np.median(values):5.1f}   under {EDGE:.0f}: {share(np.array(values) < EDGE)} %"
        )


def speed() -> None:
    text = " ".join((SPEED_TEXT * 3).split()[:160])
    grounds, fields = Grounds("en", TODAY), [FieldText("text", Prose(text, "en"), None)]
    findings = engine.find(fields, all_rules(), grounds, "en")
    authenticity.score(fields, findings, grounds, "en")
    times = []
    for _ in range(500):
        start = time.perf_counter()
        authenticity.score(fields, findings, grounds, "en")
        times.append(time.perf_counter() - start)
    print(f"\none dial of a 160-word text, already cut and with its findings: median {1000 * float(np.median(times)):.2f} ms")


def main() -> None:
    arguments = corpora.parser(__doc__ or "")
    arguments.add_argument("--cache", type=Path, default=None, help="file that keeps the evidence between runs")
    arguments.add_argument("--texts", type=Path, default=None, help="judge these texts with what ships, and nothing else")
    arguments.add_argument("--in-sample", action="store_true", help="leave nothing out, to see how much leaving out costs")
    options = arguments.parse_args()
    if options.texts:
        other_texts(options.texts)
        return
    rows = fit_authenticity.read(options.data, options.cache)
    print(f"{len(rows)} pieces; what ships: {len(shipped().rates['en'])} English and {len(shipped().rates['fr'])} French wordings")
    sources(rows, options.in_sample)
    brands(rows, options.in_sample)
    coverage(rows)
    speed()


if __name__ == "__main__":
    main()
