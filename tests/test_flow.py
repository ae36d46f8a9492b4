"""The main job, in the order of its steps: guide, index, brief, context, draft, findings, scorecard, review, approval. Real store, real index, no key."""

from __future__ import annotations

from pathlib import Path

import pytest

from copilot.bootstrap import build
from copilot.errors import NotAllowed
from copilot.guides.load import load_brief
from copilot.records import Draft, Editor, Scorecard
from copilot.service import Copilot
from copilot.settings import Settings
from tests.conftest import ROOT


@pytest.fixture
def copilot(tmp_path: Path) -> Copilot:
    return build(Settings(home=ROOT, store=tmp_path / "store"))


@pytest.mark.parametrize(
    ("brand", "locale", "brief_name"),
    [("pataud", "fr", "bouillotte-odette"), ("fettle-and-thole", "en", "drover-pack"), ("halage", "fr", "retours-librairie"), ("halage", "en", "cold-round")],
)
def test_from_a_guide_to_a_signed_draft(copilot: Copilot, brand: str, locale: str, brief_name: str) -> None:
    """A brand's guide and a brief become drafts that a named person corrects and signs."""
    # 1, 2: the guide is read and indexed, and nothing is embedded twice.
    guide = copilot.guide(brand)
    assert len(guide.campaigns) >= 60
    indexed = copilot.index(brand)
    assert all(item.passages == item.changed for item in indexed)
    assert all(item.changed == item.removed == 0 for item in copilot.index(brand))

    # 3: the brief is for a product that is in no campaign.
    folder = copilot.brands()[brand]
    brief = load_brief(folder / "briefs" / f"{brief_name}.yaml", {"brand": brand, "channel": "email", "locale": locale})
    assert brief.product not in {campaign.product for campaign in guide.campaigns}

    # 4: context within its budget, each passage with a reason.
    context = copilot.context(brief)
    assert 0 < context.tokens <= context.budget
    assert all(item.why and item.score > 0 for item in context.passages)

    # 5, 6, 7: drafts with findings and a scorecard; nothing blocks, no figure is without support.
    written = copilot.write(brief, 3)
    assert len(written.drafts) == 3
    for draft, card in zip(written.drafts, written.scorecards, strict=True):
        assert_stands(draft, card)
    draft = written.drafts[0]

    # 9: a person corrects and hands in.
    subject = {"fr": "Une lettre de la maison", "en": "A letter from the bench"}[locale]
    copilot.edit(draft.id, {"subject": subject}, "Léa Martin")
    review = copilot.submit(draft.id, "Léa Martin")
    assert review.state == "in review"

    # 10: an editor approves one exact text; an edit afterwards sends it back.
    with pytest.raises(NotAllowed, match="changed since it was read"):
        copilot.approve(draft.id, Editor(name="Paul Roux"), draft.text_hash)
    review = copilot.approve(draft.id, Editor(name="Paul Roux"), review.draft.text_hash)
    assert review.state == "approved"
    assert review.approval is not None
    assert (review.approval.editor.name, review.approval.text_hash) == ("Paul Roux", review.draft.text_hash)
    assert copilot.export(draft.id, "Paul Roux").state == "approved"
    review = copilot.edit(draft.id, {"subject": subject + "."}, "Léa Martin")
    assert (review.state, review.approval) == ("in review", None)
    assert [event.kind for event in review.history] == ["created", "edited", "submitted", "approved", "exported", "edited"]


def test_a_draft_without_its_body_is_blocked_and_takes_no_field_of_no_place(copilot: Copilot) -> None:
    """A mandatory field taken out blocks the approval, and says so where a person looks; a field that the channel lacks is refused, with those it has."""
    brief = load_brief(
        ROOT / "brand_guides" / "fettle-and-thole" / "briefs" / "drover-pack.yaml", {"brand": "fettle-and-thole", "channel": "email", "locale": "en"}
    )
    draft = copilot.write(brief, 1).drafts[0].id
    with pytest.raises(NotAllowed, match=r"no field 'nope', 'body_2'\. Its fields: subject, preheader, body, call_to_action"):
        copilot.edit(draft, {"nope": "x", "body_2": "y"}, "Léa Martin")
    review = copilot.edit(draft, {"body": ""}, "Léa Martin")
    card = copilot.check_draft(review, "en")
    found = [one for one in card.findings if one.code == "CHN003"]
    assert [(one.field, one.start, one.end, one.message) for one in found] == [
        ("subject", 0, 0, "The field 'body' is missing or empty: the piece is not whole.")
    ]
    assert card.verdict == "blocked"
    copilot.submit(draft, "Léa Martin")
    with pytest.raises(NotAllowed, match=r"CHN003 \(missing-field\)"):
        copilot.approve(draft, Editor(name="Paul Roux"), review.draft.text_hash)


def assert_stands(draft: Draft, card: Scorecard) -> None:
    """A draft of the composer names its product, blocks nothing and states no figure of its own."""
    assert card.verdict != "blocked", [finding.text for finding in card.at_level("blocking")]
    assert not [finding for finding in card.findings if finding.code == "GRD001"]
    assert any(word in draft.text for word in draft.brief.product.split()[1:])
    assert set(draft.fields) == {"subject", "preheader", "body", "call_to_action"}
    assert {name: dial.measured for name, dial in card.dials.items()} == {"voice": True, "authenticity": True, "compliance": True}
