"""Draft - check - repair: findings go back to the model as precise edits of the words concerned.

For each blocking or scoring finding the model gets the one sentence (in a short field: the field) that holds it, what is wrong and the way out, and answers with that
sentence alone. Nothing else of the draft can change. An edit is kept only if no measured dial falls, no finding of truth is new, and the findings weigh
less than before; all edits of a round are tried together first, then one by one. So a repair never gives a worse draft.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from copilot.channels import Channel
from copilot.errors import ModelTrouble
from copilot.generation.ask import ask, in_language, reply_object
from copilot.generation.outputs import Outputs, sources_of
from copilot.generation.personalise import usable
from copilot.generation.privacy import Mask
from copilot.generation.prompts import Prompt
from copilot.language.prose import Prose
from copilot.ports import Model, ModelRequest
from copilot.records import Brief, Copy, Dial, Finding, Record, Scorecard

WEIGHTS = {"blocking": 100.0, "scoring": 10.0, "advice": 0.0}
TRUTH = ("CLM", "GRD", "LAW", "PRV", "SAF")
SLACK = 1.0
"""Points by which a dial may move without counting as worse: less than the dials can tell."""
SHORT_FIELD = 160
"""Fields up to this many characters are rewritten whole; of longer ones the sentence."""
MOST_EDITS = 8

Check = Callable[[Copy], Scorecard]


class Edit(Record):
    """Words of a field to be rewritten, and why."""

    number: int
    field: str
    start: int
    end: int
    text: str
    limit: int = 0
    """Longest text that may stand here, in characters; 0 for none."""
    problems: tuple[str, ...]


class Repaired(Record):
    """A draft after its repair. `rounds` made, `kept` and `dropped` edits, tokens spent; `fields` equal the draft's where nothing was better."""

    fields: dict[str, str]
    rounds: int = 0
    kept: int = 0
    dropped: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    trouble: str = ""


def edits_for(copy: Copy, findings: Sequence[Finding], channel: Channel | None) -> list[Edit]:
    """The sentences that hold blocking and scoring findings, gravest first, each once, with all that is wrong in it."""
    places: dict[tuple[str, int, int], list[Finding]] = {}
    for finding in findings:
        if finding.level == "advice" or not copy.fields.get(finding.field):
            continue
        places.setdefault(_place(copy, finding), []).append(finding)
    ordered = sorted(places.items(), key=lambda item: (-sum(WEIGHTS[f.level] for f in item[1]), item[0]))
    edits: list[Edit] = []
    for (field, start, end), own in ordered[:MOST_EDITS]:
        spec = channel.field(field) if channel else None
        text = copy.fields[field]
        whole = (start, end) == (0, len(text))
        limit = (spec.shown or spec.limit or 0) if spec and whole else 0
        problems = tuple(dict.fromkeys(f'"{f.text[:60]}": {f.message} {f.suggestion}'.strip() for f in own))
        edits.append(Edit(number=len(edits) + 1, field=field, start=start, end=end, text=text[start:end], limit=limit, problems=problems))
    return edits


def _place(copy: Copy, finding: Finding) -> tuple[str, int, int]:
    text = copy.fields[finding.field]
    if len(text) <= SHORT_FIELD:
        return finding.field, 0, len(text)
    prose = Prose(text, copy.locale)
    spans = [prose.original(start, end) for start, end in prose.sentences]
    for start, end in spans:
        if start <= finding.start < end:
            return finding.field, start, max(end, min(finding.end, len(text)))
    return finding.field, 0, len(text)


def weight(card: Scorecard) -> float:
    """How much is wrong: blocking findings weigh ten scoring ones; advice nothing."""
    return sum(WEIGHTS[finding.level] for finding in card.findings)


def noise(dial: Dial) -> float:
    """By how much a measured dial may fall without having fallen, in points: an eighth of its own interval, at least SLACK."""
    return max(SLACK, (dial.high - dial.low) / 8) if dial.low is not None and dial.high is not None else SLACK


def is_better(before: Scorecard, after: Scorecard) -> bool:
    """Whether findings weigh less, no measured dial falls, and nothing new is wrong with the truth."""
    if weight(after) >= weight(before):
        return False
    for name, dial in before.dials.items():
        now = after.dials[name]
        if dial.value is not None and (now.value is None or now.value < dial.value - noise(dial)):
            return False

    def truths(card: Scorecard) -> list[tuple[str, str]]:
        return sorted((f.code, f.text) for f in card.findings if f.code[:3] in TRUTH and f.level != "advice")

    old = truths(before)
    return all(item in old for item in truths(after))


