import re
from collections.abc import Iterator, Sequence

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"#(?:sp|spon|collab|collaboration|partner|partnership|gifted|prgift|ambassador|brandambassador)\b|\b(?:(?:thanks?|thank you) to @\w+"
        r"|(?:gifted|sent to me|kindly sent|given to me) by @\w+|use my (?:discount |promo )?(?:code|link)\b|my (?:discount |promo )code\b"
        r"|in (?:partnership|collaboration) with @\w+)"
    ),
    "fr": re.compile(
        r"#(?:sp|spon|collab|collaboration|partner|partenariat|partenaire|ambassadrice|ambassadeur|gifted|produitoffert)\b|@\w+ m'a (?:offert|envoyé)"
        r"|\b(?:merci (?:à|aux?) @\w+|(?:en (?:partenariat|collaboration) avec|offert(?:e)? par|envoyée? par) @\w+"
        r"|mon (?:petit )?code (?:promo|de réduction|[a-z]{2,}\d+)|avec mon (?:code|lien)\b)"
    ),
}  # fmt: skip
LABEL = re.compile(
    r"publicité|collaboration commerciale|sponsorisé|partenariat rémunéré|#pub\b|#publicite|(?<![\w#])ad(?: |:|\n|$|\])|#ad\b|#advert|advertisement"
    r"|advert\b|paid partnership|sponsored|produit offert par la marque"
)
MESSAGE = both("'{text}': a paid or gifted post has to say so.", "« {text} » : un contenu payé ou offert doit le dire.")
SUGGESTION = both(
    'Open with "Publicité" or "Collaboration commerciale" (UK: "Ad"), and keep it in view throughout.',
    "Commencez par « Publicité » ou « Collaboration commerciale » (UK : « Ad »), visible du début à la fin.",
)


@rule("LAW028", "unlabelled-partnership", level="scoring", last_reviewed="2026-11-22", scope="copy", anchors=anchors_for(PATTERNS))
def unlabelled_partnership(texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
    """A partnership without its label.

    What it does
        Finds the marks of a paid or gifted post (#sp, #collab, #gifted, 'my code LEA10', merci à @marque) where no field says Publicité, Collaboration
        commerciale, Ad or the like. A brand's own promo code passes.
    Why
        French law 2023-451 asks for a clear mention for the whole post; #sp or #collab alone do not do, and the UK and the US ask the same.
    En français
        Partenariat sans mention
        La loi 2023-451 veut une mention claire pendant tout le contenu ; #sp ou #collab seuls ne suffisent pas, et le Royaume-Uni comme les États-Unis
        demandent de même.
    Example
        Bad (en): Loving this jacket #collab
        Good (en): Use the code ODETTE10 at the till.
        Bad (fr): J'adore cette veste, merci à @sample #collab
        Good (fr): Avec le code ODETTE10 en caisse.
    Source
        Loi 2023-451, art. 5, and ordonnance 2024-978, https://masea-expertise.fr (20 November 2024), read 2026-11-21; UK and US: general practice.
    """
    found = [(text, *span) for text in texts for span in spans(PATTERNS[grounds.locale], text.prose)]
    if not found or any(LABEL.search(text.prose.scan) for text in texts):
        return
    for text, start, end in found:
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION, key=text.key)
