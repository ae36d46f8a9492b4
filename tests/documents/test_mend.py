"""Safe fixes go into the file where the words stand, and nothing else changes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.bootstrap import build
from copilot.documents.mend import mended
from copilot.documents.read import Document, Manner, Reading
from copilot.documents.report import standing
from copilot.documents.source import Source
from copilot.documents.tables import Columns
from copilot.records import Copy, Finding, Fix
from copilot.service import Copilot
from copilot.settings import Settings
from tests.conftest import ROOT

N, W = "\u202f", "\u00a0"


@lru_cache(maxsize=1)
def copilot() -> Copilot:
    """One copilot for all checks of this module; they open neither store nor index."""
    return build(Settings(home=ROOT))


def find(reading: Reading, document: Document) -> Sequence[Finding]:
    """All findings that are not waived."""
    return standing(reading, document, copilot().check(document.copy, language="en").findings, ())


def mend(name: str, text: str, manner: Manner | None = None) -> str:
    """`text` with its safe fixes; a second run changes nothing."""
    manner = manner or Manner(locale="fr")
    once, _ = mended(Source(name, text), manner, find)
    assert mended(once, manner, find) == (once, 0)
    return once.text


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        ("a.md", "# Froid ?\r\n\r\nUne **laine** ? [Là !](https://a.example/?q=1) `a ?` *|FNAME|* !\r\n", f"# Froid{N}?\r\n\r\nUne **laine**{N}? [Là{N}!](https://a.example/?q=1) `a ?` *|FNAME|*{N}!\r\n"),
        ("a.md", "---\ntitle: Quoi ?\n---\n\n```\nx ?\n```\n<p>Quoi ?</p>\n\nOui ?", f"---\ntitle: Quoi ?\n---\n\n```\nx ?\n```\n<p>Quoi ?</p>\n\nOui{N}?"),
        ("a.md", "| A ? | b \\| c ? |\n|---|---|\n| ![d ?](e.png) | f |\n", f"| A{N}? | b \\| c{N}? |\n|---|---|\n| ![d{N}?](e.png) | f |\n"),
        ("a.md", "Vraiment\n? Il dit \"oui\".", f"Vraiment\n? Il dit «{W}oui{W}»."),
        ("a.html", '<title>Froid ?</title><p title="Une ?">R&eacute;ponds&nbsp;: "oui" <a href="x ?">là ?</a><img alt=\'Une "image"\' src="a ?">', f'<title>Froid{N}?</title><p title="Une{N}?">R&eacute;ponds&nbsp;: «{W}oui{W}» <a href="x ?">là{N}?</a><img alt=\'Une «{W}image{W}»\' src="a ?">'),
        ("a.html", '<input placeholder="Nom ?"><meta name="description" content="Quoi ?"><script>a ?</script><p>Oui ?', f'<input placeholder="Nom ?"><meta name="description" content="Quoi ?"><script>a ?</script><p>Oui{N}?'),
        ("a.txt", "Froid ?\r\nOui ! {{ prenom ? }}", f"Froid{N}?\r\nOui{N}! {{{{ prenom ? }}}}"),
        ("c.md", "---\nchannel: email\nlocale: fr\n---\n## subject\nFroid ?\n\n## body\nOui !\n", f"---\nchannel: email\nlocale: fr\n---\n## subject\nFroid{N}?\n\n## body\nOui{N}!\n"),
    ],
)  # fmt: skip
def test_safe_fixes_are_written_where_the_words_stand(name: str, text: str, after: str) -> None:
    """French spaces and quotation marks in prose, not in code, targets, tags, scripts, front matter or other attributes; line ends stay."""
    assert mend(name, text, Manner() if name == "c.md" else None) == after


def test_cells_are_mended_in_place() -> None:
    """Only in the columns asked for; quotes, line ends and other cells stay."""
    text = 'id;texte;note\r\n1;"Il dit ""oui"" ?";Quoi ?\r\n2;Froid ?;"=1+1"\r\n'
    after = f'id;texte;note\r\n1;"Il dit «{W}oui{W}»{N}?";Quoi ?\r\n2;Froid{N}?;"=1+1"\r\n'
    assert mend("t.csv", text, Manner(locale="fr", columns=Columns.named("texte"))) == after


def fixing(words: str, replacement: str) -> Callable[[Reading, Document], list[Finding]]:
    """Finds `words` wherever they stand and wants them replaced, safely."""

    def found(reading: Reading, document: Document) -> list[Finding]:
        return [
            Finding(
                code="X", name="x", level="advice", field=key, start=match.start(), end=match.end(), text=words, message="", suggestion="", source="",
                fix=Fix(replacement=replacement, safety="safe"),
            )
            for key, piece in document.pieces.items()
            for match in re.finditer(re.escape(words), piece.text)
        ]  # fmt: skip

    return found


@pytest.mark.parametrize(
    ("name", "text", "words", "replacement", "after"),
    [
        ("a.md", "a **b?** c and b? d", "?", " ?", "a **b ?** c and b ? d"),
        ("a.md", "a **b** c", "b", "b ", "a **b** c"),
        ("a.md", "one two\n", "two", "*x*", "one two\n"),
        ("a.md", "one two\n", "one", "#", "one two\n"),
        ("a.md", "one **two** three", "one two", "x", "one **two** three"),
        ("a.md", "one `two` three", "three", "`x`", "one `two` three"),
        ("a.md", "see {{ one }} one", "one", "two", "see {{ one }} two"),
        ("a.md", "at https://a.example/one one", "one", "two", "at https://a.example/one two"),
        ("a.html", "<p>one", "one", "<b>&", "<p>&lt;b&gt;&amp;"),
        ("a.html", '<img alt="one">', "one", '"', '<img alt="&quot;">'),
        ("a.html", "<img alt=one>", "one", "a b", "<img alt=one>"),
        ("a.html", "<p>caf&eacute;", "é", "è", "<p>cafè"),
        ("a.html", "<p>say &lt;br> twice", "<br>", "", "<p>say &lt;br> twice"),
        ("a.md", "say \\<br> twice", "<br>", "", "say \\<br> twice"),
        ("a.csv", "t\none\n", "one", "a,b", "t\none\n"),
        ("a.csv", 't\n"one"\n', "one", 'a"b', 't\n"a""b"\n'),
        ("a.csv", "t\nxone\n", "x", "=", "t\nxone\n"),
    ],
)
def test_a_fix_that_would_break_the_file_is_left_out(name: str, text: str, words: str, replacement: str, after: str) -> None:
    """No emphasis undone, no heading made, no cell or attribute ended, no formula; text is escaped as its place wants it."""
    manner = Manner(locale="en", columns=Columns.named("t"))
    source, _ = mended(Source(name, text), manner, lambda r, d: fixing(words, replacement)(r, d) if r.source.text == text else [])
    assert source.text == after


def test_a_waived_finding_is_not_fixed() -> None:
    """The reason stands for the words as they are."""
    waiver = '<!-- centaur: allow TYP001 reason="house style" -->'
    assert mend("a.md", f"Froid ?\n\n{waiver}\nOui ?\n\nNon ?\n") == f"Froid{N}?\n\n{waiver}\nOui ?\n\nNon{N}?\n"


WORDS = ("Il fait froid", "une laine", "oui", "Tu dors", "la maison", "5", "le soir")
MARKS = (" ?", " !", " :", " ;", "?", "!", "...", ".", ",", ' "', '"', "  ", " ", "« ", " »", " €", " %")
MARKDOWN = ("**", "*", "`x ?`", "[là ?](https://a.example/b ?)", "![mer ?](c ?.png)", "*|FNAME|*", "{{ x ? }}", "\n", "\n\n", "\r\n", "\n\n- ", "\n\n> ", "\n\n# ", "&nbsp;", "<!-- ? -->", "\\*", "\\{{ x ? }}", "| a ? | b |\n|-|-|\n")  # fmt: skip
PAGE = ("<p>", "</p>", "<b>", "</b>", "<br>", "&nbsp;", "&eacute;", "{{ x ? }}", '<img alt="mer ?" src="a ?">', "<script>a ?</script>", "<!-- ? -->", "\n", "\r\n", "<p title='Une ?' class='b ?'>", "<code>x ?</code>")  # fmt: skip


def heap(extra: Sequence[str]) -> st.SearchStrategy[str]:
    """Any mixture of words, marks and markup."""
    return st.lists(st.sampled_from((*WORDS, *MARKS, *extra)), max_size=20).map("".join)


def untouchable(text: str) -> list[str]:
    """What no fix may change: letters and figures in their order, line ends, tags but for alt and title, merge tags, addresses. A space may be an entity."""
    text = text.replace("&nbsp;", " ")
    tags = [re.sub(r"(alt|title)=(\"[^\"]*\"|'[^']*')", "", tag) for tag in re.findall(r"<[^>]*>", text)]
    return [
        "".join(char for char in text if char.isalnum()),
        *re.findall(r"\r\n|\r|\n", text),
        *tags,
        *re.findall(r"\{\{.*?\}\}|\*\|.*?\|\*|https?://\S+|`x \?`|<script>.*?</script>|<code>.*?</code>", text),
    ]


@settings(max_examples=150, deadline=None)
@given(heap(MARKDOWN))
def test_markdown_keeps_all_but_the_fixes(text: str) -> None:
    """Whatever the mixture: nothing that is no typography changes, and a second run finds nothing to do."""
    assert untouchable(mend("a.md", text)) == untouchable(text)


@settings(max_examples=150, deadline=None)
@given(heap(PAGE))
def test_html_keeps_all_but_the_fixes(text: str) -> None:
    """Whatever the mixture: nothing that is no typography changes, and a second run finds nothing to do."""
    assert untouchable(mend("a.html", text)) == untouchable(text)


CELLS = st.lists(st.lists(st.lists(st.sampled_from((*WORDS, *MARKS, ";", "\n", "=")), max_size=6).map("".join), min_size=3, max_size=3), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(CELLS, st.sampled_from(("\n", "\r\n")))
def test_tables_keep_all_but_the_fixes(rows: list[list[str]], line_end: str) -> None:
    """Whatever is in the cells: only the column asked for changes, in its typography, and none begins like a formula that did not."""

    def table(text: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(text, newline="")))

    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=line_end).writerows([["id", "texte", "note"], *rows])
    before, after = table(out.getvalue()), table(mend("t.csv", out.getvalue(), Manner(locale="fr", columns=Columns.named("texte"))))
    assert [[row[0], row[2]] for row in after] == [[row[0], row[2]] for row in before]
    assert ["".join(filter(str.isalnum, row[1])) for row in after] == ["".join(filter(str.isalnum, row[1])) for row in before]
    assert [row[1].startswith("=") for row in after] == [row[1].startswith("=") for row in before]


def test_copy_is_what_is_checked() -> None:
    """The words that rules see are those of the file, in one text."""
    seen: list[Copy] = []
    mended(Source("a.md", "# One\n\ntwo *three*\n"), Manner(locale="en"), lambda reading, document: seen.append(document.copy) or [])  # type: ignore[func-returns-value]
    assert seen == [Copy(locale="en", fields={"text": "One\n\ntwo three"})]
