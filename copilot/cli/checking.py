"""What the commands do between parsing and showing: options, bulk rows, writing files, exit codes."""

from __future__ import annotations

import codecs
import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copilot.approval.outgoing import FORMS
from copilot.bootstrap import choose_model
from copilot.channels import find_channel
from copilot.documents.read import Manner, find_form
from copilot.documents.tables import NO_COLUMNS, Columns
from copilot.errors import BadOption, CentaurError, FileFault
from copilot.guardrails.bulk import check_rows
from copilot.guides import load, yamlfile
from copilot.language.merge_tags import TITLES
from copilot.language.words import both
from copilot.records import LEVELS, Brief, Copy, Scorecard, find_locale

if TYPE_CHECKING:
    from copilot.service import Copilot
    from copilot.settings import Settings


FORMATS = ("text", "json", "sarif", "github")


@dataclass(frozen=True)
class Options:
    """The options of `centaur check`. `waived`: CODE=reason pairs; `manner`: how files are read."""

    brand: str
    locale: str
    channel: str
    field: str
    brief: Path | None
    fix: bool
    fail_on: str
    format: str
    language: str
    waived: tuple[str, ...] = ()
    form: str = ""
    columns: Columns = NO_COLUMNS

    def __post_init__(self) -> None:
        if self.fail_on not in (*LEVELS, "none"):
            raise BadOption(
                option="--fail-on", given=self.fail_on, mend=both("Use blocking, scoring, advice or none.", "Prenez blocking, scoring, advice ou none.")
            )
        if self.format not in FORMATS:
            raise BadOption(option="--format", given=self.format, mend=both("Use text, json, sarif or github.", "Prenez text, json, sarif ou github."))

    @property
    def manner(self) -> Manner:
        """How files are read."""
        return Manner(self.locale, self.channel, self.field, find_form(self.form), self.columns)

    def fails(self, card: Scorecard) -> bool:
        """Whether the card holds a finding at or above the asked level."""
        return self.fail_on != "none" and bool(card.at_level(self.fail_on))  # type: ignore[arg-type]  # checked above

    def brief_of(self) -> Brief | None:
        """The brief given with --brief."""
        without = {"brand": "-", "channel": "email", "locale": "en"}
        return read_brief(self.brief, self.brand, self.channel, self.locale, without=without) if self.brief else None


def read_brief(path: Path, brand: str, channel: str, locale: str, purpose: str = "", without: dict[str, str] | None = None) -> Brief:
    """The brief in a file; an option that is given holds whatever the file says, `without` where both are silent. Raises: UnknownChannel, UnknownLocale, which blame the option; FileFault, BriefFault, BriefFaults."""
    known = {"channel": channel and find_channel(channel, " (--channel)").name, "locale": locale and find_locale(locale, " (--locale)")}
    given = {"brand": brand, "purpose": purpose, **known}
    return load.load_brief(path, without or {}, asked={name: value for name, value in given.items() if value})


def format_of(name: str, json_: bool) -> str:
    """The format of the output from `--format` and `--json`. Raises: BadOption where they disagree."""
    if json_ and name not in ("", "json"):
        mend = both("--json asks for another; give one of them.", "--json en demande un autre ; donnez l'un des deux.")
        raise BadOption(option="--format", given=name, mend=mend)
    return "json" if json_ else name or "text"


def goes_together(files: list[str], source: Path | None, output: Path | None, options: Options) -> None:
    """Refuse options that would be left aside. Raises: BadOption."""
    if output and not source:
        mend = both(
            "--output goes with --input; for files use > FILE of your shell.", "--output va avec --input ; pour des fichiers, prenez > FICHIER du shell."
        )
        raise BadOption(option="--output", given=output, mend=mend)
    if source and files:
        mend = both("Give --input or files, not both.", "Donnez --input ou des fichiers, pas les deux.")
        raise BadOption(option="--input", given=source, mend=mend)
    tables = options.form == "table" or any(Path(file).suffix.lower() in (".csv", ".tsv") for file in files)
    if options.columns.copy and not tables:
        given = ",".join(column for column, _ in options.columns.copy)
        mend = both("--columns goes with tables (.csv, .tsv, --as table).", "--columns va avec des tables (.csv, .tsv, --as table).")
        raise BadOption(option="--columns", given=given, mend=mend)


