import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

SLASH = re.compile(r"\s{0,20}[/\\\n]+\s{0,20}")
MESSAGE = both("A path takes no slash and no line break.", "Un chemin n'accepte ni barre oblique ni retour à la ligne.")
SUGGESTION = both("Put the second part in path 2.", "Mettez la seconde partie dans le chemin 2.")


@rule("CHN017", "path-with-slash", level="blocking", last_reviewed="2026-11-22", channels=("google_rsa", "microsoft_rsa"), fields=("path",))
def path_with_slash(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A slash in a display path.

    What it does
        Finds slashes and line breaks in path 1 and path 2. At either end the fix drops them; inside it offers a hyphen.
    Why
        The platform sets the slash between the two paths itself and refuses another.
    En français
        Barre oblique dans un chemin
        La plateforme pose elle-même la barre entre les deux chemins et refuse toute autre.
    Example
        Bad (en, google_rsa.path): /jackets
        Good (en, google_rsa.path): jackets
        Bad (fr, google_rsa.path): laine/homme
        Good (fr, google_rsa.path): laine-homme
    Source
        Google Ads API, ResponsiveSearchAdInfo, https://developers.google.com/google-ads/api/reference/rpc/v21/ResponsiveSearchAdInfo, read 2026-11-21.
    """
    for match in SLASH.finditer(text.prose.text):
        outer = match.start() == 0 or match.end() == len(text.prose.text)
        yield Hit(match.start(), match.end(), MESSAGE, SUGGESTION, Fix(replacement="" if outer else "-", safety="safe" if outer else "unsafe"))
