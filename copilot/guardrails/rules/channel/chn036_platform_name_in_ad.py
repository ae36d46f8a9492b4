import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

NAME = re.compile(r"(?<![\w@#.])linkedin(?!\w)")
MESSAGE = both(
    "LinkedIn does not want its name, or the look of a partnership, in an ad.", "LinkedIn ne veut ni son nom, ni l'air d'un partenariat, dans une publicité."
)
SUGGESTION = both('Say it without the name: "here", "your network".', "Dites-le sans le nom : « ici », « votre réseau ».")


@rule("CHN036", "platform-name-in-ad", level="advice", last_reviewed="2026-11-22", channels=("linkedin_ad", "linkedin_message"))
def platform_name_in_ad(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """LinkedIn's name in a LinkedIn ad.

    What it does
        Finds the name LinkedIn in the texts of LinkedIn ads; addresses and handles pass.
    Why
        The network's rules forbid its name and any implied affiliation in copy.
    En français
        Nom de LinkedIn dans une publicité LinkedIn
        Les règles du réseau excluent son nom et toute affiliation supposée.
    Example
        Bad (en, linkedin_ad.intro): The jacket all of LinkedIn talks about.
        Good (en, linkedin_ad.intro): The jacket your colleagues talk about.
        Bad (fr, linkedin_ad.intro): Le tricot préféré de LinkedIn.
        Good (fr, linkedin_ad.intro): Le tricot préféré du troisième étage.
    Source
        RollWorks, LinkedIn Ads specifications, https://help.rollworks.com, read 2026-11-21.
    """
    for match in NAME.finditer(text.prose.scan):
        yield Hit(match.start(), match.end(), MESSAGE, SUGGESTION)
