import re
from collections.abc import Iterator, Sequence

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

CALL = re.compile(r"(?<=[\w%€$£!?»\")])(?<!\s[1-5])(?<!\A[1-5])\*{1,3}(?![\w*])")
NOTE = re.compile(r"(?:^|[\n.!?;)] ?|\s)\*{1,3} ?(?=[\w(«\"'-])|\(\*\)|\* ?: ")
MARKDOWN = re.compile(r"\*\*[^*\n]+\*\*|(?<![\w*])\*[^*\n ][^*\n]*\*(?![\w*])|(?:^[ \t]*\* .*(?:\n|$)){2,}|\b\w{1,3}\*{2,}", re.MULTILINE)
MESSAGE = both("An asterisk with no note in this copy.", "Un astérisque sans note dans ce texte.")
SUGGESTION = both("Put the condition here, beside the claim, or add the note.", "Mettez la condition ici, à côté de la promesse, ou ajoutez la note.")


@rule("PRS017", "dangling-asterisk", level="scoring", last_reviewed="2026-11-22", scope="copy", anchors={"en": ("*",), "fr": ("*",)})
def dangling_asterisk(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """An asterisk that leads nowhere.

    What it does
        Finds words and amounts marked with an asterisk where no field of the copy holds the note. Markdown, lists, ratings (5*), masked words and merge tags
        pass.
    Why
        A condition the reader cannot find is an omission; the asterisk shows that the writer knew.
    En français
        Un astérisque qui ne mène nulle part
        Une condition introuvable est une omission ; l'astérisque montre que l'auteur le savait.
    Example
        Bad (en): Free returns* on all boots.
        Good (en): Free returns*. *Within 30 days, unworn.
        Bad (fr): Retours gratuits* sur les bottes.
        Good (fr): Retours gratuits*. *Sous 30 jours, non portées.
    Source
        UCPD 2005/29/EC, art. 7 on misleading omissions (general practice, not verified against the text); notes on dark patterns and their legal hooks, read
        2026-11-21.
    """
    bare = {text.key: MARKDOWN.sub(lambda match: " " * len(match.group()), text.prose.scan) for text in texts}
    if any(NOTE.search(scan) for scan in bare.values()):
        return
    for text in texts:
        for match in CALL.finditer(bare[text.key]):
            yield Hit(*match.span(), MESSAGE, SUGGESTION, key=text.key)
