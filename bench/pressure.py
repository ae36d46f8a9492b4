"""How many dark patterns the rules of family PRS find on real shop strings, and how many ordinary strings they flag.

    python -m bench.pressure [--data FOLDER] [--misses N]

Strings of Mathur et al. 2019 and of yamanalab/ec-darkpattern, English, each counted once. There is no French set: French is measured on false alarms only, by
`bench.rule_rates`. A string counts as found when any rule of the family (PRS) speaks. Visual patterns, and strings that are dark only by their place
on the page, cannot be seen in words.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from bench import corpora
from copilot.guardrails import engine
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.registry import all_rules
from copilot.records import Copy
from copilot.testing import TODAY


def main() -> None:
    arguments = corpora.parser(__doc__ or "")
    arguments.add_argument("--misses", type=int, default=0, help="print this many strings of each kind that no rule found")
    options = arguments.parse_args()
    rules = tuple(replace(rule, status="stable") for rule in all_rules() if rule.family == "PRS")
    grounds = Grounds("en", TODAY)
    seen: set[str] = set()
    found: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    missed: dict[str, list[str]] = defaultdict(list)
    by_rule: dict[str, int] = defaultdict(int)
    for row in corpora.rows(options.data, "darkpattern"):
        text = str(row["text"]).strip()
        if text.lower() in seen:
            continue
        seen.add(text.lower())
        kind = str(row.get("type") or row["kind"]) if str(row["label"]) == "1" else "ordinary"
        findings = engine.find(engine.cut(Copy(locale="en", fields={"text": text}), None), rules, grounds, "en")
        total[kind] += 1
        found[kind] += bool(findings)
        if bool(findings) == (kind == "ordinary"):
            codes = ",".join(sorted({finding.code for finding in findings}))
            missed[kind].append(f"{codes} {text[:160]}".strip().replace("\n", " / "))
        for code in {finding.code for finding in findings}:
            by_rule[f"{code} on {'ordinary' if kind == 'ordinary' else 'dark'}"] += 1
    print(f"{'kind':<24}{'found':>8}{'of':>6}{'share':>9}")
    for kind in sorted(total, key=lambda name: (name == "ordinary", -total[name])):
        print(f"{kind:<24}{found[kind]:>8}{total[kind]:>6}{100 * found[kind] / total[kind]:>7.1f} %")
        for line in missed[kind][: options.misses]:
            print(f"      {line}")
    dark = [kind for kind in total if kind != "ordinary"]
    print(f"{'all dark':<24}{sum(found[kind] for kind in dark):>8}{sum(total[kind] for kind in dark):>6}")
    print(", ".join(f"{name} {count}" for name, count in sorted(by_rule.items())))


if __name__ == "__main__":
    main()
