"""Every channel is drafted: with a model through its schema, and offline from facts; both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from copilot.channels import CHANNELS, Channel, Field, field_name, find_channel
from copilot.errors import BriefFault, ModelCutShort, ModelGarbage
from copilot.generation import compose as composer
from copilot.generation.compose.product import Product
from copilot.generation.write import read_reply, reply_schema
from copilot.guides.load import load_brief, make_brief
from copilot.language.figures import figures
from copilot.language.gsm7 import measure
from copilot.language.prose import Prose
from copilot.ports import ModelReply, ModelRequest
from copilot.records import Brief, Copy, Dial, Scorecard
from copilot.service import Copilot
from copilot.testing import ScriptedModel
from tests.conftest import ROOT

BRIEFS = {
    "fr": (("pataud", "bouillotte-odette"), ("halage", "retours-librairie"), ("pataud", "plaid-germain")),
    "en": (("fettle-and-thole", "drover-pack"), ("halage", "cold-round"), ("fettle-and-thole", "resole-service")),
}
NAMES = [channel.name for channel in CHANNELS]


def brief_of(channel: str, locale: str, turn: int = 0, **more: str) -> Brief:
    brand, name = BRIEFS[locale][turn % 3]
    path = ROOT / "brand_guides" / brand / "briefs" / f"{name}.yaml"
    return load_brief(path, {"brand": brand, "channel": channel, "locale": locale, **more})


def reply(channel: Channel, text: str = "Il pèse 1,7 kg.") -> dict[str, Any]:
    """The shortest reply that the channel takes."""

    def words(field: Field) -> str:
        return text[: field.limit or 400] if field.least else ""

    return {f.name: [words(f)] * max(f.least, 0) if f.most > 1 else words(f) for f in channel.fields if f.least or f.most == 1}


# --- with a model ---


@pytest.mark.parametrize("name", NAMES)
def test_schema_asks_for_the_fields_of_the_channel(name: str) -> None:
    """The schema is sound, closed, asks for each field once with its counts and limit, and takes the shortest whole reply."""
    channel = find_channel(name)
    schema = reply_schema(channel)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["required"] == list(schema["properties"]) == [field.name for field in channel.fields]
    assert schema["additionalProperties"] is False
    for field in channel.fields:
        asked = schema["properties"][field.name]
        if field.most > 1:
            assert (asked["minItems"], asked["maxItems"]) == (field.least, field.most)
        text = asked["items"] if field.most > 1 else asked
        assert text.get("maxLength") == (None if field.counting == "x" else field.limit)
    whole = {**{f.name: [] if f.most > 1 else "" for f in channel.fields}, **reply(channel)}
    jsonschema.validate(whole, schema)
    for field in channel.fields:
        if field.most > 1:
            with pytest.raises(jsonschema.ValidationError):
                jsonschema.validate({**whole, field.name: ["x"] * (field.most + 1)}, schema)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "google_assets"])
def test_a_reply_becomes_the_fields_of_the_channel(name: str) -> None:
    """The shortest reply gives each needed field once; a reply without one of them is refused, with its name."""
    channel = find_channel(name)
    fields = read_reply(json.dumps(reply(channel)), channel)
    assert {field_name(key) if channel.field(key) else key for key in fields} == {field.name for field in channel.fields if field.least}
    for field in channel.fields:
        if field.least:
            rest = {key: value for key, value in reply(channel).items() if key != field.name}
            with pytest.raises(ValueError, match=f"'{field.name}' has 0 of at least"):
                read_reply(json.dumps(rest), channel)


def test_every_question_has_its_answer() -> None:
    """Two questions and one answer are no FAQ; lists that are all empty are no draft."""
    with pytest.raises(ValueError, match="2 of 'question' and 1 of 'answer'"):
        read_reply('{"question": ["a?", "b?"], "answer": ["c"]}', find_channel("faq"))
    with pytest.raises(ValueError, match="every field is empty"):
        read_reply('{"sitelink": [], "callout": [], "sitelink_line": [], "snippet": []}', find_channel("google_assets"))


class Answering:
    """A model that gives each request the shortest whole reply. Fulfils `ports.Model`."""

    name = "answering"

    def __init__(self) -> None:
        self.requests: list[ModelRequest] = []

    def reply(self, request: ModelRequest, on_text: Callable[[str], None] | None = None) -> ModelReply:
        self.requests.append(request)
        return ModelReply(text=json.dumps(reply(find_channel(request.channel), "The Drover pack weighs 1.7 kg.")))


def test_a_model_drafts_every_channel(make_copilot: Callable[..., Copilot]) -> None:
    """The request carries the channel's own prompt and schema and the brief's facts; the draft keeps which prompt it was. An e-mail has one for each purpose."""
    model = Answering()
    copilot = make_copilot(model)
    for channel in CHANNELS:
        for purpose in channel.purposes if channel.name not in ("article", "google_assets") else ():
            brief = brief_of(channel.name, "en").model_copy(update={"purpose": purpose, "offer": "a free strap"})
            assert copilot.write(brief, 1).drafts[0].made.prompt == f"{channel.name}/{purpose}.en.v1"
            assert model.requests[-1].reply_schema == reply_schema(channel)
            assert "capacity: 42 litres" in model.requests[-1].user


def test_a_purpose_that_the_channel_does_not_have_is_told() -> None:
    """An SMS has no newsletter; a promotion has an offer."""
    given = {"brand": "pataud", "locale": "fr"}
    with pytest.raises(BriefFault, match="'newsletter' is no purpose of sms"):
        make_brief({"product": "x", "facts": {"prix": "1 €"}, "purpose": "newsletter"}, {**given, "channel": "sms"})
    with pytest.raises(BriefFault, match="promotion without an offer"):
        make_brief({"product": "x", "facts": {"prix": "1 €"}, "purpose": "promotion"}, {**given, "channel": "email"})


def test_a_reply_without_the_fields_costs_a_retry(make_copilot: Callable[..., Copilot]) -> None:
    """A second, whole reply is taken; two broken ones are told as what they are."""
    good = {"text": "Fettle & Thole: the Drover pack, 42 litres."}
    model = ScriptedModel([{"message": "no"}, good])
    assert make_copilot(model).write(brief_of("sms", "en"), 1).drafts[0].fields == good
    with pytest.raises(ModelGarbage, match="'text' has 0 of at least 1"):
        make_copilot(ScriptedModel([{"message": "no"}])).write(brief_of("sms", "en"), 1)


@pytest.mark.server
@pytest.mark.parametrize("name", ["meta_ad", "google_assets", "article", "faq"])
def test_a_real_model_is_held_to_the_schema(name: str) -> None:
    """The grammar that llama.cpp makes of the largest schemas is taken, and the reply begins with the first field of the channel."""
    from copilot.adapters.models.local import LocalModel

    channel = find_channel(name)
    request = ModelRequest(system="Reply in JSON.", user="A pack.", reply_schema=reply_schema(channel), temperature=0.0, max_tokens=8)
    with pytest.raises(ModelCutShort) as cut:
        LocalModel("smollm2").reply(request)
    assert re.match(rf'\{{\s*"{channel.fields[0].name[:4]}', cut.value.partial)


# --- offline ---


def unjudged(copy: Copy) -> Scorecard:
    """A scorecard that prefers nothing, so that what the composer makes is seen as it comes."""
    return Scorecard(
        brand="", text_hash=copy.text_hash, verdict="needs work", dials={n: Dial.unmeasured("") for n in ("voice", "authenticity", "compliance")}, findings=()
    )


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_offline_drafts_state_only_what_brief_and_claims_state(make_copilot: Callable[..., Copilot], locale: str) -> None:
    """Of six drafts as they come: every figure is in the brief or in a claim in force, no other product is named, no field is too long, none is missing."""
    copilot = make_copilot()
    for name in NAMES:
        brief = brief_of(name, locale, NAMES.index(name))
        guide = copilot.guide(brief.brand)
        in_force = copilot.claims_in_force(guide)
        claims = [text for claim in in_force for text in claim.texts(brief.locale)]
        stated = figures(Prose("\n".join([brief.text, brief.url, *brief.facts.values(), *claims]), brief.locale), words=True)
        sayable = " ".join([brief.text, guide.voice.name, *claims]).lower()
        others = {Product.parse(campaign.product, brief.locale).name for campaign in guide.campaigns if campaign.locale == locale} - {""}
        strangers = [other for other in others if other.lower() not in sayable]
        made = composer.compose(brief, guide, in_force, unjudged, 6)
        assert made
        for candidate in made:
            text = "\n".join(candidate.fields.values())
            prose = Prose(text, brief.locale)
            assert [figure for figure in figures(prose) if not any(figure.agrees(known) for known in stated)] == []
            assert [other for other in strangers if re.search(rf"\b{re.escape(other)}\b", text)] == []
            assert "{" not in text
            assert not re.search(r"\b(?:de le|de les|à le|à les)\b", text)
        card = copilot.check(Copy(locale=brief.locale, channel=name, fields=made[0].fields), brief.brand, brief)
        wrong = {"CHN001", "CHN003", "CHN004", "CHN005", "CHN010", "CHN014", "CHN018", "CHN034", "CHN052", "GRD001", "SAF002"}
        assert [(f.code, f.field, f.text) for f in card.findings if f.code in wrong] == []


def test_offline_sms_is_one_message_and_invents_no_number(make_copilot: Callable[..., Copilot]) -> None:
    """One part, the sender first; STOP as the brief says it, and none where it says nothing, which the check then blocks."""
    copilot = make_copilot()
    brief = brief_of("sms", "fr")
    without = copilot.write(brief, 1)
    assert without.drafts[0].fields["text"].startswith("Maison Pataud : ")
    assert "STOP" not in without.drafts[0].text
    assert [f.code for f in without.scorecards[0].at_level("blocking")] == ["CHN051"]
    with_stop = copilot.write(brief.model_copy(update={"notes": "Finir par STOP au 36111"}), 1)
    assert with_stop.drafts[0].fields["text"].endswith("STOP au 36111")
    assert with_stop.scorecards[0].at_level("blocking") == ()
    assert [measure(written.drafts[0].text).parts for written in (without, with_stop)] == [1, 1]


def test_offline_letters_follow_their_purpose(make_copilot: Callable[..., Copilot]) -> None:
    """A promotion opens with its offer, a cart reminder asks nothing, a win-back shows the way out; a newsletter says that it has no story."""
    copilot = make_copilot()
    brief = brief_of("email", "fr").model_copy(update={"offer": "la housse offerte jusqu'au 30 novembre"})

    def body(purpose: str) -> str:
        return copilot.write(brief.model_copy(update={"purpose": purpose}), 1).drafts[0].fields["body"]

    assert body("promotion").startswith("La housse offerte jusqu'au 30 novembre.")
    assert body("cart_reminder").endswith("Si l'idée est passée, il n'y a rien à faire.")
    assert "quitter la liste" in body("win_back")
    assert composer.STORY in composer.limits(brief.model_copy(update={"purpose": "newsletter"}))


def test_facts_that_fill_no_field_are_told(make_copilot: Callable[..., Copilot]) -> None:
    """One long fact gives no Performance Max set and no question: the error names the fields and what to do."""
    copilot = make_copilot()
    fact = "it was drawn on the back of a bill in the spring of a year that nobody here is able to remember any more"
    for channel, field in (("google_pmax", "headline"), ("faq", "question, answer")):
        brief = Brief(brand="fettle-and-thole", channel=channel, locale="en", product="the Drover pack", facts={"story": fact})
        with pytest.raises(BriefFault, match=f"offline, its facts do not fill '[a-z_]*{field}[a-z_, ]*'.*connect a model"):
            copilot.write(brief, 1)


def test_offline_article_says_that_it_is_a_skeleton(make_copilot: Callable[..., Copilot]) -> None:
    """Headings, every fact of the brief, and the word that it is no article yet."""
    written = make_copilot().write(brief_of("article", "en"), 1)
    assert any("skeleton" in note.en for note in written.notes)
    body = written.drafts[0].fields["body"]
    assert body.count("\n## ") >= 2
    assert [value for value in brief_of("article", "en").facts.values() if value not in body] == []
