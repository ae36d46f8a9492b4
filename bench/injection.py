"""How many known attacks on models the rules of family SAF recognise in text, and how often they mistake ordinary guide text for one.

    python -m bench.injection [--data FOLDER] [--show N]

Attacks: public jailbreak prompts (English). Ordinary: passages of public style guides in French and English that speak of instructions, and e-mails.
There is no public French set; the French patterns have their cases in tests/guardrails/cases/SAF005.yml.
"""

from __future__ import annotations

from collections import defaultdict

from bench import corpora
from copilot.guardrails import engine
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.registry import find_rule
from copilot.records import Copy, Locale
from copilot.testing import TODAY

CODE = "SAF005"
JAILBREAKS = ("jailbreak", "dan")


def main() -> None:
    arguments = corpora.parser(__doc__ or "")
    arguments.add_argument("--show", type=int, default=8, help="print this many misses and false alarms")
    options = arguments.parse_args()
    rule = find_rule(CODE)
    total: dict[str, int] = defaultdict(int)
    found: dict[str, int] = defaultdict(int)
    shown: dict[str, list[str]] = defaultdict(list)
    for row in corpora.rows(options.data, "injection"):
        kind = row["label"] if row["label"] == "benign" else "jailbreaks" if row["kind"] in JAILBREAKS else "tasks in e-mails"
        locale: Locale = "fr" if row["source"].endswith("_fr") else "en"
        copy = Copy(locale=locale, fields={"text": row["text"]})
        hits = engine.find(engine.cut(copy, None), (rule,), Grounds(locale, TODAY), "en")
        total[kind] += 1
        found[kind] += bool(hits)
        if bool(hits) == (kind == "benign"):
            shown[kind].append(row["text"][:110].replace("\n", " ") + (f"  [{hits[0].text}]" if hits else ""))
    for kind in total:
        print(f"{kind:<20}{found[kind]:>5} of {total[kind]:>5}  {100 * found[kind] / total[kind]:6.1f} %")
    for kind in ("jailbreaks", "benign"):
        print(f"\n{'missed' if kind == 'jailbreaks' else 'false alarms'}:")
        for line in shown[kind][: options.show]:
            print("   " + line)


if __name__ == "__main__":
    main()
