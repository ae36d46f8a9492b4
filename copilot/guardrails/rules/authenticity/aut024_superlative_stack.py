from collections.abc import Iterator

from copilot.guardrails.checks.sentences import sentence_of
from copilot.guardrails.checks.wording import Wordlist, is_quoted
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale, Span
from copilot.language.words import both

_EN = """amazing incredible stunning gorgeous fantastic fabulous perfect ultimate exceptional extraordinary outstanding superb spectacular magnificent
    sensational phenomenal breathtaking unbelievable wonderful awesome brilliant exclusive unique exquisite luxurious unbeatable unforgettable legendary
    iconic flawless irresistible finest greatest best remarkable premium epic marvellous marvelous unparalleled unmatched revolutionary innovative timeless
    elegant sophisticated"""
_FR = """incroyable(s) magnifique(s) sublime(s) superbe(s) fantastique(s) fabuleu(x|se|ses) parfait(e)(s) ultime(s) exceptionnel(le)(s) extraordinaire(s)
    remarquable(s) spectaculaire(s) sensationnel(le)(s) phénomén(al|ale|ales|aux) époustouflant(e)(s) inimaginable(s) merveilleu(x|se|ses) génia(l|le|les)
    exclusi(f|fs|ve|ves) unique(s) exquis(e)(es) luxueu(x|se|ses) imbattable(s) inoubliable(s) légendaire(s) mythique(s) irrésistible(s) inégalé(e)(s)
    incomparable(s) éblouissant(e)(s) splendide(s) somptueu(x|se|ses) prestigieu(x|se|ses) raffiné(e)(s) intemporel(le)(s) révolutionnaire(s) innovant(e)(s)
    incontournable(s)"""
PRAISE: dict[Locale, Wordlist] = {"en": Wordlist(_EN.split()), "fr": Wordlist(_FR.split())}
LEAST = 3
"""Words of praise in one sentence from which they are a stack."""
MESSAGE = both("{count} words of praise in one sentence.", "{count} mots d'éloge dans une seule phrase.")
SUGGESTION = both("Keep one, and let a fact carry it.", "Gardez-en un, et appuyez-le d'un fait.")


@rule("AUT024", "superlative-stack", level="scoring", last_reviewed="2026-11-22", anchors={locale: words.anchors for locale, words in PRAISE.items()})
def superlative_stack(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Praise upon praise.

    What it does
        Counts different words of praise within one sentence and flags the third. Quotations (a customer's delight) pass.
    Why
        Each one takes away from the one before.
    En français
        Éloge sur éloge
        Chacun retire au précédent.
    Example
        Bad (en): Discover our amazing, unique and truly exceptional scarves.
        Good (en): An amazing scarf. It is long.
        Bad (fr): Une collection unique, sublime et absolument exceptionnelle.
        Good (fr): Une écharpe superbe. Elle est longue.
    Source
        General practice (show, do not praise: Mailchimp content style guide, github.com/mailchimp/content-style-guide, read 2026-11-21).
    """
    prose = text.prose
    seen: dict[Span, dict[str, Span]] = {}
    for start, end in PRAISE[grounds.locale].spans(prose):
        if not is_quoted(prose, start, end):
            seen.setdefault(sentence_of(prose, start), {}).setdefault(prose.scan[start:end], (start, end))
    for words in seen.values():
        if len(words) >= LEAST:
            yield Hit(*list(words.values())[LEAST - 1], MESSAGE.fill(count=len(words)), SUGGESTION)
