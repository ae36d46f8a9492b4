import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:lose|losing|shed|drop|dropping|shedding|burn off) (?:up to |over |as much as |more than |those |that |your )?(?:\d{1,3}|two|three|five|ten|a"
        r"|extra) ?(?:kg|kilos?|lbs?|pounds|stone|inches|dress sizes?|sizes)\b"
        r"|(?:melt|melts|melting|burn|burns|burning|blast|blasts) (?:away )?(?:your |the |stubborn )?(?:belly |body |tummy )?fat (?:while|without|overnight|fast|in \d|away|effortlessly)\b"
        r"|(?:lose|drop) (?:a|two|three) dress sizes?\b|(?:lose|losing) weight (?:fast|quickly|in|without|overnight|while|effortlessly)\b"
        r"|(?:guaranteed|rapid|fast|effortless|instant) weight[- ]loss\b|weight[- ]loss (?:guaranteed|miracle|secret|in \d)"
        r"|(?:flat|flatter) (?:stomach|tummy|belly) in\b|slim (?:down )?(?:fast|in \d|without)\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:perd(?:ez|s|re|u|ent|ue)?|élimine[zr]?|maigri(?:r|ssez|s)|minci(?:r|ssez|s)|fondre|débarrasse[zr]?-vous de) (?:de |jusqu'à |plus de |vos "
        r"|tes |ses |facilement )*(?:\d{1,3}|deux|trois|cinq|dix|quelques) ?(?:kg|kilos?|tailles?|centimètres|cm)\b(?! de (?:bagages?|laine|linge))"
        r"|(?:maigri(?:r|ssez|s)|minci(?:r|ssez|s)|perd(?:ez|s|re) du poids) (?:vite|rapidement|sans (?:effort|régime|sport|frustration)|en (?:\d|dormant"
        r"|quelques|deux|trois|une)|facilement|durablement)\b"
        r"|(?:perte de poids|minceur|amaigrissement) (?:garantie?|rapide|express|sans effort|durable)\b|ventre plat en\b"
        r"|(?:brûle[zr]?|élimine[zr]?|fait fondre|faites fondre) (?:les |vos |tes |la )?(?:graisses?|bourrelets|cellulite) (?:pendant|sans|en (?:dormant|\d)|la nuit)\b"
        r"|affine[zr]? (?:votre|ta|la) silhouette (?:sans|en \d|vite|rapidement)\b"
        r"|(?:kilos|bourrelets|graisses?|cellulite) (?:en trop )?(?:fond(?:ent|ez)|disparaissent|envolés)\b"
        r"|\d{1,2} ?kg (?:en moins )?en \d{1,2} ?(?:jours|semaines|mois)\b)"
    ),
}  # fmt: skip
MESSAGE = both(
    "'{text}': no food may promise a rate or an amount of weight lost.",
    "« {text} » : aucun aliment ne peut promettre un rythme ni une quantité de poids perdu.",
)
SUGGESTION = both(
    "Drop the figure and the date; say what is in it or how it is used.", "Retirez le chiffre et la date ; dites ce qu'il y a dedans ou comment on s'en sert."
)


@rule("LAW023", "weight-loss-promise", level="blocking", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def weight_loss_promise(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """So many kilos in so many weeks.

    What it does
        Finds promises to lose a weight or a size, or to slim by a date or without effort. Passes what is denied, luggage and things that weigh less.
    Why
        Claims on the rate or amount of weight loss are banned for foods (regulation 1924/2006, article 12; general practice, not verified against the text),
        and misleading elsewhere.
    En français
        Tant de kilos en tant de semaines
        Les allégations sur le rythme ou la quantité de poids perdu sont interdites pour les aliments (règlement 1924/2006, article 12 ; pratique générale,
        non vérifiée dans le texte), et trompeuses ailleurs.
    Example
        Bad (en): Lose 10 lb in two weeks.
        Good (en): The new jacket lost 200 g.
        Bad (fr): Perdez 5 kg en deux semaines.
        Good (fr): La nouvelle veste a perdu 200 g.
    Source
        Regulation 1924/2006, article 12(b) (general practice, not verified against the text), https://eur-lex.europa.eu/eli/reg/2006/1924/oj, read
        2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
