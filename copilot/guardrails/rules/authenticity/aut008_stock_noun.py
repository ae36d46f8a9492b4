import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_of
from copilot.guardrails.checks.stock import WORN, count_worn, worn
from copilot.guardrails.checks.wording import is_own, meant
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:a |an |the |this |living |true |rich ){0,4}(?:testament to|tapestry of|symphony of|kaleidoscope of|beacon of|treasure trove of|(?:within "
        r"|in )?the realm of|plethora of choice|oasis of (?:calm|peace|tranquil\w+|serenity|comfort)|haven (?:for|of) (?!the homeless)|labyrinth of"
        r"|crucible of|epitome of|(?:quiet |loving |true )?ode to (?!joy)|sanctuary of|cocoon of|pinnacle of (?:luxury|comfort|elegance|style|performance"
        r"|design|excellence|craft\w*|innovation))"
        r"|(?:digital|competitive|business|marketing|retail|media|technological|regulatory|ever-\w+|evolving|changing|modern|today's) landscape"
        r"|(?:wellness|skin ?care|sustainability|culinary|style|customer|buyer's|digital transformation|self-care|beauty|creative|brand) journey"
        r"|(?:unforgettable|immersive|seamless|unparalleled|one-of-a-kind|memorable|elevated|transformative|curated|truly unique|sensory) experiences?"
        r"|experience (?:unlike any other|like no other)|dance of (?:flavou?rs|light|colou?rs)"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:véritable |vraie |pure )?(?:symphonie de (?:saveurs|couleurs|parfums|sens|textures|notes)|ode (?:à|au|aux) |hymne (?:à la|à l'|au"
        r"|aux) (?!national)|écrin (?:de|d') ?(?:douceur|nature|lumière|luxe|élégance|sérénité|calme|confort|bien-être)|havre de (?:paix|sérénité|calme"
        r"|tranquillité|douceur)|cocon de (?:douceur|bien-être|chaleur|confort)|bulle de (?:douceur|bien-être|sérénité|bonheur|calme|détente|fraîcheur"
        r"|zénitude)|concentré (?:de|d') ?(?:technologie|douceur|bien-être|bonheur|énergie|innovation|fraîcheur|élégance|plaisir|style|bonne humeur"
        r"|gourmandise|efficacité)|quintessence (?:de|du|d'))"
        r"|invitation (?:au voyage|à la (?:détente|rêverie|découverte|évasion|gourmandise|flânerie)|à l'évasion|au partage|à ralentir)"
        r"|alliée?s? (?:idéale?s?|parfaite?s?|indispensables?|incontournables?|beauté|minceur|bien-être|du quotidien|au quotidien|de votre|de vos|de ta"
        r"|de tes|de taille)"
        r"|compagnons? (?:idéal|idéaux|parfaits?) (?:de|pour|du)"
        r"|expériences? (?:(?:client |utilisateur |culinaire |shopping |d'achat )?(?:unique|inoubliable|immersive|sensorielle|hors du commun|incomparable"
        r"|fluide|sans couture|mémorable|exceptionnelle|d'exception|inédite|authentique)s?)"
        r"|alchimie (?:parfaite|subtile|unique|entre)|touche (?:d'élégance|de magie|d'exception|de raffinement)|art de vivre à la française"
        r"|(?:témoigne(?:nt)?|témoignage) de (?:notre|son|leur|l') ?(?:engagement|volonté|passion|attachement|savoir-faire|excellence|amour)"
        r"|parenthèse (?:enchantée|hors du temps|de douceur|bien-être|de bien-être)"
        r"|véritable (?:bijou|pépite|invitation|voyage|havre|cocon|écrin|allié|chef-d'œuvre|concentré|must|atout|révolution)"
        r")"
    ),
}  # fmt: skip
WORN_MESSAGE = both("'{text}' is worn; {count} such words in this text.", "« {text} » est usé ; {count} mots de ce genre dans ce texte.")
MESSAGE = both("'{text}': a figure that everybody has used.", "« {text} » : une image qui a trop servi.")
SUGGESTION = both("Name the thing itself, or what one does with it.", "Nommez la chose, ou ce qu'on en fait.")


@rule(
    "AUT008",
    "stock-noun",
    level="scoring",
    last_reviewed="2026-11-22",
    anchors={locale: (*anchors_of(PATTERNS[locale]), *WORN[locale]["noun"].anchors) for locale in PATTERNS},
)
def stock_noun(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """Stock nouns.

    What it does
        Flags worn images (`a testament to`, `tapestry of`, « un havre de paix », « une véritable invitation ») at once, and worn nouns (synergy, realm,
        univers, écosystème) where a text holds two or more worn words.
    Why
        A large abstract noun stands where the thing should be.
    En français
        Noms passe-partout
        Un grand nom abstrait tient la place de la chose.
    Example
        Bad (en): This chair is a testament to craft.
        Good (en): The New Testament is in the drawer.
        Bad (fr): Un véritable havre de paix.
        Good (fr): Les Havrais sont passés prendre leur plaid.
    Source
        Kobak et al., Science Advances 2025, https://arxiv.org/abs/2406.07016, read 2026-11-21; Signs of AI writing, collected in github.com/blader/humanizer
        v2.8.2, read 2026-11-21; French images: usage, lists in public style notes read 2026-11-21.
    """
    figures = list(meant(PATTERNS[grounds.locale], text.prose))
    for start, end in figures:
        yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
    for start, end in worn(text.prose, "noun"):
        if not any(begin < end and start < stop for begin, stop in figures) and not is_own(grounds, text.prose, start, end):
            yield Hit(start, end, WORN_MESSAGE.fill(text=text.prose.text[start:end], count=count_worn(text.prose)), SUGGESTION)
