"""How things look in a terminal. Text from drafts and guides is never read as markup."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from copilot.channels import field_name
from copilot.guardrails.rule import Rule
from copilot.language.words import Words, both
from copilot.records import Copy, Dial, Draft, Finding, Retrieved, Review, Scorecard

STYLES = {"blocking": "bold white on red", "scoring": "black on yellow", "advice": "underline cyan"}
VERDICTS = {"blocked": "bold red", "needs work": "bold yellow", "ready for review": "bold green"}
WORDS = {
    "voice": both("voice", "voix"),
    "authenticity": both("authenticity", "authenticité"),
    "compliance": both("compliance", "conformité"),
    "blocked": both("blocked", "bloqué"),
    "needs work": both("needs work", "à reprendre"),
    "ready for review": both("ready for review", "prêt à relire"),
    "blocking": both("blocking", "bloquant"),
    "scoring": both("scoring", "compte"),
    "advice": both("advice", "conseil"),
    "not measured": both("not measured", "non mesuré"),
    "more": both("… and {count} more of advice (--json shows all)", "… et {count} autres conseils (--json montre tout)"),
}


FIELDS: dict[str, Words] = {
    "headline": both("headline", "titre"),
    "description": both("description", "description"),
    "path": both("path", "chemin"),
    "primary_text": both("primary text", "texte principal"),
    "subject": both("subject", "objet"),
    "preheader": both("preheader", "préheader"),
    "body": both("body", "corps"),
    "call_to_action": both("call to action", "appel à l'action"),
    "title": both("title", "balise titre"),
    "meta_description": both("meta description", "méta-description"),
    "slug": both("slug", "slug"),
    "h1": both("H1", "H1"),
    "outline": both("outline", "plan"),
    "opening": both("opening", "ouverture"),
}


def field_label(key: str, language: str) -> str:
    """A field's name for a person: `headline_3` -> headline 3."""
    base = field_name(key)
    number = key[len(base) + 1 :]
    return (FIELDS[base].say(language) if base in FIELDS else base) + (f" {number}" if number else "")


def console(stderr: bool = False) -> Console:
    """A console that neither guesses markup nor highlights numbers."""
    return Console(markup=False, highlight=False, stderr=stderr, soft_wrap=False)


def as_json(value: Any) -> None:
    """One JSON value on standard output, French readable."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def dial_line(name: str, dial: Dial, language: str) -> Text:
    """A dial as a bar with its interval."""
    line = Text(f"{WORDS[name].say(language):<14}")
    if dial.value is None or dial.low is None or dial.high is None:
        return line.append(WORDS["not measured"].say(language), "dim").append(f"  {dial.why}", "dim")
    width = 24
    low, value, high = (round(x / 100 * (width - 1)) for x in (dial.low, dial.value, dial.high))
    for cell in range(width):
        line.append("●" if cell == value else "━" if low <= cell <= high else "·", "bold" if cell == value else "" if low <= cell <= high else "dim")
    return line.append(f" {dial.value:3.0f}", "bold").append(f"  {dial.low:.0f}-{dial.high:.0f}", "dim")


def marked(text: str, findings: Iterable[Finding]) -> Text:
    """`text` with the found words underlined by level, the gravest on top."""
    shown = Text(text)
    for level in ("advice", "scoring", "blocking"):
        for finding in findings:
            if finding.level == level and finding.start < finding.end:
                shown.stylize(STYLES[level], finding.start, finding.end)
    return shown


def fields(copy: Copy, findings: Sequence[Finding], language: str) -> Table:
    """The fields of a piece of copy with their findings marked."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for key, text in copy.fields.items():
        table.add_row(field_label(key, language), marked(text, [finding for finding in findings if finding.field == key]))
    return table


