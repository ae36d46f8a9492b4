"""`centaur personalise`: a draft for many readers, previewed or taken out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from copilot.cli import open_copilot, screen_language
from copilot.errors import BadOption
from copilot.language.words import both


def personalise(
    draft: Annotated[str, typer.Argument(help="Draft, such as d1a2b3c4.")],
    table: Annotated[Path | None, typer.Option("--table", help="Readers: CSV with a header, or JSON lines.")] = None,
    output: Annotated[Path | None, typer.Option("--output", help="Where to write: .csv or .jsonl, one row a reader; with --tool .json.")] = None,
    tool: Annotated[str, typer.Option("--tool", help="Write tags of mailchimp, brevo, klaviyo, hubspot, salesforce or mautic instead.")] = "",
    by: Annotated[str, typer.Option("--by", help="Your name; it stands in the history.")] = "",
    preview: Annotated[bool, typer.Option("--preview", help="Show five readers, the longest and the emptiest among them; write nothing.")] = False,
    html: Annotated[bool, typer.Option("--html", help="Escape the texts for HTML (.jsonl).")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print the preview as JSON.")] = False,
) -> None:
    """Fill the slots of a draft from a table, or turn them into the tags of a mailing tool. All or nothing; only approved drafts are written."""
    from copilot.cli import checking, show

    copilot = open_copilot()
    if preview or json_:
        shown = copilot.for_readers(draft, _given(table, "--table"))
        now = copilot.review(draft).draft
        near = copilot.intrusiveness(now, now.brief)
        if json_:
            show.as_json({**shown.model_dump(mode="json"), "intrusiveness": near.model_dump(mode="json")})
        else:
            show.console().print(show.for_readers(shown, near, screen_language()))
        raise typer.Exit(1 if shown.problems else 0)
    where = _given(output, "--output")
    text = copilot.tagged(draft, by, tool) if tool else copilot.personalised(draft, by, _given(table, "--table"), _form(where, html))
    checking.write_file(where, text)
    typer.echo(str(where))


def _given(path: Path | None, option: str) -> Path:
    if path is None:
        raise BadOption(option=option, given="", mend=both("Give a file.", "Donnez un fichier."))
    return path


def _form(path: Path, html: bool) -> Literal["csv", "jsonl", "html"]:
    if path.suffix == ".csv" and not html:
        return "csv"
    if path.suffix == ".jsonl":
        return "html" if html else "jsonl"
    raise BadOption(
        option="--output",
        given=str(path),
        mend=both("End it in .csv or .jsonl; with --html in .jsonl.", "Terminez-le par .csv ou .jsonl ; avec --html par .jsonl."),
    )
