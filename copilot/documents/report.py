"""What was found in a document, told at its places in the file: what stands, what was waived and why, what may be fixed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from copilot.documents import mend, waivers
from copilot.documents.mend import Edit
from copilot.documents.read import Document, Manner, Reading
from copilot.documents.source import Place, Source
from copilot.documents.waivers import Waiver
from copilot.language.prose import Span
from copilot.records import Finding, Level, Scorecard, Verdict


@dataclass(frozen=True)
class Told:
    """A finding, at `span` of its file. `raw` is the finding as it was made, with offsets of its field. `edit` is the safe fix, where one may be written."""

    finding: Finding
    raw: Finding
    span: Span
    waiver: Waiver | None = None
    edit: Edit | None = None


@dataclass(frozen=True)
class Report:
    """A document with its scorecard. `card` holds the findings that stand and the verdict they lead to; dials are of the text as it is, waivers or none."""

    document: Document
    card: Scorecard
    told: tuple[Told, ...]
    waived: tuple[Told, ...]

    @property
    def source(self) -> Source:
        """The file."""
        return self.document.source

    def place(self, told: Told) -> tuple[Place, Place]:
        """Where a finding begins and ends."""
        return self.source.place(told.span[0]), self.source.place(told.span[1])


def stands(document: Document, finding: Finding) -> bool:
    """Whether a finding speaks of this document: that a channel knows no `alt_1` is no fault of a page that has alternative texts."""
    return not (finding.name == "unknown-field" and finding.field in document.extra)


def standing(reading: Reading, document: Document, findings: Sequence[Finding], given: Sequence[Waiver]) -> list[Finding]:
    """The findings that are not waived."""
    allowed = [*reading.waivers, *given]
    return [f for f in findings if stands(document, f) and waivers.waiver_for(f, document.place(f), allowed) is None]


def reports(
    reading: Reading,
    cards: Iterable[Scorecard],
    given: Sequence[Waiver],
    verdict: Callable[[Scorecard, Sequence[Finding]], Verdict],
    manner: Manner | None = None,
) -> Iterator[Report]:
    """The report of each document of a file, from its scorecards in the same order.

    given: waivers from outside the file; verdict: what a scorecard comes to with these findings only; with a `manner`, the safe fixes are worked out too.
    """
    edits: dict[tuple[int, str, int, int, str], Edit] = {}
    if manner is not None and reading.mendable:
        cards = list(cards)
        safe = [edit for n, (document, card) in enumerate(zip(reading.documents, cards, strict=True)) for edit in mend.edits_of(document, card.findings, n)]
        edits = {(edit.number, edit.key, edit.start, edit.stop, edit.replacement): edit for edit in mend.kept(reading, manner, safe)}
    allowed = [*reading.waivers, *given]
    for number, (document, card) in enumerate(zip(reading.documents, cards, strict=True)):
        told = []
        for finding in card.findings:
            if stands(document, finding):
                span = document.place(finding)
                edit = edits.get((number, finding.field, finding.start, finding.end, finding.fix.replacement)) if finding.fix else None
                told.append(Told(document.told(finding), finding, span, waivers.waiver_for(finding, span, allowed), edit))
        kept = tuple(item for item in told if item.waiver is None)
        waived = tuple(item for item in told if item.waiver is not None)
        changed: dict[str, object] = {"findings": tuple(item.finding for item in kept)}
        if waived:
            changed["verdict"] = verdict(card, [item.raw for item in kept])
        yield Report(document, card.model_copy(update=changed), kept, waived)


@dataclass
class Tally:
    """What a run over many files came to. `worst` is None until something was checked."""

    files: int = 0
    pieces: int = 0
    errors: int = 0
    waived: int = 0
    findings: Counter[Level] = field(default_factory=Counter)
    worst: Verdict | None = None
    worst_at: str = ""

    def add(self, report: Report) -> None:
        """Count a report."""
        self.pieces += 1
        self.waived += len(report.waived)
        self.findings.update(finding.level for finding in report.card.findings)
        if self.worst is None or _GRAVEST_FIRST.index(report.card.verdict) < _GRAVEST_FIRST.index(self.worst):
            self.worst, self.worst_at = report.card.verdict, report.document.id


_GRAVEST_FIRST: tuple[Verdict, ...] = ("blocked", "needs work", "ready for review")
