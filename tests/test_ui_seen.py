"""A page of the desk left open while somebody else works on its draft: nothing is decided or handed out on what nobody there has read."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from copilot.bootstrap import build
from copilot.records import Editor, Review
from copilot.service import Copilot
from tests.test_ui import app, labels, on_desk, written  # noqa: F401  # `app` is the fixture
from tests.test_ui_making import unfolded

WORDS = {"subject": "Not what she read"}


@pytest.fixture
def elsewhere() -> Copilot:
    """The same store, as somebody else opens it."""
    return build()


def at_desk(desk: AppTest, elsewhere: Copilot, step: str) -> Review:
    """The draft on the desk after Léa Martin, who stays there, took this step."""
    written(desk).text_input(key="editor").set_value("Léa Martin").run()
    desk.button(key=step).click().run()
    return elsewhere.review(desk.session_state["chosen"])


def given(desk: AppTest) -> list[str]:
    """The words that the page gives to the browser to copy or to save."""
    return [json.loads(one.proto.json)["words"] for one in desk.get("bidi_component") if one.proto.component_name == "given"]  # type: ignore[attr-defined]  # AppTest knows no components


def told(desk: AppTest) -> list[str]:
    """What the page says of changes that somebody else made."""
    return [warning.value for warning in desk.warning if "has changed since" in warning.value]


def kinds(review: Review) -> list[str]:
    return [event.kind for event in review.history]


@pytest.mark.parametrize("key", ["copy", "download", "download-html", "download-eml"])
def test_words_whose_approval_fell_are_not_handed_out(app: AppTest, elsewhere: Copilot, key: str) -> None:  # noqa: F811
    """The page shows a signed draft, which somebody edits; whatever is clicked gives no word, says why, and shows the state now."""
    before = at_desk(app, elsewhere, "sign")
    elsewhere.edit(before.draft.id, WORDS, "Paul Roux")
    app.button(key=key).click().run()
    assert not app.exception
    assert given(app) == []
    assert kinds(elsewhere.review(before.draft.id)) == ["created", "submitted", "approved", "edited"]
    (message,) = told(app)
    assert "edited by Paul Roux" in message
    assert "now 'in review'" in message
    assert any("· in review" in markdown.value for markdown in app.markdown)
    assert not any("Signed by" in success.value for success in app.success)


def test_other_words_that_were_signed_since_are_not_handed_out_either(app: AppTest, elsewhere: Copilot) -> None:  # noqa: F811
    """The draft is approved again, but it is not the text on the page; once it has been read there, it goes out."""
    before = at_desk(app, elsewhere, "sign")
    elsewhere.sign(before.draft.id, {**before.draft.fields, **WORDS}, Editor(name="Paul Roux"), before.revision)
    app.button(key="copy").click().run()
    assert given(app) == []
    assert "approved by Paul Roux" in told(app)[0]
    app.button(key="read-again").click().run()
    assert told(app) == []
    app.button(key="copy").click().run()
    assert [words.split("\n")[0] for words in given(app)] == ["Not what she read"]


def test_what_is_handed_out_is_noted_and_given_once(app: AppTest, elsewhere: Copilot) -> None:  # noqa: F811
    """Copied and saved under the name at the desk, also after somebody else took the same words out; what is drawn again gives nothing again."""
    before = at_desk(app, elsewhere, "sign")
    elsewhere.export(before.draft.id, "Paul Roux")
    app.button(key="copy").click().run()
    assert given(app) == ["\n\n".join(before.draft.fields.values())]
    app.button(key="download").click().run()
    assert "## subject" in given(app)[0]
    app.run()
    assert given(app) == []
    assert [(event.kind, event.who) for event in elsewhere.review(before.draft.id).history[-3:]] == [
        ("exported", "Paul Roux"),
        ("exported", "Léa Martin"),
        ("exported", "Léa Martin"),
    ]


@pytest.mark.parametrize("step", ["sign", "reject", "changes"])
def test_nothing_is_decided_on_words_that_came_since(app: AppTest, elsewhere: Copilot, step: str) -> None:  # noqa: F811
    """Somebody edits the draft under review; a decision on the old page is not taken. What stands now is shown, and can be decided on once it was read."""
    before = at_desk(app, elsewhere, "submit")
    app.text_input(key=f"note-{before.draft.id}").set_value("Dull.").run()
    elsewhere.edit(before.draft.id, WORDS, "Paul Roux")
    app.button(key=step).click().run()
    assert not app.exception
    assert kinds(elsewhere.review(before.draft.id)) == ["created", "submitted", "edited"]
    assert len(told(app)) == 1
    assert app.text_input(key=on_desk(app, "subject")).value == "Not what she read"
    assert "Approve and sign" not in labels(app)
    app.button(key="read-again").click().run()
    assert told(app) == []
    app.text_input(key=f"note-{before.draft.id}").set_value("Dull.").run()
    app.button(key=step).click().run()
    assert elsewhere.review(before.draft.id).state == {"sign": "approved", "reject": "rejected", "changes": "changes requested"}[step]
    assert told(app) == []


@pytest.mark.parametrize("step", ["save", "submit", "sign"])
def test_what_was_typed_on_an_old_page_is_shown_and_not_saved(app: AppTest, elsewhere: Copilot, step: str) -> None:  # noqa: F811
    """Words typed over those that somebody changed meanwhile replace nothing, and are not lost."""
    draft = elsewhere.review(written(app).session_state["chosen"]).draft
    app.text_input(key="editor").set_value("Léa Martin").run()
    app.text_input(key=on_desk(app, "subject")).set_value("Mine").run()
    elsewhere.edit(draft.id, WORDS, "Paul Roux")
    app.button(key=step).click().run()
    assert elsewhere.review(draft.id).draft.fields["subject"] == "Not what she read"
    assert [code.value for code in app.code] == ["Mine"]
    app.text_input(key=on_desk(app, "subject")).set_value("Ours").run()
    app.button(key="read-again").click().run()
    app.button(key="save").click().run()
    assert elsewhere.review(draft.id).draft.fields["subject"] == "Ours"


def test_what_was_typed_where_nothing_changed_stays_in_its_field(app: AppTest, elsewhere: Copilot) -> None:  # noqa: F811
    """Somebody stores another subject while the call to action is typed: that one is still there, unsaved."""
    draft = elsewhere.review(written(app).session_state["chosen"]).draft
    elsewhere.edit(draft.id, WORDS, "Paul Roux")
    app.text_input(key=on_desk(app, "call_to_action")).set_value("Mine").run()
    assert [app.text_input(key=on_desk(app, name)).value for name in ("subject", "call_to_action")] == ["Not what she read", "Mine"]
    assert (len(told(app)), len(app.code)) == (1, 0)


def test_a_proposal_for_an_old_text_is_not_taken(app: AppTest, elsewhere: Copilot) -> None:  # noqa: F811
    """Changes proposed for the words on the page are not put into others; the page asks to read first."""
    before = at_desk(app, elsewhere, "submit")
    unfolded(app, "change").button(key="change-ask").click().run()
    elsewhere.edit(before.draft.id, WORDS, "Paul Roux")
    app.run()
    assert not app.exception
    assert "Propose" not in labels(app)
    assert kinds(elsewhere.review(before.draft.id)) == ["created", "submitted", "edited"]


def test_the_reader_is_told_in_french(app: AppTest, elsewhere: Copilot) -> None:  # noqa: F811
    """Message, what had been typed and the button are French on a French desk."""
    before = at_desk(app, elsewhere, "sign")
    app.segmented_control(key="language").set_value("fr").run()
    elsewhere.edit(before.draft.id, WORDS, "Paul Roux")
    app.text_input(key=on_desk(app, "subject")).set_value("Le mien").run()
    (warning,) = app.warning
    assert "modifié par Paul Roux" in warning.value
    assert "Il est maintenant « en relecture »." in warning.value
    assert "Ce que vous aviez tapé, non enregistré" in [caption.value for caption in app.caption]
    assert "Je l'ai relu tel qu'il est" in labels(app)


def test_typed_words_stay_while_another_draft_is_on_the_desk(app: AppTest) -> None:  # noqa: F811
    """Going to another candidate and back loses nothing."""
    written(app).text_input(key=on_desk(app, "subject")).set_value("Mine").run()
    app.button(key="choose-2").click().run()
    app.text_input(key="editor").set_value("Léa Martin").run()
    app.button(key="choose-0").click().run()
    assert not app.exception
    assert app.text_input(key=on_desk(app, "subject")).value == "Mine"
