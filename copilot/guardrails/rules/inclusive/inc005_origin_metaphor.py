import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.sentences import opens_sentence
from copilot.guardrails.checks.wording import is_own, said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:"
        r"(?:\w+ )?(?:gurus?|ninjas?)(?! turtles?| warrior| creami| nanak| granth| air| foodi)"
        r"|(?:find|found|join|meet|build|your|our|grow your) (?:own )?tribe(?! called)|spirit animals?|(?:low|bottom)(?: man)? on the totem pole"
        r"|pow-?wow|(?:black|white)list(?:s|ed|ing)?|master[/ -]slave"
        r"|(?:exotic|oriental|ethnic) (?:women|woman|men|girls?|beaut(?:y|ies)|looks?|faces?|people|prints?|models?|chic|wear|style)"
        r"|(?:gypp?ed|gypsy (?:soul|style|chic|look))|off the reservation|(?:colonial|plantation) (?:style|charm|chic|elegance|spirit|living)"
        r"|(?:first|third)[- ]world (?:problems?|countr(?:y|ies))"
        r")"
    ),
    "fr": re.compile(
        r"\b(?:"
        r"(?:un |une |des |le |la |nos |votre |véritable )?gourous? (?:du|de la|des|de l'|marketing|digital|bien-être)"
        r"|(?:un |une |des |le |nos |devenez un |vrai )?ninjas? (?:du|de la|des|de l'|marketing|digital|excel)|animal totem"
        r"|(?:beauté|femme|fille|visage|charme|corps|peau)s? (?:exotique|orientale?|ethnique|métissée?)s?"
        r"|(?:imprimé|look|style|motif|bijou|chic|touche|esprit|déco)s? (?:ethnique|tribal)(?:e|s|es|aux|-chic)?(?: chic)?"
        r"|(?:style|esprit|charme|chic|élégance|ambiance|déco|meubles?) coloni(?:al|ale|aux)|nègre littéraire|petit nègre"
        r"|âme (?:de )?(?:gitane|bohémienne|tzigane)|pays (?:du tiers-monde|sous-développés?)|maître[/ -]esclave"
        r"|(?:tribu|communauté) de (?:guerriers|sauvages|cannibales)"
        r")"
    ),
}  # fmt: skip
MESSAGE = both("'{text}' borrows a people for an image.", "« {text} » emprunte un peuple pour une image.")
SUGGESTION = both("Say expert, group, blocklist, or name the place and the pattern.", "Dites spécialiste, groupe, ou nommez le lieu et le motif.")


@rule("INC005", "origin-metaphor", level="advice", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def origin_metaphor(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A people for a metaphor.

    What it does
        Finds guru, ninja, `find your tribe`, spirit animal, `ethnic print`, « style colonial », « gourou du marketing ». Names (Ninja Turtles), religion,
        martial arts, and « toute la tribu » for a family pass.
    Why
        What is a title or a history to some is decoration here.
    En français
        Un peuple pour métaphore
        Ce qui est un titre ou une histoire pour les uns devient ici un décor.
    Example
        Bad (en): Become a spreadsheet ninja.
        Good (en): Ninja Turtles socks, for small feet.
        Bad (fr): Un gourou du marketing vous parle.
        Good (fr): Des chaussettes pour toute la tribu.
    Source
        Retext-equality 7, github.com/retextjs/retext-equality, and Mailchimp content style guide, github.com/mailchimp/content-style-guide, read 2026-11-21;
        chosen for marketing copy here.
    """
    for start, end in said(PATTERNS[grounds.locale], text.prose):
        word = text.prose.text[start:end].split()[-1]
        if not (word.istitle() and not opens_sentence(text.prose, end - len(word)) and text.prose.text.count(" ") > 3) and not is_own(
            grounds, text.prose, start, end
        ):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
