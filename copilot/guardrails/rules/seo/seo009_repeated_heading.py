from collections.abc import Iterator, Sequence

from copilot.channels import field_name
from copilot.guardrails.checks.sameness import content, likeness
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

ALIKE = 0.8
MESSAGE = both("Nearly the heading '{other}' again.", "Presque l'intertitre « {other} ».")
SUGGESTION = both("Merge the two, or say what sets this part apart.", "Réunissez les deux, ou dites ce que cette partie a de propre.")


@rule("SEO009", "repeated-heading", level="advice", last_reviewed="2026-11-22", scope="copy", channels=("seo_page", "faq"))
def repeated_heading(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """Two headings, or two questions, that say the same.

    What it does
        Compares the headings of an outline with each other, and the questions of an FAQ: four fifths of the content words in common (two at least).
    Why
        A reader who scans the page takes the second part for the first.
    En français
        Deux intertitres, ou deux questions, qui disent la même chose
        Qui parcourt la page prend la seconde partie pour la première.
    Example
        Bad (en, seo_page): outline_1=How to wash boiled wool | outline_2=How do you wash boiled wool?
        Good (en, seo_page): outline_1=How to wash boiled wool | outline_2=How to dry it
        Bad (fr, seo_page): outline_1=Laver la laine bouillie | outline_2=Comment laver la laine bouillie ?
        Good (fr, seo_page): outline_1=Laver la laine bouillie | outline_2=La sécher sans la fâcher
    Source
        General practice, not verified against a text; the measure is our own.
    """
    seen: list[tuple[str, str, tuple[str, ...]]] = []
    for text in texts:
        name, own = field_name(text.key), content(text.prose)
        if name not in ("outline", "question") or len(set(own)) < 2:
            continue
        twin = next((other for other_name, other, theirs in seen if other_name == name and likeness(own, theirs) >= ALIKE), None)
        if twin is not None:
            yield Hit(0, len(text.prose.text), MESSAGE.fill(other=twin), SUGGESTION, key=text.key)
        seen.append((name, text.prose.text, own))
