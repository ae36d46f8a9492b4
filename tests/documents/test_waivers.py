"""Waivers: what they cover, and what is refused."""

from __future__ import annotations

import pytest

from copilot.documents.read import Manner, read
from copilot.documents.source import Source
from copilot.errors import FileFault


def covered(name: str, text: str) -> list[tuple[tuple[str, ...], str, str]]:
    """Codes, reason and covered words of each waiver, as far as the prose goes."""
    reading = read(Source(name, text), Manner(locale="en"))
    [document] = reading.documents
    found = []
    for waiver in reading.waivers:
        inside = []
        for piece in document.pieces.values():
            at = 0
            for word in piece.text.split():
                at = piece.text.index(word, at)
                begin, end = piece.span(at, at + len(word))
                inside += [word] if waiver.span[0] <= begin and end <= waiver.span[1] else []
                at += len(word)
        found.append((waiver.codes, waiver.reason, " ".join(inside)))
    return found


ALLOW = '<!-- centaur: allow AUT001 reason="ours" -->'


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.md", f"{ALLOW}\n\none\n\ntwo", "one two"),
        ("a.md", f"---\nx: y\n---\n{ALLOW}\none\n\ntwo", "one two"),
        ("a.md", f"zero\n\n{ALLOW}\n\none\ngoes on\n\ntwo", "one goes on"),
        ("a.md", f"zero\n\n{ALLOW}\n- one\n- two\n\nthree", "one two"),
        ("a.md", f"zero\n\none {ALLOW} more\n\ntwo", "one more"),
        ("a.md", f"zero\n\n{ALLOW}", ""),
        ("a.html", f"{ALLOW}<!doctype html><p>one</p><p>two</p>", "one two"),
        ("a.html", f"<html><head>{ALLOW}</head><body><p>one</p><p>two</p>", "one two"),
        ("a.html", f"<p>zero</p>{ALLOW}<div><p>one</p><p>two</p></div><p>three</p>", "one two"),
        ("a.html", f"<p>zero</p>{ALLOW} loose <b>words</b> here <p>two</p>", "loose words here"),
        ("a.html", f"<p>zero</p>{ALLOW}<b>bold</b> words<p>two</p>", "bold words"),
        ("a.html", f"<div>{ALLOW}<p>one<p>two</div>", "one"),
    ],
)
def test_a_waiver_covers_the_next_block_or_at_the_top_the_file(name: str, text: str, words: str) -> None:
    """Paragraph, list, element, loose words up to the next element; the whole file from its top."""
    assert covered(name, text) == [(("aut001",), "ours", words)]


def test_several_rules_share_a_reason() -> None:
    """Codes or names, with commas or without."""
    text = "zero\n\n<!-- centaur: allow AUT001, negative-parallelism TYP001 reason='so\n  be it' -->\none"
    assert covered("a.md", text) == [(("aut001", "negative-parallelism", "typ001"), "so be it", "one")]


@pytest.mark.parametrize("comment", ["allow AUT001", 'allow AUT001 reason=""', 'allow reason="x"', "disable AUT001", 'allow AUT001 reason="x" please'])
def test_a_waiver_without_a_reason_is_told_with_its_line(comment: str) -> None:
    """Each line at once."""
    with pytest.raises(FileFault) as error:
        read(Source("a.md", f"one\n\n<!-- centaur: {comment} -->\ntwo\n\n<!-- centaur: allow -->\n"), Manner(locale="en"))
    assert "a.md:3, a.md:6: a waiver must name its rules and give a reason" in error.value.say("en")


def test_a_waiver_in_code_is_an_example() -> None:
    """Documentation may show one."""
    assert covered("a.md", f"one\n\n```\n{ALLOW}\n```\n") == []
    assert covered("a.md", f"one `{ALLOW}` two") == []
