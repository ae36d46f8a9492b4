"""How copy is made, in the terminal: `models`, `costs`, `change`, `record`; and what `write` and `show` print of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from copilot.cli import open_copilot, print_all, screen_language
from copilot.language.words import Words, both

if TYPE_CHECKING:
    from rich.console import RenderableType

    from copilot.adapters.models.known import KnownModel
    from copilot.approval.ai_use import AiUse
    from copilot.generation.change import Proposal
    from copilot.generation.costs import Costs
    from copilot.generation.judge import Judged
    from copilot.generation.loop import Progress
    from copilot.generation.trial import Trial
    from copilot.guardrails.backing import Grounding
    from copilot.records import Draft
    from copilot.service import Changed, Estimate

making_app = typer.Typer(rich_markup_mode=None)

Json = Annotated[bool, typer.Option("--json", help="Print JSON for a machine.")]
DraftId = Annotated[str, typer.Argument(help="Draft, such as d1a2b3c4.")]


# --- models ---


@making_app.command()
def models(
    test: Annotated[bool, typer.Option("--test", help="Send one tiny request to the model in force and say what came back.")] = False, json_: Json = False
) -> None:
    """Which models could be used here, which one is, and with --test whether it answers, how fast, and whether it keeps to a schema."""
    from copilot.bootstrap import known_models
    from copilot.cli import show

    known = known_models()
    tried = open_copilot().try_model() if test else None
    if json_:
        rows = [
            one.model_dump(exclude={"what", "missing"}) | {"what": one.what.en, "missing": one.missing.en if one.missing else None, "ready": not one.missing}
            for one in known
        ]
        result = tried.model_dump(exclude={"trouble"}) | {"trouble": tried.trouble.en if tried.trouble else None} if tried else None
        show.as_json({"models": rows, "test": result})
    else:
        print_all(*_models(known, screen_language()), *(_trial(tried, screen_language()) if tried else ()))
    if tried and tried.trouble:
        raise typer.Exit(3)


def _models(known: Sequence[KnownModel], language: str) -> Iterator[RenderableType]:
    from rich.text import Text

    lacking = both("missing", "il manque")
    for one in known:
        line = Text("● " if one.chosen else "  ", "bold green").append(f"{one.setting:<28} ", "bold" if one.chosen else "")
        line.append(one.what.say(language), "" if one.missing is None else "dim")
        if one.missing:
            line.append(f"\n{'':<31}{lacking.say(language)}: {one.missing.say(language)}", "yellow")
        yield line
    more = both("Any provider of LangChain: pip install langchain-<provider>, then CENTAUR_MODEL=<provider>:<name>.", "Tout fournisseur de LangChain : pip install langchain-<fournisseur>, puis CENTAUR_MODEL=<fournisseur>:<nom>.")  # fmt: skip
    yield Text(more.say(language), "dim")


def _trial(tried: Trial, language: str) -> Iterator[RenderableType]:
    from rich.text import Text

    if tried.trouble:
        yield Text(f"\n{tried.trouble.say(language)}", "red")
        return
    yield Text(f"\n{tried.model}: {tried.reply}")
    rate = f"{tried.tokens_per_s:g}" if tried.tokens_per_s else "-"
    said = both(
        "{tokens_in} tokens in, {tokens_out} out{counted}; first token after {first} s, whole reply after {seconds} s, {rate} tokens/s; schema {kept}",
        "{tokens_in} tokens lus, {tokens_out} écrits{counted} ; premier token après {first} s, réponse entière après {seconds} s, {rate} tokens/s ; schéma {kept}",
    )
    kept = both("kept", "respecté") if tried.schema_kept else both("NOT kept: replies will be held to it by us", "NON respecté : nous y tiendrons les réponses")
    counted = both("", "") if tried.counted else both(" (pieces heard; the endpoint does not count)", " (morceaux entendus ; le service ne compte pas)")
    values = {"tokens_in": tried.tokens_in, "tokens_out": tried.tokens_out, "first": tried.first_token_s, "seconds": tried.seconds, "rate": rate}
    yield Text(said.fill(**values, kept=kept, counted=counted).say(language))


# --- costs ---


def _money(costs: dict[str, float]) -> str:
    return " + ".join(f"{amount:.4f} {currency}" for currency, amount in costs.items()) or "-"


def estimate(found: Estimate, language: str) -> str:
    """What a writing would take, as a sentence."""
    cost = (
        f"{found.cost:.4f} {found.currency}".strip()
        if found.cost is not None
        else both("no price known (CENTAUR_PRICES)", "pas de prix connu (CENTAUR_PRICES)")
    )
    about = both(" (estimated)", " (estimés)") if found.estimated else both("", "")
    said = both(
        "{model}: {tokens_in} tokens in, at most {tokens_out} out{about}; cost at most: {cost}. Repairs may add up to {repair} tokens a draft. Nothing was sent.",
        "{model} : {tokens_in} tokens lus, au plus {tokens_out} écrits{about} ; coût au plus : {cost}. Les reprises peuvent ajouter {repair} tokens par brouillon. Rien n'a été envoyé.",
    )
    values = {"model": found.model, "tokens_in": found.tokens_in, "tokens_out": found.tokens_out, "repair": found.repair_tokens}
    return said.fill(**values, about=about, cost=cost).say(language)


@making_app.command()
def costs(
    brand: Annotated[str, typer.Option("--brand", "-b", help="Only this brand.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="Latest calls and drafts to count.")] = 1000,
    json_: Json = False,
) -> None:
    """What models were asked and what it cost: per brand and model, per draft, and tokens per draft that passes."""
    from copilot.cli import show

    found = open_copilot().costs(brand or None, limit)
    if json_:
        show.as_json(found.model_dump(mode="json"))
    else:
        print_all(*_costs(found, screen_language()))


def _costs(found: Costs, language: str) -> Iterator[RenderableType]:
    from rich.table import Table
    from rich.text import Text

    if not found.sums:
        yield Text(both("No model was asked yet: nothing was paid.", "Aucun modèle n'a encore été sollicité : rien n'a été payé.").say(language))
        return
    heads = both("brand|model|calls|failed|tokens in|tokens out|seconds|cost", "marque|modèle|appels|échecs|tokens lus|tokens écrits|secondes|coût")
    table = Table(*heads.say(language).split("|"))
    for one in found.sums:
        figures = (one.calls, one.failed, one.tokens_in, one.tokens_out, one.seconds)
        table.add_row(one.brand or "-", one.model, *map(str, figures), _money(one.costs) + (f" (+{one.unpriced} ?)" if one.unpriced else ""))
    yield table
    heads = both("draft|model|tokens in|tokens out|cost|passes", "brouillon|modèle|tokens lus|tokens écrits|coût|passe")
    table = Table(*heads.say(language).split("|"))
    yes, no = both("yes", "oui").say(language), both("no", "non").say(language)
    for draft in found.drafts[:20]:
        cost = "-" if draft.cost is None else f"{draft.cost:.4f} {draft.currency}"
        table.add_row(draft.draft, draft.model, str(draft.tokens_in), str(draft.tokens_out), cost, yes if draft.passes else no)
    yield table
    said = both("{tokens} tokens in all, {passing} of {count} drafts pass: {each} tokens per draft that passes.", "{tokens} tokens en tout, {passing} brouillons sur {count} passent : {each} tokens par brouillon qui passe.")  # fmt: skip
    each = "-" if found.tokens_per_passing is None else f"{found.tokens_per_passing:.0f}"
    yield Text(said.say(language, tokens=found.tokens, passing=found.passing, count=len(found.drafts), each=each))


# --- progress ---

STATES = {"writing": both("writing", "écrit"), "mending": both("mending", "reprend"), "done": both("done", "fini"), "failed": both("failed", "échoué")}


@contextmanager
def progress(language: str) -> Iterator[Callable[[Sequence[Progress]], None] | None]:
    """How far each candidate has come, redrawn in place on standard error; nothing where that is no terminal."""
    from rich.live import Live
    from rich.text import Text

    from copilot.cli import show
    from copilot.generation.angles import find_angle

    if not sys.stderr.isatty():
        yield None
        return
    with Live(console=show.console(stderr=True), transient=True, auto_refresh=False) as live:

        def redraw(rows: Sequence[Progress]) -> None:
            lines = Text()
            for row in rows:
                angle = find_angle(row.angle)
                label = angle.label.say(language) if angle else row.angle
                lines.append(f"{label:<14} {STATES[row.state].say(language):<9} {row.heard:>6}  ").append(" ".join(row.tail.split())[-50:] + "\n", "dim")
            live.update(lines, refresh=True)

        yield redraw


# --- change ---


@making_app.command()
def change(
    draft: DraftId,
    how: Annotated[str, typer.Option("--how", help="rewrite, shorten, lengthen, angle:<name>, translate:<fr|en> or channel:<name>.")],
    field: Annotated[str, typer.Option("--field", help="Field that the words stand in; for a new draft in another channel or language: all of it.")] = "",
    words: Annotated[str, typer.Option("--words", help="The words to change, as they stand; default: the whole field.")] = "",
    take: Annotated[str, typer.Option("--take", help="Changes of the last proposal for these words to take: 1,3 or all. Needs --by.")] = "",
    by: Annotated[str, typer.Option("--by", help="Your name; it stands in the history.")] = "",
    json_: Json = False,
) -> None:
    """Change only these words: see what is proposed, then take some of it. Another channel or language becomes a draft of its own."""
    from copilot.cli import show

    copilot = open_copilot()
    span = copilot.selection(draft, field, words)
    if take:
        review = copilot.take_numbered(draft, copilot.proposed(draft, field, *span, how), take, by)
        if json_:
            show.as_json({"id": draft, "state": review.state, "revision": review.revision, "fields": review.draft.fields, "text_hash": review.draft.text_hash})
        else:
            typer.echo(f"{draft}: {review.state} (text {review.draft.text_hash[:8]}, step {review.revision})")
        return
    changed = copilot.change(draft, field, *span, how, "" if json_ else screen_language())
    if json_:
        show.as_json(changed.model_dump(mode="json", exclude={"scorecard", "notes"}) | {"verdict": changed.scorecard.verdict, "notes": [n.en for n in changed.notes]})  # fmt: skip
    else:
        print_all(*_changed(changed, draft, screen_language()))


def _changed(changed: Changed, origin: str, language: str) -> Iterator[RenderableType]:
    from rich.text import Text

    from copilot.cli import show

    if changed.proposal:
        yield difference(changed.proposal)
        for hunk in changed.proposal.hunks:
            yield (
                Text(f"  {hunk.number}. ", "bold")
                .append(" ".join(hunk.old.split()) or "∅", "red strike")
                .append(" → ")
                .append(" ".join(hunk.new.split()) or "∅", "green")
            )
        yield from show.finding_lines(changed.worse, language)
        yield Text(both("Take some: the same command with --take 1,2 (or all) --by 'First Last'.", "En prendre : la même commande avec --take 1,2 (ou all) --by 'Prénom Nom'.").say(language), "dim")  # fmt: skip
    if changed.draft:
        yield show.scorecard(changed.scorecard, changed.draft, f"{changed.draft.id} ← {origin} · {changed.draft.channel} · {changed.draft.locale}", language)
    for note in changed.notes:
        yield Text(note.say(language), "dim")


def difference(proposal: Proposal) -> RenderableType:
    """The selection with what would go struck out and what would come underlined."""
    from rich.text import Text

    shown, last = Text(), 0
    for hunk in proposal.hunks:
        start, end = hunk.start - proposal.start, hunk.end - proposal.start
        shown.append(proposal.old[last:start])
        shown.append(hunk.old, "red strike").append(f"[{hunk.number}]", "dim").append(hunk.new, "green underline")
        last = end
    return shown.append(proposal.old[last:])


# --- grounding and record ---

KINDS: dict[str, Words] = {
    "fact": both("fact", "fait"),
    "claim": both("claim", "allégation"),
    "passage": both("passage", "passage"),
    "nothing": both("nothing", "rien"),
}


def grounding(found: Grounding, language: str) -> Iterator[RenderableType]:
    """Each sentence with what stands behind it; then the facts that no field uses."""
    from rich.table import Table
    from rich.text import Text

    from copilot.cli import show

    table = Table(*both("field|sentence|behind it", "champ|phrase|ce qu'il y a derrière").say(language).split("|"))
    for one in found.sentences:
        behind = Text(KINDS[one.kind].say(language), "yellow" if one.kind == "nothing" else "green").append(f" {one.source}" if one.source else "", "dim")
        table.add_row(show.field_label(one.field, language), Text(one.text), behind)
    yield table
    if found.unused_facts:
        said = both("Facts of the brief that no field uses: {names}.", "Faits du brief qu'aucun champ n'emploie : {names}.")
        yield Text(said.say(language, names=", ".join(found.unused_facts)))


VOTES = {
    "kept": both("kept", "tenu"),
    "broken": both("broken", "rompu"),
    "silent": both("no occasion", "pas d'occasion"),
    None: both("no agreement", "pas d'accord"),
}


def judged(found: Judged, language: str) -> Iterator[RenderableType]:
    """Each trait with what the runs agreed on, how far, and the words of the draft that show it."""
    from rich.table import Table
    from rich.text import Text

    table = Table(*both("trait|verdict|agreement|evidence|made up", "trait|verdict|accord|preuve|inventées").say(language).split("|"))
    for one in found.judgements:
        table.add_row(Text(one.attribute), VOTES[one.vote].say(language), f"{one.agreement:.0%}", Text(" / ".join(one.evidence)), str(one.made_up))
    yield table
    yield Text(found.part(language).why)
    for trouble in found.troubles:
        yield Text(trouble.say(language), "yellow")


def judged_row(found: Judged) -> dict[str, Any]:
    """The same for a machine."""
    return found.model_dump(exclude={"troubles"}) | {"troubles": [trouble.en for trouble in found.troubles]}


@making_app.command("record")
def record_(
    draft: DraftId,
    line: Annotated[bool, typer.Option("--line", help="Only the line to print under the text, in the language of the copy.")] = False,
    json_: Json = False,
) -> None:
    """The AI-use record of a draft: model, prompt, passages, share of words that people changed, who signed; a line to print; marks for HTML."""
    from copilot.approval.ai_use import disclosure
    from copilot.cli import show

    copilot = open_copilot()
    use = copilot.ai_use(draft)
    if line:
        typer.echo(disclosure(use, use.locale))
    elif json_:
        lines = {locale: disclosure(use, locale) for locale in ("fr", "en")}
        show.as_json(use.model_dump(mode="json") | {"disclosure": lines, "marking": copilot.marking(draft)})
    else:
        print_all(*_record(use, copilot.marking(draft), screen_language()))


def _record(use: AiUse, marks: dict[str, str], language: str) -> Iterator[RenderableType]:
    from rich.table import Table
    from rich.text import Text

    from copilot.approval.ai_use import disclosure

    table = Table.grid(padding=(0, 2))
    rows = {
        both("draft", "brouillon"): f"{use.draft} · {use.brand} · {use.channel} · {use.locale}" + (f" ← {use.origin}" if use.origin else ""),
        both("text", "texte"): use.text_hash,
        both("model", "modèle"): use.model,
        **{
            both(f"step {number}", f"étape {number}"): f"{step.task} · {step.by} · {step.prompt or '-'} {step.prompt_hash[:12]} · {step.tokens_in}+{step.tokens_out} tokens"
            for number, step in enumerate(use.steps, 1)
        },
        both("passages", "passages"): ", ".join(use.passages) or "-",
        both("repairs", "reprises"): str(use.repairs),
        both("words changed by people", "mots changés par des personnes"): f"{use.human_percent:g} % ({use.human_edits})",
        both("signed by", "signé par"): f"{use.reviewer}, {use.reviewed_at:%Y-%m-%d %H:%M} UTC" if use.reviewed_at else "-",
    }  # fmt: skip
    for label, value in rows.items():
        table.add_row(Text(label.say(language), "dim"), Text(value))
    yield table
    yield Text(f"\n{disclosure(use, use.locale)}\n", "bold")
    for name, content in marks.items():
        yield Text(f'<meta name="{name}" content="{_escaped(content)}">', "dim")


def _escaped(text: str) -> str:
    import html

    return html.escape(text, quote=True)


def draft_title(draft: Draft) -> str:
    """What stands over a draft: id, model, angle, origin."""
    return " · ".join(part for part in (draft.id, draft.made.model, draft.made.angle, f"← {draft.made.origin}" if draft.made.origin else "") if part)
