from collections import Counter
from collections.abc import Iterator, Sequence

from copilot.channels import field_name
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MESSAGE = both("One '{name}' too many: the place takes {most}.", "Un « {name} » de trop : la place en accepte {most}.")
SUGGESTION = both("Keep the {most} that differ most.", "Gardez les {most} qui diffèrent le plus.")


@rule("CHN004", "too-many-fields", level="blocking", last_reviewed="2026-11-22", scope="copy")
def too_many_fields(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """More texts than the place takes.

    What it does
        Counts the texts of each kind against the most that the channel takes (`most` in `channels.py`) and marks those beyond.
    Why
        The platform refuses the ad, or leaves the last ones out without a word.
    En français
        Plus de textes que la place n'en accepte
        La plateforme refuse l'annonce, ou laisse les derniers de côté sans rien dire.
    Example
        Bad (en, google_rsa): description_1=We mend. | description_2=Post it. | description_3=Eight days. | description_4=No fee. | description_5=Hexham.
        Good (en, google_rsa): description_1=We mend. | description_2=Post it. | description_3=Eight days. | description_4=No fee.
        Bad (fr, google_rsa): path_1=chaussons | path_2=laine | path_3=homme
        Good (fr, google_rsa): path_1=chaussons | path_2=laine
    Source
        Google Ads API, Responsive search ads, https://developers.google.com/google-ads/api/docs/responsive-search-ads/overview, read 2026-11-21.
    """
    if grounds.channel is None:
        return
    count: Counter[str] = Counter()
    for text in texts:
        name = field_name(text.key)
        if text.spec is None or not text.prose.text.strip():
            continue
        count[name] += 1
        if count[name] > text.spec.most:
            yield Hit(0, len(text.prose.text), MESSAGE.fill(name=name, most=text.spec.most), SUGGESTION.fill(most=text.spec.most), key=text.key)
