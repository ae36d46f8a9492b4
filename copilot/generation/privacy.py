"""Personal data stays home: masked before anything is sent to a model, restored in what comes back.

Placeholders are typed and stable (`[EMAIL_1]`): the same value is always the same placeholder. A reply with a placeholder that was never given out, or a
mangled one, is refused: better no draft than one with a hole or somebody else's number in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from copilot.language.personal import find_personal

PLACEHOLDER = re.compile(r"\[([A-Z]{3,12})_(\d{1,3})\]")


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


@dataclass
class Mask:
    """One conversation's placeholders. `keep` are values that are the brand's own to print and are sent as they are."""

    keep: Iterable[str] = ()
    values: dict[str, str] = field(default_factory=dict)
    """Placeholder -> the value it stands for."""

    def hide(self, text: str) -> str:
        """`text` with personal data as placeholders."""
        kept = {_bare(value) for value in self.keep}
        known = {value: name for name, value in self.values.items()}
        pieces, last = [], 0
        for item in find_personal(text):
            if _bare(item.text) in kept:
                continue
            if item.text not in known:
                kind = item.kind.upper()
                name = f"[{kind}_{sum(1 for other in self.values if other.startswith(f'[{kind}_')) + 1}]"
                self.values[name] = item.text
                known[item.text] = name
            pieces += [text[last : item.start], known[item.text]]
            last = item.end
        return "".join([*pieces, text[last:]])

    def restore(self, text: str) -> str:
        """`text` with the values back in place. Raises: ValueError for a placeholder that was never given out."""
        for match in PLACEHOLDER.finditer(text):
            if match.group() not in self.values:
                raise ValueError(f"the placeholder {match.group()} was never given out")
        return PLACEHOLDER.sub(lambda match: self.values[match.group()], text)
