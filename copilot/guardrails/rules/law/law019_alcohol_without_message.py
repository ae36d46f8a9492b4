from collections.abc import Iterator, Sequence

from copilot.guardrails.checks.alcohol import DRINKS, sold_drink
from copilot.guardrails.checks.anchors import anchors_of
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

HEALTH = ("abus d'alcool", "alcool est dangereux", "consommer avec modération", "drink responsibly", "abuse of alcohol")
MESSAGE = both("This sells alcohol: French law wants the health message.", "Ce texte vend de l'alcool : la loi veut le message sanitaire.")
SUGGESTION = both(
    "Add: \"L'abus d'alcool est dangereux pour la santé, à consommer avec modération.\"",
    "Ajoutez : « L'abus d'alcool est dangereux pour la santé, à consommer avec modération. »",
)


@rule(
    "LAW019",
    "alcohol-without-message",
    level="blocking",
    last_reviewed="2026-11-22",
    jurisdictions=("fr",),
    scope="copy",
    anchors={"en": anchors_of(DRINKS["en"]), "fr": anchors_of(DRINKS["fr"])},
)
def alcohol_without_message(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """Alcohol without the health message.

    What it does
        Finds a drink by name beside a word of the trade (bottle, estate, to taste, price ...) where no field carries the message on the abuse of alcohol.
        Vinegar, pot-de-vin, wine-red, alcohol-free drinks and a drink named in passing pass.
    Why
        The Évin law asks for the message in all advertising for alcohol in France.
    En français
        Alcool sans message sanitaire
        La loi Évin veut le message dans toute publicité pour l'alcool en France.
    Example
        Bad (en): Our gin, 70 cl, £32 a bottle.
        Good (en): Wine-red wool, £49.
        Bad (fr): Notre gin, 32 € la bouteille.
        Good (fr): Une laine lie de vin, 49 €.
        Good (fr): Notre gin, 32 €. L'abus d'alcool est dangereux pour la santé, à consommer avec modération.
    Source
        Code de la santé publique, L3323-4, ministerial answer of 22 February 2022, https://aeccompta.com, and https://www.drogues-info-service.fr, read
        2026-11-21.
    """
    if any(message in text.prose.scan for text in texts for message in HEALTH):
        return
    for text in texts:
        drink = sold_drink(text.prose)
        if drink:
            yield Hit(*drink, MESSAGE, SUGGESTION, key=text.key)
            return
