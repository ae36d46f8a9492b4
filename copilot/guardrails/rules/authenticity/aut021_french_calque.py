import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_of
from copilot.guardrails.checks.wording import is_quoted
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

CALQUES: tuple[tuple[str, str], ...] = (
    (
        r"adress(?:er|e|ent|ez|ons|ant) (?:un|une|des|le|la|les|ce|ces|cette|vos|leurs?|tous) (?:besoin|problème|problématique|enjeu|défi|challenge|marché"
        r"|sujet|question)s?", "répondre à"),
    (r"délivr(?:er|e|ent|ez|ons|ant) (?:de la valeur|une valeur|des résultats|une expérience|du contenu|une solution|de meilleur\w*)", "apporter"),
    (r"(?:faire|fait|font|faisait|ferait) (?:du|plein de|beaucoup de) sens", "avoir du sens"),
    (r"(?:est|sont|suis|êtes|sommes|personnes?|équipes?|responsables?) en charge d(?:e|u|es|')", "chargé de"),
    (r"impact(?:er|e|ent|ez|ons|ant|é|ée|és|ées)(?! de\b)", "toucher, changer"),
    (r"basée?s? sur", "fondé sur"),
    (r"(?:une|des|cette|belle) opportunités? (?:de|d'|pour|unique)", "occasion"),
    (r"saisi(?:r|ssez|s) (?:l'|cette |une )opportunité", "saisir l'occasion"),
    (r"réalis(?:er|ez|e|ons|ent) (?:que|qu'|combien|à quel point)", "se rendre compte"),
    (r"initi(?:er|e|ez|ons|ent) (?:un|une|le|la|des|votre) (?:projet|démarche|processus|changement|conversation)", "lancer"),
    (r"implément(?:er|e|ez|ons|ent|ation|ations)", "mettre en place"),
    (r"prend(?:re|s|ez|ons) avantage de", "tirer parti de"),
    (r"sur une base (?:quotidienne|régulière|mensuelle|hebdomadaire|annuelle)", "chaque jour, régulièrement"),
    (r"confortables? avec (?:l'|le|la|les|vos|cette|ce)", "à l'aise avec"),
    (r"à la fin de la journée, (?:c'est|ce qui|il|on|nous)", "au bout du compte"),
    (r"solutionn(?:er|e|ez|ons|ent|é|ée)", "résoudre"),
    (r"(?:met|mettre|mettons|mettez) l'emphase", "l'accent"),
    (r"au final", "finalement"),
    (r"définitivement (?:un|une|le|la|les|votre|notre|adopt\w+|conquis\w*|l')", "vraiment, à coup sûr"),
    (r"focus(?:er|ez|é|ée)? sur|se focus", "se concentrer sur"),
    (r"prioris(?:er|ez|e|ons|ent|é|ée)", "donner la priorité à"),
    (r"faire une différence", "changer les choses"),
    (r"en support (?:de|d'|à)", "à l'appui de"),
    (r"expérienc(?:er|ez|é|ée)\b|expérientiel(?:le)?s?", "vivre, essayer"),
    (r"disruptant|disrupt(?:er|ez|e|é)", "bousculer"),
    (r"embarqu(?:er|ez) (?:vos|les|ses|nos) (?:équipes|collaborateurs|clients)", "entraîner"),
    (r"versatil(?:e|ité)s?", "polyvalent"),
    (r"engag(?:er|ez) (?:votre|vos|son|ses|une) (?:audience|communauté|abonnés)", "intéresser, faire réagir"),
    (r"partag(?:er|eons|ez|e) (?:avec vous )?nos (?:insights|learnings|takeaways)", "ce qu'on a appris"),
    (r"(?:merci de |bien vouloir )?compl[ée]t(?:er|ez) (?:le|ce|votre|un) formulaire", "remplir"),
    (r"ultimement|éventuellement,? (?:vous|nous) (?:serez|finirez)", "à la fin"),
)  # fmt: skip
"""Patterns of wording that follows English, each with the French for it."""
PATTERN = re.compile(r"\b(?:" + "|".join(f"({calque})" for calque, _ in CALQUES) + r")")
LEAST = 2
MESSAGE = both("'{text}' follows English.", "« {text} » suit l'anglais.")
SUGGESTION = both("French says: {french}.", "En français : {french}.")


@rule("AUT021", "french-calque", level="advice", last_reviewed="2026-11-22", locales=("fr",), anchors={"fr": anchors_of(PATTERN)})
def french_calque(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """English shows through the French.

    What it does
        Finds wording modelled on English (adresser un besoin, délivrer de la valeur, faire du sens, basé sur, au final) where a text holds at least two
        different ones. One alone passes: a list of this kind hits one human page in nine.
    Why
        The reader feels a translation, and wonders of what.
    En français
        L'anglais perce sous le français
        Un seul calque ne dit rien : une page humaine sur neuf en a. Deux, et le lecteur sent la traduction.
    Example
        Bad (fr): Nous adressons vos besoins... Notre offre adresse un besoin et délivre de la valeur.
        Good (fr): Notre semelle est basée sur un feutre de la Creuse.
    Source
        Rigouts Terryn and de Lhoneux, HumEval 2024 (16 % of the peculiarities noted in French model text trace to English), quoted in a public research note,
        read 2026-11-21; base rate measured here.
    """
    hits = [match for match in PATTERN.finditer(text.prose.scan) if not is_quoted(text.prose, *match.span())]
    if len({match.lastindex for match in hits}) >= LEAST:
        for match in hits:
            french = CALQUES[(match.lastindex or 1) - 1][1]
            yield Hit(
                *match.span(),
                MESSAGE.fill(text=text.prose.text[slice(*match.span())]),
                SUGGESTION.fill(french=french),
                Fix(replacement=french, safety="display"),
            )
