"""HTML mails and pages: what a reader sees, with entities decoded and every character tied to its place in the source.

The visible text of the body is one piece. The title, the preheader (a hidden block before the first visible words, or one whose class says so), the meta
description, alternative texts, `title` tooltips and placeholders are pieces of their own. Scripts, styles, templates, drawings and comments are not read; code
leaves a blank. Merge tags survive: they are masked while the file is cut. The tokenizer is turbohtml's, which follows the HTML Standard and says line and
column of each token.
Source: HTML Standard, 13.2.5 Tokenization and 15.3 Rendering, https://html.spec.whatwg.org/multipage/parsing.html#tokenization, read 2026-11-22.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from turbohtml import Token, TokenType, tokenize

from copilot.documents import links
from copilot.documents.source import Piece, Source, Writer
from copilot.documents.waivers import EVERYWHERE, Comment, comments_to_us
from copilot.language.prose import Span


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCKS = _names(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hgroup hr html legend li main menu nav ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead tr ul"
)
_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_UNREAD = _names("script style template svg math object iframe noembed noframes canvas audio video map datalist")
_CODE = _names("pre code kbd samp var tt")
_CLOSED_BY_LIKE = _names("p li td th tr option dt dd")
_READ_ATTRIBUTES = {"alt": "alt", "title": "tooltip", "placeholder": "placeholder"}
_MENDABLE_ATTRIBUTES = frozenset(("alt", "title"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0(?![.\d])|opacity\s*:\s*0\s*(?:;|$)", re.IGNORECASE)
_PREVIEW_CLASS = re.compile(r"\b(?:pre-?header|preview(?:-?text)?)\b", re.IGNORECASE)
_FILLER = "\u200b\u200c\u200d\u00ad\u034f\u2007\u2060\ufeff\u00a0 \t\r\n"
"""What preheaders are padded with, so that the body's first words do not follow them in the list of mails."""
_ATTRIBUTE = re.compile(r"""([^\s"'>/=][^\s>/=]*)(?:[ \t\r\n\f]*=[ \t\r\n\f]*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?""")
_RUN = re.compile(r"[ \t\r\n\f]+|&(?:#[xX][0-9a-fA-F]+;?|#[0-9]+;?|[A-Za-z][A-Za-z0-9]{1,31};?)|&|[^ \t\r\n\f&]+(?: [^ \t\r\n\f&]+)*")
_SPACE = " \t\r\n\f"
_BROKEN_OFF = re.compile(r"</?[A-Za-z]")


def in_text(replacement: str) -> str:
    """A replacement as text between tags."""
    return html.escape(replacement, quote=False)


def _in_quotes(quote: str) -> Callable[[str], str]:
    entity = "&quot;" if quote == '"' else "&#39;"
    return lambda replacement: html.escape(replacement, quote=False).replace(quote, entity)


@dataclass
class _Attribute:
    """An attribute as written: its value stands at begin..end, in `quote` or bare."""

    name: str
    begin: int
    end: int
    quote: str


@dataclass
class HtmlPage:
    """What was read of a file. `language` is what the page says of itself, or empty."""

    pieces: dict[str, Piece] = field(default_factory=dict)
    comments: list[Comment] = field(default_factory=list)
    language: str = ""


@dataclass
class _Waiting:
    """A comment whose block is not over yet. `start` is where the block begins, `depth` how deep it lies; `loose`: it is text, not an element of its own."""

    begin: int
    end: int
    top: bool
    start: int = -1
    depth: int = -1
    loose: bool = False


def _kinds(tag: str) -> list[str]:
    """What an open element is counted as."""
    return [tag, *(["unread"] if tag in _UNREAD else []), *(["code"] if tag in _CODE else [])]


