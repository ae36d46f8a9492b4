"""What a guardrail rule is.

A rule is one function with a docstring, in one file of `guardrails/rules/<family>/`, found by `registry`. It receives one field of copy
(or, with `scope="copy"`, all fields) and the grounds to judge it on, and yields hits. It holds no state and reads no file.

The docstring has five headings. `Example` holds `Bad (fr):` and `Good (en):` lines that run as tests; `En français` says the fault and the
reason in one line each, for French screens; `Source` gives title, address and the date it was read.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from copilot import channels
from copilot.language.markup import Markup
from copilot.language.prose import Prose
from copilot.language.words import Words
from copilot.records import LOCALES, Fix, Jurisdiction, Level, Locale

if TYPE_CHECKING:
    from copilot.guardrails.grounds import Grounds

Status = Literal["stable", "preview"]
FAMILIES: dict[str, Words] = {
    "AUT": Words("authenticity", "authenticité"),
    "VOI": Words("voice", "voix"),
    "LEX": Words("brand vocabulary", "vocabulaire de la marque"),
    "CLM": Words("claims and evidence", "allégations et preuves"),
    "GRD": Words("grounding in the brief", "ancrage dans le brief"),
    "LAW": Words("law and codes", "droit et codes"),
    "PRS": Words("pressure and dark patterns", "pression et interfaces trompeuses"),
    "CRP": Words("too-personal wording", "familiarité intrusive"),
    "INC": Words("inclusive words", "mots inclusifs"),
    "PRV": Words("personal data", "données personnelles"),
    "CHN": Words("channel limits", "limites des canaux"),
    "SEO": Words("search engines", "référencement"),
    "RDB": Words("readability", "lisibilité"),
    "TYP": Words("typography", "typographie"),
    "SAF": Words("model residue and injection", "résidus de modèle et injection"),
    "VAL": Words("imported styles", "styles importés"),
}
STYLE_FAMILIES = frozenset({"AUT", "VOI", "TYP", "RDB", "INC", "LEX", "VAL"})
"""Families that a protected quirk shields the text from. The others are about truth, law and limits."""
COMPLIANCE_FAMILIES = frozenset({"CLM", "GRD", "LAW", "PRS", "CRP", "PRV", "SAF", "CHN", "SEO"})


@dataclass(frozen=True, slots=True)
class FieldText:
    """One field of the copy under check. `spec` is None where the channel sets no such field, `markup` where the field was not read from a page."""

    key: str
    prose: Prose
    spec: channels.Field | None
    markup: Markup | None = None


class Hit(NamedTuple):
    """Words that a rule flags: start..end in `prose.text`. `key` names the field in rules over the whole copy."""

    start: int
    end: int
    message: Words
    suggestion: Words = Words("", "")
    fix: Fix | None = None
    key: str = ""


FieldRule = Callable[[FieldText, "Grounds"], Iterator[Hit]]
CopyRule = Callable[[Sequence[FieldText], "Grounds"], Iterator[Hit]]


class Example(NamedTuple):
    """A line of a rule's docstring: a text that must (or must not) be flagged. `place` is `channel`, `channel.field` or empty."""

    bad: bool
    locale: Locale
    place: str
    text: str


@dataclass(frozen=True, eq=False)
class Rule:
    """A rule with what it says of itself."""

    code: str
    name: str
    level: Level
    status: Status
    locales: tuple[Locale, ...]
    channels: tuple[str, ...]
    """Channels it looks at; empty: all."""
    fields: tuple[str, ...]
    """Fields it looks at; empty: all."""
    jurisdictions: tuple[Jurisdiction, ...]
    """Where it applies; empty: everywhere."""
    scope: Literal["field", "copy"]
    anchors: Mapping[Locale, tuple[str, ...]]
    """Literals (as in `Prose.scan`) of which one must stand in the text for the rule to fire; empty: it always runs."""
    last_reviewed: str
    function: Callable[..., Iterator[Hit]]
    title: Words
    what: str
    why: Words
    examples: tuple[Example, ...]
    source: str
    path: str = field(default="")
    threshold: float | None = None
    """Where a rule that measures begins to speak, unless the brand says otherwise; its docstring gives the unit."""
    rate: str = ""
    """Why it may fire on more than 2 % of ordinary human texts, where it does."""

    @property
    def family(self) -> str:
        """The three letters of the code; VAL for an imported rule, whose code is its style and its name: `Google.Passive`."""
        return "VAL" if "." in self.code else self.code[:3]


_HEADINGS = ("What it does", "Why", "En français", "Example", "Source")
_RATE = "Rate"
"""A heading that only rules which fire often on human copy have."""
_EXAMPLE = re.compile(r"^(Bad|Good) \((fr|en)(?:, ([a-z_.0-9]+))?\): (.+)$")


def _sections(doc: str, code: str) -> tuple[str, dict[str, str]]:
    text = inspect.cleandoc(doc)
    title, _, rest = text.partition("\n")
    pieces = re.split(rf"^({'|'.join((*_HEADINGS, _RATE))})$", rest, flags=re.MULTILINE)
    sections = {pieces[index]: inspect.cleandoc(pieces[index + 1]) for index in range(1, len(pieces) - 1, 2)}
    missing = [heading for heading in _HEADINGS if not sections.get(heading)]
    if missing:
        raise ValueError(f"{code}: the docstring lacks {', '.join(missing)}")
    return title.strip(), sections


def rule(
    code: str,
    name: str,
    *,
    level: Level,
    last_reviewed: str,
    status: Status = "stable",
    locales: tuple[Locale, ...] = LOCALES,
    channels: tuple[str, ...] = (),
    fields: tuple[str, ...] = (),
    jurisdictions: tuple[Jurisdiction, ...] = (),
    scope: Literal["field", "copy"] = "field",
    anchors: Mapping[Locale, tuple[str, ...]] | None = None,
    threshold: float | None = None,
) -> Callable[[Callable[..., Iterator[Hit]]], Rule]:
    """Make a function a rule.

    code: family and number, never used twice; name: the fault, so that "allow <name>" reads well.
    Raises: ValueError for a docstring that lacks a heading or a code of no family.
    """
    if code[:3] not in FAMILIES or not code[3:].isdigit():
        raise ValueError(f"{code} is not a family and three digits")

    def make(function: Callable[..., Iterator[Hit]]) -> Rule:
        title, sections = _sections(function.__doc__ or "", code)
        french = sections["En français"].split("\n", 1)
        examples = [match for line in sections["Example"].split("\n") if (match := _EXAMPLE.match(line.strip()))]
        return Rule(
            code=code,
            name=name,
            level=level,
            status=status,
            locales=locales,
            channels=channels,
            fields=fields,
            jurisdictions=jurisdictions,
            scope=scope,
            anchors=anchors or {},
            last_reviewed=last_reviewed,
            function=function,
            title=Words(title.rstrip("."), french[0].strip().rstrip(".")),
            what=" ".join(sections["What it does"].split()),
            why=Words(" ".join(sections["Why"].split()), " ".join(french[-1].split())),
            examples=tuple(
                Example(m.group(1) == "Bad", "fr" if m.group(2) == "fr" else "en", m.group(3) or "", m.group(4).replace("\\n", "\n")) for m in examples
            ),
            source=" ".join(sections["Source"].split()),
            path=inspect.getsourcefile(function) or "",
            threshold=threshold,
            rate=" ".join(sections.get(_RATE, "").split()),
        )

    return make
