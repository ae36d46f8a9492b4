"""A file in the form of `campaigns/*.md`: front matter with a channel, then one `## field` a section. So is an approved draft, exported."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from copilot.channels import Channel, find_channel
from copilot.documents.markdown import front_matter
from copilot.documents.source import Piece, Source, Writer
from copilot.language.prose import Span

_HEADING = re.compile(r"^##[ \t]+(?P<name>[^\r\n]*)(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_ITEM = re.compile(r"^- ", re.MULTILINE)


class Campaign(NamedTuple):
    """The pieces of a campaign file under its channel. `locale` is what the file says, or empty."""

    channel: Channel
    locale: str
    pieces: dict[str, Piece]


def head(source: Source) -> dict[str, Any]:
    """The front matter, empty where there is none that is YAML."""
    front = front_matter(source.text)
    try:
        data = yaml.safe_load(front["yaml"] or "") if front else None
    except yaml.YAMLError:
        return {}
    return {str(key): value for key, value in data.items()} if isinstance(data, dict) else {}


def read(source: Source) -> Campaign | None:
    """The campaign in a file, None for a file of another form. Raises: UnknownChannel."""
    front, data = front_matter(source.text), head(source)
    if front is None or not isinstance(data.get("channel"), str):
        return None
    headings = list(_HEADING.finditer(source.text, front.end()))
    if not headings:
        return None
    channel = find_channel(data["channel"], f" ({source.name})")
    pieces: dict[str, Piece] = {}
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        name, body = heading["name"].strip(), (heading.end(), following.start() if following else len(source.text))
        spec = channel.field(name)
        if spec and spec.most > 1:
            items = _items(source, body)
            pieces |= {key: _piece(source, item) for key, item in zip(spec.keys(len(items)), items, strict=True)}
        else:
            pieces[name] = _piece(source, body)
    locale = data.get("locale")
    return Campaign(channel, locale if isinstance(locale, str) else "", pieces)


def _items(source: Source, body: Span) -> list[Span]:
    marks = list(_ITEM.finditer(source.text, *body))
    begins = [body[0], *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), body[1]]
    return [(begin, end) for begin, end in zip(begins, ends, strict=True) if source.text[begin:end].strip()]


def _piece(source: Source, body: Span) -> Piece:
    text = source.text[slice(*body)]
    writer = Writer(source)
    writer.copy(body[0] + len(text) - len(text.lstrip()), max(body[1] - len(text) + len(text.rstrip()), body[0]))
    return writer.piece()
