"""Merge tags of eight mailing tools."""

from __future__ import annotations

import pytest

from copilot.language.merge_tags import is_standard, loop_names, merge_tags, unbalanced


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
        ("{{${first_name}}}", "first_name", {"liquid"}, False),
        ("{{ ${first_name} | default: 'there' }}", "first_name", {"liquid"}, True),
        ("{{custom_attribute.${shoe size}}}", "custom_attribute.shoe size", {"liquid"}, False),
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
        ("Hi {{${first_name}}}, {% if ${city} %}a{% endif %}", []),
        ("Hi {{${first_name}}, it rained", ["{{", "}}"]),
    ],
)
def test_halves_and_open_blocks_are_found(text: str, faults: list[str]) -> None:
    """What is opened must be closed."""
    assert [text[start:end] for start, end in unbalanced(text)] == faults


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("*|FNAME|*", True), ("*|LIST:COMPANY|*", True), ("*|VIP|*", False),
        ("{{ contact.PRENOM }}", True), ("{{ contact.CHIEN }}", False), ("{{ prenom }}", True), ("{{ params.x }}", False),
        ("{{ person.email }}", True), ("{{ person.dog }}", False), ("{% web_view %}", True),
        ("{{ personalization_token('contact.firstname', 'there') }}", True), ("{{ contact.shoe }}", False),
        ("%%FirstName%%", True), ("%%Shoe%%", False), ("{contactfield=firstname|there}", True), ("{contactfield=shoe}", False), ("{ownerfield=x}", True),
        ("%FIRSTNAME%", True), ("%SHOE_SIZE%", False), ("{{ customer.first_name }}", True), ("{{ vars.x }}", False),
        ("{{${city}}}", True), ("{{${shoe}}}", False), ("{{event_properties.${product}}}", True), ("{{custom_attribute.${dog}}}", False),
    ],
)  # fmt: skip
def test_what_a_tool_fills_by_itself(text: str, standard: bool) -> None:
    """Each tool's own tags are told from fields that somebody must have made."""
    (tag,) = merge_tags(text)
    assert is_standard(tag) == standard


def test_names_that_loops_set() -> None:
    """`for`, `assign`, `set` and `capture` name what follows."""
    assert loop_names("{% for a, b in x %}{% assign c = 1 %}{%- set d = 2 %}{% capture e %}") == {"a", "b", "c", "d", "e", "forloop", "loop"}
    assert loop_names("for a in b") == set()
