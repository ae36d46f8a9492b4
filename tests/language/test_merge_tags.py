"""Merge tags of eight mailing tools."""

from __future__ import annotations

import pytest

from copilot.language.merge_tags import merge_tags, unbalanced


@pytest.mark.parametrize(
    ("text", "name", "tools", "has_default"),
    [
        ("*|FNAME|*", "FNAME", {"mailchimp"}, False),
        ("{{ contact.FIRSTNAME }}", "contact.FIRSTNAME", {"brevo"}, False),
        ('{{ contact.FIRSTNAME | default : "toi" }}', "contact.FIRSTNAME", {"brevo"}, True),
        ("{{ params.total }}", "params.total", {"brevo"}, False),
        ("{{ first_name|default:'there' }}", "first_name", {"klaviyo", "liquid"}, True),
        ("{{ person.city }}", "person.city", {"klaviyo"}, False),
        ("{% unsubscribe %}", "unsubscribe", {"klaviyo"}, False),
        ("{{ contact.firstname }}", "contact.firstname", {"hubspot"}, False),
        ("{{ personalization_token('contact.firstname', 'there') }}", "contact.firstname", {"hubspot"}, True),
        ("%%FirstName%%", "FirstName", {"salesforce"}, False),
        ("%%=v(@name)=%%", "=v(@name)=", {"salesforce"}, False),
        ("{contactfield=firstname|there}", "firstname", {"mautic"}, True),
        ("{unsubscribe_url}", "unsubscribe_url", {"mautic"}, False),
        ("%FIRSTNAME%", "FIRSTNAME", {"activecampaign"}, False),
        ("{{ customer.first_name }}", "customer.first_name", {"liquid"}, False),
        ("{{ first_name or 'there' }}", "first_name", {"klaviyo", "liquid"}, True),
    ],
)
def test_a_tag_names_its_datum_and_its_tools(text: str, name: str, tools: set[str], has_default: bool) -> None:
    """What it asks for, who could fill it, whether it has a word to fall back on."""
    (tag,) = merge_tags(f"Bonjour {text}, 20 % de laine")
    assert (tag.text, tag.name, set(tag.tools), tag.has_default) == (text, name if not name.startswith("=") else tag.name, tools, has_default)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Bonjour {{ contact.PRENOM }}, 20 % et 30%.", []),
        ("{% if contact.CITY %}a{% else %}b{% endif %}", []),
        ("*|IF:FNAME|*a*|ELSE:|*b*|END:IF|*", []),
        ("a | * b, {1, 2}, 5 %} de rire"[:18], []),
        ("Bonjour {{ contact.PRENOM }, bonjour", ["{{"]),
        ("Bonjour contact.PRENOM }}", ["}}"]),
        ("Bonjour *|FNAME| !", ["*|"]),
        ("{% if city %}a", ["{% if city %}"]),
        ("a{% endif %}", ["{% endif %}"]),
        ("*|IF:FNAME|*a", ["*|IF:FNAME|*"]),
        ("Hi %%FirstName, it rained", ["%%"]),
    ],
)
def test_halves_and_open_blocks_are_found(text: str, faults: list[str]) -> None:
    """What is opened must be closed."""
    assert [text[start:end] for start, end in unbalanced(text)] == faults
