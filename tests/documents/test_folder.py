"""Which files of a folder are copy."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from copilot.documents import folder
from copilot.errors import FileFault


def make(root: Path, *names: str) -> None:
    """Files with a word in each."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("word")


def test_copy_is_found_at_any_depth_and_what_git_ignores_is_left_out(tmp_path: Path) -> None:
    """The same files as git itself would list, hidden ones and other endings apart."""
    make(tmp_path, "a.md", "b.txt", "c.html", "d.py", ".hidden.md", ".cache/x.md", "build/y.md", "docs/z.htm", "docs/draft-1.md", "docs/draft-2.md", "docs/deep/n.txt")  # fmt: skip
    (tmp_path / ".gitignore").write_text("build/\ndraft-*\n!\n")
    (tmp_path / "docs" / ".gitignore").write_text("!draft-2.md\ndeep/\n")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    listed = subprocess.run(["git", "-C", str(tmp_path), "ls-files", "-o", "--exclude-standard"], check=True, capture_output=True, text=True).stdout.split()
    expected = ["a.md", "b.txt", "c.html", "docs/draft-2.md", "docs/z.htm"]
    assert [str(path.relative_to(tmp_path)) for path in folder.files(tmp_path)] == expected
    assert [name for name in sorted(listed) if not name.startswith(".") and Path(name).suffix in folder.ENDINGS] == expected


def test_rules_of_the_repository_above_hold(tmp_path: Path) -> None:
    """A folder inside a repository obeys the files above it."""
    make(tmp_path, "docs/a.md", "docs/secret.md")
    (tmp_path / ".gitignore").write_text("secret.md\n")
    (tmp_path / ".git").mkdir()
    assert [path.name for path in folder.files(tmp_path / "docs")] == ["a.md"]


def test_a_folder_without_copy_is_told(tmp_path: Path) -> None:
    """Not passed over in silence."""
    make(tmp_path, "a.py")
    with pytest.raises(FileFault):
        folder.files(tmp_path)
