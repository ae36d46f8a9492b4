"""Markdown cut into blocks whose every character knows its place in the source.

markdown-it-py says which lines a block has and which pieces a line is made of; the pieces are then found again in the source, one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token

from copilot.guardrails.vale import hypertext
from copilot.guardrails.vale.controls import Controls
from copilot.guardrails.vale.scope import Block

_FRONT_MATTER = re.compile(r"\A(?:---|\+\+\+)[ \t]*\n.*?\n(?:---|\+\+\+)[ \t]*(?:\n|\Z)", re.DOTALL)
_PREFIX = re.compile(r"(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*(?:\[[ xX]\][ \t]+)?(?:#{1,6}[ \t]+)?")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>]+[^\s<>.,;:!?)'\"]")
_PART_OF = {"heading": "heading", "list_item": "list", "blockquote": "blockquote", "td": "table.cell", "th": "table.header"}
_INLINE_PART = {"link": "link", "strong": "strong", "em": "emphasis"}


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.core.ruler.disable("text_join")
    return parser


def cut(source: str, own: frozenset[str]) -> tuple[list[Block], list[Block]]:
    """The blocks of `source` in order, and the pieces inside lines (links, code, strong, emphasis). `own` are parts that every block has."""
    front = _FRONT_MATTER.match(source)
    shift = front.end() if front else 0
    return _Cutter(source[shift:], shift, own).cut()


class _Cutter:
    def __init__(self, source: str, shift: int, own: frozenset[str]) -> None:
        self.source, self.shift, self.own = source, shift, own
        lines = source.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in lines)]
        self.base: list[Block] = []
        self.inline: list[Block] = []
        self.controls = Controls()
        self.at = 0
        self.pending: dict[str, int] = {}

    def cut(self) -> tuple[list[Block], list[Block]]:
        around: list[tuple[str, str]] = []
        for token in _parser().parse(self.source):
            kind = token.type.removesuffix("_open").removesuffix("_close")
            if token.nesting == 1 and kind in _PART_OF:
                around.append((kind, token.tag))
            elif token.nesting == -1 and kind in _PART_OF and around:
                around.pop()
            elif token.type == "inline":
                self._line(token, around)
            elif token.type == "html_block":
                self._html(token)
            elif token.type in ("fence", "code_block"):
                self._count("pre")
                self._advance(token)
        if self.pending and self.base:
            for name, number in self.pending.items():
                self.base[-1].counts[name] = self.base[-1].counts.get(name, 0) + number
        return self.base, self.inline

    def _count(self, name: str) -> None:
        self.pending[name] = self.pending.get(name, 0) + 1

    def _advance(self, token: Token) -> None:
        if token.map:
            self.at = max(self.at, min(self.starts[min(token.map[1], len(self.starts) - 1)], len(self.source)))

    def _html(self, token: Token) -> None:
        assert token.map is not None
        start = self.starts[token.map[0]]
        piece = self.source[start : min(self.starts[min(token.map[1], len(self.starts) - 1)], len(self.source))]
        base, inline = hypertext.cut(piece, self.own, self.controls, self.shift + start)
        self.base += base
        self.inline += inline
        self._advance(token)

    def _line(self, token: Token, around: Sequence[tuple[str, str]]) -> None:
        assert token.map is not None
        cell = any(kind in ("td", "th") for kind, _ in around)
        self.at = max(self.at, self.starts[token.map[0]])
        if not cell and (around or self.source[self.at : self.at + 1] in " \t"):
            prefix = _PREFIX.match(self.source, self.at)
            self.at = prefix.end() if prefix else self.at
        limit = min(self.starts[min(token.map[1], len(self.starts) - 1)], len(self.source))
        parts = self._parts(around)
        quiet = self.controls.quiet
        reader = _Line(self, limit, parts | self.own)
        reader.read(token.children or [])
        text = "".join(reader.text)
        kept = text.strip()
        if kept:
            start = text.index(kept)
            counts, self.pending = self.pending, {}
            for name in self._counted(around):
                counts[name] = counts.get(name, 0) + 1
            places = reader.places[start : start + len(kept)]
            self.base.append(Block(kept, "base", parts | self.own, _packed(places), quiet, counts, tuple(reader.switches)))
        self.base += reader.alts
        self.inline += reader.inline
        self.at = max(self.at, limit) if not cell else self.at

    @staticmethod
    def _parts(around: Sequence[tuple[str, str]]) -> frozenset[str]:
        parts = {"text"}
        for kind, tag in around:
            parts.update(_PART_OF[kind].split("."))
            if kind == "heading":
                parts.add(tag)
        return frozenset(parts)

    @staticmethod
    def _counted(around: Sequence[tuple[str, str]]) -> list[str]:
        """What this block adds one to, for formulas: the outermost element decides."""
        if not around:
            return []
        kind, tag = around[0]
        return {"heading": [f"heading_{tag}"], "list_item": ["list"], "blockquote": ["blockquote"]}.get(kind, [])


def _packed(places: list[int]) -> int | list[int]:
    """The first place if the others follow it one by one."""
    return places[0] if places[-1] - places[0] == len(places) - 1 else places


class _Line:
    """The pieces of one block, put together again."""

    def __init__(self, cutter: _Cutter, limit: int, parts: frozenset[str]) -> None:
        self.cutter, self.limit, self.parts = cutter, limit, parts
        self.text: list[str] = []
        self.places: list[int] = []
        self.inline: list[Block] = []
        self.alts: list[Block] = []
        self.switches: list[tuple[int, frozenset[str]]] = []
        self._open: list[tuple[str, int]] = []

    def _find(self, piece: str) -> int:
        """Where `piece` stands from here on; reading goes on after it. Where it is not found (a decoded sign), here."""
        cutter = self.cutter
        at = cutter.source.find(piece, cutter.at, self.limit) if piece else cutter.at
        if at < 0:
            return cutter.at
        cutter.at = at + len(piece)
        return at

    def _add(self, text: str, start: int, stars: bool = False) -> None:
        shift = self.cutter.shift
        if stars:
            self.text.append("".join("\n" if sign == "\n" else "*" for sign in text))
        else:
            self.text.append(_ADDRESS.sub(lambda match: "*" * len(match.group()), text) if "/" in text or "www." in text else text)
        self.places += range(start + shift, start + shift + len(text))

    def read(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            kind = token.type
            if kind == "text":
                if token.content:
                    self._add(token.content, self._find(token.content))
            elif kind == "text_special":
                start = self._find(token.markup)
                self._add(token.content, start)
                self.places[-len(token.content) :] = (
                    [start + self.cutter.shift] * len(token.content) if token.info == "entity" else [start + 1 + self.cutter.shift]
                )
            elif kind in ("softbreak", "hardbreak"):
                self._add("\n", self._find("\n"))
            elif kind == "code_inline":
                self._code(token)
            elif kind == "image":
                self._image(token)
            elif kind == "html_inline":
                self._find(token.content)
                if token.content.startswith("<!--"):
                    self.cutter.controls.read(token.content)
                    self.switches.append((self.cutter.at + self.cutter.shift, self.cutter.controls.quiet))
                elif re.match(r"<br\b", token.content, re.IGNORECASE):
                    self._add("\n", self.cutter.at - 1)
            elif token.nesting == 1:
                self._open.append((kind.removesuffix("_open"), len(self.places)))
                if token.markup not in ("autolink", "linkify"):
                    self._find(token.markup or "[")
            elif token.nesting == -1:
                self._close(token)

    def _close(self, token: Token) -> None:
        kind, start = self._open.pop() if self._open else ("", 0)
        part = _INLINE_PART.get(kind)
        if kind == "link":
            if token.markup == "autolink":
                self._star(start)
            else:
                self.cutter.at = _after_link(self.cutter.source, self.cutter.at, self.limit)
        else:
            self._find(token.markup)
        if part and start < len(self.places):
            text = "".join(self.text)[start:]
            self.inline.append(Block(text, "inline", (self.parts - {"text"}) | {part}, _packed(self.places[start:]), self.cutter.controls.quiet))

    def _star(self, start: int) -> None:
        whole = "".join(self.text)
        self.text = [whole[:start], "*" * (len(whole) - start)]

    def _code(self, token: Token) -> None:
        self._find(token.markup)
        start = self._find(token.content)
        self._find(token.markup)
        shift = self.cutter.shift
        if token.content:
            self.inline.append(Block(token.content, "inline", (self.parts - {"text"}) | {"code"}, start + shift, self.cutter.controls.quiet))
        self._add(token.content, start, stars=True)

    def _image(self, token: Token) -> None:
        self._find("![")
        alt = _Line(self.cutter, self.limit, frozenset())
        alt.read(token.children or [])
        text = "".join(alt.text)
        if text.strip():
            parts = frozenset({"text", "attr", "alt"}) | self.cutter.own
            self.alts.append(Block(text, "base", parts, _packed(alt.places), self.cutter.controls.quiet))
        self.cutter.at = _after_link(self.cutter.source, self.cutter.at, self.limit)


def _after_link(source: str, at: int, limit: int) -> int:
    """The place after `](address "title")` or `][label]`, whose bracket stands at or after `at`."""
    close = source.find("]", at, limit)
    if close < 0:
        return at
    following = source[close + 1 : close + 2]
    if following == "[":
        end = source.find("]", close + 2, limit)
        return end + 1 if end >= 0 else close + 1
    if following != "(":
        return close + 1
    depth, index, quote = 0, close + 1, ""
    while index < limit:
        sign = source[index]
        if sign == "\\":
            index += 1
        elif quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and source[index - 1] in " \t\n":
            quote = sign
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
            if not depth:
                return index + 1
        index += 1
    return close + 1
