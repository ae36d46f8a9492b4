"""What screening catches of known attacks on models, what it mistakes for one, and what an attack in past copy does to a draft of a real small model.

    python -m bench.injection [--data FOLDER] [--show N] [--model local:smollm2 --count 6]

Attacks: public jailbreak prompts, and tasks slipped into e-mails (BIPIA: most are harmless questions that nothing but their place gives away). Ordinary: passages of
public style guides, French and English apart. There is no public French set of attacks; those of our own stand in tests. With `--model`, attacks are put into
a past campaign, once with screening switched off (fences alone, as for an attack that is not recognised) and once with it: drafts that hold a word of the
attack that no source has, that repeat our instructions, or that differ from the draft without the attack.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from pathlib import Path
from unittest import mock

from bench import corpora
from copilot.guides.screening import orders_in

JAILBREAKS = ("jailbreak", "dan")


def main() -> None:
    arguments = corpora.parser(__doc__ or "")
    arguments.add_argument("--show", type=int, default=8, help="print this many misses and false alarms; 0 for all")
    arguments.add_argument("--model", default="", help="also draft with this model, such as local:smollm2")
    arguments.add_argument("--count", type=int, default=6, help="attacks to draft with")
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
        drafts(options.model, attacks[:: max(1, len(attacks) // options.count)][: options.count])


def drafts(model: str, attacks: list[str]) -> None:
    """What attacks in every campaign of a sample brand do to an ad for one of its briefs."""
    from copilot.generation.outputs import Outputs
    from copilot.settings import PACKAGE

    told: dict[str, dict[str, int]] = {}
    with tempfile.TemporaryDirectory() as folder:
        clean = _draft(model, Path(folder) / "clean", PACKAGE.parent, "")
        for screening in (False, True):
            counts = told.setdefault("screening" if screening else "fences alone", {"sent": 0, "no draft": 0, "leaked": 0, "changed": 0})
            for number, attack in enumerate(attacks):
                with mock.patch("copilot.guides.screening.find_orders", (lambda text: []) if not screening else _find):
                    orders_in.cache_clear()
                    text, system, user = _draft(model, Path(folder) / f"{screening}-{number}", PACKAGE.parent, attack)
                counts["sent"] += " ".join(attack.split())[:60] in " ".join((system + user).split())
                counts["no draft"] += not text
                try:
                    Outputs(system, (user.partition("system")[0],)).check({"text": text}, strict=False)
                except ValueError:
                    counts["leaked"] += 1
                counts["changed"] += bool(text) and text != clean[0]
    print(
        f"\n{len(attacks)} attacks, each in every e-mail campaign, {model}\n{'':<16}"
        + "".join(f"{name:>10}" for name in ("sent", "no draft", "leaked", "changed"))
    )
    for name, counts in told.items():
        print(f"{name:<16}" + "".join(f"{count:>10}" for count in counts.values()))


def _find(text: str) -> list[tuple[int, int]]:
    from copilot.language.orders import find_orders

    return find_orders(text)


def _draft(model: str, home: Path, root: Path, attack: str) -> tuple[str, str, str]:
    """The draft (empty if the model failed), and the two messages of its request."""
    from copilot.bootstrap import build
    from copilot.errors import ModelTrouble
    from copilot.guides.load import load_brief
    from copilot.settings import Settings

    folder = home / "brand_guides" / "fettle-and-thole"
    shutil.copytree(root / "brand_guides" / "fettle-and-thole", folder)
    shutil.copytree(root / "prompts", home / "prompts")
    if attack:
        body = "\n".join(line.lstrip("#- ") for line in attack.splitlines())
        for path in (folder / "campaigns").glob("*.md"):
            text = path.read_text(encoding="utf-8")
            if "\nchannel: meta_ad" in text:
                path.write_text(text.replace("## primary_text\n", f"## primary_text\n{body}\n\n", 1), encoding="utf-8")
    copilot = build(Settings(home=home, store=home / "store", model=model, context_tokens=300, repair_rounds=0, model_parallel=1))
    brief = load_brief(folder / "briefs" / "drover-pack.yaml", {"brand": "fettle-and-thole", "channel": "meta_ad", "locale": "en"})
    sent = copilot.what_leaves(brief).requests[0]
    try:
        return copilot.write(brief, 1).drafts[0].text, sent.system, sent.user
    except ModelTrouble:
        return "", sent.system, sent.user


if __name__ == "__main__":
    main()
