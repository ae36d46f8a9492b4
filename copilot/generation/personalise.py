"""One draft for many readers: slots filled from a table, or turned into the tags of a mailing tool. All or nothing: no copy leaves with a slot that cannot be filled.

A slot may use an attribute that the brief declares and the readers consented to. A value is data: it is put in once, is never read as a slot or a tag, and is
escaped for HTML. French elides before it (de Anna -> d'Anna) and un-elides (d'{{prénom}} with Marie -> de Marie).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from copilot.channels import Channel
from copilot.errors import UnfilledSlots
from copilot.language.french import elides
from copilot.language.merge_tags import TITLES, Tool, merge_tags
from copilot.language.slots import SlotUse, nearness, slots
from copilot.language.words import Words, both
from copilot.records import Brief, Draft, Locale, Record, Slot

PREVIEWED = 5
MOST_TOLD = 12
NO_VALUES = frozenset({"", "-", "--", "n/a", "na", "null", "none", "nan", "nil", "undefined", "unknown", "inconnu", "inconnue", "?", ".", "#n/a", "#ref!"})
"""What tables hold in the place of a value."""
_MARKS = re.compile(r"\{\{|\}\}|\{%|%\}|\*\||\|\*|%%|\$\{|<%|\[\[")
_ELIDABLE = re.compile(r"\b([Dd]e|[Qq]ue|[Ll]orsque|[Pp]uisque|[Qq]uoique|[Jj]usque) $")
_ELIDED = re.compile(r"\b([Dd]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu|[Jj]usqu)(['’])$")


class Reader(NamedTuple):
    """A row of a table: its line in the file, and its values by column name in lower case."""

    line: int
    values: Mapping[str, str]


class Problem(Record):
    """Why a slot cannot be filled: in which row (0: in all of them), which slot, what is wrong."""

    line: int
    slot: str
    what: Words


class Personal(Record):
    """The copy for one reader. `missing`: slots filled by their fallback; `problems`: what stands in the way of an export."""

    line: int
    fields: dict[str, str]
    missing: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def length(self) -> int:
        """Characters of all fields."""
        return sum(map(len, self.fields.values()))


class Preview(Record):
    """What five readers would see, the longest and the emptiest among them; how many rows there are; every problem of every row."""

    rows: tuple[Personal, ...]
    count: int
    problems: tuple[Problem, ...]


_NOT_DECLARED = both("the brief declares no such attribute", "le brief ne déclare pas cet attribut")
_NO_CONSENT = both("the brief does not say that readers consented to it", "le brief ne dit pas que les lecteurs y ont consenti")
_NO_COLUMN = both("the table has no such column, and there is no fallback", "le tableau n'a pas cette colonne, et il n'y a pas de repli")
_NO_VALUE = both("no value, and no fallback", "pas de valeur, et pas de repli")
_TEMPLATE = both("the value holds marks of a template", "la valeur contient des marques de gabarit")
_TOO_LONG = both("'{field}' has {length} of at most {limit} characters", "« {field} » a {length} signes sur {limit} au plus")
_NO_FALLBACK = both("no fallback for readers without a value", "pas de repli pour les lecteurs sans valeur")
_BEFORE_TAG = both(
    "'{word}' before the slot must agree with each value: fill it from a table, or turn the sentence",
    "« {word} » devant le champ doit s'accorder avec chaque valeur : remplissez depuis un tableau, ou tournez la phrase",
)
_NO_CHOICE = both("{tool} cannot choose words by a value", "{tool} ne sait pas choisir des mots selon une valeur")


def uses(fields: Mapping[str, str], declared: Mapping[str, Slot]) -> list[SlotUse]:
    """All slots of a draft."""
    return [use for text in fields.values() for use in slots(text, declared)]


def faults(fields: Mapping[str, str], declared: Mapping[str, Slot]) -> tuple[Problem, ...]:
    """Slots that may not be used: of attributes that are not declared, or not consented to, or whose fallback is a template."""
    names = dict.fromkeys(use.name for use in uses(fields, declared))
    bad = tuple(Problem(line=0, slot=name, what=_TEMPLATE) for name in names if name in declared and _MARKS.search(declared[name].fallback))
    return bad + tuple(
        Problem(line=0, slot=name, what=_NO_CONSENT if name in declared else _NOT_DECLARED)
        for name in names
        if name not in declared or not declared[name].consent
    )


def fill(draft: Draft, reader: Reader, channel: Channel | None = None, escaped: bool = False) -> Personal:
    """The draft for one reader. `escaped`: for HTML, the copy's own signs too. Slots that cannot be filled stay as they are and are told."""
    declared = draft.brief.attributes
    missing: dict[str, None] = {}
    problems: list[Problem] = []

    def value_of(use: SlotUse) -> str | None:
        given = " ".join(reader.values.get(use.name, "").split())
        fallback = use.fallback if use.fallback is not None else (declared[use.name].fallback if use.name in declared else "")
        if given.lower() in NO_VALUES:
            missing[use.name] = None
            if not fallback:
                problems.append(Problem(line=reader.line, slot=use.name, what=_NO_VALUE if use.name in reader.values else _NO_COLUMN))
            return fallback or None
        if _MARKS.search(given) or merge_tags(given):
            problems.append(Problem(line=reader.line, slot=use.name, what=_TEMPLATE))
            return None
        if not use.choices:
            return given
        chosen = dict(use.choices).get(given.lower())
        if chosen is None:
            missing[use.name] = None
            if not fallback:
                problems.append(Problem(line=reader.line, slot=use.name, what=_NO_VALUE))
        return chosen or fallback or None

    fields = {key: _filled(text, slots(text, declared), value_of, draft.locale, escaped) for key, text in draft.fields.items()}
    for key, text in fields.items():
        field = channel.field(key) if channel else None
        if field and field.limit and field.length(text) > field.limit and uses({key: draft.fields[key]}, declared):
            what = _TOO_LONG.fill(field=key, length=field.length(text), limit=field.limit)
            problems.append(Problem(line=reader.line, slot=", ".join(use.name for use in slots(draft.fields[key], declared)), what=what))
    return Personal(line=reader.line, fields=fields, missing=tuple(missing), problems=tuple(problems))


