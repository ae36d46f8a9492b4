"""The way of a draft: draft -> in review -> approved | rejected | changes requested.

Everything follows from the history: `replay` folds events into a review, `step` makes the next event or refuses it. An approval is given by a named
editor to one text hash; any edit after it sends the draft back to review. Blocking findings can be overruled, each with a reason that is kept.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Literal

from copilot.channels import find_channel
from copilot.errors import NotAllowed
from copilot.language.words import Words, both
from copilot.records import Approval, Draft, Editor, Event, Making, Review, Scorecard, State

Kind = Literal["edited", "submitted", "changes requested", "rejected", "approved", "exported"]

_FROM: dict[Kind, tuple[State, ...]] = {
    "edited": ("draft", "in review", "approved", "rejected", "changes requested"),
    "submitted": ("draft", "changes requested"),
    "changes requested": ("in review",),
    "rejected": ("in review",),
    "approved": ("in review",),
    "exported": ("approved",),
}
_AFTER_EDIT: dict[State, State] = {
    "draft": "draft",
    "in review": "in review",
    "approved": "in review",
    "rejected": "draft",
    "changes requested": "changes requested",
}
_TO: dict[Kind, State] = {
    "submitted": "in review",
    "changes requested": "changes requested",
    "rejected": "rejected",
    "approved": "approved",
    "exported": "approved",
}
STATES = {
    "draft": both("draft", "brouillon"),
    "in review": both("in review", "en relecture"),
    "approved": both("approved", "approuvé"),
    "rejected": both("rejected", "refusé"),
    "changes requested": both("changes requested", "modifications demandées"),
}

EVENTS = {
    "created": both("created", "créé"),
    "edited": both("edited", "modifié"),
    "submitted": both("submitted", "soumis à la relecture"),
    "changes requested": STATES["changes requested"],
    "rejected": STATES["rejected"],
    "approved": STATES["approved"],
    "exported": both("exported", "exporté"),
}


def created(draft: Draft, who: str) -> Event:
    """The first event of a draft."""
    return Event(draft=draft.id, number=1, kind="created", who=who, at=draft.created, text_hash=draft.text_hash)


def replay(draft: Draft, history: Sequence[Event]) -> Review:
    """Where a draft stands after its history."""
    state: State = "draft"
    approval: Approval | None = None
    note, first = "", draft.fields
    for event in history:
        if event.kind == "edited" and event.fields is not None:
            draft = draft.edited(event.fields)
            state, approval = _AFTER_EDIT[state], None
        elif event.kind == "approved":
            approval = Approval(draft=draft.id, editor=Editor(name=event.who), at=event.at, text_hash=event.text_hash, waived=event.waived)
            state = "approved"
        elif event.kind != "created" and event.kind in _TO:
            state = _TO[event.kind]
        note = event.note or note
    return Review(draft=draft, state=state, revision=history[-1].number if history else 0, approval=approval, note=note, first=first, history=tuple(history))


def _refuse(what: Words, mend: Words) -> NotAllowed:
    return NotAllowed(what=what, mend=mend)


def allow(review: Review, kind: Kind) -> None:
    """Refuse a step that does not start from where the draft stands. Raises: NotAllowed."""
    if review.state not in _FROM[kind]:
        now, wanted = STATES[review.state], " / ".join(_FROM[kind])
        raise _refuse(
            both(
                f"Draft {review.draft.id} is '{now.en}'; it cannot be {kind}.",
                f"Le brouillon {review.draft.id} est « {now.fr} » ; cette étape n'est pas possible.",
            ),
            both(f"This step starts from: {wanted}.", f"Cette étape part de : {' / '.join(STATES[state].fr for state in _FROM[kind])}."),
        )


def allow_fields(review: Review, fields: Collection[str]) -> None:
    """Refuse fields that neither the draft nor its channel has. Raises: NotAllowed."""
    channel = find_channel(review.draft.channel)
    unknown = ", ".join(f"'{key}'" for key in fields if key not in review.draft.fields and not channel.takes(key))
    if unknown:
        raise _refuse(
            both(f"{channel.title['en']} ({channel.name}) has no field {unknown}.", f"{channel.title['fr']} ({channel.name}) n'a pas de champ {unknown}."),
            both(f"Its fields: {channel.listing}.", f"Ses champs : {channel.listing}."),
        )


def step(
    review: Review,
    kind: Kind,
    who: str,
    at: datetime,
    *,
    note: str = "",
    fields: dict[str, str] | None = None,
    made: Making | None = None,
    text_hash: str = "",
    scorecard: Scorecard | None = None,
    waived: dict[str, str] | None = None,
) -> tuple[Event, State]:
    """The next event of a draft and the state it leads to.

    made: how new words came to be, where a model made them. text_hash: for an approval, the text that the editor read; scorecard: what was found in it; waived: rule code -> reason for overruling it.
    Raises: NotAllowed with what is missing.
    """
    draft = review.draft
    allow(review, kind)
    if not who.strip():
        raise _refuse(
            both("A decision needs a name.", "Une décision a besoin d'un nom."),
            both("Say who you are: --by 'First Last'.", "Dites qui vous êtes : --by 'Prénom Nom'."),
        )
    if kind in ("changes requested", "rejected") and not note.strip():
        raise _refuse(
            both("Say what should change, or why it is refused.", "Dites ce qui doit changer, ou pourquoi c'est refusé."),
            both("Add --note '...'.", "Ajoutez --note '...'."),
        )
    after: State
    if kind == "edited":
        if fields is None or set(fields) == set() or fields == draft.fields:
            raise _refuse(both("Nothing was changed.", "Rien n'a été changé."), both("Change at least one field.", "Changez au moins un champ."))
        draft = draft.edited(fields)
        after = _AFTER_EDIT[review.state]
    else:
        after = _TO[kind]
    if kind == "approved":
        _may_approve(review, text_hash, scorecard, waived or {})
    event = Event(
        draft=draft.id,
        number=review.revision + 1,
        kind=kind,
        who=who.strip(),
        at=at,
        text_hash=draft.text_hash,
        note=note.strip(),
        fields=fields if kind == "edited" else None,
        made=made if kind == "edited" else None,
        waived={code: reason.strip() for code, reason in (waived or {}).items()} if kind == "approved" else {},
    )
    return event, after


def _may_approve(review: Review, text_hash: str, scorecard: Scorecard | None, waived: dict[str, str]) -> None:
    if text_hash != review.draft.text_hash or scorecard is None or scorecard.text_hash != text_hash:
        raise _refuse(
            both("The text has changed since it was read.", "Le texte a changé depuis sa lecture."),
            both("Read it as it stands now, then approve.", "Relisez-le tel qu'il est, puis approuvez."),
        )
    blocking = {finding.code: finding for finding in scorecard.at_level("blocking")}
    open_codes = [code for code in blocking if not waived.get(code, "").strip()]
    if open_codes:
        listing = ", ".join(f"{code} ({blocking[code].text[:40]!r})" if blocking[code].text else f"{code} ({blocking[code].name})" for code in open_codes)
        raise _refuse(
            both(f"Blocking findings are open: {listing}.", f"Des constats bloquants restent ouverts : {listing}."),
            both(
                "Fix the text, or overrule each with a reason: --waive CODE='reason'.",
                "Corrigez le texte, ou passez outre avec une raison : --waive CODE='raison'.",
            ),
        )
    unknown = [code for code in waived if code not in blocking]
    if unknown:
        raise _refuse(
            both(f"No blocking finding has the code {', '.join(unknown)}.", f"Aucun constat bloquant n'a le code {', '.join(unknown)}."),
            both("Waive only what blocks.", "Ne passez outre que ce qui bloque."),
        )
