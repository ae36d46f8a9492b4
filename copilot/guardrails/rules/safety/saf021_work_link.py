import re
from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import BLANK
from copilot.language.words import both

WORK = re.compile(
    r"\bhttps?://(?:localhost\b|127\.0\.0\.1|0\.0\.0\.0|192\.168\.\d|10\.\d{1,3}\.\d|[\w.-]*\b(?:staging|preprod|pre-prod|recette|preview|sandbox|uat"
    r"|intranet)\b[\w.-]*\.|(?:dev|test|qa)\d?\.[\w-]+\.|[\w.-]+\.(?:local|internal|test|invalid|ngrok\.io|ngrok-free\.app|vercel\.app|netlify\.app"
    r"|wpengine\.com)\b)[^\s<>\"'«»]{0,200}"
    r"|\bhttps?://(?:docs\.google\.com/(?:document|spreadsheets|presentation)/d/|drive\.google\.com/(?:file|drive|open)|[\w-]+\.sharepoint\.com/"
    r"|(?:www\.)?figma\.com/(?:file|design)|(?:www\.)?notion\.so/|[\w-]+\.atlassian\.net/|trello\.com/|app\.asana\.com/|(?:www\.)?dropbox\.com/(?:s"
    r"|home)|chatgpt\.com/|chat\.openai\.com/|claude\.ai/)[^\s<>\"'«»]{0,200}"
    r"|\bfile:///?[^\s<>\"'«»]{1,200}|\b[A-Z]:\\(?:[\w .-]+\\){1,8}[\w .-]{1,60}",
    re.IGNORECASE,
)
MESSAGE = both("'{text}' is for the workshop, not for readers.", "« {text} » est pour l'atelier, pas pour les lecteurs.")
SUGGESTION = both("Put the public address from the brief.", "Mettez l'adresse publique du brief.")


@rule("SAF021", "work-link", level="blocking", last_reviewed="2026-11-22", anchors={"en": (BLANK, "://", ":\\"), "fr": (BLANK, "://", ":\\")})
def work_link(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """An address readers cannot open.

    What it does
        Finds addresses of the own machine and network, test and staging sites, shared documents to edit, files on a disk.
    Why
        The reader gets an error, or the draft of the next campaign.
    En français
        Adresse que le lecteur ne peut pas ouvrir
        Le lecteur tombe sur une erreur, ou sur le brouillon de la prochaine campagne.
    Example
        Bad (en): See https://staging.sample.example/odette
        Good (en): See https://sample.example/odette
        Bad (fr): Voir http://localhost:3000/odette
        Good (fr): Voir https://sample.example/odette
    Source
        Our own list of staging and sharing addresses; general practice, noted 2026-11-22.
    """
    for match in WORK.finditer(text.prose.text):
        yield Hit(*match.span(), MESSAGE.fill(text=match.group()), SUGGESTION)
