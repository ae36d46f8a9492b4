import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_of
from copilot.guardrails.checks.sentences import opens_sentence
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"in (?:today's|a|an|the|our|this) (?:fast[- ]paced|fast[- ]moving|ever[- ](?:changing|evolving|growing|expanding)|digital|modern|competitive|hectic"
        r"|busy|(?:increasingly|constantly|rapidly) [a-z]+)(?: [a-z]+,?){0,3} (?:world|age|era|landscape|market(?:place)?|environment|society|economy)"
        r"|in today's (?:world|day and age|market|economy|society|landscape|climate)"
        r"|imagine (?:a world|a life|a future) (?:where|in which|without|with)|picture this(?= ?[:.,!…-]| you)|gone are the (?:days|times)"
        r"|(?:say|wave|kiss) goodbye to(?! (?:him|her|them|me|us|the (?:kids|guests|family)|your (?:mum|mother|dad|nan|gran\w*|guests|friends?|family|kids"
        r"|dog|cat|child\w*))\b)"
        r"|look no further|now more than ever|we've all been there|have you ever (?:wondered|dreamed|dreamt)|it's no secret that|since the dawn of"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"dans (?:un monde|une société|un quotidien|un marché) (?:en (?:constante|perpétuelle)|toujours plus|toujours en|qui ne cesse)"
        r"|(?:en|d'une) (?:constante|perpétuelle) (?:évolution|mutation|transformation)"
        r"|[àa] l'(?:ère|heure) (?:du (?:numérique|digital|tout[- ]\w+|cloud|big data|streaming|télétravail)|de la transition|de l'(?:ia"
        r"|intelligence artificielle|immédiateté|instantanéité)|des réseaux sociaux)"
        r"|[àa] l'ère (?:du|de la|des|de l'|où|numérique|digitale)(?! ?(?:jurassique|crétacé|trias|permien|vapeur|machine à|quaternaire|secondaire|tertiaire"
        r"|dinosaures?|glaci\w+|meiji|edo|soviétique|mammouths?|charbon|diligences?|victorienne?))"
        r"|[àa] l'heure où (?:tout (?!le village)|le (?:monde|numérique|digital|télétravail)|la (?:planète|transition)|l'écologie|les (?:consommateurs"
        r"|enjeux|entreprises|marques))"
        r"|imagine(?:z|ons)? (?:un monde|un univers|un quotidien|un avenir|une vie) (?:où|sans|dans lequel|dans laquelle)"
        r"|(?:aujourd'hui|maintenant),? plus que jamais|(?:dites|dis|disons) adieu (?:à|aux?)"
        r"|(?:dites|dis|disons) au revoir [^.!?\n]{3,50} et (?:dites |dis )?bonjour|fini(?:e|s|es)? (?:le temps|l'époque|les jours) où"
        r"|[àa] une époque où|ne cherche(?:z)? plus(?= ?[!,:.…]| ?$| ailleurs)|vous en (?:rêviez|avez rêvé)(?= ?[?,;:.!…]|,? (?:nous|on) l'a)"
        r"|tu en (?:rêvais|as rêvé)(?= ?[?,;:.!…])|qui n'a jamais rêvé d|depuis la nuit des temps|qu'on se le dise|ce n'est un secret pour personne"
        r")"
    ),
}  # fmt: skip
FIRST: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:we live )?in (?:an?|our) (?:world|age|era|time) (?:where|when)|in an (?:era|age) of"
        r"|in a world (?:of|full of|filled with|that)(?! (?:its|his|her|their|our|my|your) own\b)|in the world of(?! \d)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:(?:nous|on) (?:vivons|vit|évoluons|évolue) )?dans (?:un monde|une société|une époque|un univers|un quotidien|un marché) (?:où|en pleine"
        r"|de plus en plus|qui (?:change|évolue|bouge|va))"
        r"|plus que jamais"
        r")"
    ),
}  # fmt: skip
"""These only where they open a sentence."""
MESSAGE = both("An opening that could stand over anything.", "Une ouverture qui irait à n'importe quoi.")
SUGGESTION = both(
    "Begin with the thing itself: what happened, what it is, what it does.", "Commencez par la chose : ce qui s'est passé, ce que c'est, ce que ça fait."
)


@rule(
    "AUT001", "stock-opening", level="scoring", last_reviewed="2026-11-22", anchors={locale: anchors_of(PATTERNS[locale], FIRST[locale]) for locale in PATTERNS}
)
def stock_opening(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A stock opening.

    What it does
        Finds openings that set a scene with nothing in it. Quotations pass, and so do the ages of history (the Jurassic, the steam engine).
    Why
        They cost the reader her first line. They are absent from 217,000 words of human French pages, so that one hit says something.
    En français
        Ouverture passe-partout
        Elle coûte au lecteur sa première ligne. Absente de 217 000 mots de pages françaises écrites par des gens : une seule suffit à se voir.
    Example
        Bad (en): In today's fast-paced world, your boots matter.
        Good (en): Your boots came back on Tuesday.
        Bad (fr): Dans un monde en constante évolution, vos pieds méritent mieux.
        Good (fr): Dans un monde de laine, le chat est roi.
    Source
        Measured here on public French pages, 2026-11-21 (0 hits in 217,000 words); English phrases: Kobak et al., Science Advances 2025,
        https://arxiv.org/abs/2406.07016, read 2026-11-21.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE, SUGGESTION)
    for start, end in said(FIRST[grounds.locale], text.prose):
        if opens_sentence(text.prose, start):
            yield Hit(start, end, MESSAGE, SUGGESTION)