class _Reader:
    """Walks the tokens of one file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.page = HtmlPage()
        self._body = Writer(source)
        self._preheader = Writer(source)
        self._title = Writer(source)
        self._open: list[str] = []
        self._inside: Counter[str] = Counter()
        self._preheader_depth = 0
        self._waiting: list[_Waiting] = []
        self._seen_element = False
        self._ways_out: list[Span] = []
        self._count = dict.fromkeys(_READ_ATTRIBUTES.values(), 0)

    def read(self) -> HtmlPage:
        """The pieces and comments of the file."""
        source = self.source
        tokens = list(tokenize(source.masked))
        begins = [source.line_starts[token.line - 1] + token.col for token in tokens]
        for token, begin, end in zip(tokens, begins, [*begins, self._read_up_to(begins)][1:], strict=True):
            if token.type == TokenType.TEXT:
                self._text(begin, end)
            elif token.type == TokenType.START_TAG:
                self._start(token, begin, end)
            elif token.type == TokenType.END_TAG:
                self._end(token.tag or "", begin, end)
            elif token.type == TokenType.COMMENT and comments_to_us(source.text, begin, end):
                self._waiting.append(_Waiting(begin, end, not self._seen_element or self._inside["head"] > 0))
        self._close(0, len(source.text))
        for waiting in self._waiting:
            begin = waiting.start if waiting.start >= 0 else len(source.text)
            self.page.comments.append(Comment(waiting.begin, waiting.end, EVERYWHERE if waiting.top else (begin, len(source.text))))
        links.append(self._body, self._ways_out)
        found = {"title": self._title.piece(in_text), "preheader": _unpadded(self._preheader.piece(in_text)), "": self._body.piece(in_text)}
        self.page.pieces = {key: piece for key, piece in found.items() if piece.text.strip()} | self.page.pieces
        return self.page

    def _read_up_to(self, begins: list[int]) -> int:
        """Where the last token ends: before a tag that the file breaks off in, since no browser shows any of it."""
        broken = _BROKEN_OFF.search(self.source.masked, begins[-1] + 1) if begins else None
        return broken.start() if broken else len(self.source.text)

    # --- text ---

    @property
    def _writer(self) -> Writer:
        if self._inside["title"]:
            return self._title
        return self._preheader if self._preheader_depth else self._body

    def _text(self, begin: int, end: int) -> None:
        if self._inside["unread"] or (self._inside["head"] and not self._inside["title"]):
            return
        if self.source.text[begin:end].strip(_SPACE):
            self._meet(begin, loose=True)
        write(self.source, self._writer, begin, end, self._inside["code"] > 0)

    # --- tags ---

    def _start(self, token: Token, begin: int, end: int) -> None:
        tag = token.tag or ""
        self._seen_element = self._seen_element or tag not in ("html", "head")
        if (tag in _CLOSED_BY_LIKE and self._open[-1:] == [tag]) or (tag in _BLOCKS and self._open[-1:] == ["p"]):
            self._close(len(self._open) - 1, begin)
        if tag in _BLOCKS:
            self._settle(begin, lambda waiting: waiting.loose)
        attributes = self._attributes(tag, begin, end)
        values = {a.name: self.source.text[a.begin : a.end] for a in attributes}
        if tag == "html":
            self.page.language = values.get("lang", "").strip()
        if tag == "meta" and values.get("name", "").lower() == "description":
            self._piece("meta_description", next((a for a in attributes if a.name == "content"), None), mendable=False)
        self._break(tag)
        if not self._inside["unread"]:
            for attribute in attributes:
                if attribute.name in _READ_ATTRIBUTES:
                    self._named(attribute)
            if tag == "a" and "href" in values:
                self._ways_out += links.ways_out(self.source, begin, end)
        if tag not in ("html", "head", "body"):
            self._meet(begin, loose=tag not in _BLOCKS)
        if tag in _VOID:
            return
        self._open.append(tag)
        self._inside.update(_kinds(tag))
        hidden = _HIDDEN.search(values.get("style", "")) or "hidden" in values
        if not self._preheader_depth and not self._preheader and not self._inside["head"] and not self._inside["unread"]:
            first = not self._body and tag in ("div", "span", "p", "td", "center")
            if (hidden and first) or _PREVIEW_CLASS.search(values.get("class", "") + " " + values.get("id", "")):
                self._preheader_depth = len(self._open)

    def _end(self, tag: str, begin: int, end: int) -> None:
        if self._inside[tag]:
            depth = len(self._open) - 1
            while self._open[depth] != tag:
                depth -= 1
            self._close(depth, end, begin)
        self._break(tag)

    def _break(self, tag: str) -> None:
        writer = self._writer
        if tag == "br":
            writer.trim()
            writer.gap("\n")
        elif tag in _BLOCKS:
            writer.trim()
            writer.gap()

    def _close(self, depth: int, end: int, begin: int | None = None) -> None:
        """Close every element from `depth` on. `begin`..`end` is the tag that does it."""
        for tag in self._open[depth:]:
            self._inside.subtract(_kinds(tag))
        del self._open[depth:]
        if self._preheader_depth > depth:
            self._preheader_depth = 0
        self._settle(end, lambda waiting: waiting.depth == depth and not waiting.loose)
        self._settle(end if begin is None else begin, lambda waiting: waiting.depth > depth)

    # --- comments ---

    def _meet(self, begin: int, loose: bool) -> None:
        """Comments before `begin` have met their block."""
        for waiting in self._waiting:
            if waiting.start < 0 and not waiting.top:
                waiting.start, waiting.depth, waiting.loose = begin, len(self._open), loose

    def _settle(self, end: int, over: Callable[[_Waiting], bool]) -> None:
        """The blocks for which `over` holds end at `end`."""
        for waiting in [waiting for waiting in self._waiting if waiting.start >= 0 and over(waiting)]:
            self._waiting.remove(waiting)
            self.page.comments.append(Comment(waiting.begin, waiting.end, (waiting.start, end)))

    # --- attributes ---

    def _attributes(self, tag: str, begin: int, end: int) -> list[_Attribute]:
        found = []
        for match in _ATTRIBUTE.finditer(self.source.masked, begin + 1 + len(tag), end - 1):
            group = next((number for number in (2, 3, 4) if match[number] is not None), 0)
            if group:
                found.append(_Attribute(match[1].lower(), *match.span(group), quote={2: '"', 3: "'", 4: ""}[group]))
            else:
                found.append(_Attribute(match[1].lower(), match.end(), match.end(), ""))
        return found

    def _named(self, attribute: _Attribute) -> None:
        name = _READ_ATTRIBUTES[attribute.name]
        self._count[name] += 1
        self._piece(f"{name}_{self._count[name]}", attribute, attribute.name in _MENDABLE_ATTRIBUTES)

    def _piece(self, key: str, attribute: _Attribute | None, mendable: bool) -> None:
        if attribute is None or not self.source.text[attribute.begin : attribute.end].strip():
            return
        writer = Writer(self.source)
        write(self.source, writer, attribute.begin, attribute.end, attribute=True)
        writer.trim()
        self.page.pieces[key] = writer.piece(_in_quotes(attribute.quote) if attribute.quote else in_text, mendable)


def write(source: Source, writer: Writer, begin: int, end: int, code: bool = False, attribute: bool = False) -> None:
    """Write the words of begin..end: blanks run together, entities decoded, code blanked."""
    for match in _RUN.finditer(source.text, begin, end):
        text, (start, stop) = match.group(), match.span()
        if text[0] in _SPACE:
            if writer.last not in ("", " ", "\n"):
                if text == " ":
                    writer.copy(start, stop)
                else:
                    writer.put(" ", start, stop)
        elif code:
            writer.blank(start, stop)
        elif text[0] == "&" and len(text) > 1:
            _entity(writer, text, start, source.text[stop : stop + 1] if attribute else "")
        else:
            writer.copy(start, stop)


def _entity(writer: Writer, text: str, start: int, following: str) -> None:
    decoded = html.unescape(text)
    bare = not text.endswith(";")
    if decoded == text or (bare and (following == "=" or following.isalnum())):
        writer.copy(start, start + len(text))
        return
    rest = 0
    while bare and rest < len(decoded) - 1 and decoded[-1 - rest] == text[-1 - rest]:
        rest += 1
    writer.put(decoded[: len(decoded) - rest], start, start + len(text) - rest)
    writer.copy(start + len(text) - rest, start + len(text))


def _unpadded(piece: Piece) -> Piece:
    """A preheader without the filler at its end."""
    kept = len(piece.text.rstrip(_FILLER))
    stretches = tuple(
        s._replace(length=min(s.length, kept - s.at), end=s.begin + kept - s.at if s.literal and s.at + s.length > kept else s.end)
        for s in piece.stretches
        if s.at < kept
    )
    return Piece(piece.text[:kept], stretches, piece.escape, piece.mendable)


def read(source: Source) -> HtmlPage:
    """The pieces of an HTML file, the visible text under the empty name."""
    return _Reader(source).read()
