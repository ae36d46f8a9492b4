"""Nothing personal leaves: masked before, restored after, refused where in doubt; told by kind, never by value."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.adapters.embeddings import choose_embeddings
from copilot.adapters.store import Store
from copilot.bootstrap import build
from copilot.errors import GuideFaults, ModelGarbage, ModelTrouble, PersonalInBrief, SlowPattern
from copilot.generation.privacy import Mask, check_consent
from copilot.generation.prompts import Prompt
from copilot.guides.load import load_folder
from copilot.records import Brief, PrivatePattern
from copilot.service import Copilot
from copilot.settings import Settings
from copilot.testing import ScriptedModel, fixed_clock, sample_brief, sample_guide
from tests.conftest import ROOT
from tests.endpoint import endpoint, status

GOOD = {
    "subject": "A pack that leans",
    "preheader": "To the left, mostly.",
    "body": "This is the Drover pack. It costs £195.",
    "call_to_action": "See the pack",
}
FACTS = {"price": "£195", "fault": "it leans to the left"}
PIECES = [
    "jo@mail.example",
    "[EMAIL_1]",
    "{phone",
    "2}",
    "Marie|Dupont",
    "06.12.34.56.78",
    "*|FNAME|*",
    "PERSON_1",
    "[sic]",
    "(name_1)",
    "Bonjour",
    "pack",
    "Marie Dupont",
    "{{ contact.FIRSTNAME }}",
    "Bonjour Marie,",
    " ",
    "\n",
]
CUSTOMER = "Client: Marie Lefèvre, marie.lefevre@mail.example, 06 12 34 56 78. Lefèvre asked twice."


def brief(**more: Any) -> Brief:
    return Brief(**{"brand": "fettle-and-thole", "channel": "email", "locale": "en", "product": "the Drover pack", "facts": FACTS, **more})


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Bonjour Marie,\nta veste est prête.", "Bonjour [PERSON_1],\nta veste est prête."),
        ("Mme Dupont a rappelé, puis Dupont a raccroché.", "Mme [PERSON_1] a rappelé, puis [PERSON_1] a raccroché."),
        ("À bientôt.\nCordialement,\nHervé Le Goff", "À bientôt.\nCordialement,\n[PERSON_1]"),
        ("client : Jo Smith", "client : [PERSON_1]"),
        ("My name is Rubija and I am cross.", "My name is [PERSON_1] and I am cross."),
        ("Je l'ai dit à Fatima Benali hier.", "Je l'ai dit à [PERSON_1] hier."),
        ("We asked Siobhan about it.", "We asked [PERSON_1] about it."),
        ("Rose Martin grows a rose in May.", "[PERSON_1] grows a rose in May."),
        ("We met Freja and Ravil G. Yefimov.", "We met [PERSON_1] and [PERSON_2]."),
        ("Il a connu Euridice Zaituna à Lyon, puis Nordström.", "Il a connu [PERSON_1] à Lyon, puis [PERSON_4]."),
        ("Une veste pour Maika van de Noort, avec Kamila Červinková.", "Une veste pour [PERSON_1], avec [PERSON_4]."),
        ("« Elle est lourde », dit Gerste. Elle l'est.", "« Elle est lourde », dit [PERSON_1]. Elle l'est."),
        ("Everyone calls me Zizi. My maiden name is LeBatelier.", "Everyone calls me [PERSON_1]. My maiden name is [PERSON_2]."),
        ("Mrs. Barbara Yudina Apt. 675", "Mrs. [PERSON_1] [STREET_1]"),
        ("Big O Notation, Plan B, Vitamin C Serum, IBAN, the EREN team.", "Big O Notation, Plan B, Vitamin C Serum, IBAN, the EREN team."),
        ("Pourquoi Odette n'a pas de manches. Etat des stocks de Lyon.", "Pourquoi Odette n'a pas de manches. Etat des stocks de Lyon."),
        ("Commande n° 2024-55871 du 3 mars.", "Commande n° [REFERENCE_1] du 3 mars."),
        ("Seen from 203.0.113.77 in AB-123-CD.", "Seen from [NETWORK_1] in [PLATE_1]."),
        ("Née le 4 mai 1982.", "Née le [BIRTHDATE_1]."),
        ("NI number QQ 12 34 56 C; AB 12 34 56 C", "NI number QQ 12 34 56 C; [NINO_1]"),
        ("The Rose jacket, in olive, from Hexham, at £49.", "The Rose jacket, in olive, from Hexham, at £49."),
        ("Le gilet Odette, 49 €, taille 42.", "Le gilet Odette, 49 €, taille 42."),
    ],
)
def test_what_is_personal_is_hidden_and_comes_back(text: str, hidden: str) -> None:
    """Each kind gets its placeholder; the brand's names, prices and sizes stay; what was hidden is restored to the letter."""
    mask = Mask.of(sample_guide())
    assert mask.hide(text) == hidden
    assert mask.restore(hidden) == text


