"""How many texts a second all rules check, beside linters of English prose, on the same texts, on one core, in one run.

    python -m bench.check_speed [--data FOLDER] [--texts N] [--words N] [--rounds N] [--no-peers]

Peers: write-good and alex (npm), proselint (PyPI). They are fetched by their own clients into a folder that is thrown away; one that cannot be fetched is
named and left out. Each tool is warmed on the texts once and then timed over several rounds in turn with the others; the best round counts. Time is
time of the processor (for Node with its helper threads), because other work on the machine would drown a clock on the wall. Start-up is not counted. Then: how our cost grows with the number of rules and with the length of the text.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from bench import corpora
from copilot.guardrails import engine
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.registry import all_rules
from copilot.guardrails.rule import Rule
from copilot.records import Copy
from copilot.testing import TODAY

_DRIVER = """
const fs = require('fs');
const texts = JSON.parse(fs.readFileSync(process.argv[3], 'utf8'));
const done = (run) => {
  require('readline').createInterface({ input: process.stdin }).on('line', () => {
    const start = process.cpuUsage();
    for (const text of texts) run(text);
    const used = process.cpuUsage(start);
    console.log((used.user + used.system) / 1e6);
  });
};
if (process.argv[2] === 'alex') import('alex').then((alex) => done((text) => alex.text(text).messages.length));
else { const lint = require('write-good'); done((text) => lint(text).length); }
"""
_PROSELINT = """
import json, sys, time
sys.path.insert(0, sys.argv[1])
texts = json.load(open(sys.argv[2], encoding="utf-8"))
try:
    from proselint.registry import CheckRegistry
    from proselint.checks import __register__
    from proselint.tools import LintFile
    CheckRegistry().register_many(__register__)
    run = lambda text: len(LintFile(source="text", content=text).lint())
    run(texts[0])
except ImportError:
    from proselint.tools import lint as run
for _ in sys.stdin:
    start = time.process_time()
    for text in texts:
        run(text)
    print(time.process_time() - start, flush=True)
"""
_WORDS = [
    "the",
    "a",
    "we",
    "they",
    "wool",
    "jacket",
    "mends",
    "holds",
    "warm",
    "cold",
    "river",
    "small",
    "steel",
    "glass",
    "walks",
    "carries",
    "made",
    "from",
    "with",
    "under",
    "over",
    "before",
    "after",
    "every",
    "season",
    "without",
    "noise",
    "simple",
    "zip",
    "pocket",
    "rain",
    "road",
    "bench",
    "table",
    "kettle",
    "slow",
    "careful",
    "and",
    "but",
    "because",
    "while",
    "it",
    "is",
    "was",
    "has",
    "been",
    "not",
    "many",
    "three",
    "price",
    "month",
    "shop",
    "people",
]


def texts(data: Path, count: int, words: int) -> list[str]:
    """English texts cut at `words` words; made up of common words where the public ones are absent."""
    if (data / "voice_en.jsonl.gz").is_file():
        long = [" ".join(row["text"].split(" ")[:words]) for name in ("voice_en", "ai_human_en") for row in corpora.rows(data, name)]
        long = [text for text in long if len(text.split()) >= 0.8 * words]
        return random.Random(0).sample(long, min(count, len(long)))
    draw = random.Random(0)
    sentences = [" ".join(draw.choice(_WORDS) for _ in range(draw.randint(6, 20))).capitalize() + "." for _ in range(count * words // 10)]
    return [" ".join(" ".join(draw.choice(sentences) for _ in range(words // 6)).split(" ")[:words]) for _ in range(count)]


def ours(rules: Sequence[Rule], wanted: Sequence[str]) -> float:
    """Seconds to check all texts with `rules`."""
    chosen, grounds = tuple(rules), Grounds("en", TODAY)
    start = time.process_time()
    for text in wanted:
        engine.find(engine.cut(Copy(locale="en", fields={"text": text}), None), chosen, grounds, "en")
    return time.process_time() - start


def peer(command: list[str]) -> tuple[Callable[[], float], Callable[[], None]]:
    """A tool that stays up and times one round when asked, and how to end it."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def once() -> float:
        assert process.stdin
        assert process.stdout
        process.stdin.write("\n")
        process.stdin.flush()
        return float(process.stdout.readline())

    return once, process.kill


def fetch(folder: Path, wanted: Sequence[str]) -> dict[str, list[str]]:
    """Commands of the peers that could be fetched into `folder`."""
    (folder / "texts.json").write_text(json.dumps(list(wanted)), encoding="utf-8")
    (folder / "driver.cjs").write_text(_DRIVER, encoding="utf-8")
    (folder / "proselint.py").write_text(_PROSELINT, encoding="utf-8")
    node, npm = shutil.which("node"), shutil.which("npm")
    found: dict[str, list[str]] = {}
    for name in ("write-good", "alex"):
        if node and npm and not subprocess.run([npm, "install", "--silent", "--no-audit", "--no-fund", name], cwd=folder, capture_output=True).returncode:
            found[name] = [node, str(folder / "driver.cjs"), name, str(folder / "texts.json")]
    packages = folder / "packages"
    if not subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--target", str(packages), "proselint"], capture_output=True).returncode:
        found["proselint"] = [sys.executable, str(folder / "proselint.py"), str(packages), str(folder / "texts.json")]
    return found


def main() -> None:
    arguments = corpora.parser(__doc__ or "")
    arguments.add_argument("--texts", type=int, default=300)
    arguments.add_argument("--words", type=int, default=160)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--no-peers", action="store_true", help="measure ours alone")
    options = arguments.parse_args()
    wanted = texts(options.data, options.texts, options.words)
    rules = all_rules()
    print(f"{len(wanted)} English texts of {sum(len(text.split()) for text in wanted) / len(wanted):.0f} words; {len(rules)} rules")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs: dict[str, Callable[[], float]] = {"ours": lambda: ours(rules, wanted)}
        ends = []
        for tool, command in ({} if options.no_peers else fetch(folder, wanted)).items():
            runs[tool], end = peer(command)
            ends.append(end)
        best: dict[str, float] = {}
        try:
            for round_ in range(options.rounds + 1):
                for tool, run in runs.items():
                    try:
                        taken = run()
                    except (ValueError, OSError):
                        print(f"{tool} does not run here")
                        taken = float("inf")
                    if round_:
                        best[tool] = min(taken, best.get(tool, float("inf")))
        finally:
            for end in ends:
                end()
    for tool, seconds in best.items():
        print(f"{tool:<12}{len(wanted) / seconds:8.0f} texts/s   ours is {seconds / best['ours']:5.2f} times as fast")
    for tool in {"write-good", "alex", "proselint"} - set(best) if not options.no_peers else ():
        print(f"{tool:<12}could not be fetched")
    print("\nby number of rules")
    several = {"10": rules[::24][:10], "50": rules[::5][:50], "all": rules, "all x 4": tuple(replace(rule) for _ in range(4) for rule in rules)}
    for label, chosen in several.items():
        ours(chosen, wanted[:20])
        print(f"{label:>8} ({len(chosen):4} rules) {1000 * min(ours(chosen, wanted) for _ in range(2)) / len(wanted):7.2f} ms a text")
    print("\nby length")
    for words in (40, 160, 640, 2560):
        few = [" ".join((" ".join(wanted[index:] + wanted[:index])).split(" ")[:words]) for index in range(0, len(wanted), 8)]
        print(f"{words:>8} words {1000 * min(ours(rules, few) for _ in range(2)) / len(few):9.2f} ms a text")


if __name__ == "__main__":
    main()
