"""The command line: parse, call one method of `Copilot`, show.

Exit codes: 0 fine · 1 findings at or above the asked level · 2 bad input · 3 model or network trouble.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from copilot.service import Copilot


def screen_language() -> str:
    """Language of errors and labels on screen: CENTAUR_LANGUAGE, else French where the system speaks French, else English."""
    wanted = os.environ.get("CENTAUR_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "fr" if wanted.lower().startswith("fr") else "en"


def open_copilot() -> Copilot:
    """The program as its settings want it; imported when first needed, so that `--help` answers at once."""
    from copilot.bootstrap import build

    return build()


def print_all(*what: Any) -> None:
    """Print each on its own."""
    from copilot.cli import show

    console = show.console()
    for item in what:
        console.print(item)


def main() -> None:
    """Run a command. Our errors are printed as one message, without a traceback; the class of the error gives the exit code."""
    gc.set_threshold(100_000, 50, 50)  # starting makes many objects and drops few: looking for garbage as often as usual took a fifth of the demo's time
    from copilot.cli.app import app
    from copilot.errors import CentaurError

    try:
        app(standalone_mode=True)
    except CentaurError as error:
        sys.stderr.write(f"centaur: {error.say(screen_language())}\n")
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
