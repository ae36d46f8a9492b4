import re
from collections.abc import Iterator

from copilot.guardrails.checks.anchors import anchors_of
from copilot.guardrails.checks.wording import said
from copilot.guardrails.grounds import Grounds
from copilot.guardrails.rule import FieldText, Hit, rule
from copilot.language.prose import Locale
from copilot.language.words import both
from copilot.records import Fix

PREFIX = re.compile(r"(?:subject|objet|object)? ?:? ?((?:re|fwd?|tr|rép|aw) ?(?:\[\d\])? ?: ?)(?=\S)")
THREAD: dict[Locale, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:following (?:up on )?(?:our|your) (?:call|conversation|chat|meeting|discussion|reply)|as (?:we )?discussed|as promised on the phone"
        r"|per our conversation|your reply to our)\b"),
    "fr": re.compile(
        r"\b(?:suite à (?:notre|votre|ton) (?:appel|échange|conversation|entretien|discussion|réponse|rendez-vous téléphonique)|comme convenu"
        r"|comme promis au téléphone|notre conversation (?:d'hier|de ce matin))\b"),
}  # fmt: skip
SUBJECTS = frozenset(("subject", "preheader"))
MESSAGE = both("'{text}' pretends to a conversation that did not take place.", "« {text} » simule une conversation qui n'a pas eu lieu.")
SUGGESTION = both("Take it off. Say in the subject what is in the letter.", "Retirez-le. Dites dans l'objet ce qu'il y a dans la lettre.")


@rule(
    "PRS010",
    "fake-reply",
    level="blocking",
    last_reviewed="2026-11-22",
    anchors={"en": (":", *anchors_of(THREAD["en"])), "fr": (":", *anchors_of(THREAD["fr"]))},
)
def fake_reply(text: FieldText, grounds: Grounds) -> Iterator[Hit]:
    """A reply to nothing.

    What it does
        Finds RE:, FW:, TR: and « suite à notre échange » at the head of a subject or preheader. A real thread is not written here. `Re-soled`, « TR » in a
        name and a body that mentions a call pass.
    Why
        The first thing the reader learns is that the sender lies; CAN-SPAM bans misleading subject lines.
    En français
        Réponse à rien
        La première chose qu'apprend le lecteur, c'est que l'expéditeur ment.
    Example
        Bad (en, email.subject): RE: your order
        Good (en, email.subject): Re-soled, and better than before
        Bad (fr, email.subject): TR: votre dossier
        Good (fr, email.subject): Très court : la laine est là
    Source
        CAN-SPAM Act and UCPD 2005/29/EC, annex I, 21 (general practice, not verified against the text); notes on dark patterns, read 2026-11-21.
    """
    name = text.spec.name if text.spec else text.key
    if name not in SUBJECTS and not text.prose.scan.startswith(("subject", "objet", "re:", "re :", "fw", "tr:", "tr :", "rép")):
        return
    head = PREFIX.match(text.prose.scan)
    if head:
        yield Hit(*head.span(1), MESSAGE.fill(text=head[1].strip()), SUGGESTION, Fix(replacement="", safety="unsafe"))
    elif name in SUBJECTS:
        for start, end in said(THREAD[grounds.locale], text.prose):
            yield Hit(start, end, MESSAGE.fill(text=text.prose.text[start:end]), SUGGESTION)
