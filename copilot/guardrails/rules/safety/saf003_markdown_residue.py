import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import BLANK
from copilot.language.words import both
from copilot.records import Fix

SIGNS = ("**", "# ", "__", "](", "---", "===", "```", "|")
MARK = re.compile(
    r"(?P<bold>(?<![\w*€%£$])\*\*(?=[^\s*])(?P<inner>[^*\n]{0,160}[^\s*])\*\*(?!\*))|(?:(?<=\n)|^)(?P<heading>#{1,6} )(?=\S)"
    r"|(?P<under>(?<!\w)__(?=[^\s_])(?P<plain>[^_\n]{0,120}[^\s_])__(?!\w))"
    r"|(?P<link>(?<!!)\[[^\]\n]{1,80}\]\((?:https?://|mailto:|/)[^)\s]{1,200}\))|(?:(?<=\n)|^)(?P<rule>(?:-{3,}|\*{3,}|={3,}) *(?=\n|$))"
    r"|(?P<fence>```\w{0,12})|(?:(?<=\n)|^)(?P<table>\|[^\n|]{1,60}\|[^\n]{1,200}\|)(?=\s*(?:\n|$))"
)
RICH = ("article", "faq")
MESSAGE = both("Markdown signs that the place will print as they are.", "Des signes Markdown que la place imprimera tels quels.")
SUGGESTION = both("Take the signs out; the automatic fix does.", "Retirez les signes ; la correction automatique le fait.")


@rule("SAF003", "markdown-residue", level="blocking", last_reviewed="2026-11-22", anchors={"en": (*SIGNS, "'''", BLANK), "fr": (*SIGNS, "'''", BLANK)})
def markdown_residue(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Markdown in a plain field.

    What it does
        Finds bold (**...**), headings (## ...), links [..](..), rules (---), tables and code fences in every place but articles. A footnote mark after a word
        (49 €**), a hashtag and one dash at the start of a line pass.
    Why
        Ads, SMS and e-mails print the asterisks. They are also a mark of unedited model text (up to 12 bold words in 1,000).
    En français
        Markdown dans un champ simple
        Les annonces, SMS et e-mails impriment les astérisques. C'est aussi la marque d'un texte de modèle non relu (jusqu'à 12 gras pour 1 000 mots).
    Example
        Bad (en): A **warm** jacket.
        Good (en): From £49** delivered.
        Bad (fr): ## Une veste chaude
        Good (fr): #laine #veste
    Source
        Measured in LLM essays (0 to 12 bold per 1,000 words), 2026-11-21; Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read
        2026-11-21; patterns written here.
    """
    if (grounds.channel is not None and grounds.channel.name in RICH) or not any(sign in text.prose.text for sign in SIGNS):
        return
    for match in MARK.finditer(text.prose.text):
        kind = match.lastgroup if match.lastgroup not in ("inner", "plain") else {"inner": "bold", "plain": "under"}[match.lastgroup]
        replacement = {"bold": match["inner"], "under": match["plain"], "heading": "", "rule": "", "fence": ""}.get(kind or "")
        yield Hit(*match.span(kind or 0), MESSAGE, SUGGESTION, None if replacement is None else Fix(replacement=replacement, safety="safe"))
