"""The nouns of Centaur, in the order in which they flow.

BrandGuide -> Passage -> Brief -> Context -> Draft -> Finding -> Scorecard -> Review -> Approval

All are frozen values. Stages take them and return them; `copilot.service` passes them on.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from copilot.errors import UnknownLocale

Locale = Literal["fr", "en"]
Level = Literal["blocking", "scoring", "advice"]
Verdict = Literal["blocked", "needs work", "ready for review"]
State = Literal["draft", "in review", "approved", "rejected", "changes requested"]
DialName = Literal["voice", "authenticity", "compliance"]
Jurisdiction = Literal["fr", "eu", "uk", "us"]
Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

_UNHOLDABLE = re.compile("[\0\ud800-\udfff]")

LOCALES: tuple[Locale, ...] = ("fr", "en")
LEVELS: tuple[Level, ...] = ("blocking", "scoring", "advice")
DIALS: tuple[DialName, ...] = ("voice", "authenticity", "compliance")


def find_locale(name: str, where: str = "") -> Locale:
    """`fr` or `en` from a language tag such as `fr-FR`, `en_GB` or `FR`.

    Raises: UnknownLocale for any other language; `where` says which row or file asked for it.
    """
    language = re.split(r"[-_]", name.strip().lower(), maxsplit=1)[0]
    for locale in LOCALES:
        if language == locale:
            return locale
    raise UnknownLocale(locale=name, where=where)


class Record(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- the brand ------------------------------------------------------------------------------------------------------------


class Attribute(Record):
    """One trait of the voice, with what to do and what not to do."""

    name: Filled
    do: Filled
    dont: str = ""
    like: str = ""
    unlike: str = ""


class Quirk(Record):
    """A trait the brand wants kept. Where its `pattern` matches, no rule of style may flag."""

    name: Filled
    why: Filled
    pattern: str = ""
    examples: tuple[str, ...] = ()


class RuleSwitch(Record):
    """What a brand decided about one rule: its level, or where it begins to speak, or both, and why."""

    level: Literal["off", "blocking", "scoring", "advice"] | None = None
    threshold: float | None = Field(default=None, ge=0)
    """In the unit of the rule, which its page gives; only rules that measure have one."""
    reason: Filled

    @model_validator(mode="after")
    def _decides(self) -> RuleSwitch:
        if self.level is None and self.threshold is None:
            raise ValueError("a rule needs a level or a threshold")
        return self


class Style(Record):
    """Settings of style that a rule can check."""

    max_words_per_sentence: int = Field(default=28, ge=5, le=80)
    exclamations_per_text: int = Field(default=1, ge=0, le=20)
    emoji: tuple[str, ...] = ()
    contractions: bool = True
    spelling: Literal["en-GB", "en-US"] = "en-GB"
    inclusive: Literal["none", "dot", "doublets", "epicene"] = "none"
    """How French copy names both genders: client·es, clientes et clients, la clientèle. With "none" no rule has an opinion."""
    max_intrusiveness: int = Field(default=1, ge=0, le=4)
    """How personal a draft may get: 0 not at all, 1 by name, 2 a preference the reader declared, 3 what the reader did, 4 sensitive."""


class PrivatePattern(Record):
    """A kind of datum that only this brand has, such as a loyalty number. What `pattern` matches (its last group, if it has one) never leaves."""

    name: Filled
    pattern: Filled
    why: str = ""


class Confirmation(Record):
    """What the brand manager says of a passage that looks like orders to a model: `words` are copy, whatever they look like."""

    passage: Filled
    """Id of the passage, as `centaur index` tells it."""
    words: Filled
    """The words that were found, as told. Other words found later are told again."""
    why: Filled


Band = tuple[Annotated[float, Field(ge=0, le=100)], Annotated[float, Field(ge=0, le=100)]]


class Bands(Record):
    """Where a dial must lie for a draft to be ready for review: lowest and highest value, 0-100."""

    voice: Band = (40, 100)
    authenticity: Band = (40, 100)


class Look(Record):
    """Colours and letters of what is exported as HTML. Safe defaults: dark on white, letters that every client has."""

    colour: str = Field(default="#1f1f1f", pattern=r"^#[0-9a-fA-F]{6}$")
    """Of buttons; words on it are black or white, whichever is read better."""
    background: str = Field(default="#ffffff", pattern=r"^#[0-9a-fA-F]{6}$")
    font: str = Field(default="Arial, Helvetica, sans-serif", pattern=r"^[A-Za-z][A-Za-z0-9 ,-]{0,100}$")


class Voice(Record):
    """`voice.yaml`: what a brand decides about how it sounds."""

    name: Filled
    locales: tuple[Locale, ...] = Field(min_length=1)
    jurisdictions: tuple[Jurisdiction, ...] = ("eu",)
    address: Literal["tu", "vous"] | None = None
    person: Literal["nous", "on", "je", "we", "i", "name"] | None = None
    attributes: tuple[Attribute, ...] = ()
    style: Style = Style()
    look: Look = Look()
    bands: Bands = Bands()
    quirks: tuple[Quirk, ...] = ()
    rules: dict[str, RuleSwitch] = {}
    names: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    private_patterns: tuple[PrivatePattern, ...] = ()
    confirmed: tuple[Confirmation, ...] = ()


class Term(Record):
    """A word or phrase of the lexicon, in its base form; its inflections are meant too."""

    term: Filled
    locale: Locale
    why: str = ""
    suggestion: str = ""
    instead_of: tuple[Filled, ...] = ()


class Lexicon(Record):
    """`lexicon.yaml`: words the brand prefers, avoids and bans."""

    prefer: tuple[Term, ...] = ()
    avoid: tuple[Term, ...] = ()
    banned: tuple[Term, ...] = ()


class Claim(Record):
    """A statement the brand may make, with the evidence for it."""

    id: Filled
    claim: dict[Locale, Filled] = Field(min_length=1)
    wordings: dict[Locale, tuple[Filled, ...]] = {}
    evidence: Filled
    jurisdictions: tuple[Jurisdiction, ...] = Field(min_length=1)
    expires: date | Literal["never"]
    products: tuple[str, ...] = ()

    def in_force(self, today: date, jurisdictions: tuple[Jurisdiction, ...]) -> bool:
        """Whether the claim may be made today in at least one of `jurisdictions`."""
        return (self.expires == "never" or self.expires >= today) and bool(set(jurisdictions) & set(self.jurisdictions))

    def texts(self, locale: Locale) -> tuple[str, ...]:
        """The claim and its other wordings in `locale`."""
        own = (self.claim[locale],) if locale in self.claim else ()
        return own + self.wordings.get(locale, ())


class ClaimBank(Record):
    """`claims.yaml`."""

    claims: tuple[Claim, ...] = ()


class StandingLines(Record):
    """Lines of one language that may stand in any piece of copy, by the place where they stand."""

    opening: tuple[Filled, ...] = ()
    closing: tuple[Filled, ...] = ()
    subject: tuple[Filled, ...] = ()
    headline: tuple[Filled, ...] = ()
    call_to_action: tuple[Filled, ...] = ()

    @property
    def by_place(self) -> dict[str, tuple[str, ...]]:
        """Place -> its lines."""
        return {name: getattr(self, name) for name in type(self).model_fields}


class LineBank(Record):
    """`lines.yaml`: what a person of the brand approved to be said of any product. `{product}` stands for the product with its article."""

    fr: StandingLines = StandingLines()
    en: StandingLines = StandingLines()

    def of(self, locale: Locale) -> StandingLines:
        """The lines in `locale`."""
        return self.fr if locale == "fr" else self.en


class Campaign(Record):
    """A piece of approved copy, with what it was about and how it did. `channel` is empty for text whose place is not known."""

    id: Filled
    channel: str = ""
    locale: Locale
    sent: date | None = None
    product: str = ""
    facts: dict[str, str] = {}
    outcome: dict[str, float] = {}
    fields: dict[str, str]
    file: str = ""

    @property
    def text(self) -> str:
        """All fields, one a line."""
        return "\n".join(self.fields.values())


class Label(Record):
    """A snippet that a brand manager marked."""

    text: Filled
    locale: Locale
    label: Literal["us", "not us"]
    channel: str = ""
    why: str = ""


class StyleFile(Record):
    """One file of an imported Vale style. `code` is the rule's name, such as `Google.Passive`; a `fragment` is no rule, others extend it."""

    code: str
    file: str
    text: str
    fragment: bool = False


