"""An exam: forty drafts of our own, each with the faults truly in it, against all rules. Precision and recall per family.

    python -m bench.exam [--advice] [--file FILE]

The drafts were written before the rules were asked and have not been changed since; the rules have not been tuned to them. One (draft, family)
pair counts once: true when the family speaks where the draft has such a fault, false when it speaks where there is none. Families that a draft lists
under `may` count neither way. Only blocking and scoring findings are alarms; `--advice` counts advice too. Intervals are Wilson's, 95 %.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from bench.intervals import wilson
from copilot.channels import find_channel
from copilot.guardrails.engine import cut, find
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.registry import all_rules
from copilot.guardrails.rule import FAMILIES
from copilot.records import BrandGuide, Brief, Copy, Finding, Voice
from copilot.testing import TODAY

FILE = Path(__file__).with_suffix(".yaml")


def check(draft: dict[str, Any]) -> tuple[Finding, ...]:
    """All findings on a draft of the exam, for a brand that has decided nothing but its names, under every law."""
    voice = Voice(name="Exam", locales=("fr", "en"), jurisdictions=("fr", "eu", "uk", "us"), names=tuple(draft["names"]))
    brief = Brief(brand="exam", channel=draft["channel"], locale=draft["locale"], product=", ".join(draft["names"]) or "product", facts=draft["facts"])
    house = House(BrandGuide(brand="exam", folder="exam", voice=voice))
    grounds = Grounds(draft["locale"], TODAY, house, brief, find_channel(draft["channel"]))
    copy = Copy(locale=draft["locale"], channel=draft["channel"], fields=draft["fields"])
    return find(cut(copy, grounds.channel), all_rules(), grounds, "en")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path, default=FILE, help="the drafts")
    parser.add_argument("--advice", action="store_true", help="count advice as an alarm too")
    options = parser.parse_args()
    right: dict[str, int] = defaultdict(int)
    wrong: dict[str, int] = defaultdict(int)
    missed: dict[str, int] = defaultdict(int)
    clean = untouched = guilty = caught = 0
    for draft in yaml.safe_load(options.file.read_text(encoding="utf-8")):
        findings = [item for item in check(draft) if options.advice or item.level != "advice"]
        told: dict[str, list[str]] = defaultdict(list)
        for item in findings:
            told[item.code[:3]].append(f"{item.code} {item.text[:40]!r}")
        faults, may = set(draft["faults"]), set(draft["may"])
        print(f"\n{draft['id']}")
        for family in sorted(set(told) | faults):
            verdict = "right" if family in told and family in faults else "missed" if family in faults else "open " if family in may else "FALSE"
            right[family] += verdict == "right"
            wrong[family] += verdict == "FALSE"
            missed[family] += verdict == "missed"
            print(f"  {verdict:<7}{family}  " + ("; ".join(told[family]) if family in told else draft["faults"][family]).replace("\n", " "))
        clean, untouched = clean + (not faults), untouched + (not faults and not findings)
        guilty, caught = guilty + bool(faults), caught + bool(faults & set(told))
    print(f"\n{'family':<8}{'true':>6}{'false':>7}{'missed':>8}   {'precision':<24}{'recall':<24}")
    for family in FAMILIES:
        if right[family] or wrong[family] or missed[family]:
            _line(family, right[family], wrong[family], missed[family])
    _line("all", sum(right.values()), sum(wrong.values()), sum(missed.values()))
    print(f"\nclean drafts without any alarm: {untouched} of {clean}; guilty drafts with a right alarm: {caught} of {guilty}")


def _line(name: str, right: int, wrong: int, missed: int) -> None:
    print(f"{name:<8}{right:>6}{wrong:>7}{missed:>8}   {_share(right, right + wrong):<24}{_share(right, right + missed):<24}")


def _share(part: int, whole: int) -> str:
    if not whole:
        return "-"
    low, high = wilson(part, whole)
    return f"{100 * part / whole:5.1f} % ({100 * low:.0f}-{100 * high:.0f})"


if __name__ == "__main__":
    main()
