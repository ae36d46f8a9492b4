"""What `centaur check` says of files. Found words are underlined in a terminal; where nothing can be underlined, in a pipe or a file, a report is plain lines that
`grep` and editors understand: `file:line:column: level CODE name: "words"`, with carets under the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.rule import Rule as Line
from rich.table import Table
from rich.text import Text

from copilot.cli.show import NARROW, VERDICTS, WORDS, DialLine, console, field_label, finding_block, marked, quoted
from copilot.language.words import both

if TYPE_CHECKING:
    from copilot.documents.report import Report, Tally, Told
    from copilot.documents.source import Piece, Source

WIDEST_EXCERPT = 100
"""Cells of a line that are shown around found words where lines are not wrapped."""
MOST_PLACES = 12
"""Places at which one rule is told in one block."""
MOST_LINES = 14
"""A text of more lines is shown only where something was found."""


def print_report(report: Report, language: str, row: bool = False) -> None:
    """A checked file on standard output. `row`: it is one of many rows of a file, of which only those with findings are shown."""
    told = sorted([*report.told, *report.waived], key=lambda item: (("blocking", "scoring", "advice").index(item.finding.level), item.span))
    if row and not told:
        return
    out = console()
    if not out.is_terminal or out.color_system is None:
        for line in plain_report(report, told, language, with_dials=not row):
            print(line)
        return
    verdict = Text(WORDS[report.card.verdict].say(language), VERDICTS[report.card.verdict])
    blocks = list(_blocks(report, told, language))
    dials: list[RenderableType] = [] if row else [Text(), *(DialLine(name, dial, language) for name, dial in report.card.dials.items()), Text()]
    body = [*_excerpts(report, told, language), *dials, *blocks]
    title = Text(_title(report))
    if out.width < NARROW:
        out.print(Line(title, align="left"), *body, verdict, sep="\n")
    else:
        out.print(Panel(Group(*body), title=title, subtitle=verdict, title_align="left", subtitle_align="right"))


def _title(report: Report) -> str:
    name = report.source.name
    return name if report.document.id == name else f"{name}:{report.document.line} · {report.document.id}"


def _blocks(report: Report, told: Sequence[Told], language: str) -> Iterator[RenderableType]:
    """One block a rule and message, with the words and places of each of its findings."""
    groups: dict[tuple[str, str, str], list[Told]] = {}
    for item in told:
        groups.setdefault((item.finding.code, item.finding.message, _waived(item, language)), []).append(item)
    for (_, _, waived), items in groups.items():
        places = []
        for item in items[:MOST_PLACES]:
            begin, _ = report.place(item)
            field = f" {field_label(item.finding.field, language)}" if len(report.document.pieces) > 1 else ""
            places.append(f"{quoted(item.finding.text, language)} {begin.line}:{begin.column}{field}".strip())
        if len(items) > MOST_PLACES:
            places.append(f"+{len(items) - MOST_PLACES}")
        yield finding_block(items[0].finding, language, " · ".join(places), waived)


def _waived(told: Told, language: str) -> str:
    from copilot.cli.formats import waiver_words

    return waiver_words(told).say(language) if told.waiver else ""


def _excerpts(report: Report, told: Sequence[Told], language: str) -> Iterator[RenderableType]:
    """The text line by line, numbered as in the file, found words marked; of a long one only the lines in which something was found."""
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for key, piece in report.document.pieces.items():
        own = [item.raw for item in told if item.raw.field == key]
        lines = list(_lines(piece))
        whole = len(lines) <= MOST_LINES
        if len(report.document.pieces) > 1 and (whole or own):
            table.add_row("", Text(field_label(key, language), "dim italic"))
        left_out = False
        for start, end in lines:
            here = [f for f in own if (f.start < end and start < f.end) or start <= f.start == f.end <= end]
            if not (whole or here):
                left_out = True
                continue
            if left_out:
                table.add_row("", Text("⋯", "dim"))
                left_out = False
            text = marked(piece.shown(report.source, start, end), [f.model_copy(update={"start": max(f.start - start, 0), "end": f.end - start}) for f in here])
            table.add_row(str(report.source.place(piece.begin(start)).line), text)
    yield table


def _lines(piece: Piece) -> Iterator[tuple[int, int]]:
    """Where each line of a piece that is not blank begins and ends."""
    at = 0
    for line in piece.text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def plain_report(report: Report, told: Sequence[Told], language: str, with_dials: bool) -> Iterator[str]:
    """A report as lines of text. What is said of a finding is said once, the source of a rule with its first finding."""
    name = report.source.name
    said: set[str] = set()
    for item in told:
        finding, (begin, _) = item.finding, report.place(item)
        level = WORDS[finding.level].say(language) + (f" ({WORDS['waived'].say(language)})" if item.waiver else "")
        place = f"{name}:{begin.line}:{begin.column}"
        field = f" [{field_label(finding.field, language)}]" if len(report.document.pieces) > 1 else ""
        yield f"{place}: {level} {finding.label}{field}: {quoted(finding.text, language)}".rstrip(": ")
        yield from (f"    {line}" for line in excerpt(report.source, item.span))
        lines = [
            finding.message,
            f"→ {finding.suggestion}" if finding.suggestion else "",
            _waived(item, language),
            finding.source if finding.level != "advice" else "",
        ]
        for line in lines:
            if line and (finding.code + line) not in said:
                said.add(finding.code + line)
                yield f"  {line}"
    yield f"{_title(report)}: {WORDS[report.card.verdict].say(language)}" + (f" · {_dials(report, language)}" if with_dials else "")


def _dials(report: Report, language: str) -> str:
    said = []
    for name, dial in report.card.dials.items():
        value = WORDS["not measured"].say(language) if dial.value is None else f"{dial.value:.0f} ({dial.low:.0f}-{dial.high:.0f})"
        said.append(f"{WORDS[name].say(language)} {value}")
    return " · ".join(said)


def excerpt(source: Source, span: tuple[int, int]) -> tuple[str, str]:
    """The line of the file in which `span` begins, cut to what fits around it, and carets under the words."""
    begin, end = source.line(source.place(span[0]).line)
    stop = min(max(span[1], span[0]), end)
    first = max(begin, min(span[0] - WIDEST_EXCERPT // 3, end - WIDEST_EXCERPT))
    last = min(end, first + WIDEST_EXCERPT)
    lead, words, tail = (_flat(source.text[a:b]) for a, b in ((first, span[0]), (span[0], min(stop, last)), (min(stop, last), last)))
    before, after = "…" if first > begin else "", "…" if last < end else ""
    return before + lead + words + tail + after, " " * cell_len(before + lead) + "^" * max(cell_len(words), 1)


def _flat(text: str) -> str:
    """`text` without what would move a cursor: tabs as spaces, control characters as dots."""
    return "".join(" " if char in "\t\u2028\u2029" else char if char.isprintable() or char in "\u00a0\u202f" else "·" for char in text)


SUMMARY = both(
    "{files} file(s), {pieces} text(s) checked: {blocking} blocking, {scoring} scoring, {advice} advice.",
    "{files} fichier(s), {pieces} texte(s) vérifiés : {blocking} bloquant(s), {scoring} qui compte(nt), {advice} conseil(s).",
)
WORST = both(" Worst: {verdict} ({where}).", " Au pire : {verdict} ({where}).")
WAIVED = both(" {count} waived.", " {count} sous dérogation.")
UNREAD = both(" {count} could not be checked.", " Non vérifiés : {count}.")


def print_summary(tally: Tally, language: str) -> None:
    """One line on what a run over many files came to."""
    counts = {level: tally.findings[level] for level in ("blocking", "scoring", "advice")}
    said = SUMMARY.say(language, files=tally.files, pieces=tally.pieces, **counts)
    if tally.waived:
        said += WAIVED.say(language, count=tally.waived)
    if tally.errors:
        said += UNREAD.say(language, count=tally.errors)
    if tally.worst:
        said += WORST.say(language, verdict=WORDS[tally.worst].say(language), where=tally.worst_at)
    print(said)