_STREAM = Path("-")
"""Standard input, standard output."""


def bulk(copilot: Copilot, source: Path, output: Path | None, options: Options) -> int:
    """Check rows; returns the exit code: 2 with a bad row, 1 with a finding at or above the asked level, else 0. `-` is standard input or output.

    Raises: FileFault where the source is no file, or would be written over.
    """
    if source != _STREAM and not source.is_file():
        what = both("is a folder", "est un dossier") if source.is_dir() else both("there is no such file", "ce fichier n'existe pas")
        raise FileFault(file=source, what=what, mend=both("Give a JSONL file.", "Donnez un fichier JSONL."))
    if output and output != _STREAM and output.exists() and source.exists() and output.samefile(source):
        what = both("holds the rows to check and would be written over", "contient les lignes à vérifier et serait écrasé")
        raise FileFault(file=output, what=what, mend=both("Write to another file.", "Écrivez dans un autre fichier."))
    shared = options.brief_of()
    code = 0

    def judge(copy: Copy, brief: Any) -> Scorecard:
        nonlocal code
        own = shared
        if isinstance(brief, dict):
            given = {"brand": options.brand or "-", "channel": copy.channel or "email", "locale": copy.locale, "product": "-"}
            own = load.make_brief(brief, given)
        card = copilot.check(copy, options.brand, own, options.language if options.locale else "", explained=False)
        code = max(code, 1 if options.fails(card) else 0)
        return card

    bad = 0
    with _reader(source) as lines, _writer(output) as out:
        for row in check_rows(lines, judge, options.language):
            bad += "error" in row
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    if bad:
        sys.stderr.write(
            f"centaur: {both('{n} row(s) could not be checked; each has an error row.', '{n} ligne(s) illisibles ; chacune a sa ligne d’erreur.').say(options.language, n=bad)}\n"
        )
    return 2 if bad else code


@contextlib.contextmanager
def _reader(source: Path) -> Iterator[Iterable[bytes]]:
    """Lines as bytes, without the byte order mark; each is decoded alone, so that one that is not UTF-8 costs no other."""
    with contextlib.nullcontext(sys.stdin.buffer) if source == _STREAM else source.open("rb") as raw:
        yield (line if number else line.removeprefix(codecs.BOM_UTF8) for number, line in enumerate(raw))


@contextlib.contextmanager
def _writer(output: Path | None) -> Iterator[Any]:
    if output in (None, _STREAM):
        yield sys.stdout
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("w", encoding="utf-8") as out:
            yield out
    except OSError as error:
        raise _unwritable(output, error) from error


