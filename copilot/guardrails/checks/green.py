"""Whether an environmental claim says what it means where it stands."""

from __future__ import annotations

import re

from copilot.guardrails.checks.sentences import sentence_of
from copilot.language.prose import Prose

_SPECIFIC = re.compile(  # a share of the goods, not of the price
    r"(?<![-\u2212\d.,])(?<!save )(?<!économisez )(?<!économise )\d[\d.,]* ?(?:%|pour cent|percent|per cent)"
    r"(?! ?(?:off|discount|cheaper|less to pay|de (?:réduction|remise|rabais|promo(?:tion)?)|moins cher|d'économies?|d'escompte)\b)"
    r"|\b[eé]co-?label\b|\bnordic swan\b|\bcygne (?:blanc|nordique)\b|\bblauer engel\b|\bange bleu\b"
    r"|\biso 140(?:24|67|40|44)\b|\benergy star\b"
    r"|\b(?:classe|class) (?:énergétique |énergie |energy )?[ab]\b|\b(?:gots|fsc|pefc|msc|oeko-tex|ademe|soil association)\b"
)  # fmt: skip
_WHOLLY = re.compile(r"\d[\d.,]{0,6} ?(?:%|pour cent|percent|per cent) $")
AGAINST_POLLUTION = re.compile(
    r"\b(?:transition|catastrophe|crise|bonus|malus|impact|empreinte|planification|enjeux?|urgence|dette|continuité|corridor|cause|conscience|combat"
    r"|politique|question|débat|pensée|parti|mouvement"
    r"|équilibre|niche|redirection|mutation|conversion|sobriété|reconstruction|bilan|responsabilité|engagements?|engagement|valeurs?|milieu|réseau"
    r"|restauration|génie|fonction|rôle|intérêt|danger|désastre) $"
)  # fmt: skip
"""Nouns after which `écologique` speaks of ecology, not of a product."""


def specified(prose: Prose, start: int, end: int) -> bool:
    """Whether the sentence around start..end gives, outside of it, a share, a recognised label or an energy class."""
    first, last = sentence_of(prose, start)
    return bool(_SPECIFIC.search(prose.scan, first, start) or _SPECIFIC.search(prose.scan, end, last))


def with_share(prose: Prose, start: int) -> int:
    """Where a claim begins, a share right before it counted in: in `100% planet-friendly` the share only says it louder."""
    found = _WHOLLY.search(prose.scan, max(0, start - 20), start)
    return found.start() if found else start
