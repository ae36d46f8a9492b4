"""How things look in a terminal. Text from drafts and guides is never read as markup.

Found words are underlined, so that they show without colour too (NO_COLOR).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from copilot.approval.workflow import EVENTS, STATES
from copilot.channels import field_name
from copilot.generation.personalise import listing
from copilot.generation.privacy import told
from copilot.guardrails.rates import Rate
from copilot.guardrails.rule import Rule
from copilot.language.words import Words, both
from copilot.records import Copy, Dial, Draft, Finding, Retrieved, Review, Scorecard, State

if TYPE_CHECKING:
    from copilot.generation.leaving import Leaving
    from copilot.generation.personalise import Preview
    from copilot.guides.screening import Screened
    from copilot.service import Forgotten, Intrusiveness

STYLES = {"blocking": "bold underline white on red", "scoring": "underline black on yellow", "advice": "underline cyan"}
LABELS = {"blocking": "bold white on red", "scoring": "black on yellow", "advice": "cyan"}
NARROW = 60
"""Under this many cells a terminal has no room for frames and bars."""
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
    "waived": both("waived", "dérogation"),
    "row": both("row", "ligne"),
    "clean": both("nothing found", "rien trouvé"),
    "more": both("… and {count} more of advice (--json shows all)", "… et {count} autres conseils (--json montre tout)"),
}

COLUMNS = {
    "score": both("score", "score"),
    "why": both("why", "pourquoi"),
    "passage": both("passage", "passage"),
    "text": both("text", "texte"),
    "draft": both("draft", "brouillon"),
    "state": both("state", "état"),
    "brand": both("brand", "marque"),
    "channel": both("channel", "canal"),
    "locale": both("locale", "langue"),
    "product": both("product", "produit"),
    "created": both("created", "créé le"),
    "step": both("step", "étape"),
    "who": both("who", "qui"),
    "when": both("when (UTC)", "quand (UTC)"),
    "note": both("note", "note"),
    "code": both("code", "code"),
    "name": both("name", "nom"),
    "level": both("level", "niveau"),
    "status": both("status", "statut"),
    "fr": both("fr", "fr"),
    "en": both("en", "en"),
    "what": both("what", "quoi"),
}
LEAST = 9
"""Cells that a draft's name takes."""
WHOLE = {"draft", "state", "code", "step"}
"""Columns that are not cut where a terminal is narrow: the next command asks for them."""
HISTORY = ("step", "who", "when", "text", "note")


def _table(language: str, *columns: str, folds: str = "") -> Table:
    """A table without a frame, its columns named in the language of the screen; only the column `folds` may take more than a line."""
    table = Table(box=None, pad_edge=False)
    for name in columns:
        least = LEAST if name in WHOLE else None
        table.add_column(COLUMNS[name].say(language), no_wrap=name != folds, overflow="fold" if name == folds else "ellipsis", min_width=least)
    return table


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
    "long_headline": both("long headline", "titre long"),
    "business_name": both("business name", "nom de l'entreprise"),
    "sitelink": both("sitelink", "lien annexe"),
    "sitelink_line": both("sitelink line", "ligne de lien annexe"),
    "callout": both("callout", "accroche"),
    "snippet": both("snippet", "extrait"),
    "intro": both("introduction", "introduction"),
    "text": both("text", "texte"),
    "brand_name": both("brand name", "nom de la marque"),
    "card_title": both("card title", "titre de la carte"),
    "subheading": both("subheading", "sous-titre"),
    "question": both("question", "question"),
    "answer": both("answer", "réponse"),
    "alt": both("alternative text", "texte alternatif"),
    "tooltip": both("tooltip", "infobulle"),
    "placeholder": both("placeholder", "texte indicatif"),
}


