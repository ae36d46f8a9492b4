"""What Centaur does, in the order of its steps. Skins (CLI, UI) parse, call one method of `Copilot`, and show."""

from __future__ import annotations

import importlib
import json
import os
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Literal

from copilot.approval import outgoing, page, workflow
from copilot.channels import find_channel
from copilot.errors import EmptyCorpus, FileFault, GuideFaults, UnknownRule
from copilot.generation import article, calls, choose, loop, prompts, write
from copilot.generation.angles import OFF_PATTERN
from copilot.generation.compose import compose, limits
from copilot.generation.leaving import Leaving, leaving
from copilot.generation.privacy import Mask, MaskedIndex, check_consent, without_personal
from copilot.generation.structured_data import structured_data
from copilot.guardrails import fix, registry, scorecard
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.rule import Rule
from copilot.guardrails.scores import voice
from copilot.guardrails.vale import adopt, package
from copilot.guardrails.vale.make import Styles
from copilot.guides import importers, load, screening, styles
from copilot.guides.passages import passages
from copilot.language.markup import Markup
from copilot.language.merge_tags import Tool
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
    Draft,
    Editor,
    Event,
    Level,
    Locale,
    Making,
    Record,
    Retrieved,
    Review,
    Scorecard,
    State,
    clean,
)
from copilot.retrieval import retrieve
from copilot.retrieval.query import meaning
from copilot.settings import Settings

MOST_DRAFTS = 12
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
            if own.faults:
                raise GuideFaults(brand, own.faults)
            if held is not None:
                self._imported.pop(held[1], None)
                self._rules.pop(held[1], None)
            held = mark, House(guide)
            self._houses[brand] = held
            self._imported[held[1]] = own.rules
        return held[1]

    def _profile(self, house: House, locale: Locale) -> voice.VoiceProfile:
        if (house, locale) not in self._profiles:
            texts = [campaign.text for campaign in house.guide.campaigns if campaign.locale == locale]
            self._profiles[house, locale] = voice.fit(texts, locale)
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

    def write(self, brief: Brief, count: int = 3, language: str = "", on_text: Callable[[str], None] | None = None) -> Written:
        """Up to `count` drafts for `brief`, kept in the ledger, best first.

        Candidates that fail leave a note; if all fail, the trouble is raised. Raises: PersonalInBrief before anything is sent, ModelTrouble,
        EmptyCorpus, PromptFault and what `index` raises.
        """
        guide = self.guide(brief.brand)
        check_consent(brief, guide)
        self._forget_old()
        count = max(1, min(count, MOST_DRAFTS))
        guide, (told, orders) = screening.trusted(guide), screening.obedient(brief)
        context = self.context(told)
        before = self._ledger().written_for(brief)
        notes: list[Words] = [ORDERS.fill(words="; ".join(orders))] if orders else []
        model = self._model()
        if model is None:
            made = self._compose(told, guide, count, len(before))
            notes += limits(told)
        else:
            used = sum(draft.made.angle != OFF_PATTERN for draft in before)
            candidates, troubles = loop.draft_set(self._workshop(model, told, guide, context, on_text), count, used, [_begins(draft) for draft in before])
            if not candidates:
                raise write.first_trouble(troubles)
            made = [(one.fields, one.making) for one in candidates]
            notes += [both(one.making.note, one.making.note) for one in candidates if one.making.note]
            if troubles:
                why = both(troubles[0].say("en"), troubles[0].say("fr"))
                notes.append(write.SURVIVORS.fill(failed=len(troubles), count=count, why=why))
        drafts = [self._keep(brief, fields, making) for fields, making in made]
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
            claims=tuple(claim.claim[brief.locale] for claim in self.claims_in_force(guide) if brief.locale in claim.claim),
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

    def calls(self, brand: str | None = None, limit: int = 1000) -> list[Call]:
        """What models were asked, and what it cost, newest first."""
        return self._books().calls(brand, limit)

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
        )

    # --- check ---

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The catalogue."""
        return registry.all_rules()

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

    def check_draft(self, review: Review, language: str = "") -> Scorecard:
        """The scorecard of a draft as it stands now."""
        return self.check(review.draft, review.draft.brief.brand, review.draft.brief, language)

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
        marks = _marking(review)
        guide = self.guide(review.draft.brief.brand)
        data = structured_data(review.draft, guide, marks.get("digitalSourceType", ""))
        if form == "jsonld":
            return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        return outgoing.render_html(review, guide.voice, form, tool, data, marks)

    def _at(self, draft: str, revision: int | None) -> Review:
        review = self.review(draft)
        return review if revision is None else review.model_copy(update={"revision": revision})

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


def _marking(review: Review) -> dict[str, str]:
    """Meta tags that tell machines how the text was made, where the AI-use record is there."""
    try:
        made: dict[str, str] = importlib.import_module("copilot.approval.ai_use").marking(review)
    except ImportError:
        return {}
    return made


def _begins(draft: Draft) -> str:
    """The first line of a draft."""
    return loop.Made(draft.fields, draft.made).first_line


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
