"""Write: drafts of a brief, what they would cost and what they did."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence

from copilot.approval import workflow
from copilot.channels import find_channel
from copilot.errors import ModelStopped, NeedsModel
from copilot.generation import article, calls, choose, loop, prompts, write
from copilot.generation.angles import OFF_PATTERN
from copilot.generation.compose import FEWER, compose, limits
from copilot.generation.costs import Costs, add_up
from copilot.generation.leaving import Leaving, leaving
from copilot.generation.privacy import Mask, check_consent
from copilot.generation.trial import Trial, trial
from copilot.guides import screening
from copilot.language.words import Words, both
from copilot.ports import Call, Model
from copilot.records import (
    BrandGuide,
    Brief,
    Context,
    Copy,
    Draft,
    Locale,
    Making,
    clean,
)
from copilot.retrieval.query import meaning
from copilot.service.keep import Retention
from copilot.service.results import Estimate, Written

MOST_DRAFTS = 12
ORDERS = both("Left out, since it gives orders to a model: {words}.", "Laissé de côté, car cela donne des ordres à un modèle : {words}.")


class Writing(Retention):
    """Drafts, by a model or offline."""

    @property
    def model_name(self) -> str:
        """The model in force."""
        model = self._model()
        return model.name if model else "offline"

    def write(
        self,
        brief: Brief,
        count: int = 3,
        language: str = "",
        on_text: Callable[[str], None] | None = None,
        on_progress: Callable[[Sequence[loop.Progress]], None] | None = None,
    ) -> Written:
        """Up to `count` drafts for `brief`, kept in the ledger, best first.

        on_text: hears all candidates as they are written, in their threads; on_progress: hears how far each has come, in the caller's thread.
        Candidates that fail leave a note; if all fail, the trouble is raised. Ctrl-C stops the writing: streams are closed, what was finished is kept and returned;
        so does any other interruption, which is raised again once that is kept. Raises: PersonalInBrief before anything is sent, ModelTrouble, EmptyCorpus,
        PromptFault and what `index` raises.
        """
        guide = self.guide(brief.brand)
        check_consent(brief, guide)
        self._forget_old()
        count = max(1, min(count, MOST_DRAFTS))
        guide, (told, orders) = screening.trusted(guide), screening.obedient(brief)
        context = self.context(told)
        before = self._ledger().written_for(brief)
        notes: list[Words] = [ORDERS.fill(words="; ".join(orders))] if orders else []
        drawn = loop.Drawn([], [])
        model = self._model()
        if model is None:
            made = self._compose(told, guide, count, len(before))
            notes += limits(told)
            if len(made) < count:
                notes.append(FEWER.fill(made=len(made), count=count))
        else:
            used = sum(draft.made.angle != OFF_PATTERN for draft in before)
            drawn = loop.draft_set(self._workshop(model, told, guide, context, on_text), count, used, [_begins(draft) for draft in before], on_progress)
            made = [(one.fields, one.making) for one in drawn.made]
            notes += [both(one.making.note, one.making.note) for one in drawn.made if one.making.note]
            if drawn.troubles:
                why = both(drawn.troubles[0].say("en"), drawn.troubles[0].say("fr"))
                notes.append(write.SURVIVORS.fill(failed=len(drawn.troubles), count=count, why=why))
        drafts = [self._keep(brief, fields, making) for fields, making in made]
        if drawn.interruption is not None and not isinstance(drawn.interruption, KeyboardInterrupt):
            raise drawn.interruption
        if not drafts:
            raise write.first_trouble(drawn.troubles) if drawn.troubles else ModelStopped(model=self.model_name, length=0)
        judged = sorted(((draft, self.check(draft, brief.brand, brief, language)) for draft in drafts), key=lambda pair: choose.key(*pair))
        return Written(
            drafts=tuple(draft for draft, _ in judged),
            scorecards=tuple(card for _, card in judged),
            reasons=tuple(choose.reason(draft, card) for draft, card in judged),
            spread=round(choose.spread([draft for draft, _ in judged]), 3),
            context=context,
            notes=tuple(notes),
        )

    def _workshop(self, model: Model | None, brief: Brief, guide: BrandGuide, context: Context, on_text: Callable[[str], None] | None = None) -> loop.Workshop:
        """What drafts of `brief` are made with: instructions, or for a small model past copy to go on from."""
        folders, channel, house = self.settings.folders("prompts"), find_channel(brief.channel), self._house(brief.brand)
        small = model is not None and write.goes_on_from_examples(model.name, self.settings.prompt_form) and write.has_examples(brief, guide)
        steps = article.STEPS if channel.name == "article" else (brief.purpose,)
        shop = loop.Workshop(
            model=model,
            brief=brief,
            guide=guide,
            channel=channel,
            context=context,
            claims=self._sayable(guide, brief.locale),
            prompt=prompts.find_prompt(folders, "shared" if small else channel.name, "continue" if small else steps[0], brief.locale),
            repairing=prompts.find_prompt(folders, "shared", "repair", brief.locale),
            mask=Mask.of(guide, brief),
            check=lambda copy: self._judge(copy, house, brief, brief.locale),
            rounds=self.settings.repair_rounds,
            budget_tokens=self.settings.repair_tokens,
            parallel=self.settings.model_parallel,
            on_text=on_text,
        )
        if channel.name != "article":
            return shop
        return article.ArticleShop.of(shop, {step: prompts.find_prompt(folders, channel.name, step, brief.locale) for step in steps})

    def _sayable(self, guide: BrandGuide, locale: Locale) -> tuple[str, ...]:
        return tuple(claim.claim[locale] for claim in self.claims_in_force(guide) if locale in claim.claim)

    def _compose(self, brief: Brief, guide: BrandGuide, count: int, turn: int) -> list[tuple[dict[str, str], Making]]:
        house = self._house(brief.brand)
        candidates = compose(brief, guide, self.claims_in_force(guide), lambda copy: self._judge(copy, house, brief, explained=False), count, turn)
        return [
            (
                self.fixed(Copy(locale=brief.locale, channel=brief.channel, fields=candidate.fields), brief.brand, brief),
                Making(model="offline", passages=tuple(f"campaign:{name}" for name in dict.fromkeys(candidate.campaigns) if name), note="composer"),
            )
            for candidate in candidates
        ]

    def _keep(self, brief: Brief, fields: dict[str, str], making: Making) -> Draft:
        draft = Draft(
            id="d" + secrets.token_hex(4),
            locale=brief.locale,
            channel=brief.channel,
            fields={key: clean(text) for key, text in fields.items()},
            brief=brief,
            made=making,
            created=self._clock(),
        )
        self._ledger().add(draft, workflow.created(draft, making.model))
        return draft

    def calls(self, brand: str | None = None, limit: int = 1000) -> list[Call]:
        """What models were asked, and what it cost, newest first."""
        return self._books().calls(brand, limit)

    def costs(self, brand: str | None = None, limit: int = 1000) -> Costs:
        """The books of the latest `limit` calls and drafts, added up, with tokens per draft that passes. Raises: FileFault for a faulty table of prices."""
        drafts = [draft for draft, _ in self.drafts(brand, limit=limit)]

        def passes(draft: Draft) -> bool:
            return not self.check(draft, draft.brief.brand, draft.brief).at_level("blocking")

        return add_up(self.calls(brand, limit), drafts, calls.read_prices(self.settings.prices), passes)

    def try_model(self) -> Trial:
        """One tiny request to the model in force. Raises: NeedsModel offline; a trouble of the model is told in the result."""
        model = self._model()
        if model is None:
            raise NeedsModel(what=both("try a model", "essayer un modèle"), can=both("", ""))
        return trial(model)

    def estimate(self, brief: Brief, count: int = 3) -> Estimate:
        """What `count` drafts of `brief` would cost at most, before anything is sent to a model: tokens by our own count, replies at their longest.

        Raises: PersonalInBrief and what `index` raises.
        """
        model = self._model()
        if model is None:
            return Estimate(model="offline", tokens_in=0, tokens_out=0, estimated=False, cost=0.0, currency="")
        guide = self.guide(brief.brand)
        check_consent(brief, guide)
        guide, (told, _) = screening.trusted(guide), screening.obedient(brief)
        shop = self._workshop(model, told, guide, self.context(told))
        tokens_in = count * self._counter().count("".join(shop.first_request()))
        tokens_out = count * shop.prompt.head.defaults.max_tokens
        if isinstance(shop, article.ArticleShop):
            tokens_in, tokens_out = tokens_in * article.MOST_REQUESTS, count * shop.most_tokens_out
        price = calls.read_prices(self.settings.prices).get(model.name)
        return Estimate(
            model=model.name,
            tokens_in=tokens_in,
            tokens_out=tokens_out,
            estimated=self._counter().estimated,
            cost=price.cost(tokens_in, tokens_out) if price else None,
            currency=price.currency if price else "",
            repair_tokens=self.settings.repair_tokens if self.settings.repair_rounds else 0,
        )

    def what_leaves(self, brief: Brief) -> Leaving:
        """All that would be sent for one draft of `brief`, masked, with kinds and counts of what is. Nothing is sent."""
        guide, (brief, _) = screening.trusted(self.guide(brief.brand)), screening.obedient(brief)
        elsewhere = self.settings.embeds_elsewhere
        context = Context() if elsewhere else self.context(brief)
        return leaving(self._workshop(self._model(), brief, guide, context), meaning(brief) if elsewhere else "")


def _begins(draft: Draft) -> str:
    """The first line of a draft."""
    return loop.Made(draft.fields, draft.made).first_line
