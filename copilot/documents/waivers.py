"""Waivers for one draft: which findings somebody lets stand, and why.

In Markdown and HTML a comment says so: `<!-- centaur: allow AUT001 reason="the founder's own words" -->`. It holds for the next block, or for the whole file
where it stands at the top. On the command line `--waive CODE=reason` holds for all that is checked. A waiver without a reason is refused. A waived finding
is still listed, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copilot.documents.source import Source
from copilot.errors import FileFault
from copilot.language.prose import Span
from copilot.language.words import both
from copilot.records import Finding

_OURS = re.compile(r"<!--\s*centaur\s*:", re.IGNORECASE)
_ALLOW = re.compile(
    r"\s*centaur\s*:\s*allow\s+(?P<codes>[\w.-]+(?:[\s,]+(?!reason\s*=)[\w.-]+)*)[\s,]+reason\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')\s*",
    re.IGNORECASE,
)
GRAVE = ("LAW", "PRV", "SAF")
"""Families whose blocking findings need the editor's own reason again at approval, waived or not."""

EVERYWHERE: Span = (0, 2**63)


@dataclass(frozen=True)
class Waiver:
    """Findings with one of these codes (or rule names) that lie in `span` of the source stand, for `reason`. `line` is None for one given as an option."""

    codes: tuple[str, ...]
    reason: str
    line: int | None = None
    span: Span = EVERYWHERE

    def covers(self, finding: Finding, place: Span) -> bool:
        """Whether it lets `finding`, which stands at `place`, pass."""
        named = finding.code.lower() in self.codes or finding.name.lower() in self.codes
        return named and self.span[0] <= place[0] and place[1] <= self.span[1]


def option(code: str, reason: str) -> Waiver:
    """A waiver given on the command line, for everything."""
    return Waiver((code.lower(),), reason)


@dataclass(frozen=True)
class Comment:
    """A comment in a file that speaks to Centaur: where it stands, and the stretch it would speak about."""

    begin: int
    end: int
    span: Span


def is_comment(text: str) -> bool:
    """Whether `text` is one comment and nothing else."""
    return text.startswith("<!--") and text.find("-->", 4) == len(text) - 3


def comments_to_us(text: str, begin: int, end: int) -> list[Span]:
    """Where the comments in begin..end stand that speak to Centaur."""
    found = []
    at = text.find("<!--", begin, end)
    while at >= 0:
        close = text.find("-->", at + 4, end)
        if close < 0:
            break
        if _OURS.match(text, at, close):
            found.append((at, close + 3))
        at = text.find("<!--", close + 3, end)
    return found


def read(source: Source, comments: Iterable[Comment]) -> tuple[Waiver, ...]:
    """The waivers among the comments of a file. Raises: FileFault, which names every line with a waiver that cannot be read."""
    found: list[Waiver] = []
    faults: list[int] = []
    for comment in comments:
        text = source.text[comment.begin : comment.end].removeprefix("<!--").removesuffix("-->")
        line = source.place(comment.begin).line
        match = _ALLOW.fullmatch(text)
        reason = " ".join((match["double"] or match["single"] or "").split()) if match else ""
        if match is None or not reason:
            faults.append(line)
            continue
        codes = tuple(code.lower() for code in re.split(r"[\s,]+", match["codes"]) if code)
        found.append(Waiver(codes, reason, line, comment.span))
    if faults:
        raise FileFault(
            file=", ".join(f"{source.name}:{line}" for line in faults),
            what=both("a waiver must name its rules and give a reason", "une dérogation doit nommer ses règles et donner sa raison"),
            mend=both('Write <!-- centaur: allow AUT001 reason="..." -->.', 'Écrivez <!-- centaur: allow AUT001 reason="..." -->.'),
        )
    return tuple(found)


def waiver_for(finding: Finding, place: Span, waivers: Sequence[Waiver]) -> Waiver | None:
    """The first waiver that covers a finding: those of the file come before those of the command line."""
    return next((waiver for waiver in waivers if waiver.covers(finding, place)), None)


def must_be_repeated(finding: Finding) -> bool:
    """Whether the editor has to give the reason again at approval."""
    return finding.level == "blocking" and finding.code.startswith(GRAVE)
