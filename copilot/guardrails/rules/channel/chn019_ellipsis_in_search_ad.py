import re
from collections.abc import Iterator

from copilot.guardrails.checks.places import GOOGLE
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

DOTS = re.compile(r"[ \u00a0\u202f]?(?:…|\.{3,})+")
MESSAGE = both(
    "Three dots: Google's editorial standards list them among what is refused.",
    "Points de suspension : les règles éditoriales de Google les citent parmi les refus.",
)
SUGGESTION = both("End the thought, or take them off.", "Finissez la pensée, ou enlevez-les.")


@rule("CHN019", "ellipsis-in-search-ad", level="scoring", last_reviewed="2026-11-22", channels=GOOGLE)
def ellipsis_in_search_ad(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Three dots in a Google ad.

    What it does
        Finds … and ... in the texts of Google ads. At the end they are taken off by the fix; inside, the writer chooses what stands in their place.
    Why
        Google's older editorial page lists ellipses among what is not allowed; the current one forbids repeated punctuation. They also eat three characters of
        thirty.
    En français
        Points de suspension dans une annonce Google
        L'ancienne page éditoriale de Google les refuse, l'actuelle refuse la ponctuation répétée. Et ils mangent trois signes sur trente.
    Example
        Bad (en, google_rsa.headline): Waxed jackets, and then...
        Good (en, google_rsa.headline): Waxed jackets, and dogs
        Bad (fr, google_rsa.description): Laine bouillie, semelle de cuir… et le chat dessus.
        Good (fr, google_rsa.description): Laine bouillie, semelle de cuir, et le chat dessus.
    Source
        Google Ads, Editorial standards (older page), https://support.google.com/adwordspolicy/answer/176095, read 2026-11-21.
    """
    for match in DOTS.finditer(text.prose.text):
        if not text.prose.is_protected(*match.span()):
            last = not text.prose.text[match.end() :].strip()
            yield Hit(match.start(), match.end(), MESSAGE, SUGGESTION, Fix(replacement="" if last else ",", safety="safe" if last else "display"))
