import re
from collections.abc import Iterator

from copilot.guardrails.checks.places import GOOGLE
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

MARK = re.compile(r"[ \u00a0\u202f]?[!¡！]+(?:[ \u00a0\u202f]?[!！]){0,5}")
MESSAGE = both("Google takes no exclamation mark in a headline.", "Google n'accepte pas de point d'exclamation dans un titre.")
SUGGESTION = both("Take it off, or move the cheer to a description.", "Enlevez-le, ou gardez l'élan pour une description.")


@rule("CHN010", "exclamation-in-headline", level="blocking", last_reviewed="2026-11-22", channels=GOOGLE, fields=("headline", "long_headline"))
def exclamation_in_headline(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An exclamation mark in a Google headline.

    What it does
        Finds exclamation marks in headlines of Google ads. A brand's own name with its mark (Yahoo!) passes when it is listed in
        voice.yaml.
    Why
        Google's editorial standards name it among what is not allowed (older page; the current one forbids gimmicky punctuation). The ad is refused.
    En français
        Point d'exclamation dans un titre Google
        Les règles éditoriales de Google le citent parmi ce qui est refusé (page ancienne ; l'actuelle interdit la ponctuation tapageuse).
    Example
        Bad (en, google_rsa.headline): Big jacket sale on now!
        Good (en, google_rsa.headline): Big jacket sale on now
        Good (en, google_rsa.description): Post us the zip. We'll mend it!
        Bad (fr, google_rsa.headline): Les soldes, c'est parti !
        Good (fr, google_rsa.headline): Les soldes, c'est parti
    Source
        Google Ads, Editorial standards (older page), https://support.google.com/adwordspolicy/answer/176095, read 2026-11-21.
    """
    if "!" not in text.prose.text and "！" not in text.prose.text:
        return
    names = [name for name in grounds.house.guide.voice.names if "!" in name] if grounds.house else []
    for match in MARK.finditer(text.prose.text):
        begins = match.group().lstrip()[0] == "¡"
        if text.prose.is_protected(*match.span()) or any(text.prose.text[: match.end()].endswith(name) for name in names):
            continue
        yield Hit(match.end() - 1 if begins else match.start(), match.end(), MESSAGE, SUGGESTION, Fix(replacement="", safety="safe"))
