import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:proudly |lovingly |entirely |locally |ethically |100% )?(?:hand-?)?(?:hand )?(?:made|crafted|woven|knitted|sewn|stitched|grown|brewed|produced"
        r"|manufactured|designed|built|roasted|assembled|bottled|baked|sourced|spun|printed|distilled) (?:by hand |entirely |locally |right here |here "
        r"|with love |with care |ethically )?(?:in|from) (?:the (?:heart of )?|south of |north of )?(?=\w)"
    ),
    "fr": re.compile(
        r"\b(?:(?:fabriquée?s?|faite?s?|conçue?s?|cousue?s?|tissée?s?|tricotée?s?|assemblée?s?|cultivée?s?|brassée?s?|produite?s?|imaginée?s?|dessinée?s?"
        r"|façonnée?s?|torréfiée?s?|élaborée?s?|distillée?s?|confectionnée?s?|récoltée?s?) (?:et (?:assemblée?s?|fabriquée?s?|cousue?s?) )?(?:main |à la main "
        r"|entièrement |localement |avec amour |100 ?% |artisanalement ){0,2}(?:en|à|au|aux|dans (?:le|la|les|nos|notre)|au cœur (?:de|du|des)) (?=\w)"
        r"|made in (?=\w)|100 ?% (?:français(?:es?)?|made in france|fabrication française|local)\b"
        r"|(?:savoir-faire|fabrication|confection|production|qualité) (?:100 ?% )?(?:français|française|italienne|portugaise|artisanale française|européenne"
        r"|allemande|suisse|locale)\b"
        r"|origine (?:france|europe)\b)"
    ),
}  # fmt: skip
PLACE = re.compile(r"(?:the |la |le |les |l['’])?([A-ZÀ-Ý][\w'’-]+(?:[ -][A-ZÀ-Ý][\w'’-]+){0,2})")
MESSAGE = both("'{text}': nobody stated where it is made.", "« {text} » : personne n'a dit où c'est fait.")
SUGGESTION = both(
    "Take the place from the brief or the claim bank, or leave it out.", "Reprenez le lieu du brief ou de la banque d'allégations, ou retirez-le."
)


@rule("GRD005", "unsupported-origin", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def unsupported_origin(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A place of making that nothing backs.

    What it does
        Where there is a brief, compares 'made in', 'handcrafted in', 'fabriqué en', 'cousu à' with the brief, the claims in force and the brand's own names.
        Passes what is denied.
    Why
        Origin is a main characteristic, and 'Made in France' is a favourite invention of models.
    En français
        Origine que rien n'appuie
        L'origine est une caractéristique essentielle, et « fabriqué en France » est une invention favorite des modèles.
    Example
        Bad (en): Handmade in Portugal.
        Good (en): Handmade in Hexham.
        Good (en): Made in a hurry.
        Bad (fr): Fabriquée en France.
        Good (fr): Fait à la main, dans le bruit.
    Source
        Directive 2005/29/EC, article 6(1)(b) (number not verified against the text), https://eur-lex.europa.eu/eli/dir/2005/29/oj, read 2026-11-21; code de
        la consommation L121-2, general practice.
    """
    if grounds.brief is None:
        return
    own = grounds.house.names if grounds.house else frozenset()
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        place = PLACE.match(text.prose.text, end)
        if place is None and text.prose.scan[end - 1] in " '":
            continue
        end = place.end() if place else end
        known = place is not None and (place.group(1).split()[0].lower() in own or grounds.stated.holds(place.group(1)))
        if not known and not denied(text.prose, start) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
