import re
from collections.abc import Iterator, Sequence

from copilot.guardrails.checks import as_written
from copilot.guardrails.checks.anchors import anchors_of
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

FULL = re.compile(
    r"\b(?:do not|does not|did not|is not|are not|was not|were not|will not|would not|can not|cannot|could not|should not|have not|has not|had not|it is"
    r"|that is|what is|there is"
    r"|here is|we are|you are|they are|we will|you will|they will|it will|we have|you have (?:been|got|had)|i am|i will|i have|let us)\b(?! (?:the one"
    r"|necessary)\b)(?![.?!,])"
)  # fmt: skip
SHORT = re.compile(r"\b\w+n't\b|\b(?:\w+'(?:re|ll|ve|d|m)|(?:it|that|what|there|here|let|he|she|who|where|how)'s)\b")
LEAST = 5
WRITTEN_OUT = {
    "can't": "cannot", "won't": "will not", "shan't": "shall not", "ain't": "is not", "let's": "let us", "i'm": "I am", "it's": "it is", "that's": "that is",
    "what's": "what is",
    "there's": "there is", "here's": "here is", "he's": "he is", "she's": "she is", "who's": "who is", "where's": "where is", "how's": "how is",
}  # fmt: skip
ENDS = {"n't": " not", "'re": " are", "'ll": " will", "'ve": " have"}
CONTRACTION = re.compile(rf"(?<![\w'])(?:{'|'.join(WRITTEN_OUT)}|[a-z]+n't|[a-z]+'(?:re|ll|ve|d))(?![\w'])")
STIFF = both("{count} full forms ('{text}' …) and not one contraction.", "{count} formes pleines (« {text} » …) et pas une contraction.")
ALOUD = both("Read it aloud and contract what you would say contracted.", "Lisez à voix haute et contractez ce que vous diriez contracté.")
MESSAGE = both("This brand writes its words out: '{full}'.", "Cette marque n'emploie pas de contractions : « {full} ».")
SUGGESTION = both("Write '{full}'.", "Écrivez « {full} ».")


@rule("VOI008", "wrong-contraction", level="scoring", last_reviewed="2026-11-22", locales=("en",), scope="copy", anchors={"en": ("'", *anchors_of(FULL))})
def wrong_contraction(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """Contractions, against the brand's habit.

    What it does
        Where the brand's `contractions` is false it flags `don't`, `it's`, `we'll` and gives the full form; `'d` and `'s` may stand for two words, so their
        fix wants a look. Where it is true it flags the first full form of a copy with five or more (`do not`, `we are`) and no contraction at all.
        Possessives, quotations and a full form that ends its clause (stress) pass.
    Why
        The brand set that register: nobody says `we are` five times over a counter, and a notary never says `it's`.
    En français
        Contractions, contre l'habitude de la marque (anglais)
        La marque a choisi ce registre : au comptoir personne ne dit cinq fois « we are », et un notaire ne dit jamais « it's ».
    Example
        Bad (en): It is here. We are glad. You will not need another. It is warm, and we do not say so lightly.
        Good (en): It's here. We are glad.
    Source
        The brand's own voice.yaml, `style.contractions`; contractions in the Mailchimp content style guide, github.com/mailchimp/content-style-guide, read
        2026-11-21.
    """
    if not grounds.house:
        return
    if grounds.house.guide.voice.style.contractions:
        short = any(SHORT.search(text.prose.scan) for text in texts)
        full_forms = [] if short else [(text, span) for text in texts for span in said(FULL, text.prose)]
        if len(full_forms) >= LEAST:
            text, (start, end) = full_forms[0]
            yield Hit(start, end, STIFF.fill(count=len(full_forms), text=text.prose.text[start:end]), ALOUD, key=text.key)
        return
    for text in texts:
        for start, end in said(CONTRACTION, text.prose):
            word = text.prose.scan[start:end]
            full = WRITTEN_OUT.get(word) or next((word[: -len(short)] + long for short, long in ENDS.items() if word.endswith(short)), word[:-2] + " would")
            fix = Fix(replacement=as_written(text.prose.text[start:end], full), safety="unsafe" if word.endswith(("'s", "'d", "ain't")) else "safe")
            yield Hit(start, end, MESSAGE.fill(full=full), SUGGESTION.fill(full=fix.replacement), fix, key=text.key)
