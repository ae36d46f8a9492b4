"""Approved copy on its way out: e-mail as HTML and as a message, pages as HTML with their JSON-LD. Text stays text."""

from __future__ import annotations

import email
import email.policy
import html
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
import turbohtml
from pydantic import ValidationError

from copilot.approval import mail
from copilot.errors import BadOption, NotAllowed
from copilot.generation.structured_data import faults, structured_data
from copilot.language.merge_tags import TITLES, merge_tags
from copilot.records import Approval, BrandGuide, Brief, Draft, Editor, Look, Making, Review, Voice
from copilot.service import Copilot

WHEN = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOSTILE = '<script>alert("x")</script> & </mj-text><mj-raw>'
LETTER = {
    "subject": "Odette est là",
    "preheader": "Laine de Creuse, 34 €.",
    "body": 'Bonjour {{ contact.PRENOM | default : "toi" }},\n\nLa bouillotte < 35 €.\n\n- 28 x 18 cm\n- six heures\n\n![Odette, vue de face](https://pataud.example/o.jpg)',
    "call_to_action": "Voir Odette",
}
FACTS = {"prix": "34 €", "matière": "laine de Creuse", "taille": "28 x 18 cm", "durée": "six heures"}
VOICE = Voice(
    name="Maison & Pataud", locales=("fr",), contacts=("01 99 00 12 34", "bonjour@pataud.example"), look=Look(colour="#7a2e1d", font="Georgia, serif")
)


def review(channel: str, fields: dict[str, str], url: str = "https://pataud.example/odette?a=1&b=2", product: str = "la bouillotte Odette") -> Review:
    brief = Brief(brand="pataud", channel=channel, locale="fr", product=product, facts=FACTS, url=url)
    draft = Draft(id="d1", locale="fr", channel=channel, fields=fields, brief=brief, made=Making(model="m"), created=WHEN)
    return Review(draft=draft, state="approved", revision=3, approval=Approval(draft="d1", editor=Editor(name="Léa"), at=WHEN, text_hash=draft.text_hash))


def letter(**fields: str) -> Draft:
    return review("email", {**LETTER, **fields}).draft


def visible(source: str) -> str:
    """The words of a page, without styles, scripts and what is not shown."""
    source = re.sub(r"<(style|script|head)\b.*?</\1>|<!--.*?-->", " ", source, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", source)).split())


# --- e-mail ---


def test_a_letter_becomes_html_with_all_its_words() -> None:
    """Language, title, preheader hidden, paragraphs, list, alternative text, button in the brand's colour, way out, under 102 kB."""
    made = mail.as_html(letter(), VOICE, "brevo", {"ai-record": "abc"})
    assert '<html lang="fr"' in made
    assert "<title>Odette est là</title>" in made
    assert re.search(r'<div style="display:none[^"]*">Laine de Creuse, 34 €\.', made)
    words = visible(made)
    assert [line for line in ("28 x 18 cm", "six heures", "Voir Odette", "Se désabonner", "Un message de Maison & Pataud") if line not in words] == []
    assert made.count("<li>") == 2
    assert 'alt="Odette, vue de face"' in made
    assert "#7a2e1d" in made
    assert 'href="https://pataud.example/odette?a=1&amp;b=2"' in made
    assert '<meta name="ai-record" content="abc" />' in made
    assert "prefers-color-scheme" in made
    assert 'content="light dark"' in made
    assert 2_000 < len(made.encode()) < mail.MOST_BYTES


def test_merge_tags_survive_and_nothing_else_does() -> None:
    """A tag in the body is what it was; a smaller-than sign is escaped; hostile words in any field make no element."""
    made = mail.as_html(letter(), VOICE, "mailchimp", {})
    assert '{{ contact.PRENOM | default : "toi" }}' in made
    assert "La bouillotte &lt; 35 €." in made
    for field in LETTER:
        hostile = mail.as_html(letter(**{field: HOSTILE}), VOICE, "mailchimp", {"x": '"><script>'})
        page = turbohtml.parse(hostile)
        assert page.find_all("script") == []
        assert "alert(" in hostile or field == "subject"


@pytest.mark.parametrize("tool", list(TITLES))
def test_each_tool_finds_its_way_out(tool: Any) -> None:
    """The link out of the list is a tag that this tool would fill, in HTML, in plain text and in the header."""
    tag = mail.UNSUBSCRIBE[tool]
    assert any(tool in found.tools for found in merge_tags(tag))
    assert f'href="{tag}"' in mail.as_html(letter(), VOICE, tool, {})
    assert tag in mail.as_text(letter(), VOICE, tool)
    assert f"List-Unsubscribe: <{tag}>" in mail.as_eml(letter(), VOICE, tool, {})


def test_a_message_holds_text_and_html() -> None:
    """multipart/alternative, the plain text first, a subject in French, the brand's own address, one-click way out, no recipient."""
    message = email.message_from_string(mail.as_eml(letter(subject="Été\nà la Creuse"), VOICE, "klaviyo", {}), policy=email.policy.default)
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]  # type: ignore[attr-defined]
    assert (message["Subject"], message["From"], message["To"]) == ("Été à la Creuse", "bonjour@pataud.example", None)
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    plain, rich = (part.get_content() for part in message.iter_parts())  # type: ignore[attr-defined]
    assert "Voir Odette <https://pataud.example/odette?a=1&b=2>" in plain
    assert "La bouillotte < 35 €." in plain
    assert "La bouillotte &lt; 35 €." in rich


