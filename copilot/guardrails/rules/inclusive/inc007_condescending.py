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
        r"(?:just|simply|merely) (?:click|tap|enter|type|press|fill|select|follow|plug|scan|download|sign|log|upload|swipe|drag)"
        r"|(?:it's|it is|it's that|it really is|couldn't be|it's as) (?:so |that |really |as |very |super ){0,4}(?:easy|simple|easier|simpler)(?= as|[.!,]|$)"
        r"|(?:obviously|evidently|needless to say|everyone knows|everybody knows|as everyone knows|as you (?:should|surely|already) know|anyone can|even "
        r"(?:a child|kids|beginners|a beginner|you) can|all you have to do is|all you need to do is|no[- ]brainer|child's play|a piece of cake)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"il (?:vous |te )?suffit (?:de |d'|simplement )"
        r"|(?:tout simplement|simplement|juste à|n'avez qu'à|n'as qu'à|avez plus qu'à|as plus qu'à)(?= (?:cliquer|remplir|entrer|suivre|télécharger|taper"
        r"|saisir|scanner|choisir|ajouter|glisser))"
        r"|(?:c'est|rien de plus|quoi de plus) (?:tout |très |si |vraiment |aussi |super ){0,4}(?:simple|facile|enfantin)(?= comme|[.!,?]|$| !| \?)"
        r"|(?:évidemment|bien évidemment|comme chacun sait|comme tout le monde (?:le )?sait|tout le monde sait|n'importe qui (?:peut|sait)|même (?:un enfant"
        r"|les débutants|un débutant|vous|toi) (?:peut|peuvent|pouvez|peux|saur)|un jeu d'enfant|les doigts dans le nez)"
        r")"
    ),
}  # fmt: skip
LEAST = 2
MESSAGE = both("'{text}' blames the reader who finds it hard.", "« {text} » donne tort au lecteur qui n'y arrive pas.")
SUGGESTION = both("Give the step. If it is easy, it shows.", "Donnez l'étape. Si c'est facile, ça se voit.")


@rule("INC007", "condescending", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def condescending(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """It's so easy.

    What it does
        Flags `simply click`, `obviously`, `anyone can`, « il vous suffit de », « c'est un jeu d'enfant » where two different ones stand in one field. `Just`
        and « simple » by themselves pass.
    Why
        Whoever gets stuck is told that it is her fault.
    En français
        C'est si simple
        Qui bute apprend que c'est sa faute.
    Example
        Bad (en): Simply click the button. Anyone can do it.
        Good (en): Just a jacket, and a plain one.
        Bad (fr): Il vous suffit de cliquer. C'est un jeu d'enfant.
        Good (fr): Il suffit d'un fil pour que tout parte.
    Source
        Retext-equality 7, github.com/retextjs/retext-equality, and Mailchimp content style guide, github.com/mailchimp/content-style-guide, read 2026-11-21;
        chosen for marketing copy here.
    """
    hits = list(said(PATTERNS[grounds.locale], text.prose))
    if len({text.prose.scan[start:end] for start, end in hits}) >= LEAST:
        for start, end in hits:
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
