import re
from collections.abc import Iterator

from copilot.guardrails.checks.places import SEARCH
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

STARTS = {
    "en": re.compile(r"^[\"'“(]?(?:(?:and(?! (?:yes|breathe|action|relax|so to bed))|or(?! else\b)|plus(?! sizes?| tard| fours| one)|including|as well as|so that|that's why)\b|…|\.\.\.|[,;:&+])"),
    "fr": re.compile(
        r"^[\"'«( ]{0,3}(?:(?:et(?! (?:si|hop|voilà|voila|toc|alors|pourquoi|vous|toi|moi|nous|pan|zut|ron|petit)\b)|ou(?! (?:acheter|trouver|est|dormir|manger|sortir|aller|partir)\b)|mais(?! (?:oui|non|si|où)\b)"
        r"|dont|ainsi que|y compris|afin de|c'est pourquoi)\b(?!-)|…|\.\.\.|[,;&+])"
    ),
}  # fmt: skip
ENDS = {
    "en": re.compile(r"(?:\b(?:and|or|but|the|an|your|our|my|their|than)|[,:;&+]|(?<!\w)-) ?$"),
    "fr": re.compile(r"(?:(?<![\w-])(?:et|ou|mais|de|du|des|le(?<!-le)|la(?<!la la)(?<!-la)|les(?<!-les)|au|aux|ses|ces|mes|vos|nos|votre|notre|dans|chez|par)|\b[ldcnsq]u?'|[,:;&+]|(?<!\w)-) ?$"),
}  # fmt: skip
MESSAGE = both("'{text}' leans on another text; alone it makes no sense.", "« {text} » s'appuie sur un autre texte ; seul, il ne tient pas.")
SUGGESTION = both(
    "Make it a whole thought: any two headlines may meet, in any order.",
    "Faites-en une pensée entière : deux titres quelconques peuvent se rencontrer, dans n'importe quel ordre.",
)


@rule(
    "CHN021", "dependent-headline", level="scoring", last_reviewed="2026-11-22", channels=SEARCH, fields=("headline", "long_headline", "description", "callout")
)
def dependent_headline(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A headline that cannot stand alone.

    What it does
        Finds texts that begin as a continuation (And…, Et…, dont…, a sign) or end in the air (a conjunction, an article, a comma, a colon). Turns that are
        whole although they begin so pass: « Et si on marchait ? », « Mais oui ».
    Why
        A responsive ad combines texts freely; a half sentence may meet the wrong half, or nobody.
    En français
        Titre qui ne tient pas seul
        Une annonce responsive combine les textes à sa guise ; une moitié de phrase peut tomber sur la mauvaise moitié.
    Example
        Bad (en, google_rsa.headline): And save 20% on zips
        Good (en, google_rsa.headline): Save 20% on zips
        Bad (fr, google_rsa.headline): Et la semelle est offerte
        Good (fr, google_rsa.headline): Et si on marchait ?
        Good (fr, google_rsa.headline): Octobre, et ça se sent
    Source
        Google Ads API, Responsive search ads (texts are shown in any order),
        https://developers.google.com/google-ads/api/docs/responsive-search-ads/overview, read 2026-11-21.
    """
    for pattern in (STARTS[grounds.locale], ENDS[grounds.locale]):
        match = pattern.search(text.prose.scan.rstrip())
        if match and match.end() > match.start():
            piece = text.prose.text[match.start() : match.end()].strip()
            yield Hit(match.start(), match.end(), MESSAGE.fill(text=piece), SUGGESTION)
