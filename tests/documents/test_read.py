"""Files of every form become copy; what cannot be read is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copilot.documents.read import Manner, decode, load, read
from copilot.documents.source import Source
from copilot.errors import BadInput, BadOption, FileFault, UnknownChannel, UnknownLocale
from copilot.records import Finding

CAMPAIGN = "---\r\nchannel: google_rsa\r\nlocale: fr\r\n---\r\n## headline\r\n- Un deux\r\n- Trois\r\n\r\n## description\r\n- Froid ?\r\n"


def finding(field: str, start: int, end: int, text: str) -> Finding:
    """A finding of no rule."""
    return Finding(code="X", name="x", level="advice", field=field, start=start, end=end, text=text, message="", suggestion="", source="")


def test_a_campaign_keeps_its_channel_and_fields() -> None:
    """Numbered fields from list items; places lead to the file; offsets told are those of the field."""
    source = Source("c.md", CAMPAIGN)
    [document] = read(source, Manner()).documents
    assert (document.copy.channel, document.copy.locale) == ("google_rsa", "fr")
    assert document.copy.fields == {"headline_1": "Un deux", "headline_2": "Trois", "description_1": "Froid ?"}
    found = finding("headline_1", 3, 7, "deux")
    assert source.text[slice(*document.place(found))] == "deux"
    assert (document.told(found).start, source.place(document.place(found)[0])) == (3, (6, 6))


def test_options_outrank_the_file() -> None:
    """--locale outranks the front matter; with --channel the file is one text."""
    assert read(Source("c.md", CAMPAIGN), Manner(locale="en")).documents[0].copy.locale == "en"
    assert list(read(Source("c.md", CAMPAIGN), Manner(channel="email", field="body")).documents[0].copy.fields) == ["body"]


def test_drafts_as_json_are_read_and_not_mended() -> None:
    """One draft, a list, or what `write --json` prints; places lead into the strings, escapes included."""
    draft = {"id": "d1", "locale": "fr", "channel": "email", "fields": {"subject": "Été", "body": 'Il dit "oui"\n🧦.'}}
    text = json.dumps({"drafts": [draft, {"id": "d2", "locale": "de", "fields": {"subject": "x"}}]}, indent=1)
    reading = read(Source("d.json", text), Manner())
    [document] = reading.documents
    assert (reading.mendable, document.id, document.copy.fields) == (False, "d1", draft["fields"])
    start = document.copy.fields["body"].index('"oui"')
    assert text[slice(*document.place(finding("body", start, start + 5, "")))] == '\\"oui\\"'
    assert [fault.error.say("en") for fault in reading.faults] == [
        "Centaur writes and checks French (fr) and English (en); it does not cover 'de' (d.json:12)."
    ]


@pytest.mark.parametrize("text", ["{", "[]", '{"a": 1}', "3", '"x"', "[[[["], ids=str)
def test_json_without_a_draft_is_told(text: str) -> None:
    """Broken or strange."""
    with pytest.raises(FileFault):
        read(Source("d.json", text), Manner())


def test_an_html_page_is_known_by_its_beginning() -> None:
    """On standard input, where no name tells."""
    assert read(Source("-", "<!DOCTYPE html><p>Waxed jackets are mended here</p>"), Manner()).form == "html"
    assert read(Source("-", "Waxed jackets <p> are mended here"), Manner()).form == "text"


def test_a_page_of_one_text_has_offsets_of_the_file() -> None:
    """Title, text and attributes alike."""
    text = '<title>A title</title><p>Some words</p><img alt="a picture">'
    [document] = read(Source("a.html", text), Manner(locale="en")).documents
    for key, words in (("title", "title"), ("text", "words"), ("alt_1", "picture")):
        start = document.copy.fields[key].index(words)
        told = document.told(finding(key, start, start + len(words), words))
        assert text[told.start : told.end] == words


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("Waxed jackets", "en"),
        ("---\nlang: fr\n---\nPataud", "fr"),
        ("Nos chaussons de laine sont cousus à la main en montagne.", "fr"),
        ("---\nlang: fr\n---\nOur slippers are sewn by hand in a workshop under the mountains, and we post them to you.", "en"),
    ],
)
def test_the_words_tell_the_language_and_the_file_where_they_are_few(text: str, locale: str) -> None:
    """A template's `lang` is often wrong; so it only speaks for short texts."""
    assert read(Source("a.md", text), Manner()).documents[0].copy.locale == locale


FOREIGN = {
    "de": "Das ist ein deutscher Text, den wir nicht prüfen sollten. Unsere Hausschuhe aus Wolle werden von Hand gemacht.",
    "es": "Zapatillas de lana hechas a mano en la montaña para toda la familia, con suela de cuero y envío gratis.",
    "it": "Pantofole di lana fatte a mano in montagna, con suola di cuoio e spedizione gratuita per tutti i nostri clienti.",
    "nl": "Dit is een Nederlandse tekst die we niet zouden moeten controleren. Onze pantoffels worden met de hand gemaakt.",
    "pt": "Este é um texto em português que não devemos verificar. Os nossos chinelos de lã são feitos à mão na montanha.",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_refused_unless_one_of_ours_is_given(language: str) -> None:
    """The message names it, the file and the way out."""
    source = Source("a.md", FOREIGN[language])
    with pytest.raises(UnknownLocale) as error:
        read(source, Manner())
    assert f"does not cover '{language}' (a.md); if it is French or English after all, say --locale" in error.value.say("en")
    assert read(source, Manner(locale="fr")).documents[0].copy.locale == "fr"


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("a.docx", b"PK\x03\x04", "is not text. Save it as HTML, Markdown or plain text (UTF-8)."),
        ("a.txt", b"%PDF-1.7", "is not text"),
        ("a.txt", b"fine\ncaf\xe9", "a.txt:2: is not UTF-8 text"),
        ("a.txt", None, "there is no such file"),
        ("a.txt", b"x" * 2_000_001, "has 2.0 MB. Keep it under 2 MB"),
    ],
)
def test_what_is_no_text_is_told(tmp_path: Path, name: str, raw: bytes | None, message: str) -> None:
    """With what to do."""
    if raw is not None:
        (tmp_path / name).write_bytes(raw)
    with pytest.raises(FileFault) as error:
        load(tmp_path / name, name)
    assert message in error.value.say("en")


@pytest.mark.parametrize(
    ("text", "manner", "error"),
    [
        ("x", Manner(locale="de"), UnknownLocale),
        ("x", Manner(channel="fax"), UnknownChannel),
        ("---\nchannel: fax\n---\n## a\nb\n", Manner(), UnknownChannel),
        ("---\nchannel: email\nlocale: de\n---\n## subject\nb\n", Manner(), UnknownLocale),
        ("a\nb\n", Manner(form="table"), BadOption),
    ],
)
def test_bad_input_is_told(text: str, manner: Manner, error: type[BadInput]) -> None:
    """By the option or by the file."""
    with pytest.raises(error):
        read(Source("a.md", text), manner)


@pytest.mark.parametrize(("name", "text"), [("a.md", "```\ncode\n```\n"), ("a.html", "<script>x</script>"), ("a.txt", " \n")])
def test_a_file_without_words_has_no_documents(name: str, text: str) -> None:
    """Whoever asked for it by name is told."""
    assert read(Source(name, text), Manner()).documents == ()


def test_a_byte_order_mark_is_counted_nowhere() -> None:
    """And comes back when the file is written."""
    source = decode(b"\xef\xbb\xbfHello", "a.txt")
    assert (source.text, source.written) == ("Hello", "\ufeffHello")
