from collections.abc import Iterator

from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.contact_points import from_nowhere
from copilot.language.words import both

NAMES = {"link": both("link", "lien"), "email": both("address", "adresse"), "phone": both("number", "numéro")}
MESSAGE = both(
    "'{text}': this {way} is neither in the brief, nor in the claims, nor among the brand's contacts.",
    "« {text} » : {way} qui n'est ni dans le brief, ni dans les allégations, ni dans les contacts de la marque.",
)
SUGGESTION = both(
    "Take it out, or add it to the brief, or to `contacts` in voice.yaml if it is yours.",
    "Retirez-le, ou ajoutez-le au brief, ou à `contacts` dans voice.yaml s'il est à vous.",
)


@rule("GRD007", "contact-from-nowhere", level="blocking", last_reviewed="2026-11-22")
def contact_from_nowhere(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A link, an address or a number that no source gave.

    What it does
        Where there is a brief, finds links, e-mail addresses and phone numbers that stand neither in the brief, nor in a claim in force, nor among the
        brand's contacts. Another page of a host that does stand there passes.
    Why
        A model makes addresses up, or takes them from a text that somebody slipped in: the reader then writes to a stranger.
    En français
        Lien, adresse ou numéro venus de nulle part
        Un modèle invente des adresses, ou les prend dans un texte que quelqu'un a glissé là : le lecteur écrit alors à un inconnu.
    Example
        Bad (en): Ask for your refund at refund-desk.example.
        Good (en): Ask us at the bench.
        Bad (fr): Demande ton remboursement à retour@guichet.example.
        Good (fr): Demande-nous à l'atelier.
    Source
        Greshake et al. 2023, indirect prompt injection, https://arxiv.org/abs/2302.12173, read 2026-11-21, on links that a text smuggles into a reply.
    """
    if grounds.brief is None:
        return
    contacts = grounds.house.guide.voice.contacts if grounds.house else ()
    claims = [words for claim in grounds.claims_in_force for words in claim.texts(grounds.locale)]
    for point in from_nowhere(text.prose.text, (grounds.brief.text, grounds.brief.url, *contacts, *claims)):
        yield Hit(point.start, point.end, MESSAGE.fill(text=text.prose.text[point.start : point.end], way=NAMES[point.way]), SUGGESTION)
