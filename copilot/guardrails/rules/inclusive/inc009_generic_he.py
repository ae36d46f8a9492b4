import re
from collections.abc import Iterator

from copilot.guardrails.checks import as_written
from copilot.guardrails.checks.anchors import anchors_of
from copilot.guardrails.checks.sentences import sentence_of
from copilot.guardrails.checks.wording import is_quoted
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

PATTERN = re.compile(
    r"\b(?:(?:each|every|if an?|when an?|the average|the typical|the modern|your ideal)(?: [a-z-]+){1,3}?[^.!?;\n]{0,60}?"
    r"|(?:everyone|everybody|whoever|anyone who|someone who)(?: who)? [a-z]+s(?: [a-z]+){0,5}?) (he|his|him|himself)\b(?!(?: or |/)(?:she|her|hers|herself))"
)
ROLE = re.compile(
    r"\b(?:customer|client|user|reader|employee|manager|driver|owner|buyer|shopper|member|visitor|person|child|doctor|engineer|developer|player|learner"
    r"|student|teacher|boss|chef|guest"
    r"|travell?er|runner|walker|cyclist|hiker|patient|worker|farmer|leader|entrepreneur|founder|gardener|baker|writer|artist|one|everyone|everybody"
    r"|anyone|anybody|nobody|whoever|someone)\b"
)
MAN = re.compile(r"\b(?:man|men|boy|father|dad|son|brother|husband|uncle|king|gentleman|guy|bloke|lad|grandad|grandfather|ram|bull|dog|cat|horse|he)\b")
MESSAGE = both("'{text}' leaves out half of those who are meant.", "« {text} » laisse de côté la moitié des gens visés (anglais).")
SUGGESTION = both("Use 'they', 'their', or put it in the plural.", "Mettez « they », « their », ou le pluriel.")
THEY = {"he": "they", "his": "their", "him": "them", "himself": "themselves"}


@rule("INC009", "generic-he", level="advice", last_reviewed="2026-11-22", locales=("en",), anchors={"en": anchors_of(PATTERN)})
def generic_he(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """He, for anybody.

    What it does
        Finds `every customer … his` and the like: a general person followed by he, his or him in the same sentence. A named or a known man, an animal and `he
        or she` pass.
    Why
        Singular they is older than the rule against it.
    En français
        « He » pour tout le monde (anglais)
        Le « they » singulier est plus vieux que la règle qui l'interdit.
    Example
        Bad (en): Every customer gets his own locker.
        Good (en): Every man in the choir has his own peg.
    Source
        Retext-equality 7, github.com/retextjs/retext-equality, and Mailchimp content style guide, github.com/mailchimp/content-style-guide, read 2026-11-21;
        chosen for marketing copy here.
    """
    for match in PATTERN.finditer(text.prose.scan):
        start, end = match.span(1)
        sentence = text.prose.scan[sentence_of(text.prose, start)[0] : start]
        named = any(piece[:1].isupper() for piece in text.prose.text[match.start() + 1 : start].split())
        if ROLE.search(match.group()) and not MAN.search(sentence) and not named and not is_quoted(text.prose, start, end):
            yield Hit(
                start,
                end,
                MESSAGE.fill(text=text.prose.text[start:end]),
                SUGGESTION,
                Fix(replacement=as_written(text.prose.text[start:end], THEY[match[1]]), safety="unsafe"),
            )
