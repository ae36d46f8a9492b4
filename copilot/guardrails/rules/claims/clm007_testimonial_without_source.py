import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

NAME = r"[A-ZÀ-Ý][a-zà-ÿ]{1,14}(?:-[A-ZÀ-Ý][a-zà-ÿ]{1,14})?"
BUYER = r"(?:[Cc]liente?|[Aa]cheteu[rs]e?|[Uu]tilisat(?:eur|rice)|[Aa]bonnée?|[Mm]aman|[Vv]erified|[Cc]ustomer|[Bb]uyer|[Uu]ser|[Mm]um|[Mm]om)\b"
STOP = r"(?=\s*(?:$|\n|[.!)]|, (?:à |in |from )?[A-ZÀ-Ý]))"
AGE = rf",? ?\(?(?:aged )?\d{{2}}(?: ?ans| years old)?\b{STOP}"
SIGNED = re.compile(
    rf"(?<!\d)[»\"”]\s{{0,2}}(?:[—–-]|\n)\s{{0,2}}(?P<name>{NAME})(?: [A-ZÀ-Ý]\b\.?)?(?: {NAME}(?={AGE}|,? ?\(?{BUYER}))?(?:{AGE}|,? ?\(?{BUYER}"
    rf"|, [A-ZÀ-Ý][a-zà-ÿ-]+{STOP}|{STOP})"
    rf"|(?<!\d)[»\"”],?\s{{0,2}}(?:\(|(?:says|raves|writes|confie|témoigne|raconte|explique|dit"
    rf"|assure) )?(?P<second>{NAME})(?: [A-ZÀ-Ý][a-zà-ÿ]*\.?)?(?:{AGE}|,? \(?(?:verified|client|cliente|acheteuse|acheteur) (?:buyer|customer"
    rf"|vérifiée?)\b)"
    rf"|(?:^|[\n.!?] ?)(?P<third>{NAME})(?: [A-ZÀ-Ý]\.)?,? ?\(?\d{{2}}(?: ?ans| years old)?\)?(?:, (?:à |in |from )?[A-ZÀ-Ý][a-zà-ÿ-]+)? ?: ?[«\"“]",
    re.MULTILINE,
)  # fmt: skip
_NO_NAMES = "le la les the it il elle on we january february march april may june july august september october november december"
NO_NAMES = frozenset(_NO_NAMES.split())
OPENING = {"»": "«", "”": "“", '"': '"'}
MESSAGE = both("Who said it, where and when? {name} may not exist.", "Qui l'a dit, où et quand ? {name} n'existe peut-être pas.")
SUGGESTION = both(
    "Quote a real person whose words you keep on file and put them in the claim bank, or leave the quotation out.",
    "Citez une personne réelle dont vous gardez les mots et mettez-les dans la banque d'allégations, ou retirez la citation.",
)


@rule("CLM007", "testimonial-without-source", level="blocking", last_reviewed="2026-11-22", anchors={"en": ('"', "”", "»", "“"), "fr": ("»", '"', "”", "«")})
def testimonial_without_source(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A testimonial that nobody can trace.

    What it does
        Finds a quotation signed with a first name alone, an initial, an age, a town or "verified buyer". Passes quotations that the brief or a claim in
        force states, people of the brand (`names` in voice.yaml) and full names as the press gives them.
    Why
        Made-up reviews are a banned practice in the EU, the UK and the US, those made by AI included; a model writes them without being asked.
    En français
        Témoignage introuvable
        Les faux avis sont interdits en Europe, au Royaume-Uni et aux États-Unis, IA comprise ; un modèle en écrit sans qu'on le lui demande.
    Example
        Bad (en): "It changed how I walk." - Sarah, 34
        Good (en): "It creaks," said Joan Baxter in the Hexham Courant.
        Bad (fr): « Elle a changé mes hivers. » — Marie, 34 ans
        Good (fr): « On verra bien », disait Victor Hugo.
        Good (fr): « Une laine. » Le reste vient après.
    Source
        Directive 2005/29/EC, annex I, points 23b and 23c (numbers not verified against the text), https://eur-lex.europa.eu/eli/dir/2005/29/oj;
        FTC rule on fake reviews, 16 CFR 465, https://plainstamp.pages.dev/rules/us-ftc-ai-endorsements-2024; both read 2026-11-21.
    """
    own = grounds.house.names if grounds.house else frozenset()
    for match in SIGNED.finditer(text.prose.text):
        group = next(group for group in ("name", "second", "third") if match[group])
        name, start = match[group], match.start(group)
        before = text.prose.text[max(0, match.start() - 400) : match.start()]
        quoted = before.rsplit(OPENING.get(match.group()[0], '"'), 1)[-1] if group != "third" else ""
        if name.lower() in own or name.lower() in NO_NAMES or (quoted and grounds.stated.holds(quoted)):
            continue
        yield Hit(start, start + len(text.prose.text[start : match.end()].rstrip(' ,:«"“(')), MESSAGE.fill(name=name), SUGGESTION)
