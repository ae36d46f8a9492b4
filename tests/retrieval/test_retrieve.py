"""Index and retrieval: fused ranks, a budget that holds, twins dropped, nothing embedded twice, one owner a folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from copilot.adapters.chroma import ChromaIndex
from copilot.adapters.embeddings import NamedEmbeddings, Remembered
from copilot.adapters.store import Store
from copilot.errors import EmptyCorpus, StoreTrouble
from copilot.ports import Hit
from copilot.records import Passage
from copilot.retrieval.query import content_words
from copilot.retrieval.retrieve import fuse
from copilot.service import Copilot
from copilot.settings import Settings
from copilot.testing import sample_brief
from tests.conftest import ROOT


class Letters(NamedEmbeddings):
    """Embeddings that count letters: small, exact, and ours to watch."""

    name = "letters"

    def __init__(self) -> None:
        self.seen: list[str] = []

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.seen += texts
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return [text.lower().count(letter) + 0.01 for letter in "abcdefghijklmnopqrstuvwxyz"]


def passage(number: int, text: str) -> Passage:
    return Passage(id=f"campaign:{number}", brand="b", locale="fr", origin="campaign", text=text)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "store")
    yield made
    made.close()


def test_fusion_prefers_what_both_searches_find() -> None:
    """Reciprocal ranks add up; each passage says which search found it where."""
    fused = fuse([Hit(id="a", score=0.9), Hit(id="b", score=0.8)], [Hit(id="b", score=3.0), Hit(id="c", score=2.0)])
    assert sorted(fused, key=lambda id_: -fused[id_][0]) == ["b", "a", "c"]
    assert fused["b"][1] == "meaning #2, words #1"


def test_word_search_folds_accents_and_takes_any_text(store: Store) -> None:
    """`ete` finds été; quotes and operators of the query language are only words."""
    store.replace("b", "fr", [passage(1, "Un été à Felletin"), passage(2, "L'hiver dure")])
    assert [hit.id for hit in store.word_search("b", "fr", ["ete"], 5)] == ["campaign:1"]
    assert store.word_search("b", "fr", ['"OR', "NEAR(", "a*"], 5) == []
    assert content_words("L'hiver de la Creuse, c'est long !", "fr") == ("hiver", "creuse", "long")


def test_only_what_changed_is_embedded_and_removed_ones_go(tmp_path: Path, store: Store) -> None:
    """Three passages, one changed, one removed: one embedding, one removal; a rebuild embeds nothing again."""
    letters = Letters()
    index = ChromaIndex(tmp_path / "chroma", Remembered(letters, store))
    first = [passage(1, "une moufle"), passage(2, "un bonnet"), passage(3, "une écharpe")]
    assert index.refresh("b", "fr", first) == (3, 0)
    assert index.refresh("b", "fr", first) == (0, 0)
    assert index.refresh("b", "fr", [first[0], passage(2, "un bonnet neuf")]) == (1, 1)
    assert letters.seen == ["une moufle", "un bonnet", "une écharpe", "un bonnet neuf"]
    index.forget("b", "fr")
    assert index.refresh("b", "fr", first) == (3, 0)
    assert len(letters.seen) == 4
    assert index.search("b", "fr", "une moufle", 1)[0].id == "campaign:1"


def test_a_damaged_index_says_how_to_rebuild_it(tmp_path: Path, store: Store) -> None:
    """Garbage in the folder gives one clear error that names the command."""
    (tmp_path / "chroma").mkdir()
    (tmp_path / "chroma" / "chroma.sqlite3").write_bytes(b"not a database" * 100)
    with pytest.raises(StoreTrouble, match="index --rebuild"):
        ChromaIndex(tmp_path / "chroma", Remembered(Letters(), store)).refresh("b", "fr", [passage(1, "x")])


def test_second_process_on_the_same_folder_is_told_who_owns_it(tmp_path: Path) -> None:
    """A process that holds the folder keeps a second one out, by name; when it ends, the folder is free."""
    script = (
        "import sys; from pathlib import Path; from copilot.adapters.chroma import own; own(Path(sys.argv[1])); print('owned', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "chroma")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "owned\n"
        second = textwrap.dedent("""
            import sys; from pathlib import Path
            from copilot.adapters.chroma import own
            from copilot.errors import StoreBusy
            try: own(Path(sys.argv[1]))
            except StoreBusy as busy: print(busy); sys.exit(busy.exit_code)
        """)
        refused = subprocess.run([sys.executable, "-c", second, str(tmp_path / "chroma")], capture_output=True, text=True, check=False)
        assert refused.returncode == 2
        assert f"process {first.pid}" in refused.stdout
        assert "chroma run" in refused.stdout
    freed = subprocess.run([sys.executable, "-c", script, str(tmp_path / "chroma")], input="", capture_output=True, text=True, check=False)
    assert freed.stdout == "owned\n"


def test_context_keeps_its_budget_and_drops_twins(make_copilot: Callable[..., Copilot], tmp_path: Path) -> None:
    """Tokens stay within the budget, a passage said twice is taken once, and what was left out is named."""
    home = tmp_path / "home"
    shutil.copytree(ROOT / "brand_guides" / "fettle-and-thole", home / "brand_guides" / "fettle-and-thole")
    campaigns = home / "brand_guides" / "fettle-and-thole" / "campaigns"
    original = (campaigns / "2024-05-14-pedlar-pack-pockets.md").read_text(encoding="utf-8")
    (campaigns / "twin.md").write_text(original.replace("id: 2024-05-14-pedlar-pack-pockets", "id: twin"), encoding="utf-8")
    copilot = make_copilot(home=home)
    context = copilot.context(sample_brief().model_copy(update={"brand": "fettle-and-thole", "product": "the Pedlar pack pockets"}))
    assert 0 < context.tokens <= context.budget == Settings().context_tokens
    ids = [item.passage.id for item in context.passages]
    assert len({"campaign:twin", "campaign:2024-05-14-pedlar-pack-pockets"} & set(ids)) <= 1
    assert sum(1 for id_ in ids if id_.startswith("guide:")) >= 1
    assert set(context.left_out.values()) & {"no room", "says the same as campaign:2024-05-14-pedlar-pack-pockets"}


def test_empty_corpus_is_told(make_copilot: Callable[..., Copilot], tmp_path: Path) -> None:
    """A brand without any text cannot be indexed; the error names the folder to fill."""
    folder = tmp_path / "home" / "brand_guides" / "bare"
    folder.mkdir(parents=True)
    (folder / "voice.yaml").write_text("name: Bare\nlocales: [en]\n")
    copilot = make_copilot(home=tmp_path / "home")
    with pytest.raises(EmptyCorpus, match="campaigns"):
        copilot.index("bare")
    with pytest.raises(EmptyCorpus):
        copilot.search("bare", "en", "x")


def test_read_only_store_is_told(tmp_path: Path) -> None:
    """A store that cannot be made says which folder and what to set."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreTrouble, match="CENTAUR_STORE"):
        Store(tmp_path / "file" / "store")


def test_newer_store_is_not_touched(tmp_path: Path) -> None:
    """A store of a later format is refused, not overwritten."""
    store = Store(tmp_path)
    with store._begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version=99")
    store.close()
    with pytest.raises(StoreTrouble, match="newer Centaur"):
        Store(tmp_path)
