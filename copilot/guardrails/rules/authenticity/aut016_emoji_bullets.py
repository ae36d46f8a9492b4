import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

BULLET = re.compile(r"^[ \t]*(?:[-*•] ?)?([\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55\u25b6\u2139])\ufe0f?", re.MULTILINE)
LEAST = 3
MESSAGE = both("{count} lines that begin with an emoji.", "{count} lignes qui commencent par un emoji.")
SUGGESTION = both("Plain dashes, or three sentences.", "De simples tirets, ou trois phrases.")


@rule("AUT016", "emoji-bullets", level="scoring", last_reviewed="2026-11-22")
def emoji_bullets(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Emoji for bullets.

    What it does
        Flags three or more lines that begin with an emoji. The brand's own emoji (`style.emoji` in voice.yaml) pass.
    Why
        The look of a chat answer pasted into copy; a screen reader reads each one out (`white heavy check mark`).
    En français
        Emoji en guise de puces
        L'allure d'une réponse de chat collée telle quelle (2,6 % des pages en 2022, 7,5 % ensuite) ; un lecteur d'écran les prononce tous.
    Example
        Bad (en): ✅ Soft wool\\n✅ Free returns\\n🚀 Fast delivery
        Good (en): Soft wool, free returns. 🧶
        Bad (fr): ✅ Laine douce\\n✅ Retours gratuits\\n🚀 Livraison rapide
        Good (fr): 🧶 Laine douce\\n🧶 Retours gratuits\\n🧶 Envoi lundi
    Source
        Public French service pages of 2022 and of 2024-26 (OR 3.0, 1.2-7.2), measured 2026-11-21.
    """
    if text.prose.text.isascii() or "\n" not in text.prose.text:
        return
    own = grounds.house.guide.voice.style.emoji if grounds.house else ()
    bullets = [match for match in BULLET.finditer(text.prose.text) if not any(match[1] in emoji for emoji in own)]
    if len(bullets) >= LEAST:
        yield Hit(*bullets[0].span(1), MESSAGE.fill(count=len(bullets)), SUGGESTION)
