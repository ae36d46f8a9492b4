import re
from collections.abc import Iterator

from copilot.guardrails.checks.facts import MONEY, changed
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.figures import Figure, figures
from copilot.language.words import both

YEAR = re.compile(r"^(?:©\s*)?(?:19|20)\d\d$")
"""A bare year says when, not how much."""
COUNTED = re.compile(
    r"(?:(?:^|\n)\s*|\b(?:étapes?|steps?|chapitre|chapter|partie|part|option|version|figure|article|art\.|page|p\.|numéro|number|n[°ºo]\.?) ?)$"
)
"""What stands before a number that counts the text itself: a list, a step, a page."""
CLOCK = re.compile(r"\b(?:à|vers|dès|at|by|around|until|from|before|avant) $")
WAY_OUT = re.compile(r"\bstop\b[^.\n]{0,12}\b(?:au|to) $")
"""What stands before the short number that ends a subscription: STOP au 36111, text STOP to 60777."""
MONTH = (
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)"
)
MOMENT = re.compile(
    rf"\b\d{{1,2}}(?:er|st|nd|rd|th)? (?:of )?{MONTH}(?: \d{{4}})?\b|\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?"
    rf"|\b\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?\b|\b\d{{4}}-\d\d-\d\d\b"
    r"|\b\d{1,2} ?(?:h|:) ?\d{2}\b|\b\d{1,2}(?::\d\d)? ?[ap]m\b"
)
NUMBER = both("'{text}' is neither in the brief nor in the claim bank.", "« {text} » n'est ni dans le brief ni dans la banque d'allégations.")
PRICE = both("'{text}': the brief gives no price.", "« {text} » : le brief ne donne aucun prix.")
DATE = both(
    "'{text}': this date is neither in the brief nor in the claim bank.", "« {text} » : cette date n'est ni dans le brief ni dans la banque d'allégations."
)
SUGGESTION = both(
    "Take the figure from the brief, add a claim with its evidence, or leave it out.",
    "Reprenez le chiffre du brief, ajoutez une allégation avec sa preuve, ou retirez-le.",
)


def _passes(text: FieldText, figure: Figure, grounds: Grounds) -> bool:
    """A figure that states nothing, or that another rule speaks of."""
    scan, printed = text.prose.scan, text.prose.text[figure.start : figure.end]
    before = scan[max(0, figure.start - 20) : figure.start]
    if printed[0].isalpha() and (figure.unit in ("", "min") or (figure.unit == "h" and CLOCK.search(before))):
        return True
    if YEAR.match(printed) or (not figure.unit and COUNTED.search(before) and (before.strip() or scan[figure.end : figure.end + 1] in ".)")):
        return True
    if not figure.unit and WAY_OUT.search(before):
        return True
    contacts = grounds.house.guide.voice.contacts if grounds.house else ()
    if any(begin <= figure.start < begin + len(contact) for contact in contacts if (begin := text.prose.text.find(contact)) >= 0):
        return True
    off = grounds.house.guide.voice.rules.get("GRD003") if grounds.house else None
    return not (off and off.level == "off") and changed(figure, text.prose, grounds) is not None


@rule("GRD001", "unsupported-number", level="scoring", last_reviewed="2026-11-22")
def unsupported_number(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A figure that nothing backs.

    What it does
        Compares each figure with its unit to those of the brief and of the claims in force, in digits or written out with a unit (`trois ans`), French or
        English grouping; prices, percentages and dates too. It speaks only where there is a brief. Bare years, numbers of lists and steps, model names
        (X4), minutes and clock times in words, the brand's contacts, tags and addresses pass; a fact got wrong is left to *changed-fact*.
    Why
        A number that a model made up reads like any other. Promise 4: nothing is stated that nobody stands for.
    En français
        Chiffre que rien n'appuie
        Un chiffre inventé par un modèle ressemble à tous les autres. On n'affirme que ce dont quelqu'un répond.
    Example
        Bad (en): It lasts ten years.
        Good (en): It lasts for years, and needs two minutes.
        Bad (fr): Elle tient douze ans.
        Good (fr): Elle tient des années, et on ouvre à huit heures.
    Source
        ASA, CAP Code 3.7, objective claims need documentary evidence before publication,
        https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21.
    """
    if grounds.brief is None or (text.spec is not None and text.spec.name in ("slug", "path")):
        return
    scan, stated = text.prose.scan, grounds.stated
    moments = [match.span() for match in MOMENT.finditer(scan)]
    for start, end in moments:
        if not stated.holds(text.prose.text[start:end]):
            yield Hit(start, end, DATE.fill(text=text.prose.text[start:end]), SUGGESTION)
    last = -1
    for figure in sorted(figures(text.prose, words=True), key=lambda figure: (figure.start, -figure.end)):
        if figure.start < last or any(begin < figure.end and figure.start < stop for begin, stop in moments):
            continue
        if not stated.holds_figure(figure) and not _passes(text, figure, grounds):
            last = figure.end
            priced = figure.unit in MONEY and not any(known.unit in MONEY for known in stated.figures)
            printed = text.prose.text[figure.start : figure.end]
            yield Hit(figure.start, figure.end, (PRICE if priced else NUMBER).fill(text=printed), SUGGESTION)
