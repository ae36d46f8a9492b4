"""Prompts are files that keep their word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from copilot.channels import CHANNELS
from copilot.errors import PromptFault
from copilot.generation.prompts import Prompt, find_prompt
from copilot.records import LOCALES
from tests.conftest import ROOT

ARTICLE = ("outline", "section", "faq", "head")
PROMPTS = sorted((ROOT / "prompts").glob("*/*.md"))


@pytest.mark.parametrize("path", PROMPTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_declared_inputs_are_used_inputs_and_the_example_renders(path: Path) -> None:
    """Loading refuses a mismatch; the example fills the prompt; both messages say something."""
    prompt = Prompt(path)
    system, user = prompt.render(**prompt.head.example)
    assert len(system) > 100
    assert re.search(r"<(?:brief|text)-[0-9a-f]{12}", user) or prompt.head.name.startswith("continue")


def test_every_channel_has_a_prompt_in_both_languages() -> None:
    """Every purpose of every channel, two languages; an article is asked for in four steps."""
    for channel in CHANNELS:
        for task in ARTICLE if channel.name == "article" else channel.purposes:
            assert [find_prompt((ROOT / "prompts",), channel.name, task, locale).head.version for locale in LOCALES] == [1, 1]


def test_both_languages_of_a_prompt_take_the_same() -> None:
    """French asks besides for tu or vous, and for nothing else; both promise the same output and as many tokens."""
    for path in PROMPTS:
        if ".fr." in path.name and path.parent.name != "shared":
            french, english = Prompt(path).head, Prompt(path.with_name(path.name.replace(".fr.", ".en."))).head
            assert set(french.inputs) - set(english.inputs) == {"address"}
            assert (french.output, french.defaults) == (english.output, english.defaults)


def test_no_prompt_is_another_with_a_word_changed() -> None:
    """What a prompt says of its place is its own: the lines that no other place says are half of it or more."""
    for locale in LOCALES:
        own = {path: set(Prompt(path).render(**Prompt(path).head.example)[0].splitlines()) for path in PROMPTS if f".{locale}." in path.name}
        shared = set.intersection(*(lines for path, lines in own.items() if path.parent.name not in ("shared", "article")))
        for path, lines in own.items():
            if path.parent.name in ("shared", "article"):
                continue
            place = {line for line in lines - shared if len(line) > 40}
            assert all(fuzz.ratio(" ".join(sorted(place)), " ".join(sorted(others - shared))) < 75 for other, others in own.items() if other != path), path


def test_the_part_that_all_drafts_share_comes_first() -> None:
    """Of two drafts of one brief from two angles the system text and all before the angle are the same, so that a provider's cache hits."""
    for path in PROMPTS:
        prompt = Prompt(path)
        if "angle" in prompt.head.inputs and path.parent.name not in ("shared", "article"):
            one, two = (prompt.render(**{**prompt.head.example, "angle": angle}) for angle in ("proof", "letter"))
            assert one[0] == two[0]
            assert one[1].index("proof") > one[1].index("</brief-")


HEAD = "---\nname: draft.en\nversion: 1\npurpose: p\ninputs: {a: A.}\noutput: o\nexample: {a: x}\nchanged: c\n---\n"


@pytest.mark.parametrize(
    ("body", "match"),
    [
        ("{% block system %}{{ a }}{{ b }}{% endblock %}{% block user %}{% endblock %}", "differ: b"),
        ("{% block system %}{% endblock %}{% block user %}{% endblock %}", "differ: a"),
        ("{{ a }}", "lacks the block"),
        ("{% block system %}{{ a", "unexpected|expected"),
    ],
)
def test_faulty_prompts_are_told(tmp_path: Path, body: str, match: str) -> None:
    """An input declared and not used, used and not declared, a missing block, broken syntax."""
    path = tmp_path / "draft.en.v1.md"
    path.write_text(HEAD + body)
    with pytest.raises(PromptFault, match=match):
        Prompt(path)


def test_highest_version_counts_and_the_nearest_folder_wins(tmp_path: Path) -> None:
    """v10 comes after v9, and a home's own prompt before the shipped one."""
    folder = tmp_path / "email"
    folder.mkdir()
    for version in (9, 10):
        text = HEAD.replace("version: 1", f"version: {version}") + "{% block system %}{{ a }}{% endblock %}{% block user %}u{% endblock %}"
        (folder / f"draft.en.v{version}.md").write_text(text)
    assert find_prompt((tmp_path, ROOT / "prompts"), "email", "draft", "en").head.version == 10
    with pytest.raises(PromptFault, match="no such prompt"):
        find_prompt((tmp_path,), "email", "draft", "fr")


def test_jinja_is_sandboxed(tmp_path: Path) -> None:
    """A prompt file cannot reach into Python."""
    path = tmp_path / "draft.en.v1.md"
    path.write_text(HEAD + "{% block system %}{{ a.__class__.__mro__ }}{% endblock %}{% block user %}{% endblock %}")
    with pytest.raises(PromptFault, match="unsafe"):
        Prompt(path).render(a="x")
