"""One draft for many readers: only what they consented to, never a slot left open, values as data, not nearer than the brand allows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.documents.readers import parse_readers, safe_csv
from copilot.errors import BadOption, FileFault, NotAllowed, UnfilledSlots
from copilot.generation.personalise import EXPORTED, Reader, fill, fill_all, gentler, preview, slots_told, tagged
from copilot.guardrails.checks.intrusion import LEVELS
from copilot.language.merge_tags import merge_tags
from copilot.language.slots import nearness, slots
from copilot.records import Brief, Draft, Editor, Making, Slot
from copilot.service import Copilot
from copilot.testing import ScriptedModel

AGREED = {"prénom": Slot(consent=True, fallback="toi"), "ville": Slot(consent=True), "genre": Slot(consent=True)}
GOOD = {
    "subject": "A pack that leans",
    "preheader": "To the left, mostly.",
    "body": "Hi {{first_name|friend}}. This is the Drover pack. It costs £195.",
    "call_to_action": "See the pack",
}


def draft(body: str, attributes: dict[str, Slot] | None = None, locale: str = "fr", **fields: str) -> Draft:
    brief = Brief.model_validate(
        {
            "brand": "sample",
            "channel": "email",
            "locale": locale,
            "product": "la veste",
            "facts": {"prix": "49 €"},
            "attributes": AGREED if attributes is None else attributes,
        }
    )
    return Draft(
        id="d1",
        locale=brief.locale,
        channel="email",
        fields={**fields, "body": body},
        brief=brief,
        made=Making(model="m"),
        created=datetime(2026, 11, 22, tzinfo=UTC),
    )


def reader(line: int = 2, **values: str) -> Reader:
    return Reader(line, values)


@pytest.mark.parametrize(
    ("body", "values", "said"),
    [
        ("Bonjour {{prénom|toi}}.", {"prénom": "Marie"}, "Bonjour Marie."),
        ("Bonjour {{prénom|toi}}.", {"prénom": "  "}, "Bonjour toi."),
        ("Bonjour {{prénom|toi}}.", {"prénom": "NULL"}, "Bonjour toi."),
        ("Bonjour {{prénom}}.", {}, "Bonjour toi."),
        ("La veste de {{prénom|tous}}.", {"prénom": "Anna"}, "La veste d'Anna."),
        ("La veste de {{prénom|tous}}.", {"prénom": "Hélène"}, "La veste d'Hélène."),
        ("La veste de {{prénom|tous}}.", {"prénom": "Zoé"}, "La veste de Zoé."),
        ("La veste d'{{prénom|Anna}}.", {"prénom": "Marie"}, "La veste de Marie."),
        ("Il faut que {{prénom|chacun}} la voie.", {"prénom": "Émile"}, "Il faut qu'Émile la voie."),
        ("On est {{genre: f=ravie, m=ravi|de bonne humeur}}.", {"genre": "F"}, "On est ravie."),
        ("On est {{genre: f=ravie, m=ravi|de bonne humeur}}.", {"genre": "x"}, "On est de bonne humeur."),
        ("Livrée {{ville|chez toi}}.", {"ville": "à Lille"}, "Livrée à Lille."),
        ("Livrée {{ville|chez toi}}.", {"ville": "en Creuse"}, "Livrée en Creuse."),
        ("Bonjour {{ contact.PRENOM }} et {{ x|default:'y' }}.", {"prénom": "Marie"}, "Bonjour {{ contact.PRENOM }} et {{ x|default:'y' }}."),
    ],
)
def test_slots_are_filled_with_agreement(body: str, values: dict[str, str], said: str) -> None:
    """Values, fallbacks, elision before both, words chosen by a value; tags of tools stay."""
    assert fill(draft(body), reader(**values)).fields["body"] == said


@pytest.mark.parametrize("value", ["{{ville}}", "{{ contact.EMAIL }}", "*|FNAME|*", "%%x%%", "{% if x %}", "${x}"])
def test_a_value_is_never_a_template(value: str) -> None:
    """A value with marks of a template stops the export and is told by row and slot, not repeated."""
    with pytest.raises(UnfilledSlots) as caught:
        fill_all(draft("Bonjour {{prénom|toi}}, {{ville|là}}."), [reader(), reader(3, prénom=value)])
    assert "row 3, prénom: the value holds marks of a template" in caught.value.say("en")
    assert value not in caught.value.say("en")


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_slot_is_left_in_what_leaves(first: str, town: str) -> None:
    """Whatever the values: an export without slots, or a refusal; HTML without a sign of the value's own."""
    one = draft("Bonjour {{prénom|toi}}, {{ville|là-bas}}.")
    try:
        (row,) = fill_all(one, [reader(prénom=first, ville=town)])
        (safe,) = fill_all(one, [reader(prénom=first, ville=town)], escaped=True)
    except UnfilledSlots:
        return
    assert "{{" not in row.fields["body"]
    assert not {"<", ">", '"'} & set(safe.fields["body"])


