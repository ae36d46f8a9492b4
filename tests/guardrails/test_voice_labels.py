"""Labels of a brand manager: agreement on snippets not seen, what they set, how they are given, and the commands that show it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from copilot.cli.app import app
from copilot.errors import BadOption, FileFault, UnknownBrand, UnknownChannel
from copilot.guardrails.scores.voice.labels import LEAST_LABELS, agreement, tune
from copilot.service import Copilot
from tests.conftest import ROOT


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home of its own with one brand."""
    folder = tmp_path / "home" / "brand_guides"
    shutil.copytree(ROOT / "brand_guides" / "pataud", folder / "pataud")
    return folder.parent


def test_agreement_is_measured_on_labels_held_out() -> None:
    """Labels at random agree no better than chance, whatever is tuned on them; clear ones agree."""
    rng = np.random.default_rng(1)
    kind = [bool(index % 2) for index in range(200)]
    noise = agreement(rng.normal(size=200).tolist(), kind)
    clear = agreement([(2.0 if us else -2.0) + shift for us, shift in zip(kind, rng.normal(size=200), strict=True)], kind)
    assert noise is not None
    assert clear is not None
    assert abs(noise.auc - 0.5) < 0.12
    assert 0.35 < noise.accuracy < 0.65
    assert clear.auc > 0.97
    assert clear.accuracy_low < clear.accuracy < clear.accuracy_high
    assert len(clear.held_out) == 200


def test_too_few_labels_prove_nothing() -> None:
    """Seven of a kind are too few, however many of the other there are."""
    assert agreement([1.0] * (LEAST_LABELS - 1) + [-1.0] * 40, [True] * (LEAST_LABELS - 1) + [False] * 40) is None


def test_labels_move_the_middle_and_never_turn_the_dial_round() -> None:
    """Odds that all lie too high are brought down; labels the wrong way round leave a slope above nought."""
    us = np.array([True] * 20 + [False] * 20)
    high = np.where(us, 3.0, 1.0)
    made = tune(high, us)
    assert made.apply(1.0) < 0 < made.apply(3.0)
    assert tune(-high, us).slope > 0
    assert tune(high, us).labels == 40


def test_a_report_says_what_it_was_learnt_from_and_where_it_disagrees(make_copilot: Callable[..., Copilot]) -> None:
    """Every disagreement lies on the wrong side of 50, the most confident first; the sentences hold the figures."""
    found = make_copilot().voice_report("pataud", language="en")
    assert (found.samples, found.locale) == (66, "fr")
    assert found.agreement is not None
    assert found.agreement["us"] == found.agreement["not us"] == 30
    assert found.agreement["auc"] > 0.8
    assert all((item.value > 50) == (item.label.label == "not us") for item in found.disagreements)
    distances = [abs(item.value - 50) for item in found.disagreements]
    assert distances == sorted(distances, reverse=True)
    assert "66 texts" in found.summary[0]


def test_labels_are_added_once_and_change_the_profile(make_copilot: Callable[..., Copilot], home: Path) -> None:
    """Two new snippets are two lines, again none; the guide that is read next holds them."""
    copilot = make_copilot(home=home)
    before = len(copilot.guide("pataud").labels)
    texts = ["On a posé la laine là, et elle n'a rien dit.", "Découvrez nos offres exclusives !"]
    assert copilot.add_labels("pataud", texts, "not-us")[0] == 2
    assert copilot.add_labels("pataud", texts, "not-us")[0] == 0
    labels = copilot.guide("pataud").labels
    assert [(label.text, label.label) for label in labels[before:]] == [(text, "not us") for text in texts]


def test_a_last_line_without_its_end_is_kept_whole(make_copilot: Callable[..., Copilot], home: Path) -> None:
    """A file that an editor left without a final line break is not run together with the new line."""
    path = home / "brand_guides" / "pataud" / "labels.jsonl"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    make_copilot(home=home).add_labels("pataud", ["Un mot de plus, pour voir."], "us")
    assert all(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def test_bad_labels_are_refused(make_copilot: Callable[..., Copilot], home: Path) -> None:
    """Another kind, another language, no words, another brand, another channel: nothing is written."""
    copilot = make_copilot(home=home)
    path = home / "brand_guides" / "pataud" / "labels.jsonl"
    before = path.read_bytes()
    with pytest.raises(BadOption):
        copilot.add_labels("pataud", ["Un mot."], "maybe")
    with pytest.raises(BadOption):
        copilot.add_labels("pataud", ["A word."], "us", "en")
    with pytest.raises(BadOption):
        copilot.add_labels("pataud", ["Un mot.", "  "], "us")
    with pytest.raises(UnknownBrand):
        copilot.add_labels("nobody", ["Un mot."], "us")
    with pytest.raises(UnknownChannel):
        copilot.add_labels("pataud", ["Un mot."], "us", channel="pigeon")
    assert path.read_bytes() == before
    path.unlink()
    path.mkdir()
    with pytest.raises(FileFault):
        copilot.add_labels("pataud", ["Un mot."], "us", "fr") if copilot.guide("pataud") else None


def test_the_commands_speak_to_people_and_to_machines(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Report, label and explain: exit 0, sentences or JSON, and standard input."""
    monkeypatch.setenv("CENTAUR_HOME", str(home))
    runner = CliRunner()
    report = runner.invoke(app, ["voice", "report", "--brand", "pataud", "--json"])
    assert report.exit_code == 0
    assert json.loads(report.stdout)["samples"] == 66
    label = runner.invoke(app, ["voice", "label", "Un mot de plus, pour voir.", "--brand", "pataud", "--label", "us"])
    assert label.exit_code == 0
    assert label.stdout.startswith("1 label(s) added")
    text = "Découvrez notre nouvelle collection de pantoufles pour vous et pour votre maison."
    shown = runner.invoke(app, ["voice", "explain", "-", "--brand", "pataud"], input=text)
    assert shown.exit_code == 0
    assert "You say tu; this says vous." in shown.stdout
    machine = runner.invoke(app, ["voice", "explain", "-", "--brand", "pataud", "--json"], input=text)
    assert json.loads(machine.stdout)["measured"] is True
