from collections.abc import Iterator, Sequence

from copilot.channels import field_name
from copilot.guardrails.checks.places import HEADLINES, SEARCH
from copilot.guardrails.checks.sameness import content, holds
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

ADDED = 2
"""Words of matter that a description may add and still say nothing new."""
MESSAGE = both("The headline '{other}' says this already.", "Le titre « {other} » le dit déjà.")
SUGGESTION = both("Let the description add what the headline could not hold.", "Que la description ajoute ce qui ne tenait pas dans le titre.")


@rule("CHN022", "same-claim-twice", level="advice", last_reviewed="2026-11-22", scope="copy", channels=(*SEARCH, "meta_ad", "linkedin_ad", "pinterest_ad"))
def same_claim_twice(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """A description that repeats a headline.

    What it does
        Looks in the descriptions for the content words of a headline (three at least), in the same order with nothing but small words between, where the
        description adds no more than two words of matter. A fact of the headline said again among others passes: any text may be shown without the other.
    Why
        The two stand one under the other; the second line is spent on nothing new.
    En français
        Description qui répète un titre
        Les deux s'affichent l'un sous l'autre ; la seconde ligne n'apprend rien.
    Example
        Bad (en, google_rsa): headline_1=Waxed jackets mended in Hexham | description_1=Our waxed jackets are mended in Hexham by Agnes.
        Good (en, google_rsa): headline_1=Waxed jackets mended in Hexham | description_1=Agnes puts in a new zip. Eight days, £18.
        Bad (fr, google_rsa): headline_1=Chaussons en laine de Creuse | description_1=Des chaussons en laine de Creuse, faits ici.
        Good (fr, google_rsa): headline_1=Chaussons en laine de Creuse | description_1=Semelle de cuir, du 35 au 46, 49 €.
    Source
        General practice for responsive ads, not verified against the text; the measure is our own.
    """
    headlines = [(text.prose.text, content(text.prose)) for text in texts if field_name(text.key) in HEADLINES]
    for text in texts:
        if field_name(text.key) not in ("description", "primary_text", "intro"):
            continue
        own = content(text.prose)
        for headline, theirs in headlines:
            if len(theirs) >= 3 and len(own) <= len(theirs) + ADDED and holds(own, theirs) >= 0:
                yield Hit(0, len(text.prose.text), MESSAGE.fill(other=headline), SUGGESTION, key=text.key)
                break
