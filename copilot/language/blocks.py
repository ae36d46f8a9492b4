"""Copy as blocks: headings, paragraphs, lists, pictures. One reader for every place that shows or exports it, so that each escapes its own way.

Plain copy (e-mails, pages) knows paragraphs, lists (`- `) and pictures of their own (`![alt](https://...)`); signs of Markdown in it are letters. Rich copy
(articles) also knows headings, emphasis and links. Raw HTML is text in both. Merge tags are never read as Markdown: `*|FNAME|*` stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import Literal, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from copilot.language.merge_tags import merge_tags

Kind = Literal["heading", "paragraph", "list", "steps", "picture"]
Shown = Callable[[str], str]
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.IGNORECASE)
_HIDDEN = re.compile("\ue100[\ue200-\uf8ff]")
_FIRST = 0xE200
MOST_TAGS = 0xF8FF - _FIRST
_HEADING_END = re.compile(r"[.!?…:;,]$")
LONGEST_HEADING = 60


class Piece(NamedTuple):
    """A run of letters. `href` is an http, mailto or tel address, or a merge tag, or empty."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


class Block(NamedTuple):
    """A block. `lines` holds one line for a heading or paragraph (line breaks are `\\n` in it) and one an item for a list or steps; a picture has `src` and `alt`."""

    kind: Kind
    lines: tuple[tuple[Piece, ...], ...] = ()
    level: int = 0
    src: str = ""
    alt: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Its lines without emphasis and links."""
        return tuple("".join(piece.text for piece in line) for line in self.lines)


@cache
def _reader(rich: bool) -> MarkdownIt:
    reader = MarkdownIt("zero", {"html": False})
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]  # an address is escaped where it is shown, and a hidden merge tag must survive
    return reader.enable(["list", "image", "newline", *(["heading", "emphasis", "link", "autolink"] if rich else [])])


def blocks(text: str, rich: bool = False) -> tuple[Block, ...]:
    """The blocks of `text`, top to bottom."""
    tags: list[str] = []
    pieces, last = [], 0
    for tag in merge_tags(text)[:MOST_TAGS]:
        pieces += [text[last : tag.start], "\ue100" + chr(_FIRST + len(tags))]
        tags.append(tag.text)
        last = tag.end
    hidden = "".join([*pieces, text[last:]])

    def shown(words: str) -> str:
        return _HIDDEN.sub(lambda match: tags[number] if (number := ord(match.group()[1]) - _FIRST) < len(tags) else match.group(), words)

    return tuple(_blocks(_reader(rich).parse(hidden), shown))


def plain_headings(found: Sequence[Block]) -> tuple[Block, ...]:
    """`found` with short single lines that end without a mark and stand before another block as headings: how plain copy of a page marks a new subject."""
    result = []
    for block, following in zip_longest(found, found[1:]):
        text = block.texts[0] if block.kind == "paragraph" else ""
        is_heading = bool(text) and following is not None and "\n" not in text and len(text) <= LONGEST_HEADING and not _HEADING_END.search(text)
        result.append(block._replace(kind="heading", level=2) if is_heading else block)
    return tuple(result)


def _blocks(tokens: Sequence[Token], shown: Shown) -> Iterator[Block]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "heading_open":
            yield Block("heading", (_line(tokens[at + 1], shown),), level=int(token.tag[1:]))
            at += 3
        elif token.type == "paragraph_open":
            yield from _paragraph(tokens[at + 1], shown)
            at += 3
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            end = at + 1
            while tokens[end].level > token.level:
                end += 1
            yield from _list(tokens[at:end], shown)
            at = end + 1
        else:
            at += 1


def _list(tokens: Sequence[Token], shown: Shown) -> Iterator[Block]:
    """A list. What only looks like one ("1958. ...", "+ 3 €") keeps its first sign and stays paragraphs."""
    bullets = tokens[0].type == "bullet_list_open"
    lines, marks = [], []
    for token in tokens:
        if token.type == "list_item_open":
            marks.append(f"{token.info}{token.markup} ")
        elif token.type == "inline":
            lines.append(_line(token, shown))
    if tokens[0].markup == "+" or (not bullets and tokens[0].attrGet("start") not in (None, 1)):
        yield from (Block("paragraph", ((Piece(mark), *line),)) for mark, line in zip(marks, lines, strict=False))
    else:
        yield Block("list" if bullets else "steps", tuple(lines))


def _paragraph(inline: Token, shown: Shown) -> Iterator[Block]:
    """A paragraph; pictures in it stand as blocks of their own after its words."""
    line = _line(inline, shown)
    if any(piece.text.strip() for piece in line):
        yield Block("paragraph", (line,))
    for child in inline.children or ():
        src = shown(str(child.attrGet("src") or "")) if child.type == "image" else ""
        if _usable(src):
            yield Block("picture", src=src, alt=shown(child.content))


def _line(inline: Token, shown: Shown) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    strong = emphasis = 0
    href = ""
    for child in inline.children or ():
        if child.type == "text" and child.content:
            pieces.append(Piece(shown(child.content), strong > 0, emphasis > 0, href))
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append(Piece("\n"))
        elif child.type in ("strong_open", "strong_close"):
            strong += 1 if child.type == "strong_open" else -1
        elif child.type in ("em_open", "em_close"):
            emphasis += 1 if child.type == "em_open" else -1
        elif child.type == "link_open":
            address = shown(str(child.attrGet("href") or ""))
            href = address if _usable(address) else ""
        elif child.type == "link_close":
            href = ""
    return tuple(pieces)


def _usable(address: str) -> bool:
    """Whether an address may be followed from copy: http, mailto, tel, or a merge tag that the sending tool fills."""
    return bool(_ADDRESS.fullmatch(address)) or any(tag.text == address for tag in merge_tags(address))