def _filled(text: str, found: Sequence[SlotUse], value_of: Callable[[SlotUse], str | None], locale: Locale, escaped: bool) -> str:
    safe = html.escape if escaped else str
    pieces, last = [], 0
    for use in found:
        before, value = text[last : use.start], value_of(use)
        if value is not None and locale == "fr":
            before = _agreed(before, value)
        pieces += [safe(before), text[use.start : use.end] if value is None else safe(value)]
        last = use.end
    return "".join([*pieces, safe(text[last:])])


def _agreed(before: str, value: str) -> str:
    """The words before a value, elided or not as it wants."""
    word = re.match(r"[\w'’-]+", value)
    if word is None or not word[0][0].isalpha():
        return before
    if elides(word[0]):
        return _ELIDABLE.sub(lambda match: match[1][:-1] + "'", before)
    return _ELIDED.sub(lambda match: match[1] + "e ", before)


def preview(draft: Draft, readers: Sequence[Reader], channel: Channel | None = None) -> Preview:
    """What five of the readers would see: the longest, the emptiest, and others from the beginning, the middle and the end."""
    rows = [fill(draft, reader, channel) for reader in readers]
    problems = (*faults(draft.fields, draft.brief.attributes), *(problem for row in rows for problem in row.problems))
    if not rows:
        return Preview(rows=(), count=0, problems=problems)
    ordered = [
        max(range(len(rows)), key=lambda at: rows[at].length),
        max(range(len(rows)), key=lambda at: (len(rows[at].missing), -rows[at].length)),
        *(0, len(rows) // 2, len(rows) - 1),
        *range(len(rows)),
    ]
    chosen = list(dict.fromkeys(ordered))[:PREVIEWED]
    return Preview(rows=tuple(rows[at] for at in chosen), count=len(rows), problems=problems)


def fill_all(draft: Draft, readers: Sequence[Reader], channel: Channel | None = None, escaped: bool = False) -> list[Personal]:
    """The draft for every reader. Raises: UnfilledSlots, which tells rows and slots, if one slot of one row cannot be filled."""
    rows = [fill(draft, reader, channel, escaped) for reader in readers]
    refuse((*faults(draft.fields, draft.brief.attributes), *(problem for row in rows for problem in row.problems)))
    return rows


def refuse(problems: Sequence[Problem]) -> None:
    """Nothing, without problems. Raises: UnfilledSlots."""
    if problems:
        raise UnfilledSlots(count=len(problems), listing=listing(problems))


def listing(problems: Sequence[Problem]) -> Words:
    """Problems with their rows and slots, the first MOST_TOLD of them; values are not told."""
    more = f" (+{len(problems) - MOST_TOLD})" if len(problems) > MOST_TOLD else ""

    def said(language: str) -> str:
        row = {"en": "row", "fr": "ligne"}[language]
        return "; ".join(f"{f'{row} {one.line}, ' if one.line else ''}{one.slot}: {one.what.say(language)}" for one in problems[:MOST_TOLD]) + more

    return both(said("en"), said("fr"))


def gentler(fields: Mapping[str, str], declared: Mapping[str, Slot], cap: int) -> dict[str, str]:
    """The copy with every slot that comes nearer than `cap` (0-4) replaced by its fallback, as any reader without a value sees it."""
    result = {}
    for key, text in fields.items():
        for use in reversed(slots(text, declared)):
            slot = declared.get(use.name, Slot())
            if nearness(use.name, slot.kind) > cap:
                text = text[: use.start] + (use.fallback or slot.fallback) + text[use.end :]
        result[key] = re.sub(r"[ \u00a0]+([,.;])", r"\1", text)
    return result


# --- the tags of the tools ------------------------------------------------------------------------------------------------

_USUAL: dict[str, dict[Tool, str]] = {
    "first_name": {
        "mailchimp": "FNAME",
        "brevo": "FIRSTNAME",
        "klaviyo": "first_name",
        "hubspot": "firstname",
        "salesforce": "FirstName",
        "mautic": "firstname",
    },
    "last_name": {"mailchimp": "LNAME", "brevo": "LASTNAME", "klaviyo": "last_name", "hubspot": "lastname", "salesforce": "LastName", "mautic": "lastname"},
}
_SAME = {"prénom": "first_name", "prenom": "first_name", "nom": "last_name", "firstname": "first_name", "lastname": "last_name"}
EXPORTED: tuple[Tool, ...] = ("mailchimp", "brevo", "klaviyo", "hubspot", "salesforce", "mautic")


def _field_name(name: str, tool: Tool) -> str:
    """What the tool calls an attribute: its own name for the usual ones, else ours in its manner."""
    usual = _USUAL.get(_SAME.get(name, name), {}).get(tool)
    if usual:
        return usual
    plain = re.sub(r"[^a-z0-9_]", "", name.translate(str.maketrans("éèêàâôûùîïç", "eeeaaouuiic")))
    return {"mailchimp": plain.upper()[:10], "brevo": plain.upper(), "salesforce": "".join(part.title() for part in plain.split("_"))}.get(tool, plain)


@dataclass(frozen=True)
class _Manner:
    """How a tool writes a value with its fallback, and a choice."""

    value: Callable[[str, str], str]
    choice: Callable[[str, Sequence[tuple[str, str]], str], str] | None = None


def _double(text: str) -> str:
    return text.replace('"', "”")


def _branches(name: str, choices: Sequence[tuple[str, str]], fallback: str) -> str:
    parts = [f'{{% {"if" if not number else "elif"} {name} == "{_double(value)}" %}}{words}' for number, (value, words) in enumerate(choices)]
    return "".join(parts) + f"{{% else %}}{fallback}{{% endif %}}"


def _mailchimp(name: str, choices: Sequence[tuple[str, str]], fallback: str) -> str:
    parts = [f"*|{'IF' if not number else 'ELSEIF'}:{name}={value}|*{words}" for number, (value, words) in enumerate(choices)]
    return "".join(parts) + f"*|ELSE:|*{fallback}*|END:IF|*"


def _ampscript(name: str, choices: Sequence[tuple[str, str]], fallback: str) -> str:
    code = f'"{_double(fallback)}"'
    for value, words in reversed(choices):
        code = f'IIF({name} == "{_double(value)}","{_double(words)}",{code})'
    return f"%%={code}=%%"


_MANNERS: dict[Tool, _Manner] = {
    "mailchimp": _Manner(lambda name, fallback: f"*|IF:{name}|**|{name}|**|ELSE:|*{fallback}*|END:IF|*", _mailchimp),
    "brevo": _Manner(
        lambda name, fallback: f'{{{{ contact.{name} | default : "{_double(fallback)}" }}}}', lambda name, *rest: _branches(f"contact.{name}", *rest)
    ),
    "klaviyo": _Manner(
        lambda name, fallback: f'{{{{ {name if name in ("first_name", "last_name") else f"person.{name}"}|default:"{_double(fallback)}" }}}}',
        lambda name, *rest: _branches(f"person.{name}", *rest),
    ),
    "hubspot": _Manner(
        lambda name, fallback: f'{{{{ personalization_token("contact.{name}", "{_double(fallback)}") }}}}',
        lambda name, *rest: _branches(f"contact.{name}", *rest),
    ),
    "salesforce": _Manner(lambda name, fallback: f'%%=IIF(EMPTY({name}),"{_double(fallback)}",{name})=%%', _ampscript),
    "mautic": _Manner(lambda name, fallback: f"{{contactfield={name}|{fallback}}}"),
}


def tagged(draft: Draft, tool: Tool) -> dict[str, str]:
    """The draft with its slots as tags of `tool`, each with its fallback. Raises: UnfilledSlots for what the tool could not fill for everybody."""
    declared = draft.brief.attributes
    problems = list(faults(draft.fields, declared))
    fields = {}
    for key, text in draft.fields.items():
        pieces, last = [], 0
        for use in slots(text, declared):
            before = text[last : use.start]
            pieces += [before, _tag(use, declared.get(use.name, Slot()), tool, before if draft.locale == "fr" else "", problems)]
            last = use.end
        fields[key] = "".join([*pieces, text[last:]])
    refuse(problems)
    return fields


def _tag(use: SlotUse, slot: Slot, tool: Tool, before: str, problems: list[Problem]) -> str:
    fallback, manner = use.fallback or slot.fallback, _MANNERS[tool]
    if agreeing := _ELIDABLE.search(before) or _ELIDED.search(before):
        problems.append(Problem(line=0, slot=use.name, what=_BEFORE_TAG.fill(word=agreeing.group().strip())))
    if not fallback:
        problems.append(Problem(line=0, slot=use.name, what=_NO_FALLBACK))
    name = _field_name(use.name, tool)
    if not use.choices:
        return manner.value(name, fallback)
    if manner.choice is None:
        problems.append(Problem(line=0, slot=use.name, what=_NO_CHOICE.fill(tool=TITLES[tool])))
        return fallback
    return manner.choice(name, use.choices, fallback)


def usable(brief: Brief) -> frozenset[str]:
    """Names of the attributes that copy may use."""
    return frozenset(name for name, slot in brief.attributes.items() if slot.consent)


def slots_told(attributes: Mapping[str, Slot], locale: Locale) -> str:
    """A line for a prompt: which slots may be used; empty without consented attributes."""
    usable = [f"{{{{{name}|{slot.fallback or '...'}}}}}" for name, slot in attributes.items() if slot.consent]
    if not usable:
        return ""
    return {
        "en": "The reader may be addressed by these slots, copied as they are, once at most: ",
        "fr": "On peut s'adresser au lecteur par ces champs, recopiés tels quels, une fois au plus : ",
    }[locale] + ", ".join(usable)
