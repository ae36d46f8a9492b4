"""`centaur rules`: the catalogue, one rule, and `import-vale`, which brings a Vale style to a brand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from copilot.cli import open_copilot, screen_language

if TYPE_CHECKING:
    from rich.console import RenderableType

    from copilot.guardrails.vale.adopt import Adoption


class _Rules(TyperGroup):
    """`rules` with a code or options alone means `rules show`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `show` before what names no command."""
        if not args or (args[0] not in self.commands and args[0] != "--help"):
            args = ["show", *args]
        return super().parse_args(ctx, args)


rules_app = typer.Typer(
    cls=_Rules,
    rich_markup_mode=None,
    help="The catalogue of rules, or one rule explained: `centaur rules [CODE]`. `import-vale` brings a Vale style to a brand.",
)


@rules_app.command("import-vale")
def import_vale(
    source: Annotated[Path, typer.Argument(metavar="PATH", help="A folder of Vale rules, or a package with styles/<Style>/*.yml, as a folder or .zip.")],
    brand: Annotated[str, typer.Option("--brand", "-b", help="Brand that gets the rules.")],
    level: Annotated[
        str, typer.Option(help="Gravest level its rules may have: advice, scoring or blocking. Vale's errors block only with blocking.")
    ] = "scoring",
    locale: Annotated[str, typer.Option(help="Language of the copy it is for: fr, en or both; default: the one each style is written in.")] = "",
    json_: Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")] = False,
) -> None:
    """Take over a Vale style or package for a brand: what runs here is copied into its folder, the rest is listed with the reason."""
    from copilot.cli import show
    from copilot.errors import BadOption
    from copilot.language.words import both
    from copilot.records import LEVELS, LOCALES, find_locale

    gravest = next((known for known in LEVELS if known == level), None)
    if gravest is None:
        raise BadOption(option="--level", given=level, mend=both("Use advice, scoring or blocking.", "Prenez advice, scoring ou blocking."))
    locales = LOCALES if locale == "both" else (find_locale(locale),) if locale else ()
    done = open_copilot().import_vale(source, brand, gravest, locales)
    if json_:
        show.as_json(_row(done))
    else:
        show.console().print(_page(done, screen_language()))


def _row(done: Adoption) -> dict[str, Any]:
    return done.model_dump(mode="json", exclude={"skipped", "faults"}) | {
        "skipped": [{"rule": item.rule, "why": item.why._asdict()} for item in done.skipped],
        "faults": [{"file": fault.file, "line": fault.line, "what": fault.what._asdict(), "mend": fault.mend._asdict()} for fault in done.faults],
    }


def _page(done: Adoption, language: str) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from copilot.language.words import both

    counts = both(
        "{brand}: {imported} rules imported, {skipped} skipped, {faulty} with faults",
        "{brand} : {imported} règle(s) importée(s), {skipped} laissée(s) de côté, {faulty} en défaut",
    )
    lines = [Text(counts.say(language, brand=done.brand, imported=len(done.imported), skipped=len(done.skipped), faulty=len(done.faulty)), "bold")]
    for style, locales in done.locales.items():
        own = [code.removeprefix(style + ".") for code in done.imported if code.startswith(style + ".")]
        lines.append(Text(f"{style} ({', '.join(locales)}): ", "bold").append(", ".join(own), "not bold"))
    loose = [code for code in done.imported if code.split(".")[0] not in done.locales]
    if loose:
        lines.append(Text(", ".join(loose)))
    heads = both("Switched off by the package:", "Désactivées par le paquet :"), both("Skipped:", "Laissées de côté :"), both("Faults:", "Défauts :")
    if done.off:
        lines += [Text(), Text(heads[0].say(language), "bold"), Text("  " + ", ".join(done.off))]
    if done.skipped:
        lines += [Text(), Text(heads[1].say(language), "bold")]
        lines += [Text(f"  {item.rule}: {item.why.say(language)}") for item in done.skipped]
    if done.faults:
        lines += [Text(), Text(heads[2].say(language), "bold")]
        lines += [Text(f"  {fault.place}: {fault.what.say(language)} → {fault.mend.say(language)}") for fault in done.faults]
    lines += [Text(note, "dim") for note in done.notes]
    after = both("\nSee them: centaur rules --brand {brand}", "\nLes voir : centaur rules --brand {brand}")
    return Group(*lines, Text(after.say(language, brand=done.brand)))
