import re
from bisect import bisect_left
from collections.abc import Iterator

from copilot.guardrails.checks.wording import is_quoted
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale, Span
from copilot.language.words import both

_ITEM = r"[a-zà-ÿœ][a-zà-ÿœ'-]*(?: [a-zà-ÿœ'-]+){0,2}"
LAST: dict[Locale, re.Pattern[str]] = {"en": re.compile(r" (?:and|or) ([a-zà-ÿœ'-]+)"), "fr": re.compile(r" (?:et|ou) ([a-zà-ÿœ'-]+)")}
BEFORE = re.compile(rf"(?<![\w'-]){_ITEM}, (?!and |or |et |ou |mais |puis ){_ITEM}$")
"""The two items before the last; looked for from each `and` backwards."""
REACH = 70
CLAUSE = re.compile(r"\b(?:i|we|he|she|it|they|you|who|je|tu|il|elle|on|nous|vous|ils|elles|qui|que|qu)\b")
"""A subject in it: three clauses, no list."""
WINDOW = 150
"""Words in which three lists of three are a pile."""
MESSAGE = both("The third list of three in {count} words.", "La troisième énumération à trois termes en {count} mots.")
SUGGESTION = both("Keep one. Two things, or four, or the one that matters.", "Gardez-en une. Deux choses, ou quatre, ou celle qui compte.")


@rule("AUT010", "triad-pile", level="advice", last_reviewed="2026-11-22", threshold=WINDOW, anchors={"en": (" and ", " or "), "fr": (" et ", " ou ")})
def triad_pile(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Lists of three, piled up.

    What it does
        Counts lists of exactly three (`soft, warm and light`) in running text; the third within 150 words is flagged, and each one after. Longer lists, names
        and lists with figures do not count.
    Why
        One triad is rhythm. Three are a habit, and model text has twice as many as any guide written by people.
    En français
        Énumérations à trois, en pile
        Une, c'est du rythme. Trois, c'est un tic, deux fois plus courant dans le texte de modèle.
    Example
        Bad (en): Soft, warm and light. To cut, sew and press. For mornings, evenings and nights.
        Good (en): Soft, warm and light. We cut it on Monday.
        Bad (fr): Doux, chaud et léger. Couper, coudre et repasser. Pour le matin, le midi et le soir.
        Good (fr): Doux, chaud et léger. On le coupe le lundi.
    Source
        github.com/sam-paech/slop-score (contrast and word counts of 22 models), read 2026-11-21 (triads: human guides 0.2-5.4, models 4.4-16.4 a thousand
        words); Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21.
    """
    prose = text.prose
    if prose.scan.count(",") < 3:
        return
    triads: list[tuple[int, Span]] = []
    starts = [start for start, _ in prose.word_spans]
    for last in LAST[grounds.locale].finditer(prose.scan):
        stop = last.start() - (prose.scan[last.start() - 1 : last.start()] == ",")
        first = max(0, stop - REACH)
        before = BEFORE.search(prose.scan, first, stop) if prose.scan.find(",", first, stop) >= 0 else None
        if before is None or is_quoted(prose, before.start(), last.end()):
            continue
        start, end = before.start(), last.end()
        if (
            prose.scan[:start].rstrip().endswith(",")
            or CLAUSE.search(prose.scan, start, end)
            or any(word[:1].isupper() for word in prose.text[start + 1 : end].split())
        ):
            continue
        triads.append((bisect_left(starts, start), (start, end)))
        if len(triads) > 2 and triads[-1][0] - triads[-3][0] <= grounds.threshold("AUT010", WINDOW):
            yield Hit(start, end, MESSAGE.fill(count=triads[-1][0] - triads[-3][0] or 1), SUGGESTION)
