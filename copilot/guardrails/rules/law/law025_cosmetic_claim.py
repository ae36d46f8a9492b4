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
        r"\b(?:(?:hypo-?allergenic|dermatologically[- ](?:tested|approved)|ophthalmologically tested|non[- ]comedogenic)\b"
        r"|(?:paraben|sulphate|sulfate|silicone|phthalate|aluminium|toxin)s?[- ]free\b"
        r"|(?:free (?:from|of)|without|no|zero) (?:nasty |harmful |any )?(?:parabens|sulphates|sulfates|silicones|nasties|endocrine disruptors"
        r"|phenoxyethanol)\b"
        r"|(?:erases?|removes?|eliminates?|reverses?|banishes|gets? rid of|vanish(?:es)?|stops?) (?:the |your |all |fine lines and |signs of "
        r"|the signs of )*(?:wrinkles|ageing|aging|cellulite|stretch marks|dark spots|eye bags|fine lines|acne scars|grey hair)\b"
        r"|(?:look|looks|looking) (?:up to )?(?:\d+|ten|five) years younger\b|turns? back the clock\b|face[- ]?lift in a (?:bottle|jar)\b"
        r"|botox[- ](?:like|effect|in a)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:hypo-?allergéniques?|dermatologiquement (?:testée?s?|approuvée?s?)|testée?s? dermatologiquement|non[- ]comédogènes?)\b"
        r"|sans (?:aucun )?(?:parabènes?|sulfates?|silicones?|aluminium|phénoxyéthanol|perturbateurs? endocriniens?|paraffine|huiles? minérales?"
        r"|substances? nocives?|ingrédients? controversés?)\b(?! (?:alimentaire|de cuisson))"
        r"|(?:efface|supprime|élimine|gomme|fait disparaître|font disparaître|stoppe|dites adieu aux|inverse)(?:nt|z|r)? (?:les |vos |tes |la |toutes les "
        r"|le )?(?:rides|cernes|poches|taches (?:brunes|pigmentaires)|vergetures|cellulite|imperfections|ridules|signes de l'âge|points noirs|vieillissement"
        r"|cheveux blancs)\b"
        r"|(?:\d+|dix|cinq) ans de moins\b|rajeuni(?:t|r|ssez|e) (?:de \d|instantanément|votre|ta|la peau)"
        r"|effet (?:botox|lifting|bonne mine) (?:immédiat|instantané|garanti)|peau (?:parfaite|de bébé) (?:en \d|garantie))"
    ),
}  # fmt: skip
MESSAGE = both(
    "'{text}': a cosmetic may say so only with its file, and not to run others down.",
    "« {text} » : un cosmétique ne peut le dire qu'avec son dossier, et sans dénigrer les autres.",
)
SUGGESTION = both(
    "Put the test in the claim bank, or say what is in it rather than what is not.",
    "Mettez l'essai dans la banque d'allégations, ou dites ce qu'il y a dedans plutôt que ce qu'il n'y a pas.",
)


@rule("LAW025", "cosmetic-claim", level="scoring", last_reviewed="2026-11-22", jurisdictions=("fr", "eu", "uk"), anchors=anchors_for(PATTERNS))
def cosmetic_claim(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A cosmetic claim with no file.

    What it does
        Finds hypoallergenic, dermatologically tested, 'free from' lists (parabens, silicones, endocrine disruptors) and wrinkles that vanish, unless the
        brief or a claim in force states them.
    Why
        Cosmetic claims follow common criteria (regulation 655/2013): true, proven, fair; 'free from' may not slight permitted ingredients (general practice,
        not verified against the text).
    En français
        Allégation cosmétique sans dossier
        Les allégations cosmétiques suivent des critères communs (règlement 655/2013) : vraies, prouvées, loyales ; « sans » ne dénigre pas un ingrédient
        permis (pratique générale, non vérifiée dans le texte).
    Example
        Bad (en): Hypoallergenic and paraben-free.
        Good (en): It creases, and so do we.
        Bad (fr): Hypoallergénique et sans parabènes.
        Good (fr): Elle prend des plis, nous aussi.
    Source
        Regulation (EU) 655/2013, common criteria (general practice, not verified against the text), https://eur-lex.europa.eu/eli/reg/2013/655/oj, read
        2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
