"""Prompts are files that keep their word."""

from __future__ import annotations

from pathlib import Path

import pytest

from copilot.errors import PromptFault
from copilot.generation.prompts import Prompt, find_prompt
from tests.conftest import ROOT

PROMPTS = sorted((ROOT / "prompts").glob("*/*.md"))


@pytest.mark.parametrize("path", PROMPTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_declared_inputs_are_used_inputs_and_the_example_renders(path: Path) -> None:
    """Loading refuses a mismatch; the example fills the prompt; both messages say something."""
    prompt = Prompt(path)
    system, user = prompt.render(**prompt.head.example)
    assert len(system) > 100
    assert "<brief>" in user or "Brief" in user


def test_every_channel_has_a_prompt_in_both_languages() -> None:
    """Four channels, two languages."""
    for channel in ("email", "google_rsa", "meta_ad", "seo_page"):
        assert [find_prompt((ROOT / "prompts",), channel, "draft", locale).head.version for locale in ("fr", "en")] == [1, 1]  # type: ignore[arg-type]


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
