"""What the methods of `Copilot` answer."""

from __future__ import annotations

from copilot.generation.change import Proposal
from copilot.guides import screening
from copilot.language.words import Words
from copilot.records import (
    Context,
    Draft,
    Finding,
    Label,
    Locale,
    Record,
    Scorecard,
)


class Indexed(Record):
    """What an indexing did for one language of a brand. `changed` counts passages added or changed."""

    brand: str
    locale: Locale
    passages: int
    changed: int
    removed: int
    screened: tuple[screening.Screened, ...] = ()
    """Passages that give orders to a model: kept out of contexts until the brand manager confirms them."""


class Estimate(Record):
    """What a writing would take. `cost` is None where no price is known; `estimated` where tokens could not be counted exactly."""

    model: str
    tokens_in: int
    tokens_out: int
    estimated: bool
    cost: float | None
    currency: str
    repair_tokens: int = 0
    """Most that the repair of one draft may add."""


class Written(Record):
    """Drafts for a brief, best first, each with its scorecard; the context they lean on; what a person should know of how they were made."""

    drafts: tuple[Draft, ...]
    scorecards: tuple[Scorecard, ...]
    reasons: tuple[Words, ...]
    """Why each has its rank."""
    spread: float
    """How different they are, 0-1."""
    context: Context
    notes: tuple[Words, ...] = ()


class Disagreement(Record):
    """A label with which the dial disagrees; `value` is the dial as read with the other labels only, 0-100."""

    label: Label
    value: float


class VoiceReport(Record):
    """What is known of a brand's voice in one language. `agreement` is None with too few labels; shares are 0-1, intervals of 95 %, on snippets not seen."""

    brand: str
    locale: Locale
    samples: int
    words: int
    channels: dict[str, int]
    """Channels with a profile of their own, and its samples."""
    agreement: dict[str, float] | None
    disagreements: tuple[Disagreement, ...]
    """The most confident first."""
    summary: tuple[str, ...]
    """All of it in sentences."""


class Changed(Record):
    """What a wish about selected words led to: a proposal to take or refuse, or a draft of its own in another channel or language."""

    proposal: Proposal | None = None
    draft: Draft | None = None
    scorecard: Scorecard
    """Of the draft with the whole proposal taken, or of the new draft."""
    worse: tuple[Finding, ...] = ()
    """What the change would add that blocks or is not true; empty where it adds nothing of the kind."""
    notes: tuple[Words, ...] = ()


class Intrusiveness(Record):
    """How near a text comes to its reader (0-4), the brand's cap, and the fields in gentler words where slots alone lie above it; empty where there are none."""

    level: int
    label: Words
    cap: int
    gentler: dict[str, str]


class Forgotten(Record):
    """How many replies of models were removed, and in how many briefs personal data was."""

    replies: int
    briefs: int
