import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied, sourced
from copilot.guardrails.checks.sentences import sentence_of
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?<!\bour )(?<!\bour own )(?<!\bthis )(?<!\bthese )(?<!\btheir )(?<!\buser )(?<!\bmarket )(?:studies|research|science|scientists|researchers"
        r"|experts?|specialists|surveys|polls|statistics|analysts|insiders) (?:(?:consistently|clearly|now|all|also|even|increasingly|widely|have|has"
        r"|already) ){0,2}(?:shows?|shown|suggests?|agrees?|agreed|says?|proves?|proved|proven|confirms?|confirmed|recommends?|recommended|believes?|tells? us"
        r"|indicates?|reveals?|revealed|found|finds?|demonstrated?s?|reckons?)\b(?! (?:me|us how|that (?:they|he|she)))"
        r"|(?:a|one|another) (?:(?:recent|new|major|independent|clinical|scientific|leading) ){1,2}(?:study|survey|poll|trial) (?:has )?(?:shows|shown|found"
        r"|finds|reveals|revealed|suggests|says|proves|proved|confirmed|confirms)\b"
        r"|according to (?:(?:recent|new|many|some|several|leading|independent|the|top) ){0,2}(?:studies|research|experts|scientists|specialists|science"
        r"|surveys|statistics)\b"
        r"|it(?:'s| is| has been) (?:(?:scientifically|widely|well|long|now) )?(?:proven|established|recogni[sz]ed|accepted) that\b"
        r"|science[- ](?:backed|based|approved|proven)\b|(?:backed|proven|supported|approved) by (?:science|research|studies|experts|scientists)\b"
        r"|research[- ]backed\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?<!\bnos )(?<!\bmes )(?<!\bvos )(?<!\bses )(?<!\bleurs )(?<!\bces )(?<!\btes )(?:études|recherches|enquêtes|statistiques|sondages"
        r"|scientifiques"
        r"|experts|expertes|spécialistes|chercheurs|chercheuses|médecins|nutritionnistes|analystes)(?: récentes| scientifiques| cliniques"
        r"| indépendantes)? (?:le |l'|nous |s'|en |ont |l'ont |sont |y ){0,2}(?:montrent|prouvent|démontrent|confirment|révèlent|accordent|recommandent"
        r"|affirment|indiquent|estiment|suggèrent|disent|attestent|montré|prouvé|démontré|confirmé|révélé|formels|formelles|unanimes|d'accord|catégoriques"
        r"|constatent|soulignent)\b"
        r"|(?:d'après|selon) (?:les|des|certains|de nombreux|plusieurs|de nombreuses|certaines|de récentes) (?:grands |meilleurs )?(?:experts|études"
        r"|spécialistes|scientifiques|chercheurs|recherches|enquêtes|sondages|statistiques)\b"
        r"|(?:d'après|selon) une (?:récente étude|étude récente|étude scientifique|étude|enquête récente|enquête)\b(?! (?:de|du|d'|des|menée|réalisée|publiée"
        r"|conduite|parue|commandée|internationale|interne)\b)"
        r"|une (?:récente étude|étude récente|nouvelle étude|étude scientifique|étude indépendante) (?:montre|prouve|démontre|révèle|confirme|indique|vient de"
        r"|a (?:montré|prouvé|révélé|démontré))\b"
        r"|il (?:est|a été) (?:scientifiquement |désormais |aujourd'hui |largement )?(?:prouvé|démontré|établi) (?:scientifiquement )?qu(?:e|')"
        r"|(?:la science|la recherche) (?:le |l'a |a )?(?:prouve|prouvé|confirme|confirmé|montre|montré|démontre|démontré)\b(?! (?:par|à|sa|son|ses|aussi)\b)"
        r"|prouvée?s? par (?:la science|des études|les experts)\b|le bon sens et la science\b)"
    ),
}  # fmt: skip
MESSAGE = both("Which one? A source nobody can look up proves nothing.", "Lesquels ? Une source introuvable ne prouve rien.")
SUGGESTION = both("Name the study, who made it and when, or say it in your own name.", "Nommez l'étude, son auteur et sa date, ou dites-le en votre nom.")


@rule("CLM004", "vague-source", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def vague_source(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A source that cannot be looked up.

    What it does
        Finds appeals to studies, science and experts without a name (studies show, experts agree, selon les spécialistes). Passes one's own research (our
        study), a named or dated source in the same field, a link, and what the brief or a claim states.
    Why
        It borrows authority from nobody. An objective claim needs documents held before publication, and readers know the phrase from every advert that had
        none.
    En français
        Source introuvable
        Elle emprunte son autorité à personne. Une affirmation objective demande des pièces réunies avant de publier, et le lecteur a déjà vu passer la
        formule.
    Example
        Bad (en): Studies show that wool sleeps better than you do.
        Good (en): Our study: we slept on it, all nine of us.
        Bad (fr): Des études montrent que la laine aide à dormir.
        Good (fr): On l'a montrée à trois experts : ils voulaient la garder.
    Source
        ASA, types of claims (CAP Code 3.7), https://www.asa.org.uk/advice-online/types-of-claims-general.html, read 2026-11-21; general practice for the
        wording.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        first, last = sentence_of(text.prose, start)
        if text.prose.is_protected(first, last) or denied(text.prose, start) or sourced(text.prose):
            continue
        if not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE, SUGGESTION)
