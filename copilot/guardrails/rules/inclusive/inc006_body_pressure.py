import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import meant
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:beach|bikini|summer|swimsuit)[- ](?:body|bod|ready)(?: body)?"
        r"|(?:get rid of|say goodbye to|banish|hide|erase|fix|conceal|correct) (?:all )?(?:your |those |the )?(?:imperfections|flaws|cellulite|wrinkles"
        r"|love handles|muffin top|belly fat|problem areas|bingo wings|stretch marks|extra (?:pounds|kilos)|double chin)"
        r"|(?:your |those )?problem areas|muffin tops?|love handles|bingo wings|thunder thighs"
        r"|guilt[- ]free (?:treats?|snacks?|dessert|indulgence|chocolate|pleasure|pizza)?|(?:earn|deserve) your (?:dessert|dinner|cake|carbs)"
        r"|cheat (?:meal|day)s?|(?:lose|drop|shed) (?:the )?(?:baby|holiday|christmas|winter|covid) (?:weight|pounds|kilos)"
        r"|look(?:ing)? (?:\d+ |ten |years? )?(?:years )?younger|(?:perfect|ideal|dream) (?:body|figure|shape)|real women have curves"
        r"|turn back the clock(?= on)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"summer body|corps (?:de rêve|parfait|idéal)|(?:silhouette|ligne|corps) (?:parfaite?|de rêve|idéale?)|ventre plat"
        r"|prêtes? pour (?:le maillot|la plage|l'été|le bikini)|(?:régime|objectif|spécial) maillot"
        r"|(?:débarrassez-vous|débarrasse-toi|éliminez|élimine|effacez|efface|gommez|gomme|camouflez|camoufle|cachez|cache|finissez-en avec|dites adieu à"
        r"|dites adieu aux|dis adieu à|dis adieu aux) ?(?:de |d')?(?:vos|tes|ces|les|aux)? ?(?:imperfections|rides|bourrelets|cellulite|kilos|défauts"
        r"|complexes|vergetures|poignées d'amour|capitons|rondeurs|formes)"
        r"|culotte de cheval|poignées d'amour|peau d'orange|bras chauve-souris|sans (?:culpabiliser|culpabilité)"
        r"|paraître? (?:\d+ ans |dix ans |bien )?plus jeune"
        r"|(?:perdez|perds|perdre) (?:vos|tes|les) kilos (?:de (?:grossesse|noël|fêtes)|des fêtes|de l'hiver)|trahi(?:t|ssent) (?:votre|ton) âge"
        r"|taille de guêpe"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("'{text}' tells the reader that her body is wrong.", "« {text} » dit au lecteur que son corps a tort.")
SUGGESTION = both("Say what the thing does or feels like, on any body.", "Dites ce que fait la chose, ou ce qu'on sent, sur n'importe quel corps.")


@rule("INC006", "body-pressure", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def body_pressure(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A body that is wrong.

    What it does
        Finds beach body, `hide your flaws`, guilt-free, « ventre plat », « effacez vos imperfections », « prête pour le maillot ». Imperfections of leather,
        a swimsuit as a thing, and denials pass.
    Why
        The code of the trade asks for responsibility here, and the joke is on the customer.
    En français
        Un corps qui a tort
        Les codes de la publicité appellent à la responsabilité, et la plaisanterie se fait sur la cliente.
    Example
        Bad (en): Get your beach body in four weeks.
        Good (en): The leather has its imperfections.
        Bad (fr): Objectif ventre plat avant l'été.
        Good (fr): Le cuir a ses imperfections.
    Source
        ASA on social responsibility and body image, and ARPP image et respect de la personne (general practice, not verified against the text); notes on
        inclusive language, read 2026-11-21.
    """
    for start, end in meant(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
