"""Where typography has no say: addresses and paths, SMS whose alphabet lacks the signs, ads where each character is counted, smileys and entities."""

from __future__ import annotations

import re

from copilot.guardrails.checks.places import SEARCH
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText
from copilot.language.prose import Prose

NARROW, WIDE = "\u202f", "\u00a0"
SPACES = " \u00a0\u202f\u2009"
_SMILEY = re.compile(r"[:;=8xX][-'o^]?[)(\[\]DdPp|/\\3*]{1,3}(?!\w)|[)(]-?[:;]|<3|\^\^")
_ENTITY = re.compile(r"&#?\w{2,8}$")


def is_bare(text: FieldText) -> bool:
    """Whether the field is an address part, not prose."""
    return text.spec is not None and text.spec.name in ("slug", "path")


def is_plain(text: FieldText, grounds: Grounds) -> bool:
    """Whether fine signs (’ … « » non-breaking spaces) do harm here: address parts, and SMS, which they make twice as dear."""
    return is_bare(text) or (grounds.channel is not None and grounds.channel.name == "sms")


def is_tight(grounds: Grounds) -> bool:
    """Whether each character is counted here: no fix may make the text longer."""
    return grounds.channel is not None and grounds.channel.name in SEARCH


def is_smiley(prose: Prose, start: int) -> bool:
    """Whether a smiley begins or ends at the mark at `start`."""
    return any(match.start() <= start < match.end() for match in _SMILEY.finditer(prose.text, max(0, start - 2), start + 4))


def is_entity(prose: Prose, semicolon: int) -> bool:
    """Whether the semicolon closes an HTML entity (&nbsp;)."""
    return _ENTITY.search(prose.text, max(0, semicolon - 10), semicolon) is not None