class ImportedStyles(Record):
    """`styles/`: rules in Vale's format that the brand brought along, and what it decided about them."""

    files: tuple[StyleFile, ...] = ()
    accept: tuple[str, ...] = ()
    """Words that no imported rule flags, one pattern each."""
    reject: tuple[str, ...] = ()
    built_in: tuple[str, ...] = ()
    """Rules asked for that Vale makes itself: `Vale.Terms`, `Vale.Avoid`, `Vale.Repetition`."""
    settings: dict[str, Literal["off", "suggestion", "warning", "error"]] = {}
    """Rule or style -> off, or the level it has instead of its own."""
    options: dict[str, dict[str, str]] = {}
    """Rule -> option -> value that stands in for its own."""
    locales: dict[str, tuple[Locale, ...]] = {}
    """Style -> languages of the copy that it is for; both where it does not stand here."""
    ceilings: dict[str, Level] = {}
    """Style -> gravest level that its rules may have; scoring where it does not stand here."""


class BrandGuide(Record):
    """A whole brand folder, loaded and without faults. `prose` maps a locale to its guide text."""

    brand: str
    folder: str
    voice: Voice
    lexicon: Lexicon = Lexicon()
    claims: ClaimBank = ClaimBank()
    lines: LineBank = LineBank()
    prose: dict[Locale, str] = {}
    campaigns: tuple[Campaign, ...] = ()
    labels: tuple[Label, ...] = ()
    styles: ImportedStyles = ImportedStyles()

    @property
    def version(self) -> str:
        """Twelve hex digits that change when anything in the guide changes."""
        return digest(self.model_dump(mode="json", exclude={"folder"}))[:12]


