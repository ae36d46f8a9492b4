from collections.abc import Iterator, Sequence

from copilot.channels import field_name
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

MESSAGE = both(
    "{count} of {least} '{name}' texts: the place takes no ad with fewer.", "{count} texte(s) « {name} » sur {least} : la place refuse l'annonce à moins."
)
SUGGESTION = both("Write {missing} more.", "Écrivez-en encore {missing}.")


@rule(
    "CHN003",
    "missing-field",
    level="blocking",
    last_reviewed="2026-11-22",
    scope="copy",
    channels=("google_rsa", "google_pmax", "google_display", "google_demand_gen", "microsoft_rsa"),
)
def missing_field(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """Too few texts for the ad.

    What it does
        Counts the filled texts of each kind against the least that a responsive ad needs. It speaks only of a whole ad (two kinds of text or more): a
        headline checked alone passes.
    Why
        The platform refuses the ad.
    En français
        Trop peu de textes pour l'annonce
        La plateforme refuse l'annonce.
    Example
        Bad (en, google_rsa): headline_1=Waxed jackets | headline_2=Mended in Hexham | description_1=We mend them for life. | description_2=Post it to us.
        Good (en, google_rsa): headline_1=Waxed jackets | headline_2=Mended in Hexham | headline_3=Eight days | description_1=We mend. | description_2=Post it.
        Good (en, google_rsa): headline_1=Waxed jackets
        Bad (fr, google_rsa): headline_1=Chaussons | headline_2=Laine bouillie | headline_3=49 € | description_1=Faits ici.
        Good (fr, google_rsa): headline_1=Chaussons | headline_2=Laine bouillie | headline_3=49 € | description_1=Faits ici. | description_2=À la main.
    Source
        Google Ads API, Responsive search ads (3-15 headlines, 2-4 descriptions),
        https://developers.google.com/google-ads/api/docs/responsive-search-ads/overview, read 2026-11-21.
    """
    if grounds.channel is None:
        return
    keys: dict[str, list[FieldText]] = {}
    for text in texts:
        if text.prose.text.strip():
            keys.setdefault(field_name(text.key), []).append(text)
    known = [field for field in grounds.channel.fields if field.name in keys]
    if len(known) < 2:
        return
    for field in grounds.channel.fields:
        own = keys.get(field.name, [])
        if len(own) < field.least:
            last = own[-1] if own else keys[known[-1].name][-1]
            message = MESSAGE.fill(count=len(own), least=field.least, name=field.name)
            yield Hit(len(last.prose.text), len(last.prose.text), message, SUGGESTION.fill(missing=field.least - len(own)), key=last.key)
