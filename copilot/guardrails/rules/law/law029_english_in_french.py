from collections.abc import Iterator

from copilot.guardrails.checks.wording import is_quoted
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.lexicons.english_words import ADOPTED, ENGLISH_WORDS, STRONG
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Prose
from copilot.language.words import both

LEAST = 3
MESSAGE = both('English in French copy: "{text}".', "De l'anglais dans un texte français : « {text} ».")
SUGGESTION = both(
    "Put it in French, or give the translation beside it, as easy to read as the English.",
    "Mettez-le en français, ou donnez la traduction à côté, aussi lisible que l'anglais.",
)


def _runs(prose: Prose) -> Iterator[tuple[int, int]]:
    """Stretches of at least three English words in a row, two of them strong; what follows an apostrophe ('s, 're) counts neither way."""
    words, spans = prose.words, prose.word_spans
    run: list[int] = []
    for index in range(len(words) + 1):
        word, gap = (words[index], prose.scan[spans[index - 1][1] : spans[index][0]]) if index < len(words) else ("", "\n")
        if run and gap == "'":
            continue
        if word in ENGLISH_WORDS and (not run or gap in (" ", ", ")):
            run.append(index)
            continue
        if len(run) >= LEAST and sum(words[place] in STRONG for place in run) > 1:
            yield spans[run[0]][0], spans[run[-1]][1]
        run = [index] if word in ENGLISH_WORDS else []


@rule("LAW029", "english-in-french", level="scoring", last_reviewed="2026-11-22", locales=("fr",), jurisdictions=("fr",))
def english_in_french(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An English phrase left in French copy.

    What it does
        In French copy under French law, finds runs of three or more English words, two of which are unmistakable. Names (all capitals of words inside a
        French sentence), quoted titles, borrowed words, set phrases such as made in France or Black Friday, a phrase with an asterisk and its note, and what
        the brief states pass.
    Why
        Consumer advertising in France is in French, or with a translation as legible as the original (loi Toubon); well-known foreign names and trade marks
        are exempt. A half-translated draft is also how a model betrays itself.
    En français
        Phrase anglaise dans un texte français
        La publicité aux consommateurs est en français, ou accompagnée d'une traduction aussi lisible (loi Toubon) ; les marques et les mots d'usage sont
        exemptés. C'est aussi la trace d'un brouillon mal traduit.
    Example
        Bad (fr): Feel the warmth of your winter.
        Good (fr): Un look de week-end, made in Felletin.
        Good (fr): On écoute « Gone with the Wind » en cousant.
    Source
        Loi 94-665 du 4 août 1994, articles 2 to 4, https://deshoulieres-avocats.com and https://legalplanet.pro, read 2026-11-21.
    """
    prose = text.prose
    if sum(word in STRONG for word in prose.words) < 2:
        return
    for start, end in _runs(prose):
        words = prose.text[start:end].split()
        inside = prose.text[:start].rstrip()[-1:].isalnum()
        named = inside and all(word[:1].isupper() or len(word) < 4 for word in words)
        noted = prose.scan[end : end + 2].strip()[:1] == "*" and prose.scan.count("*") > 1
        if (
            named
            or noted
            or any(phrase in prose.scan[start:end] for phrase in ADOPTED)
            or is_quoted(prose, start, end)
            or grounds.stated.holds(prose.text[start:end])
        ):
            continue
        yield Hit(start, end, MESSAGE.fill(text=prose.text[start:end]), SUGGESTION)