def finding_lines(findings: Sequence[Finding], language: str, most_advice: int = 8) -> list[RenderableType]:
    """One block a finding: code, level, words, what is wrong, a way out. Findings of the same rule and words are told once."""
    lines: list[RenderableType] = []
    told: dict[tuple[str, str], int] = {}
    for finding in findings:
        told[finding.code, finding.message] = told.get((finding.code, finding.message), 0) + 1
    shown: set[tuple[str, str]] = set()
    advice = 0
    for finding in sorted(findings, key=lambda f: ("blocking", "scoring", "advice").index(f.level)):
        key = finding.code, finding.message
        if key in shown:
            continue
        shown.add(key)
        if finding.level == "advice":
            advice += 1
            if advice > most_advice:
                continue
        line = Text().append(f" {WORDS[finding.level].say(language)} ", STYLES[finding.level]).append(f" {finding.code} {finding.name} ", "bold")
        words = " ".join(finding.text.split())
        line.append(f"« {words[:60]} »" if language == "fr" else f'"{words[:60]}"', "italic")
        line.append(f"  {field_label(finding.field, language)}", "dim").append(f"  ×{told[key]}" if told[key] > 1 else "", "dim")
        line.append(f"\n    {finding.message}")
        line.append(f"\n    → {finding.suggestion}", "green") if finding.suggestion else None
        lines.append(line)
    if advice > most_advice:
        lines.append(Text(WORDS["more"].say(language, count=advice - most_advice), "dim"))
    return lines


def scorecard(card: Scorecard, copy: Copy, title: str, language: str) -> Panel:
    """A piece of copy with its dials, findings and verdict."""
    verdict = Text(WORDS[card.verdict].say(language), VERDICTS[card.verdict])
    dials = [dial_line(name, dial, language) for name, dial in card.dials.items()]
    return Panel(
        Group(fields(copy, card.findings, language), Text(), *dials, Text(), *finding_lines(card.findings, language)),
        title=Text(title),
        subtitle=verdict,
        title_align="left",
        subtitle_align="right",
    )


def passages(found: Sequence[Retrieved]) -> Table:
    """Retrieved passages: score, why, where from, how they begin."""
    table = Table(box=None, pad_edge=False)
    for name in ("score", "why", "passage", "text"):
        table.add_column(name, no_wrap=name != "text", overflow="ellipsis")
    for item in found:
        table.add_row(f"{item.score:.4f}", item.why, item.passage.id, Text(" ".join(item.passage.text.split())[:90]))
    return table


def drafts(rows: Sequence[tuple[Draft, str]]) -> Table:
    """The list of drafts."""
    table = Table(box=None, pad_edge=False)
    for name in ("draft", "state", "brand", "channel", "locale", "product", "created"):
        table.add_column(name, no_wrap=True, overflow="ellipsis")
    for draft, state in rows:
        table.add_row(draft.id, state, draft.brief.brand, draft.channel, draft.locale, Text(draft.brief.product), f"{draft.created:%Y-%m-%d %H:%M}")
    return table


def history(review: Review) -> Table:
    """Every event of a draft."""
    table = Table(box=None, pad_edge=False)
    for name in ("#", "event", "who", "when (UTC)", "text", "note"):
        table.add_column(name, no_wrap=name != "note")
    for event in review.history:
        note = "; ".join([event.note, *(f"{code}: {reason}" for code, reason in event.waived.items())]).strip("; ")
        table.add_row(str(event.number), event.kind, Text(event.who), f"{event.at:%Y-%m-%d %H:%M}", event.text_hash[:8], Text(note))
    return table


def catalogue(rules: Sequence[Rule], language: str) -> Table:
    """The catalogue of rules."""
    table = Table(box=None, pad_edge=False)
    for name in ("code", "name", "level", "status", "fr", "en", "what"):
        table.add_column(name, no_wrap=name != "what")
    for rule in rules:
        marks = ["•" if locale in rule.locales else "" for locale in ("fr", "en")]
        table.add_row(rule.code, rule.name, rule.level, rule.status, *marks, Text(rule.title.say(language)))
    return table


def rule_page(rule: Rule, language: str) -> Group:
    """All that a rule says of itself."""
    lines: list[RenderableType] = [
        Text(f"{rule.code} {rule.name}", "bold").append(f"   {rule.level}, {rule.status}, {', '.join(rule.locales)}", "dim"),
        Text(rule.title.say(language)),
        Text(),
        Text(rule.what),
        Text(rule.why.say(language)),
        Text(),
    ]
    lines += [Text("✗ " if example.bad else "✓ ", "red" if example.bad else "green").append(f"({example.locale}) {example.text}") for example in rule.examples]
    lines += [Text(), Text(f"Source: {rule.source}", "dim"), Text(f"Last reviewed: {rule.last_reviewed}", "dim")]
    if rule.jurisdictions or rule.channels:
        lines.append(Text(f"Applies: {', '.join((*rule.jurisdictions, *rule.channels))}", "dim"))
    return Group(*lines)
