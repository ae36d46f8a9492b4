import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both
from copilot.records import Fix

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:(?:no|nope|nah|not now|maybe later),?(?: thanks?(?: you)?| thank you| thanx)[,.! –—-]{0,3}|(?:no|nope|nah|not now|maybe later)[,! –—-]{1,3})"
        r"(?:but )?(?:i(?:'d| would) rather|i(?:'ll| will)|i (?:don't|dont|do not|didn't|hate|prefer|like|love|enjoy|want to|already|can't)|i(?:'m| am)"
        r"(?: not)?|let me keep|keep (?:my|paying|charging)|save me from|who needs)[^.!?\n]{0,50}?\b(?:full[- ]price|full whack|save\b|saving\w*|discounts?"
        r"|deals?|bargains?|money|offers?|win(?:ning)?|prizes?|gifts?|freebies?|free (?!of)|coupons?|perks|rewards?|benefits|treats?|vip|cheap\w*|expensive"
        r"|better|best|success\w*|grow\w*|sales|traffic|leads|customers|profit\w*|rich\w*|health\w*|fit\b|weight|shape|beaut\w*|good skin|look(?:ing)? "
        r"(?:good|my best|great|young\w*)|style|stylish|smart\w*|learn\w*|knowledge|informed|fun\b|happy|happiness|love|sleep\w*|bored|boring|improve"
        r"|upgrade|comfort\w*|protect\w*|safe\w*|secure|success|organi[sz]ed|productiv\w*|pay(?:ing)? (?:more|too|extra|full)|cold|lonely|miss(?:ing)?"
        r"(?: out)?|los(?:e|ing)|sail away|another day|behind|hard way|waste\w*|wasting|risk\w*|spam|struggl\w*)[^.!?\n]{0,40}"
        r"|(?:^|(?<=[.!?\n•>|\]] ))(?:i(?:'d| would) rather (?:pay (?:the )?(?:full|extra|more for (?:less|the same))|not (?:save|win|get|have|look|know)"
        r"|miss|stay|lose)|i(?:'ll| will| want to| prefer to) (?:pay (?:the )?full price|pay more|(?:shop|buy|continue) without (?:a |the |my )?(?:discount"
        r"|deal|savings?|offer)|miss out|pass on (?:the|my|this) (?:savings|discount|deal))|i (?:don't|do not|hate) (?:want|like|need|care about)? ?"
        r"(?:to save|saving|savings|discounts?|deals?|free (?:stuff|gifts?|money|shipping)|winning|good deals|looking good))[^.!?\n]{0,40}"
    ),
    "fr": re.compile(
        r"(?:non|nan|pas maintenant|plus tard),?(?: merci)?[,.! –—-]{0,3}(?:(?:je|moi je) (?:préfère|prefere) (?:payer|rester (?!chez|client|sur|anonyme)"
        r"|garder mes (?:kilos|problèmes|rides|dettes|galères)|perdre|rater|manquer|avoir (?:froid|mal|tort|peur|des)|vivre (?:dans|sans)|souffrir|ignorer"
        r"|mal dormir|dormir mal|galérer|stagner|ne pas|passer à côté|continuer à (?:perdre|payer|galérer|souffrir|stresser|dormir|rater|subir)|être "
        r"(?:moche|triste|seule?|en retard|à la traîne|mal)|dépenser|gaspiller|subir|le plein tarif|les (?:problèmes|rides|kilos|prix))|je (?:ne veux|n'ai"
        r"|ne souhaite|n'ai pas|ne tiens|veux) pas (?:(?:envie|besoin) )?(?:d'|de |à |m')?(?:économ|faire d'|réduc|remise|promo|cadeau|profiter"
        r"|bonnes? affaires?|gagner|progress|réussir|amélior|apprendre|me faire plaisir|avantages?|bons? plans?|belle|mieux|dormir mieux|santé|aide|succès"
        r"|code|rabais|prendre soin|gratuit|payer moins|être (?:belle|beau|au chaud|en forme|heureu|informée? des bons))|je n'aime pas (?:les? |la |faire "
        r"|recevoir )?(?:bonnes? affaires?|économ|cadeaux?|réduc|remises?|promos?|bons? plans?|gagner|surprises?|payer moins)|je (?:déteste|renonce à"
        r"|refuse) (?:les? |la |mes |ma |mon |l'|d')?(?:bonnes? affaires?|économ|cadeaux?|réduc|remises?|promos?|bons? plans?|avantages?|gagner|surprises?"
        r"|offre|chance|gratuit)|je (?:paie|paye|paierai|payerai|vais payer) (?:plus|plein|le plein|le prix fort|tout)|j'aime (?:payer|avoir froid|perdre"
        r"|dépenser|gaspiller|les galères)|j'ai (?:déjà )?(?:assez|trop|tout l'argent) ?d?'?(?:e )?(?:argent|économies|amis|clients)|je (?:laisse"
        r"|laisserai) (?:passer|filer)|je passe à côté|tant pis(?! on)|sans façon,? je)[^.!?\n]{0,50}"
        r"|je préfère (?:payer (?:plus|plein|le prix fort|le plein tarif)|ne pas (?:économiser|profiter))[^.!?\n]{0,30}"
        r"|(?:^|(?<=\n))tant pis pour (?:moi|mes|ma|mon|les économies|la réduction)[^.!?\n]{0,30}(?=$|\n)"
        r"|je (?:paierai|paie|paye) (?:le )?(?:plein tarif|plein pot|prix fort)"
    ),
}  # fmt: skip
MESSAGE = both("Makes the reader ashamed of saying no.", "Fait honte à qui dit non.")
SUGGESTION = both(
    "A plain label: 'No thanks'. A joke may stand beside it, not in its place.",
    "Un libellé neutre : « Non merci ». Une blague peut se tenir à côté, pas à sa place.",
)


@rule("PRS007", "confirmshaming", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def confirmshaming(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A no that shames.

    What it does
        Finds refusal labels that have the reader say something silly or sad of herself (`No thanks, I'd rather pay full price`, « Non merci, je préfère payer
        plus cher »). A plain reason (`No thanks, I don't need a receipt`, « Non, je continue sans compte ») passes.
    Why
        A refusal costs nothing until it has to be signed with an insult; 169 of 1,818 patterns counted on shop sites were this one.
    En français
        Un refus qui fait honte
        Un refus ne coûte rien, sauf s'il faut le signer d'une insulte ; 169 des 1 818 procédés relevés sur des sites marchands étaient celui-ci.
    Example
        Bad (en): No thanks, I'd rather pay full price.
        Good (en): No thanks, I don't need a receipt.
        Bad (fr): Non merci, je préfère payer plein tarif.
        Good (fr): Non merci, je continue sans compte.
    Source
        DSA (EU) 2022/2065, art. 25, and UCPD 2005/29/EC, art. 5-9 (general practice, not verified against the text); Mathur et al. 2019,
        github.com/aruneshmathur/dark-patterns, and github.com/yamanalab/ec-darkpattern, read 2026-11-21; patterns written here, measured with
        bench/pressure.py.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE, SUGGESTION, Fix(replacement="No thanks" if grounds.locale == "en" else "Non merci", safety="unsafe"))
