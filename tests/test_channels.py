"""The places where copy is read: their names, their fields, and how each counts."""

from __future__ import annotations

import pytest

from copilot.channels import CHANNELS, Channel, field_name, find_channel
from copilot.errors import UnknownChannel
from copilot.guardrails.registry import all_rules

FIXED = {
    "google_rsa": ("headline", "description", "path"),
    "meta_ad": ("primary_text", "headline", "description"),
    "email": ("subject", "preheader", "body", "call_to_action"),
    "seo_page": ("title", "meta_description", "slug", "h1", "outline", "opening"),
}


@pytest.mark.parametrize(("name", "fields"), FIXED.items())
def test_first_channels_keep_their_fields(name: str, fields: tuple[str, ...]) -> None:
    """Drafts and campaigns are stored under these names."""
    assert tuple(field.name for field in find_channel(name).fields) == fields


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
def test_channel_is_complete(channel: Channel) -> None:
    """A channel has a title in both languages, a source, and fields whose numbers make sense."""
    assert set(channel.title) == {"fr", "en"}
    assert channel.sources
    assert len({field.name for field in channel.fields}) == len(channel.fields)
    for field in channel.fields:
        assert 0 <= field.least <= field.most
        assert field.limit is None or field.shown is None or field.shown < field.limit
        assert field_name(field.name) == field.name


def test_no_name_leads_to_two_channels() -> None:
    """Own and other names are all different."""
    names = [name for channel in CHANNELS for name in (channel.name, *channel.other_names)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Google Ads", "google_rsa"), ("E-mail", "email"), ("newsletter", "email"), ("Landing Page", "landing_page"), ("landing", "landing_page"),
        ("pmax", "google_pmax"), ("tweet", "x_post"), ("texto", "sms"), ("push notification", "push"), ("fiche produit", "product_page"), ("bing", "microsoft_rsa"),
        ("social", "meta_ad"), ("web", "seo_page"), ("LinkedIn", "linkedin_ad"), ("blog", "article"),
    ],
)  # fmt: skip
def test_usual_names_are_understood(asked: str, name: str) -> None:
    """A channel is found by what people call it, whatever the case, spaces and hyphens."""
    assert find_channel(asked).name == name


def test_unknown_channel_says_what_there_is() -> None:
    """The error names the channels."""
    with pytest.raises(UnknownChannel, match="google_rsa"):
        find_channel("billboard")


def test_numbered_keys_belong_to_their_field() -> None:
    """headline_3 is a headline; a field of one has its bare name."""
    headline = find_channel("google_rsa").field("headline_3")
    assert headline is not None
    assert headline.name == "headline"
    assert headline.keys(2) == ("headline_1", "headline_2")
    assert find_channel("email").field("subject") is not None
    assert find_channel("email").field("headline_1") is None


@pytest.mark.parametrize(
    ("channel", "field", "text", "length"),
    [
        ("google_rsa", "headline", "été", 3),
        ("google_rsa", "headline", "e\u0301te\u0301", 3),
        ("google_rsa", "headline", "修理", 4),
        ("email", "subject", "修理", 2),
        ("sms", "text", "a" * 160, 160),
        ("sms", "text", "€" * 10, 20),
        ("sms", "text", "ê" * 70, 160),
        ("x_post", "text", "see https://pataud.example/a/very/long/address", 27),
        ("x_post", "text", "👨‍👩‍👧‍👦", 2),
        ("x_post", "text", "🇫🇷👋🏽", 4),
        ("x_post", "text", "L’été « 修 » — 5 €", 19),
    ],
)
def test_each_place_counts_in_its_own_way(channel: str, field: str, text: str, length: int) -> None:
    """Characters after NFC, wide ones twice in Google Ads, septets in SMS, weights on X."""
    spec = find_channel(channel).field(field)
    assert spec is not None
    assert spec.length(text) == length


def test_rules_name_channels_and_fields_that_exist() -> None:
    """A rule for a channel or a field that is not there would never speak."""
    names = {channel.name for channel in CHANNELS}
    for rule in all_rules():
        assert set(rule.channels) <= names, rule.code
        known = {field.name for channel in CHANNELS if not rule.channels or channel.name in rule.channels for field in channel.fields}
        assert set(rule.fields) <= known, rule.code
