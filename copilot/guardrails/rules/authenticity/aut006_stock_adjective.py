import re
from collections.abc import Iterator

from copilot.guardrails.checks.sentences import around
from copilot.guardrails.checks.stock import WORN, count_worn, worn
from copilot.guardrails.checks.wording import Wordlist, is_denied, is_own, is_quoted
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.lexicons import stock
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

LOUD: dict[Locale, Wordlist] = {"en": Wordlist(stock.LOUD_ADJECTIVES["en"]), "fr": Wordlist(stock.LOUD_ADJECTIVES["fr"])}
PROOF = re.compile(r"\d|\b(?:because|since|thanks to|patent\w*|tested|certified|parce qu|car\b|puisqu|grâce à|brevet\w*|testée?s?|certifiée?s?|label\w*)")
HISTORY = re.compile(
    r"\b(?:war|guards?|calendar|council|road|leader|army|tribunal|calendrier|période|époque|chants?|gouvernement|comité|guerre|armée|police)\b"
)
NEAR = 15
"""Words on either side in which a figure or a reason counts as proof."""
LOUD_MESSAGE = both("'{text}' praises and proves nothing.", "« {text} » vante et ne prouve rien.")
WORN_MESSAGE = both("'{text}' is worn; {count} such words in this text.", "« {text} » est usé ; {count} mots de ce genre dans ce texte.")
SUGGESTION = both("Put in its place what makes it so: a figure, a material, a test.", "Mettez à la place ce qui le montre : un chiffre, une matière, un essai.")


@rule("AUT006", "stock-adjective", level="scoring", last_reviewed="2026-11-22", anchors={locale: WORN[locale]["adjective"].anchors for locale in LOUD})
def stock_adjective(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Stock adjectives.

    What it does
        Flags loud praise (cutting-edge, innovant, incontournable) with no figure or reason within 15 words, and worn adjectives (seamless, robust, crucial,
        intemporel, raffiné) where a text holds two or more worn words. Denied and quoted words pass; so do `revolutionary war` and « calendrier
        révolutionnaire ».
    Why
        They fit everything, so they tell nothing of this thing. In English their rate is 10 to 20 times higher in model text.
    En français
        Adjectifs passe-partout
        Ils vont à tout, donc ne disent rien de la chose. En français, on compte large : un seul mot usé ne dit rien, deux font une habitude.
    Example
        Bad (en): Our cutting-edge boots are here.
        Good (en): Nothing revolutionary: it is a boot.
        Bad (fr): Une chaussure innovante pour tous.
        Good (fr): Rien de révolutionnaire : c'est une pantoufle.
    Source
        Kobak et al., Science Advances 2025, https://arxiv.org/abs/2406.07016, read 2026-11-21; Liang et al. 2024, https://arxiv.org/abs/2403.07183, read
        2026-11-21; French: rates measured on public French service pages of 2022 and of 2024-26, 2026-11-21.
    """
    prose = text.prose
    loud = set()
    for start, end in LOUD[grounds.locale].spans(prose):
        loud.add(start)
        if (
            is_quoted(prose, start, end)
            or is_denied(prose, start)
            or is_own(grounds, prose, start, end)
            or HISTORY.search(prose.scan, max(0, start - 25), end + 20)
        ):
            continue
        if not PROOF.search(prose.scan, *around(prose, start, end, NEAR)):
            yield Hit(start, end, LOUD_MESSAGE.fill(text=prose.text[start:end]), SUGGESTION)
    for start, end in worn(prose, "adjective"):
        if start not in loud and not is_denied(prose, start) and not is_own(grounds, prose, start, end):
            yield Hit(start, end, WORN_MESSAGE.fill(text=prose.text[start:end], count=count_worn(prose)), SUGGESTION)
