import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both
from copilot.records import Fix

NAMES = (
    r"(?:gclid|gclsrc|dclid|wbraid|gbraid|fbclid|msclkid|ttclid|twclid|li_fat_id|igshid|mc_eid|mc_cid|_hsenc|_hsmi|__hssc|__hstc|hsCtaTracking"
    r"|mkt_tok|vero_id|vero_conv|_kx|ml_subscriber|s_cid|yclid|epik|e?mail)"
)
PARAMETER = re.compile(rf"([?&]){NAMES}=(?!\{{|\*\||%%|%\w+%)[\w.%@+~-]{{3,400}}(&?)", re.IGNORECASE)
MESSAGE = both("'{text}' follows one person; sent to all, it falsifies and tells.", "« {text} » suit une personne ; envoyé à tous, il fausse et il trahit.")
SUGGESTION = both("Cut it off the address; utm_ labels may stay.", "Coupez-le de l'adresse ; les étiquettes utm_ peuvent rester.")


@rule("PRV005", "tracking-id-in-address", level="advice", last_reviewed="2026-11-22", anchors={"en": ("?", "\ue000"), "fr": ("?", "\ue000")})
def tracking_id_in_address(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A personal tracking number in an address.

    What it does
        Finds click and recipient numbers copied with an address (gclid, fbclid, msclkid, mc_eid, _hsenc, mkt_tok ...) and e-mail addresses in a query. utm_
        labels and merge tags pass.
    Why
        It was made for the one person who clicked; pasted into a mailing it ties all readers to her, and is personal data.
    En français
        Identifiant de suivi dans une adresse
        Il a été fait pour la personne qui a cliqué ; collé dans un envoi, il lui rattache tous les lecteurs, et c'est une donnée personnelle.
    Example
        Bad (en): https://a.example/wool?gclid=Cj0KCQ
        Good (en): https://a.example/wool?utm_source=letter
        Bad (fr): https://a.example/laine?fbclid=IwAR2x
        Good (fr): https://a.example/laine?utm_source=lettre
    Source
        GDPR, https://eur-lex.europa.eu/eli/reg/2016/679/oj, read 2026-11-21, article 4; list of parameters: general practice.
    """
    for match in PARAMETER.finditer(text.prose.text):
        kept = match[1] if match[2] else ""
        yield Hit(*match.span(), MESSAGE.fill(text=match.group().strip("?&")), SUGGESTION, Fix(replacement=kept, safety="unsafe"))
