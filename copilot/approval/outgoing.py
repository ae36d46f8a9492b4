"""Approved copy on its way out: as a campaign file, as plain text, as JSON. Only an approved review is given here."""

from __future__ import annotations

import json
from typing import Literal

import yaml

from copilot.channels import field_name, find_channel
from copilot.records import Review


def render(review: Review, form: Literal["md", "txt", "json"]) -> str:
    """The approved words. `md` is the form of `campaigns/*.md`, ready to join the corpus."""
    draft, approval = review.draft, review.approval
    signed = {"by": approval.editor.name, "at": approval.at.isoformat(), "text": approval.text_hash} if approval else {}
    if form == "json":
        record = {"id": draft.id, "channel": draft.channel, "locale": draft.locale, "product": draft.brief.product, "fields": draft.fields, "approved": signed}
        return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    if form == "txt":
        return "\n\n".join(draft.fields.values()) + "\n"
    head = {"id": draft.id, "channel": draft.channel, "locale": draft.locale, "product": draft.brief.product, "facts": draft.brief.facts}
    channel = find_channel(draft.channel)
    sections: dict[str, list[str]] = {}
    for key, text in draft.fields.items():
        sections.setdefault(field_name(key) if channel.field(key) else key, []).append(text)
    body = ""
    for name, texts in sections.items():
        spec = channel.field(name)
        body += f"## {name}\n" + ("\n".join(f"- {text}" for text in texts) if spec and spec.most > 1 else "\n".join(texts)) + "\n\n"
    return f"---\n{yaml.safe_dump(head, allow_unicode=True, sort_keys=False)}---\n{body}"
