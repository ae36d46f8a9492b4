"""Approved pages as HTML: one whole document of escaped text, with what search engines read of it (JSON-LD) and the marks of its making."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from copilot.approval.mail import address, escaped
from copilot.channels import find_channel
from copilot.language.blocks import Block, Piece, blocks, plain_headings
from copilot.records import Draft, Voice

PAGES = frozenset({"seo_page", "landing_page", "product_page", "article", "faq"})
"""Channels that are pages."""


def as_html(draft: Draft, voice: Voice, data: Sequence[Mapping[str, Any]], marks: Mapping[str, str]) -> str:
    """The page: head with title, description and marks, then headline, text and action. `data` are JSON-LD objects."""
    fields = draft.fields
    title = fields.get("title") or fields.get("headline") or f"{draft.brief.product} | {voice.name}"
    metas = {"description": fields.get("meta_description", ""), **marks}
    head = [f"<title>{escaped(title)}</title>"]
    head += [f'<meta name="{address(name)}" content="{address(value)}">' for name, value in metas.items() if value]
    head += [f'<link rel="canonical" href="{address(draft.brief.url)}">'] if draft.brief.url else []
    head += [f'<script type="application/ld+json">{_in_script(item)}</script>' for item in data]
    style = f"body{{font:17px/1.6 {address(voice.look.font)};max-width:42em;margin:2em auto;padding:0 1em}}a.action{{font-weight:600}}"
    return (
        f'<!doctype html>\n<html lang="{draft.locale}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{chr(10).join(head)}\n<style>{style}</style>\n</head>\n<body>\n<main>\n{chr(10).join(_body(draft))}\n</main>\n</body>\n</html>\n"
    )


def _in_script(item: Mapping[str, Any]) -> str:
    """JSON that cannot end the script it stands in."""
    return json.dumps(item, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _body(draft: Draft) -> list[str]:
    fields = draft.fields
    headline = fields.get("h1") or fields.get("headline") or fields.get("title") or draft.brief.product
    made = [f"<h1>{escaped(headline)}</h1>"]
    made += [f"<p><strong>{escaped(fields['subheading'])}</strong></p>"] if fields.get("subheading") else []
    text = fields.get("body") or fields.get("opening") or fields.get("description", "")
    found = blocks(text, rich=draft.channel == "article")
    made += map(_block, plain_headings(found) if draft.channel == "landing_page" else found)
    channel = find_channel(draft.channel)
    for field in channel.fields:
        if field.name == "outline":
            made += [f"<h2>{escaped(fields[key])}</h2>" for key in field.keys() if key in fields]  # noqa: SIM118 - keys of a numbered field
        if field.name == "question":
            pairs = [(fields[key], fields.get(key.replace("question", "answer"), "")) for key in field.keys() if key in fields]  # noqa: SIM118 - the same
            made += [f"<h2>{escaped(question)}</h2>\n<p>{escaped(answer)}</p>" for question, answer in pairs]
    call = fields.get("call_to_action", "")
    if call:
        made.append(
            f'<p><a class="action" href="{address(draft.brief.url)}">{escaped(call)}</a></p>' if draft.brief.url else f"<p><strong>{escaped(call)}</strong></p>"
        )
    return made


def _piece(piece: Piece) -> str:
    words = escaped(piece.text).replace("\n", "<br>")
    words = f"<strong>{words}</strong>" if piece.strong else words
    words = f"<em>{words}</em>" if piece.emphasis else words
    return f'<a href="{address(piece.href)}">{words}</a>' if piece.href else words


def _block(block: Block) -> str:
    if block.kind == "picture":
        return f'<p><img src="{address(block.src)}" alt="{address(block.alt)}"></p>'
    lines = ["".join(map(_piece, line)) for line in block.lines]
    if block.kind == "heading":
        level = max(block.level, 2)
        return f"<h{level}>{lines[0]}</h{level}>"
    if block.kind in ("list", "steps"):
        name = "ul" if block.kind == "list" else "ol"
        return f"<{name}>" + "".join(f"<li>{line}</li>" for line in lines) + f"</{name}>"
    return f"<p>{lines[0]}</p>"
