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
        r"sexual preferences?|transgenders\b|transgendered|a transgender(?! \w)|sex[- ]change(?: operation)?"
        r"|(?:gay|homosexual|lesbian|trans) lifestyle|lifestyle choice(?= of (?:gay|lesbian|trans|homosexual))|admitted (?:homosexual|gay|lesbian)"
        r"|(?:biological|real|born) (?:man|woman|men|women)(?= (?:only|not))|(?:opposite|both) (?:sex|sexes|genders)(?= (?:welcome|only|love))"
        r"|normal (?:couples?|families|people)(?= (?:and|or|rather|not) (?:gay|lesbian|trans|queer))|homosexuals(?= (?:are|can|and|who|welcome))"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"préférences? sexuelles?|choix (?:d'|de l'|de (?:sa|leur|son) )?(?:orientation sexuelle|sexualité|être (?:gay|homosexuel|lesbienne|trans))"
        r"|(?:un|une|les|des) transsexuel(?:le)?s?|changement de sexe|changé de sexe"
        r"|(?:homosexuel(?:le)?|gay|lesbienne) (?:avouée?|notoire|assumée? pourtant)|avou(?:e|er|é|ait) (?:son|leur) homosexualité"
        r"|(?:mode de vie|milieu) (?:gay|homosexuel)(?= (?:assumé|débridé|choisi)|[.,!]|$)"
        r"|(?:vrais?|vraies?) (?:femmes?|hommes?)(?= (?:biologiques?|de naissance))|couples? norma(?:l|ux)|familles? normales?"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("'{text}' is not how people speak of themselves.", "« {text} » n'est pas ainsi qu'on parle de soi.")
SUGGESTION = both(
    "Orientation, trans people, transition; or leave it out, if the copy does not need it.",
    "Orientation, personnes trans, transition ; ou retirez, si le texte n'en a pas besoin.",
)


@rule("INC012", "identity-wording", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def identity_wording(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Identity in dated words.

    What it does
        Finds `sexual preference`, `transgenders`, « transsexuel », « avouer son homosexualité », « couple normal ». Plain words (gay, lesbienne, trans) pass,
        and so do quotations.
    Why
        The old words came from a doctor's file.
    En français
        L'identité en mots datés
        Les vieux mots sortent d'un dossier médical.
    Example
        Bad (en): Whatever your sexual preference, come in.
        Good (en): Whomever you love, wipe your feet.
        Bad (fr): Quelles que soient vos préférences sexuelles, entrez.
        Good (fr): Qui que tu aimes, essuie tes pieds.
    Source
        Retext-equality 7, github.com/retextjs/retext-equality, and Mailchimp content style guide, github.com/mailchimp/content-style-guide, read 2026-11-21;
        chosen for marketing copy here.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
