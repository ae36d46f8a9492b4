"""The repository keeps its own promises: docs that are true, locks without hosts, commands that are described."""

from __future__ import annotations

import re
import sys
from importlib.metadata import packages_distributions

import typer.main

from copilot.channels import CHANNELS, find_channel
from copilot.cli.app import app
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme() -> None:
    """`centaur <command>` for each, sub-commands too."""
    group = typer.main.get_command(app)
    commands = getattr(group, "commands", {})
    missing = [name for name in commands if not re.search(rf"\b{re.escape(name)}\b", README)]
    assert missing == []
    assert all(command.help for command in commands.values())


def test_locks_name_no_host() -> None:
    """Hashes, no addresses."""
    for path in (ROOT / ".ci").glob("*.lock"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text
        assert text.count("--hash=sha256:") > 5


def test_lock_holds_what_pyproject_asks_for() -> None:
    """Every dependency of the project is in the lock."""
    declared = re.findall(
        r'^  "([a-z0-9-]+)[>=\[]', (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("[project.optional-dependencies]")[0], re.MULTILINE
    )
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / ".ci" / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE))
    assert len(declared) > 15
    assert set(declared) - locked == set()


def test_every_import_is_declared() -> None:
    """Whatever the product imports from others stands in pyproject.toml, extras included."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    declared = {re.split(r"[^a-z0-9-]", name.lower())[0] for name in re.findall(r'"([A-Za-z0-9_-]+)[>=\[ ]', text)}
    owners = packages_distributions()
    imported = {
        name
        for path in (*(ROOT / "copilot").rglob("*.py"), *(ROOT / "ui").rglob("*.py"))
        for name in re.findall(r"^[ \t]*(?:from|import) ([a-zA-Z0-9_]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        if name not in sys.stdlib_module_names and name not in ("copilot", "ui")
    }
    undeclared = {name for name in imported if name in owners and not {owner.lower() for owner in owners[name]} & declared}
    assert len(imported) > 15
    assert undeclared == set()


def test_channels_say_where_their_limits_come_from() -> None:
    """Each channel has a source with an address and answers to its other names."""
    for channel in CHANNELS:
        assert all(source.address.startswith("https://") or source.title.startswith(("General practice", "Our own")) for source in channel.sources)
        assert all(find_channel(name) is channel for name in (channel.name, channel.name.upper().replace("_", " "), *channel.other_names))


def test_links_in_the_docs_lead_somewhere() -> None:
    """Relative links of README and docs exist."""
    for path in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
