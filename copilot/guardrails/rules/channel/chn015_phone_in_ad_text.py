import re
from collections.abc import Iterator

from copilot.guardrails.checks.places import SEARCH
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.personal import find_personal
from copilot.language.words import both

SHORT = re.compile(
    r"(?<![\d+,.])0 ?8\d{2}[ .]?\d{3}[ .]?\d{3}(?!\d)|\b(?:appel(?:ez|er|e)|téléphon(?:ez|er|e)|tél\.?|faites le|compose[zr]?|call|dial|ring|phone)(?: us| nous| le| au| on| :){0,2} (\d{2} ?\d{2})(?![\d:h€%])"
    r"|(?<![\w-])1-?[89]\d{2}-(?=[\d-]*[a-z])[a-z\d-]{5,9}(?!\w)"
)
MESSAGE = both(
    "A phone number in the text: search platforms want it in a call asset.",
    "Un numéro de téléphone dans le texte : les régies le veulent dans un composant d'appel.",
)
SUGGESTION = both("Take it out and add a call asset.", "Retirez-le et ajoutez un composant d'appel.")


@rule("CHN015", "phone-in-ad-text", level="blocking", last_reviewed="2026-11-22", channels=SEARCH)
def phone_in_ad_text(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A phone number in the text of a search ad.

    What it does
        Finds French, British, American and international numbers, free and short numbers (0 800 …, appelez le 36 30) and numbers in letters
        (1-800-JACKETS). The brand's own numbers are found too: the place is wrong, whoever answers. Prices, years and references pass.
    Why
        Numbers belong in a call asset; in the text they lead to a refusal.
    En français
        Numéro de téléphone dans une annonce
        Un numéro a sa place dans un composant d'appel ; dans le texte il vaut un refus.
    Example
        Bad (en, google_rsa.description): Zip gone? Call 01632 960 983 before tea.
        Good (en, google_rsa.description): Zip gone? Call us before tea. Since 1911.
        Bad (fr, google_rsa.description): Appelez le 01 99 00 23 50, on répond entre deux averses.
        Good (fr, google_rsa.description): Du 37 au 45, 49 €, réponse entre deux averses.
    Source
        Mastering punctuation and symbols in Google Ads (secondary page),
        https://advertayz.com/mastering-punctuation-and-symbols-in-google-ads-best-practices-and-policy-guidelines/, read 2026-11-22.
    """
    if not text.prose.digits:
        return
    found = [(item.start, item.end) for item in find_personal(text.prose.text) if item.kind == "phone"]
    for match in SHORT.finditer(text.prose.scan):
        start, end = match.span(1) if match[1] else match.span()
        if not any(begin < end and start < stop for begin, stop in found):
            found.append((start, end))
    for start, end in sorted(found):
        yield Hit(start, end, MESSAGE, SUGGESTION)