def test_names_that_the_brand_prints_are_sent(make_copilot: Callable[..., Copilot]) -> None:
    """Nothing of the guides, prompts and past copy of the three sample brands is taken for a person, and their contacts stay."""
    copilot = make_copilot()
    for brand in copilot.brands():
        guide = copilot.guide(brand)
        mask = Mask.of(guide)
        for text in [campaign.text for campaign in guide.campaigns] + [claim for one in guide.claims.claims for claim in one.claim.values()]:
            assert mask.hide(text) == text
        assert mask.values == {}
    for path in (ROOT / "prompts").rglob("*.md"):
        prompt = Prompt(path)
        assert Mask(own=frozenset({"odette"})).hide_both(*prompt.render(**prompt.head.example), "en") == prompt.render(**prompt.head.example)


def test_a_customer_who_bears_a_brand_name_is_hidden() -> None:
    """A maker's first name with a surname that the brand does not print is somebody else."""
    mask = Mask.of(sample_guide())
    assert mask.hide("Mrs Odette Carpentier wrote; Odette is warm.") == "Mrs [PERSON_1] wrote; Odette is warm."


@pytest.mark.parametrize(
    "bent", ["[EMAIL_1]", "[EMAIL 1]", "[Email_1]", "{EMAIL_1}", "<email-1>", "[COURRIEL_1]", "EMAIL_1", r"[EMAIL\_1]", "[EMAIL_01]", "[EMAIL]"]
)
def test_bent_placeholders_are_straightened(bent: str) -> None:
    """Case, brackets, separators, translation and a lost number are forgiven where only one value can be meant."""
    mask = Mask(values={"[EMAIL_1]": "a@b.example"})
    assert mask.restore(f"Write to {bent}, please.") == "Write to a@b.example, please."


@pytest.mark.parametrize("unknown", ["[EMAIL_2]", "[Phone 1]", "{PERSON_3}", "[CUSTOMER_1]", "PHONE_1", "[EMAIL_1"])
def test_unknown_placeholders_are_refused_or_stay_visible(unknown: str) -> None:
    """A number that was never given out is refused; half a bracket is straightened, its bracket left for the rules to flag."""
    mask = Mask(values={"[EMAIL_1]": "a@b.example", "[EMAIL_3]": "c@d.example"})
    if unknown == "[EMAIL_1":
        assert mask.restore(unknown) in ("[EMAIL_1", "[a@b.example", "a@b.example")
        return
    with pytest.raises(ValueError, match="never given out"):
        mask.restore(f"Write to {unknown}.")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=12))
def test_hiding_and_restoring_changes_nothing(pieces: list[str]) -> None:
    """Any text comes back as it was, text in the form of placeholders too, and hides no merge tag."""
    text = " ".join(pieces)
    mask = Mask()
    hidden = mask.hide(text)
    assert mask.restore(hidden) == text
    assert hidden.count("{{ contact.FIRSTNAME }}") == text.count("{{ contact.FIRSTNAME }}")
    assert "jo@mail.example" not in hidden


