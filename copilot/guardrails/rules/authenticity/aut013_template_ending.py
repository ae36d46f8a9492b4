import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.sentences import opens_sentence
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:in conclusion|in summary|to sum(?: it)? up|in essence|to conclude|all in all),|(?:so,? )?(?:what are you waiting for|why wait)(?= ?\?)"
        r"|(?:so,? |don't hesitate,? )?(?:don't wait any(?: longer|more)|wait no longer)(?= ?[,.!:]| ?$)"
        r"|(?:are you |so,? (?:are you )?)?ready to (?!wear\b|go\b|eat\b|ship\b|hang\b|use\b|drink\b|leave\b|post\b)[a-z][^.!?\n]{2,60}(?=\?)"
        r"|the choice is yours(?=[.!])|the future (?:is (?:here|now)|starts (?:here|now|today))"
        r"|your (?:\w+ ){0,2}(?:journey|adventure|transformation) (?:starts|begins|awaits)(?: (?:here|now|today))?"
        r"|(?:start|begin) your (?:\w+ ){0,2}journey(?: (?:with us|today|now))?"
        r"|join us (?:today )?(?:and|as we) (?:discover|experience|be part|embark|transform|unlock|elevate)"
        r"|experience the difference(?: (?:today|for yourself|now))?|your [a-z]+ will thank you"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:en conclusion|en somme|en résumé|pour conclure|en définitive|pour résumer),"
        r"|n'attend(?:s|ez|ons) plus(?= ?[,.!:…]| ?$| pour | une (?:seconde|minute))(?: pour)?"
        r"|(?:alors,? )?qu'(?:attendez-vous|attends-tu|est-ce que (?:vous attendez|tu attends))"
        r"|(?:alors,? )?(?:êtes-vous |es-tu |vous êtes |tu es )?prêt(?:e|s|es|\\.e|·e|\(e\))?(?:\\.s|·s|\(s\))? (?:à|pour) (?!porter\b|partir\b|l'emploi\b"
        r"|manger\b|poster\b|poser\b|cuire\b)[^.!?\n]{2,60}(?=\?)"
        r"|(?:le futur|l'avenir|l'aventure|votre aventure|ton aventure|votre transformation|le changement|tout) (?:commence|débute|s'écrit) (?:ici"
        r"|maintenant|aujourd'hui|avec nous|dès (?:maintenant|aujourd'hui))"
        r"|vous l'aurez compris|faites (?:le premier pas|le bon choix)(?= ?[,.!:…]| dès| ?$| vers)"
        r"|et si (?:vous|on|nous) (?:passiez|passait|passions) (?:à l'action|au niveau supérieur)"
        r"|(?:votre|vos|ta|tes) \w+ (?:vous|te) (?:remercier(?:a|ont)|diront? merci|dira merci)|sautez le pas(?= ?[,.!:…]| dès| ?$)"
        r"|(?:faites|vivez) la différence(?: dès)?"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("An ending that comes with the template.", "Une fin livrée avec le modèle.")
SUGGESTION = both(
    "End on the last fact, or ask for one act: see it, try it, write to us.", "Finissez sur le dernier fait, ou demandez un seul geste : voir, essayer, écrire."
)


@rule("AUT013", "template-ending", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def template_ending(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A template ending.

    What it does
        Finds endings such as `Ready to …?`, `So why wait?`, `In conclusion,`, « N'attendez plus », « Prêt à … ? ». `Ready to wear` and « n'attendez plus le
        facteur » pass.
    Why
        The reader knows how it ends before it does, and so stops one line earlier.
    En français
        Fin de modèle
        Le lecteur connaît la fin avant la fin, et s'arrête une ligne plus tôt.
    Example
        Bad (en): Ready to transform your mornings?
        Good (en): Ready to wear on Tuesday.
        Bad (fr): N'attendez plus pour changer de matelas !
        Good (fr): N'attendez plus le facteur, il est passé.
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21; French heuristics: usage.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        if opens_sentence(text.prose, start) or text.prose.scan[start : start + 2] in ("n'", "vo", "yo"):
            yield Hit(start, end, MESSAGE, SUGGESTION)