class Passage(Record):
    """A piece of a guide or a campaign as it is indexed. `id` says where it comes from, `hash` what it says."""

    id: str
    brand: str
    locale: Locale
    origin: Literal["guide", "campaign", "claim"]
    channel: str = ""
    product: str = ""
    title: str = ""
    text: str
    file: str = ""
    line: int = 0
    """Line of `file` where the orders stand; 0 where there are none."""
    trust: Literal["normal", "low"] = "normal"
    """`low` for text that gives orders to a model: it is shown in searches, and kept out of contexts."""
    orders: tuple[str, ...] = ()
    """The words that made trust low."""

    @property
    def hash(self) -> str:
        """Digest of all that is indexed of the passage."""
        return digest(self.model_dump(mode="json", exclude={"line"}))


# --- from the brief to the draft ------------------------------------------------------------------------------------------


SlotKind = Literal["name", "preference", "behaviour", "sensitive"]


class Slot(Record):
    """An attribute of the readers that a draft may use as `{{name|fallback}}`. Without `consent` it is declared, and may not be used."""

    consent: bool = False
    """Whether the readers agreed that this is used in messages to them."""
    fallback: str = ""
    """What stands there for a reader without a value; empty: the draft's own fallback must do."""
    kind: SlotKind | None = None
    """How near it comes to the reader; read off its name where nothing stands here."""


class Brief(Record):
    """What is to be written, for whom and with which facts. Facts map a name (price, material ...) to its value as printed."""

    brand: Filled
    channel: Filled
    locale: Locale
    product: Filled
    facts: dict[str, str]
    audience: str = ""
    goal: str = ""
    offer: str = ""
    keywords: tuple[str, ...] = ()
    url: str = ""
    purpose: Filled = "draft"
    """What kind of piece it is, where a channel has several (`Channel.purposes`): an e-mail may be a newsletter or a cart reminder."""
    notes: str = ""
    consent: str = ""
    """On what ground personal data of customers may stand in this brief. Empty: it must hold none."""
    attributes: dict[str, Slot] = {}
    """Attributes of the readers that drafts may use, by name."""

    @property
    def text(self) -> str:
        """All that the brief states, one statement a line."""
        facts = [f"{name}: {value}" for name, value in self.facts.items()]
        return "\n".join(part for part in (self.product, *facts, self.offer, self.audience, self.goal, self.notes) if part)


class Retrieved(Record):
    """A passage with why it was chosen. `score` is the fused score: higher is nearer, comparable within one search only."""

    passage: Passage
    score: float
    why: str


class Context(Record):
    """What a draft may lean on: passages within a token budget, best first."""

    passages: tuple[Retrieved, ...] = ()
    tokens: int = 0
    budget: int = 0
    left_out: dict[str, str] = {}
    """Passage id -> why it was left out (twin of another, no room)."""


class Making(Record):
    """How a draft came to be."""

    model: str
    prompt: str = ""
    """Name and version of the prompt; empty for the composer and for a person."""
    prompt_hash: str = ""
    passages: tuple[str, ...] = ()
    tokens_in: int = 0
    tokens_out: int = 0
    angle: str = ""
    """From which side it was written; `off-pattern` for one that leaves the brand's pattern on purpose."""
    repairs: int = 0
    """Edits that the repair kept."""
    origin: str = ""
    """Id of the draft that this one was adapted or translated from."""
    note: str = ""