@pytest.mark.parametrize(
    "tag",
    [
        "*|FNAME|*",
        '{{ contact.FIRSTNAME | default : "Marie" }}',
        "{{ first_name|default:'there' }}",
        "%%FirstName%%",
        "{contactfield=firstname|Marie}",
        "{{first_name|Marie}}",
    ],
)
def test_merge_tags_are_never_touched(tag: str) -> None:
    """Tags of every tool leave as they are, whatever name they fall back on."""
    mask = Mask()
    mask.hide("Bonjour Marie,")
    assert mask.hide(f"Bonjour {tag}, merci.") == f"Bonjour {tag}, merci."


def test_one_mask_for_all_candidates_and_repairs(make_copilot: Callable[..., Copilot]) -> None:
    """Three candidates and their repairs name the same person by the same placeholder, also where only the surname stands."""
    model = ScriptedModel([GOOD, {**GOOD, "body": "[PERSON_1] will outlast 99 winters."}])
    make_copilot(model, repair_rounds=1).write(brief(notes=CUSTOMER, consent="testimonial, signed 2026-10-01"), 3)
    assert len(model.requests) >= 4
    assert {request.purpose for request in model.requests} == {"draft", "repair"}
    for request in model.requests:
        for value in ("Marie", "Lefèvre", "marie.lefevre", "06 12 34 56 78"):
            assert value not in request.system + request.user
        if request.purpose == "draft":
            assert "Client: [PERSON_1], [EMAIL_1], [PHONE_1]. [PERSON_3] asked twice." in request.user


def test_without_consent_nothing_is_sent_and_kinds_are_told(make_copilot: Callable[..., Copilot]) -> None:
    """The error counts what was found by kind and holds no value, in both languages."""
    model = ScriptedModel([GOOD])
    copilot = make_copilot(model)
    with pytest.raises(PersonalInBrief) as caught:
        copilot.write(brief(notes=CUSTOMER), 1)
    assert model.requests == []
    assert copilot.drafts() == []
    for language, words in (("en", "e-mail address (1), phone number (1)"), ("fr", "adresse e-mail (1), numéro de téléphone (1)")):
        said = caught.value.say(language)
        assert words in said
        assert "`notes`" in said
        assert not any(value in said for value in ("Marie", "mail.example", "06 12"))


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"facts": {**FACTS, "made_by": "Priya", "name": "Drover", "person": "Corentin"}},
        {"notes": "Write to joan@fettleandthole.example or 01632 960417."},
        {"notes": "Say that Keith likes it. No exclamation marks. Orders over £50."},
        {"audience": "people who wrote to Mrs Tulip"},
    ],
)
def test_ordinary_briefs_need_no_consent(make_copilot: Callable[..., Copilot], more: dict[str, Any]) -> None:
    """Makers, products and the brand's own contacts are not customers' data."""
    check_consent(brief(**more), make_copilot().guide("fettle-and-thole"))


def test_the_briefs_that_ship_need_no_consent(make_copilot: Callable[..., Copilot]) -> None:
    """Every saved brief of the sample brands passes."""
    from copilot.guides.load import load_brief

    copilot = make_copilot()
    for brand, folder in copilot.brands().items():
        for path in (folder / "briefs").glob("*.yaml"):
            check_consent(load_brief(path, {"brand": brand, "channel": "email", "locale": "fr"}), copilot.guide(brand))