def test_a_letter_that_gmail_would_cut_is_refused() -> None:
    """More than 102 kB of HTML."""
    with pytest.raises(NotAllowed, match="Gmail hides"):
        mail.as_html(letter(body="La laine de Creuse.\n\n" * 1000), VOICE, "brevo", {})


def test_a_letter_without_an_address_has_no_dead_button() -> None:
    """The action stands as words."""
    made = mail.as_html(review("email", LETTER, url="").draft, VOICE, "brevo", {})
    assert "Voir Odette" in visible(made)
    assert [a for a in re.findall(r'<a [^>]*href="([^"]*)"', made) if a != "{{ unsubscribe }}"] == []


def test_ink_can_be_read_on_any_colour() -> None:
    """Black on light, white on dark."""
    assert [mail.ink_on(colour) for colour in ("#ffffff", "#000000", "#7a2e1d", "#ffd54f")] == ["#000000", "#ffffff", "#ffffff", "#000000"]


@pytest.mark.parametrize("look", [{"colour": "red"}, {"font": "x;}</style>"}, {"background": "#12345"}])
def test_a_look_that_could_break_a_page_is_refused(look: dict[str, str]) -> None:
    """Colours are #rrggbb, fonts are names."""
    with pytest.raises(ValidationError):
        Look.model_validate(look)


# --- pages ---


def guide_of() -> BrandGuide:
    return BrandGuide(brand="pataud", folder="x", voice=VOICE)


def test_a_product_states_its_facts_and_nothing_else() -> None:
    """Name, brand, an offer with the price, material and size, the rest as properties; no rating, no availability. Every value comes from somewhere."""
    draft = review("product_page", {"title": "Odette", "meta_description": "Laine de Creuse, 34 €.", "description": "Voici."}).draft
    (item,) = structured_data(draft, guide_of())
    assert faults({key: value for key, value in item.items() if key != "@context"}) == []
    assert item["offers"] == {"@type": "Offer", "price": "34", "priceCurrency": "EUR", "url": draft.brief.url}
    assert (item["name"], item["material"], item["size"]) == ("Bouillotte Odette", "laine de Creuse", "28 x 18 cm")
    assert item["additionalProperty"] == [{"@type": "PropertyValue", "name": "durée", "value": "six heures"}]
    assert {"aggregateRating", "review", "availability"} & set(json.dumps(item).replace('"', " ").split()) == set()


@pytest.mark.parametrize("price", ["11 € le passage", "from £195", "34", "€16 a drop"])
def test_a_price_with_conditions_is_no_offer(price: str) -> None:
    """It stays a property, as printed."""
    draft = review("product_page", {"title": "x"}).draft
    draft = draft.model_copy(update={"brief": draft.brief.model_copy(update={"facts": {"price": price}})})
    (item,) = structured_data(draft, guide_of())
    assert "offers" not in item
    assert item["additionalProperty"] == [{"@type": "PropertyValue", "name": "price", "value": price}]


def test_questions_articles_and_pages_have_their_own_kind() -> None:
    """FAQPage with its pairs, Article with its source type, Organization for a search page, nothing for an ad."""
    pairs = {"question_1": "Combien ?", "answer_1": "34 €.", "question_2": "Sans réponse ?"}
    (faq,) = structured_data(review("faq", pairs).draft, guide_of())
    assert [(q["name"], q["acceptedAnswer"]["text"]) for q in faq["mainEntity"]] == [("Combien ?", "34 €.")]
    (article,) = structured_data(review("article", {"h1": "Odette", "body": "x"}).draft, guide_of(), "http://cv.iptc.org/newscodes/digitalsourcetype/composite")
    assert (article["@type"], article["headline"], article["digitalSourceType"][-9:]) == ("Article", "Odette", "composite")
    (organization,) = structured_data(review("seo_page", {"title": "x"}).draft, guide_of())
    assert (organization["@type"], organization["url"]) == ("Organization", "https://pataud.example/")
    assert structured_data(review("google_rsa", {"headline_1": "x"}).draft, guide_of()) == []
    assert faults({"@type": "FAQPage", "mainEntity": []}) == ["FAQPage lacks mainEntity"]
    assert faults({"@type": "Offer", "price": "3"}) == ["Offer lacks priceCurrency"]


