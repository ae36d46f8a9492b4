"""HTML cut into blocks whose every character knows its place in the source. Scripts, styles and preformatted text are not prose."""

from __future__ import annotations

import html
from html.parser import HTMLParser
from itertools import accumulate

from copilot.guardrails.vale.controls import Controls
from copilot.guardrails.vale.scope import Block

_SKIPPED = frozenset({"script", "style", "pre", "figure", "noscript", "iframe", "template", "svg"})
_INLINE = frozenset(
    str.split(
        "b big i small abbr acronym cite dfn em kbd strong a br img span sub sup code tt del ins u s font mark q wbr bdi bdo time label var samp strike center"
    )
)
_VOID = frozenset(str.split("area base br col embed hr img input link meta source track wbr"))
_CODE = frozenset({"code", "tt", "kbd"})
_PARTS = {
    "th": {"table", "header"},
    "td": {"table", "cell"},
    "caption": {"table", "caption"},
    "li": {"list"},
    "blockquote": {"blockquote"},
    "figcaption": {"figure", "caption"},
}
_INLINE_PART = {"a": "link", "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "code": "code", "tt": "code"}
_COUNTED = {"li": "list", "blockquote": "blockquote"}


def cut(source: str, own: frozenset[str], controls: Controls | None = None, shift: int = 0) -> tuple[list[Block], list[Block]]:
    """The blocks of `source` in order, and the pieces inside lines. `own` are parts that every block has; `shift` is added to each place."""
    parser = _Parser(source, own, controls or Controls(), shift)
    parser.feed(source)
    parser.close()
    parser.flush()
    return parser.base, parser.inline


class _Parser(HTMLParser):
    def __init__(self, source: str, own: frozenset[str], controls: Controls, shift: int) -> None:
        super().__init__(convert_charrefs=False)
        self.source, self.own, self.controls, self.shift = source, own, controls, shift
        self.starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
        self.base: list[Block] = []
        self.inline: list[Block] = []
        self.tags: list[str] = []
        self.skipping = 0
        self.text: list[str] = []
        self.places: list[int] = []
        self.opened: list[tuple[str, int]] = []
        self.pending: dict[str, int] = {}

    def _here(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column + self.shift

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag not in _INLINE:
            self.flush()
        if tag in _SKIPPED:
            self.skipping += 1
            if tag == "pre":
                self.pending["pre"] = self.pending.get("pre", 0) + 1
        if tag not in _VOID:
            self.tags.append(tag)
        if tag in _INLINE_PART:
            self.opened.append((tag, len(self.places)))
        if tag == "br":
            self._put("\n", [self._here()])
        for name, value in attrs:
            if name == "alt" and value and tag == "img":
                raw = self.get_starttag_text() or ""
                at = raw.find(value)
                place = self._here() + max(at, 0)
                self.base.append(Block(value, "base", frozenset({"text", "attr", "alt"}) | self.own, place, self.controls.quiet))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element; what was left open inside it is closed with it."""
        if tag not in _INLINE:
            self.flush()
        if tag in _INLINE_PART:
            self._close_inline(tag)
        if tag in self.tags:
            while self.tags:
                closed = self.tags.pop()
                if closed in _SKIPPED:
                    self.skipping = max(0, self.skipping - 1)
                if closed == tag:
                    break

    def _close_inline(self, tag: str) -> None:
        for index in range(len(self.opened) - 1, -1, -1):
            name, start = self.opened[index]
            if name == tag:
                del self.opened[index]
                text = "".join(self.text)[start:]
                if text.strip() and not self.skipping:
                    places = self.places[start:]
                    if tag in _CODE:
                        text = "".join(self.source[place - self.shift] for place in places)
                    self.inline.append(Block(text, "inline", self.own | self._outer() | {_INLINE_PART[tag]}, places, self.controls.quiet))
                return

    def handle_data(self, data: str) -> None:
        """Text as it stands."""
        here = self._here()
        self._put(data, list(range(here, here + len(data))))

    def handle_entityref(self, name: str) -> None:
        """A named sign such as `&amp;`."""
        self._entity(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """A numbered sign such as `&#233;`."""
        self._entity(f"&#{name}")

    def _entity(self, written: str) -> None:
        here = self._here()
        closed = self.source[here - self.shift + len(written) : here - self.shift + len(written) + 1] == ";"
        sign = html.unescape(written + (";" if closed else ""))
        self._put("'" if written == "&rsquo" else sign, [here] * len("'" if written == "&rsquo" else sign))

    def handle_comment(self, data: str) -> None:
        """A comment may switch rules off."""
        if "vale" in data:
            self.flush()
            self.controls.read(data)

    def _put(self, text: str, places: list[int]) -> None:
        if self.skipping:
            return
        if any(tag in _CODE for tag in self.tags):
            text = "".join("\n" if sign == "\n" else "*" for sign in text)
        self.text.append(text)
        self.places += places

    def _outer(self) -> frozenset[str]:
        parts: set[str] = set()
        for tag in self.tags:
            parts |= _PARTS.get(tag, set())
            if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
                parts |= {"heading", tag}
        return frozenset(parts)

    def flush(self) -> None:
        """End the block."""
        text = "".join(self.text)
        kept = text.strip()
        if kept and "title" not in self.tags:
            start = text.index(kept)
            places = self.places[start : start + len(kept)]
            counts, self.pending = self.pending, {}
            outer = next((tag for tag in self.tags if tag in _COUNTED or (len(tag) == 2 and tag[0] == "h" and tag[1] in "123456")), "")
            if outer:
                name = _COUNTED.get(outer, f"heading_{outer}")
                counts[name] = counts.get(name, 0) + 1
            packed = places[0] if places[-1] - places[0] == len(places) - 1 else places
            self.base.append(Block(kept, "base", frozenset({"text"}) | self._outer() | self.own, packed, self.controls.quiet, counts))
        self.text, self.places, self.opened = [], [], []
