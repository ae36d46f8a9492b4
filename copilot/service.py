"""What Centaur does, in the order of its steps. Skins (CLI, UI) parse, call one method of `Copilot`, and show."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Literal

from copilot.approval import ai_use, outgoing, page, workflow
from copilot.approval.ai_use import AiUse
from copilot.channels import find_channel
from copilot.documents.readers import parse_readers, read_readers, safe_csv
from copilot.errors import BadOption, EmptyCorpus, FileFault, GuideFaults, ModelStopped, NeedsModel, NotAllowed, UnknownLocale, UnknownRule
from copilot.generation import article, calls, change, choose, loop, personalise, prompts, write
from copilot.generation import judge as judging
from copilot.generation.angles import ANGLES, OFF_PATTERN, find_angle
from copilot.generation.change import Proposal, Weighed, Wish
from copilot.generation.compose import compose, limits
from copilot.generation.costs import Costs, add_up
from copilot.generation.judge import Judged
from copilot.generation.leaving import Leaving, leaving
from copilot.generation.privacy import Mask, MaskedIndex, check_consent, without_personal
from copilot.generation.structured_data import structured_data
from copilot.generation.trial import Trial, trial
from copilot.guardrails import catalogue, fix, rates, registry, scorecard
from copilot.guardrails.backing import Grounding, ground
from copilot.guardrails.checks import intrusion
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.rates import Rate
from copilot.guardrails.rule import FieldText, Rule
from copilot.guardrails.scores import voice
from copilot.guardrails.vale import adopt, package
from copilot.guardrails.vale.make import Styles
from copilot.guides import importers, labels, load, screening, styles
from copilot.guides.passages import passages
from copilot.language.markup import Markup
from copilot.language.merge_tags import Tool
from copilot.language.prose import Prose
from copilot.language.words import Words, both
from copilot.ports import Books, Call, Clock, Ledger, Library, Model, TokenCounter, VectorIndex
from copilot.previews import previews
from copilot.previews.shapes import Preview
from copilot.records import (
    BrandGuide,
    Brief,
    Claim,
    Context,
    Copy,
    Dial,
    Draft,
    Editor,
    Event,
    Finding,
    Label,
    Level,
    Locale,
    Making,
    Record,
    Retrieved,
    Review,
    Scorecard,
    State,
    clean,
    digest,
)
from copilot.retrieval import retrieve
from copilot.retrieval.query import meaning
from copilot.settings import Settings

MOST_DRAFTS = 12
PROPOSALS = "proposals"
"""Under what name the books remember what was proposed for selected words."""
ORDERS = both("Left out, since it gives orders to a model: {words}.", "Laissé de côté, car cela donne des ordres à un modèle : {words}.")


class Indexed(Record):
    """What an indexing did for one language of a brand. `changed` counts passages added or changed."""

    brand: str
    locale: Locale
    passages: int
    changed: int
    removed: int
    screened: tuple[screening.Screened, ...] = ()
    """Passages that give orders to a model: kept out of contexts until the brand manager confirms them."""


class Estimate(Record):
    """What a writing would take. `cost` is None where no price is known; `estimated` where tokens could not be counted exactly."""

    model: str
    tokens_in: int
    tokens_out: int
    estimated: bool
    cost: float | None
    currency: str
    repair_tokens: int = 0
    """Most that the repair of one draft may add."""


class Written(Record):
    """Drafts for a brief, best first, each with its scorecard; the context they lean on; what a person should know of how they were made."""

    drafts: tuple[Draft, ...]
    scorecards: tuple[Scorecard, ...]
    reasons: tuple[Words, ...]
    """Why each has its rank."""
    spread: float
    """How different they are, 0-1."""
    context: Context
    notes: tuple[Words, ...] = ()


class Disagreement(Record):
    """A label with which the dial disagrees; `value` is the dial as read with the other labels only, 0-100."""

    label: Label
    value: float


class VoiceReport(Record):
    """What is known of a brand's voice in one language. `agreement` is None with too few labels; shares are 0-1, intervals of 95 %, on snippets not seen."""

    brand: str
    locale: Locale
    samples: int
    words: int
    channels: dict[str, int]
    """Channels with a profile of their own, and its samples."""
    agreement: dict[str, float] | None
    disagreements: tuple[Disagreement, ...]
    """The most confident first."""
    summary: tuple[str, ...]
    """All of it in sentences."""