def test_a_brand_has_patterns_of_its_own(tmp_path: Path) -> None:
    """A loyalty number that only this brand knows is masked; a pattern that is none, or matches nothing at all, is a fault with its line."""
    folder = tmp_path / "pataud"
    shutil.copytree(ROOT / "brand_guides" / "pataud", folder)
    voice = (folder / "voice.yaml").read_text(encoding="utf-8").rstrip() + "\nprivate_patterns:\n"
    (folder / "voice.yaml").write_text(voice + "  - {name: carte, pattern: 'PAT-(\\d{4}-[A-Z])', why: carte de fidélité}\n", encoding="utf-8")
    mask = Mask.of(load_folder(folder))
    assert mask.hide("Carte PAT-2231-K, merci.") == "Carte PAT-[PRIVATE_1], merci."
    (folder / "voice.yaml").write_text(
        voice + "  - {name: carte, pattern: 'PAT-('}\n  - {name: rien, pattern: 'x*'}\n  - {name: '', pattern: y}\n", encoding="utf-8"
    )
    with pytest.raises(GuideFaults) as caught:
        load_folder(folder)
    first = voice.count("\n") + 1
    assert {fault.line for fault in caught.value.faults} >= {first + 2}
    (folder / "voice.yaml").write_text(voice + "  - {name: carte, pattern: 'PAT-('}\n  - {name: rien, pattern: 'x*'}\n", encoding="utf-8")
    with pytest.raises(GuideFaults) as caught:
        load_folder(folder)
    assert [(fault.line, "regular expression" in fault.what.en) for fault in caught.value.faults] == [(first, True), (first + 1, False)]


