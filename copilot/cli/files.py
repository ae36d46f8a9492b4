"""`centaur check` over files: reads them, checks them, mends them if asked, shows what was found, and adds up what it came to."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from copilot.cli import formats, show
from copilot.cli.checking import Options, waivers, write_file
from copilot.cli.report import print_report, print_summary
from copilot.documents import folder
from copilot.documents.mend import mended
from copilot.documents.read import Document, decode, load, read
from copilot.documents.report import Report, Tally, reports, standing
from copilot.documents.source import Source
from copilot.documents.waivers import Waiver, option
from copilot.errors import BadOption, CentaurError, FileFault
from copilot.guardrails import scorecard
from copilot.language.words import both
from copilot.records import Bands, Finding, Scorecard, Verdict

if TYPE_CHECKING:
    from copilot.service import Copilot


FIXED = both("{file}: {count} safe fix(es).", "{file} : {count} correction(s) sûre(s).")
UNUSED = both("{place}: the waiver of {codes} covers nothing.", "{place} : la dérogation à {codes} ne couvre rien.")


class Target(NamedTuple):
    """A file to check; standard input where `path` is None. `found`: it was not named but lies in a folder that was."""

    name: str
    path: Path | None
    found: bool = False


class Check:
    """One run of `centaur check` over files."""

    def __init__(self, copilot: Copilot, options: Options) -> None:
        self.copilot, self.options = copilot, options
        self.manner, self.brief = options.manner, options.brief_of()
        self.given = tuple(option(code, reason) for code, reason in waivers(list(options.waived)).items())
        self.bands = copilot.guide(options.brand).voice.bands if options.brand else Bands()
        self.reports: list[Report] = []
        self.rows: list[dict[str, Any]] = []
        self.errors: list[CentaurError] = []
        self.tally = Tally()
        self.code = 0
        self._used: set[Waiver] = set()

    def judge(self, document: Document) -> Scorecard:
        """The scorecard of a piece of copy."""
        return self.copilot.check(document.copy, self.options.brand, self.brief, self.options.language, document.markup)

    def verdict(self, card: Scorecard, findings: Sequence[Finding]) -> Verdict:
        """What a scorecard comes to with these findings only."""
        return scorecard.verdict(findings, card.dials, self.bands)

    def file(self, target: Target) -> bool:
        """Check one file; returns whether it is a list of pieces of copy. Raises: BadInput where it cannot be checked."""
        source = decode(sys.stdin.buffer.read(), "-") if target.path is None else load(target.path, target.name, self.manner.form)
        if self.options.fix:
            source = self._mend(target, source)
            if target.path is None:
                return False
        reading = read(source, self.manner)
        if not reading.documents and not reading.faults:
            if target.found:
                return False
            raise reading.no_words()
        self.tally.files += 1
        covered: set[Waiver] = set()
        cards = (self.judge(document) for document in reading.documents)
        for report in reports(reading, cards, self.given, self.verdict, self.manner if self.options.format == "sarif" else None):
            covered |= {told.waiver for told in report.waived if told.waiver}
            self._keep(report, reading.has_rows)
        for fault in reading.faults:
            self.error(fault.error)
            self.rows.append({"id": f"{source.name}:{fault.line}", "line": fault.line, "error": fault.error.say(self.options.language)})
        self._used |= covered
        for waiver in reading.waivers:
            if waiver not in covered:
                self._unused(f"{source.name}:{waiver.line}", waiver)
        return reading.has_rows

    def _mend(self, target: Target, source: Source) -> Source:
        """The source with its safe fixes, on disk or on standard output. Raises: FileFault for a draft, whose words have a history."""
        if not read(source, self.manner).mendable:
            mend = both("Change its words with `centaur edit`, which keeps their history.", "Changez ses mots avec `centaur edit`, qui en garde l'histoire.")
            raise FileFault(file=source.name, what=both("is a draft of the store", "est un brouillon du magasin"), mend=mend)
        after, count = mended(source, self.manner, lambda reading, document: standing(reading, document, self.judge(document).findings, self.given))
        if target.path is None:
            sys.stdout.write(after.written)
        elif count:
            write_file(target.path.resolve(), after.written)
            sys.stderr.write(f"centaur: {FIXED.say(self.options.language, file=source.name, count=count)}\n")
        return after

    def _keep(self, report: Report, row: bool) -> None:
        options = self.options
        self.tally.add(report)
        self.code = max(self.code, 1 if options.fails(report.card) else 0)
        if options.format == "text":
            print_report(report, options.language, row)
        elif options.format == "github":
            for line in formats.github(report, options.language):
                print(line)
        elif options.format == "json":
            self.rows.append(formats.row(report))
        else:
            self.reports.append(report)

    def error(self, error: CentaurError) -> None:
        """Tell what could not be checked; the rest goes on."""
        said = error.say(self.options.language)
        self.errors.append(error)
        self.tally.errors += 1
        self.code = max(self.code, error.exit_code)
        sys.stderr.write(f"centaur: {said}\n")
        if self.options.format == "github":
            print(formats.command("error", formats.place_of(error), said))

    def _unused(self, place: str, waiver: Waiver) -> None:
        sys.stderr.write(f"centaur: {UNUSED.say(self.options.language, place=place, codes=', '.join(waiver.codes).upper())}\n")

    def close(self, single: bool) -> int:
        """Show what is shown at the end, and give the exit code. `single`: one piece of copy was asked for, so that JSON is one row and no list."""
        options = self.options
        for waiver in self.given:
            if waiver not in self._used:
                self._unused("--waive", waiver)
        if options.format == "json":
            show.as_json(self.rows[0] if single and self.rows else self.rows)
        elif options.format == "sarif":
            rules = self.copilot.rules_of(options.brand) if options.brand else self.copilot.rules
            show.as_json(formats.sarif(self.reports, self.errors, rules, options.language, self.code))
        elif not single:
            print_summary(self.tally, options.language)
        return self.code


def targets(sources: Sequence[str]) -> Iterator[Target | CentaurError]:
    """What the given paths mean: standard input, files, the copy in folders; each once."""
    seen: set[Path] = set()
    for source in sources:
        if source == "-":
            yield Target("-", None)
            continue
        path = Path(source)
        try:
            found = folder.files(path) if path.is_dir() else [path]
        except CentaurError as error:
            yield error
            continue
        for file in found:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield Target(source if file is path else str(file), file, file is not path)


def files(copilot: Copilot, sources: list[str], options: Options) -> int:
    """Check files one after the other; returns the exit code. What cannot be read is told, and the others still are checked."""
    if not sources:
        raise BadOption(
            option="FILES",
            given="",
            mend=both("Name files, - for standard input, or --input rows.jsonl.", "Nommez des fichiers, - pour l'entrée standard, ou --input lignes.jsonl."),
        )
    check = Check(copilot, options)
    single = len(sources) == 1 and not Path(sources[0]).is_dir()
    many = not single
    for target in targets(sources):
        try:
            if isinstance(target, CentaurError):
                raise target
            many = check.file(target) or many
        except CentaurError as error:
            if single and options.format in ("text", "json"):
                raise
            check.error(error)
    return 0 if options.fix and sources == ["-"] else check.close(not many)
