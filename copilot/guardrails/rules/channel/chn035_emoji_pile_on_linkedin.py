from collections.abc import Iterator

from copilot.guardrails.checks.emoji import EMOJI
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MOST = 4
MESSAGE = both("Emoji number {count}: LinkedIn takes four in an introduction.", "Émoji numéro {count} : LinkedIn en accepte quatre dans une introduction.")
SUGGESTION = both("Keep the one that says something.", "Gardez celui qui dit quelque chose.")


@rule("CHN035", "emoji-pile-on-linkedin", level="scoring", last_reviewed="2026-11-22", channels=("linkedin_ad",), fields=("intro",))
def emoji_pile_on_linkedin(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """More than four emoji in a LinkedIn ad.

    What it does
        Counts emoji as a reader sees them (a family or a flag is one) and marks the fifth and those after it.
    Why
        LinkedIn's specifications take four at most (read on a mirror, hence no blocking).
    En français
        Plus de quatre émojis dans une publicité LinkedIn
        Les spécifications de LinkedIn en acceptent quatre au plus.
    Example
        Bad (en, linkedin_ad.intro): We mend 🧵 zips 🧥 boots 🥾 hats 🎩 and dogs 🐕
        Good (en, linkedin_ad.intro): We mend 🧵 zips, boots 🥾, hats and one dog 🐕
        Bad (fr, linkedin_ad.intro): 🧶🧶🧶 Laine 🐑 lin 🌾 cuir 🐄
        Good (fr, linkedin_ad.intro): Laine 🐑, lin 🌾 et cuir, chez 👨‍👩‍👧‍👦
    Source
        LinkedIn help, Sponsored content specifications (mirror), https://www.linkedin.com/help/lms/answer/a426534, read 2026-11-21.
    """
    for count, match in enumerate(EMOJI.finditer(text.prose.text), 1):
        if count > MOST:
            yield Hit(match.start(), match.end(), MESSAGE.fill(count=count), SUGGESTION)
