"""The vector index: Chroma through langchain-chroma, embedded in a folder or on a server.

It is a cache of the SQL store. One collection per brand, language and embedding model. Two processes writing one folder corrupt it without a word,
so the process that opens a folder owns it until it ends; a second one is told who holds it.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from filelock import FileLock, Timeout

from copilot.adapters.embeddings import NamedEmbeddings
from copilot.errors import CentaurError, StoreBusy, StoreTrouble
from copilot.language.words import both
from copilot.ports import Hit
from copilot.records import Locale, Passage

if TYPE_CHECKING:
    from langchain_chroma import Chroma

_BATCH = 2000
_owned: dict[Path, FileLock] = {}
_owning = threading.Lock()


def own(folder: Path) -> None:
    """Make this process the owner of `folder` until it ends.

    Raises: StoreBusy naming the owner, where another process has it; StoreTrouble where the folder cannot be written.
    """
    folder = folder.resolve()
    note = folder / ".owner.json"
    with _owning:
        if folder in _owned:
            return
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(folder / ".owner.lock")
            lock.acquire(timeout=0)
        except Timeout as error:
            try:
                owner = json.loads(note.read_text(encoding="utf-8"))
                who = f"process {owner['pid']}: {owner['command']}"
            except (OSError, ValueError, KeyError):
                who = "?"
            raise StoreBusy(folder=folder, owner=who) from error
        except OSError as error:
            raise _unusable(folder, error.strerror or str(error)) from error
        _owned[folder] = lock
        note.write_text(json.dumps({"pid": os.getpid(), "command": " ".join([Path(sys.argv[0]).name, *sys.argv[1:2]])}), encoding="utf-8")


def _unusable(folder: Path | str, what: str) -> StoreTrouble:
    mend = both(
        "Check its rights, or set CENTAUR_STORE to a folder you may write. `centaur index --rebuild` makes the index anew from the store.",
        "Vérifiez ses droits, ou réglez CENTAUR_STORE sur un dossier où vous pouvez écrire. `centaur index --rebuild` refait l'index depuis le magasin.",
    )
    return StoreTrouble(folder=folder, what=what, mend=mend)


class ChromaIndex:
    """Fulfils `ports.VectorIndex`. Nothing is opened, and langchain-chroma (seconds to import) not imported, before the first use.

    folder: where the embedded index lies; url: address of a Chroma server, used instead if given.
    """

    def __init__(self, folder: Path, embeddings: NamedEmbeddings, url: str = "") -> None:
        self._folder, self._embeddings, self._url = folder, embeddings, url
        self._client: Any = None
        self._collections: dict[str, Chroma] = {}
        self._lock = threading.RLock()

    def _open(self) -> Any:
        if self._client is None:
            os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
            if not self._url:
                own(self._folder)
            self._embeddings.prepare()
            import chromadb
            from chromadb.config import Settings

            settings = Settings(anonymized_telemetry=False)
            try:
                if self._url:
                    address = urlsplit(self._url)
                    self._client = chromadb.HttpClient(
                        host=address.hostname or "127.0.0.1", port=address.port or 8000, ssl=address.scheme == "https", settings=settings
                    )
                else:
                    self._client = chromadb.PersistentClient(path=str(self._folder), settings=settings)
            except Exception as error:  # chromadb raises ValueError, its own and httpx's errors alike
                raise self._trouble(error) from error
        return self._client

    def _trouble(self, error: Exception) -> StoreTrouble:
        return _unusable(self._url or self._folder, f"{type(error).__name__}: {str(error)[:200]}")

    def _collection(self, brand: str, locale: Locale) -> Chroma:
        name = f"{brand}.{locale}.{self._embeddings.name}"
        if name not in self._collections:
            client = self._open()
            from langchain_chroma import Chroma

            self._collections[name] = Chroma(
                collection_name=name,
                embedding_function=self._embeddings,
                client=client,
                collection_metadata={"brand": brand, "locale": locale, "embeddings": self._embeddings.name},
                collection_configuration={"hnsw": {"space": "cosine"}},
            )
        return self._collections[name]

    def refresh(self, brand: str, locale: Locale, passages: Sequence[Passage]) -> tuple[int, int]:
        """Hold exactly these passages: add or change what differs, remove the rest. Returns how many of each. Raises: StoreTrouble."""
        with self._lock:
            try:
                collection = self._collection(brand, locale)
                held = collection.get(include=["metadatas"])
                hashes = {id_: meta["hash"] for id_, meta in zip(held["ids"], held["metadatas"], strict=True)}
                wanted = {passage.id: passage for passage in passages}
                gone = [id_ for id_ in hashes if id_ not in wanted]
                if gone:
                    collection.delete(ids=gone)
                new = [passage for id_, passage in wanted.items() if hashes.get(id_) != passage.hash]
                for start in range(0, len(new), _BATCH):
                    batch = new[start : start + _BATCH]
                    collection.add_texts(
                        [passage.text for passage in batch],
                        metadatas=[{"hash": passage.hash, "origin": passage.origin} for passage in batch],
                        ids=[passage.id for passage in batch],
                    )
                return len(new), len(gone)
            except CentaurError:
                raise
            except Exception as error:  # a damaged index fails with many types; all mean: rebuild
                raise self._trouble(error) from error

    def forget(self, brand: str, locale: Locale) -> None:
        """Throw the brand's collection away."""
        with self._lock:
            name = f"{brand}.{locale}.{self._embeddings.name}"
            client = self._open()
            self._collections.pop(name, None)
            if name in {collection.name for collection in client.list_collections()}:
                client.delete_collection(name)

    def search(self, brand: str, locale: Locale, text: str, limit: int) -> list[Hit]:
        """Nearest passages in meaning; the score is 1 - cosine distance. Raises: StoreTrouble."""
        with self._lock:
            try:
                collection = self._collection(brand, locale)
                vector = self._embeddings.embed_query(text)
                found = collection.similarity_search_by_vector_with_relevance_scores(vector, k=limit)
                return [Hit(id=str(document.id), score=1 - distance) for document, distance in found]
            except CentaurError:
                raise
            except Exception as error:  # as in `refresh`
                raise self._trouble(error) from error
