from collections.abc import Iterator, Sequence

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MESSAGE = both("Path 2 stands here without path 1.", "Le chemin 2 est rempli, le chemin 1 ne l'est pas.")
SUGGESTION = both("Move it to path 1.", "Mettez-le dans le chemin 1.")


@rule("CHN018", "second-path-alone", level="blocking", last_reviewed="2026-11-22", scope="copy", channels=("google_rsa", "microsoft_rsa"))
def second_path_alone(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """Path 2 without path 1.

    What it does
        Flags a filled `path_2` where `path_1` is missing or empty.
    Why
        The platform accepts the second only after the first.
    En français
        Chemin 2 sans chemin 1
        La plateforme n'accepte le second qu'après le premier.
    Example
        Bad (en, google_rsa): path_2=jackets
        Good (en, google_rsa): path_1=jackets | path_2=waxed
        Bad (fr, google_rsa): headline_1=Chaussons | path_2=laine
        Good (fr, google_rsa): headline_1=Chaussons | path_1=laine
    Source
        Google Ads API, ResponsiveSearchAdInfo, https://developers.google.com/google-ads/api/reference/rpc/v21/ResponsiveSearchAdInfo, read 2026-11-21.
    """
    paths = {text.key: text for text in texts if text.prose.text.strip()}
    second = paths.get("path_2")
    if second is not None and "path_1" not in paths and "path" not in paths:
        yield Hit(0, len(second.prose.text), MESSAGE, SUGGESTION, key="path_2")