def test_a_pattern_without_end_stops_the_sending(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail closed: no pattern, no request."""
    monkeypatch.setattr("copilot.generation.privacy.SLOWEST_S", 0.05)
    with pytest.raises(SlowPattern, match="'slow'"):
        Mask(patterns=[PrivatePattern(name="slow", pattern=r"(\w+\s?)+[!?]\1")]).hide("abc " * 3000 + "?")


def test_what_leaves_is_what_is_sent(make_copilot: Callable[..., Copilot]) -> None:
    """The requests shown are the requests sent, to the letter; kinds are counted; a refusal is told."""
    model = ScriptedModel([GOOD])
    copilot = make_copilot(model, repair_rounds=1)
    shown = copilot.what_leaves(brief(notes=CUSTOMER, consent="signed"))
    assert model.requests == []
    copilot.write(brief(notes=CUSTOMER, consent="signed"), 1)
    assert (shown.requests[0].system, shown.requests[0].user) == (model.requests[0].system, model.requests[0].user)
    assert [sent.purpose for sent in shown.requests] == ["draft", "repair"]
    assert shown.masked == {"PERSON": 1, "EMAIL": 1, "PHONE": 1}
    assert shown.refused is None
    refused = copilot.what_leaves(brief(notes=CUSTOMER)).refused
    assert refused is not None
    assert "consent:" in refused.en
    everything = " ".join(sent.system + sent.user for sent in shown.requests)
    assert "Lefèvre" not in everything


def test_what_is_embedded_elsewhere_is_masked(tmp_path: Path) -> None:
    """A real endpoint for embeddings gets no address, number or name of a passage or a query."""
    seen: list[str] = []

    def answer(handler: Any) -> None:
        inputs = handler.body["input"]
        seen.extend(inputs)
        import base64
        import json
        import struct

        vector = [0.6, 0.8]
        data = vector if handler.body.get("encoding_format") != "base64" else base64.b64encode(struct.pack("<2f", *vector)).decode()
        rows = [{"object": "embedding", "index": number, "embedding": data} for number in range(len(inputs))]
        body = json.dumps({"object": "list", "data": rows, "model": "m", "usage": {"prompt_tokens": 1, "total_tokens": 1}}).encode()
        handler.send_response(200)
        handler.send_header("content-type", "application/json")
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    home = tmp_path / "home"
    shutil.copytree(ROOT / "brand_guides" / "pataud", home / "brand_guides" / "pataud")
    campaigns = sorted((home / "brand_guides" / "pataud" / "campaigns").glob("*.md"))
    for path in campaigns[3:]:
        path.unlink()
    text = campaigns[0].read_text(encoding="utf-8")
    campaigns[0].write_text(text.rstrip() + "\nMme Dupuytren, 06 12 34 56 78, jo@mail.example, carte FID-2231.\n", encoding="utf-8")
    voice = home / "brand_guides" / "pataud" / "voice.yaml"
    voice.write_text(voice.read_text(encoding="utf-8").rstrip() + "\nprivate_patterns: [{name: carte, pattern: 'FID-\\d+'}]\n", encoding="utf-8")
    with endpoint(answer) as address:
        given = Settings(home=home, store=tmp_path / "store", embeddings="openai:m", OPENAI_BASE_URL=address, OPENAI_API_KEY="k")  # type: ignore[call-arg]
        copilot = build(given)
        copilot.index("pataud")
        copilot.search("pataud", "fr", "la veste de Mme Dupuytren, 06 12 34 56 78, FID-2231")
        choose_embeddings(given).embed_query("jo@mail.example")
    assert len(seen) > 5
    everything = "\n".join(seen)
    assert not any(value in everything for value in ("Dupuytren", "06 12 34 56 78", "jo@mail.example", "FID-2231"))
    assert "la veste de Mme [PERSON_1], [PHONE_1], [PRIVATE_1]" in seen
    assert "Bernard" in everything


def test_old_replies_and_personal_data_of_old_briefs_are_forgotten(tmp_path: Path, make_copilot: Callable[..., Copilot]) -> None:
    """Before the date they go; after it, and the words that were signed, stay; it happens by itself after the retention time."""
    copilot = make_copilot(ScriptedModel([GOOD]))
    draft = copilot.write(brief(notes=CUSTOMER, consent="signed"), 1).drafts[0]
    store = Store(tmp_path / "store")
    store.remember("m", "key", "a reply", fixed_clock())
    assert copilot.forget(fixed_clock() - timedelta(days=1)).model_dump() == {"replies": 0, "briefs": 0}
    assert copilot.forget(fixed_clock() + timedelta(days=1)).model_dump() == {"replies": 1, "briefs": 1}
    kept = copilot.review(draft.id).draft
    assert kept.text_hash == draft.text_hash
    assert kept.brief.notes == "Client: [PERSON], [EMAIL], [PHONE]. [PERSON] asked twice."
    assert kept.brief.facts == FACTS
    store.remember("m", "key", "a reply", datetime.fromisoformat("2026-01-01T00:00:00+00:00"))
    make_copilot(ScriptedModel([GOOD]), retention_days=30).write(brief(), 1)
    assert store.remembered("m", "key") is None
    store.close()


def test_no_secret_in_errors(make_copilot: Callable[..., Copilot]) -> None:
    """An endpoint that repeats our key and a model that repeats a placeholder lead to errors without key or value."""
    from copilot.adapters.models.openai import OpenAIModel
    from tests.test_trouble import REQUEST

    for key in ("sk-very-secret-0123456789", "plainword"):
        with endpoint(status(401, f"Incorrect API key provided: {key}")) as address, pytest.raises(ModelTrouble) as caught:
            OpenAIModel("m", Settings(OPENAI_BASE_URL=address, OPENAI_API_KEY=key)).reply(REQUEST)  # type: ignore[call-arg]
        assert key not in caught.value.say("en") + caught.value.say("fr")
    with pytest.raises(ModelGarbage) as garbage:
        make_copilot(ScriptedModel(["Dear [PERSON_1], no JSON today."])).write(brief(notes=CUSTOMER, consent="signed"), 1)
    assert "Marie" not in garbage.value.say("en")


def test_the_sample_brief_masks_nothing() -> None:
    """An ordinary brief leaves as it is, without a line about marks."""
    mask = Mask.of(sample_guide(), sample_brief("fr"))
    assert mask.hide_both("s", sample_brief("fr").text, "fr") == ("s", sample_brief("fr").text)
    assert sys.modules["copilot.generation.privacy"].KINDS.keys() >= mask.counts.keys()
