"""Messages as Go prints them: `%s` in order, `%[2]s` by number, `%d`, `%%`. A slot without a value is empty; values left over are dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SLOT = re.compile(r"%(?:%|(?:\[(\d+)\])?(?:\.\d+)?[sdvqf])")
_QUOTED = ("'%s'", '"%s"')


def filled(message: str, values: Sequence[str]) -> str:
    """`message` with its slots filled, on one line."""
    following = 0

    def one(match: re.Match[str]) -> str:
        nonlocal following
        if match.group() == "%%":
            return "%"
        if match.group(1):
            following = int(match.group(1)) - 1
        following += 1
        return values[following - 1] if 0 < following <= len(values) else ""

    return _SLOT.sub(one, message).replace("\n", " ").strip()


def unquoted(message: str) -> str:
    """`message` without the quotation marks around its first slot: a list of options brings its own."""
    at = message.find("%s") - 1
    return message[:at] + "%s" + message[at + 4 :] if at >= 0 and message[at : at + 4] in _QUOTED else message


def choice(options: Sequence[str]) -> str:
    """'a', 'a' or 'b', 'a', 'b', or 'c'."""
    said = [f"'{option}'" for option in options]
    if len(said) < 3:
        return " or ".join(said)
    return ", ".join([*said[:-1], f"or {said[-1]}"])
