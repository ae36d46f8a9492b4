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
        r"\b(?:(?:never|won't ever|will never) (?:fails?|breaks?|fades?|leaks?|rusts?|tears?|lets? you down|wears? out|runs? out|goes? out|cracks?|slips?"
        r"|shrinks?|stains?|scratch(?:es)?|gets? (?:wet|dirty|cold|lost)|lose its)\b"
        r"|always (?:works|dry|fresh|warm|accurate|on time|reliable)\b"
        r"|100 ?% (?:effective|safe|secure|reliable|accurate|waterproof|windproof|hypoallergenic|effective|leak[- ]?proof|foolproof|harmless|odour-free"
        r"|bulletproof)\b"
        r"|(?:completely|totally|absolutely|perfectly|entirely) (?:safe|waterproof|secure|harmless|painless|leak[- ]?proof)\b"
        r"|(?:kills|removes|eliminates|blocks|stops|destroys|prevents) (?:up to )?(?:100|99(?:\.9+)?) ?%"
        r"|works (?:every time|for everyone|on everyone|on everything|for every)\b|(?:zero|no) side[- ]effects\b"
        r"|(?:indestructible|unbreakable|infallible|failsafe|fail-safe|foolproof)\b|suits (?:everyone|everybody|all skin types|every)\b)"
    ),
    "fr": re.compile(
        r"\b(?:ne (?:se |s')?(?:casse|rouille|fuit|déchire|décolore|use|raye|tache|rétrécit|fane|dérègle|brise|bouloche|déforme)(?:nt)? jamais\b"
        r"|ne (?:vous |te |nous )(?:laisse|laissera|lâche|lâchera|déçoit|décevra) jamais(?: tomber)?\b"
        r"|toujours (?:efficace|fiable|au sec|à l'heure|sèche?)s?\b(?! que)"
        r"|100 ?% (?:efficaces?|sûre?s?|sécurisée?s?|fiables?|étanches?|imperméables?|inoffensi(?:f|ve)s?|hypoallergéniques?|indolores?)\b"
        r"|(?:totalement|absolument|parfaitement|entièrement) (?:sûre?s?|étanches?|imperméables?|inoffensi(?:f|ve)s?|sécurisée?s?|indolores?|sans danger)\b"
        r"|(?:élimine|tue|supprime|bloque|détruit|enlève)(?:nt)? (?:jusqu'à )?(?:100|99(?:,9+)?) ?%"
        r"|(?:infaillible|incassable|indestructible|inusable|indéchirable|inrayable)s?\b|(?:aucun|sans|zéro) (?:aucun )?effets? secondaires?\b"
        r"|(?:convient|conviennent|va|vont) à (?:tous|toutes|tout le monde|toutes les peaux|tous les types de peau)\b|marche(?:nt)? à tous les coups\b"
        r"|fonctionne(?:nt)? à tous les coups\b|zéro (?:risque|défaut)\b)"
    ),
}  # fmt: skip
MESSAGE = both("'{text}' leaves no room for the one time it won't.", "« {text} » ne laisse aucune place à la fois où ce sera faux.")
SUGGESTION = both(
    'Say how far you have tried it ("dry after two hours under the hose").', "Dites jusqu'où vous l'avez essayé (« sèche après deux heures de tuyau »)."
)


@rule("CLM012", "absolute-word", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def absolute_word(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An absolute that one failure disproves.

    What it does
        Finds never, always, 100% and 'everyone' said of what a product does (never fails, 100 % efficace, kills 99.9%). Passes what the brief or a claim
        states and what is denied.
    Why
        An absolute claim needs absolute proof, and a test reads better than a promise.
    En français
        Absolu qu'un seul raté dément
        Une affirmation absolue demande une preuve absolue, et un essai se lit mieux qu'une promesse.
    Example
        Bad (en): The zip never fails.
        Good (en): It never pretended to be light.
        Bad (fr): Elle ne se déchire jamais.
        Good (fr): On ne solde jamais.
    Source
        ASA, types of claims (CAP Code 3.7), https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
