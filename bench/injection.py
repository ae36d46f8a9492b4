"""What screening catches of known attacks on models, what it mistakes for one, and what an attack in past copy does to a draft of a real small model.

    python -m bench.injection [--data FOLDER] [--show N] [--model local:smollm2 --count 3 --channel push --locale en --ways fences,screening]

Attacks: public jailbreak prompts, and tasks slipped into e-mails (BIPIA: most are harmless questions that nothing but their place gives away). Ordinary: passages of
public style guides, French and English apart. There is no public French set
of attacks; those of our own stand in tests. With `--model`, attacks of our own and `--count` public ones are put into past copy and drafts are made: see `bench.attacks`.
"""

from __future__ import annotations

from collections import defaultdict

from bench import corpora
from copilot.guides.screening import orders_in

JAILBREAKS = ("jailbreak", "dan")


def main() -> None:
    arguments = corpora.parser(__doc__ or "")
    arguments.add_argument("--show", type=int, default=8, help="print this many misses and false alarms; 0 for all")
    arguments.add_argument("--model", default="", help="also draft with this model, such as local:smollm2")
    arguments.add_argument("--count", type=int, default=3, help="public attacks to draft with")
    arguments.add_argument("--channel", default="push", help="channel to draft for; the fewer its fields, the sooner it ends")
    arguments.add_argument("--locale", choices=("en", "fr"), default="en", help="language of the brief")
    arguments.add_argument("--ways", default="marks alone,fences,datamarking,screening", help="how quoted text is kept apart")
    options = arguments.parse_args()
    total: dict[str, int] = defaultdict(int)
    found: dict[str, int] = defaultdict(int)
    shown: dict[str, list[str]] = defaultdict(list)
    attacks: list[str] = []
    for row in corpora.rows(options.data, "injection"):
        benign = row["label"] == "benign"
        kind = f"benign {'fr' if row['source'].endswith('_fr') else 'en'}" if benign else "jailbreaks" if row["kind"] in JAILBREAKS else "tasks in e-mails"
        hits = orders_in(row["text"])
        total[kind] += 1
        found[kind] += bool(hits)
        if kind == "jailbreaks" and len(row["text"]) < 900:
            attacks.append(row["text"])
        if bool(hits) == benign:
            shown[kind].append(row["text"][:110].replace("\n", " ") + (f"  [{hits[0]}]" if hits else ""))
    for kind in sorted(total):
        print(f"{kind:<20}{found[kind]:>5} of {total[kind]:>5} screened  {100 * found[kind] / total[kind]:6.1f} %")
    for kind in sorted(shown):
        print(f"\n{'false alarms' if kind.startswith('benign') else 'missed'}, {kind} ({len(shown[kind])}):")
        for line in shown[kind][: options.show or None]:
            print("   " + line)
    if options.model:
        from bench.attacks import measure

        public = attacks[:: max(1, len(attacks) // max(1, options.count))][: options.count]
        measure(options.model, public, options.channel, options.locale, options.ways.split(","))


if __name__ == "__main__":
    main()
