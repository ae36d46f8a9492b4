"""An article is asked for step by step; a step that fails costs a retry, not the article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from copilot.errors import ModelGarbage, ModelRefused
from copilot.generation.article import MOST_SECTIONS, SCHEMAS, assembled, read_outline, read_questions
from copilot.guides.load import load_brief
from copilot.records import Brief
from copilot.service import Copilot
from copilot.testing import ScriptedModel
from tests.conftest import ROOT

OUTLINE = {
    "h1": "What the Drover pack carries, and how it leans",
    "sections": [
        {"heading": "What goes into it", "says": "How much it holds, and of what it is made.", "facts": ["capacity", "material"]},
        {"heading": "What it costs", "says": "The price and a later repair.", "facts": ["price", "repair", "capacity"]},
        {"heading": "Why you will love it", "says": "Nothing in particular.", "facts": ["happiness"]},
    ],
    "questions": ["Does it lean?"],
}
FIRST = {"text": "## What goes into it\n\nThe Drover pack holds 42 litres of 18 oz canvas and whatever you put there.", "summary": "It holds 42 litres."}
SECOND = {"text": "It is £195. A new hip belt for £26 puts it right later.", "summary": "It is £195."}
FAQ = {"faq": [{"question": "Does it lean?", "answer": "The Drover pack leans to the left."}, {"question": "And then?", "answer": ""}]}
HEAD = {"title": "The Drover pack: 42 litres, and it leans", "meta_description": "What it carries and what it costs.", "slug": "Drover pack leans"}


def brief() -> Brief:
    given = {"brand": "fettle-and-thole", "channel": "article", "locale": "en"}
    return load_brief(ROOT / "brand_guides" / "fettle-and-thole" / "briefs" / "drover-pack.yaml", given)


def test_steps_have_sound_schemas() -> None:
    """Each is closed and takes the reply that its prompt asks for."""
    for step, reply in (("outline", OUTLINE), ("section", FIRST), ("head", HEAD), ("faq", {"faq": FAQ["faq"][:1]})):
        jsonschema.Draft202012Validator.check_schema(SCHEMAS[step])
        jsonschema.validate(reply, SCHEMAS[step])


def test_an_article_is_written_in_steps(make_copilot: Callable[..., Copilot]) -> None:
    """Five requests; each section gets its own facts and what was said before; the whole is one Markdown text with its questions, and its making counts all tokens."""
    model = ScriptedModel([OUTLINE, FIRST, SECOND, FAQ, HEAD])
    (draft,) = make_copilot(model).write(brief(), 1).drafts
    assert draft.fields == {
        "title": HEAD["title"],
        "meta_description": HEAD["meta_description"],
        "slug": "drover-pack-leans",
        "h1": OUTLINE["h1"],
        "body": "## What goes into it\n\nThe Drover pack holds 42 litres of 18 oz canvas and whatever you put there.\n\n## What it costs\n\n"
        "It is £195. A new hip belt for £26 puts it right later.\n\n## Questions\n\n### Does it lean?\n\nThe Drover pack leans to the left.",
    }
    asked = model.requests
    assert len(asked) == 5
    assert ("capacity: 42 litres" in asked[1].user, "price: £195" in asked[1].user) == (True, False)
    assert ("capacity: 42 litres" in asked[2].user, "price: £195" in asked[2].user) == (False, True)
    assert "What goes into it: It holds 42 litres." in asked[2].user
    assert draft.made.prompt == "article/outline.en.v1"
    assert draft.made.tokens_in == sum(len(request.system + request.user) // 4 for request in asked)
    assert draft.made.note == ""


def test_what_a_section_may_use_is_dealt_out_once() -> None:
    """A fact goes to the first section that names it; a claim by nearly its words; a section with nothing is left out."""
    outline = read_outline(
        {
            "h1": "# H",
            "sections": [{"heading": "A", "says": "a", "facts": ["Prix", "Garanti trois ans"]}, {"heading": "B", "facts": ["prix"]}, {"heading": ""}],
        },
        {"prix": "34 €", "poids": "1 kg"},
        ["Garanti trois ans."],
    )
    assert (outline.h1, [one.heading for one in outline.sections]) == ("H", ["A"])
    assert (outline.sections[0].facts, outline.sections[0].claims) == ({"prix": "34 €"}, ("Garanti trois ans.",))
    with pytest.raises(ValueError, match="no section names a fact"):
        read_outline({"h1": "H", "sections": [{"heading": "A", "facts": ["rien"]}]}, {"prix": "34 €"}, [])
    with pytest.raises(ValueError, match="'h1' is missing"):
        read_outline({"sections": []}, {"prix": "34 €"}, [])
    many = {"h1": "H", "sections": [{"heading": str(n), "facts": [f"f{n}"]} for n in range(9)]}
    assert len(read_outline(many, {f"f{n}": "x" for n in range(9)}, []).sections) == MOST_SECTIONS


@pytest.mark.parametrize("bad", ["I would rather not use JSON today", {"text": "No summary."}, {"error": "cut", "text": '{"text": "Ha'}])
def test_a_broken_section_costs_a_retry(make_copilot: Callable[..., Copilot], bad: Any) -> None:
    """The next answer is taken, and nothing is missing."""
    model = ScriptedModel([OUTLINE, bad, FIRST, SECOND, FAQ, HEAD])
    (draft,) = make_copilot(model).write(brief(), 1).drafts
    assert "whatever you put there" in draft.fields["body"]
    assert (len(model.requests), draft.made.note) == (6, "")


def test_a_section_that_fails_twice_is_left_out_and_told(make_copilot: Callable[..., Copilot]) -> None:
    """Garbage four times in a row for one section: the others stand, and the draft says what is missing."""
    model = ScriptedModel([OUTLINE, *["nothing"] * 4, SECOND, FAQ, HEAD])
    written = make_copilot(model).write(brief(), 1)
    (draft,) = written.drafts
    assert draft.made.note in [note.en for note in written.notes]
    assert "## What goes into it" not in draft.fields["body"]
    assert "## What it costs" in draft.fields["body"]
    assert draft.made.note == "left out, since the model failed twice: What goes into it"


def test_a_head_that_fails_is_made_from_the_outline(make_copilot: Callable[..., Copilot]) -> None:
    """Title, description and slug come from what was written."""
    (draft,) = make_copilot(ScriptedModel([OUTLINE, FIRST, SECOND, FAQ, "no", "no", "no", "no"])).write(brief(), 1).drafts
    assert draft.fields["title"] == OUTLINE["h1"]
    assert draft.fields["meta_description"] == "It holds 42 litres."
    assert draft.fields["slug"].startswith("what-the-drover-pack")


def test_no_outline_or_no_section_is_no_article(make_copilot: Callable[..., Copilot]) -> None:
    """Garbage for an outline, or for every section, is told as such; a refusal is not asked again."""
    for script in (["nothing"], [OUTLINE, "nothing"]):
        with pytest.raises(ModelGarbage):
            make_copilot(ScriptedModel(script)).write(brief(), 1)
    model = ScriptedModel([OUTLINE, {"error": "refused"}])
    with pytest.raises(ModelRefused):
        make_copilot(model).write(brief(), 1)
    assert len(model.requests) == 2


def test_an_article_without_questions_has_no_empty_end() -> None:
    """No heading for nothing; pairs without an answer are no pairs."""
    assert assembled([("A", "a")], [], "Questions") == "## A\n\na"
    assert read_questions(FAQ) == [("Does it lean?", "The Drover pack leans to the left.")]
    assert read_questions({"faq": ["x", {"question": "y"}]}) == []


def test_what_an_article_would_cost_counts_every_step(make_copilot: Callable[..., Copilot]) -> None:
    """More than one outline: sections, questions and head are in the estimate, and nothing is sent."""
    model = ScriptedModel([OUTLINE])
    estimate = make_copilot(model).estimate(brief(), 1)
    assert estimate.tokens_out == 900 + MOST_SECTIONS * 700 + 700 + 300
    assert model.requests == []
