"""What the stages need from the world outside. Adapters and the doubles in `copilot.testing` fulfil these; `bootstrap` chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from copilot.records import Brief, Draft, Event, Locale, Passage, Record, State, digest

Vector = Sequence[float]


class Hit(Record):
    """A passage that a search found. `score` is the search's own, higher is nearer."""

    id: str
    score: float


class Clock(Protocol):
    """Tells the time, with its zone."""

    def __call__(self) -> datetime:
        """Now."""
        ...


class TokenCounter(Protocol):
    """Counts tokens. `estimated` is true where the exact tables are not there."""

    @property
    def estimated(self) -> bool:
        """Whether counts are estimates."""
        ...

    def count(self, text: str) -> int:
        """Tokens of `text`."""
        ...


class Library(Protocol):
    """The truth about indexed passages, with word search."""

    def passages(self, brand: str, locale: Locale) -> list[Passage]:
        """All passages of a brand in a locale, by id."""
        ...

    def replace(self, brand: str, locale: Locale, passages: Sequence[Passage]) -> None:
        """Make these the passages of the brand in this locale, all or nothing."""

    def profile(self, brand: str, locale: Locale, key: str) -> bytes | None:
        """The brand's voice profile as kept under this key, which changes with the guide and the scorer; None where it is not there."""
        ...

    def keep_profile(self, brand: str, locale: Locale, key: str, data: bytes) -> None:
        """Keep a voice profile in place of the brand's older ones."""

    def word_search(self, brand: str, locale: Locale, words: Sequence[str], limit: int) -> list[Hit]:
        """Passages that hold any of `words`, accents and case apart, ranked by BM25."""
        ...


class VectorIndex(Protocol):
    """A cache of the library that finds passages by meaning. It can be thrown away and rebuilt."""

    def refresh(self, brand: str, locale: Locale, passages: Sequence[Passage]) -> tuple[int, int]:
        """Hold exactly these passages. Returns how many were added or changed, and how many removed."""
        ...

    def forget(self, brand: str, locale: Locale) -> None:
        """Throw away what is held of a brand in a locale."""

    def search(self, brand: str, locale: Locale, text: str, limit: int) -> list[Hit]:
        """Nearest passages in meaning, best first."""
        ...


class ModelRequest(Record):
    """What is sent to a model: text already masked, and the JSON schema that the reply must follow. `brand` and `purpose` go into the books, not to the model."""

    system: str
    user: str
    reply_schema: dict[str, object]
    temperature: float
    max_tokens: int
    channel: str = ""
    brand: str = ""
    purpose: str = "draft"
    draw: int = 0
    """Which of several draws of the same request it is: another number is asked anew, also where replies are remembered."""

    @property
    def key(self) -> str:
        """Digest of all that the model sees: equal keys, equal requests."""
        return digest(self.model_dump(mode="json", exclude={"brand", "purpose"}))


class ModelReply(Record):
    """What a model answered. Tokens as the endpoint counted them, 0 if it did not; `remembered` if it came from the store and cost nothing."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0
    remembered: bool = False


class Call(Record):
    """One call of a model, as the books keep it. `cost` in `currency`, None where no price is known; `outcome` is `reply` or the name of the trouble."""

    at: datetime
    model: str
    brand: str
    purpose: str
    tokens_in: int
    tokens_out: int
    seconds: float
    cost: float | None = None
    currency: str = ""
    outcome: str = "reply"


class Model(Protocol):
    """A language model. `reply` raises a ModelTrouble of `copilot.errors`, never a provider's own error."""

    @property
    def name(self) -> str:
        """What a draft keeps of who wrote it."""
        ...

    def reply(self, request: ModelRequest, on_text: Callable[[str], None] | None = None) -> ModelReply:
        """The reply; `on_text` hears it as it comes."""
        ...


class Books(Protocol):
    """What models cost, and what they answered."""

    def record(self, call: Call) -> None:
        """Keep one call; nothing in the books is changed."""

    def calls(self, brand: str | None = None, limit: int = 1000) -> list[Call]:
        """Calls, newest first."""
        ...

    def remembered(self, model: str, key: str) -> str | None:
        """The reply to a request made before, or None."""
        ...

    def remember(self, model: str, key: str, text: str, at: datetime) -> None:
        """Keep a reply for the next time."""

    def forget_replies(self, before: datetime) -> int:
        """Remove replies kept before a time; returns how many."""
        ...


class Ledger(Protocol):
    """Drafts and their histories. Nothing in it is changed or removed once written, personal data in old briefs apart."""

    def add(self, draft: Draft, first: Event) -> None:
        """Keep a new draft and its first event."""

    def draft(self, draft: str) -> Draft:
        """The draft as it was first written. Raises UnknownDraft."""
        ...

    def events(self, draft: str) -> list[Event]:
        """The draft's history, oldest first."""
        ...

    def append(self, new: Sequence[Event], state: State) -> None:
        """Add the next events of one draft, all or nothing. Raises NotAllowed if a number is taken: somebody else was faster."""

    def written_for(self, brief: Brief) -> list[Draft]:
        """The latest drafts of this very brief, newest first, at most fifty."""
        ...

    def drafts(self, brand: str | None = None, state: State | None = None, limit: int = 100) -> list[tuple[Draft, State]]:
        """Drafts as first written, with their state now, newest first."""
        ...

    def clean_briefs(self, before: datetime, clean: Callable[[Brief], Brief]) -> int:
        """Put `clean(brief)` in the place of the briefs of drafts made before a time; returns how many changed."""
        ...
