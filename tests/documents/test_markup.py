"""Imported styles see a file as it is built, headings, lists and links, while the other rules see its words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.documents.read import Manner, read
from copilot.documents.source import Source
from copilot.guardrails import engine
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.vale.make import Styles
from copilot.records import ImportedStyles, StyleFile

RULES = {
    "T.Heading": "extends: existence\nmessage: in a heading\nscope: heading\ntokens: [wool]\n",
    "T.List": "extends: existence\nmessage: in a list\nscope: list\ntokens: [wool]\n",
    "T.Link": "extends: existence\nmessage: in a link\nscope: link\ntokens: [wool]\n",
    "T.Code": "extends: existence\nmessage: in code\nscope: code\ntokens: [wool]\n",
    "T.Alt": "extends: existence\nmessage: in an alternative text\nscope: alt\ntokens: [wool]\n",
    "T.Raw": "extends: existence\nmessage: in bold\nscope: raw\nnonword: true\ntokens: ['\\*\\*wool\\*\\*']\n",
    "T.Case": "extends: substitution\nmessage: Use '%s'\naction:\n  name: replace\nswap:\n  Github: GitHub\n",
}
STYLES = Styles(ImportedStyles(files=tuple(StyleFile(code=code, file=code, text=text) for code, text in RULES.items())))


def places(name: str, text: str) -> list[tuple[str, str, str]]:
    """Line and column, rule, and the words of the file there, for each finding."""
    source = Source(name, text)
    [document] = read(source, Manner(locale="en")).documents
    found = engine.find(engine.cut(document.copy, None, document.markup), STYLES.rules, Grounds("en", date(2026, 11, 22)), "en")
    told = sorted((document.told(finding) for finding in found), key=lambda finding: finding.start)
    return [("{}:{}".format(*source.place(f.start)), f.code, text[f.start : f.end]) for f in told]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_markdown_is_seen_as_it_is_built(line_end: str) -> None:
    """Each scope finds its words where they stand in the file, front matter and comments included."""
    text = (
        "---\ntitle: wool\n---\n\n# Warm wool\n\n- wool\n\nwool [wool](https://a.example/wool) `wool` **wool** ![wool](b.png) Github\n\n"
        "<!-- vale T.Case = NO -->\n\nGithub\n"
    )
    assert places("a.md", text.replace("\n", line_end)) == [
        ("5:8", "T.Heading", "wool"),
        ("7:3", "T.List", "wool"),
        ("9:7", "T.Link", "wool"),
        ("9:38", "T.Code", "wool"),
        ("9:46", "T.Raw", "wool"),
        ("9:55", "T.Alt", "wool"),
        ("9:68", "T.Case", "Github"),
    ]


def test_markdown_that_begins_with_html_is_markdown() -> None:
    """The ending says so, whatever the first lines look like."""
    assert places("a.md", '<p align="center">wool</p>\n\n# Warm wool\n\n- wool\n') == [("3:8", "T.Heading", "wool"), ("5:3", "T.List", "wool")]


def test_html_is_seen_as_it_is_built() -> None:
    """Alternative texts are told once, entities before a place do not move it."""
    text = '<h2>Warm &amp; wool</h2><ul><li>wool</ul><p>wool <a href="wool">wool</a> <img alt="wool"> <b>Github</b>'
    assert [(code, words) for _, code, words in places("a.html", text)] == [
        ("T.Heading", "wool"),
        ("T.List", "wool"),
        ("T.Link", "wool"),
        ("T.Alt", "wool"),
        ("T.Case", "Github"),
    ]


def test_letters_of_two_signs_move_nothing() -> None:
    """A file with decomposed accents: the words found are those of the file."""
    assert places("a.md", "# Cafe\u0301 cafe\u0301 wool\n\ncafe\u0301 Github\n") == [("1:15", "T.Heading", "wool"), ("3:7", "T.Case", "Github")]


PIECES = (
    "one",
    " ",
    "two",
    "**",
    "*",
    "`x`",
    "[a](b)",
    "![c](d)",
    "\n",
    "\r\n",
    "\n\n",
    "# ",
    "- ",
    "&nbsp;",
    "&eacute;",
    "<b>",
    "</b>",
    "<p>",
    "{{ x }}",
    "<!-- c -->",
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.sampled_from(("a.md", "a.html")))
def test_the_way_back_leads_to_the_same_words(text: str, name: str) -> None:
    """Whatever stands in one place of the source is found again from there, by every word."""
    for document in read(Source(name, text), Manner(locale="en")).documents:
        piece = document.pieces["text"] if "text" in document.pieces else next(iter(document.pieces.values()))
        for index, char in enumerate(piece.text):
            span = piece.span(index, index + 1)
            if span[0] < span[1]:
                back = piece.within(*span)
                assert back is not None
                assert back[0] <= index < back[1]
                assert char in piece.text[slice(*back)]
