"""Comments in a text that switch imported rules off and on: `vale off`, `vale Style.Rule = NO`, `vale Style = NO`, `vale Style.Rule["words"] = NO`.

A rule that blocks obeys no comment: it is overruled by a person with a reason, not by the text itself.
"""

from __future__ import annotations

import json
import re

_COMMENT = re.compile(r"vale ([\w.-]+?)(\[.+\])? = (YES|NO|on|off)")
_STYLES = re.compile(r"vale styles? = (.*)")


class Controls:
    """What is switched off at the place that has been reached."""

    def __init__(self) -> None:
        self.quiet: frozenset[str] = frozenset()

    def read(self, comment: str) -> None:
        """Obey `comment`, the words between `<!--` and `-->`, if it speaks to us."""
        words = comment.strip().removeprefix("<!--").removesuffix("-->").strip()
        if words in ("vale off", "vale on"):
            self._set({"*"}, off=words == "vale off")
        elif match := _COMMENT.fullmatch(words):
            name, pieces, state = match.groups()
            self._set({name} if not pieces else {quoted(name, piece) for piece in _list(pieces)}, off=state in ("NO", "off"))
        elif match := _STYLES.fullmatch(words):
            self.quiet = self.quiet - {style.strip() for style in match.group(1).split(",")}

    def _set(self, names: set[str], off: bool) -> None:
        self.quiet = self.quiet | names if off else self.quiet - names


def quoted(rule: str, words: str) -> str:
    """The name under which one finding of a rule is switched off."""
    return f"{rule}\0{words}"


def _list(text: str) -> list[str]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError:
        return []
    return [str(item) for item in found]


def silenced(quiet: frozenset[str], rule: str, words: str) -> bool:
    """Whether a finding of `rule` on `words` is switched off."""
    if not quiet:
        return False
    return "*" in quiet or rule in quiet or rule.split(".")[0] in quiet or quoted(rule, words) in quiet
