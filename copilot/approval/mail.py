"""Approved e-mail as it can be sent: HTML through MJML, its plain text, and both in one message (.eml) with a way out of the list.

Every word is escaped; merge tags stay what they are, since the sending tool fills them. Sources: RFC 8058 and RFC 2369 (List-Unsubscribe); Gmail cuts messages
after 102 kB (practice of senders, unpublished); names of unsubscribe tags: `copilot/language/merge_tags.py` and the tools' own manuals.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP

import mrml

from copilot.errors import NotAllowed
from copilot.language.blocks import Block, Piece, blocks
from copilot.language.merge_tags import Tool, merge_tags
from copilot.language.words import both
from copilot.records import Draft, Voice

UNSUBSCRIBE: dict[Tool, str] = {
    "mailchimp": "*|UNSUB|*",
    "brevo": "{{ unsubscribe }}",
    "klaviyo": "{% unsubscribe_link %}",
    "hubspot": "{{ unsubscribe_link }}",
    "salesforce": "%%unsub_center_url%%",
    "mautic": "{unsubscribe_url}",
    "activecampaign": "%UNSUBSCRIBELINK%",
    "liquid": "{% unsubscribe_url %}",
}
"""Tool -> the tag that it replaces by the address at which a reader leaves the list."""
MOST_BYTES = 102_000
SPACER = "\u034f\u200c\u00a0" * 60
"""Stands after the preheader, so that the inbox shows nothing of the body behind it. Invisible."""
FROM = both("A message from {brand}", "Un message de {brand}")
LEAVE = both("Unsubscribe", "Se désabonner")


def escaped(text: str) -> str:
    """Words as HTML; merge tags are kept, with the two signs in them that HTML cannot bear escaped."""
    pieces, last = [], 0
    for tag in merge_tags(text):
        pieces += [html.escape(text[last : tag.start], quote=False), tag.text.replace("&", "&amp;").replace("<", "&lt;")]
        last = tag.end
    return "".join([*pieces, html.escape(text[last:], quote=False)])


def address(text: str) -> str:
    """An address as an attribute's value."""
    return html.escape(text, quote=True)


def ink_on(colour: str) -> str:
    """Black or white, whichever is read better on `colour` (#rrggbb). Source: WCAG 2.2, relative luminance and contrast ratio."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#ffffff" if 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 else "#000000"


def _line(line: tuple[Piece, ...]) -> str:
    return "".join(escaped(piece.text) for piece in line).replace("\n", "<br />")


def _block(block: Block) -> str:
    if block.kind == "picture":
        return f'<mj-image src="{address(block.src)}" alt="{address(block.alt)}" />'
    lines = [_line(line) for line in block.lines]
    if block.kind in ("list", "steps"):
        name = "ul" if block.kind == "list" else "ol"
        return f'<mj-text css-class="ink"><{name}>' + "".join(f"<li>{line}</li>" for line in lines) + f"</{name}></mj-text>"
    return f'<mj-text css-class="ink">{"".join(lines)}</mj-text>'


def as_mjml(draft: Draft, voice: Voice, tool: Tool, marks: Mapping[str, str]) -> str:
    """The letter as MJML: preheader, body, one button, the way out. `marks` become meta tags."""
    look, fields, locale = voice.look, draft.fields, draft.locale
    metas = "".join(f'<meta name="{address(name)}" content="{address(value)}" />' for name, value in marks.items())
    preview = f"<mj-preview>{escaped(fields['preheader'])}{SPACER}</mj-preview>" if fields.get("preheader") else ""
    call, url = fields.get("call_to_action", ""), draft.brief.url
    button = ""
    if call and url:
        button = f'<mj-button href="{address(url)}" background-color="{look.colour}" color="{ink_on(look.colour)}" border="1px solid {ink_on(look.colour)}">{escaped(call)}</mj-button>'
    elif call:
        button = f'<mj-text css-class="ink" font-weight="700">{escaped(call)}</mj-text>'
    foot = f'{escaped(FROM.say(locale, brand=voice.name))} · <a class="ink" href="{address(UNSUBSCRIBE[tool])}" style="color:inherit">{LEAVE.say(locale)}</a>'
    return f"""<mjml lang="{locale}" dir="ltr"><mj-head><mj-title>{escaped(fields.get("subject", ""))}</mj-title>{preview}
<mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" />{metas}</mj-raw>
<mj-attributes><mj-all font-family="{address(look.font)}" /><mj-text font-size="16px" line-height="1.55" color="#1f1f1f" padding="8px 24px" />
<mj-button font-size="16px" font-weight="600" inner-padding="12px 22px" border-radius="6px" align="left" padding="14px 24px" /></mj-attributes>
<mj-style>ul,ol{{margin:0;padding-left:20px}}@media (prefers-color-scheme:dark){{.paper,.paper table,body{{background:#1a1a1a!important}}.ink,.ink div{{color:#f2f2f2!important}}}}</mj-style>
</mj-head><mj-body background-color="{look.background}" width="600px" css-class="paper">
<mj-section css-class="paper" padding="24px 0 8px"><mj-column>{"".join(map(_block, blocks(fields.get("body", ""))))}{button}</mj-column></mj-section>
<mj-section css-class="paper" padding="8px 0 24px"><mj-column><mj-text css-class="ink" font-size="13px">{foot}</mj-text></mj-column></mj-section>
</mj-body></mjml>"""


def as_html(draft: Draft, voice: Voice, tool: Tool, marks: Mapping[str, str]) -> str:
    """The letter as HTML that clients of all ages show. Raises: NotAllowed for a letter that Gmail would cut."""
    made = mrml.to_html(as_mjml(draft, voice, tool, marks)).content
    size = len(made.encode("utf-8"))
    if size > MOST_BYTES:
        raise NotAllowed(
            what=both(
                f"The letter has {size / 1000:.0f} kB as HTML, and Gmail hides what comes after 102.",
                f"La lettre fait {size / 1000:.0f} ko en HTML, et Gmail cache ce qui dépasse 102.",
            ),
            mend=both("Shorten its body.", "Raccourcissez le corps."),
        )
    return str(made)


def as_text(draft: Draft, voice: Voice, tool: Tool) -> str:
    """The letter as plain text: body, the action with its address, the way out."""
    fields, locale = draft.fields, draft.locale
    action = " ".join(part for part in (fields.get("call_to_action", ""), f"<{draft.brief.url}>" if draft.brief.url else "") if part)
    foot = f"-- \n{FROM.say(locale, brand=voice.name)}\n{LEAVE.say(locale)}: {UNSUBSCRIBE[tool]}"
    return "\n\n".join(part for part in (fields.get("body", ""), action, foot) if part) + "\n"


def as_eml(draft: Draft, voice: Voice, tool: Tool, marks: Mapping[str, str]) -> str:
    """One message with both, ready for a tool to send: no recipient, no date, no id. A client that knows X-Unsent opens it as a draft."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(draft.fields.get("subject", "").split())
    sender = next((contact for contact in voice.contacts if "@" in contact), "")
    if sender:
        message["From"] = sender
    message["Content-Language"] = draft.locale
    message["List-Unsubscribe"] = f"<{UNSUBSCRIBE[tool]}>"
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message["X-Unsent"] = "1"
    message.set_content(as_text(draft, voice, tool), cte="quoted-printable")
    message.add_alternative(as_html(draft, voice, tool, marks), subtype="html", cte="quoted-printable")
    return message.as_bytes().decode("ascii")
