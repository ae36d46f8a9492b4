"""The public texts that the benches measure on. They lie beside the checkout, are never part of it, and are read row by row.

`--data` names their folder (default: `../shared/data`).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data"


def parser(purpose: str) -> argparse.ArgumentParser:
    """A parser that knows `--data`."""
    made = argparse.ArgumentParser(description=purpose, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--data", type=Path, default=DEFAULT, help="folder of the public texts")
    return made


def rows(data: Path, name: str) -> Iterator[dict[str, Any]]:
    """Rows of `<data>/<name>.jsonl.gz`."""
    path = data / f"{name}.jsonl.gz"
    if not path.is_file():
        raise SystemExit(f"{path} is not there; the benches need the public texts (--data FOLDER)")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