def apply_edits(fields: dict[str, str], edits: Sequence[Edit], replacements: dict[int, str]) -> dict[str, str]:
    """`fields` with the replacements put in; edits of one field from its end."""
    result = dict(fields)
    for edit in sorted(edits, key=lambda one: (one.field, -one.start)):
        new = replacements.get(edit.number, "").strip()
        if new:
            text = result[edit.field]
            result[edit.field] = text[: edit.start] + new + text[edit.end :]
    return result


def repair(
    model: Model,
    prompt: Prompt,
    copy: Copy,
    brief: Brief,
    channel: Channel | None,
    values: dict[str, Any],
    mask: Mask,
    check: Check,
    rounds: int,
    budget_tokens: int,
    on_text: Callable[[str], None] | None = None,
) -> Repaired:
    """A better draft, or the same. At most `rounds` rounds and about `budget_tokens` tokens in all; a trouble of the model ends the repair, not the draft."""
    fields, card = dict(copy.fields), check(copy)
    kept = dropped = spent_in = spent_out = done = 0
    trouble = ""
    for _ in range(rounds):
        edits = edits_for(copy.model_copy(update={"fields": fields}), card.findings, channel)
        if not edits or spent_in + spent_out >= budget_tokens:
            break
        request = repair_request(prompt, brief, edits, values, mask)

        outputs = Outputs(mask.restore(request.system), sources_of((brief.text, brief.url, *values["claims"], *mask.keep, *fields.values())), usable(brief))

        def read(text: str, edits: list[Edit] = edits, outputs: Outputs = outputs) -> dict[int, str]:
            new = read_edits(text, edits, mask, brief.locale)
            outputs.check({str(number): words for number, words in new.items()})
            return new

        try:
            answer = ask(model, request, read, brief.locale, on_text)
        except ModelTrouble as error:
            trouble = error.say("en")
            break
        done += 1
        spent_in, spent_out = spent_in + answer.tokens_in, spent_out + answer.tokens_out
        fields, card, good, bad = _keep_what_helps(copy, fields, card, edits, answer.value, check)
        kept, dropped = kept + good, dropped + bad
        if not good:
            break
    return Repaired(fields=fields, rounds=done, kept=kept, dropped=dropped, tokens_in=spent_in, tokens_out=spent_out, trouble=trouble)


def _keep_what_helps(
    copy: Copy, fields: dict[str, str], card: Scorecard, edits: list[Edit], replacements: dict[int, str], check: Check
) -> tuple[dict[str, str], Scorecard, int, int]:
    """All edits if together they help, else those that help one after the other."""
    together = apply_edits(fields, edits, replacements)
    after = check(copy.model_copy(update={"fields": together}))
    if is_better(card, after):
        return together, after, len(replacements), 0
    good = 0
    for edit in sorted(edits, key=lambda one: (one.field, -one.start)):
        if edit.number not in replacements or fields[edit.field][edit.start : edit.end] != edit.text:
            continue
        single = apply_edits(fields, [edit], replacements)
        after = check(copy.model_copy(update={"fields": single}))
        if is_better(card, after):
            fields, card, good = single, after, good + 1
    return fields, card, good, len(replacements) - good


def repair_request(prompt: Prompt, brief: Brief, edits: Sequence[Edit], values: dict[str, Any], mask: Mask) -> ModelRequest:
    """The request that asks for these edits, masked."""
    filled = {**values, "edits": [edit.model_dump(include={"number", "text", "limit", "problems"}) for edit in edits]}
    system, user = mask.hide_both(*prompt.render(**{name: filled[name] for name in prompt.head.inputs}), brief.locale)
    schema = {
        "type": "object",
        "properties": {
            "edits": {
                "type": "array",
                "minItems": 1,
                "maxItems": len(edits),
                "items": {
                    "type": "object",
                    "properties": {
                        "number": {"type": "integer", "minimum": 1, "maximum": len(edits)},
                        "text": {"type": "string", "minLength": 1, "maxLength": 600},
                    },
                    "required": ["number", "text"],
                    "additionalProperties": False,
                },
            }
        },
        "required": ["edits"],
        "additionalProperties": False,
    }
    defaults = prompt.head.defaults
    return ModelRequest(
        system=system,
        user=user,
        reply_schema=schema,
        temperature=defaults.temperature,
        max_tokens=defaults.max_tokens,
        channel=brief.channel,
        brand=brief.brand,
        purpose="repair",
    )


def read_edits(text: str, edits: Sequence[Edit], mask: Mask, locale: str) -> dict[int, str]:
    """Number -> new words, from a model's reply; words that repeat the old ones are left out. Raises: ValueError."""
    rows = reply_object(text).get("edits")
    known = {edit.number: edit for edit in edits}
    found: dict[int, str] = {}
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict) and row.get("number") in known and isinstance(row.get("text"), str):
            new = mask.restore(row["text"]).strip()
            if new and new != known[row["number"]].text:
                found[row["number"]] = new
    in_language({"text": " ".join(found.values())}, locale)
    return found
