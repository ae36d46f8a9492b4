import re
from collections.abc import Iterator

from copilot.guardrails.checks.emoji import EMOJI
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

MAYBE = re.compile("[\u203c\u2049\u231a-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]")
VARIANT = str.maketrans("", "", "\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
"""Presentation and skin tone: the same emoji to a brand."""
TEXT_SIGNS = frozenset("✓✗✔✘❤♥♦♣♠★☆✂☎✉")
"""Signs that fonts print in black; an emoji only where U+FE0F follows."""
MESSAGE = both("{text} is not among the brand's emoji ({own}).", "{text} n'est pas un emoji de la marque ({own}).")
SUGGESTION = both("Take it out, or add it to `style.emoji` in voice.yaml.", "Retirez-le, ou ajoutez-le à `style.emoji` dans voice.yaml.")


@rule("VOI007", "foreign-emoji", level="scoring", last_reviewed="2026-11-22")
def foreign_emoji(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An emoji that is not the brand's.

    What it does
        Compares each emoji with `style.emoji` in voice.yaml (an empty list allows none); skin tone and presentation do not matter. Flags one of each kind in
        a field. ©, ®, ™ and signs printed as text pass. The fix deletes it with the space before.
    Why
        The brand chose them like words; a screen reader reads each of them out.
    En français
        Un emoji qui n'est pas de la marque
        La marque les a choisis comme des mots ; un lecteur d'écran les prononce tous.
    Example
        Bad (en): New wool is here 🎉
        Good (en): New wool is here 🧶
        Bad (fr): La laine est arrivée 🎉
        Good (fr): La laine est arrivée 🧶
    Source
        The brand's own voice.yaml, `style.emoji`.
    """
    if not grounds.house or not MAYBE.search(text.prose.text):
        return
    emoji = grounds.house.guide.voice.style.emoji
    own, seen = {sign.translate(VARIANT) for sign in emoji}, set[str]()
    for match in EMOJI.finditer(text.prose.text):
        sign = match.group().translate(VARIANT)
        if sign in own or sign in seen or (sign in TEXT_SIGNS and "\ufe0f" not in match.group()) or text.prose.is_protected(*match.span()):
            continue
        seen.add(sign)
        start = match.start() - 1 if text.prose.text[: match.start()].endswith((" ", "\u00a0", "\u202f")) else match.start()
        own_words = both(" ".join(emoji) or "none", " ".join(emoji) or "aucun")
        yield Hit(start, match.end(), MESSAGE.fill(text=match.group(), own=own_words), SUGGESTION, Fix(replacement="", safety="unsafe"))
