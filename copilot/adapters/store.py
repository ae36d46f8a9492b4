"""The SQL store: the truth about passages, drafts and decisions. SQLite through SQLAlchemy.

Passages come with an FTS5 table for word search. Events are append-only, which two triggers enforce; the number of an event is unique per
draft, so that of two people who decide at once the second is told.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    create_engine,
    delete,
    event,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from copilot.errors import NotAllowed, StoreTrouble, UnknownDraft
from copilot.language.words import both
from copilot.ports import Call, Hit
from copilot.records import Brief, Draft, Event, Locale, Passage, State, digest

SCHEMA_VERSION = 1
metadata = MetaData()

passages = Table(
    "passages",
    metadata,
    Column("brand", String, nullable=False),
    Column("locale", String, nullable=False),
    Column("id", String, nullable=False),
    Column("data", Text, nullable=False),
    PrimaryKeyConstraint("brand", "locale", "id"),
)
vectors = Table(
    "vectors",
    metadata,
    Column("model", String, nullable=False),
    Column("text", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("model", "text"),
)
profiles = Table(
    "profiles",
    metadata,
    Column("brand", String, nullable=False),
    Column("locale", String, nullable=False),
    Column("key", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("brand", "locale"),
)
drafts = Table(
    "drafts",
    metadata,
    Column("id", String, primary_key=True),
    Column("brand", String, nullable=False, index=True),
    Column("created", String, nullable=False),
    Column("state", String, nullable=False),
    Column("brief", String, nullable=False, index=True),
    Column("data", Text, nullable=False),
)
events = Table(
    "events",
    metadata,
    Column("draft", ForeignKey("drafts.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("data", Text, nullable=False),
    PrimaryKeyConstraint("draft", "number"),
)
calls = Table(
    "calls",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("brand", String, nullable=False, index=True),
    Column("data", Text, nullable=False),
)
replies = Table(
    "replies",
    metadata,
    Column("model", String, nullable=False),
    Column("request", String, nullable=False),
    Column("at", String, nullable=False),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("model", "request"),
)
_MORE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS passage_words USING fts5(id UNINDEXED, brand UNINDEXED, locale UNINDEXED, words, "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER IF NOT EXISTS events_stay BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END",
    "CREATE TRIGGER IF NOT EXISTS events_remain BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END",
)


def _pragmas(connection: sqlite3.Connection, _: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "busy_timeout=30000", "foreign_keys=ON", "synchronous=NORMAL"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


class Store:
    """Fulfils `ports.Library`, `ports.Ledger` and `ports.Books`, and remembers vectors. One instance per process is enough; it is safe across threads.

    Raises: StoreTrouble where the folder cannot be made, opened or written, or holds a newer store than this version knows.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._trouble(error.strerror or str(error)) from error
        self._engine: Engine = create_engine(f"sqlite:///{folder / 'centaur.db'}")
        event.listen(self._engine, "connect", _pragmas)
        with self._begin() as connection:
            found = int(connection.execute(text("PRAGMA user_version")).scalar_one())
            if found > SCHEMA_VERSION:
                raise self._trouble(f"it was written by a newer Centaur (format {found})", both("Update Centaur.", "Mettez Centaur à jour."))
            metadata.create_all(connection)
            for statement in _MORE:
                connection.execute(text(statement))
            connection.execute(text(f"PRAGMA user_version={SCHEMA_VERSION}"))

    def _trouble(self, what: str, mend: Any = None) -> StoreTrouble:
        default = both(
            "Free some space, check its rights, or set CENTAUR_STORE to a folder you may write.",
            "Libérez de la place, vérifiez ses droits, ou réglez CENTAUR_STORE sur un dossier où vous pouvez écrire.",
        )
        return StoreTrouble(folder=self.folder, what=what, mend=mend or default)

    @contextmanager
    def _begin(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except (OperationalError, DatabaseError) as error:
            raise self._trouble(str(error.orig)) from error

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # --- Library ---

    def passages(self, brand: str, locale: Locale) -> list[Passage]:
        """All passages of a brand in a locale, by id."""
        query = select(passages.c.data).where(passages.c.brand == brand, passages.c.locale == locale).order_by(passages.c.id)
        with self._begin() as connection:
            return [Passage.model_validate_json(row) for row in connection.execute(query).scalars()]

    def replace(self, brand: str, locale: Locale, new: Sequence[Passage]) -> None:
        """Make these the brand's passages in this locale, all or nothing."""
        mine = {"brand": brand, "locale": locale}
        with self._begin() as connection:
            connection.execute(delete(passages).where(passages.c.brand == brand, passages.c.locale == locale))
            connection.execute(text("DELETE FROM passage_words WHERE brand = :brand AND locale = :locale"), mine)
            if new:
                connection.execute(insert(passages), [{**mine, "id": p.id, "data": p.model_dump_json()} for p in new])
                connection.execute(
                    text("INSERT INTO passage_words (id, brand, locale, words) VALUES (:id, :brand, :locale, :words)"),
                    [{**mine, "id": p.id, "words": f"{p.title}\n{p.product}\n{p.text}"} for p in new],
                )

    def profile(self, brand: str, locale: Locale, key: str) -> bytes | None:
        """The brand's voice profile as kept under this key; None where it is not there."""
        query = select(profiles.c.data).where(profiles.c.brand == brand, profiles.c.locale == locale, profiles.c.key == key)
        with self._begin() as connection:
            return connection.execute(query).scalar_one_or_none()

    def keep_profile(self, brand: str, locale: Locale, key: str, data: bytes) -> None:
        """Keep a voice profile in place of the brand's older one."""
        row = {"brand": brand, "locale": locale, "key": key, "data": data}
        with self._begin() as connection:
            connection.execute(insert(profiles).prefix_with("OR REPLACE"), [row])

    def word_search(self, brand: str, locale: Locale, words: Sequence[str], limit: int) -> list[Hit]:
        """Passages that hold any of `words`, best BM25 first; its sign is turned so that higher is nearer."""
        quoted = [f'"{word}"' for word in words if re.fullmatch(r"\w+", word)]
        if not quoted:
            return []
        query = text(
            "SELECT id, bm25(passage_words) AS rank FROM passage_words WHERE passage_words MATCH :match AND brand = :brand AND locale = :locale "
            "ORDER BY rank LIMIT :limit"
        )
        with self._begin() as connection:
            rows = connection.execute(query, {"match": " OR ".join(quoted), "brand": brand, "locale": locale, "limit": limit})
            return [Hit(id=row.id, score=-row.rank) for row in rows]

    # --- vectors ---

    def vectors(self, model: str, keys: Sequence[str]) -> dict[str, list[float]]:
        """The remembered vectors among `keys`."""
        found: dict[str, list[float]] = {}
        with self._begin() as connection:
            for start in range(0, len(keys), 500):
                query = select(vectors.c.text, vectors.c.data).where(vectors.c.model == model, vectors.c.text.in_(keys[start : start + 500]))
                found |= {row.text: array("f", row.data).tolist() for row in connection.execute(query)}
        return found

    def keep_vectors(self, model: str, new: dict[str, list[float]]) -> None:
        """Remember vectors, in 32-bit floats."""
        rows = [{"model": model, "text": key, "data": array("f", vector).tobytes()} for key, vector in new.items()]
        with self._begin() as connection:
            connection.execute(insert(vectors).prefix_with("OR REPLACE"), rows)

    # --- Books ---

    def record(self, call: Call) -> None:
        """Keep one call."""
        with self._begin() as connection:
            connection.execute(insert(calls), [{"brand": call.brand, "data": call.model_dump_json()}])

    def calls(self, brand: str | None = None, limit: int = 1000) -> list[Call]:
        """Calls, newest first."""
        query = select(calls.c.data).order_by(calls.c.number.desc()).limit(limit)
        with self._begin() as connection:
            rows = connection.execute(query.where(calls.c.brand == brand) if brand else query).scalars()
            return [Call.model_validate_json(row) for row in rows]

    def remembered(self, model: str, key: str) -> str | None:
        """The reply to a request made before, or None."""
        with self._begin() as connection:
            return connection.execute(select(replies.c.text).where(replies.c.model == model, replies.c.request == key)).scalar_one_or_none()

    def remember(self, model: str, key: str, text: str, at: datetime) -> None:
        """Keep a reply for the next time."""
        with self._begin() as connection:
            connection.execute(insert(replies).prefix_with("OR REPLACE"), [{"model": model, "request": key, "at": at.isoformat(), "text": text}])

    def forget_replies(self, before: datetime) -> int:
        """Remove replies kept before a time; returns how many."""
        with self._begin() as connection:
            return connection.execute(delete(replies).where(replies.c.at < before.isoformat())).rowcount

    # --- Ledger ---

    def add(self, draft: Draft, first: Event) -> None:
        """Keep a new draft and its first event."""
        row = {
            "id": draft.id,
            "brand": draft.brief.brand,
            "created": draft.created.isoformat(),
            "state": "draft",
            "brief": _brief_key(draft.brief),
            "data": draft.model_dump_json(),
        }
        with self._begin() as connection:
            connection.execute(insert(drafts), [row])
            connection.execute(insert(events), [{"draft": draft.id, "number": first.number, "data": first.model_dump_json()}])

    def draft(self, draft: str) -> Draft:
        """The draft as it was first written. Raises: UnknownDraft."""
        with self._begin() as connection:
            row = connection.execute(select(drafts.c.data).where(drafts.c.id == draft)).scalar_one_or_none()
        if row is None:
            raise UnknownDraft(draft=draft, store=self.folder)
        return Draft.model_validate_json(row)

    def events(self, draft: str) -> list[Event]:
        """The draft's history, oldest first."""
        with self._begin() as connection:
            rows = connection.execute(select(events.c.data).where(events.c.draft == draft).order_by(events.c.number)).scalars()
            return [Event.model_validate_json(row) for row in rows]

    def append(self, new: Sequence[Event], state: State) -> None:
        """Add the next events of one draft and move it to `state`, all or nothing. Raises: NotAllowed if somebody else was faster."""
        try:
            with self._begin() as connection:
                connection.execute(insert(events), [{"draft": event.draft, "number": event.number, "data": event.model_dump_json()} for event in new])
                connection.execute(update(drafts).where(drafts.c.id == new[0].draft).values(state=state))
        except IntegrityError as error:
            raise NotAllowed(
                what=both(f"Draft {new[0].draft} has changed since you opened it.", f"Le brouillon {new[0].draft} a changé depuis que vous l'avez ouvert."),
                mend=both("Look at it again, then decide.", "Relisez-le, puis décidez."),
            ) from error

    def written_for(self, brief: Brief) -> list[Draft]:
        """The latest drafts of this very brief, newest first, at most fifty."""
        query = select(drafts.c.data).where(drafts.c.brief == _brief_key(brief)).order_by(drafts.c.created.desc(), drafts.c.id).limit(50)
        with self._begin() as connection:
            return [Draft.model_validate_json(row) for row in connection.execute(query).scalars()]

    def drafts(self, brand: str | None = None, state: State | None = None, limit: int = 100) -> list[tuple[Draft, State]]:
        """Drafts as first written, with their state now, newest first."""
        query = select(drafts.c.data, drafts.c.state).order_by(drafts.c.created.desc(), drafts.c.id).limit(limit)
        if brand:
            query = query.where(drafts.c.brand == brand)
        if state:
            query = query.where(drafts.c.state == state)
        with self._begin() as connection:
            return [(Draft.model_validate_json(row.data), row.state) for row in connection.execute(query)]

    def clean_briefs(self, before: datetime, clean: Callable[[Brief], Brief]) -> int:
        """Put `clean(brief)` in the place of the briefs of drafts made before a time; returns how many changed. Words and history stay as they are."""
        changed = 0
        query = select(drafts.c.id, drafts.c.data).where(drafts.c.created < before.isoformat())
        with self._begin() as connection:
            for row in connection.execute(query).all():
                draft = Draft.model_validate_json(row.data)
                brief = clean(draft.brief)
                if brief != draft.brief:
                    data = draft.model_copy(update={"brief": brief}).model_dump_json()
                    connection.execute(update(drafts).where(drafts.c.id == row.id).values(data=data))
                    changed += 1
        return changed


def _brief_key(brief: Brief) -> str:
    return digest(brief.model_dump(mode="json"))
