import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.words import both

SHORTENER = re.compile(
    r"(?<![\w.-])(?:https?://)?(?:www\.)?(?:bit\.ly|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|buff\.ly|cutt\.ly|rb\.gy|t\.ly|tiny\.cc|shorturl\.at|urlz\.fr|urlr\.me|lnkd\.in|s\.id|v\.gd|adf\.ly|bl\.ink|short\.io|t\.co|rebrand\.ly)"
    r"/[\w./?=&%-]{0,79}[\w/=]",
    re.IGNORECASE,
)
MESSAGE = both(
    "A public short link: nobody can see where it leads, and phishing filters know that.",
    "Un lien raccourci public : nul ne voit où il mène, et les filtres antihameçonnage le savent.",
)
SUGGESTION = both("Use a short address of your own domain.", "Prenez une adresse courte de votre propre domaine.")


@rule("CHN053", "shortened-link", level="scoring", last_reviewed="2026-11-22", channels=("sms", "email", "push", "linkedin_message"))
def shortened_link(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A link of a public shortener.

    What it does
        Finds addresses of public shorteners (bit.ly, tinyurl, cutt.ly …) in SMS, e-mails, notifications and messages. The brand's own short domain passes.
    Why
        Fraud uses them, so operators and mail filters weigh them, and a wary reader does not open them.
    En français
        Lien d'un raccourcisseur public
        La fraude s'en sert : opérateurs et filtres les soupçonnent, et un lecteur prudent n'ouvre pas.
    Example
        Bad (en, sms.text): Fettle & Thole: book your zip at bit.ly/3xYz
        Good (en, sms.text): Fettle & Thole: book your zip at fettle.example/zip
        Bad (fr, sms.text): Pataud : réserve sur https://urlz.fr/abCd STOP au 36111
        Good (fr, sms.text): Pataud : réserve sur pataud.example/zip STOP au 36111
    Source
        General practice, not verified against a text; SMSenvoi, STOP SMS publicitaire, https://www.smsenvoi.com/blog/comment-stop-sms-publicitaire,
        read 2026-11-21.
    """
    if "/" not in text.prose.text:
        return
    for match in SHORTENER.finditer(text.prose.text):
        yield Hit(match.start(), match.end(), MESSAGE, SUGGESTION)
