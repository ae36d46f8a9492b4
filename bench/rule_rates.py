"""How often each rule fires on texts that nobody wrote to be flagged, and on machine text.

    python -m bench.rule_rates [--data FOLDER] [--only CODE ...] [--show N] [--write]

Human English: shop strings marked ordinary, product and service pages of nine organisations, Facebook ads, news headlines, reviews, stories.
Human French: pages of seven organisations, pupils' essays. Machine: reviews, news, stories (English), essays (French). No brand and no brief:
rules that need them stay silent. `--show N` prints N hits of each rule on human text, to be read; `--write` stores the figures for the catalogue.
"""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench import corpora
from copilot.guardrails import engine
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rates import STORED
from copilot.guardrails.registry import all_rules
from copilot.guardrails.rule import Rule
from copilot.records import Copy, Locale
from copilot.testing import TODAY

MASK = re.compile(r"\[NAME\]")
"""What stands for the name of an organisation in the pages; a plain name takes its place, since the mask is a fault of its own."""
MOST_TEXTS = 1500
"""Texts taken from one source, drawn with a fixed seed."""


def texts(data: Path) -> Iterator[tuple[str, str, Locale, str]]:
    """(kind, source, locale, text); kind is human or machine."""
    for row in corpora.rows(data, "voice_en"):
        yield "human", "pages_en", "en", MASK.sub("Norvel", row["text"])
    for row in corpora.rows(data, "voice_fr"):
        yield "human", "pages_fr", "fr", MASK.sub("Norvel", row["text"])
    for row in corpora.rows(data, "ads"):
        if row["source"] == "fb_ads":
            yield "human", "ads_en", "en", row["text"]
    for row in corpora.rows(data, "darkpattern"):
        if str(row["label"]) == "0":
            yield "human", "shop_en", "en", row["text"]
    for row in corpora.rows(data, "clickbait"):
        if str(row["label"]) == "0":
            yield "human", "headlines_en", "en", row["text"]
    for row in corpora.rows(data, "ai_human_en"):
        yield row["label"], f"{row['set']}", "en", row["text"]
    for row in corpora.rows(data, "ai_human_fr"):
        yield row["label"], "essays_fr", "fr", row["text"]


def sample(data: Path) -> list[tuple[str, str, Locale, str]]:
    """At most MOST_TEXTS of each kind and source."""
    groups: dict[tuple[str, str], list[tuple[str, str, Locale, str]]] = defaultdict(list)
    for item in texts(data):
        groups[item[0], item[1]].append(item)
    draw = random.Random(0)
    return [item for key in sorted(groups) for item in (draw.sample(groups[key], MOST_TEXTS) if len(groups[key]) > MOST_TEXTS else groups[key])]


def main() -> None:
    arguments = corpora.parser(__doc__ or "")
    arguments.add_argument("--only", nargs="*", default=[], help="codes or families to measure")
    arguments.add_argument("--show", type=int, default=0, help="print this many hits of each rule on human text")
    arguments.add_argument("--write", action="store_true", help=f"store the figures in {STORED.name}; with --only, beside those of the other rules")
    options = arguments.parse_args()
    wanted = [rule for rule in all_rules() if not options.only or rule.code in options.only or rule.family in options.only]
    rules: tuple[Rule, ...] = tuple(replace(rule, status="stable") for rule in wanted)
    grounds: dict[Locale, Grounds] = {"en": Grounds("en", TODAY), "fr": Grounds("fr", TODAY)}
    words: dict[tuple[str, str], int] = defaultdict(int)
    count: dict[tuple[str, str], int] = defaultdict(int)
    hits: dict[tuple[str, str, str], int] = defaultdict(int)
    shares: dict[tuple[str, str, str], int] = defaultdict(int)
    by_source: dict[tuple[str, str], int] = defaultdict(int)
    shown: dict[str, list[str]] = defaultdict(list)
    for kind, source, locale, text in sample(options.data):
        copy = Copy(locale=locale, fields={"text": text})
        cut = engine.cut(copy, None)
        findings = engine.find(cut, rules, grounds[locale], "en")
        words[kind, locale] += len(cut[0].prose.words)
        count[kind, locale] += 1
        for code in {finding.code for finding in findings}:
            shares[code, kind, locale] += 1
            by_source[code, f"{kind}:{source}"] += 1
        for finding in findings:
            hits[finding.code, kind, locale] += 1
            if kind == "human":
                around = text[max(0, finding.start - 40) : finding.end + 30].replace("\n", " ")
                shown[finding.code].append(f"{source}: …{around}… [{finding.text}]")
    stored: dict[str, dict[str, dict[str, float]]] = {}
    print("texts: " + ", ".join(f"{kind} {locale} {count[kind, locale]} ({words[kind, locale]} words)" for kind, locale in sorted(count)))
    print(f"{'rule':<34}" + "".join(f"{kind + ' ' + locale:>22}" for kind, locale in sorted(count)))
    for rule in rules:
        cells = []
        for kind, spoken in sorted(count):
            rate = 1000 * hits[rule.code, kind, spoken] / max(words[kind, spoken], 1)
            share = shares[rule.code, kind, spoken] / count[kind, spoken]
            if spoken in rule.locales:
                stored.setdefault(rule.code, {})[f"{kind} {spoken}"] = {"per_1000_words": round(rate, 3), "share": round(share, 4)}
                cells.append(f"{rate:8.2f}/k {100 * share:8.2f} %")
            else:
                cells.append("-")
        print(f"{rule.code} {rule.name:<27}" + "".join(f"{cell:>22}" for cell in cells))
        draw = random.Random(1)
        for line in draw.sample(shown[rule.code], min(options.show, len(shown[rule.code]))):
            print("      " + line)
    if options.write:
        sizes = {f"{kind} {locale}": {"texts": count[kind, locale], "words": words[kind, locale]} for kind, locale in sorted(count)}
        known = json.loads(STORED.read_text(encoding="utf-8"))["rules"] if options.only and STORED.is_file() else {}
        figures = {"date": date.today().isoformat(), "corpora": sizes, "rules": {**known, **stored}}
        STORED.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"written: {STORED.name}")


if __name__ == "__main__":
    main()