def write_file(path: Path, text: str) -> None:
    """Write a file whole or not at all. Raises: FileFault."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False, newline="") as out:
            out.write(text)
        made = Path(out.name)
        made.chmod(path.stat().st_mode if path.exists() else 0o644)
        made.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> FileFault:
    what = both(f"cannot be written ({error.strerror})", f"ne peut être écrit ({error.strerror})")
    return FileFault(file=path, what=what, mend=both("Choose another place.", "Choisissez un autre endroit."))


def edited_fields(pairs: list[str], file: Path | None) -> dict[str, str]:
    """The fields to change, from `field=text` pairs and a JSON file. Raises: BadOption, FileFault."""
    fields: dict[str, str] = {}
    if file:
        text, faults = yamlfile.read_text(file, str(file))
        if faults:
            raise FileFault(file=file, what=faults[0].what, mend=faults[0].mend)
        try:
            data = json.loads(text)
        except json.JSONDecodeError as error:
            raise FileFault(
                file=file, what=both("is not JSON", "n'est pas du JSON"), mend=both('Write {"subject": "..."}.', 'Écrivez {"subject": "..."}.')
            ) from error
        fields |= {str(key): str(value) for key, value in (data.get("fields", data) if isinstance(data, dict) else {}).items()}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise BadOption(option="--set", given=pair, mend=both("Write --set subject='New words'.", "Écrivez --set subject='Nouveaux mots'."))
        fields[name.strip()] = text
    return fields


def waivers(pairs: list[str]) -> dict[str, str]:
    """CODE=reason pairs. Raises: BadOption."""
    result: dict[str, str] = {}
    for pair in pairs:
        code, equals, reason = pair.partition("=")
        if not equals or not reason.strip():
            raise BadOption(
                option="--waive",
                given=pair,
                mend=both("Write --waive LAW001='the certificate is in the file'.", "Écrivez --waive LAW001='le certificat est au dossier'."),
            )
        result[code.strip().upper()] = reason.strip()
    return result


def exported(copilot: Copilot, draft: str, by: str, form: str, tool: str) -> str:
    """An approved draft as text. Raises: NotAllowed, BadOption."""
    for option, given, known in (("--format", form, FORMS), ("--tool", tool, tuple(TITLES))):
        if given not in known:
            names = ", ".join(known)
            raise BadOption(option=option, given=given, mend=both(f"Use one of: {names}.", f"Prenez l'un de : {names}."))
    return copilot.exported(draft, by, form, tool)  # type: ignore[arg-type]  # both checked above


def doctor(copilot: Copilot) -> dict[str, str]:
    """What is configured, as name and sentence. Opens nothing and sends nothing."""
    settings = copilot.settings
    offline, wrong = settings.model_name == "offline", ""
    try:
        choose_model(settings)
    except CentaurError as error:
        wrong = f" (wrong: {error.say('en')})"
    where = settings.openai_base_url or "OpenAI"
    embedded = settings.embeddings.startswith("openai:")
    return {
        "model": settings.model_name + (" (the composer: no model, no network; CENTAUR_MODEL=openai:<name> connects one)" if offline else wrong),
        "key": "set" if settings.openai_api_key else "not set (OPENAI_API_KEY)",
        "embeddings": settings.embeddings + (f", sent to {where}" if embedded else ", computed here"),
        "index": settings.chroma_url or f"embedded, {settings.store_folder / 'chroma'}",
        "store": str(settings.store_folder / "centaur.db"),
        "brands": ", ".join(copilot.brands()) or "none",
        "guides": ", ".join(map(str, settings.folders("brand_guides"))),
        "prompts": ", ".join(map(str, settings.folders("prompts"))),
        "sent": "nothing leaves this machine"
        if (offline or wrong) and not embedded
        else f"prompts go to {where}, personal data masked; see --what-leaves BRIEF",
    }


def ui_command(settings: Settings, port: int, address: str) -> list[str]:
    """What runs the Streamlit desk. Raises: FileFault where it is not installed."""
    found = [folder / "streamlit_app.py" for folder in settings.folders("ui") if (folder / "streamlit_app.py").is_file()]
    if not found:
        raise FileFault(
            file="ui/streamlit_app.py", what=both("is not there", "n'est pas là"), mend=both("Reinstall centaur-copilot.", "Réinstallez centaur-copilot.")
        )
    options = {
        "server.port": str(port),
        "server.address": address,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "client.toolbarMode": "minimal",
        "browser.gatherUsageStats": "false",
        "runner.postScriptGC": "false",  # a look for garbage over all rules after every key press took longer than the check
    }
    return [sys.executable, "-m", "streamlit", "run", str(found[0]), *(word for name, value in options.items() for word in (f"--{name}", value))]


def run_ui(settings: Settings, port: int, address: str) -> None:
    """Run the Streamlit desk until it is closed. Raises: FileFault where it is not installed."""
    command = ui_command(settings, port, address)
    print(f"http://{address}:{port}")
    with contextlib.suppress(KeyboardInterrupt):
        subprocess.run(command, check=False)