def test_an_export_with_one_open_slot_is_refused_whole() -> None:
    """Two of three rows lack a value without fallback: rows and slots are told in both languages, nothing is given out."""
    attributes = {"prénom": Slot(consent=True), "ville": Slot(consent=False)}
    rows = [reader(2, prénom="Marie"), reader(3, prénom="-"), reader(4)]
    with pytest.raises(UnfilledSlots) as caught:
        fill_all(draft("Bonjour {{prénom}}.", attributes), rows)
    assert caught.value.say("fr").startswith("2 champ(s)")
    assert "row 3, prénom: no value, and no fallback; row 4, prénom: the table has no such column" in caught.value.say("en")
    with pytest.raises(UnfilledSlots, match="ville: the brief does not say that readers consented"):
        fill_all(draft("Chez {{ville|toi}}.", attributes), rows)
    with pytest.raises(UnfilledSlots, match="prénom: the value holds marks"):
        fill_all(draft("Bonjour {{prénom}}.", {"prénom": Slot(consent=True, fallback="*|X|*")}), rows)
    with pytest.raises(UnfilledSlots, match="age: the brief declares no such attribute"):
        fill_all(draft("À {{age|ton âge}}.", attributes), rows)


def test_a_field_that_grows_over_its_limit_is_told() -> None:
    """A long value in an SMS or a headline is a problem of that row, with the length."""
    from copilot.channels import find_channel

    one = draft("-", {"first_name": Slot(consent=True)}, "en").model_copy(
        update={"channel": "google_rsa", "fields": {"headline_1": "Boots for {{first_name|you}}"}}
    )
    shown = preview(one, [reader(2, first_name="Jo"), reader(3, first_name="Wilhelmina Featherstonehaugh")], find_channel("google_rsa"))
    assert [(problem.line, problem.slot) for problem in shown.problems] == [(3, "first_name")]
    assert "38 of at most 30" in shown.problems[0].what.en


def test_the_preview_shows_the_longest_and_the_emptiest() -> None:
    """Five of a hundred rows, these two first, and how many there are."""
    rows = [reader(line, prénom=f"N{line}", ville="à Lille") for line in range(2, 102)]
    rows[40] = reader(42, prénom="Marie-Antoinette de la Tour", ville="à Saint-Rémy")
    rows[70] = reader(72)
    shown = preview(draft("Bonjour {{prénom|toi}}, {{ville|là}}."), rows)
    assert [row.line for row in shown.rows] == [42, 72, 2, 52, 101]
    assert shown.rows[1].missing == ("prénom", "ville")
    assert (shown.count, shown.problems) == (100, ())
    assert preview(draft("Bonjour."), []).rows == ()


@pytest.mark.parametrize("tool", EXPORTED)
def test_every_tool_gets_its_tags_with_their_fallback(tool: Any) -> None:
    """Each tag is one of that tool's, prints the fallback's words, and no slot is left; a quotation mark in a fallback ends no string of the tool's."""
    attributes = {"first_name": Slot(consent=True, fallback="l\"amie d'ici"), "city": Slot(consent=True)}
    text = tagged(draft("Bonjour {{first_name}}, {{city|là-bas}} !", attributes), tool)["body"]
    tags = [tag for tag in merge_tags(text) if not tag.logic]
    assert slots(text) == []
    assert all(tool in tag.tools for tag in tags)
    assert tags or tool == "salesforce"
    assert "là-bas" in text
    assert text.count('"') % 2 == (tool in ("mailchimp", "mautic"))


