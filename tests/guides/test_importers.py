"""A brand from nothing but past texts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from copilot.cli.app import app
from copilot.errors import BrandExists, FileFault, GuideFaults
from copilot.guides.importers import make_brand
from copilot.guides.load import load_folder
from copilot.records import Brief, Copy
from copilot.service import Copilot

FRENCH = [
    f"Tu as froid aux pieds ? Nous aussi. La moufle {name} arrive mardi, tricotée par Odile. On te l'envoie avec un mot. À bientôt !"
    for name in ("Alphonse", "Basile", "Clovis", "Denise", "Émile", "Fernand", "Gaston", "Hector", "Irène", "Jules", "Lucie", "Marcel")
]


def test_folder_of_texts_becomes_a_usable_brand(tmp_path: Path, make_copilot: Callable[..., Copilot]) -> None:
    """Twelve .txt files give a brand that loads, indexes, checks and drafts."""
    source = tmp_path / "past"
    source.mkdir()
    for number, text in enumerate(FRENCH):
        (source / f"lettre-{number}.txt").write_text(text, encoding="utf-8")
    (source / "notes.pdf").write_bytes(b"%PDF")
    home = tmp_path / "home"
    copilot = make_copilot(home=home)
    folder = copilot.new_guide("moufle", source)
    guide = copilot.guide("moufle")
    assert folder == home / "brand_guides" / "moufle"
    assert (len(guide.campaigns), guide.voice.locales, guide.voice.address) == (12, ("fr",), "tu")
    assert "Odile" in guide.voice.names
    assert copilot.index("moufle")[0].passages >= 12
    card = copilot.check(Copy(locale="fr", fields={"text": FRENCH[0]}), "moufle")
    assert card.dials["voice"].measured
    brief = Brief(brand="moufle", channel="email", locale="fr", product="la moufle Zoé", facts={"prix": "24 €"})
    assert "24\u00a0€" in copilot.write(brief, 1).drafts[0].text


def test_rows_keep_what_is_known_of_them(tmp_path: Path) -> None:
    """JSONL rows keep id, channel, locale and date; copies are dropped; a bilingual source gives two languages."""
    rows = [
        {"text": "We mend the coat you have. It takes a week, and it is not cheap.", "id": "A 1", "channel": "newsletter", "sent": "2025-03-04"},
        {"text": "Nous réparons le manteau que vous avez. Il faut une semaine.", "locale": "fr-FR"},
        {"text": "Nous réparons le manteau que vous avez. Il faut une semaine.", "locale": "fr"},
    ]
    source = tmp_path / "rows.jsonl"
    source.write_text("\n".join(json.dumps(row) for row in rows))
    guide = load_folder(make_brand("coat", source, tmp_path / "guides"))
    assert [(c.id, c.channel, c.locale) for c in guide.campaigns] == [("a-1", "email", "en"), ("text-0002", "", "fr")]
    assert str(guide.campaigns[0].sent) == "2025-03-04"
    assert set(guide.voice.locales) == {"en", "fr"}


def test_every_unreadable_row_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    """Four faults, four lines, no folder."""
    source = tmp_path / "rows.jsonl"
    source.write_text('{"text": "fine"}\nnot json\n{"texte": "x"}\n{"text": "x", "locale": "de"}\n{"text": "x", "sent": "soon"}\n')
    with pytest.raises(GuideFaults) as caught:
        make_brand("coat", source, tmp_path / "guides")
    assert [fault.line for fault in caught.value.faults] == [2, 3, 4, 5]
    assert not (tmp_path / "guides").exists()


def test_names_and_folders_that_cannot_be(tmp_path: Path) -> None:
    """A bad name, an empty source, a missing source, a brand that exists: a clear refusal each."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "guides" / "there").mkdir(parents=True)
    with pytest.raises(FileFault, match="mon-atelier"):
        make_brand("Mon Atelier", tmp_path / "empty", tmp_path / "guides")
    with pytest.raises(FileFault, match="holds no text"):
        make_brand("new", tmp_path / "empty", tmp_path / "guides")
    with pytest.raises(FileFault, match="no such file or folder"):
        make_brand("new", tmp_path / "gone", tmp_path / "guides")
    with pytest.raises(BrandExists):
        make_brand("there", tmp_path / "empty", tmp_path / "guides")


def test_schemas_that_a_new_brand_names_are_there(tmp_path: Path) -> None:
    """The first line of each YAML file of a new brand names a schema that lies beside it; `centaur guides schema` writes to the same place."""
    (tmp_path / "past").mkdir()
    (tmp_path / "past" / "a.txt").write_text("The coat is warm and the coat is dry, and that is all we say about the coat.", encoding="utf-8")
    folder = make_brand("coat", tmp_path / "past", tmp_path / "home" / "brand_guides")
    for path in folder.glob("*.yaml"):
        first = path.read_text(encoding="utf-8").split("\n", 1)[0]
        assert (folder / first.split("$schema=")[1]).resolve().is_file(), path
    told = CliRunner().invoke(app, ["guides", "schema"], env={"CENTAUR_HOME": str(tmp_path / "home")}).output
    assert {Path(line) for line in told.split()} == set((tmp_path / "home" / "brand_guides" / ".schema").iterdir())
