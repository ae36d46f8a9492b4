"""`centaur voice`: what a brand's voice was learnt from and how far it agrees with its manager; labels; one text explained."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from copilot.cli import open_copilot, screen_language

if TYPE_CHECKING:
    from copilot.service import VoiceReport

voice_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="A brand's voice: report, label snippets, explain a text.")
Brand = Annotated[str, typer.Option("--brand", "-b", help="Brand, as its folder is called.")]
LocaleOption = Annotated[str, typer.Option("--locale", help="fr or en; default: the brand's first language.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]


@voice_app.command()
def report(brand: Brand, locale: LocaleOption = "", json_: Json = False) -> None:
    """The voice in a copywriter's words, what it was learnt from, and how it agrees with the labels; disagreements, the most confident first."""
    from copilot.cli import show
    from copilot.records import find_locale

    found = open_copilot().voice_report(brand, find_locale(locale) if locale else None, screen_language())
    if json_:
        show.as_json(found.model_dump(mode="json"))
    else:
        _show_report(found)


def _show_report(found: VoiceReport) -> None:
    for line in found.summary:
        typer.echo(line)
    for item in found.disagreements:
        typer.echo(f"  {item.label.label:7} {item.value:5.1f}  {item.label.text}")


@voice_app.command()
def label(
    texts: Annotated[list[str], typer.Argument(metavar="TEXT...", help="Snippets of copy.")],
    brand: Brand,
    kind: Annotated[str, typer.Option("--label", help="us or not-us.")],
    locale: LocaleOption = "",
    channel: Annotated[str, typer.Option(help="Channel of the snippets, where it matters.")] = "",
    why: Annotated[str, typer.Option(help="What decided.")] = "",
) -> None:
    """Mark snippets as the brand's voice or not; they are added to its labels.jsonl."""
    from copilot.language.words import both
    from copilot.records import find_locale

    added, file = open_copilot().add_labels(brand, texts, kind, find_locale(locale) if locale else None, channel, why)
    typer.echo(both("{count} label(s) added to {file}", "{count} étiquette(s) ajoutées à {file}").say(screen_language(), count=added, file=file))


@voice_app.command()
def explain(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A text file, or - for standard input.")],
    brand: Brand,
    locale: LocaleOption = "",
    channel: str = "",
    json_: Json = False,
) -> None:
    """What makes the voice dial of a text: what pulls it up and down, which habits differ, two passages to listen to."""
    from copilot.cli import show
    from copilot.documents.read import decode, load
    from copilot.records import find_locale

    text = (decode(sys.stdin.buffer.read(), "-") if file == "-" else load(Path(file), file)).text
    dial = open_copilot().explain_voice(brand, text, find_locale(locale) if locale else None, channel, screen_language())
    if json_:
        show.as_json(dial.model_dump(mode="json"))
        return
    typer.echo(f"{dial.value:.0f} ({dial.low:.0f}-{dial.high:.0f})" if dial.value is not None and dial.low is not None and dial.high is not None else "-")
    typer.echo(dial.why)
    for part in dial.parts:
        number = "" if part.value is None else f" {part.value:g} {part.unit}"
        typer.echo(f"\n{part.name}{number}\n  {part.why}")
        for words in part.words:
            typer.echo(f"    {words}")
