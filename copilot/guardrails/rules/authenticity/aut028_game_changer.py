import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import meant
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"game[- ]chang(?:er|ers|ing)|(?:a |the )?paradigm shift"
        r"|disrupt(?:s|ing|ed)? (?:the|an|your|our|its|entire)\b(?: \w+ (?:industry|market|space|sector|category))?"
        r"|revolutioni[sz](?:e|es|ing|ed) (?:the|an|your|our|its|entire)(?: \w+)? (?:industry|market|world|way|space|sector|category|game|home|skincare"
        r"|routine)"
        r"|(?:change|changes|changing|changed) the game(?! (?:mode|settings|rules|score))|(?:next|new) big thing"
        r"|taking (?:the \w+ |the )?(?:world|internet|industry) by storm|(?:like )?nothing you've (?:ever )?(?:seen|tried|tasted|felt)(?: before)?"
        r"|break(?:s|ing)? the mou?ld|rais(?:e|es|ing) the bar(?= (?:for|in|on what|higher)|[.!])|holy grail of"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"game[- ]changers?|(?:chang|bouscul)(?:e|ent|er|era|eront|ant) (?:toute )?la donne|(?:rebat|rebattent|rebattre|rebattra) les cartes du"
        r"|(?:révolutionn)(?:e|ent|er|era|ant|ez) (?:le|la|les|l'|votre|vos|ta|ton|tout|notre) ?\w+"
        r"|(?:bouscul|chamboul|dynamit)(?:e|ent|er|era|ant|ons) (?:tous )?les codes|(?:bris|cass)(?:e|ent|er|ant) les codes|changement de paradigme"
        r"|disrupt(?:er|e|ent|ez|ons|ant)\b"
        r"|(?:une |la )?(?:petite|véritable|vraie|nouvelle|prochaine) révolution(?! (?:française|industrielle|russe|culturelle|agricole|solaire))(?: dans"
        r"| pour)?"
        r"|(?:une|la) révolution (?:pour (?:votre|vos|ta|ton)|(?:du|de la) (?:bien-être|beauté|sommeil|confort|cosmétique|skincare|rasage|nettoyage|ménage"
        r"|cuisine|mobilité|sport|minceur))"
        r"|ne laisse(?:nt|ra)? personne indifférent|du jamais[- ]vu|(?:met|mettre|place|placer) la barre (?:très |encore )?(?:plus )?haute?"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("'{text}': what changed?", "« {text} » : qu'est-ce qui change ?")
SUGGESTION = both("Say the one thing that is different from before.", "Dites la chose qui est différente d'avant.")


@rule("AUT028", "game-changer", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def game_changer(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Game-changer and kin.

    What it does
        Finds game-changer, paradigm shift, « change la donne », « révolutionne », « bouscule les codes ». Historical revolutions, denied and quoted ones
        pass.
    Why
        Announced so often that the game must be another one by now.
    En français
        Révolutions en tout genre
        Annoncées si souvent que le jeu a dû changer depuis longtemps.
    Example
        Bad (en): It's a game-changer for your kitchen.
        Good (en): He changed the game settings.
        Bad (fr): Une pantoufle qui change la donne.
        Good (fr): La Révolution française a commencé un mardi.
    Source
        Kobak et al., Science Advances 2025, https://arxiv.org/abs/2406.07016, read 2026-11-21 (game-changer among the style words counted in
        github.com/sam-paech/slop-score (contrast and word counts of 22 models), read 2026-11-21); French: usage.
    """
    for start, end in meant(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
