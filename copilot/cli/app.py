"""The commands. Each parses, calls one method of `Copilot`, and shows; heavy imports wait until a command runs."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from copilot import __version__
from copilot.cli import open_copilot, print_all, screen_language
from copilot.cli.making import making_app
from copilot.cli.personalise import personalise
from copilot.cli.vale import rules_app
from copilot.cli.voice import voice_app

if TYPE_CHECKING:
    from copilot.records import Draft, Review, Scorecard
    from copilot.service import Copilot, Written

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Centaur drafts and checks marketing copy in a brand's own voice; a named person signs. Exit codes: 0 fine, 1 findings at or above "
    "--fail-on, 2 bad input, 3 model or network trouble.",
)
guides_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Brand folders: make one, check one, write the JSON schemas.")
app.add_typer(guides_app, name="guides")
app.add_typer(rules_app, name="rules")
app.add_typer(voice_app, name="voice")
app.add_typer(making_app)
app.command()(personalise)

Brand = Annotated[str, typer.Option("--brand", "-b", help="Brand, as its folder is called.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]
By = Annotated[str, typer.Option("--by", help="Your name; it stands in the history.")]
Note = Annotated[str, typer.Option("--note", help="What you want to say about it.")]
DraftId = Annotated[str, typer.Argument(help="Draft, such as d1a2b3c4.")]
Level = Annotated[str, typer.Option("--fail-on", help="Leave with 1 from this level of findings on: blocking, scoring, advice or none.")]

BriefBrand = Annotated[str, typer.Option("--brand", "-b", help="Brand; default: the brief's own.")]
BriefChannel = Annotated[str, typer.Option("--channel", help="email, google_rsa, sms, article ... (README.md lists them); default: the brief's own.")]
BriefLocale = Annotated[str, typer.Option("--locale", help="fr or en; default: the brief's own.")]
BriefPurpose = Annotated[str, typer.Option("--purpose", help="Of an e-mail: draft, newsletter, promotion, cart_reminder, win_back; default: the brief's own.")]

DEMO_BRIEFS = {"fr": ("pataud", "bouillotte-odette.yaml"), "en": ("fettle-and-thole", "drover-pack.yaml")}
DEMO_SMOOTH = {
    "fr": {
        "subject": "Odette : la bouillotte révolutionnaire qui va sublimer vos soirées !",
        "body": "Dans un monde où tout va trop vite, découvrez Odette, bien plus qu'une simple bouillotte : une véritable invitation à la douceur. 100 % "
        "écologique, elle reste chaude 12 heures. Plus que quelques exemplaires, dépêchez-vous !",
        "call_to_action": "J'en profite",
    },
    "en": {
        "subject": "Act now: the revolutionary Drover pack is here!",
        "body": "In today's fast-paced world, your gear needs to work as hard as you do. It's not just a pack, it's a companion for life. 100% eco-friendly and "
        "trusted by thousands, it carries 60 litres with ease. Only a few left!",
        "call_to_action": "Elevate your journey",
    },
}
"""What a smooth draft for the same brief looks like, to show what is flagged."""


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"centaur {__version__}")
        raise typer.Exit


@app.callback()
def root(version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False) -> None:
    """The root command."""


@app.command()
def demo(
    language: Annotated[str, typer.Option("--language", "-l", help="fr or en; default: the screen's.")] = "",
    count: Annotated[int, typer.Option("--n", min=1, max=12, help="Drafts to write.")] = 3,
) -> None:
    """Index a sample brand, write variants for a brief that is not in its corpus, check them, show what was found."""
    from copilot.cli import show
    from copilot.guides.load import load_brief
    from copilot.language.words import both
    from copilot.records import Copy, find_locale

    locale = find_locale(language or screen_language())
    copilot = open_copilot()
    brand, name = DEMO_BRIEFS[locale]
    folder = copilot.brands()[brand]
    guide = copilot.guide(brand)
    out = show.console()
    out.print(f"{guide.voice.name}: {len(guide.campaigns)} {both('past campaigns', 'campagnes passées').say(locale)} ({folder.name})", style="bold")
    for item in copilot.index(brand):
        out.print(both("indexed", "indexé").say(locale), f"{item.locale}: {item.passages} passages")
    brief = load_brief(folder / "briefs" / name, {"brand": brand, "channel": "email", "locale": locale})
    out.print(f"\nBrief: {brief.product} · " + " · ".join(f"{key} {value}" for key, value in brief.facts.items()) + "\n")
    _show_written(copilot.write(brief, count, locale), locale)
    smooth = Copy(locale=locale, channel="email", fields=DEMO_SMOOTH[locale])
    title = both("and a smooth draft for the same brief", "et un brouillon lisse pour le même brief").say(locale)
    print_all(show.scorecard(copilot.check(smooth, brand, brief, locale), smooth, title, locale))
    lines = both(
        '\nOpen the desk:          centaur ui\nCheck a text of yours:  echo "In today\'s fast-paced world..." | centaur check - --locale en --brand {brand}\n'
        "Connect a model:        CENTAUR_MODEL=openai:<name> OPENAI_API_KEY=... centaur demo   (or OPENAI_BASE_URL for Ollama, vLLM, llama.cpp)\n"
        "Bring your own brand:   centaur guides new NAME --from FOLDER\nWhat is configured:     centaur doctor",
        "\nOuvrir le bureau :          centaur ui\nVérifier un texte à vous :  echo 'Dans un monde en constante évolution...' | centaur check - --locale fr --brand {brand}\n"
        "Brancher un modèle :        CENTAUR_MODEL=openai:<nom> OPENAI_API_KEY=... centaur demo   (ou OPENAI_BASE_URL pour Ollama, vLLM, llama.cpp)\n"
        "Amener votre marque :       centaur guides new NOM --from DOSSIER\nCe qui est réglé :          centaur doctor",
    )
    out.print(lines.say(locale, brand=brand), soft_wrap=True)  # a command cut in two cannot be pasted


def _show_written(written: Written, language: str) -> None:
    from copilot.cli import making, show

    for draft, card in zip(written.drafts, written.scorecards, strict=True):
        print_all(show.scorecard(card, draft, making.draft_title(draft), language))
    out = show.console()
    for note in written.notes:
        out.print(note.say(language), style="dim")


@app.command()
def index(
    brand: Brand,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Throw the vectors away and make them again from the store.")] = False,
    json_: Json = False,
) -> None:
    """Bring the index up to the brand's guide; only what changed is embedded."""
    from copilot.cli import show

    done = open_copilot().index(brand, rebuild)
    if json_:
        show.as_json([item.model_dump() for item in done])
        return
    for item in done:
        typer.echo(f"{item.brand} {item.locale}: {item.passages} passages, {item.changed} new or changed, {item.removed} removed")
        typer.echo(show.screened(item.screened, screen_language()), nl=bool(item.screened))


