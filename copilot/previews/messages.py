"""Messages as they arrive: the line in the inbox and the letter, the bubbles of an SMS, the notification on a locked phone.

Source of what an inbox shows: Apple Mail on an iPhone 48 characters of the subject and 99 of the preheader, measured by https://www.emailtooltester.com, Email subject
lines: character limit, read 2026-11-22; on a desktop some 120 characters of both together: general practice. What a phone shows of a notification: `channels.py`.
"""

from __future__ import annotations

from copilot.channels import find_channel
from copilot.language import gsm7
from copilot.language.blocks import blocks
from copilot.previews.shapes import Bubbles, InboxLine, Notification, Page, Preview, cut
from copilot.records import Draft

PHONE_SUBJECT, PHONE_PREHEADER, DESKTOP_LINE = 48, 99, 120
"""Characters that are seen."""


def letter(draft: Draft, brand: str) -> list[Preview]:
    """The inbox on a desktop and on a phone, then the opened message. Where there is no preheader, clients show how the body begins."""
    subject, body = draft.fields.get("subject", ""), draft.fields.get("body", "")
    after = draft.fields.get("preheader") or " ".join(body.split())
    opened = Page(kind="message", site=brand, headline=subject, blocks=blocks(body), call=draft.fields.get("call_to_action", ""))
    seen = cut(subject, DESKTOP_LINE)
    return [
        InboxLine(device="desktop", sender=brand, subject=seen, preheader=cut(after, max(DESKTOP_LINE - len(seen.seen), 0))),
        InboxLine(device="phone", sender=brand, subject=cut(subject, PHONE_SUBJECT), preheader=cut(after, PHONE_PREHEADER)),
        opened,
    ]


def bubbles(draft: Draft, brand: str) -> list[Preview]:
    """The parts in which the message is sent."""
    text = draft.fields.get("text", "")
    sms = gsm7.measure(text)
    room = gsm7.SINGLE[sms.encoding] if sms.parts <= 1 else gsm7.PART[sms.encoding] * sms.parts
    dear = tuple(dict.fromkeys(text[at] for at in gsm7.outside(text)))
    return [Bubbles(sender=brand, encoding=sms.encoding, parts=gsm7.split(text), units=sms.units, room=room, dear=dear)]


def notification(draft: Draft, brand: str) -> list[Preview]:
    """The notification as it lies there before it is touched."""
    channel = find_channel(draft.channel)
    title, body = (cut(draft.fields.get(name, ""), spec.shown if (spec := channel.field(name)) else None) for name in ("title", "body"))
    return [Notification(app=brand, title=title, body=body)]
