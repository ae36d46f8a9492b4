import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import is_plain
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

QUOTED = re.compile(r"(«[ \u00a0\u202f]?)[^«»\n]{1,300}?([ \u00a0\u202f]?»)")
OPEN, CLOSE = Fix(replacement="“", safety="safe"), Fix(replacement="”", safety="safe")
MESSAGE = both("French quotation marks in English.", "Guillemets français en anglais.")
SUGGESTION = both("Put “ ”.", "Mettez “ ”.")


@rule("TYP015", "guillemets-in-english", level="advice", last_reviewed="2026-11-22", locales=("en",), anchors={"en": ("«",)})
def guillemets_in_english(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """French quotation marks in English.

    What it does
        Turns pairs of « » into “ ”, their inner spaces gone. A lone » (an arrow on a button) passes.
    Why
        It is a trace of the French the copy came from.
    En français
        Guillemets français dans de l'anglais
        C'est la trace du français d'où vient le texte.
    Example
        Bad (en): We call it « the Young », this hat.
        Good (en): We call it “the Young”, this hat. Shop now »
    Source
        Usage of both languages; general practice, not verified against a text.
    """
    if is_plain(text, grounds):
        return
    for match in QUOTED.finditer(text.prose.text):
        if not text.prose.is_protected(*match.span()):
            yield Hit(*match.span(1), MESSAGE, SUGGESTION, OPEN)
            yield Hit(*match.span(2), MESSAGE, SUGGESTION, CLOSE)
