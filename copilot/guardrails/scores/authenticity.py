"""Is it alive and specific? First, preliminary version: stock wording and specific matter.

Stock wording: the findings of family AUT, each weighed by its level, against what the length of the text lets one expect. Specific matter: figures, names
and words that the brand's guide calls its own, per sentence. Both are shrunk towards the middle on short texts, so that one stock word in a 15-word ad moves
the dial by its evidence and no further. Nothing here says who, or what, wrote a text.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.words import both
from copilot.records import Dial, Finding, Part

LEAST_WORDS = 5
PRIOR_WORDS = 25.0
"""Words of ordinary copy that a text is pooled with: the shorter it is, the nearer its dial stays to the middle."""
WEIGHTS = {"blocking": 1.5, "scoring": 1.0, "advice": 0.25}
Z90 = 1.645
SHORT = both("Not measured: {count} words say too little; {least} are needed.", "Non mesuré : {count} mots en disent trop peu ; il en faut {least}.")
MEASURED = both(
    "Preliminary: {stock} stock wordings and {specific} specific details in {count} words.",
    "Provisoire : {stock} formules toutes faites et {specific} détails précis en {count} mots.",
)


def _specifics(texts: Sequence[FieldText], grounds: Grounds) -> list[str]:
    """Figures and names in the texts: capitalised words inside a sentence, the brand's own names."""
    found: list[str] = []
    names = grounds.house.names if grounds.house else frozenset()
    for text in texts:
        prose = text.prose
        found += [prose.text[start:end] for start, end in prose.numbers]
        starts = {start for start, _ in prose.sentences}
        for (start, end), word in zip(prose.word_spans, prose.words, strict=True):
            capital = prose.text[start].isupper()
            if len(word) > 1 and word not in FUNCTION_WORDS[prose.locale] and capital and (start not in starts or word in names):
                found.append(prose.text[start:end])
    return found


def score(texts: Sequence[FieldText], findings: Sequence[Finding], grounds: Grounds, language: str) -> Dial:
    """The authenticity dial, 0-100, with a 90 % interval from the length of the text."""
    count = sum(len(text.prose.words) for text in texts)
    if count < LEAST_WORDS:
        return Dial.unmeasured(SHORT.say(language, count=count, least=LEAST_WORDS))
    stock = [finding for finding in findings if finding.code.startswith("AUT")]
    weight = sum(WEIGHTS[finding.level] for finding in stock)
    specific = _specifics(texts, grounds)
    # Expected per 100 words of plain human copy: about a quarter of a stock wording, about four specifics (measured on the sample brands).
    pooled = count + PRIOR_WORDS
    stock_rate = 100 * (weight + 0.25 * PRIOR_WORDS / 100) / pooled
    specific_rate = 100 * (len(specific) + 4.0 * PRIOR_WORDS / 100) / pooled
    logit = 0.8 - 1.1 * (stock_rate - 0.25) + 0.25 * math.log(max(specific_rate, 0.2) / 4.0)
    error = Z90 * (1.1 * 100 * math.sqrt(weight + 0.5) / pooled + 0.15) * 0.5 + 2.0 / math.sqrt(pooled)
    value, low, high = (100 / (1 + math.exp(-(logit + shift))) for shift in (0.0, -error, error))
    parts = (
        Part(name="stock wording", value=round(weight, 2), unit="weighted findings", words=tuple(finding.text for finding in stock)),
        Part(name="specific details", value=float(len(specific)), unit="figures and names", words=tuple(dict.fromkeys(specific))[:12]),
    )
    why = MEASURED.say(language, stock=len(stock), specific=len(specific), count=count)
    return Dial(value=round(value, 1), low=round(low, 1), high=round(high, 1), measured=True, why=why, parts=parts)
