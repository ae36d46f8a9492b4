"""Markdown: what a reader reads, as one text.

Headings, paragraphs, list items, quotations, table cells, the words of links and the alternative text of images are prose. Front matter, code, link targets,
HTML and the signs of the markup are not; inline code leaves a blank where it stands, since words lean on it. The parser is markdown-it-py (CommonMark, with
the tables and strikethrough of GitHub); its inline rules are wrapped so that each token says where it came from, which the library itself only says of blocks.
Source: CommonMark 0.31.2, https://spec.commonmark.org/0.31.2/; GitHub Flavored Markdown, https://github.github.com/gfm/, read 2026-11-22.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from copilot.documents.source import Piece, Source, Writer
from copilot.documents.waivers import EVERYWHERE, Comment, comments_to_us, is_comment
from copilot.language.prose import Span

FRONT = re.compile(r"(?:---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?=\r?\n|\Z)|\+\+\+[ \t]*\r?\n.*?^\+\+\+[ \t]*(?=\r?\n|\Z))", re.DOTALL | re.MULTILINE)
"""Front matter, YAML or TOML, at the very top."""
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_NOT_LINE_END = re.compile(r"[^\r\n]")
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)

InlineRule = Callable[[StateInline, bool], bool]


def front_matter(text: str) -> re.Match[str] | None:
    """The front matter of a file, if it begins with one."""
    return FRONT.match(text)


def _placed(rule: InlineRule) -> InlineRule:
    """`rule`, whose tokens say in `meta["at"]` which stretch of the inline source they stand for."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if silent:
            return True
        if state.pending:
            state.pushPending()
        new = [token for token in state.tokens[count:] if "at" not in token.meta]
        if len(new) > 1 and all(token.type == "text" for token in new):
            at = start
            for token in new:
                token.meta["at"] = (at, at + len(token.content))
                at += len(token.content)
        else:
            for token in new:
                token.meta["at"] = (start, state.pos)
        return True

    return placed


def _leftover(state: StateInline, silent: bool) -> bool:
    """A character that no other rule takes is text."""
    if not silent:
        state.append_pending(state.src[state.pos])
    state.pos += 1
    return True


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    inline = parser.inline
    inline.ruler.push("leftover", _leftover)
    for name, rule in zip(inline.ruler.get_active_rules(), inline.ruler.getRules(""), strict=True):
        inline.ruler.at(name, _placed(rule))
    inline.ruler2.disable("fragments_join")
    parser.core.ruler.disable("text_join")
    return parser


class _Line(NamedTuple):
    """A line of a block's text: its character `at` stands at `begin` of the source; before each of `cuts` the source has one sign more."""

    at: int
    begin: int
    cuts: tuple[int, ...]


class _Lines:
    """Where the text of one block stands in the source, line by line."""

    def __init__(self, lines: list[_Line]) -> None:
        self._lines = lines
        self._starts = [line.at for line in lines]

    def offset(self, at: int) -> int:
        """Offset in the source of character `at` of the block's text."""
        line = self._lines[max(bisect_right(self._starts, at) - 1, 0)]
        return line.begin + at - line.at + sum(cut <= at for cut in line.cuts)

    def span(self, start: int, stop: int) -> Span:
        """Where start..stop, which is not empty, stands in the source."""
        return self.offset(start), self.offset(stop - 1) + 1


