import re
from collections.abc import Iterator, Sequence

from copilot.guardrails.checks.wording import is_quoted
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

MARK = re.compile(r"[!！]+(?:[?!][!?]*)?")
MESSAGE = both("Exclamation mark number {count}; this brand takes {most} a text.", "Point d'exclamation numéro {count} ; la marque en prend {most} par texte.")
SUGGESTION = both("End the sentence with a full stop, and see whether it is still glad.", "Mettez un point, et voyez si la phrase reste contente.")


@rule("VOI005", "too-many-exclamations", level="scoring", last_reviewed="2026-11-22", scope="copy", anchors={"en": ("!",), "fr": ("!",)})
def too_many_exclamations(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """More exclamation marks than the brand takes.

    What it does
        Counts exclamation marks over all fields (a row of them counts once) against `exclamations_per_text` in voice.yaml and flags each one beyond. Tags,
        code, quotations and names written with a mark pass. The fix puts a full stop.
    Why
        One is a smile. Five are a salesman.
    En français
        Plus de points d'exclamation que la marque n'en prend
        Un seul est un sourire. Cinq, c'est un vendeur.
    Example
        Bad (en): It's here! It's warm! It's wool!
        Good (en): It's here! It's warm.
        Bad (fr): Il est là ! Il est chaud ! Il est en laine !
        Good (fr): Il est là ! Il est chaud.
    Source
        The brand's own voice.yaml, `style.exclamations_per_text`; rare and one at a time in the Mailchimp content style guide,
        github.com/mailchimp/content-style-guide, read 2026-11-21.
    """
    if not grounds.house:
        return
    most = grounds.house.guide.voice.style.exclamations_per_text
    names = [name for name in (grounds.house.guide.voice.name, *grounds.house.guide.voice.names) if "!" in name]
    count = 0
    for text in texts:
        prose = text.prose
        for match in MARK.finditer(prose.scan):
            start, end = match.span()
            if is_quoted(prose, start, end) or any(prose.text[: match.start() + len(name) - name.index("!")].endswith(name) for name in names):
                continue
            count += 1
            if count > most:
                lead = start - len(prose.text[:start].rstrip("\u202f\u00a0 "))
                fix = Fix(replacement="." if end == len(prose.text) or prose.text[end].isspace() else "", safety="unsafe")
                yield Hit(start - lead, end, MESSAGE.fill(count=count, most=most), SUGGESTION, fix, key=text.key)