def test_an_article_page_is_whole_and_safe() -> None:
    """Headings, emphasis and links of its Markdown; JSON-LD that cannot end its script; hostile words as words."""
    from copilot.approval import page

    body = f"Voici [la laine](https://pataud.example/laine).\n\n## Ce qu'elle coûte\n\n**34 €** {HOSTILE}\n\n[non](javascript:alert(1))"
    draft = review("article", {"title": "Odette </title><script>", "meta_description": 'Une "laine"', "h1": "Odette </script><script>", "body": body}).draft
    made = page.as_html(draft, VOICE, structured_data(draft, guide_of()), {"digitalSourceType": "x"})
    parsed = turbohtml.parse(made)
    assert [item.attrs["type"] for item in parsed.find_all("script")] == ["application/ld+json"]
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', made)
    assert data is not None
    assert json.loads(data[1])["headline"] == "Odette </script><script>"
    assert "<h2>Ce qu'elle coûte</h2>" in made
    assert '<a href="https://pataud.example/laine">la laine</a>' in made
    assert 'href="javascript' not in made
    assert '<meta name="digitalSourceType" content="x">' in made


# --- through the front door ---


def test_only_an_approved_draft_goes_out_and_a_wrong_form_is_not_noted(make_copilot: Callable[..., Copilot]) -> None:
    """HTML before the signature is refused; HTML of an SMS is refused with the forms there are, and leaves no event behind."""
    copilot = make_copilot()
    brief = Brief(brand="fettle-and-thole", channel="sms", locale="en", product="the Drover pack", facts={"price": "£195", "capacity": "42 litres"})
    draft = copilot.write(brief, 1).drafts[0]
    with pytest.raises(NotAllowed):
        copilot.exported(draft.id, "Ann", "html")
    with pytest.raises(NotAllowed):
        copilot.rendered(copilot.review(draft.id), "txt")
    copilot.sign(draft.id, draft.fields, Editor(name="Ann"), copilot.review(draft.id).revision)
    with pytest.raises(BadOption, match="eml for e-mails"):
        copilot.exported(draft.id, "Ann", "html")
    assert [event.kind for event in copilot.review(draft.id).history] == ["created", "submitted", "approved"]
    assert copilot.exported(draft.id, "Ann", "txt").strip() == draft.fields["text"]
    assert copilot.review(draft.id).history[-1].kind == "exported"


def test_words_that_somebody_changed_meanwhile_do_not_go_out(make_copilot: Callable[..., Copilot]) -> None:
    """Who names the revision that they read gets the words of that one or none; a refusal leaves no event behind, for a decision neither."""
    copilot = make_copilot()
    brief = Brief(brand="fettle-and-thole", channel="sms", locale="en", product="the Drover pack", facts={"price": "£195", "capacity": "42 litres"})
    draft = copilot.write(brief, 1).drafts[0]
    read = copilot.sign(draft.id, draft.fields, Editor(name="Ann"), copilot.review(draft.id).revision)
    other = {"text": draft.fields["text"] + " Hello."}
    handed_in = copilot.edit(draft.id, other, "Bob")
    for take in (copilot.reject, copilot.request_changes):
        with pytest.raises(NotAllowed, match="has changed since you opened it"):
            take(draft.id, "Ann", "Dull.", read.revision)
    copilot.sign(draft.id, other, Editor(name="Bob"), handed_in.revision)
    with pytest.raises(NotAllowed, match="has changed since you opened it"):
        copilot.exported(draft.id, "Ann", "txt", revision=read.revision)
    assert [event.kind for event in copilot.review(draft.id).history] == ["created", "submitted", "approved", "edited", "approved"]


def test_a_signed_letter_goes_out_in_every_form(make_copilot: Callable[..., Copilot]) -> None:
    """HTML for the tool that sends it and the whole message, each noted; a page gives its structured data, too."""
    copilot = make_copilot()
    facts = {"price": "£195", "capacity": "42 litres", "material": "18 oz canvas"}
    for channel, form, expected in (("email", "html", "{{ unsubscribe }}"), ("email", "eml", "List-Unsubscribe"), ("product_page", "jsonld", '"price": "195"')):
        brief = Brief(
            brand="fettle-and-thole", channel=channel, locale="en", product="the Drover pack", facts=facts, url="https://fettleandthole.example/drover"
        )
        draft = copilot.write(brief, 1).drafts[0]
        copilot.sign(draft.id, draft.fields, Editor(name="Ann"), copilot.review(draft.id).revision)
        out = copilot.exported(draft.id, "Ann", form, "brevo")  # type: ignore[arg-type]  # three of the forms
        assert expected in out
        assert copilot.review(draft.id).history[-1].kind == "exported"
