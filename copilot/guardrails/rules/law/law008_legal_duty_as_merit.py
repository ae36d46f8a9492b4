import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:cfc|bpa|lead|asbestos|mercury|phthalate)[- ]free\b|(?:free (?:of|from)|without|no) (?:cfcs?|bpa|asbestos|phthalates)\b"
        r"|(?:not|never) tested on animals\b|cruelty[- ]free\b"
        r"|(?:complies|compliant|comply) with (?:all )?(?:eu|european|legal|safety) (?:standards|regulations|requirements|law)\b|ce[- ](?:marked|certified)\b)"
    ),
    "fr": re.compile(
        r"\b(?:sans (?:bpa|bisphénol a|cfc|amiante|plomb|phtalates|mercure)\b(?! fondu)|(?:non|jamais|pas) testée?s? sur (?:les )?animaux\b|cruelty[- ]free\b"
        r"|sans cruauté\b|conformes? aux (?:normes|exigences|règles) (?:européennes|de sécurité|en vigueur|françaises)\b|marquage ce\b"
        r"|aux normes (?:ce|européennes)\b)"
    ),
}  # fmt: skip
MESSAGE = both("'{text}': the law already says so, for everybody.", "« {text} » : la loi l'impose déjà, à tout le monde.")
SUGGESTION = both("Leave it out, or name something that others need not do.", "Retirez-le, ou nommez une chose que les autres ne sont pas obligés de faire.")


@rule("LAW008", "legal-duty-as-merit", level="advice", last_reviewed="2026-11-22", jurisdictions=("fr", "eu", "uk"), anchors=anchors_for(PATTERNS))
def legal_duty_as_merit(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A legal duty sold as a merit.

    What it does
        Finds boasts of what is banned or due anyway in the EU: BPA-free baby goods, CFC-free, not tested on animals (cosmetics), 'conforme aux normes'. It
        only advises.
    Why
        To present a legal requirement as something special is a banned practice (annex I; general practice, not verified against the text).
    En français
        Obligation légale vendue comme un mérite
        Présenter une obligation légale comme un atout est une pratique interdite (annexe I ; pratique générale, non vérifiée dans le texte).
    Example
        Bad (en): CFC-free spray.
        Good (en): Free of buttons.
        Bad (fr): Un aérosol sans CFC.
        Good (fr): Sans bouton.
    Source
        Directive (EU) 2024/825, applied from 27 September 2026, amending directive 2005/29/EC annex I (https://sorena.io, https://www.pinsentmasons.com, read
        2026-11-21), point 10a (number not verified against the text).
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
