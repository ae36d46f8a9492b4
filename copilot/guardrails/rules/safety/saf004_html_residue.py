import html
import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

TAG = re.compile(
    r"</?(?:b|i|u|em|strong|br|p|div|span|a|ul|ol|li|h[1-6]|img|font|table|tr|td|th|tbody|center|html|body|head|style|script|meta|hr|small|sup|sub"
    r"|blockquote|button|section)(?:\s[^<>\n]{0,200})?\s?/?>|<!--[^\n]{0,100}?-->"
    r"|&(?:nbsp|amp|quot|apos|lt|gt|eacute|egrave|ecirc|agrave|acirc|ccedil|icirc|iuml|ocirc|ugrave|ucirc|oelig|rsquo|lsquo|ldquo|rdquo|laquo|raquo"
    r"|hellip|ndash|mdash|euro|pound|copy|reg|trade|deg|zwnj|shy|Eacute|Agrave|#\d{2,6}|#x[0-9a-fA-F]{2,5});",
    re.IGNORECASE,
)
WHOLE = re.compile(r"<!doctype|<html|<table|<body", re.IGNORECASE)
BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d|hr)\b", re.IGNORECASE)
ROOMS = ("body", "opening", "text", "html")
MESSAGE = both("HTML in a field that prints plain text.", "Du HTML dans un champ qui imprime du texte simple.")
SUGGESTION = both("Take it out; the automatic fix does.", "Retirez-le ; la correction automatique le fait.")


@rule("SAF004", "html-residue", level="blocking", last_reviewed="2026-11-22")
def html_residue(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """HTML in a plain field.

    What it does
        Finds tags (<br>, <b>, <p>) and entities (&nbsp;, &eacute;) outside of bodies and articles. A body or text that is HTML through and through (a
        document, a table, three closing tags) passes, and so do < and > in sums and hearts.
    Why
        Subjects, ads and texts print '&nbsp;' as it stands.
    En français
        HTML dans un champ simple
        Objets, annonces et SMS impriment « &nbsp; » tel quel.
    Example
        Bad (en): Warm&nbsp;and dry<br>
        Good (en): Warm < dry, and I <3 both.
        Bad (fr): Chaude&nbsp;et s&egrave;che
        Good (fr): Chaude < sèche, et je <3 les deux.
    Source
        General practice of mailing and ad platforms; own list of tags and entities, noted 2026-11-22.
    """
    if "<" not in text.prose.text and "&" not in text.prose.text:
        return
    roomy = text.spec is None or text.spec.name in ROOMS
    if (roomy and (WHOLE.search(text.prose.text) or text.prose.text.count("</") > 2)) or (
        grounds.channel is not None and grounds.channel.name in ("article", "faq")
    ):
        return
    for match in TAG.finditer(text.prose.text):
        piece = match.group()
        broken = BREAK.match(piece) is not None and match.end() < len(text.prose.text)
        replacement = html.unescape(piece) if piece.startswith("&") else ("\n" if roomy else " ") if broken else ""
        yield Hit(*match.span(), MESSAGE, SUGGESTION, Fix(replacement=replacement, safety="safe"))
