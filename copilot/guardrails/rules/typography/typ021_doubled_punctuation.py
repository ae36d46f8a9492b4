import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import LOCALES, Fix

RUN = re.compile(
    r"\?(?:[ \u00a0\u202f]?[?!]){1,9}|!(?:[ \u00a0\u202f]?[?!]){0,9}[ \u00a0\u202f]?\?|!(?:[ \u00a0\u202f]?!){1,9}|,{2,9}|;{2,9}|([€£$])\1{1,9}|(?<=\w)[.,][,;:](?=\s|$)"
)
MESSAGE = both("Punctuation doubled.", "Ponctuation redoublée.")
SUGGESTION = both("One says it.", "Une seule le dit.")


@rule(
    "TYP021",
    "doubled-punctuation",
    level="advice",
    last_reviewed="2026-11-22",
    anchors=dict.fromkeys(LOCALES, ("??", "?!", "!?", "? ?", "? !", "! ?", "!!", "! !", ",,", ";;", "€€", "££", "$$", ".,", ".;", ",;", ",:", ".:")),
)
def doubled_punctuation(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Punctuation twice over.

    What it does
        Finds ??, !!, ?!?!, ,, ;; €€€ and pairs such as ., that one hand would not write. A single ?! passes as a tone, and so do abbreviations (etc., Inc.;),
        C++, code and addresses.
    Why
        It shouts or stumbles; Mailchimp's guide wants exclamation marks one at a time.
    En français
        Ponctuation redoublée
        Elle crie ou elle trébuche.
    Example
        Bad (en): Cold feet?? We knit!!
        Good (en): Cold feet?! We knit! Zips, seams, etc., all day.
        Bad (fr): Froid aux pieds ??? On tricote,, et vite !!
        Good (fr): Froid aux pieds ? On tricote, et vite !
    Source
        Mailchimp content style guide (punctuation), https://github.com/mailchimp/content-style-guide, read 2026-11-21.
    """
    prose = text.prose
    for match in RUN.finditer(prose.scan):
        run = match.group()
        if run in ("?!", "!?", "? !") or prose.is_protected(*match.span()):
            continue
        if run[0] in ".,":
            word = re.search(r"[\w.]{0,12}$", prose.scan[max(0, match.start() - 12) : match.start()])
            if run[0] == "." and (not word or len(word.group()) <= 5 or "." in word.group()):
                continue
        sign = "?!" if "?" in run and "!" in run else run[-1] if run[0] in ".," and run[0] != run[-1] else run[0]
        yield Hit(match.start(), match.end(), MESSAGE, SUGGESTION, Fix(replacement=sign, safety="safe"))
