"""HTML: what a reader sees, with offsets of the source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.documents import html
from copilot.documents.source import Source
from copilot.language.prose import BLANK

MAIL = """<!doctype html>
<html lang="fr"><head><title>Froid &amp; chaud</title><style>p:before{content:"non"}</style>
<meta name="description" content="Une d&eacute;scription"></head>
<body>
<div style="display:none;max-height:0">Un mot d'Odile.&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;</div>
<!-- un commentaire --><!--[if mso]><p>Outlook</p><![endif]-->
<table><tr><td>Un <b>deux</b>
   trois<td>quatre</table>
<p>l'&eacute;t&eacute; co&ucirc;te 5&nbsp;&euro;<br>{{ prenom }} {% if a<b %}ici{% endif %}, <code>x = 1</code>
<p title="Une bulle"><img src="a.png" alt='L&#39;image "nue"'><input placeholder="Votre nom">
<script>if (a<b) { "<p>non</p>" }</script>
<a href="https://pataud.example/unsubscribe?u=1">ici</a></p></body></html>
"""


def read(text: str) -> dict[str, str]:
    """The texts of a page by key."""
    return {key: piece.text for key, piece in html.read(Source("mail.html", text)).pieces.items()}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_a_mail_is_read_as_a_reader_sees_it(line_end: str) -> None:
    """Title, preheader without its filler, visible text, attributes; no scripts, styles, comments; entities decoded."""
    body = [
        "Un deux trois",
        "quatre",
        f"l'été coûte 5\u00a0€\n{{{{ prenom }}}} {{% if a<b %}}ici{{% endif %}}, {BLANK * 5}",
        "ici",
        "https://pataud.example/unsubscribe?u=1",
    ]
    assert read(MAIL.replace("\n", line_end)) == {
        "title": "Froid & chaud",
        "preheader": "Un mot d'Odile.",
        "": "\n\n".join(body),
        "meta_description": "Une déscription",
        "alt_1": 'L\'image "nue"',
        "placeholder_1": "Votre nom",
        "tooltip_1": "Une bulle",
    }


@pytest.mark.parametrize(
    ("text", "words", "stands"),
    [
        ("<p>Caf&eacute; noir", "Café noir", "Caf&eacute; noir"),
        ("<p>un <b>deux</b> trois", "deux trois", "deux</b> trois"),
        ("<p>&#x1F9E6; laine", "laine", "laine"),
        ("<p>&copy2026 nous", "2026", "2026"),
        ("<p>a &unknown; b", "&unknown;", "&unknown;"),
        ("<p>a\r\n   b", "a b", "a\r\n   b"),
        ('<img alt="l&quot;image">', 'l"image', "l&quot;image"),
        ("<img alt=nue>", "nue", "nue"),
    ],
)
def test_places_are_those_of_the_source(text: str, words: str, stands: str) -> None:
    """Found words lead back to what stands in the file, entities and tags included."""
    piece = next(piece for piece in html.read(Source("a.html", text)).pieces.values() if words in piece.text)
    start = piece.text.index(words)
    begin, end = piece.span(start, start + len(words))
    assert text[begin:end] == stands


def test_mjml_wrapper_is_no_preheader() -> None:
    """`font-size:0` wraps whole mails; only what is hidden, or says so in its class, comes before the mail."""
    assert read('<body><div style="font-size:0px">Bonjour</div>') == {"": "Bonjour"}
    assert read('<body><span class="preheader-text">Avant</span><p>Bonjour</p>') == {"preheader": "Avant", "": "Bonjour"}


def test_tags_in_quotes_stay_in_their_attribute() -> None:
    """A merge tag with the quotation marks of the attribute does not end it."""
    assert read('<img alt="{{ name | default: "you" }} smiles">')["alt_1"] == '{{ name | default: "you" }} smiles'


@pytest.mark.parametrize("broken", ['<a href="x>trois', "<b", "</p", "<a title='? "])
def test_a_tag_that_the_file_breaks_off_in_is_not_read(broken: str) -> None:
    """No browser shows it, so it is no copy."""
    assert read(f"<p>un deux{broken}") == {"": "un deux"}


def test_only_texts_that_are_ours_to_change_may_be_mended() -> None:
    """alt and title yes; placeholders and the meta description no."""
    page = html.read(Source("a.html", '<meta name=description content="d"><p title="t"><img alt="a"><input placeholder="p">x'))
    assert {key: piece.mendable for key, piece in page.pieces.items()} == {
        "": True,
        "tooltip_1": True,
        "alt_1": True,
        "placeholder_1": False,
        "meta_description": False,
    }


FRAGMENTS = (
    *("a", "b c", " ", "\n", "\r\n", "<p>", "</p>", "<b>", "</b>", "<div ", 'title="x y"', "alt='z'", "hidden", ">", "<", "&eacute;", "&", "&#39;", "<!-- c -->"),
    *("<script>", "</script>", "<title>", "</title>", "<br>", "{{ x }}", "{% a<b %}", "<!", "<?", "</", "<td>", "<table>", "</table>", '"', "'", "<pre>", "<img "),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
def test_no_page_breaks_the_reader(text: str) -> None:
    """Any heap of tags is read, and each character stands where the map says."""
    for piece in html.read(Source("a.html", text)).pieces.values():
        for index, char in enumerate(piece.text):
            begin, end = piece.begin(index), piece.end(index)
            assert 0 <= begin <= end <= len(text)
            assert end - begin != 1 or char in (BLANK, " ", text[begin])