def test_what_a_tool_cannot_say_is_refused() -> None:
    """A word that must agree, a slot without fallback, a choice in Mautic: told, not exported."""
    with pytest.raises(UnfilledSlots, match="'de' before the slot must agree"):
        tagged(draft("La veste de {{prénom|tous}}."), "brevo")
    with pytest.raises(UnfilledSlots, match="ville: no fallback"):
        tagged(draft("Livrée {{ville}}."), "brevo")
    choice = draft("On est {{genre: f=ravie, m=ravi|content de vous voir}}.")
    with pytest.raises(UnfilledSlots, match="Mautic cannot choose"):
        tagged(choice, "mautic")
    assert tagged(choice, "brevo")["body"] == (
        'On est {% if contact.GENRE == "f" %}ravie{% elif contact.GENRE == "m" %}ravi{% else %}content de vous voir{% endif %}.'
    )
    assert tagged(choice, "mailchimp")["body"] == "On est *|IF:GENRE=f|*ravie*|ELSEIF:GENRE=m|*ravi*|ELSE:|*content de vous voir*|END:IF|*."


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("first_name", None, 1),
        ("prénom", None, 1),
        ("favourite_colour", None, 2),
        ("ville", None, 2),
        ("last_viewed", None, 3),
        ("dernier_achat", None, 3),
        ("something", None, 3),
        ("something", "preference", 2),
        ("health_condition", "name", 4),
        ("grossesse", None, 4),
    ],
)
def test_attributes_come_near_by_name_or_by_declaration(name: str, kind: str | None, level: int) -> None:
    """What a name does not tell counts as behaviour; a sensitive name cannot be declared harmless."""
    assert nearness(name, kind) == level


def test_above_the_cap_is_blocking_and_has_gentler_words(make_copilot: Callable[..., Copilot]) -> None:
    """A name is within the default cap of 1; what the reader did blocks, with the fallback as a fix; words count as well as slots."""
    copilot = make_copilot()
    attributes = {"first_name": Slot(consent=True, fallback="friend"), "last_viewed": Slot(consent=True, fallback="the pack")}
    brief = draft("-", attributes, "en").brief.model_copy(update={"brand": "fettle-and-thole"})
    named = draft("Hi {{first_name}}. The pack leans.", attributes, "en").model_copy(update={"brief": brief})
    near = copilot.intrusiveness(named, brief)
    assert (near.level, near.label, near.cap, near.gentler) == (1, LEVELS[1], 1, {})
    watched = draft("Hi {{first_name}}. Still thinking of {{last_viewed}}?", attributes, "en").model_copy(update={"brief": brief})
    near = copilot.intrusiveness(watched, brief)
    assert (near.level, near.gentler) == (3, {"body": "Hi {{first_name}}. Still thinking of the pack?"})
    found = [one for one in copilot.check(watched, brief.brand, brief).at_level("blocking") if one.code == "CRP009"]
    assert [(one.text, one.fix and one.fix.replacement) for one in found] == [("{{last_viewed}}", "the pack")]
    seen = draft("We saw that you looked at the pack on Tuesday.", attributes, "en").model_copy(update={"brief": brief})
    assert copilot.intrusiveness(seen, brief).level == 3
    assert copilot.intrusiveness(draft("The pack leans.", {}, "en"), brief).level == 0
    assert gentler({"body": "Hi {{first_name|friend}}."}, {}, 0) == {"body": "Hi friend."}


def test_the_model_is_told_which_slots_it_may_use(make_copilot: Callable[..., Copilot]) -> None:
    """Consented attributes stand in the request; a reply that uses another is asked for again."""
    told = slots_told({"first_name": Slot(consent=True, fallback="friend"), "age": Slot()}, "en")
    assert "{{first_name|friend}}" in told
    assert "age" not in told
    model = ScriptedModel([{**GOOD, "body": GOOD["body"] + " {{city|there}}"}, GOOD])
    brief = Brief(
        brand="fettle-and-thole",
        channel="email",
        locale="en",
        product="the Drover pack",
        facts={"price": "£195"},
        attributes={"first_name": Slot(consent=True, fallback="friend")},
    )
    written = make_copilot(model).write(brief, 1)
    assert "{{first_name|friend}}" in model.requests[0].user
    assert len(model.requests) == 2
    codes = {finding.code for finding in written.scorecards[0].findings}
    assert not {"CRP008", "CRP009", "SAF012", "SAF013", "SAF014"} & codes


