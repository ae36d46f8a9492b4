import re
from collections.abc import Iterator

from copilot.guardrails.checks.typography import is_bare
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

COMMA = re.compile(r",(?=[^\W\d_]{2})(?<=[^\W\d_]{2},)")
STOP = re.compile(r"[.!?…](?=[A-ZÀ-Ý][a-zà-ÿ]{1,20}(?:[ ',’]|$))(?<=[a-zà-ÿ]{3}.)")
MESSAGE = both("No space after '{mark}'.", "Pas d'espace après « {mark} ».")
SUGGESTION = both("Put one.", "Mettez-en une.")


@rule("TYP024", "missing-space-after-mark", level="advice", last_reviewed="2026-11-22")
def missing_space_after_mark(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A mark glued to the next word.

    What it does
        Finds a comma between two words, and a full stop, ! or ? between a word in lower case and one with a capital, with no space after it. Decimals,
        addresses, names with a dot (Node.js), tags and code pass.
    Why
        It is where two sentences were pasted together.
    En français
        Signe collé au mot suivant
        C'est là que deux phrases ont été collées bout à bout.
    Example
        Bad (en): A new zip.Eight days,tea included.
        Good (en): A new zip. Eight days, 1,5 or e.g. Node.js, see fettle.example/Zip.
        Bad (fr): Une laine.Une couture,un hiver.
        Good (fr): Une laine. Une couture, 1,5 kg, M.Dupont et Booking.com.
    Source
        Usage of both languages; general practice, not verified against a text.
    """
    if is_bare(text):
        return
    for pattern, safety in ((COMMA, "safe"), (STOP, "unsafe")):
        for match in pattern.finditer(text.prose.text):
            start, end = match.span()
            if not text.prose.is_protected(start, end):
                fix = Fix(replacement=f"{match.group()} ", safety="safe" if safety == "safe" else "unsafe")
                yield Hit(start, end, MESSAGE.fill(mark=match.group()), SUGGESTION, fix)
