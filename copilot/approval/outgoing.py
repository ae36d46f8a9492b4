"""Approved copy on its way out: as a campaign file, plain text, JSON, HTML, a message. Only an approved review is given here."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import yaml

from copilot.approval import mail, page
from copilot.channels import field_name, find_channel
from copilot.errors import BadOption
from copilot.language.merge_tags import Tool
from copilot.language.words import both
from copilot.records import Review, Voice

Form = Literal["md", "txt", "json", "html", "eml", "jsonld"]
FORMS: tuple[Form, ...] = ("md", "txt", "json", "html", "eml", "jsonld")


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


def render_html(review: Review, voice: Voice, form: Literal["html", "eml"], tool: Tool, data: Sequence[Mapping[str, Any]], marks: Mapping[str, str]) -> str:
    """An approved e-mail or page as HTML, or the e-mail as a whole message. `data`: JSON-LD of a page. Raises: BadOption for a channel that has no such form."""
    draft = review.draft
    if draft.channel == "email":
        return mail.as_eml(draft, voice, tool, marks) if form == "eml" else mail.as_html(draft, voice, tool, marks)
    if form == "html" and draft.channel in page.PAGES:
        return page.as_html(draft, voice, data, marks)
    raise BadOption(
        option="--format",
        given=form,
        mend=both(
            "html is for e-mails and pages, eml for e-mails; md, txt and json for every channel.",
            "html est pour les e-mails et les pages, eml pour les e-mails ; md, txt et json pour tous les canaux.",
        ),
    )
