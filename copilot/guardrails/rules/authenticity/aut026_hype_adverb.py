from bisect import bisect_left
from collections.abc import Iterator

from copilot.guardrails.checks.wording import Wordlist, is_denied, is_quoted
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

ADVERBS: dict[Locale, Wordlist] = {
    "en": Wordlist(("seamlessly", "effortlessly", "flawlessly", "meticulously", "truly", "perfectly", "undoubtedly", "incredibly", "remarkably",
                    "exceptionally", "beautifully",
                    "thoughtfully", "expertly", "ultimately", "undeniably")),
    "fr": Wordlist(("véritablement", "parfaitement", "résolument", "pleinement", "harmonieusement", "soigneusement", "méticuleusement", "incroyablement",
                    "véritable(s)", "sans effort",
                    "en toute (simplicité|sérénité|fluidité|confiance|tranquillité)", "tout simplement", "indéniablement", "subtilement", "délicatement",
                    "élégamment", "idéalement")),
}  # fmt: skip
LOUD = frozenset(("seamlessly", "effortlessly", "flawlessly"))
"""Two of the others make one of these."""
WINDOW = 100
"""Words within which two of them are a habit."""
MESSAGE = both("'{text}' leans on the verb without adding to it.", "« {text} » s'appuie sur le verbe sans rien y ajouter.")
SUGGESTION = both("Delete it, or say how it can be seen.", "Supprimez-le, ou dites à quoi cela se voit.")


@rule("AUT026", "hype-adverb", level="scoring", last_reviewed="2026-11-22", anchors={locale: words.anchors for locale, words in ADVERBS.items()})
def hype_adverb(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Adverbs of hype.

    What it does
        Flags `seamlessly`, `effortlessly`, `flawlessly` at once, and other adverbs of praise (perfectly, truly, parfaitement, pleinement, en toute sérénité,
        véritable) where two different ones stand within 100 words. « Véritable » once is folklore: its rate has not risen, and it passes.
    Why
        An adverb of praise says that the verb was not enough, and does not help it.
    En français
        Adverbes d'éloge
        L'adverbe d'éloge avoue que le verbe ne suffisait pas, et ne l'aide pas.
    Example
        Bad (en): It blends seamlessly with your sofa.
        Good (en): It fits perfectly on a nail.
        Bad (fr): Il s'intègre parfaitement et se range en toute simplicité.
        Good (fr): Un véritable désastre, et on a refait la soupe.
    Source
        Kobak et al., Science Advances 2025, https://arxiv.org/abs/2406.07016, read 2026-11-21; « véritable » OR 0.8 (0.3-1.8): rates measured on public
        French service pages of 2022 and of 2024-26, 2026-11-21.
    """
    prose = text.prose
    hits = [
        (start, end, prose.scan[start:end])
        for start, end in ADVERBS[grounds.locale].spans(prose)
        if not is_quoted(prose, start, end) and not is_denied(prose, start)
    ]
    starts = [start for start, _ in prose.word_spans]
    for index, (start, end, word) in enumerate(hits):
        near = any(bisect_left(starts, start) - bisect_left(starts, other) <= WINDOW for other, _, others in hits[:index] if others[:7] != word[:7])
        near = near or any(
            bisect_left(starts, other) - bisect_left(starts, start) <= WINDOW for other, _, others in hits[index + 1 :] if others[:7] != word[:7]
        )
        if word in LOUD or near:
            yield Hit(start, end, MESSAGE.fill(text=prose.text[start:end]), SUGGESTION)
