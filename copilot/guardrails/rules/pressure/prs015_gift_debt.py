import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"after (?:all|everything) (?:that )?(?:we've|we have|we) (?:done|given|did|gave) (?:for |to )?you"
        r"|you owe (?:it to us|us)(?: (?:one|that|this|at least))?"
        r"|(?:we've|we have) (?:kept|held up|done) our (?:side|end|part|bit)(?: of the (?:deal|bargain))?"
        r"|now it(?:'s| is) your turn to (?:give|buy|help us|do)|the least you (?:can|could) do"
        r"|(?:we gave you|you(?:'ve| have)? (?:received|accepted|taken|had)) (?:a|our|your) (?:free )?(?:gift|sample|trial|guide)[^.!?\n]{0,40}(?:so|now"
        r"|in return|time to)[^.!?\n]{0,30}"
        r"|don't (?:let us down|disappoint us|forget who)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"après tout ce qu(?:e|') ?(?:nous (?:avons|vous avons)|on (?:a|vous a|t'a)) (?:fait|offert|donné)(?: pour (?:vous|toi))?"
        r"|(?:vous|tu) nous (?:devez|dois) (?:bien |au moins )?(?:ça|cela|une commande|un petit)"
        r"|(?:nous avons|on a) (?:tenu|fait) (?:notre (?:part|parole|promesse)|parole)[^.!?\n]{0,20}(?:à (?:vous|toi|votre tour)|maintenant)"
        r"|c'est (?:bien )?la moindre des choses"
        r"|(?:nous vous avons|on t'a|on vous a) (?:offert|donné|envoyé) [^.!?\n]{2,40}(?:,|\.|:) ?(?:à (?:vous|toi|votre tour|ton tour)|en (?:retour"
        r"|échange)|maintenant)[^.!?\n]{0,25}"
        r"|ne nous (?:décevez|déçois|laissez|laisse) pas(?: tomber)?"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("Turns a present into a debt.", "Fait d'un cadeau une dette.")
SUGGESTION = both("Give it and ask for nothing; then ask, another day.", "Donnez sans rien demander ; demandez un autre jour.")


@rule("PRS015", "gift-debt", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def gift_debt(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A present to be paid back.

    What it does
        Finds `after all we've done for you`, `you owe us`, « vous nous devez bien ça ». A debt in figures (an invoice) and what the brand owes the reader
        pass.
    Why
        The reader remembers that she was made to feel small, not what she was given.
    En français
        Un cadeau à rembourser
        Le lecteur se souvient qu'on l'a mis mal à l'aise, pas de ce qu'on lui a donné.
    Example
        Bad (en): After all we've done for you, a small order is not much to ask.
        Good (en): We owe you a button.
        Bad (fr): Après tout ce qu'on a fait pour vous, une petite commande ?
        Good (fr): On te doit un bouton.
    Source
        UCPD 2005/29/EC, art. 8 on aggressive practices (general practice, not verified against the text); notes on dark patterns and their legal hooks, read
        2026-11-21.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE, SUGGESTION)
