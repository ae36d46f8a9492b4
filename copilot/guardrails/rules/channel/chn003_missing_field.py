from collections.abc import Iterator, Sequence

from copilot.channels import field_name
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

ABSENT = both("The field '{name}' is missing or empty: the piece is not whole.", "Le champ « {name} » manque ou est vide : le texte n'est pas entier.")
WRITE = both("Write '{name}'.", "Écrivez « {name} ».")
MESSAGE = both(
    "{count} of {least} '{name}' texts: the place takes nothing with fewer.", "{count} texte(s) « {name} » sur {least} : la place n'accepte rien à moins."
)
SUGGESTION = both("Write {missing} more.", "Écrivez-en encore {missing}.")
DISPENSABLE = frozenset({"preheader", "call_to_action", "outline", "slug", "meta_description"})
"""Fields that every draft is asked for, and that the place takes a piece without; CHN041 advises on the first."""
DISPENSABLE_OF = {"meta_ad": frozenset({"description"})}
ADS = frozenset({"google_rsa", "google_pmax", "google_display", "google_demand_gen", "microsoft_rsa"})


@rule("CHN003", "missing-field", level="blocking", last_reviewed="2026-11-22", scope="copy")
def missing_field(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """A mandatory field that is missing or empty.

    What it does
        Counts the filled texts of each kind against the least that the channel needs (`least` in `channels.py`). It speaks of what is whole: every draft, a
        bulk row with `"whole": true`, and a responsive ad of Google or Microsoft with two kinds of text or more. In other copy, which may be a field or two
        checked alone, it speaks only of a mandatory field that is given and empty. A preheader, a call to action, a slug, a meta description, an outline and the
        description of a Meta ad are no mandatory fields: the place takes a piece without them.
    Why
        The platform refuses the ad; an e-mail leaves without its body.
    En français
        Champ obligatoire absent ou vide
        La plateforme refuse l'annonce ; un e-mail part sans son message.
    Example
        Bad (en, google_rsa): headline_1=Waxed jackets | headline_2=Mended in Hexham | description_1=We mend them for life. | description_2=Post it to us.
        Good (en, google_rsa): headline_1=Waxed jackets | headline_2=Mended in Hexham | headline_3=Eight days | description_1=We mend. | description_2=Post it.
        Good (en, google_rsa): headline_1=Waxed jackets
        Good (en, email): subject=Your old jacket can come home
        Bad (fr, google_rsa): headline_1=Chaussons | headline_2=Laine bouillie | headline_3=49 € | description_1=Faits ici.
        Good (fr, google_rsa): headline_1=Chaussons | headline_2=Laine bouillie | headline_3=49 € | description_1=Faits ici. | description_2=À la main.
    Source
        Google Ads API, Responsive search ads (3-15 headlines, 2-4 descriptions),
        https://developers.google.com/google-ads/api/docs/responsive-search-ads/overview, read 2026-11-21.
    """
    if grounds.channel is None or not texts:
        return
    given = {name: [text for text in texts if field_name(text.key) == name] for name in (field.name for field in grounds.channel.fields)}
    filled = {name: [text for text in own if text.prose.text.strip()] for name, own in given.items()}
    whole = grounds.whole or (grounds.channel.name in ADS and sum(map(bool, filled.values())) > 1)
    for field in grounds.channel.fields:
        own = filled[field.name]
        if field.name in DISPENSABLE | DISPENSABLE_OF.get(grounds.channel.name, frozenset()):
            continue
        if len(own) >= field.least or not (whole or (given[field.name] and not own)):
            continue
        place = (own or given[field.name] or texts)[-1 if own else 0]
        end = len(place.prose.text) if own else 0
        if own or field.least > 1:
            yield Hit(
                end, end, MESSAGE.fill(count=len(own), least=field.least, name=field.name), SUGGESTION.fill(missing=field.least - len(own)), key=place.key
            )
        else:
            yield Hit(end, end, ABSENT.fill(name=field.name), WRITE.fill(name=field.name), key=place.key)
