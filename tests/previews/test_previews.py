"""Previews cut where the place cuts, and draw text, never markup."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from rich.console import Console

from copilot.channels import CHANNELS, Field, find_channel
from copilot.cli.previews import previews as in_terminal
from copilot.language.gsm7 import PART, measure, split
from copilot.language.pixels import DESCRIPTION_PX, TITLE_PX, width
from copilot.previews import previews
from copilot.previews.shapes import Bubbles, Card, InboxLine, Page, SearchAd, SearchResult, cut, cut_px
from copilot.records import LOCALES, Brief, Draft, Locale, Making
from ui.previews import as_html

HOSTILE = "<script>alert('x')</script> <img src=x onerror=y> & \"q\" [bold red]markup[/]"


def draft(channel: str, locale: Locale = "fr", url: str = "https://pataud.example/lit/odette", **fields: str) -> Draft:
    brief = Brief(brand="pataud", channel=channel, locale=locale, product="la bouillotte Odette", facts={"prix": "34 €"}, url=url)
    return Draft(id="d1", locale=locale, channel=channel, fields=fields, brief=brief, made=Making(model="m"), created=datetime(2026, 11, 22, tzinfo=UTC))


def filled(channel: str, text: str, locale: Locale = "fr") -> Draft:
    """A draft of `channel` with `text` in every field."""

    def keys(field: Field) -> tuple[str, ...]:
        return field.keys(min(field.most, 4)) if field.most > 1 else field.keys()

    return draft(channel, locale, **{key: f"{text} {number}" for field in find_channel(channel).fields for number, key in enumerate(keys(field))})


class Elements(HTMLParser):
    """Names of the elements and of their attributes."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("channel", [channel.name for channel in CHANNELS])
