"""What leaves this machine for one draft: every request as it would be sent, and what was masked in it.

A repair sends back sentences of the draft, which nobody knows before; its request is shown for a draft made of the brief's own words, all of them to be mended.
A request whose reply cannot be used is sent once more with a line that says why; the other candidates differ in the angle alone.
"""

from __future__ import annotations

from typing import Literal

from copilot.errors import PersonalInBrief
from copilot.generation import repair, write
from copilot.generation.loop import Workshop
from copilot.generation.privacy import Mask, check_consent
from copilot.language.words import Words, both
from copilot.records import Copy, Finding, Record

PROBLEM = both("what a rule says of these words", "ce qu'une règle dit de ces mots")


class Sent(Record):
    """One request; `system` is empty for a text to be embedded."""

    purpose: Literal["embedding", "draft", "repair"]
    system: str
    user: str


class Leaving(Record):
    """All requests of one draft. `masked` counts the values by kind; `refused` says why nothing would be sent at all, if so."""

    requests: tuple[Sent, ...]
    masked: dict[str, int]
    refused: Words | None = None


def leaving(shop: Workshop, embedded: str) -> Leaving:
    """What `shop` would send for one draft. `embedded`: the query that is embedded elsewhere, if any; passages are then left out here, since finding them would send it."""
    requests = [Sent(purpose="embedding", system="", user=Mask.of(shop.guide).hide(embedded))] if embedded else []
    system, user = shop.first_request()
    requests.append(Sent(purpose="draft", system=system, user=user))
    brief = shop.brief
    copy = Copy(locale=brief.locale, channel=shop.channel.name, fields={"body": brief.text})
    found = Finding(
        code="-", name="-", level="scoring", field="body", start=0, end=len(brief.text), text="...", message=PROBLEM.say(brief.locale), suggestion="", source=""
    )
    if shop.rounds:
        values = write.prompt_values(brief, shop.guide, shop.context, shop.channel, shop.claims, "")
        request = repair.repair_request(shop.repairing, brief, repair.edits_for(copy, [found], None), values, shop.mask)
        requests.append(Sent(purpose="repair", system=request.system, user=request.user))
    refused = None
    try:
        check_consent(brief, shop.guide)
    except PersonalInBrief as error:
        refused = both(error.say("en"), error.say("fr"))
    return Leaving(requests=tuple(requests), masked=shop.mask.counts, refused=refused)
