"""Merge tags of the usual e-mail tools: what a placeholder is called, which tool would fill it, whether it has a word for when the datum is missing.

    Mailchimp          *|FNAME|*   *|IF:FNAME|* ... *|END:IF|*                        default set in the audience
    Brevo              {{ contact.FIRSTNAME | default : "there" }}   {{ params.x }}   {% if contact.X %}
    Klaviyo            {{ first_name|default:'there' }}   {{ person.x }}   {% unsubscribe %}
    HubSpot            {{ contact.firstname }}   {{ personalization_token('contact.firstname', 'there') }}
    Salesforce         %%FirstName%%   %%=v(@name)=%%   %%[ ... ]%%
    Mautic             {contactfield=firstname|there}   {unsubscribe_url}
    ActiveCampaign     %FIRSTNAME%   %UNSUBSCRIBELINK%   %PERS_...%
    Liquid             {{ customer.first_name | default: "there" }}   {% if customer %} ... {% endif %}
    Liquid of Braze    {{ ${first_name} | default: 'there' }}   {{ custom_attribute.${x} }}   {% if ${city} %} ... {% endif %}

`{{ ... }}` is shared by four of them; the name inside often tells which. Sources: Brevo, Personalize your messages, help.brevo.com 4402386448530; Mautic docs,
variables.rst; the others general practice, read 2026-11-21.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from copilot.language.prose import Span
from copilot.language.slots import slots

Tool = Literal["mailchimp", "brevo", "klaviyo", "hubspot", "salesforce", "mautic", "activecampaign", "liquid"]
TITLES: dict[Tool, str] = {
    "mailchimp": "Mailchimp",
    "brevo": "Brevo",
    "klaviyo": "Klaviyo",
    "hubspot": "HubSpot",
    "salesforce": "Salesforce",
    "mautic": "Mautic",
    "activecampaign": "ActiveCampaign",
    "liquid": "Liquid",
}
CURLY: frozenset[Tool] = frozenset({"brevo", "klaviyo", "hubspot", "liquid"})
"""The tools that write {{ ... }}."""

_TAG = re.compile(
    r"\*\|(?P<mailchimp>[^|\n*]{1,100})\|\*|%%(?P<salesforce>[A-Za-z_=\[][^%\n]{0,200}?)%%|\{\{-?(?P<curly>(?:[^{}\n]|\$\{[^{}\n]{0,80}\}){0,200}?)-?\}\}"
    r"|\{%-?(?P<logic>(?:[^{}\n]|\$\{[^{}\n]{0,80}\}){0,200}?)-?%\}"
    r"|(?<![%\w])%(?P<activecampaign>[A-Z][A-Z0-9_]{2,40}|(?:/?IF|ELSE)\b[^%\n]{0,60})%|\{(?P<mautic>[a-z_]{3,30}=[^{}\n]{1,100}|(?:unsubscribe"
    r"|webview|resubscribe|trackable)[a-z_]{0,20}|signature|subject)\}"
)
_NAME = re.compile(r"\s*(?:personalization_token\(\s*['\"]([\w.]+)['\"]|((?:\$\{[^{}]*\}|[\w$.\[\]'\"{}-])+))", re.UNICODE)
_BRACED = re.compile(r"\$\{([^{}]*)\}")
"""How Braze writes a name."""
_DEFAULT = re.compile(r"\|\s*default\s*[:(]\s*(?!['\"]\s*['\"])|\bor\s+['\"]|personalization_token\([^,)]+,\s*['\"][^'\"]|\bif\b|\?\?", re.IGNORECASE)
_KLAVIYO = (
    "first_name",
    "last_name",
    "person",
    "event",
    "organization",
    "unsubscribe",
    "manage_preferences",
    "web_view",
    "catalog",
    "profile",
    "today",
    "current_",
)
_HUBSPOT = (
    "personalization_token",
    "unsubscribe_link",
    "unsubscribe_section",
    "site_settings",
    "view_as_page_url",
    "owner",
    "deal",
    "ticket",
    "content",
    "company",
    "subscription_",
)
_LIQUID = (
    "customer",
    "user",
    "shop",
    "order",
    "cart",
    "line_item",
    "checkout",
    "product",
    "data",
    "trigger",
    "campaign",
    "vars",
    "subscriber",
    "recipient",
    "${",
    "custom_attribute",
    "event_properties",
    "api_trigger_properties",
    "canvas",
)
_BREVO = ("params", "mirror", "time", "update_profile", "contact_")
PERSONAL = re.compile(
    r"(?:first|last|full|nick|f|l|sur|given)_?name|name$|pr[ée]nom|^nom$|e-?mail|phone|mobile|t[ée]l|birth|naissance|address|adresse|zip|city|ville",
    re.IGNORECASE,
)
"""Names of tags that stand for a person's data."""
GREETS = re.compile(r"(?:^|[._])(?:first_?name|fname|firstname|pr[ée]nom|last_?name|lname|lastname|nickname|given_?name|full_?name|name|nom)$", re.IGNORECASE)
"""Names of tags that call the reader by name."""

