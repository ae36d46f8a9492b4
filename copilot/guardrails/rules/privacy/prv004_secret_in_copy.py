from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.personal import Kind, find_personal, hints
from copilot.language.prose import BLANK
from copilot.language.words import both

KINDS: tuple[Kind, ...] = ("secret",)
MESSAGE = both("This looks like a password or a key.", "On dirait un mot de passe ou une clé.")
SUGGESTION = both("Delete it and have it changed: whoever has read it has it.", "Supprimez-le et faites-le changer : qui l'a lu l'a.")


@rule("PRV004", "secret-in-copy", level="blocking", last_reviewed="2026-11-22", anchors={"en": (*hints("secret"), BLANK), "fr": (*hints("secret"), BLANK)})
def secret_in_copy(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A password or key.

    What it does
        Finds API keys by their known beginnings (sk-, AKIA, ghp_, xkeysib- ...), tokens, private keys, addresses with a password, and what stands after
        password:, mdp: or token: when it holds a digit or a sign. 'Password: at least 8 characters' passes.
    Why
        A key in a draft is copied to drafts, logs and models; promo codes are not keys.
    En français
        Mot de passe ou clé
        Une clé dans un brouillon part dans les historiques et chez les modèles ; un code promo n'en est pas une.
    Example
        Bad (en): Our key is sk-proj-abcdEFGH1234567890.
        Good (en): The key is under the mat.
        Bad (fr): mdp : Felletin-2026!
        Good (fr): La clé est sous le paillasson.
    Source
        GDPR, https://eur-lex.europa.eu/eli/reg/2016/679/oj, read 2026-11-21, article 32; beginnings of keys: general practice.
    """
    for item in find_personal(text.prose.text, KINDS):
        yield Hit(item.start, item.end, MESSAGE, SUGGESTION)