EMAIL_PURPOSES: dict[str, Words] = {
    "draft": both("letter", "lettre simple"),
    "newsletter": both("newsletter", "lettre d'information"),
    "promotion": both("promotion", "promotion"),
    "cart_reminder": both("cart reminder", "relance de panier"),
    "win_back": both("win-back", "reconquête"),
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


class DialLine:
    """A dial as a bar with its interval; in a narrow terminal as figures."""

    def __init__(self, name: str, dial: Dial, language: str) -> None:
        self.name, self.dial, self.language = name, dial, language

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        dial, line = self.dial, Text(f"{WORDS[self.name].say(self.language):<14}")
        if dial.value is None or dial.low is None or dial.high is None:
            yield line.append(WORDS["not measured"].say(self.language), "dim").append(f"  {dial.why}", "dim")
            return
        if options.max_width >= NARROW - 4:
            width = 24
            low, value, high = (round(x / 100 * (width - 1)) for x in (dial.low, dial.value, dial.high))
            for cell in range(width):
                line.append("●" if cell == value else "━" if low <= cell <= high else "·", "bold" if cell == value else "" if low <= cell <= high else "dim")
        yield line.append(f" {dial.value:3.0f}", "bold").append(f"  {dial.low:.0f}-{dial.high:.0f}", "dim")


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
        where = f"{quoted(finding.text, language)}  {field_label(finding.field, language)}" + (f"  ×{told[key]}" if told[key] > 1 else "")
        lines.append(finding_block(finding, language, where))
    if advice > most_advice:
        lines.append(Text(WORDS["more"].say(language, count=advice - most_advice), "dim"))
    return lines


def finding_block(finding: Finding, language: str, where: str, waived: str = "") -> Group:
    """A finding: level, code, name and where; what is wrong; a way out; the source of a rule that counts. `waived`: why it was let stand."""
    level = WORDS["waived" if waived else finding.level].say(language)
    line = Text().append(f" {level} ", "reverse dim" if waived else LABELS[finding.level]).append(f" {finding.label} ", "bold").append(where)
    said = [Text(finding.message)]
    if finding.suggestion:
        said.append(Text(f"→ {finding.suggestion}", "green"))
    if waived:
        said.append(Text(waived, "bold"))
    if finding.source and finding.level != "advice":
        said.append(Text(finding.source, "dim"))
    return Group(line, *(Padding(text, (0, 0, 0, 4)) for text in said))


def quoted(text: str, language: str, most: int = 60) -> str:
    """Found words on one line, in the quotation marks of the language; blanks alone as signs, nothing for a place between two words."""
    words = " ".join(text.split()) or "␣" * len(text)
    words = words if len(words) <= most else words[: most - 1] + "…"
    return "" if not words else f"« {words} »" if language == "fr" else f'"{words}"'


def scorecard(card: Scorecard, copy: Copy, title: str, language: str) -> Panel:
    """A piece of copy with its dials, findings and verdict."""
    verdict = Text(WORDS[card.verdict].say(language), VERDICTS[card.verdict])
    dials = [DialLine(name, dial, language) for name, dial in card.dials.items()]
    return Panel(
        Group(fields(copy, card.findings, language), Text(), *dials, Text(), *finding_lines(card.findings, language)),
        title=Text(title),
        subtitle=verdict,
        title_align="left",
        subtitle_align="right",
    )


def passages(found: Sequence[Retrieved], language: str) -> Table:
    """Retrieved passages: score, why, where from, how they begin."""
    table = _table(language, "score", "why", "passage", "text", folds="text")
    for item in found:
        table.add_row(f"{item.score:.4f}", item.why, item.passage.id, Text(" ".join(item.passage.text.split())[:90]))
    return table


def drafts(rows: Sequence[tuple[Draft, State]], language: str) -> Table:
    """The list of drafts."""
    table = _table(language, "draft", "state", "brand", "channel", "locale", "product", "created")
    for draft, state in rows:
        table.add_row(
            draft.id, STATES[state].say(language), draft.brief.brand, draft.channel, draft.locale, Text(draft.brief.product), f"{draft.created:%Y-%m-%d %H:%M}"
        )
    return table


def history_rows(review: Review, language: str) -> list[dict[str, str]]:
    """Every event of a draft, by the names of the columns."""
    rows = []
    for event in review.history:
        note = "; ".join([event.note, *(f"{code}: {reason}" for code, reason in event.waived.items())]).strip("; ")
        cells = (f"{event.number}. {EVENTS[event.kind].say(language)}", event.who, f"{event.at:%Y-%m-%d %H:%M}", event.text_hash[:8], note)
        rows.append(dict(zip((COLUMNS[name].say(language) for name in HISTORY), cells, strict=True)))
    return rows


def history(review: Review, language: str) -> Table:
    """Every event of a draft."""
    table = _table(language, *HISTORY, folds="note")
    for row in history_rows(review, language):
        table.add_row(*map(Text, row.values()))
    return table


def catalogue(rules: Sequence[Rule], language: str) -> Table:
    """The catalogue of rules."""
    table = _table(language, "code", "name", "level", "status", "fr", "en", "what", folds="what")
    for rule in rules:
        marks = ["•" if locale in rule.locales else "" for locale in ("fr", "en")]
        table.add_row(rule.code, rule.name, rule.level, rule.status, *marks, Text(rule.title.say(language)))
    return table


RATE = both(
    "On {kind} text ({locale}): {share} % of texts, {hits} hits a 1,000 words", "Sur texte {kind} ({locale}) : {share} % des textes, {hits} pour 1 000 mots"
)


def rule_page(rule: Rule, rates: Sequence[Rate], language: str) -> Group:
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
    for rate in rates:
        lines.append(
            Text(RATE.fill(kind=rate.kind, locale=rate.locale, share=f"{100 * rate.share:.2f}", hits=f"{rate.per_1000_words:.2f}").say(language), "dim")
        )
    if rule.rate:
        lines.append(Text(rule.rate, "dim"))
    return Group(*lines)


SENT = {
    "embedding": both("to be embedded", "à plonger en vecteurs"),
    "draft": both("draft", "brouillon"),
    "repair": both("repair, for a draft made of the brief's words", "réparation, pour un brouillon fait des mots du brief"),
}


def leaving(what: Leaving, language: str) -> str:
    """All that would be sent, request by request, then what was masked: kinds and counts."""
    pieces = []
    for sent in what.requests:
        pieces.append(f"=== {SENT[sent.purpose].say(language)} ===")
        pieces += [f"--- {name} ---\n{text}\n" for name, text in (("system", sent.system), ("user", sent.user)) if text]
    masked = both("masked: {found}", "masqué : {found}") if what.masked else both("masked: nothing", "masqué : rien")
    pieces.append(masked.say(language, found=told(what.masked).say(language)) if what.masked else masked.say(language))
    if what.refused:
        pieces.append(what.refused.say(language))
    return "\n".join(pieces)


def forgotten(done: Forgotten, language: str) -> str:
    """What was removed."""
    message = both(
        "{replies} stored replies removed; personal data removed from {briefs} briefs.",
        "{replies} réponses stockées supprimées ; données personnelles retirées de {briefs} briefs.",
    )
    return message.say(language, replies=done.replies, briefs=done.briefs)


def screened(found: Sequence[Screened], language: str) -> str:
    """Passages that give orders to a model, each with its place, its words and what to do; empty for none."""
    message = both(
        "{place}: gives orders to a model, so it is kept out of drafts: {words}. Take them out, or confirm in voice.yaml that they are copy: "
        "`confirmed: [{{passage: '{passage}', words: '{first}', why: ...}}]`",
        "{place} : donne des ordres à un modèle, ne sert donc pas aux brouillons : {words}. Retirez-les, ou confirmez dans voice.yaml que c'est du texte : "
        "`confirmed: [{{passage: '{passage}', words: '{first}', why: ...}}]`",
    )
    return "\n".join(
        message.say(
            language, place=item.place, words="; ".join(f"«{words}»" for words in item.words), passage=item.passage, first=item.words[0].replace("'", "''")
        )
        for item in found
    )


def for_readers(shown: Preview, near: Intrusiveness, language: str) -> Group:
    """What five readers see, the intrusiveness, gentler words, and what stands in the way."""
    head = both(
        "{count} rows; intrusiveness {level} of 4, {label} (the brand allows {cap})",
        "{count} lignes ; intrusion {level} sur 4, {label} (la marque admet {cap})",
    )
    parts: list[RenderableType] = [Text(head.say(language, count=shown.count, level=near.level, label=near.label.say(language), cap=near.cap), "bold")]
    for row in shown.rows:
        note = both("by fallback: {names}", "par repli : {names}").say(language, names=", ".join(row.missing)) if row.missing else ""
        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", no_wrap=True)
        table.add_column(overflow="fold")
        for key, text in row.fields.items():
            table.add_row(field_label(key, language), Text(text))
        parts += [Text(f"\n{WORDS['row'].say(language)} {row.line}  {note}", "cyan"), table]
    if near.gentler:
        parts.append(Text("\n" + both("Gentler:", "Plus doux :").say(language), "bold"))
        parts += [Text(f"{field_label(key, language)}: {text}") for key, text in near.gentler.items()]
    if shown.problems:
        parts.append(Text("\n" + both("Cannot be exported: ", "Ne peut être exporté : ").say(language) + listing(shown.problems).say(language), "bold red"))
    return Group(*parts)
