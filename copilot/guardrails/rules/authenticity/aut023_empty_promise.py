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
        r"(?:take|takes|taking|took|taken|bring|brings|bringing|elevat\w+|push\w*|rais\w+|move|moving)(?: [\w'-]{1,30}){1,6} to the next level"
        r"|next-level (?=[a-z])|like never before|(?:the )?(?:possibilities|opportunities|options) are (?:endless|limitless|infinite)"
        r"|endless possibilities|the sky(?:'s| is) the limit"
        r"|(?:make|making) every (?:moment|day|second|step|sip|bite|meal) (?:count|special|unforgettable|memorable)"
        r"|(?:exceed|surpass|go beyond)(?:s|ing)? (?:all )?your (?:wildest )?(?:expectations|dreams)"
        r"|redefin(?:e|es|ing) (?:what it means|the way|luxury|comfort|style|excellence|the future|how)"
        r"|a (?:whole )?new (?:era|dimension|standard|chapter) (?:of|in|for)"
        r"|(?:simplif(?:y|ies)|transform|change|revolutioni[sz]e)s? (?:your life|the way you (?:live|work|shop|cook|sleep|think|eat|move|travel))"
        r"|the (?:future|next generation) of [a-z]+(?: [a-z]+)? (?:is|has arrived|starts)"
        r"|push(?:es|ing)? (?:the|your) (?:boundaries|limits|envelope)(?! of the (?:drawer|door|box|bag|bin))|at your fingertips"
        r"|(?:where|when) (?:dreams|magic) (?:come true|happens?)|every step of the way"
        r"|(?:designed|built|made|crafted) (?:with you in mind|to inspire|for the modern \w+)|leave(?:s)? a lasting impression"
        r"|stand out from the crowd|every \w+ tells a story|behind every \w+,? (?:is|there's|there is|lies) an? |breath(?:e|es|ing) new life into"
        r"|(?:brighter|better|greener) tomorrow|we(?:'ve| have) got you covered|join the (?:movement|revolution|journey)"
        r"|(?:something|a little something) for every(?:one|body)|a (?:cut|step) above the rest"
        r"|the perfect (?:companion|addition|solution|choice|way) (?:for|to) (?:every|any|all|your|those)|(?:best|perfect) of both worlds"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:passe(?:z|r)?|passons) (?:votre \w+ |ton \w+ )?(?:au niveau supérieur|à la vitesse supérieure|au (?:cran|niveau) (?:au-dessus|suivant))"
        r"|comme (?:vous ne l'avez )?jamais (?:auparavant|vu(?:e)? auparavant)|comme jamais auparavant"
        r"|(?:les )?possibilités (?:sont |)(?:infinies|illimitées|sans limites?)|une nouvelle (?:ère|dimension|expérience de vie)"
        r"|un nouveau (?:standard|chapitre) (?:de|d'|dans|pour)"
        r"|(?:redéfini(?:t|r|ssent|ssons)|réinvente(?:nt|z)?) (?:l'expérience|les codes|les standards|la notion|votre façon|l'art|le luxe|le confort)"
        r"|(?:au-delà|à la hauteur) de (?:toutes )?(?:vos|tes) (?:attentes|espérances|ambitions|exigences|rêves|envies)"
        r"|(?:dépass|surpass)(?:e|ent|er|ons|era) (?:toutes )?(?:vos|tes) (?:attentes|espérances)"
        r"|(?:chang|transform|simplifi|révolutionn|facilit)(?:e|er|era|ent|ez)(?: à jamais)? (?:votre|ta) (?:vie|façon de|manière de)"
        r"|vous (?:simplifie|change|facilite) la vie|à portée de clics?"
        r"|(?:chaque|de chaque) (?:moment|instant|jour|détail|pas|geste) (?:compte|(?:devient|est|soit) (?:unique|magique|inoubliable|précieux|un plaisir))"
        r"|faire de chaque (?:moment|instant|jour|repas|journée)"
        r"|(?:parce que|car) (?:vous le valez bien|vous le méritez|chaque détail compte|vous méritez (?:le meilleur|mieux))"
        r"|(?:donn(?:e|ez|ons|er)) vie à (?:vos|tes) (?:projets|rêves|idées|envies)|(?:le meilleur des deux mondes)"
        r"|pensée?s? pour (?:vous|sublimer|vous accompagner|votre bien-être|le quotidien)|chaque \w+ raconte une histoire"
        r"|derrière chaque \w+,? (?:il y a|se cache) une? |pour un avenir (?:plus|meilleur)\b(?: \w+)?"
        r"|rejoign(?:s|ez|ons) (?:le mouvement|l'expérience)|il y en a pour tous les goûts"
        r"|répond(?:re|ent)? à (?:tous|toutes) (?:vos|tes) (?:besoins|envies|attentes|exigences)"
        r"|repouss(?:e|ez|er|ons|ent) (?:les|vos|tes|toutes les) limites|laiss(?:e|er|ez) une (?:impression|empreinte) (?:durable|inoubliable)"
        r"|(?:fait|font) toute la différence(?! entre)|à vos côtés à chaque étape"
        r"|vous accompagne (?:à chaque (?:étape|instant|moment)|au quotidien|partout|dans (?:tous|chacun))"
        r"|au service de votre (?:bien-être|beauté|réussite|confort|quotidien|performance)"
        r"|votre (?:bien-être|satisfaction|confort|réussite|sommeil), notre (?:priorité|mission|passion|engagement|métier)"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("A promise with nothing in it: '{text}'.", "Une promesse sans rien dedans : « {text} ».")
SUGGESTION = both("Say what changes, for whom, by how much.", "Dites ce qui change, pour qui, de combien.")


@rule("AUT023", "empty-promise", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def empty_promise(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An empty promise.

    What it does
        Finds promises that name no benefit: to the next level, endless possibilities, at your fingertips, au niveau supérieur, à la hauteur de vos attentes.
        Quoted and denied ones pass.
    Why
        It cannot be kept or broken, so nobody believes it.
    En français
        Une promesse vide
        On ne peut ni la tenir ni la trahir ; personne n'y croit.
    Example
        Bad (en): Take your mornings to the next level.
        Good (en): Mind the next step.
        Bad (fr): Passez au niveau supérieur.
        Good (fr): Le rayon laine est au niveau supérieur, par l'escalier.
    Source
        Signs of AI writing, collected in github.com/blader/humanizer v2.8.2, read 2026-11-21; French: usage.
    """
    for start, end in meant(PATTERNS[grounds.locale], text.prose):
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