class Copy(Record):
    """Text to be checked: the fields of one piece of copy. Offsets in findings are code points of a field."""

    locale: Locale
    channel: str = ""
    fields: dict[str, str]
    whole: bool = Field(default=False, exclude=True)
    """Whether this is all of the piece, so that a field that is not here is missing from it; else it may be some fields checked alone."""

    @property
    def text(self) -> str:
        """All fields, one a line."""
        return "\n".join(self.fields.values())

    @property
    def text_hash(self) -> str:
        """What an approval is given to: digest of locale, channel and every field exactly as written."""
        return digest({"locale": self.locale, "channel": self.channel, "fields": self.fields})


class Draft(Copy):
    """Copy with its brief and its making."""

    id: str
    brief: Brief
    made: Making
    created: datetime
    whole: bool = Field(default=True, exclude=True)

    def edited(self, fields: dict[str, str]) -> Draft:
        """The same draft with other words."""
        return self.model_copy(update={"fields": fields})


# --- judging it -----------------------------------------------------------------------------------------------------------


class Fix(Record):
    """A replacement for the found words. `safe` may be applied without a look; `unsafe` wants one; `display` only shows the way."""

    replacement: str
    safety: Literal["safe", "unsafe", "display"]


class Finding(Record):
    """Words that a rule flags, and why. `start` and `end` are code points of the field, end exclusive."""

    code: str
    name: str
    level: Level
    field: str
    start: int
    end: int
    text: str
    message: str
    suggestion: str
    source: str
    why: str = ""
    title: str = ""
    """What its rule finds, in the language of the screen."""
    fix: Fix | None = None

    @property
    def label(self) -> str:
        """Code and name of its rule; of an imported rule, whose name is its code, the code."""
        return self.code if self.name == self.code.replace(".", "-").lower() else f"{self.code} {self.name}"

    @property
    def heading(self) -> str:
        """What stands above it on a page: the title of its rule; the label where the title would only say the message again."""
        return self.label if self.title in ("", self.message) else self.title


class Part(Record):
    """One visible component of a dial. `value` in `unit`; `words` are the pieces of the text that made it."""

    name: str
    value: float | None
    unit: str = "0-100"
    why: str = ""
    words: tuple[str, ...] = ()


class Dial(Record):
    """A score of 0-100 with a 90 % interval, or the reason why there is none."""

    value: float | None
    low: float | None
    high: float | None
    measured: bool
    why: str
    parts: tuple[Part, ...] = ()

    @classmethod
    def unmeasured(cls, why: str, parts: tuple[Part, ...] = ()) -> Dial:
        """A dial that refuses to speak."""
        return cls(value=None, low=None, high=None, measured=False, why=why, parts=parts)


class Scorecard(Record):
    """Findings and dials of one text, and the verdict they lead to."""

    brand: str
    text_hash: str
    verdict: Verdict
    dials: dict[DialName, Dial]
    findings: tuple[Finding, ...]

    def at_level(self, level: Level) -> tuple[Finding, ...]:
        """Findings at or above `level`."""
        return tuple(f for f in self.findings if LEVELS.index(f.level) <= LEVELS.index(level))


# --- a person decides -----------------------------------------------------------------------------------------------------


class Editor(Record):
    """The named person who answers for a decision."""

    name: Filled


class Event(Record):
    """One step in a draft's history. Events are only ever added."""

    draft: str
    number: int
    kind: Literal["created", "edited", "submitted", "changes requested", "rejected", "approved", "exported"]
    who: str
    at: datetime
    text_hash: str
    note: str = ""
    fields: dict[str, str] | None = None
    """The words from this event on, where it changed them."""
    made: Making | None = None
    """How the new words came to be, where a model made them and a person took them; None where the person wrote them."""
    waived: dict[str, str] = {}
    """Code of each blocking rule that was overruled -> the reason given."""


class Approval(Record):
    """An editor's decision on one exact text."""

    draft: str
    editor: Editor
    at: datetime
    text_hash: str
    waived: dict[str, str] = {}


class Review(Record):
    """Where a draft stands: its words now, its state and, if there is one, the approval in force."""

    draft: Draft
    state: State
    revision: int
    """Number of the last event; a change must name it, so that two editors cannot overwrite each other."""
    approval: Approval | None = None
    note: str = ""
    first: dict[str, str] = {}
    """The words as they were first written."""
    history: tuple[Event, ...] = ()


def digest(value: Any) -> str:
    """SHA-256 of a JSON value, as hex digits."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()


def clean(text: str) -> str:
    """`text` with what no store or terminal can hold (lone surrogates, NUL) replaced one for one by U+FFFD, so that offsets stay."""
    return _UNHOLDABLE.sub("\ufffd", text)
