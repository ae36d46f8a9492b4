"""The file that a field was read from, for rules that look at headings, lists and links: a field holds the words alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from copilot.language.prose import Span


class Markup(NamedTuple):
    """`text`: Markdown or HTML, as `form` says, as it stands in the file. `within`: which stretch of the field stands in a stretch of it; None where none does."""

    form: Literal["md", "html"]
    text: str
    within: Callable[[int, int], Span | None]