_STANDARD: dict[Tool, re.Pattern[str]] = {
    "mailchimp": re.compile(
        r"(?:F|L)NAME|NAME|E?MAIL|EMAIL_?(?:ADDRESS|TYPE|UID)|PHONE|ADDRESS|BIRTHDAY|COMPANY|MERGE\d{1,2}|UNSUB|ARCHIVE(?:_LINK_SHORT|_PAGE)?|UPDATE_PROFILE|FORWARD|REWARDS(?:_TEXT)?"
        r"|ABOUT_LIST|MC_\w+|MC:\w+|LIST:\w+|LIST_\w+|USER:\w+|HTML:\w+|DATE:.+|CURRENT_YEAR|CAMPAIGN_UID|UNIQID|OPTIN_\w+|SUBJECT|TOC\w*|TWITTER:.+|FACEBOOK:.+|INSTAGRAM:.+"
        r"|SOCIAL:.+|RSS\w*(?::.+)?|FEED\w*(?::.+)?|PRODUCT\w*(?::.+)?|CART\w*(?::.+)?|ORDER\w*(?::.+)?|STORE\w*(?::.+)?|PROMO_CODE(?::.+)?|COUPON\w*|SURVEY\w*(?::.+)?|POLL\w*(?::.+)?"
    ),
    "brevo": re.compile(
        r"contact\.(?:FIRSTNAME|LASTNAME|PRENOM|NOM|EMAIL|SMS|WHATSAPP|ID|EXT_ID|EXTERNAL_ID|LANDLINE_NUMBER|JOB_TITLE|CONTACT_TIMEZONE)|contact_(?:id|email)|mirror|unsubscribe\w*"
        r"|update_profile|time_\w+|doubleoptin"
    ),
    "klaviyo": re.compile(
        r"(?:person\.|profile\.)?(?:first_name|last_name|full_name|email|phone_number|title|organization|location\.\w+)|organization\.\w+|unsubscribe\w*|manage_preferences\w*|web_view\w*"
        r"|today|current_\w+|event\.\w+(?:\.\w+){0,4}|event\|.*|event|catalog\w*"
    ),
    "hubspot": re.compile(
        r"contact\.(?:firstname|lastname|email|phone|mobilephone|company|jobtitle|salutation|address|city|state|zip|country|website)|company\.(?:name|domain|city|country|phone)"
        r"|unsubscribe_\w+|site_settings\.\w+|view_as_page_url|owner\.\w+|subscription_\w+|content\.\w+"
    ),
    "salesforce": re.compile(
        r"first_?name_?|last_?name_?|full_?name_?|emailaddr|email_?address|emailname_|member\w*|_?subscriber(?:id|key)|jobid|_?jobid|listid|listsubid|profile_center_url|view_email_url|unsub_center_url"
        r"|subscription_center_url|ftaf_url|reply\w+|xt\w+|list_?name|salutation",
        re.IGNORECASE,
    ),
    "mautic": re.compile(
        r"title|firstname|lastname|company|position|email|phone|mobile|fax|address[12]|city|state|zipcode|country|website|unsubscribe\w*|webview\w*|resubscribe\w*|trackable\w*|signature|subject"
    ),
    "activecampaign": re.compile(
        r"FIRSTNAME|LASTNAME|FULLNAME|EMAIL|PHONE|CONTACT_?ID|SUBSCRIBERID|UNSUBSCRIBE(?:LINK)?|UPDATELINK|WEBCOPY\w*|FORWARD\w*|TODAY\w*|LISTNAME|ACCT_\w+|SENDER\w*|CONFIRMLINK|SOCIALSHARE\w*"
    ),
    "liquid": re.compile(
        r"(?:first_name|last_name|email_address|user_id|braze_id|city|country|language|gender|phone_number|time_zone|date_of_birth|unsubscribe_url|set_user_to_\w+)"
        r"|(?:event_properties|api_trigger_properties|canvas)(?:\.\w+){1,5}|(?:customer|subscriber|recipient|user)\.(?:first_name|last_name|name|email|phone|id)"
        r"|(?:shop|order|cart|checkout|product|line_item|campaign)(?:\.\w+){1,5}"
    ),
}
"""What each tool fills by itself; other names are fields that somebody must have made in the account."""
_MAUTIC_FILLS = re.compile(r"\{(?:ownerfield|pagelink|assetlink|form|focus|dynamiccontent|trackable)=")
_SETS = re.compile(r"\{%-?\s*(?:for\s+(\w+)(?:\s*,\s*(\w+))?\s+in|assign\s+(\w+)\s*=|set\s+(\w+)\s*=|capture\s+(\w+))")


