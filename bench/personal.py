"""How well personal data is found: precision and recall per kind on a public synthetic set, and what is missed.

    python -m bench.personal [--data FOLDER] [--misses N]

Recall: share of labelled spans that a finding of any of the kind's own sorts touches. Precision: share of findings that touch a labelled span of
that kind. The set is English; dates, ages, nationalities and organisations are not looked for. French kinds stand in tests/language/test_personal.py.
"""

from __future__ import annotations

from collections import defaultdict

from bench import corpora
from copilot.language.personal import EVERY, Kind, find_personal

SAME: dict[str, tuple[Kind, ...]] = {
    "EMAIL_ADDRESS": ("email",),
    "PHONE_NUMBER": ("phone",),
    "CREDIT_CARD": ("card",),
    "IBAN_CODE": ("iban",),
    "US_SSN": ("ssn",),
    "IP_ADDRESS": ("network",),
    "US_DRIVER_LICENSE": ("document",),
    "STREET_ADDRESS": ("address", "street"),
    "ZIP_CODE": ("address", "street"),
    "PERSON": ("name",),
}


def main() -> None:
    arguments = corpora.parser(__doc__ or "")
    arguments.add_argument("--misses", type=int, default=6, help="print this many misses and false finds of each kind")
    options = arguments.parse_args()
    labelled: dict[str, int] = defaultdict(int)
    reached: dict[str, int] = defaultdict(int)
    given: dict[Kind, int] = defaultdict(int)
    right: dict[Kind, int] = defaultdict(int)
    misses: dict[str, list[str]] = defaultdict(list)
    for row in corpora.rows(options.data, "pii"):
        text, spans = row["text"], row["spans"]
        found = find_personal(text, EVERY)
        for span in spans:
            if span["type"] not in SAME:
                continue
            labelled[span["type"]] += 1
            if any(item.kind in SAME[span["type"]] and item.start < span["end"] and span["start"] < item.end for item in found):
                reached[span["type"]] += 1
            else:
                misses["missed " + span["type"]].append(text[max(0, span["start"] - 30) : span["end"] + 10].replace("\n", " | "))
        for item in found:
            given[item.kind] += 1
            if any(item.kind in SAME.get(span["type"], ()) and item.start < span["end"] and span["start"] < item.end for span in spans):
                right[item.kind] += 1
            else:
                misses[f"false {item.kind}"].append(text[max(0, item.start - 30) : item.end + 10].replace("\n", " | ") + f"  [{item.text!r}]")
    print(f"{'labelled':<20}{'spans':>7}{'recall':>9}")
    for label in SAME:
        print(f"{label:<20}{labelled[label]:>7}{100 * reached[label] / max(labelled[label], 1):>8.1f}%")
    print(f"\n{'found':<20}{'finds':>7}{'precision':>11}")
    for kind in EVERY:
        if given[kind]:
            print(f"{kind:<20}{given[kind]:>7}{100 * right[kind] / given[kind]:>10.1f}%")
    for title, lines in misses.items():
        print(f"\n{title} ({len(lines)})")
        for line in lines[: options.misses]:
            print("   " + line)


if __name__ == "__main__":
    main()
