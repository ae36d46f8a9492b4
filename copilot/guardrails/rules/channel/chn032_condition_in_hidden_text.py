import re
from collections.abc import Iterator, Sequence

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

WEIGHTY = re.compile(
    r"\b(?:t&cs?|terms (?:and conditions )?apply|conditions apply|subject to|excludes?|excluding|minimum (?:spend|order)|new customers only|members only|while stocks last)\b"
    r"|\b(?:sous (?:réserve|conditions?)|voir conditions|hors (?:frais|promotions?|livraison)|dès \d+ ?€ d'achat|dans la limite|nouveaux clients|offre réservée|taeg)\b"
)
MESSAGE = both("'{text}' stands only here, where many placements show nothing.", "« {text} » n'est dit qu'ici, que bien des emplacements n'affichent pas.")
SUGGESTION = both("Say it in the primary text or the headline.", "Dites-le dans le texte principal ou le titre.")


@rule("CHN032", "condition-in-hidden-text", level="scoring", last_reviewed="2026-11-22", scope="copy", channels=("meta_ad",))
def condition_in_hidden_text(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """A condition that stands only in the description of a Meta ad.

    What it does
        Looks in the description for conditions (hors frais, new customers only, terms apply) that neither primary text nor headline says. A price passes.
    Why
        The description is often hidden, and Meta asks for nothing essential there; a condition that is not seen is not given.
    En français
        Condition dite seulement dans la description
        La description est souvent masquée : une condition que personne ne voit n'a pas été donnée.
    Example
        Bad (en, meta_ad): primary_text=The Odette jacket is back. | headline=Odette | description=£49, new customers only
        Good (en, meta_ad): primary_text=The Odette jacket is back, £49. | headline=Odette | description=£49, a little stubborn
        Bad (fr, meta_ad): primary_text=Boniface porte le bois. | headline=Boniface va au bois | description=68 €, hors frais de port
        Good (fr, meta_ad): primary_text=Boniface porte le bois. | headline=Boniface va au bois | description=40 x 70 cm, un peu têtu
    Source
        Meta ad copy specs, https://adsuploader.com/blog/meta-ad-copy-specs, read 2026-11-21.
    """
    others = " ".join(text.prose.scan for text in texts if text.key != "description")
    hidden = next((text for text in texts if text.key == "description"), None)
    if hidden is None or not others:
        return
    seen = re.sub(r"\s", "", others)
    for match in WEIGHTY.finditer(hidden.prose.scan):
        if re.sub(r"\s", "", match.group()) not in seen:
            start, end = match.span()
            yield Hit(start, end, MESSAGE.fill(text=hidden.prose.text[start:end]), SUGGESTION, key=hidden.key)