def test_every_channel_is_drawn_and_its_text_stays_text(channel: str, locale: Locale) -> None:
    """Hostile words are shown, not run: no element or attribute of theirs in the page, no markup read in the terminal."""
    shown = previews(filled(channel, HOSTILE, locale), "Maison & <b>Pataud</b>")
    assert shown
    page = Elements("".join(as_html(one, locale) for one in shown))
    assert page.names <= {"div", "span", "b", "p", "ul", "ol", "li", "details", "summary", "strong", "em", "br"}
    assert page.attributes <= {"style", "data-testid", "open", "title", "role", "aria-level"}
    assert "<script>" in page.words
    console = Console(markup=False, width=100, force_terminal=False, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    console.print(in_terminal(shown, locale))
    assert "<script>" in console.export_text()


@pytest.mark.parametrize("channel", [channel.name for channel in CHANNELS])
def test_an_empty_draft_breaks_nothing(channel: str) -> None:
    """A draft whose fields a person emptied is drawn all the same."""
    for one in previews(draft(channel, url=""), "Maison Pataud"):
        assert as_html(one, "fr").startswith("<div")


def test_a_text_is_cut_at_the_end_of_a_word() -> None:
    """Nothing is lost, no word is broken; a word longer than the room is."""
    seen = cut("Une bouillotte de laine, pour les lits froids", 24)
    assert (seen.seen, seen.hidden) == ("Une bouillotte de laine", "pour les lits froids")
    assert cut("Une laine", 9).whole
    assert cut("a" * 30, 10).seen == "a" * 10


def test_a_search_result_is_cut_by_its_width() -> None:
    """A wide title is cut before 600 pixels on a desktop and before 520 on a phone; a narrow one of as many letters is whole."""
    wide, narrow = "MAMMA WOMMA " * 6, "il lit ici, " * 6
    title = {one.device: one for one in previews(draft("seo_page", title=wide, meta_description=narrow), "x") if isinstance(one, SearchResult)}
    assert width(title["desktop"].title.seen, TITLE_PX) <= 600
    assert width(title["phone"].title.seen, TITLE_PX) <= 520 < width(wide, TITLE_PX)
    assert title["desktop"].description.whole
    assert title["desktop"].title_px == round(width(wide, TITLE_PX))
    assert cut_px(narrow, 920, DESCRIPTION_PX).whole


def test_a_breadcrumb_ends_in_the_slug() -> None:
    """The address of the brief, its last step replaced by the page's own slug; without an address the brand stands there."""
    fields = {"title": "Odette", "slug": "bouillotte-odette"}
    assert [one.address for one in previews(draft("seo_page", **fields), "Pataud")[:1] if isinstance(one, SearchResult)] == [
        "pataud.example › lit › bouillotte-odette"
    ]
    assert [one.address for one in previews(draft("seo_page", url="", **fields), "Pataud")[:1] if isinstance(one, SearchResult)] == [
        "Pataud › bouillotte-odette"
    ]


def test_search_ads_are_three_legal_combinations_and_always_the_same() -> None:
    """Two or three different headlines, at most two descriptions, drawn by the text itself."""
    made = draft("google_rsa", **{f"headline_{n}": f"Titre {n}" for n in range(1, 16)}, description_1="Une.", description_2="Deux.", description_3="Trois.")
    ads = [one for one in previews(made, "Pataud") if isinstance(one, SearchAd)]
    assert len(ads) == 3
    assert [len(set(ad.headlines)) for ad in ads] == [3, 2, 3]
    assert all(len(set(ad.descriptions)) == 2 for ad in ads)
    assert len({ad.headlines[0] for ad in ads}) == 3
    assert previews(made, "Pataud") == ads
    assert len(previews(draft("google_rsa", headline_1="Seul", description_1="Une."), "Pataud")) == 1


def test_a_feed_folds_after_what_it_shows() -> None:
    """Meta folds its text after 125 characters and cuts a headline after 40; the rest is kept for the note below."""
    text = "La bouillotte Odette. " * 10
    (card,) = previews(draft("meta_ad", primary_text=text, headline="Odette " * 8, description="34 €"), "Pataud")
    assert isinstance(card, Card)
    assert len(card.text.seen) <= 125
    assert f"{card.text.seen} {card.text.hidden}" == text.strip()
    assert len(card.headline.seen) <= 40
    assert (card.description.whole, card.site) == (True, "pataud.example")


def test_an_inbox_shows_less_on_a_phone() -> None:
    """48 characters of the subject on a phone; the preheader fills what the subject leaves on a desktop; without one the body begins there."""
    desktop, phone, opened = previews(
        draft("email", subject="Une bouillotte " * 5, preheader="Laine de Creuse. " * 9, body="Elle est là.\n\n- un\n- deux"), "Pataud"
    )
    assert isinstance(desktop, InboxLine)
    assert isinstance(phone, InboxLine)
    assert desktop.subject.whole
    assert len(phone.subject.seen) <= 48
    assert len(desktop.subject.seen) + len(desktop.preheader.seen) <= 120
    assert isinstance(opened, Page)
    assert [block.kind for block in opened.blocks] == ["paragraph", "list"]
    bare = previews(draft("email", subject="Odette", body="Elle est là.\n\nTiède."), "Pataud")[0]
    assert isinstance(bare, InboxLine)
    assert bare.preheader.seen == "Elle est là. Tiède."


@pytest.mark.parametrize(
    ("text", "encoding", "parts"), [("a" * 160, "gsm7", 1), ("a" * 161, "gsm7", 2), ("ê" * 71, "ucs2", 2), ("€" * 80, "gsm7", 1), ("", "gsm7", 0)]
)
def test_an_sms_is_shown_in_the_parts_that_are_billed(text: str, encoding: str, parts: int) -> None:
    """Parts put together are the text; each holds at most 153 septets or 67 units; what makes it dear is named."""
    (shown,) = previews(draft("sms", text=text), "Pataud")
    assert isinstance(shown, Bubbles)
    assert (shown.encoding, len(shown.parts), "".join(shown.parts)) == (encoding, parts, text)
    assert shown.units <= shown.room or not parts
    assert shown.dear == (("ê",) if "ê" in text else ())


def test_parts_of_an_sms_break_no_pair() -> None:
    """An escaped sign or an emoji never stands in two parts; as many parts as are billed."""
    for text in ("a" * 152 + "€" * 90, "🧶" * 120, "é€" * 200):
        made = split(text)
        assert len(made) == measure(text).parts
        assert "".join(made) == text
        assert all(measure(part).units <= PART[measure(text).encoding] for part in made)


def test_a_landing_page_has_its_headings() -> None:
    """A short line of its own without a mark is a heading; an article knows Markdown, a letter does not."""
    (page,) = previews(draft("landing_page", headline="Odette", body="Elle est là.\n\nCe qu'elle coûte\n\n34 €, port compris.", call_to_action="Voir"), "x")
    assert isinstance(page, Page)
    assert [block.kind for block in page.blocks] == ["paragraph", "heading", "paragraph"]
    article = previews(draft("article", h1="Odette", body="Un.\n\n## Deux\n\n**Trois**"), "x")[-1]
    assert "<strong>Trois</strong>" in as_html(article, "fr")
    assert "aria-level" in as_html(article, "fr")


def test_labels_speak_the_language_of_the_screen() -> None:
    """The same preview in two languages differs in its labels alone."""
    made = previews(draft("meta_ad", primary_text="La laine. " * 30, headline="x", description="y"), "Pataud")[0]
    assert "Voir plus" in as_html(made, "fr")
    assert "Sponsored" in html.unescape(re.sub("<[^>]+>", " ", as_html(made, "en")))
