"""A person decides: review, edits, approval, what leaves the house; what stands behind a draft."""

from __future__ import annotations

import json
from typing import Literal

from copilot.approval import ai_use, outgoing, page, workflow
from copilot.approval.ai_use import AiUse
from copilot.errors import FileFault, NeedsModel
from copilot.generation import judge as judging
from copilot.generation import prompts
from copilot.generation.change import Weighed
from copilot.generation.judge import Judged
from copilot.generation.privacy import Mask
from copilot.generation.structured_data import structured_data
from copilot.guardrails.backing import Grounding, ground
from copilot.guides import screening
from copilot.guides.passages import passages
from copilot.language.merge_tags import Tool
from copilot.language.words import both
from copilot.previews import previews
from copilot.previews.shapes import Preview
from copilot.records import (
    Draft,
    Editor,
    Event,
    Review,
    Scorecard,
    State,
    clean,
)
from copilot.service.search import Searches


class Decisions(Searches):
    """Keeps the trail from draft to export."""

    def drafts(self, brand: str | None = None, state: State | None = None, limit: int = 100) -> list[tuple[Draft, State]]:
        """Drafts, newest first."""
        return self._ledger().drafts(brand, state, limit)

    def review(self, draft: str) -> Review:
        """Where a draft stands. Raises: UnknownDraft."""
        ledger = self._ledger()
        return workflow.replay(ledger.draft(draft), ledger.events(draft))

    def check_draft(self, review: Review, language: str = "", judged: Judged | None = None) -> Scorecard:
        """The scorecard of a draft as it stands now; with what a judge said as one more part of the voice dial, which does not move it."""
        card = self.check(review.draft, review.draft.brief.brand, review.draft.brief, language)
        return judging.with_part(card, judged, language) if judged else card

    def judge(self, draft: str, runs: int = judging.RUNS) -> Judged:
        """What a model says of each trait of the brand's voice in a draft as it stands, `runs` times, with evidence that stands in the draft.

        Raises: NeedsModel offline, FileFault for a brand without traits, ModelTrouble where no run came through.
        """
        now, model = self.review(draft).draft, self._model()
        guide = screening.trusted(self.guide(now.brief.brand))
        if model is None:
            raise NeedsModel(what=both("judge a draft", "juger un brouillon"), can=both("The dials need none.", "Les cadrans s'en passent."))
        if not guide.voice.attributes:
            what = both("has no attributes to judge by", "n'a pas de traits (attributes) d'après lesquels juger")
            raise FileFault(file=f"{guide.folder}/voice.yaml", what=what, mend=both("Write some under attributes:.", "Écrivez-en sous attributes:."))
        prompt = prompts.find_prompt(self.settings.folders("prompts"), "shared", "judge", now.locale)
        mask, told = Mask.of(guide, now.brief), screening.obedient(now.brief)[0]
        return judging.judge(model, prompt, now, guide.brand, guide.voice.name, told.product, guide.voice.attributes, mask, now.locale, runs)

    def edit(self, draft: str, fields: dict[str, str], who: str, revision: int | None = None, note: str = "") -> Review:
        """Change fields of a draft. An approved draft goes back to review.

        Raises: NotAllowed where somebody changed it since `revision`, or for a field that the channel does not have.
        """
        review = self._at(draft, revision)
        workflow.allow_fields(review, fields)
        new = {**review.draft.fields, **{key: clean(text) for key, text in fields.items()}}
        return self._record(draft, [workflow.step(review, "edited", who, self._clock(), fields={k: v for k, v in new.items() if v.strip()}, note=note)])

    def submit(self, draft: str, who: str, note: str = "") -> Review:
        """Hand a draft in for review."""
        review = self.review(draft)
        return self._record(draft, [workflow.step(review, "submitted", who, self._clock(), note=note)])

    def request_changes(self, draft: str, who: str, note: str, revision: int | None = None) -> Review:
        """Send a draft back with what should change. Raises: NotAllowed, also where somebody changed it since `revision`."""
        review = self._at(draft, revision)
        return self._record(draft, [workflow.step(review, "changes requested", who, self._clock(), note=note)])

    def reject(self, draft: str, who: str, note: str, revision: int | None = None) -> Review:
        """Refuse a draft, with the reason. Raises: NotAllowed, also where somebody changed it since `revision`."""
        review = self._at(draft, revision)
        return self._record(draft, [workflow.step(review, "rejected", who, self._clock(), note=note)])

    def approve(self, draft: str, editor: Editor, text_hash: str, waived: dict[str, str] | None = None, revision: int | None = None, note: str = "") -> Review:
        """Sign the text with this hash. Blocking findings need a reason each. Raises: NotAllowed."""
        review = self._at(draft, revision)
        card = self.check_draft(review)
        return self._record(
            draft, [workflow.step(review, "approved", editor.name, self._clock(), text_hash=text_hash, scorecard=card, waived=waived, note=note)]
        )

    def preview(self, draft: Draft) -> list[Preview]:
        """How a draft looks where it will be read, with its words as they are here. Raises: UnknownBrand, GuideFaults, UnknownChannel."""
        return previews(draft, self.guide(draft.brief.brand).voice.name)

    def save(self, draft: str, words: dict[str, str], who: str, revision: int) -> Review:
        """The draft with these words; an event only where they differ from what it says now."""
        review = self._at(draft, revision)
        return self.edit(draft, words, who, revision) if words != review.draft.fields else review

    def hand_in(self, draft: str, words: dict[str, str], who: str, revision: int, note: str = "") -> Review:
        """Save these words and hand the draft in, both or neither. Under review already, it is only saved."""
        steps = self._handed_in(self._at(draft, revision), words, who, note)
        return self._record(draft, steps)

    def sign(self, draft: str, words: dict[str, str], editor: Editor, revision: int, waived: dict[str, str] | None = None, note: str = "") -> Review:
        """What an editor does who reads, corrects and signs in one go: save these words, hand in, approve exactly them. All or nothing: a refusal
        leaves the draft as it was. Raises: NotAllowed."""
        review = self._at(draft, revision)
        steps = self._handed_in(review, words, editor.name, note)
        now = workflow.replay(self._ledger().draft(draft), [*review.history, *(event for event, _ in steps)])
        card = self.check_draft(now)
        step = workflow.step(now, "approved", editor.name, self._clock(), text_hash=now.draft.text_hash, scorecard=card, waived=waived, note=note)
        return self._record(draft, [*steps, step])

    def _handed_in(self, review: Review, words: dict[str, str], who: str, note: str) -> list[tuple[Event, State]]:
        """The steps that save these words and hand them in, not yet recorded."""
        steps: list[tuple[Event, State]] = []
        words = {key: clean(text) for key, text in words.items() if text.strip()}
        if words != review.draft.fields:
            workflow.allow_fields(review, words)
            steps.append(workflow.step(review, "edited", who, self._clock(), fields=words))
            review = workflow.replay(review.draft, [*review.history, steps[-1][0]])
        if review.state in ("draft", "changes requested"):
            steps.append(workflow.step(review, "submitted", who, self._clock(), note=note))
        return steps

    def _record(self, draft: str, steps: list[tuple[Event, State]]) -> Review:
        if steps:
            self._ledger().append([event for event, _ in steps], steps[-1][1])
        return self.review(draft)

    def ai_use(self, draft: str) -> AiUse:
        """What made a draft as it stands, what people did with it, and who answers for it."""
        return ai_use.record(self.review(draft))

    def marking(self, draft: str) -> dict[str, str]:
        """Names and contents of the meta tags that say in HTML how the draft was made."""
        return ai_use.marking(self.review(draft))

    def export(self, draft: str, who: str, revision: int | None = None) -> Review:
        """Note that an approved draft was taken out. Raises: NotAllowed for one that is not approved, or that somebody changed since `revision`."""
        review = self._at(draft, revision)
        return self._record(draft, [workflow.step(review, "exported", who, self._clock())])

    def exported(self, draft: str, who: str, form: outgoing.Form, tool: Tool = "liquid", revision: int | None = None) -> str:
        """An approved draft as Markdown (in the form of a campaign), plain text or JSON; an e-mail or page as HTML, an e-mail as a message, a page's JSON-LD.

        tool: whose tag leads out of the list. The taking out is noted, for these very words. Raises: NotAllowed, also where somebody changed the draft since `revision`;
        BadOption for a form that the channel does not have.
        """
        review = self._at(draft, revision)
        text = self.rendered(review, form, tool)
        self.export(draft, who, review.revision)
        return text

    def web_forms(self, channel: str) -> tuple[Literal["html", "eml"], ...]:
        """The forms for the web and for mail that a channel has besides those of every channel."""
        return ("html", "eml") if channel == "email" else ("html",) if channel in page.PAGES else ()

    def rendered(self, review: Review, form: outgoing.Form, tool: Tool = "liquid") -> str:
        """An approved review in one of its forms; `export` notes that it was taken out. Raises: NotAllowed for one that is not approved, BadOption for a form that
        the channel does not have."""
        workflow.allow(review, "exported")
        if form == "md" or form == "txt" or form == "json":  # mypy narrows no `in`
            return outgoing.render(review, form)
        marks = ai_use.marking(review)
        guide = self.guide(review.draft.brief.brand)
        data = structured_data(review.draft, guide, marks.get("digitalSourceType", ""))
        if form == "jsonld":
            return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        return outgoing.render_html(review, guide.voice, form, tool, data, marks)

    def _at(self, draft: str, revision: int | None) -> Review:
        review = self.review(draft)
        return review if revision is None else review.model_copy(update={"revision": revision})

    def grounding(self, draft: str) -> Grounding:
        """For each sentence of a draft as it stands, the fact, claim or passage behind it, or nothing; and the facts of the brief that no field uses."""
        return self._grounding(self.review(draft).draft)

    def _grounding(self, draft: Draft) -> Grounding:
        guide = self.guide(draft.brief.brand)
        claims = [claim for claim in self.claims_in_force(guide) if draft.locale in claim.claim]
        used = set(draft.made.passages)
        leaned = [passage for passage in passages(guide, draft.locale, self.today) if passage.origin != "claim"]
        return ground(draft, draft.brief, claims, sorted(leaned, key=lambda passage: passage.id not in used))

    def _weighed(self, draft: Draft, field: str) -> list[Weighed]:
        """The sentences of a field by what would be lost with them: an aside least, then past words, the product's name and claims, facts most."""
        weights = {"nothing": 0, "passage": 1, "claim": 2, "fact": 3}
        name = draft.brief.product.split()[-1].lower()
        return [
            Weighed(start=one.start, end=one.end, weight=max(weights[one.kind], 2 if name in one.text.lower() else 0))
            for one in self._grounding(draft).sentences
            if one.field == field
        ]