def test_only_approved_copy_is_taken_out_and_it_is_noted(make_copilot: Callable[..., Copilot], tmp_path: Path) -> None:
    """From a CSV to a CSV: refused before the signature, then one row a reader, safe in a spreadsheet, with the step in the history."""
    copilot = make_copilot(ScriptedModel([GOOD]))
    brief = Brief.model_validate(
        {
            "brand": "fettle-and-thole",
            "channel": "email",
            "locale": "en",
            "product": "the Drover pack",
            "facts": {"price": "£195"},
            "attributes": {"first_name": {"consent": True, "fallback": "friend"}},
        }
    )
    one = copilot.write(brief, 1).drafts[0]
    table = tmp_path / "readers.csv"
    table.write_text("\ufeffID;First Name;Notes\n=1+1;Jo;secret\n7;;\n", encoding="utf-8")
    with pytest.raises(NotAllowed):
        copilot.personalised(one.id, "Léa Martin", table, "csv")
    assert [row.fields["body"][:11] for row in copilot.for_readers(one.id, table).rows] == ["Hi friend. ", "Hi Jo. This"]
    copilot.submit(one.id, "Léa Martin")
    reasons = {finding.code: "test" for finding in copilot.check_draft(copilot.review(one.id)).at_level("blocking")}
    copilot.approve(one.id, Editor(name="Paul Roux"), one.text_hash, reasons)
    rows = list(csv.DictReader(io.StringIO(copilot.personalised(one.id, "Léa Martin", table, "csv"))))
    assert [(row["row"], row["id"], row["body"][:10]) for row in rows] == [("2", "'=1+1", "Hi Jo. Thi"), ("3", "7", "Hi friend.")]
    assert "secret" not in str(rows)
    assert copilot.review(one.id).history[-1].kind == "exported"
    table.write_text('{"first_name": "<b>Jo</b>"}\n', encoding="utf-8")
    assert "Hi &lt;b&gt;Jo&lt;/b&gt;" in json.loads(copilot.personalised(one.id, "Léa Martin", table, "html"))["body"]
    assert "contact.FIRSTNAME" in copilot.tagged(one.id, "Léa Martin", "Brevo")
    with pytest.raises(BadOption, match="mailchimp"):
        copilot.tagged(one.id, "Léa Martin", "fax")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "holds no rows"),
        (b"a,b\n", "holds no rows"),
        (b"a,b\n1\n", "table:2: it has 1 cells, the header 2"),
        (b"a,a\n1,2\n", "a column stands twice"),
        (b"a\n\xff\xfe\n", "table:2: it is not UTF-8"),
        (b"a\0b", "holds no rows"),
        (b'{"a": 1}\n{"a": \n', "table:2: is not JSON"),
        (b'{"a": 1}\n[1]\n', "table:2: is no object"),
    ],
)
def test_bad_tables_are_told_with_their_line(raw: bytes, said: str) -> None:
    """Each fault has its place and no value."""
    with pytest.raises(FileFault, match=said):
        parse_readers(raw, "table")


def test_tables_of_many_forms_are_read() -> None:
    """Delimiters, a byte-order mark, quoted line ends, names of columns in any case; numbers and null in JSON."""
    assert parse_readers('\ufeffFirst-Name\tVILLE\r\nMarie\t"à\nLille"\r\n\r\n'.encode(), "t") == [(3, {"first_name": "Marie", "ville": "à\nLille"})]
    assert parse_readers(b'{"Age": 3, "x": null}\n', "t") == [(1, {"age": "3", "x": ""})]
    assert safe_csv(["a"], [["=cmd"], ["+1"], ["-2"], ["@x"], ["\tx"], ["ok"]]).split("\r\n")[1:-1] == ["'=cmd", "'+1", "'-2", "'@x", "'\tx", "ok"]
