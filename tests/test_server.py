"""The whole job with a real language model, over the OpenAI protocol and in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from copilot.adapters.models.local import find_weights
from copilot.bootstrap import build, choose_model
from copilot.errors import ModelGarbage, ModelWrongLanguage, UnknownSetting
from copilot.guides.load import load_brief
from copilot.ports import ModelRequest
from copilot.records import Brief, Editor
from copilot.service import Copilot, Written
from copilot.settings import Settings
from tests.conftest import ROOT
from tests.servers import language_model

REQUEST = ModelRequest(system="s", user="u", reply_schema={"type": "object"}, temperature=0, max_tokens=50, channel="email")


TRIES = 3


def drafted(copilot: Copilot, brief: Brief, heard: Callable[[str], None] | None = None) -> Written:
    """One draft of the small model, which at times writes English for French, twice in a row, and is then told so: what is tested here is what comes of its other replies."""
    for _ in range(TRIES - 1):
        try:
            return copilot.write(brief, 1, on_text=heard)
        except (ModelWrongLanguage, ModelGarbage):
            continue
    return copilot.write(brief, 1, on_text=heard)


def signed(copilot: Copilot, brand: str, locale: str, brief_name: str, model: str, heard: list[str]) -> Written:
    """An ad written by the model within the schema and checked; what blocks is overruled with reasons, and a person signs."""
    brief = load_brief(ROOT / "brand_guides" / brand / "briefs" / f"{brief_name}.yaml", {"brand": brand, "channel": "google_rsa", "locale": locale})
    written = drafted(copilot, brief, heard.append)
    draft, card = written.drafts[0], written.scorecards[0]
    assert draft.made.model == model
    assert draft.made.tokens_in > 100
    assert draft.made.tokens_out > 10
    assert len(heard) > 5
    assert {"headline_1", "headline_2", "headline_3", "description_1", "description_2"} <= set(draft.fields)
    assert card.dials["compliance"].measured
    review = copilot.submit(draft.id, "Léa Martin")
    reasons = {finding.code: "test of the trail" for finding in copilot.check_draft(review).at_level("blocking")}
    approved = copilot.approve(draft.id, Editor(name="Paul Roux"), review.draft.text_hash, reasons)
    assert approved.state == "approved"
    assert approved.approval is not None
    assert approved.approval.waived == reasons
    return written


JOBS = [("fettle-and-thole", "en", "drover-pack"), ("pataud", "fr", "bouillotte-odette")]


@pytest.mark.server
@pytest.mark.parametrize(("brand", "locale", "brief_name"), JOBS)
def test_a_real_model_drafts_is_checked_and_a_person_signs(tmp_path: Path, brand: str, locale: str, brief_name: str) -> None:
    """The whole job with a small real model behind a server, in each language."""
    with language_model(tmp_path / "model.log") as address:
        settings = Settings(home=ROOT, store=tmp_path / "store", model="openai:smollm2", model_timeout_s=300, context_tokens=400, OPENAI_BASE_URL=address)  # type: ignore[call-arg]
        signed(build(settings), brand, locale, brief_name, "openai:smollm2", [])


@pytest.mark.server
@pytest.mark.parametrize(("brand", "locale", "brief_name"), JOBS)
def test_the_same_job_in_this_process(tmp_path: Path, brand: str, locale: str, brief_name: str) -> None:
    """`local:smollm2` loads the weights here and does the same; it stops when told to."""
    settings = Settings(home=ROOT, store=tmp_path / "store", model="local:smollm2", context_tokens=400)
    copilot = build(settings)
    written = signed(copilot, brand, locale, brief_name, "local:SmolLM2-135M-Instruct.Q4_1", [])
    assert written.drafts[0].made.prompt == f"shared/continue.{locale}.v1"
    assert copilot.calls(brand)[0].outcome == "reply"

    class Enough(Exception):
        pass

    def stop(_: str) -> None:
        raise Enough

    with pytest.raises(Enough):
        copilot.write(written.drafts[0].brief, 1, on_text=stop)


def test_weights_that_are_not_there_are_named() -> None:
    """A file of another kind, and a path without a file."""
    with pytest.raises(UnknownSetting, match="no GGUF file"):
        find_weights(str(ROOT / "README.md"))
    with pytest.raises(UnknownSetting, match="not there"):
        find_weights("/nowhere/model.gguf")


def test_a_provider_without_its_package_says_what_to_install() -> None:
    """`anthropic:` needs a package that is not here."""
    model = choose_model(Settings(model="anthropic:claude"))
    assert model is not None
    with pytest.raises(UnknownSetting, match="langchain-anthropic"):
        model.reply(REQUEST)
