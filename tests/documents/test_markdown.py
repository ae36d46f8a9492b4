"""Markdown: prose only, every character at its place in the file."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from copilot.documents import markdown
from copilot.documents.source import Source
from copilot.language.prose import BLANK, MERGE_TAG

PAGE = """---
title: Not prose
---
# A *heading* ##

One **bold** word, `code here`,
a [link](https://a.example/x "no title") and ![an *image*](b.png).
<!-- a comment -->

> quoted
> twice

1. first
   goes on
2. [x] second
   - inner

| A | B \\| c |
|---|---|
| d | `e` f \\| g |

<div>raw HTML is no prose</div>

    indented code

```
fenced code
```

Setext
======

[reference]: https://a.example/y "no title"
See [reference], <b>bold</b> &eacute;t\\*, <https://b.example/z>.
"""
PROSE = [
    "A heading",
    "One bold word, `code here`, a link and an image.",
    "quoted twice",
    "first goes on",
    "second",
    "inner",
    "A",
    "B \\| c",
    "d",
    "`e` f \\| g",
    "Setext",
    "See reference, bold ét*, https://b.example/z.",
]


def read(text: str) -> str:
    """The prose of a text, as a reader sees it."""
    source = Source("page.md", text)
    return markdown.read(source)[0].shown(source)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_prose_is_read_and_markup_is_not(line_end: str) -> None:
    """Headings, items, quotations, cells, link words and alternative texts; no front matter, code blocks, targets, HTML; whatever the line ends."""
    text = PAGE.replace("\n", line_end)
    if line_end == "\r":
        text = text.split("---\r", 2)[2]  # front matter needs a line feed
    assert read(text).split("\n\n") == PROSE


def test_inline_code_leaves_a_blank() -> None:
    """Words lean on it, but no rule looks into it."""
    piece, _ = markdown.read(Source("a.md", "Write `x = 1`, then go."))
    assert piece.text == f"Write {BLANK * 7}, then go."


@pytest.mark.parametrize(
    ("text", "words", "stands"),
    [
        ("A **bold** word", "bold word", "bold** word"),
        ("Caf&eacute; noir", "Café noir", "Caf&eacute; noir"),
        ("> one\n> two", "one two", "one\n> two"),
        ("| a | b \\| c |\n|---|---|\n| d | e |", "c", "c"),
        ("## Title ##", "Title", "Title"),
        ("- item\n  more", "item more", "item\n  more"),
        ("a  \nb", "a\nb", "a  \nb"),
        ("[words](https://a.example/words)", "words", "words"),
    ],
)
def test_places_are_those_of_the_source(text: str, words: str, stands: str) -> None:
    """Found words lead back to what stands in the file, markup inside included."""
    piece, _ = markdown.read(Source("a.md", text))
    start = piece.text.index(words)
    begin, end = piece.span(start, start + len(words))
    assert text[begin:end] == stands


@pytest.mark.parametrize("tag", ["*|FNAME|*", "{{ first_name }}", "%%First_Name%%", "{% if a < b %}", "<%= name %>"])
def test_merge_tags_survive(tag: str) -> None:
    """A tag is not taken for emphasis, a table or HTML."""
    assert read(f"Dear {tag}, *hello* | {tag}\n") == f"Dear {tag}, hello | {tag}"


def test_a_dropped_tag_leaves_one_space() -> None:
    """As in a browser."""
    assert read("one <!-- x --> two<br>three") == "one two\nthree"


FRAGMENTS = (
    *("a", "b c", "é", " ", "  ", "\n", "\n\n", "*", "**", "_", "`", "``", "[", "](u v)", "](u)", "![", '](u "t b")', "> ", "- ", "1. ", "# ", "## ", "    ", "\t"),
    *("|", "|-|-|\n", "\\", "\\|", "&eacute;", "&amp", "<b>", "</b>", "<br>", "<http://a.b>", "~~", "<!-- x -->", "<div>", "===\n", "---\n", "[r]: u\n", "[r]"),
    *('"', "?", " ?", "!", "\r\n", "x | y\n"),
)  # fmt: skip
STOCK = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])


def words(tokens: list[Token]) -> str:
    """The words of inline tokens, as the parser itself gives them."""
    return "".join(
        words(token.children or []) if token.type == "image" else token.content for token in tokens if token.type in ("text", "text_special", "image")
    )


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join).filter(lambda text: not markdown.FRONT.match(text) and not MERGE_TAG.search(text)))
def test_the_words_are_those_of_the_parser(text: str) -> None:
    """On any mixture of markup the piece holds what markdown-it reads, and each character stands where the map says."""
    piece, _ = markdown.read(Source("a.md", text))
    expected = " ".join(words(token.children or []) for token in STOCK.parse(text) if token.type == "inline")
    assert re.sub(r"[\s\\]+", "", piece.text.replace(BLANK, "")) == re.sub(r"[\s\\]+", "", expected)
    for index, char in enumerate(piece.text):
        begin, end = piece.begin(index), piece.end(index)
        assert 0 <= begin <= end <= len(text)
        assert end - begin != 1 or char in (BLANK, " ", "\n", text[begin])
