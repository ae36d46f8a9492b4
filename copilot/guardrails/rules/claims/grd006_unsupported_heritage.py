import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.figures import figures
from copilot.language.prose import Locale, Prose
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:since|est\.?|established in|founded in|founded|born in|in business since|going since|back to) (?:the )?(?:1[6-9]|20)\d\d(?:s\b)?"
        r"|(?:for |over |through |across |handed down )?(?:two|three|four|five|six|seven|\d|several|many) generations\b"
        r"|(?:second|third|fourth|fifth|sixth)[- ]generation (?:family|business|maker|brewer|baker|company|craftsm\w+|farm)\b"
        r"|centur(?:y|ies)[- ]old (?:recipe|tradition|craft|know-how|savoir-faire|family)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:depuis|dès|fondée?s? en|créée?s? en|née?s? en|établie?s? en|maison fondée en|remonte à) (?:l'an |l'année |le )?(?:1[6-9]|20)\d\d\b"
        r"|(?:depuis|en|sur|par) (?:deux|trois|quatre|cinq|six|sept|\d|plusieurs) générations\b|de père en fils\b|de génération en génération\b"
        r"|(?:savoir-faire|tradition|recette|méthode) (?:[\w-]+ )?(?:séculaires?|ancestra(?:l|le|ux|les)|centenaires?|vieille? de plusieurs siècles)\b"
        r"|maison (?:centenaire|plus que centenaire)\b)"
    ),
}  # fmt: skip
MESSAGE = both("'{text}': nobody stated how old the house is.", "« {text} » : personne n'a dit l'âge de la maison.")
SUGGESTION = both(
    "Take the year from the brief or the claim bank, or leave the history out.",
    "Reprenez l'année du brief ou de la banque d'allégations, ou laissez l'histoire de côté.",
)


@rule("GRD006", "unsupported-heritage", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def unsupported_heritage(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A past that nothing backs.

    What it does
        Where there is a brief, compares founding years (since 1952, fondée en 1898) and generations (three generations) with the brief and the claims in
        force. Bare years elsewhere pass.
    Why
        Age sells, so models give every house a grandfather.
    En français
        Passé que rien n'appuie
        L'âge fait vendre : les modèles donnent un grand-père à toutes les maisons.
    Example
        Bad (en): Making jackets since 1952.
        Good (en): In 1952 it snowed.
        Bad (fr): Des vestes depuis 1952.
        Good (fr): En 1952, il neigeait.
    Source
        ASA, CAP Code 3.7, https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21; code de la consommation L121-2, general
        practice.
    """
    if grounds.brief is None:
        return
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        piece = text.prose.text[start:end]
        years = [figure for figure in figures(Prose(piece, grounds.locale)) if figure.value > 1500]
        if years and (years[0].value > grounds.today.year - 2 or grounds.stated.holds_figure(years[0])):
            continue
        if not denied(text.prose, start) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=piece), SUGGESTION)
