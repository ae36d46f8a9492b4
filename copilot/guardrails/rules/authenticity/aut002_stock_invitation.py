import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.wording import is_own, said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:dive|dives|diving|delve|delves|delving)(?: deep(?:er)?| head ?first| right| straight)? into(?! (?:the |a |an |your |our |this |that |it|his "
        r"|her )?(?:\w+ )?(?:pools?|water|lakes?|seas?|rivers?|ocean|deep end|surf|waves?|pond|canal|loch|snow|bath|tub|harbour|quarry|hedge|crowd|bushes?"
        r"|cold)\b)"
        r"|embark(?:s|ing)? (?:up)?on (?:a|an|your|this|the|our)(?: [a-z-]{1,30}){0,3} (?:journey|adventure|quest|exploration|odyssey|path|chapter)"
        r"|unlock(?:s|ing)? (?:the |your |their |its |a |new |all |even )?(?:[a-z]+ )?(?:potential\b|power\b|secrets?|possibilit(?:y|ies)|opportunit(?:y"
        r"|ies)|growth|value|success|insights?|creativity|productivity|happiness|best self|world|magic|beauty|radiance|glow|confidence)"
        r"|unleash(?:es|ing)? (?!the (?:dogs?|hounds?|beast)\b)(?:your|their|the (?:\w+ )?(?:power|potential|magic|beauty|full|true|future|energy)|a "
        r"(?:new )?(?:wave|world) of|all)"
        r"|elevat(?:e|es|ing) (?:your|every|any|the|our|their)\b(?! (?:\w+ )?(?:legs?|feet|foot|arms?|heads?|heart rate|blood|ankles?|bed|mattress|wound"
        r"|risk|pots?|roots)\b)"
        r"|(?:step|enter|escape) into (?:a|the|our) (?:\w+ )?(?:world|realm|universe|future|haven|oasis|sanctuary)"
        r"|immers(?:e|ing) (?:your|our|them)sel(?:f|ves) in(?! (?:the |cold |hot |warm )?(?:\w+ )?(?:water|sea|bath|tub|lake|pool|river)\b)"
        r"|indulg(?:e|ing) in (?:a|the) (?:\w+ )?(?:world|luxury|symphony|experience|journey|art|essence|elegance)"
        r"|discover (?:the|a|an) (?:\w+ )?(?:magic|joys?|art|secrets?|beauty|power|world of|essence|ultimate|perfect|true|hidden|endless|unparalleled)"
        r"|explor(?:e|ing) (?:the|a|our) (?:\w+ )?(?:world|realm|universe|endless|infinite|possibilities|tapestry)"
        r"|experience (?:the|a) (?:\w+ )?(?:magic|difference|joys?|thrill|power|future|ultimate|perfect|true|pinnacle|epitome|luxury|next level)"
        r"|embrac(?:e|ing) (?:the|a) (?:\w+ )?(?:power|future|beauty|art|magic|journey|possibilit\w+|elegance|essence|spirit|harmony|change)"
        r"|harness(?:es|ing)? the (?:\w+ )?(?:power|potential|strength|energy|magic)"
        r"|let yourself be (?:\w+ )?(?:carried|transported|swept|inspired|seduced|enchanted|captivated|guided|tempted)"
        r"|prepare to be (?:\w+ )?(?:amazed|wowed|dazzled|captivated|enchanted|inspired|transported|blown)"
        r"|get ready to (?:be |embark|dive|elevate|transform|unlock|unleash|experience|discover|explore)"
        r"|(?:awaken|ignite|spark|tantali[sz]e|delight) your (?:senses|passion|taste ?buds|imagination|creativity|inner)"
        r"|join us on (?:a|this|our|the)(?: [a-z-]{1,30}){0,2} (?:journey|adventure|quest|mission)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:plonge(?:z|ons)?(?:-vous|-toi|-nous)?(?: ensemble)?|plongée) (?:dans|au c(?:œ|oe)ur|en plein)(?! (?:la |le |l'|les |un |une |votre |ta |ton "
        r"|ce |cette |de l')?(?:[\w-]{1,30} )?(?:piscine|eau|mer|lac|bain|bassin|océan|rivière|huile|étang|fleuve|lagon|baignoire|canal|neige|foule|glace"
        r"|marmite|casserole|noir)\b)"
        r"|embarqu(?:e|ez|ons) (?:pour|dans|vers) (?:un|une|l'|cette|ce|notre) ?(?:[\w-]{1,30} ){0,2}(?:voyage|aventure|univers|expérience|odyssée|périple"
        r"|monde)(?! (?:en (?:train|bateau|péniche|car|bus|mer)|vers|à)\b)"
        r"|laisse(?:z|ons)?-(?:vous|toi|nous) (?:transporter|séduire|tenter|emporter|envoûter|surprendre|charmer|inspirer|bercer|envelopper|conquérir"
        r"|captiver|embarquer|ensorceler|porter par (?!l'eau|le courant|la vague|les vagues|l'air))"
        r"|découvr(?:e|ez|ons|ir) (?:l'univers|(?:le|un|tout un) (?:\w+ )?(?:monde d|univers)|l'art d|l'art et|la magie|les? secrets?|l'essence|l'excellence"
        r"|l'alliance|toute la (?:beauté|richesse|magie|puissance)|une expérience|l'expérience)"
        r"|explor(?:e|ez|ons|er) (?:l'univers|(?:le|un|tout un) (?:\w+ )?(?:monde|univers)|de nouveaux horizons|les possibilités|l'infini)"
        r"|(?:entre|entrez|pénètre|pénétrez|bienvenue) dans (?:l'univers|notre univers|un univers|un monde (?:de|où)|un nouveau monde|le monde "
        r"(?:merveilleux|magique|fascinant)|la légende|une nouvelle ère)"
        r"|pouss(?:e|ez) les portes? (?:de l'univers|d'un (?:monde|univers)|de notre univers)"
        r"|vi(?:s|vez|vons|vre) (?:l'expérience|une (?:\w+ )?(?:expérience|aventure)|un moment (?:unique|inoubliable|magique|hors du temps)|des instants "
        r"(?:magiques|uniques|inoubliables|précieux|suspendus|rares))"
        r"|offre(?:z)?-(?:vous|toi) (?:une parenthèse|un instant|un moment (?:de|d'|hors)|une pause (?:de |bien)|une bulle|une escapade sensorielle"
        r"|l'excellence|le luxe)"
        r"|(?:éveill|réveill)(?:e|ez|ons|er) (?:vos|tes|les) (?:sens|papilles)"
        r"|libér(?:e|ez|ons|er) (?:tout )?(?:votre|ton|le|leur|son|tout le) (?:potentiel|plein potentiel|créativité|énergie|pouvoir)"
        r"|libér(?:e|ez|er) (?:votre|ta|sa) créativité"
        r"|révél(?:e|ez|ons|er) (?:tout )?(?:votre|ton|le|ta|son|sa) (?:\w+ )?(?:éclat|potentiel|beauté|style|personnalité|talent|splendeur)"
        r"|sublim(?:e|ez|ons|er) (?:votre|vos|ton|ta|tes|chaque|le|la|les|l')"
        r"|succomb(?:e|ez|ons|er) (?:au charme|à la tentation|aux? (?:plaisirs?|délices?|saveurs?)|à l'(?:élégance|envie|appel))"
        r"|évad(?:ez-vous|e-toi) (?:le temps|dans|au c(?:œ|oe)ur|avec)|rejoign(?:s|ez|ons) l'aventure"
        r"|(?:transform|réinvent|réenchant)(?:e|ez|ons|er) (?:votre|ton|ta|vos|tes) (?:quotidien|vie|routine|expérience|intérieur|business|façon|manière"
        r"|entreprise|relation)"
        r"|part(?:s|ez|ons) à la (?:découverte|rencontre) d(?:'un|e l'|e notre|e nos|es saveurs)[^.!?\n]{0,20}\b(?:univers|monde|saveurs|expérience|trésors?)"
        r"|osez l'(?:expérience|aventure|excellence|élégance)|un voyage (?:sensoriel|gustatif|olfactif|au c(?:œ|oe)ur d(?:e|es|u))"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("An invitation everybody sends: '{text}'.", "Une invitation que tout le monde envoie : « {text} ».")
SUGGESTION = both("Say what the reader will do or see: a verb with an object in it.", "Dites ce que le lecteur fera ou verra : un verbe, avec un objet dedans.")


@rule("AUT002", "stock-invitation", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def stock_invitation(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A stock invitation.

    What it does
        Finds invitations worn by use: dive into, unlock your potential, plongez dans, laissez-vous transporter. Pools, doors, boats and legs raised on a
        cushion pass.
    Why
        The verb promises a voyage and names no place. `Plongez` and its kin are absent from 217,000 words of human French pages.
    En français
        Invitation passe-partout
        Le verbe promet un voyage et ne dit pas où. « Plongez » et ses semblables : zéro fois dans 217 000 mots de pages françaises écrites par des gens.
    Example
        Bad (en): Dive into our new winter range.
        Good (en): Dive into the pool at seven, before the school bus.
        Bad (fr): Plongez dans l'univers de nos plaids.
        Good (fr): Plongez dans la piscine avant l'arrivée du car.
    Source
        Measured here on public French pages, 2026-11-21; English verbs: Kobak et al., Science Advances 2025, https://arxiv.org/abs/2406.07016, read
        2026-11-21.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        if not is_own(grounds, text.prose, start, end):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
