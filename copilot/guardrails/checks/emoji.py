"""Emoji, counted as a reader sees them: a family, a flag or a hand with its skin tone is one."""

from __future__ import annotations

import re

_BASE = (
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff\u231a\u231b\u23e9-\u23f3\u23f8-\u23fa\u25fb-\u25fe\u2600-\u2604\u260e\u2611"
    "\u2614-\u2618\u261d\u2620-\u263a\u2640\u2642\u2648-\u2653\u265f-\u2668\u267b\u267e\u267f\u2692-\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u203c\u2049"
)
_ONE = rf"[{_BASE}][\ufe0e\ufe0f]?[\U0001f3fb-\U0001f3ff]?"
EMOJI = re.compile(rf"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_ONE}(?:\u200d{_ONE}|\u200d[\u2640\u2642]\ufe0f?){{0,6}}")
"""One emoji with all that belongs to it. ©, ® and ™ are letters here."""
SYMBOL = re.compile("[•‣▪▫■□●○◆◇►▶▸◀→←↑↓⇒➔➜➤★☆✓✔✗✘❤♥♦♣♠♪♫]\ufe0f?")
"""Bullets, arrows, stars and ticks."""
SIGN = re.compile(f"{EMOJI.pattern}|{SYMBOL.pattern}")
