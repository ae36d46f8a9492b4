"""Sameness at size: what ordinary copy looks like, how twins are found, and how long 100,000 texts take.

    python -m bench.sameness [--data FOLDER] [--texts 100000]

1. Compression and self-repetition of pools of one length from human brand copy, a different text every 40 words: the figures that `sameness.COMPRESSION` holds.
2. Sameness of real ads, of the pages of one brand, and of templated product lines, twenty at a time.
3. Planted twins (one word in ten replaced) among ads: the share found by the index, and the false ones.
4. Time and memory for a batch made of real ads with their words shuffled between them.
"""

from __future__ import annotations

import random
import resource
import time
from collections import defaultdict
from pathlib import Path

import numpy as np

from bench import corpora
from copilot.guardrails.scores import sameness
from copilot.language.prose import Locale, Prose

SEED = 0


def copy(data: Path) -> dict[tuple[Locale, str], list[str]]:
    """(locale, source) -> texts."""
    groups: dict[tuple[Locale, str], list[str]] = defaultdict(list)
    for row in corpora.rows(data, "voice_en"):
        groups["en", row["brand"]].append(row["text"])
    for row in corpora.rows(data, "voice_fr"):
        groups["fr", row["brand"]].append(row["text"])
    for row in corpora.rows(data, "ads"):
        if row["source"] == "fb_ads" and len(row["text"].split()) >= 8:
            groups["en", "ads"].append(row["text"])
    for row in corpora.rows(data, "greenwash"):
        groups["en", "templated lines"].append(row["text"])
    return groups


def pools(groups: dict[tuple[Locale, str], list[str]]) -> None:
    print(f"Pools of {sameness.POOL_WORDS} words: compression and self-repetition, median and 95th percentile")
    for locale in ("en", "fr"):
        draw, ratios, repeats = random.Random(SEED), [], []
        for (spoken, source), texts in sorted(groups.items()):
            if spoken == locale and source != "templated lines":
                words = [Prose(text, spoken).words[:40] for text in texts]
                words = [found for found in words if len(found) >= 10]
                for _ in range(60):
                    pooled = sameness.pool(draw.sample(words, min(40, len(words))))
                    if pooled:
                        ratios.append(sameness.compression(pooled))
                        repeats.append(sameness.repetition(pooled))
        print(
            f"{locale}: compression {np.median(ratios):.2f}  {np.quantile(ratios, 0.95):.2f}    self-repetition {np.median(repeats):.3f}  {np.quantile(repeats, 0.95):.3f}"
        )


def sets(groups: dict[tuple[Locale, str], list[str]]) -> None:
    print("\nSameness of twenty texts of one source, 30 draws: median and 95th percentile")
    for (locale, source), texts in sorted(groups.items()):
        draw = random.Random(SEED)
        values = [sameness.sameness([" ".join(text.split()[:40]) for text in draw.sample(texts, 20)], locale).value or 0.0 for _ in range(30)]
        print(f"{locale} {source:<16} {np.median(values):5.1f} {np.quantile(values, 0.95):5.1f}")


def twins(groups: dict[tuple[Locale, str], list[str]]) -> None:
    draw = random.Random(SEED)
    texts = sorted(set(groups["en", "ads"]))
    base = [Prose(text, "en").words for text in texts]
    vocabulary = sorted({word for words in base for word in words})
    planted = [(index, [draw.choice(vocabulary) if draw.random() < 0.1 else word for word in base[index]]) for index in draw.sample(range(len(base)), 300)]
    found = [sameness.shingles(words) for words in [*base, *(words for _, words in planted)]]
    best = sameness.alike(found)
    exact = [sameness.overlap(found[index], found[len(base) + place]) for place, (index, _) in enumerate(planted)]
    print("\nPlanted twins among real ads, found by the index:")
    for low, high in ((0.4, 0.5), (0.5, 0.6), (0.6, 0.8), (0.8, 1.01)):
        places = [place for place, share in enumerate(exact) if low <= share < high]
        hits = sum(len(base) + place in best and best[len(base) + place].overlap >= exact[place] - 1e-9 for place in places)
        print(f"overlap {low:.1f}-{min(high, 1.0):.1f}: {hits} of {len(places)}")


def size(groups: dict[tuple[Locale, str], list[str]], count: int) -> None:
    draw = random.Random(SEED)
    base = groups["en", "ads"]
    words = [word for text in base for word in text.split()]
    texts = []
    for _ in range(count):
        own = draw.choice(base).split()
        texts.append(" ".join(draw.choice(words) if draw.random() < 0.5 else word for word in own))
    start = time.perf_counter()
    result = sameness.sameness(texts, "en", past=base[:4000])
    spent = time.perf_counter() - start
    print(f"\n{count} texts of {np.mean([len(text.split()) for text in texts]):.0f} words against each other and 4000 past ones: {spent:.1f} s, {count / spent:.0f} a second, "
          f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB, sameness {result.value}")  # fmt: skip


def main() -> None:
    arguments = corpora.parser(__doc__ or "")
    arguments.add_argument("--texts", type=int, default=100_000, help="texts of the batch")
    options = arguments.parse_args()
    groups = copy(options.data)
    pools(groups)
    sets(groups)
    twins(groups)
    size(groups, options.texts)


if __name__ == "__main__":
    main()