class _Reader:
    """Walks the tokens of one file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.writer = Writer(source)
        self.comments: list[Comment] = []
        self._block: Span = (0, 0)

    def read(self) -> None:
        """Write the prose of the whole file and gather its comments."""
        text = self.source.masked
        if front := front_matter(text):
            text = _NOT_LINE_END.sub(" ", text[: front.end()]) + text[front.end() :]
        tokens = _parser().parse(text)
        cursor, top = 0, True
        for index, token in enumerate(tokens):
            if token.type == "html_block":
                self._comments(tokens, index, top)
                top = top and is_comment(token.content.strip())
                continue
            top = False
            if token.type == "tr_open" and token.map:
                cursor = self.source.line(token.map[0] + 1)[0]
            elif token.type == "inline" and token.map and token.content:
                opened = tokens[index - 1]
                self._block = _span(self.source, opened.map or token.map)
                if opened.type in ("th_open", "td_open"):
                    cursor = self._inline(token, "|", cursor)
                else:
                    task = tokens[index - 2].type == "list_item_open"
                    self._inline(token, opened.markup if opened.markup.startswith("#") else "", task=task)

    def _comments(self, tokens: Sequence[Token], index: int, top: bool) -> None:
        """The comments of a block of HTML, each with the block that follows it, or the whole file."""
        own = tokens[index]
        follows = (t for t in tokens[index + 1 :] if t.level == own.level and t.nesting >= 0 and t.map and t.type != "html_block")
        following = next(follows, None)
        nothing = (len(self.source.text), len(self.source.text))
        span = EVERYWHERE if top else _span(self.source, following.map) if following and following.map else nothing
        if own.map:
            self.comments += [Comment(*place, span) for place in comments_to_us(self.source.text, *_span(self.source, own.map))]

    def _align(self, token: Token, after: str, cursor: int) -> tuple[_Lines, int]:
        """Where the text of an inline token stands in the source, and where it ends there."""
        assert token.map is not None
        masked = self.source.masked
        lines: list[_Line] = []
        at, end = 0, cursor
        for number, text in enumerate(token.content.split("\n")):
            begin, stop = self.source.line(token.map[0] + number + 1)
            core = text.strip(" \t")
            cuts: tuple[int, ...] = ()
            if after == "|":
                found = masked.find(core, max(begin, cursor), stop)
                if found < 0:
                    cuts = tuple(at + match.start() for match in re.finditer(r"\|", text))
                    found = masked.find(core.replace("|", "\\|"), max(begin, cursor), stop)
            elif after:
                found = masked.find(core, masked.find(after, begin, stop) + len(after), stop)
            else:
                found = begin + len(masked[begin:stop].rstrip(" \t")) - len(core)
            found = max(found, begin)
            lines.append(_Line(at, found - len(text) + len(text.lstrip(" \t")), cuts))
            end = found + len(core) + len(cuts)
            at += len(text) + 1
        return _Lines(lines), end

    def _inline(self, token: Token, after: str = "", cursor: int = 0, task: bool = False) -> int:
        """Write the prose of an inline token and return where it ends. `after`: the sign it follows on its line; `task`: a box to tick is none of it."""
        lines, end = self._align(token, after, cursor)
        self.writer.gap()
        box = _TASK.match(token.content) if task else None
        self._tokens(token.children or [], lines, 0, box.end() if box else 0)
        self.writer.trim()
        return end

    def _tokens(self, tokens: Sequence[Token], lines: _Lines, base: int, skip: int = 0) -> None:
        source, writer = self.source, self.writer
        autolink = dropped = False
        for token in tokens:
            if "at" not in token.meta or (token.type == "text" and not token.content):
                continue
            start, stop = (base + at for at in token.meta["at"])
            start = max(start, skip)
            if start >= stop:
                continue
            begin, end = lines.span(start, stop)
            if token.type == "text":
                if dropped and writer.last in (" ", "\n"):
                    begin = end - len(source.text[begin:end].lstrip(" "))
                writer.copy(begin + autolink, end - autolink)
            elif token.type == "text_special":
                if token.content == source.masked[begin:end]:
                    writer.copy(begin, end)
                else:
                    writer.put(token.content, begin, end)
            elif token.type == "code_inline":
                writer.blank(begin, end)
            elif token.type in ("softbreak", "hardbreak"):
                hard = token.type == "hardbreak" or source.text[max(begin - 2, 0) : begin] == "  "
                writer.trim()
                writer.put("\n" if hard else " ", begin, lines.offset(stop))
            elif token.type == "html_inline":
                self._html(begin, end)
            elif token.type == "image":
                self._tokens(token.children or [], lines, start + 2)
            elif token.type == "link_open":
                autolink = token.markup == "autolink"
            elif token.type == "link_close":
                autolink = False
            dropped = token.type == "html_inline"

    def _html(self, begin: int, end: int) -> None:
        self.comments += [Comment(*place, self._block) for place in comments_to_us(self.source.text, begin, end)]
        if _BREAK_TAG.fullmatch(self.source.text, begin, end):
            self.writer.trim()
            self.writer.put("\n", begin, end)


def _span(source: Source, lines: Sequence[int]) -> Span:
    """The stretch of the lines from `lines[0]` up to `lines[1]`, counted from 0, the last left out, as block tokens give them."""
    return source.line(lines[0] + 1)[0], source.line(max(lines[1], lines[0] + 1))[1]


def read(source: Source) -> tuple[Piece, list[Comment]]:
    """The prose of a Markdown file, and its comments."""
    reader = _Reader(source)
    reader.read()
    return reader.writer.piece(), reader.comments
