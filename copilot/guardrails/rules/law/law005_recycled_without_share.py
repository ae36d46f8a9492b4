import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.checks.green import specified
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:made (?:from|of|with|using) |uses? |with |in )?(?:partly |partially |ocean[- ]|post[- ]consumer |upcycled and )?recycled (?:ocean |sea "
        r"|post-consumer |and organic )?(?:materials?|plastics?|cotton|polyester|wool|paper|card(?:board)?|glass|alumini?um|nylon|leather|cashmere|denim"
        r"|bottles?|fibres?|fibers?|packaging|fabrics?|rubber|steel|metal|textiles?|nets|down|silver|gold|wood|pet|content)\b"
        r"|made (?:entirely )?from recycled\b"
        r"|(?:fully |easily |widely |completely )?recyclable (?:packaging|box|bottle|bag|pouch|tube|materials?|packet|card|mailer|product)\b"
        r"|(?:packaging|box|bottle|bag|pouch|tube|mailer|product|it|jar) is (?:fully |completely |easily |widely )?recyclable\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:matières?|matériaux|plastiques?|coton|polyester|laine|papier|carton|verre|aluminium|nylon|cuir|cachemire|denim|bouteilles?|fibres?"
        r"|emballages?|tissus?|caoutchouc|acier|métal|textiles?|filets?|duvet|argent|or|bois|polyamide|élasthanne|mousse|flacons?) (?:[\w-]+ )?(?:entièrement "
        r"|partiellement |en partie )?recyclée?s?\b"
        r"|(?:fabriquée?s?|faite?s?|conçue?s?|composée?s?|issue?s?|à partir) (?:de |du |d'|en )(?:[\w-]+ ){0,2}recyclée?s?\b"
        r"|(?:emballages?|flacons?|bouteilles?|packaging|boîtes?|sachets?|tubes?|pots?|produits?|gourdes?|pochettes?|canettes?) (?:est |sont )?(?:entièrement "
        r"|totalement |facilement |tous )?recyclables?\b)"
    ),
}  # fmt: skip
MESSAGE = both("'{text}': how much of it, and of which part?", "« {text} » : quelle part, et de quelle partie ?")
SUGGESTION = both('Give the share ("80% recycled wool") from the brief.', "Donnez la part (« 80 % de laine recyclée ») depuis le brief.")


@rule("LAW005", "recycled-without-share", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def recycled_without_share(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Recycled or recyclable, with no share.

    What it does
        Finds materials called recycled, and packaging called recyclable, where the sentence gives no percentage. Passes what is denied, advice on sorting,
        and what the brief or a claim in force states.
    Why
        French decree 2022-748 asks for the share of recycled matter; elsewhere an unqualified 'recycled' is read as all of it.
    En français
        Recyclé ou recyclable, sans la part
        Le décret 2022-748 demande la part de matière recyclée ; ailleurs, « recyclé » tout court se lit « en entier ».
    Example
        Bad (en): Made from recycled plastic.
        Good (en): 80% recycled wool.
        Good (en): Recycle the box.
        Bad (fr): En plastique recyclé.
        Good (fr): 80 % de laine recyclée.
        Good (fr): Recycle la boîte.
    Source
        Decree 2022-748 and code de l'environnement R541-221, ministry FAQ, https://123dok.net, read 2026-11-21; FTC Green Guides 16 CFR 260, general
        practice.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if denied(text.prose, start) or specified(text.prose, start, end) or backed(text.prose, start, end, grounds):
            continue
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
