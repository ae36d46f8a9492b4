import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.sentences import opens_sentence
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"whether (?:you're|you are|you've|you have|you|your|it's|it is|at|for|as) ?(?!like it\b|or not\b)[^.!?\n]{2,90}?\bor\b(?! not\b)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"que (?:vous soyez|vous ayez|vous cherchiez|vous souhaitiez|vous préfériez|vous aimiez|vous vouliez|vous partiez|vous viviez|vous optiez"
        r"|vous recherchiez|tu sois|tu aies|tu cherches|tu souhaites|tu préfères|tu aimes|tu veuilles|tu partes|ce soit (?:pour|à|au|en|dans|chez"
        r"|lors)) ?(?!d'accord\b)[^.!?\n]{2,90}?\bou\b(?! non\b| pas\b)"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("'Whether you're this or that' speaks to nobody.", "« Que vous soyez ceci ou cela » ne parle à personne.")
SUGGESTION = both("Speak to one reader. The others will recognise themselves.", "Parlez à un seul lecteur. Les autres se reconnaîtront.")


@rule("AUT011", "whether-you", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def whether_you(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Whether you're this or that.

    What it does
        Finds sentences that open by listing possible readers. `Tell us whether you want the left or the right` and « que ça vous plaise ou non » pass.
    Why
        It is the sentence that a brief without an audience produces: everybody is named, so nobody is spoken to.
    En français
        Que vous soyez ceci ou cela
        C'est la phrase d'un brief sans destinataire : tout le monde est nommé, personne n'est visé.
    Example
        Bad (en): Whether you're a beginner or a pro, this needle is for you.
        Good (en): Tell us whether you want the left or the right.
        Bad (fr): Que vous soyez débutant ou expert, cette aiguille est pour vous.
        Good (fr): Que ça vous plaise ou non, il pleut.
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21; French heuristics: usage.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        if opens_sentence(text.prose, start):
            yield Hit(start, end, MESSAGE, SUGGESTION)
