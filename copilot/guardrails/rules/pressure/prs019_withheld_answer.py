import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:you(?: won't|(?:'ll| will) (?:never|not)) (?:believe|guess|look at|think of|see) (?:what|who|how|why|where|it|this|your|the same)"
        r"|you won't believe\b"
        r"|what (?:happened|came) next\b|what (?:happens|comes) next (?:will|might|may|is going)\b"
        r"|(?:will|might|could|may) (?:blow your mind|shock you|surprise you|make you (?:gasp|cringe|question|rethink|say wow)|leave you speechless)"
        r"|(?:one|this) (?:one )?(?:weird|simple|little|strange|secret|clever) (?:trick|secret|hack|mistake)(?= (?:that|to|will|can|could|may|for|in)\b| ?[.!:?]| ?$)"
        r"|(?:don't|doesn't|do not|won't|never) want you to (?:know|see|find out)|(?:nobody|no one|experts) (?:ever |really |never |don't |won't )?tells? you"
        r"|(?:shocking|surprising|real|dark|ugly) (?:truth|reason|secret)s? (?:about|behind|why)"
        r"|\d+ [a-z-]+(?: [a-z-]+){0,2} (?:you (?:didn't|never|probably didn't|had no idea)|you'll only|only [a-z' -]{3,20} will|that will (?:make|change|blow|shock))"
        r"|you've been [a-z' -]{3,40} wrong (?:all along|(?:all )?your (?:whole |entire )?(?:life|lives))"
        r"|(?:number|no\.|#) ?\d+ (?:will|is going to|might)\b|(?:wait|just wait) (?:until|till) you see\b|the (?:answer|reason|result) (?:will|may|might) (?:surprise|shock))"
    ),
    "fr": re.compile(
        r"\b(?:(?:vous n'allez|tu ne vas|on ne va|vous allez ne|tu vas ne) (?:jamais|pas) (?:en |le |y )?(?:croire|revenir|deviner)"
        r"|n'en (?:croire[zs]|croiras|croirez|reviendrez|reviendras) pas\b|pas en croire (?:vos|tes) yeux"
        r"|(?:va|vont|risque de|risquent de|pourrait|devrait) (?:vous|te) (?:surprendre|étonner|bluffer|choquer|laisser (?:sans voix|bouche bée)|scotcher|retourner le cerveau)"
        r"|ce qui (?:(?:lui |leur |vous |t')?arrive|(?:lui |leur )?est arrivé|se passe|s'est passé) (?:ensuite|après)"
        r"|(?:cette|une|l'unique) (?:petite |simple |seule )?(?:astuce|technique|méthode|ruse) (?:toute simple |secrète |étonnante |méconnue |de grand-mère )?(?:que (?:personne|tout le monde|les)"
        r"|va |pour ne plus jamais|qui (?:va|change))"
        r"|(?:personne|on|ils|elles|les [\w-]+) ne (?:vous |te )?(?:(?:le |l')?(?:dit|dira|disent|diront)|veu(?:t|lent) pas que (?:vous|tu) sach\w+)(?: jamais| pas)?(?= ?[.!?:…]| sur\b| à propos| ?$)"
        r"|\d+ [\wéèêàâîïôûç'-]+ (?:que (?:vous|tu) (?:ne (?:saviez|savais|connaissez|connais|soupçonn\w+)|ignor\w+)|qui vont (?:vous|te) (?:faire|changer|surprendre|étonner))"
        r"|(?:la|le) (?:vérité|raison|secret) (?:choc|choquante?|surprenante?|cachée?|étonnante?|inavouable)"
        r"|(?:la|le) (?:n° ?|numéro )\d+ (?:va|vous|te|est)|attend(?:ez|s) (?:un peu )?de voir (?:la suite|ce que|ce qui)"
        r"|(?:vous|tu) (?:faites|fais|utilisez|utilises|mangez|manges|lavez|laves|portez|portes) mal\b[^.!?\n]{0,40} depuis (?:toujours|des années))"
    ),
}  # fmt: skip
MESSAGE = both("Holds back what it has to say: '{text}'.", "Retient ce qu'il a à dire : « {text} ».")
SUGGESTION = both(
    "Give the answer here. Whoever wants more will read on.",
    "Donnez la réponse ici. Qui veut en savoir plus lira la suite.",
)


@rule("PRS019", "withheld-answer", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def withheld_answer(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An answer held back.

    What it does
        Finds clickbait: `you won't believe what`, `what happened next`, `this one trick`, `12 things you didn't know`. A question that the copy answers, a
        plain number of reasons and a real secret pass.
    Why
        The reader pays with a click for a sentence that could have stood here. The second time she does not click.
    En français
        Une réponse qu'on retient
        Le lecteur paie d'un clic une phrase qui tenait ici. La deuxième fois, il ne clique plus.
    Example
        Bad (en): You won't believe what this pack can do.
        Good (en): This pack carries 42 litres and leans to the left.
        Bad (fr): Ce que fait ce plaid va vous surprendre.
        Good (fr): Ce plaid pèse 1,1 kg.
    Source
        A. Chakraborty, B. Paranjape, S. Kakarla, N. Ganguly, "Stop Clickbait", ASONAM 2016, and its headlines, github.com/bhargaviparanjape/clickbait, read
        2026-11-22; patterns written here. They find 76 of its 3,269 clickbait headlines (most are quizzes and lists, which hold nothing back) and 0 of 3,210
        others.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