@app.command()
def search(
    text: Annotated[str, typer.Argument(help="What to look for.")],
    brand: Brand,
    locale: Annotated[str, typer.Option(help="fr or en; default: the brand's first language.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=100)] = 8,
    json_: Json = False,
) -> None:
    """Find the brand's passages nearest to a text, by meaning and by words."""
    from copilot.cli import show
    from copilot.records import find_locale

    copilot = open_copilot()
    wanted = find_locale(locale) if locale else copilot.guide(brand).voice.locales[0]
    found = copilot.search(brand, wanted, text, limit)
    if json_:
        show.as_json([item.model_dump(mode="json") for item in found])
    else:
        print_all(show.passages(found, screen_language()))


@app.command()
def write(
    brief: Annotated[Path, typer.Option("--brief", help="Brief, YAML or JSON: product, facts ...")],
    brand: BriefBrand = "",
    channel: BriefChannel = "",
    locale: BriefLocale = "",
    purpose: BriefPurpose = "",
    count: Annotated[int, typer.Option("--n", min=1, max=12, help="Drafts to write.")] = 3,
    estimate: Annotated[bool, typer.Option("--estimate", help="Say what it would take, in tokens and money, and send nothing.")] = False,
    json_: Json = False,
) -> None:
    """Write drafts for a brief, check them, keep them. Ctrl-C stops: what was finished is kept, nothing more is paid for."""
    from copilot.cli import checking, making, show

    copilot = open_copilot()
    wanted = checking.read_brief(brief, brand, channel, locale, purpose)
    if estimate:
        found = copilot.estimate(wanted, count)
        show.as_json(found.model_dump()) if json_ else typer.echo(making.estimate(found, screen_language()))
        return
    with making.progress(screen_language()) as on_progress:
        written = copilot.write(wanted, count, "" if json_ else screen_language(), on_progress=on_progress)
    if json_:
        rows = zip(written.drafts, written.scorecards, strict=True)
        show.as_json(
            {
                "drafts": [{**_draft_row(draft), "scorecard": _card_row(draft.id, card)} for draft, card in rows],
                "passages": [{"id": item.passage.id, "score": item.score, "why": item.why} for item in written.context.passages],
                "notes": [note.en for note in written.notes],
            }
        )
        return
    _show_written(written, screen_language())
    typer.echo(f"centaur show {written.drafts[0].id} · centaur submit {written.drafts[0].id} --by 'First Last'")


def _draft_row(draft: Draft) -> dict[str, Any]:
    return draft.model_dump(mode="json", exclude={"brief"}) | {"brand": draft.brief.brand, "text_hash": draft.text_hash}


def _card_row(id_: str, card: Scorecard) -> dict[str, Any]:
    from copilot.guardrails.bulk import output_row

    return output_row(id_, card)


@app.command()
def check(
    files: Annotated[list[str] | None, typer.Argument(help="Files or folders to check, or - for standard input.")] = None,
    brand: Annotated[str, typer.Option("--brand", "-b", help="Brand to judge by; without one only the general rules speak.")] = "",
    locale: Annotated[str, typer.Option(help="fr or en; default: recognised.")] = "",
    channel: Annotated[str, typer.Option(help="Channel, where the text is one field of it.")] = "",
    field: Annotated[str, typer.Option(help="Field of the channel that the text stands in.")] = "text",
    brief: Annotated[Path | None, typer.Option("--brief", help="Brief to tie figures to.")] = None,
    input_: Annotated[Path | None, typer.Option("--input", help="Bulk: JSON lines with id, locale, channel, fields or text; - for standard input.")] = None,
    output: Annotated[Path | None, typer.Option("--output", help="Bulk: where to write; default: standard output.")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Apply the safe fixes to the files, and nothing else.")] = False,
    waive: Annotated[list[str] | None, typer.Option("--waive", help="CODE=reason, to let findings of a rule stand; they are listed with the reason.")] = None,
    form: Annotated[str, typer.Option("--as", help="markdown, html, text, table or json; default: by the name of the file.")] = "",
    columns: Annotated[str, typer.Option(help="CSV, TSV: columns that hold copy, such as subject,body; NAME=field where a field is called otherwise.")] = "",
    id_column: Annotated[str, typer.Option(help="CSV, TSV: column with the row's id; default: id.")] = "",
    locale_column: Annotated[str, typer.Option(help="CSV, TSV: column with the row's language; default: locale, lang, langue.")] = "",
    channel_column: Annotated[str, typer.Option(help="CSV, TSV: column with the row's channel; default: channel, canal.")] = "",
    format_: Annotated[str, typer.Option("--format", help="text, json, sarif (2.1.0) or github (annotations of a workflow).")] = "",
    fail_on: Level = "blocking",
    json_: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Check text against the rules and the brand: files, folders, standard input, or rows in bulk.

    Reads Markdown, HTML, plain text, CSV and TSV, campaigns, and drafts as JSON. Of a folder, what is .md, .txt or .html and not hidden or ignored by git.
    """
    from copilot.cli import checking
    from copilot.cli import files as over_files
    from copilot.documents.tables import Columns

    options = checking.Options(
        brand, locale, channel, field, brief, fix, fail_on, checking.format_of(format_, json_), screen_language(), tuple(waive or ()), form,
        Columns.named(columns, id_column, locale_column, channel_column),
    )  # fmt: skip
    checking.goes_together(files or [], input_, output, options)
    raise typer.Exit(checking.bulk(open_copilot(), input_, output, options) if input_ else over_files.files(open_copilot(), files or [], options))


@app.command("list")
def list_(
    brand: Annotated[str, typer.Option("--brand", "-b", help="Only this brand.")] = "",
    state: Annotated[str, typer.Option(help="draft, in review, approved, rejected, changes requested.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 40,
    json_: Json = False,
) -> None:
    """List drafts, newest first."""
    from copilot.cli import show

    rows = open_copilot().drafts(brand or None, state or None, limit)  # type: ignore[arg-type]  # an unknown state finds nothing
    if json_:
        show.as_json([{**_draft_row(draft), "state": now} for draft, now in rows])
    else:
        print_all(show.drafts(rows, screen_language()))


def _show_review(copilot: Copilot, review: Review, json_: bool, whole: bool = False) -> None:
    from copilot.cli import show

    if json_:
        show.as_json(
            _draft_row(review.draft) | {"state": review.state, "revision": review.revision, "history": [e.model_dump(mode="json") for e in review.history]}
        )
        return
    if whole:
        card = copilot.check_draft(review, screen_language())
        print_all(show.scorecard(card, review.draft, f"{review.draft.id} · {review.state} · text {review.draft.text_hash[:8]}", screen_language()))
        print_all(show.history(review, screen_language()))
    else:
        typer.echo(f"{review.draft.id}: {review.state} (text {review.draft.text_hash[:8]}, step {review.revision})")


@app.command()
def show(
    draft: DraftId,
    grounding: Annotated[bool, typer.Option("--grounding", help="What stands behind each sentence, and facts that no field uses.")] = False,
    judge: Annotated[bool, typer.Option("--judge", help="Ask the model three times whether the draft keeps each trait of the voice; moves no dial.")] = False,
    json_: Json = False,
) -> None:
    """Show a draft as it stands: words, dials, findings, history; with --grounding what stands behind each sentence, with --judge what a model says of its voice."""
    from copilot.cli import making
    from copilot.cli import show as shown

    copilot = open_copilot()
    if grounding:
        found = copilot.grounding(draft)
        shown.as_json(found.model_dump() | {"backed_share": found.backed_share}) if json_ else print_all(*making.grounding(found, screen_language()))
        return
    if judge:
        judged = copilot.judge(draft)
        shown.as_json(making.judged_row(judged)) if json_ else print_all(*making.judged(judged, screen_language()))
        return
    _show_review(copilot, copilot.review(draft), json_, whole=True)


@app.command()
def preview(draft: DraftId, json_: Json = False) -> None:
    """Show a draft as the place where it will be read shows it: cut where that place cuts, with widths and parts."""
    from copilot.cli import previews, show

    copilot = open_copilot()
    shown = copilot.preview(copilot.review(draft).draft)
    if json_:
        show.as_json([{"preview": type(one).__name__} | one.model_dump(mode="json") for one in shown])
    else:
        print_all(previews.previews(shown, screen_language()))


@app.command()
def edit(
    draft: DraftId,
    by: By,
    set_: Annotated[list[str] | None, typer.Option("--set", help="field=text; may be given several times.")] = None,
    file: Annotated[Path | None, typer.Option("--file", help="JSON with the fields to change.")] = None,
    note: Note = "",
    json_: Json = False,
) -> None:
    """Change fields of a draft. An approved draft goes back to review."""
    from copilot.cli import checking

    copilot = open_copilot()
    _show_review(copilot, copilot.edit(draft, checking.edited_fields(set_ or [], file), by, note=note), json_)


@app.command()
def submit(draft: DraftId, by: By, note: Note = "", json_: Json = False) -> None:
    """Hand a draft in for review."""
    copilot = open_copilot()
    _show_review(copilot, copilot.submit(draft, by, note), json_)


@app.command()
def approve(
    draft: DraftId,
    by: By,
    text: Annotated[str, typer.Option("--text", help="Hash (or its first 8 digits) of the text you read; default: as it stands now.")] = "",
    waive: Annotated[list[str] | None, typer.Option("--waive", help="CODE=reason, to overrule a blocking finding; the reason is kept.")] = None,
    note: Note = "",
    json_: Json = False,
) -> None:
    """Sign a draft: this name approves this exact text."""
    from copilot.cli import checking
    from copilot.records import Editor

    copilot, waived = open_copilot(), checking.waivers(waive or [])
    now = copilot.review(draft).draft.text_hash
    wanted = now if not text or (len(text) >= 8 and now.startswith(text)) else text
    review = copilot.approve(draft, Editor.model_construct(name=by), wanted, waived, note=note)
    _show_review(copilot, review, json_)


@app.command("request-changes")
def request_changes(draft: DraftId, by: By, note: Annotated[str, typer.Option("--note", help="What should change.")], json_: Json = False) -> None:
    """Send a draft back with what should change."""
    copilot = open_copilot()
    _show_review(copilot, copilot.request_changes(draft, by, note), json_)


@app.command()
def reject(draft: DraftId, by: By, note: Annotated[str, typer.Option("--note", help="Why.")], json_: Json = False) -> None:
    """Refuse a draft, with the reason."""
    copilot = open_copilot()
    _show_review(copilot, copilot.reject(draft, by, note), json_)


@app.command()
def export(
    draft: DraftId,
    by: By,
    output: Annotated[Path | None, typer.Option("--output", help="File; default: standard output.")] = None,
    form: Annotated[str, typer.Option("--format", help="md, txt or json; e-mails and pages: html; e-mails: eml; pages: jsonld.")] = "md",
    tool: Annotated[str, typer.Option(help="Tool that sends the e-mail, for its unsubscribe tag: mailchimp, brevo, klaviyo ...")] = "liquid",
) -> None:
    """Take an approved draft out, as a file or on standard output."""
    from copilot.cli import checking

    text = checking.exported(open_copilot(), draft, by, form, tool)
    if output and str(output) != "-":
        checking.write_file(output, text)
    else:
        sys.stdout.write(text)


@rules_app.command("show")
def rules(
    code: Annotated[str, typer.Argument(help="A code or a name: explain that rule.")] = "",
    brand: Annotated[str, typer.Option("--brand", "-b", help="Brand whose imported styles are listed too.")] = "",
    markdown: Annotated[bool, typer.Option("--markdown", help="The whole catalogue as a page of Markdown, with measured rates.")] = False,
    json_: Json = False,
) -> None:
    """The catalogue of rules, or one rule explained."""
    from copilot.cli import show

    copilot = open_copilot()
    if markdown:
        sys.stdout.write(copilot.catalogue())
        return
    chosen = [copilot.rule(code, brand)] if code else list(copilot.rules_of(brand) if brand else copilot.rules)
    if json_:
        names = ("code", "name", "level", "status", "locales", "channels", "jurisdictions", "what", "source", "last_reviewed")
        show.as_json([{name: getattr(rule, name) for name in names} | {"title": rule.title._asdict(), "why": rule.why._asdict()} for rule in chosen])
    elif code:
        print_all(show.rule_page(chosen[0], copilot.rates_of(chosen[0]), screen_language()))
    else:
        print_all(show.catalogue(chosen, screen_language()))


@app.command()
def doctor(
    what_leaves: Annotated[Path | None, typer.Option("--what-leaves", help="A brief: print exactly what would be sent to a model for it.")] = None,
    brand: BriefBrand = "",
    channel: BriefChannel = "email",
    locale: BriefLocale = "",
    purpose: BriefPurpose = "",
    json_: Json = False,
) -> None:
    """What is configured, what is missing, what would be sent where."""
    from copilot.cli import checking, show

    copilot = open_copilot()
    if what_leaves:
        leaving = copilot.what_leaves(checking.read_brief(what_leaves, brand, channel, locale, purpose))
        if json_:
            show.as_json(leaving.model_dump())
        else:
            typer.echo(show.leaving(leaving, screen_language()))
        return
    report = checking.doctor(copilot)
    if json_:
        show.as_json(report)
    else:
        for name, value in report.items():
            typer.echo(f"{name:<12} {value}")


@app.command()
def forget(
    before: Annotated[datetime, typer.Option("--before", formats=["%Y-%m-%d"], help="A date: what was stored before it goes.")], json_: Json = False
) -> None:
    """Remove the replies of models stored before a date, and the personal data in the briefs of older drafts."""
    from copilot.cli import show

    done = open_copilot().forget(before.replace(tzinfo=UTC))
    if json_:
        show.as_json(done.model_dump())
    else:
        typer.echo(show.forgotten(done, screen_language()))


@app.command()
def ui(
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8501,
    address: Annotated[str, typer.Option(help="127.0.0.1 keeps it to this machine.")] = "127.0.0.1",
) -> None:
    """Open the desk in a browser (Streamlit)."""
    from copilot.cli import checking

    checking.run_ui(open_copilot().settings, port, address)


@guides_app.command("new")
def guides_new(
    name: Annotated[str, typer.Argument(help="The brand's id: lower case, digits and hyphens.")],
    source: Annotated[Path, typer.Option("--from", help="Folder of .md/.txt, or JSONL with text and, where known, id, channel, locale, sent.")],
) -> None:
    """Make a usable brand folder from nothing but past texts."""
    copilot = open_copilot()
    folder = copilot.new_guide(name, source)
    guide = copilot.guide(name)
    typer.echo(f"{folder}: {len(guide.campaigns)} texts, {', '.join(guide.voice.locales)}. Correct voice.yaml, then: centaur index --brand {name}")


@guides_app.command("check")
def guides_check(brand: Brand) -> None:
    """Load a brand folder and report every fault at once."""
    from copilot.cli import show

    copilot = open_copilot()
    guide, screened = copilot.guide(brand), copilot.screened(brand)
    typer.echo(show.screened(screened, screen_language()), nl=bool(screened))
    typer.echo(f"{brand}: no faults. {len(guide.campaigns)} campaigns, {len(guide.claims.claims)} claims, {len(guide.labels)} labels, version {guide.version}")


@guides_app.command("schema")
def guides_schema(
    output: Annotated[Path | None, typer.Option("--output", help="Folder to write to; default: beside the brands that `guides new` makes.")] = None,
) -> None:
    """Write the JSON schemas of the YAML files, for editors."""
    from copilot.cli import checking
    from copilot.guides.load import SCHEMA_FOLDER, schemas

    folder = output or open_copilot().own_brands / SCHEMA_FOLDER
    for name, text in schemas().items():
        checking.write_file(folder / name, text)
        typer.echo(str(folder / name))
