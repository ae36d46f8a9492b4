from collections.abc import Iterator

from copilot.guardrails.checks.places import over
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

SLACK = 1.1
"""Devices differ: a tenth more may still be seen."""
MESSAGE = both(
    "Some {shown} characters are seen here; the rest is cut off or folded away.", "On voit ici quelque {shown} signes ; la suite est coupée ou repliée."
)
SUGGESTION = both("Let a sentence end before this point, or say the main thing first.", "Finissez une phrase avant ce point, ou dites l'essentiel d'abord.")
ELSEWHERE = ("subject", "meta_description", "slug")
"""Fields with a rule of their own: CHN040 for the subject, SEO001 and SEO002 for what a results page cuts by width."""


@rule("CHN002", "field-cut-off", level="advice", last_reviewed="2026-11-22")
def field_cut_off(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Longer than what is seen.

    What it does
        Compares fields with the number of characters that a place shows before it cuts or folds (`shown` in `channels.py`). Prose whose first sentence ends
        before the cut passes: the reader gets a whole thought and may open the rest. Subjects, page titles and SMS have rules of their own.
    Why
        Most readers see nothing but what is shown.
    En français
        Plus long que ce qui se voit
        La plupart des lecteurs ne voient que ce qui s'affiche.
    Example
        Bad (en, meta_ad.headline): Waxed jackets that we take back and mend for as long as we live
        Good (en, meta_ad.headline): Jackets we mend for life
        Good (en, meta_ad.primary_text): Your zip broke. Send it to us and Hexham will put in a new one; it takes eight days, and the dog will want to smell the parcel before it leaves.
        Bad (fr, meta_ad.headline): Des pantoufles de laine que l'on raccommode aussi longtemps qu'on vivra
        Good (fr, meta_ad.headline): Des pantoufles qu'on raccommode
    Source
        Meta ad copy specs, https://adsuploader.com/blog/meta-ad-copy-specs, read 2026-11-21; the other channels: `copilot/channels.py`. Lengths shown differ between
        devices: general practice.
    """
    spec = text.spec
    if spec is None or spec.shown is None or spec.name in ELSEWHERE or spec.counting == "gsm7" or (spec.name == "title" and spec.limit == 150):
        return
    found = over(text.prose, spec, spec.shown, tag=8)
    if found and found[0] > SLACK * spec.shown and not (spec.shown >= 100 and any(end <= found[1] + 1 for _, end in text.prose.sentences[:1])):
        yield Hit(found[1], len(text.prose.text), MESSAGE.fill(shown=spec.shown), SUGGESTION)
