from collections.abc import Iterator, Sequence

from copilot.channels import field_name
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

SHORT = {"headline": 15, "description": 60}
MESSAGE = both(
    "Performance Max asks for one {name} of {limit} characters or fewer; this is the shortest here.",
    "Performance Max demande un(e) {name} de {limit} signes au plus ; voici le plus court.",
)
SUGGESTION = both("Write one that fits the smallest places.", "Écrivez-en un qui tienne dans les plus petites places.")


@rule("CHN023", "no-short-text", level="advice", last_reviewed="2026-11-22", scope="copy", channels=("google_pmax",))
def no_short_text(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """No short text in a Performance Max set.

    What it does
        Looks for one headline of 15 characters or fewer and one description of 60 or fewer in sets that hold the least number of each; flags the shortest.
    Why
        The smallest places can show nothing else. Google's pages differ on whether it is required, so this only advises.
    En français
        Aucun texte court dans un lot Performance Max
        Les plus petites places ne peuvent rien montrer d'autre. Les pages de Google divergent sur l'obligation : c'est un conseil.
    Example
        Bad (en, google_pmax): headline_1=Waxed jackets mended here | headline_2=A zip in eight days | headline_3=Mended since 1911, twice
        Good (en, google_pmax): headline_1=Waxed jackets mended here | headline_2=A zip in eight days | headline_3=Since 1911
        Bad (fr, google_pmax): headline_1=Chaussons en laine de Creuse | headline_2=Semelle de cuir cousue | headline_3=Du 35 au 46, à 49 €
        Good (fr, google_pmax): headline_1=Chaussons en laine de Creuse | headline_2=Semelle de cuir cousue | headline_3=49 €
    Source
        About text assets for Performance Max, https://support.google.com/google-ads/answer/14528373, read 2026-11-21.
    """
    for name, limit in SHORT.items():
        own = [text for text in texts if field_name(text.key) == name and text.spec is not None and text.prose.text.strip()]
        if not own or own[0].spec is None or len(own) < own[0].spec.least:
            continue
        spec = own[0].spec
        shortest = min(own, key=lambda text: spec.length(text.prose.text))
        if spec.length(shortest.prose.text) > limit:
            label = both(name, "titre" if name == "headline" else "description")
            yield Hit(0, len(shortest.prose.text), MESSAGE.fill(name=label, limit=limit), SUGGESTION, key=shortest.key)
