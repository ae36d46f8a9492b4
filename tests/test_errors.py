"""Errors: one tree, drawn at the top of the module, both languages, right exit codes."""

from __future__ import annotations

import inspect
import re

import pytest

from copilot import errors
from copilot.errors import BadOption, CentaurError, Fault, GuideFaults, ModelCutShort, ModelOverloaded, ModelStopped, ModelTimeout, ModelTrouble
from copilot.language.words import both

CLASSES = [value for value in vars(errors).values() if inspect.isclass(value) and issubclass(value, CentaurError)]


def test_tree_at_the_top_names_every_error() -> None:
    """The drawing in the docstring holds exactly the classes of the module."""
    drawn = set(re.findall(r"\b[A-Z]\w+[a-z]\b", (errors.__doc__ or "").split("An error says")[0])) - {"Every", "Centaur"}
    assert drawn == {cls.__name__ for cls in CLASSES}


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_both_languages_name_the_same_values(cls: type[CentaurError]) -> None:
    """French and English messages use the same values."""
    assert set(re.findall(r"\{(\w+)", cls.en)) == set(re.findall(r"\{(\w+)", cls.fr))


def test_exit_codes() -> None:
    """Bad input leaves with 2, model trouble with 3."""
    assert CentaurError.exit_code == 2
    assert {cls.exit_code for cls in CLASSES if issubclass(cls, ModelTrouble) and cls is not ModelStopped} == {3}
    assert ModelStopped.exit_code == 130


def test_messages_say_what_to_do() -> None:
    """A message holds its values, in the language asked for."""
    assert "60 s" in str(ModelTimeout(model="m", timeout_s=60.0))
    assert "(2 s)" in ModelOverloaded("m", "429", 2.0).say("fr")
    assert ModelCutShort("m", "cut", "abc").say("en").startswith("The reply of m was cut short after 3 characters")


def test_an_option_that_is_not_given_is_missing() -> None:
    """Not `--columns is ''`."""
    mend = both("Name some.", "Nommez-en.")
    assert BadOption(option="--columns", given="", mend=mend).say("en") == "--columns is missing. Name some."
    assert BadOption(option="--columns", given="", mend=mend).say("fr") == "--columns manque. Nommez-en."
    assert BadOption(option="--columns", given="a", mend=mend).say("en") == "--columns is 'a'. Name some."


def test_guide_faults_speak_both_languages() -> None:
    """Each fault stands on its line, in the language of the reader."""
    fault = Fault(file="voice.yaml", line=3, what=both("wrong", "faux"), mend=both("mend it", "corrigez"))
    error = GuideFaults("x", (fault,))
    assert "voice.yaml:3: wrong → mend it" in error.say("en")
    assert "voice.yaml:3: faux → corrigez" in error.say("fr")
