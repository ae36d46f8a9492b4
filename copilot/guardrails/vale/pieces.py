"""A field cut into blocks: plain text, Markdown or HTML, by what it looks like.

Whatever is not prose for a reader (code, addresses, merge tags) stands in a block as asterisks of the same length, as in Vale, so that no rule can fire in it. Comments
such as `<!-- vale Style.Rule = NO -->` switch rules off from there on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from copilot.guardrails.rule import FieldText
from copilot.guardrails.vale import hypertext, markdown
from copilot.guardrails.vale.scope import TITLES, Block, Kind
from copilot.guardrails.vale.segments import paragraphs, sentences
from copilot.language.prose import BLANK, Prose

_HTML = re.compile(r"\s*<(?:!doctype|html|head|body|table|div|p|h[1-6]|ul|ol|section|article|span|a|img|center|td|tr|style|title|!--)\b[^>]*>?", re.IGNORECASE)
_CLOSING = re.compile(r"</[a-z][a-z0-9]*\s*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"[*_`#\[<&\\~|]|!\[|^[ \t]*(?:[-+>]|\d{1,9}[.)])[ \t]|^(?:\t| {4})\S|^(?:=+|-+)[ \t]*$|\n", re.MULTILINE)
_BLANKS = re.compile(BLANK + "+")
_NO_PARAGRAPH = frozenset({"heading", "list", "table", "blockquote", "alt"})
ALL_KINDS: frozenset[Kind] = frozenset({"base", "sentence", "paragraph", "summary", "raw", "inline"})


def page_of(text: FieldText) -> Prose:
    """What is cut: the page that the field was read from, where there is one, else the field."""
    return Prose(text.markup.text, text.prose.locale) if text.markup else text.prose


def cut(text: FieldText, prose: Prose, kinds: frozenset[Kind] = ALL_KINDS) -> tuple[Block, ...]:
    """The blocks of a page in the order of the text: its own pieces, their sentences and paragraphs, what stands inside a line, the summary, the raw text.

    prose: the page of `text`, as `page_of` gives it; places are those of the page. Of the blocks that are made from others only those of `kinds` are made.
    """
    base, inline = _pieces(prose, text)
    blocks: list[Block] = []
    for block in base:
        blocks.append(block)
        if "paragraph" in kinds and not block.parts & _NO_PARAGRAPH:
            blocks += [block.cut(start, end, "paragraph") for start, end in paragraphs(block.text)]
        if "sentence" in kinds:
            blocks += [block.cut(start, end, "sentence") for start, end in sentences(block.text)]
    if "inline" in kinds:
        blocks += inline
    if "summary" in kinds:
        blocks.append(summary(base))
    if "raw" in kinds:
        blocks.append(Block(prose.text, "raw", frozenset({"raw", _form(prose.text, text)}), 0))
    return tuple(blocks)


def _form(source: str, text: FieldText) -> str:
    if text.markup is not None:
        return text.markup.form
    if text.spec is not None and text.spec.name in TITLES:
        return "txt"
    if _HTML.match(source) and _CLOSING.search(source):
        return "html"
    return "md" if _MARKDOWN.search(source) else "txt"


def _pieces(prose: Prose, text: FieldText) -> tuple[list[Block], list[Block]]:
    name = text.spec.name if text.spec is not None else ""
    form = _form(prose.text, text)
    own = frozenset({form} | ({name} if name else set()) | ({"attr", "alt"} if text.spec is None and text.key.startswith("alt_") else set()))
    if form == "html":
        base, inline = hypertext.cut(prose.text, own)
    elif form == "md":
        base, inline = markdown.cut(prose.text, own)
    else:
        parts = own | {"text"} | ({"heading", TITLES[name]} if name in TITLES else set())
        start = len(prose.text) - len(prose.text.lstrip())
        counts = {f"heading_{TITLES[name]}": 1} if name in TITLES else {}
        base, inline = [Block(prose.text[start:].rstrip(), "base", frozenset(parts), start, counts=counts)], []
    return [_masked(block, prose) for block in base if block.text.strip()], [block for block in inline if block.text.strip()]


def _masked(block: Block, prose: Prose) -> Block:
    """The block with merge tags, addresses and what was blanked before as asterisks."""
    spans = prose.protected
    if not spans and BLANK not in block.text:
        return block
    text = _BLANKS.sub(lambda match: "*" * len(match.group()), block.text)
    if spans:
        text = "".join(_starred(block, text, spans))
    return replace(block, text=text)


def _starred(block: Block, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    places = block.places
    number = 0
    for index, sign in enumerate(text):
        place = places + index if isinstance(places, int) else places[index]
        while number < len(spans) and spans[number][1] <= place:
            number += 1
        inside = number < len(spans) and spans[number][0] <= place
        yield "*" if inside and sign != "\n" else sign


def summary(base: Sequence[Block]) -> Block:
    """The prose of a field as one block: no headings, no table cells, no alternative texts; with the counts of its elements."""
    text: list[str] = []
    places: list[int] = []
    counts: dict[str, int] = {}
    for block in base:
        for name, number in block.counts.items():
            counts[name] = counts.get(name, 0) + number
        if block.parts & {"heading", "table", "alt", "caption"}:
            continue
        text.append(block.text + "\n\n")
        own = range(block.places, block.places + len(block.text)) if isinstance(block.places, int) else block.places
        places += [*own, *([places[-1] if not own else own[-1]] * 2)]
    parts = frozenset({"summary"} | (base[0].parts & {"md", "html", "txt"} if base else set()))
    quiet = frozenset.intersection(*(block.quiet for block in base)) if base else frozenset()
    return Block("".join(text), "summary", parts, places, quiet, counts)
