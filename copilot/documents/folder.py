"""Which files a path means: a file itself, or what a folder holds that is copy.

Of a folder, Markdown, HTML and plain text are taken, at any depth, in the order of their names. Hidden files and folders are left out, and so is what git ignores:
the `.gitignore` files from the top of the repository down, read by pathspec.
Source: gitignore(5), https://git-scm.com/docs/gitignore, read 2026-11-22.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from pathspec import GitIgnoreSpec

from copilot.errors import FileFault
from copilot.language.words import both

ENDINGS = (".md", ".markdown", ".txt", ".html", ".htm")

_Ignored = tuple[Path, GitIgnoreSpec]


def files(path: Path) -> list[Path]:
    """The files that hold copy under a folder. Raises: FileFault where there are none."""
    above = [_rules(folder) for folder in reversed(_up_to_repository(path.resolve()))]
    found = [path / file.relative_to(path.resolve()) for file in _walk(path.resolve(), [rules for rules in above if rules])]
    if not found:
        what = both("holds no .md, .txt or .html file", "ne contient aucun fichier .md, .txt ou .html")
        raise FileFault(file=path, what=what, mend=both("Name the files themselves.", "Nommez les fichiers eux-mêmes."))
    return found


def _up_to_repository(folder: Path) -> list[Path]:
    """The folders above `folder` up to the one that holds `.git`; none where there is no repository."""
    for number, parent in enumerate([folder, *folder.parents]):
        if (parent / ".git").exists():
            return list(folder.parents[:number])
    return []


def _rules(folder: Path) -> _Ignored | None:
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    return folder, GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    """Whether git would make anything of a line; what it cannot read it skips."""
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _walk(folder: Path, above: Sequence[_Ignored]) -> Iterator[Path]:
    own = _rules(folder)
    rules = [*above, own] if own else above
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        path = folder / entry.name
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or _is_ignored(path, is_folder, rules):
            continue
        if is_folder:
            yield from _walk(path, rules)
        elif entry.is_file() and path.suffix.lower() in ENDINGS:
            yield path


def _is_ignored(path: Path, is_folder: bool, rules: Sequence[_Ignored]) -> bool:
    """Whether git would leave `path` out: the last rule that matches decides, deeper files after higher ones."""
    for folder, spec in reversed(rules):
        answer = spec.check_file(path.relative_to(folder).as_posix() + ("/" if is_folder else "")).include
        if answer is not None:
            return answer
    return False