@dataclass(frozen=True, slots=True)
class MergeTag:
    """A placeholder at start..end of a text. `tools` are those that could fill it; `name` is what it asks for, without filters."""

    start: int
    end: int
    text: str
    name: str
    tools: frozenset[Tool]
    logic: bool
    """Whether it steers (if, for, end) rather than prints."""
    has_default: bool


def _curly_tools(name: str, inside: str) -> frozenset[Tool]:
    """Which of the {{ }} tools a name belongs to, all of them where it does not tell."""
    if re.match(r"contact\.[A-Z][A-Z0-9_]*$", name) or name.startswith(_BREVO):
        return frozenset({"brevo"})
    if name.startswith("contact.") or inside.lstrip().startswith("personalization_token"):
        return frozenset({"hubspot"})
    if name.startswith(_HUBSPOT):
        return frozenset({"hubspot"})
    if name.startswith(_LIQUID):
        return frozenset({"liquid"})
    if name.startswith(_KLAVIYO):
        return (
            frozenset({"klaviyo", "brevo"})
            if name.startswith("unsubscribe")
            else frozenset({"klaviyo", "liquid"})
            if name.endswith("_name")
            else frozenset({"klaviyo"})
        )
    return CURLY


def merge_tags(text: str) -> list[MergeTag]:
    """The merge tags of `text`, left to right."""
    if not any(mark in text for mark in ("{", "*|", "%")):
        return []
    found = []
    for match in _TAG.finditer(text):
        kind = match.lastgroup or ""
        inside = match.group(kind)
        named = _NAME.match(inside)
        name = (named.group(1) or named.group(2)) if named else ""
        logic = kind == "logic" or inside.strip().upper().startswith(("IF", "END", "ELSE", "/IF", "[", "="))
        tools: frozenset[Tool] = CURLY
        if kind in ("mailchimp", "salesforce", "activecampaign"):
            tools = frozenset({kind})  # type: ignore[arg-type]  # three of the eight names
        elif kind == "mautic":
            tools, name = frozenset({"mautic"}), inside.split("=", 1)[-1].split("|")[0]
        elif kind == "curly":
            tools = _curly_tools(name, inside)
        elif kind == "logic" and name in ("unsubscribe", "manage_preferences", "web_view"):
            tools, logic = frozenset({"klaviyo"}), False
        name = _BRACED.sub(r"\1", name)
        has_default = bool(_DEFAULT.search(inside)) or (kind == "mautic" and "|" in inside) or bool(slots(match.group()))
        found.append(MergeTag(*match.span(), match.group(), name, tools, logic, has_default))
    return found


def is_standard(tag: MergeTag) -> bool:
    """Whether a tool that the tag could be of fills it by itself: its own tags, the reader's name and address."""
    if _MAUTIC_FILLS.match(tag.text):
        return True
    if tag.tools == CURLY and "." not in tag.name and GREETS.search(tag.name):
        return True
    inside = tag.text.strip("*|%{} ")
    return any(_STANDARD[tool].fullmatch(name) for tool in tag.tools for name in (tag.name, inside) if name)


def loop_names(text: str) -> set[str]:
    """The names that loops and assignments of `text` set: `item` in `{% for item in event.items %}`."""
    return {name for match in _SETS.finditer(text) for name in match.groups() if name} | ({"forloop", "loop"} if "{%" in text else set())


_OPEN_OR_CLOSE = re.compile(r"\{\{|\}\}|\{%|%\}|\*\|(?=\w)|(?<=\w)\|\*|%%(?=[A-Za-z_]{3})")
_BLOCK = {"if": "endif", "for": "endfor", "unless": "endunless", "case": "endcase"}


def unbalanced(text: str) -> list[Span]:
    """Openings without their closing and closings without their opening, and blocks (`{% if %}`, `*|IF:X|*`) that are not ended."""
    if not any(mark in text for mark in ("{", "*|", "%", "}", "|*")):
        return []
    tags = merge_tags(text)
    whole = [(tag.start, tag.end) for tag in tags]
    faults = [match.span() for match in _OPEN_OR_CLOSE.finditer(text) if not any(start <= match.start() < end for start, end in whole)]
    waiting: list[tuple[str, MergeTag]] = []
    for tag in tags:
        if not tag.logic:
            continue
        word = re.sub(r"[^A-Za-z/]", " ", tag.text).split()
        first = word[0].lower() if word else ""
        if first in _BLOCK or (first == "ifnot" and tag.text.startswith("*|")):
            waiting.append((_BLOCK.get(first, "endif"), tag))
        elif first.startswith("end") or first == "/if":
            if waiting:
                waiting.pop()
            else:
                faults.append((tag.start, tag.end))
    return sorted(faults + [(tag.start, tag.end) for _, tag in waiting])
