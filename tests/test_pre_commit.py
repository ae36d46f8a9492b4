"""The hooks that other repositories use, run by pre-commit itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

SCRIPTS = Path(sys.executable).parent
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS: list[dict[str, Any]] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command in `folder`, with our commands on the path and nothing of the person's own settings."""
    own = {"PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}", "PRE_COMMIT_HOME": str(folder / ".home"), "HOME": str(folder), "CENTAUR_LANGUAGE": "en"}
    own |= {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return subprocess.run([*arguments], cwd=folder, env={**os.environ, **own}, capture_output=True, text=True, timeout=180, check=False)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository that asks for the hooks as they are defined, with the `centaur` that runs here in place of one that would be installed."""
    hooks = [{**hook, "language": "system", "verbose": True} for hook in HOOKS]
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}), encoding="utf-8")
    (tmp_path / "letter.md").write_text("As an AI language model, I cannot taste it.\n", encoding="utf-8")
    (tmp_path / "lettre.txt").write_bytes(b"Il fait froid dans la maison ce soir ?\r\n")
    (tmp_path / "code.py").write_text('"""As an AI language model, I cannot."""\n', encoding="utf-8")
    run(tmp_path, "git", "init", "--quiet", ".")
    run(tmp_path, "git", "add", "letter.md", "lettre.txt", "code.py", ".pre-commit-config.yaml")
    return tmp_path


def test_the_manifest_is_one_that_pre_commit_accepts(tmp_path: Path) -> None:
    """Every key and type of file is known."""
    done = run(tmp_path, "pre-commit", "validate-manifest", str(MANIFEST))
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    assert [hook["id"] for hook in HOOKS] == ["centaur-check", "centaur-fix"]


def test_the_hook_blocks_a_commit_with_blocking_copy(repository: Path) -> None:
    """Copy of both kinds is checked, code is not; clean copy passes."""
    done = run(repository, "pre-commit", "run", "centaur-check", "--all-files")
    assert done.returncode == 1
    assert "letter.md:1:1: blocking SAF001" in done.stdout
    assert "lettre.txt:1:37: advice TYP001" in done.stdout
    assert "code.py" not in done.stdout
    passed = run(repository, "pre-commit", "run", "centaur-check", "--files", "lettre.txt")
    assert passed.returncode == 0


def test_the_fixing_hook_mends_the_file_and_stops_the_commit_once(repository: Path) -> None:
    """pre-commit sees that the file changed; the second time there is nothing to do."""
    first = run(repository, "pre-commit", "run", "centaur-fix", "--files", "lettre.txt")
    assert (first.returncode, "files were modified by this hook" in first.stdout) == (1, True)
    assert (repository / "lettre.txt").read_bytes() == "Il fait froid dans la maison ce soir\u202f?\r\n".encode()
    assert run(repository, "pre-commit", "run", "centaur-fix", "--files", "lettre.txt").returncode == 0
