import re
from collections.abc import Iterator

from copilot.guardrails.checks.emoji import EMOJI
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

REFUSED = re.compile(rf" ?(?:{EMOJI.pattern})|[{{}}]|#")
MESSAGE = both("'{sign}' is refused in the text of a TikTok ad.", "« {sign} » est refusé dans le texte d'une publicité TikTok.")
SUGGESTION = both("Take it off.", "Enlevez-le.")


@rule("CHN034", "sign-refused-by-tiktok", level="scoring", last_reviewed="2026-11-22", channels=("tiktok_ad",))
def sign_refused_by_tiktok(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An emoji, a brace or a hash in a TikTok ad.

    What it does
        Finds emoji, { } and # in the texts of a TikTok ad. Some pages allow emoji in the captions of Spark ads: hence no blocking.
    Why
        TikTok's specifications list them as not supported.
    En français
        Signe que TikTok refuse
        Les spécifications de TikTok excluent émojis, accolades et dièses.
    Example
        Bad (en, tiktok_ad.text): Your zip broke. We mend it 🧵 #mending
        Good (en, tiktok_ad.text): Your zip broke. We mend it.
        Bad (fr, tiktok_ad.text): Le chat dort sur ta commande 🐈
        Good (fr, tiktok_ad.text): Le chat dort sur ta commande, n° 12.
    Source
        TikTok, Global App Bundle image ad specifications, https://ads.tiktok.com/help, read 2026-11-21.
    """
    for match in REFUSED.finditer(text.prose.text):
        if match.group() not in "{}" or not text.prose.is_protected(*match.span()):
            fix = Fix(replacement="", safety="safe") if match.group()[-1:] not in "{}#" else None
            yield Hit(match.start(), match.end(), MESSAGE.fill(sign=match.group().strip()), SUGGESTION, fix)
