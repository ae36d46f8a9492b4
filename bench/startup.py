"""How long a person waits: `centaur --help` and `centaur demo`, against an empty Python in the same run.

    python -m bench.startup [--runs N]

The design holds `--help` under 0.5 s and the demo, with a fresh store, under 10 s.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CENTAUR = Path(sys.executable).parent / "centaur"


def timed(command: list[str], **environment: str) -> float:
    """Seconds of one run of a command."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True, env={**os.environ, **environment})
    return time.perf_counter() - start


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=5)
    runs = arguments.parse_args().runs
    rows: dict[str, list[float]] = {"empty python": [], "centaur --help": [], "centaur demo (fresh store)": []}
    for _ in range(runs):
        rows["empty python"].append(timed([sys.executable, "-c", "pass"]))
        rows["centaur --help"].append(timed([str(CENTAUR), "--help"]))
        with tempfile.TemporaryDirectory() as store:
            rows["centaur demo (fresh store)"].append(timed([str(CENTAUR), "demo"], CENTAUR_STORE=store))
    base = statistics.median(rows["empty python"])
    print(f"{'command':<30}{'median s':>10}{'min':>8}{'max':>8}{'x empty':>10}")
    for name, times in rows.items():
        print(f"{name:<30}{statistics.median(times):>10.2f}{min(times):>8.2f}{max(times):>8.2f}{statistics.median(times) / base:>10.0f}")


if __name__ == "__main__":
    main()