class Changed(Record):
    """What a wish about selected words led to: a proposal to take or refuse, or a draft of its own in another channel or language."""

    proposal: Proposal | None = None
    draft: Draft | None = None
    scorecard: Scorecard
    """Of the draft with the whole proposal taken, or of the new draft."""
    worse: tuple[Finding, ...] = ()
    """What the change would add that blocks or is not true; empty where it adds nothing of the kind."""
    notes: tuple[Words, ...] = ()


class Intrusiveness(Record):
    """How near a text comes to its reader (0-4), the brand's cap, and the fields in gentler words where slots alone lie above it; empty where there are none."""

    level: int
    label: Words
    cap: int
    gentler: dict[str, str]


class Forgotten(Record):
    """How many replies of models were removed, and in how many briefs personal data was."""

    replies: int
    briefs: int


class Copilot:
    """The whole program behind one door. Ports are given as functions, called when first needed, so that a check opens no database.

    model: None for the offline composer.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Clock,
        library: Callable[[], Library],
        index: Callable[[], VectorIndex],
        ledger: Callable[[], Ledger],
        books: Callable[[], Books],
        counter: Callable[[], TokenCounter],
        model: Callable[[], Model | None],
    ) -> None:
        self.settings = settings
        self._clock, self._library, self._ledger, self._books = clock, library, ledger, books
        self._index = (lambda: MaskedIndex(index(), lambda brand: Mask.of(self.guide(brand)))) if settings.embeds_elsewhere else index
        self._counter, self._model = counter, model
        self._houses: dict[str, tuple[object, House]] = {}
        self._profiles: dict[tuple[House, Locale], voice.VoiceProfile] = {}
        self._imported: dict[House, tuple[Rule, ...]] = {}
        self._rules: dict[House, tuple[Rule, ...]] = {}
        self._forgot = False

    # --- the brand ---

    def brands(self) -> dict[str, Path]:
        """Known brands and their folders."""
        return load.brands(self.settings.folders("brand_guides"))

    def guide(self, brand: str) -> BrandGuide:
        """A brand's guide, read again only when a file of it changed. Raises: UnknownBrand, GuideFaults."""
        return self._house(brand).guide

    def rules_of(self, brand: str) -> tuple[Rule, ...]:
        """The catalogue and the brand's imported styles. Raises: UnknownBrand, GuideFaults."""
        return self._rules_for(self._house(brand))

    def _rules_for(self, house: House) -> tuple[Rule, ...]:
        """The same tuple at every call, since the engine prepares rules once per tuple."""
        own = self._imported[house]
        return self._rules.setdefault(house, (*self.rules, *own)) if own else self.rules

    def rule(self, code: str, brand: str = "") -> Rule:
        """The rule with this code or name, upper or lower case: of the catalogue, or of a brand's imported styles. Raises: UnknownRule, UnknownBrand, GuideFaults."""
        wanted = code.strip().lower()
        found = next((rule for rule in (self.rules_of(brand) if brand else self.rules) if wanted in (rule.code.lower(), rule.name)), None)
        if found is None:
            raise UnknownRule(code=code)
        return found

    def import_vale(self, source: Path, brand: str, level: Level = "scoring", locales: tuple[Locale, ...] = ()) -> adopt.Adoption:
        """Take over a Vale style or package: rules that run here are copied into the brand folder, the others are listed with the reason.

        level: the gravest level its rules may have. locales: the languages of the copy they are for; empty: the one that each style is written in.
        Raises: UnknownBrand, GuideFaults of the brand as it was, FileFault.
        """
        guide = self.guide(brand)
        adoption, taken = adopt.adopt(package.read(source), brand, source.name, level, locales)
        names = sorted(taken.ceilings)
        files = {name: [file for file in taken.files if file.code.startswith(name + ".")] for name in names}
        left = [styles.LeftOut(rule=item.rule, why=item.why.en) for item in adoption.skipped]
        left += [styles.LeftOut(rule=code, why="it has faults") for code in adoption.faulty]
        entries = {
            name: styles.StyleEntry(
                origin=adoption.origin,
                locales=taken.locales[name],
                level=level,
                left_out=tuple(item for item in left if item.rule.startswith(name + ".")),
            )
            for name in names
        }
        try:
            styles.write(Path(guide.folder), files, entries, taken)
        except OSError as error:
            said = str(error.strerror)
            what = both(f"cannot be written ({said})", f"ne peut pas être écrit ({said})")
            raise FileFault(file=f"{guide.folder}/styles", what=what, mend=both("Check its rights.", "Vérifiez ses droits.")) from error
        return adoption

    def _house(self, brand: str) -> House:
        folder = self.brands().get(brand)
        mark = _fingerprint(folder) if folder else None
        held = self._houses.get(brand)
        if held is None or held[0] != mark:
            guide = load.load_brand(brand, self.settings.folders("brand_guides"))
            own = Styles(guide.styles)
            faults = (*own.faults, *registry.switch_faults(guide, (*self.rules, *own.rules)))
            if faults:
                raise GuideFaults(brand, faults)
            if held is not None:
                self._imported.pop(held[1], None)
                self._rules.pop(held[1], None)
            held = mark, House(guide)
            self._houses[brand] = held
            self._imported[held[1]] = own.rules
        return held[1]

    def _profile(self, house: House, locale: Locale) -> voice.VoiceProfile:
        """The voice of a brand: as it was fitted before, or fitted now; kept in the store where there is one, so that a check on a fresh checkout opens none."""
        if (house, locale) not in self._profiles:
            key = f"{house.guide.version}.{voice.VERSION}"
            library = self._library() if self.settings.store_folder.is_dir() else None
            held = library.profile(house.guide.brand, locale, key) if library else None
            profile = voice.stored.load(held) if held else voice.of_guide(house, locale)
            if library and held is None:
                library.keep_profile(house.guide.brand, locale, key, voice.stored.dump(profile))
            self._profiles[house, locale] = profile
        return self._profiles[house, locale]

    @property
    def today(self) -> date:
        """The date by which claims and offers are judged."""
        return self._clock().date()

    def new_guide(self, name: str, source: Path) -> Path:
        """A usable brand folder made from past texts alone. Returns the folder. Raises: BadInput."""
        root = self.settings.base / "brand_guides"
        return importers.make_brand(name, source, root)

    def screened(self, brand: str) -> tuple[screening.Screened, ...]:
        """Passages of the brand that give orders to a model, with their places."""
        guide = self.guide(brand)
        return tuple(item for locale in guide.voice.locales for item in screening.told(passages(guide, locale, self.today)))

    def claims_in_force(self, guide: BrandGuide) -> tuple[Claim, ...]:
        """The brand's claims that may be made today, where it speaks."""
        return tuple(claim for claim in guide.claims.claims if claim.in_force(self.today, guide.voice.jurisdictions))

    # --- the voice ---

    def voice_report(self, brand: str, locale: Locale | None = None, language: str = "") -> VoiceReport:
        """What the voice of a brand was learnt from, in words, and how far the dial agrees with its labels. Raises: UnknownBrand, GuideFaults."""
        house = self._house(brand)
        chosen = locale or house.guide.voice.locales[0]
        profile = self._profile(house, chosen)
        found = voice.labelled(profile, house)
        odds = found.agreement.held_out if found.agreement else ()
        wrong = [
            Disagreement(label=label, value=round(voice.scale.dial(value), 1))
            for label, value in zip(found.labels, odds, strict=bool(odds))
            if (value > 0) != (label.label == "us")
        ]
        held = found.agreement
        return VoiceReport(
            brand=brand,
            locale=chosen,
            samples=profile.samples,
            words=profile.all_words,
            channels={name: count for name, (count, _) in profile.channels.items()},
            agreement={
                "us": held.us,
                "not us": held.not_us,
                "auc": held.auc,
                "auc_half": held.auc_half,
                "accuracy": held.accuracy,
                "accuracy_low": held.accuracy_low,
                "accuracy_high": held.accuracy_high,
            }
            if held
            else None,
            disagreements=tuple(sorted(wrong, key=lambda item: -abs(item.value - 50))),
            summary=voice.told(profile, found, language or self.settings.language or chosen),
        )

    def add_labels(self, brand: str, texts: Sequence[str], kind: str, locale: Locale | None = None, channel: str = "", why: str = "") -> tuple[int, str]:
        """Mark snippets "us" or "not us" in the brand's `labels.jsonl`. Returns how many were new, and the file.

        Raises: UnknownBrand, GuideFaults, UnknownChannel, BadOption (another label, a language the brand has not, an empty snippet), FileFault.
        """
        guide = self.guide(brand)
        return labels.add(guide, texts, kind, locale or guide.voice.locales[0], find_channel(channel).name if channel else "", why)

    def explain_voice(self, brand: str, text: str, locale: Locale | None = None, channel: str = "", language: str = "") -> Dial:
        """The voice dial of a text with all its parts. Raises: UnknownBrand, GuideFaults, UnknownChannel."""
        chosen = locale or self.guide(brand).voice.locales[0]
        copy = Copy(locale=chosen, channel=find_channel(channel).name if channel else "", fields={"text": clean(text)})
        return self.check(copy, brand, None, language).dials["voice"]

    # --- index and search ---

    def index(self, brand: str, rebuild: bool = False) -> list[Indexed]:
        """Bring the index up to the guide, embedding only what changed; `rebuild` throws the vectors away first.

        Raises: UnknownBrand, GuideFaults, EmptyCorpus, StoreTrouble, StoreBusy.
        """
        guide = self.guide(brand)
        done = []
        for locale in guide.voice.locales:
            found = passages(guide, locale, self.today)
            if rebuild:
                self._index().forget(brand, locale)
            self._library().replace(brand, locale, found)
            changed, removed = self._index().refresh(brand, locale, found)
            done.append(Indexed(brand=brand, locale=locale, passages=len(found), changed=changed, removed=removed, screened=screening.told(found)))
        if not any(item.passages for item in done):
            raise self._empty(guide, guide.voice.locales[0], both("index", "indexer"))
        return done

    def _empty(self, guide: BrandGuide, locale: Locale, purpose: Words) -> EmptyCorpus:
        return EmptyCorpus(brand=guide.brand, locale=locale, purpose=purpose, folder=f"{guide.folder}/campaigns")

    def _keep_indexed(self, guide: BrandGuide, locale: Locale) -> None:
        """Index what changed since the last time; does nothing where nothing did."""
        found = passages(guide, locale, self.today)
        if not found:
            raise self._empty(guide, locale, both("retrieve", "retrouver"))
        if {p.id: p.hash for p in self._library().passages(guide.brand, locale)} != {p.id: p.hash for p in found}:
            self._library().replace(guide.brand, locale, found)
        self._index().refresh(guide.brand, locale, found)

    def search(self, brand: str, locale: Locale, text: str, limit: int = 8) -> list[Retrieved]:
        """The brand's passages nearest to `text`, best first, each with why. Raises: EmptyCorpus and what `index` raises."""
        guide = self.guide(brand)
        self._keep_indexed(guide, locale)
        return retrieve.search(self._library(), self._index(), brand, locale, clean(text), limit)

    def context(self, brief: Brief) -> Context:
        """What a draft of `brief` may lean on, within the budget of tokens."""
        self._keep_indexed(self.guide(brief.brand), brief.locale)
        return retrieve.context(self._library(), self._index(), self._counter(), brief, self.settings.context_tokens)

    # --- write ---

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
        candidates = compose(brief, guide, self.claims_in_force(guide), lambda copy: self._judge(copy, house, brief), count, turn)
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

    # --- change only this ---

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
            raise UnknownLocale(locale=brief.locale, where=f" ({guide.voice.name})")
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

    # --- what stands behind it ---

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

    # --- what it costs ---

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
        """What `count` drafts of `brief` would cost at most, before anything is sent: tokens by our own count, replies at their longest."""
        model = self._model()
        if model is None:
            return Estimate(model="offline", tokens_in=0, tokens_out=0, estimated=False, cost=0.0, currency="")
        shop = self._workshop(model, brief, self.guide(brief.brand), self.context(brief))
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

    # --- check ---

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The catalogue."""
        return registry.all_rules()

    def catalogue(self) -> str:
        """The catalogue as a page of Markdown, with measured rates."""
        return catalogue.markdown(self.rules, rates.stored())

    def rates_of(self, rule: Rule) -> tuple[Rate, ...]:
        """How often `rule` fires on ordinary human copy and on machine text; empty where it was not measured."""
        return rates.stored().rules.get(rule.code, ())

    def check(self, copy: Copy, brand: str = "", brief: Brief | None = None, language: str = "", markup: Mapping[str, Markup] | None = None) -> Scorecard:
        """The scorecard of `copy`. Without a brand only the general rules speak, and voice is not measured.

        markup: the pages that fields were read from, for imported styles, which tell headings from lists. Raises: UnknownBrand, GuideFaults, UnknownChannel.
        """
        return self._judge(copy, self._house(brand) if brand else None, brief, language, markup)

    def _judge(self, copy: Copy, house: House | None, brief: Brief | None, language: str = "", markup: Mapping[str, Markup] | None = None) -> Scorecard:
        channel = find_channel(copy.channel) if copy.channel else None
        grounds = Grounds(locale=copy.locale, today=self.today, house=house, brief=brief, channel=channel)
        profile = self._profile(house, copy.locale) if house else None
        rules = self._rules_for(house) if house else self.rules
        return scorecard.judge(copy, rules, grounds, profile, language or self.settings.language or copy.locale, markup)

    def fixed(self, copy: Copy, brand: str = "", brief: Brief | None = None) -> dict[str, str]:
        """The fields of `copy` with every safe fix applied and nothing else changed."""
        fields = copy.fields
        for _ in range(5):
            found = self.check(copy.model_copy(update={"fields": fields}), brand, brief).findings
            after = fix.apply_safe(fields, found)
            if after == fields:
                break
            fields = after
        return fields

    # --- a person decides ---

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
        """Change fields of a draft. An approved draft goes back to review. Raises: NotAllowed where somebody changed it since `revision`."""
        review = self._at(draft, revision)
        new = {**review.draft.fields, **{key: clean(text) for key, text in fields.items()}}
        return self._record(draft, [workflow.step(review, "edited", who, self._clock(), fields={k: v for k, v in new.items() if v.strip()}, note=note)])

    def submit(self, draft: str, who: str, note: str = "") -> Review:
        """Hand a draft in for review."""
        review = self.review(draft)
        return self._record(draft, [workflow.step(review, "submitted", who, self._clock(), note=note)])

    def request_changes(self, draft: str, who: str, note: str) -> Review:
        """Send a draft back with what should change."""
        review = self.review(draft)
        return self._record(draft, [workflow.step(review, "changes requested", who, self._clock(), note=note)])

    def reject(self, draft: str, who: str, note: str) -> Review:
        """Refuse a draft, with the reason."""
        review = self.review(draft)
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

    def export(self, draft: str, who: str) -> Review:
        """Note that an approved draft was taken out. Raises: NotAllowed for one that is not approved."""
        review = self.review(draft)
        return self._record(draft, [workflow.step(review, "exported", who, self._clock())])

    def exported(self, draft: str, who: str, form: outgoing.Form, tool: Tool = "liquid") -> str:
        """An approved draft as Markdown (in the form of a campaign), plain text or JSON; an e-mail or page as HTML, an e-mail as a message, a page's JSON-LD.

        tool: whose tag leads out of the list. The taking out is noted. Raises: NotAllowed, BadOption for a form that the channel does not have.
        """
        review = self.review(draft)
        workflow.step(review, "exported", who, self._clock())
        text = self.rendered(review, form, tool)
        self.export(draft, who)
        return text

    def web_forms(self, channel: str) -> tuple[Literal["html", "eml"], ...]:
        """The forms for the web and for mail that a channel has besides those of every channel."""
        return ("html", "eml") if channel == "email" else ("html",) if channel in page.PAGES else ()

    def rendered(self, review: Review, form: outgoing.Form, tool: Tool = "liquid") -> str:
        """An approved review in one of its forms; nothing is noted. Raises: BadOption for a form that the channel does not have."""
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

    # --- for many readers ---

    def intrusiveness(self, copy: Copy, brief: Brief, language: str = "") -> Intrusiveness:
        """How near `copy` comes to its reader, against the brand's cap, and gentler words where it lies above. Raises: UnknownBrand, GuideFaults."""
        house = self._house(brief.brand)
        grounds = Grounds(locale=copy.locale, today=self.today, house=house, brief=brief)
        texts = [FieldText(key, Prose(text, copy.locale), None) for key, text in copy.fields.items()]
        level = max((sign.level for sign in intrusion.signs(texts, grounds)), default=0)
        cap = house.guide.voice.style.max_intrusiveness
        gentle = personalise.gentler(copy.fields, brief.attributes, cap) if level > cap else copy.fields
        return Intrusiveness(level=level, label=intrusion.LEVELS[level], cap=cap, gentler=gentle if gentle != copy.fields else {})

    def for_readers(self, draft: str, table: Path | bytes) -> personalise.Preview:
        """What five readers of `table` would see of a draft as it stands. Raises: UnknownDraft, FileFault."""
        now = self.review(draft).draft
        return personalise.preview(now, self._readers(table), find_channel(now.channel))

    def personalised(self, draft: str, who: str, table: Path | bytes, form: Literal["csv", "jsonl", "html"]) -> str:
        """An approved draft filled for every row of `table`, as CSV, JSON lines, or JSON lines whose texts are safe in HTML; the taking out is noted.

        Of a row's own columns only `id` and `email` go along. Raises: UnfilledSlots before anything is noted, NotAllowed, FileFault.
        """
        now, readers = self.review(draft).draft, self._readers(table)
        rows = personalise.fill_all(now, readers, find_channel(now.channel), form == "html")
        keys = [key for key in ("id", "email") if any(key in reader.values for reader in readers)]
        records = [{"row": str(row.line), **{key: reader.values.get(key, "") for key in keys}, **row.fields} for reader, row in zip(readers, rows, strict=True)]
        self.export(draft, who)
        if form == "csv":
            return safe_csv(list(records[0]), [list(record.values()) for record in records])
        return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)

    def tagged(self, draft: str, who: str, tool: str) -> str:
        """An approved draft with its slots as tags of a mailing tool, as JSON; the taking out is noted. Raises: UnfilledSlots, NotAllowed, BadOption."""
        known = next((name for name in personalise.EXPORTED if name == tool.strip().lower()), None)
        if known is None:
            names = ", ".join(personalise.EXPORTED)
            raise BadOption(option="--tool", given=tool, mend=both(f"Use one of: {names}.", f"Prenez l'un de : {names}."))
        fields = personalise.tagged(self.review(draft).draft, known)
        self.export(draft, who)
        return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"

    def _readers(self, table: Path | bytes) -> list[personalise.Reader]:
        rows = read_readers(table) if isinstance(table, Path) else parse_readers(table, "table")
        return [personalise.Reader(row.line, row.values) for row in rows]

    # --- looking after it ---

    def what_leaves(self, brief: Brief) -> Leaving:
        """All that would be sent for one draft of `brief`, masked, with kinds and counts of what is. Nothing is sent."""
        guide, (brief, _) = screening.trusted(self.guide(brief.brand)), screening.obedient(brief)
        elsewhere = self.settings.embeds_elsewhere
        context = Context() if elsewhere else self.context(brief)
        return leaving(self._workshop(self._model(), brief, guide, context), meaning(brief) if elsewhere else "")

    def forget(self, before: datetime) -> Forgotten:
        """Remove the replies of models kept before a time, and the personal data in the briefs of drafts written before it. The copy itself, its history and
        who signed it stay."""
        masks: dict[str, Mask] = {}

        def cleaned(brief: Brief) -> Brief:
            if brief.brand not in masks:
                masks[brief.brand] = Mask.of(self.guide(brief.brand)) if brief.brand in self.brands() and not self.faults(brief.brand) else Mask()
            return without_personal(brief, masks[brief.brand])

        return Forgotten(replies=self._books().forget_replies(before), briefs=self._ledger().clean_briefs(before, cleaned))

    def _forget_old(self) -> None:
        """Keep to the retention time, once in the life of a process."""
        if self.settings.retention_days and not self._forgot:
            self._forgot = True
            self.forget(self._clock() - timedelta(days=self.settings.retention_days))

    def faults(self, brand: str) -> str:
        """The faults of a brand folder in words, empty if it has none. Raises: UnknownBrand."""
        try:
            self.guide(brand)
        except GuideFaults as faults:
            return faults.say(self.settings.language or "en")
        return ""


def _begins(draft: Draft) -> str:
    """The first line of a draft."""
    return loop.Made(draft.fields, draft.made).first_line


def _proposal_key(draft: Draft, field: str, start: int, end: int, wish: Wish) -> str:
    """What a proposal is kept under: the text as it stands, the words selected, and what was wished for."""
    return digest([draft.id, draft.text_hash, field, start, end, wish.name])


def _fingerprint(folder: Path) -> Sequence[tuple[str, int, int]]:
    """Names, times and sizes of the files of a brand folder."""
    found = []
    for root, _, names in os.walk(folder):
        for name in names:
            try:
                state = os.stat(os.path.join(root, name))  # noqa: PTH116, PTH118  # a folder with styles has hundreds of files, and this runs on every check
            except OSError:
                continue
            found.append((f"{root}/{name}", state.st_mtime_ns, state.st_size))
    return sorted(found)
