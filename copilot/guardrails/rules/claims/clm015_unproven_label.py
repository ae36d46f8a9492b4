import re
from collections.abc import Iterator

from copilot.guardrails.checks import spans
from copilot.guardrails.checks.anchors import anchors_for
from copilot.guardrails.checks.evidence import backed, denied
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both

PATTERNS: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:certified|accredited|officially) (?:as )?(?:organic|b[- ]?corp(?:oration)?|vegan|vegetarian|cruelty[- ]free|fair ?-?trade|plastic[- ](?:free"
        r"|neutral)|halal|kosher|gluten[- ]free|sustainable|recycled|natural|non[- ]toxic|oeko[- ]tex|gots|fsc|rspo|recognised|recognized|approved"
        r"|by (?:the )?(?:soil association|ecocert|oeko[- ]tex|gots|fsc|peta|leaping bunny|iso|usda|vegan society|fairtrade|government|nhs|fda|b lab))\b"
        r"|(?:organic|vegan|fair[- ]?trade|b[- ]corp|iso \d{3,5}|oeko[- ]tex|gots|fsc|peta|ecocert|leaping bunny|usda|cruelty[- ]free)[- ](?:certified"
        r"|approved"
        r"|accredited)\b"
        r"|(?:fda|nhs|government|who|efsa|usda|peta|ce)[- ](?:approved|registered|backed|endorsed|certified|cleared)\b"
        r"|(?:approved|endorsed|certified|licensed|recognised|recognized) by (?:the )?(?:fda|nhs|government|authorities|european union|eu|state|ministry|who"
        r"|world health organi[sz]ation|royal family|council|soil association|peta)\b"
        r"|b[- ]corp certified\b)"
    ),
    "fr": re.compile(
        r"\b(?:(?:certifiée?s?|labellisée?s?|agréée?s?|homologuée?s?|estampillée?s?) (?:100 ?% )?(?:bio|biologiques?|vegan|ab|ecocert|cosmos|oeko[- ]?tex|gots"
        r"|fsc|pefc|b[- ]?corp|iso ?\d{3,5}|max havelaar|commerce équitable|cruelty[- ]free|sans cruauté|sans gluten|origine france(?: garantie)?|nf|hve"
        r"|demeter|nature (?:et|&) progrès|halal|casher|epv|qualiopi|rge|made in france|éco\w*|durables?)\b"
        r"|(?:certifiée?s?|labellisée?s?|agréée?s?|homologuée?s?|approuvée?s?|reconnue?s?|recommandée?s?|validée?s?) (?:par )(?:l'état|l'oms|le ministère"
        r"|le gouvernement|l'ademe|l'anses|l'union européenne|l'europe|les autorités|la fda|la has|la sécurité sociale|l'académie|ecocert|l'agence|peta"
        r"|oeko-tex|bureau veritas|un organisme indépendant)\b"
        r"|labels? (?:rouge|bio|vert|ecocert|ab|epv|oeko-tex|gots|fsc|max havelaar|origine france garantie|cosmos|nature et progrès|écologique européen|b corp"
        r"|qualité)\b)"
    ),
}  # fmt: skip
MESSAGE = both("'{text}': which number, which body, until when?", "« {text} » : quel numéro, quel organisme, jusqu'à quand ?")
SUGGESTION = both(
    "Put the certificate in the claim bank, then name the label exactly.", "Mettez le certificat dans la banque d'allégations, puis nommez le label exactement."
)


@rule("CLM015", "unproven-label", level="scoring", last_reviewed="2026-11-22", anchors=anchors_for(PATTERNS))
def unproven_label(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A label or an approval that nothing proves.

    What it does
        Finds labels, certificates and official approvals (certified organic, FDA-approved, certifié bio, agréé par l'État) that neither the brief nor a claim
        in force states. Certificates of people and documents pass.
    Why
        To show a label or an approval one does not hold is a banned practice; a model adds one as it would an adjective.
    En français
        Label ou agrément que rien ne prouve
        Afficher un label ou un agrément qu'on n'a pas est interdit ; un modèle en ajoute un comme il ajouterait un adjectif.
    Example
        Bad (en): Certified organic wool.
        Good (en): A certified nurse of nineteen.
        Bad (fr): Une laine certifiée bio.
        Good (fr): Elle a son certificat d'études.
    Source
        Directive 2005/29/EC, annex I, points 2 and 4 (numbers not verified against the text), https://eur-lex.europa.eu/eli/dir/2005/29/oj, read 2026-11-21.
    """
    for start, end in spans(PATTERNS[grounds.locale], text.prose):
        if not denied(text.prose, start) and not backed(text.prose, start, end, grounds):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
