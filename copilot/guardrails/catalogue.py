"""The catalogue of rules as a page of Markdown: what each does, why, an example, the way out, its source and its measured rates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copilot.guardrails.rates import Rate, Rates
from copilot.guardrails.rule import FAMILIES, Example, Rule

MOST_SHOWN = 180
"""Characters of an example that are shown."""


def markdown(rules: Iterable[Rule], rates: Rates) -> str:
    """The page: one chapter a family, one section a rule."""
    by_family: dict[str, list[Rule]] = {}
    for rule in rules:
        by_family.setdefault(rule.family, []).append(rule)
    count = sum(map(len, by_family.values()))
    lines = [
        "# The rules",
        "",
        f"{count} rules in {len(by_family)} families. Made by `centaur rules --markdown`; do not edit.",
        "",
        "A *blocking* finding must be fixed or overruled with a reason, a *scoring* one moves a dial, *advice* moves nothing. A rule in *preview* only advises.",
        "A brand sets any rule off, to another level, or (where it has one) to another threshold, in `voice.yaml`, with its reason.",
        "",
        *_corpora(rates),
        "",
        "| Family | | Rules |",
        "|---|---|---|",
    ]
    lines += [f"| [{family}](#{family.lower()}-{_anchor(FAMILIES[family].en)}) | {FAMILIES[family].en} | {len(own)} |" for family, own in by_family.items()]
    for family, own in by_family.items():
        lines += ["", f"## {family} {FAMILIES[family].en}"]
        for rule in own:
            lines += ["", *_section(rule, rates.rules.get(rule.code, ()))]
    return "\n".join(lines) + "\n"


def _corpora(rates: Rates) -> Iterator[str]:
    yield f"Rates were measured on {rates.date} with `bench/rule_rates.py`, without a brand and a brief (rules that need them stay silent), on:"
    yield ""
    for (kind, locale), (texts, words) in sorted(rates.corpora.items()):
        yield f"- {kind} {locale}: {texts:,} texts, {words:,} words"
    yield ""
    yield "The human texts are ordinary pages, ads, shop strings, headlines, reviews, stories and essays that nobody wrote to be flagged; some of them do have"
    yield "the fault. A limit of a channel is not measured where the corpora name no channel."


def _section(rule: Rule, rates: tuple[Rate, ...]) -> Iterator[str]:
    where = ", ".join((*rule.jurisdictions, *rule.channels))
    yield f"### {rule.code} {rule.name}"
    yield ""
    yield f"**{rule.title.en}** · *{rule.title.fr}* · {rule.level}, {rule.status}, {' and '.join(rule.locales)}" + (f" · only {where}" if where else "")
    if rule.threshold is not None:
        yield ""
        yield f"Threshold: {rule.threshold:g}; a brand may set another in `voice.yaml`."
    yield ""
    yield rule.what
    yield ""
    yield f"Why: {rule.why.en} *{rule.why.fr}*"
    yield ""
    for example in rule.examples:
        yield f"- {'✗' if example.bad else '✓'} {example.locale}: {_shown(example)}"
    yield ""
    if rates:
        yield (
            "Rates: "
            + "; ".join(f"{rate.kind} {rate.locale} {100 * rate.share:.2f} % of texts, {rate.per_1000_words:.2f} a 1,000 words" for rate in rates)
            + "."
        )
        yield ""
    if rule.rate:
        yield f"Why it may fire that often: {rule.rate}"
        yield ""
    yield f"Source: {rule.source} Last reviewed {rule.last_reviewed}."


def _shown(example: Example) -> str:
    text = " ".join(example.text.split()).replace("`", "'")
    cut = text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN].rsplit(" ", 1)[0] + " …"
    return f"`{cut}`" + (f" ({example.place})" if example.place else "")


def _anchor(title: str) -> str:
    return title.replace(" ", "-")
