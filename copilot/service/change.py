"""Change only this: other words for selected words, another channel or language as a draft of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from copilot.approval import workflow
from copilot.channels import find_channel
from copilot.errors import BadOption, NeedsModel, NotAllowed
from copilot.generation import change, prompts, write
from copilot.generation.angles import ANGLES, find_angle
from copilot.generation.change import Proposal, Wish
from copilot.generation.privacy import Mask
from copilot.guides import screening
from copilot.language.words import Words, both
from copilot.records import (
    Context,
    Draft,
    Review,
    clean,
    digest,
)
from copilot.service.results import Changed
from copilot.service.write import Writing

PROPOSALS = "proposals"
"""Under what name the books remember what was proposed for selected words."""


class Changes(Writing):
    """Proposes changes to words of a draft."""

    def change(self, draft: str, field: str, start: int, end: int, how: str, language: str = "", on_text: Callable[[str], None] | None = None) -> Changed:
        """Other words for field[start:end] of a draft, as a proposal; nothing of the draft is changed until somebody takes it.

        how: rewrite, shorten, lengthen, angle:<name>; or translate:<locale>, channel:<name>, which write a new draft from the selection, or from all of the draft where
        `field` is empty. Raises: BadOption, UnknownChannel, UnknownLocale, NeedsModel, ModelTrouble.
        """
        now = self.review(draft).draft
        wish = change.read_wish(how, now.locale)
        if wish.is_new_draft:
            return self._carry_over(now, wish, {field: change.selected(now, field, start, end)} if field else now.fields, language)
        guide, model = self.guide(now.brief.brand), self._model()
        if model is None:
            weights = {"nothing": 0, "passage": 1, "claim": 2, "fact": 3}
            sentences = [change.Weighed(start=one.start, end=one.end, weight=weights[one.kind]) for one in self._grounding(now).sentences if one.field == field]
            proposal = change.without_model(now, field, start, end, wish, sentences)
        else:
            trusted, (told, _) = screening.trusted(guide), screening.obedient(now.brief)
            values = write.prompt_values(told, trusted, Context(), find_channel(now.channel), self._sayable(trusted, now.locale), "")
            prompt = prompts.find_prompt(self.settings.folders("prompts"), "shared", "change", now.locale)
            mask = Mask.of(guide, now.brief)
            proposal = change.propose(model, prompt, now, now.brief, field, start, end, wish, values, mask, on_text)
        after = now.edited({**now.fields, field: proposal.taken(now.fields[field], proposal.numbers)})
        before, card = (self.check(copy, now.brief.brand, now.brief, language) for copy in (now, after))
        self._books().remember(PROPOSALS, _proposal_key(now, field, start, end, wish), proposal.model_dump_json(), self._clock())
        return Changed(proposal=proposal, scorecard=card, worse=change.worse(before, card))

    def selection(self, draft: str, field: str, words: str) -> tuple[int, int]:
        """Where `words` stand in a field of the draft as it stands; all of the field for no words; 0, 0 for no field. Raises: BadOption."""
        return change.find_words(self.review(draft).draft, field, words) if field or words else (0, 0)

    def proposed(self, draft: str, field: str, start: int, end: int, how: str) -> Proposal:
        """The latest proposal for these words of the draft as it stands. Raises: NotAllowed where there is none: the words may have changed since."""
        now = self.review(draft).draft
        kept = self._books().remembered(PROPOSALS, _proposal_key(now, field, start, end, change.read_wish(how, now.locale)))
        if kept is None:
            raise NotAllowed(
                what=both("Nothing is proposed for these words as they stand now.", "Rien n'est proposé pour ces mots tels qu'ils sont."),
                mend=both(
                    "Ask for a proposal first, read it, then take what you want of it.",
                    "Demandez d'abord une proposition, lisez-la, puis prenez-en ce que vous voulez.",
                ),
            )
        return Proposal.model_validate_json(kept)

    def take(self, draft: str, proposal: Proposal, numbers: Collection[int], who: str, revision: int | None = None, note: str = "") -> Review:
        """Put hunks of a proposal into a draft, by name; the others are refused. The history keeps what made the words.

        Raises: BadOption for a number that no hunk has, NotAllowed where the words have changed since.
        """
        review = self._at(draft, revision)
        fields, text = review.draft.fields, review.draft.fields.get(proposal.field, "")
        unknown = sorted(set(numbers) - proposal.numbers)
        if unknown or not numbers:
            known = ", ".join(map(str, sorted(proposal.numbers)))
            mend = both(f"The changes proposed have the numbers {known}.", f"Les changements proposés ont les numéros {known}.")
            raise BadOption(option="--take", given=", ".join(map(str, unknown)), mend=mend)
        if text[proposal.start : proposal.end] != proposal.old:
            raise NotAllowed(
                what=both("The words have changed since this was proposed.", "Les mots ont changé depuis cette proposition."),
                mend=both("Select them again.", "Sélectionnez-les à nouveau."),
            )
        new = {**fields, proposal.field: clean(proposal.taken(text, numbers))}
        return self._record(draft, [workflow.step(review, "edited", who, self._clock(), fields=new, made=proposal.made, note=note or proposal.made.note)])

    def take_numbered(self, draft: str, proposal: Proposal, numbers: str, who: str) -> Review:
        """`take` with the numbers as a person writes them: `1,3` or `all`. Raises: BadOption and what `take` raises."""
        return self.take(draft, proposal, change.read_numbers(numbers, proposal), who)

    def _carry_over(self, now: Draft, wish: Wish, source: dict[str, str], language: str) -> Changed:
        """A new draft in another channel or language, with `now` as its origin."""
        update = {"channel": wish.to, "purpose": find_channel(wish.to).purposes[0]} if wish.how == "channel" else {"locale": wish.to}
        brief = now.brief.model_copy(update=update)
        guide, (told, _), model = screening.trusted(self.guide(brief.brand)), screening.obedient(brief), self._model()
        if brief.locale not in guide.voice.locales:
            known = ", ".join(guide.voice.locales)
            mend = both(
                f"The languages of {guide.voice.name} are [{known}]. Add '{brief.locale}' under locales: in {guide.folder}/voice.yaml, and what it says in that language.",
                f"Les langues de {guide.voice.name} sont [{known}]. Ajoutez « {brief.locale} » sous locales: dans {guide.folder}/voice.yaml, et ce qu'elle dit dans cette langue.",
            )
            raise BadOption(option="--how", given=wish.name, mend=mend)
        notes: list[Words] = []
        if model is None:
            if wish.how == "translate":
                can = both(
                    "It can write the same brief anew for another channel (channel:<name>).",
                    "Il peut récrire le même brief pour un autre canal (channel:<nom>).",
                )
                raise NeedsModel(what=both("translate", "traduire"), can=can)
            ((fields, making), *_) = self._compose(told, guide, 1, len(self._ledger().written_for(brief)))
            notes.append(change.ANEW)
        else:
            shop = self._workshop(model, told, guide, Context())
            prompt = prompts.find_prompt(self.settings.folders("prompts"), "shared", "adapt", brief.locale)
            task = change.CARRY[wish.how].say(brief.locale, channel=find_channel(brief.channel).title[brief.locale])
            shop = replace(shop, prompt=prompt, more={"source": "\n\n".join(source.values()), "task": task})
            made = shop.mend(shop.draft(find_angle(now.made.angle) or ANGLES[0], ()))
            fields, making = made.fields, made.making
        kept = self._keep(brief, fields, making.model_copy(update={"origin": now.id, "note": wish.name}))
        return Changed(draft=kept, scorecard=self.check(kept, brief.brand, brief, language), notes=tuple(notes))


def _proposal_key(draft: Draft, field: str, start: int, end: int, wish: Wish) -> str:
    """What a proposal is kept under: the text as it stands, the words selected, and what was wished for."""
    return digest([draft.id, draft.text_hash, field, start, end, wish.name])
