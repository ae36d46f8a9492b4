"""A rule in Vale's YAML -> a `Definition`, or every fault of the file with its line, or the reason why it is left out.

Scalars are read as text, since `- no` and `on: off` are words in a style; what must be a number or true/false is turned into one afterwards. A rule may extend
another by name and lay its own keys over it, `key+` adding to a list or map and `key-` taking away (https://vale.sh/docs/topics/styles, read 2026-11-22).
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from copilot.errors import Fault
from copilot.language.words import Words, both
from copilot.records import StyleFile

CHECKS = frozenset(
    str.split("capitalization conditional consistency existence occurrence repetition substitution readability spelling sequence metric script")
)  # fmt: skip
LEVELS = ("suggestion", "warning", "error")
_COMMON = {
    "extends": "text",
    "message": "text",
    "level": "text",
    "scope": "list",
    "link": "text",
    "description": "text",
    "limit": "number",
    "action": "map",
    "matchcase": "flag",
    "code": "flag",
    "tests": "any",
    "source": "any",
    "name": "text",
}
_OWN: dict[str, dict[str, str]] = {
    "existence": {"append": "flag", "ignorecase": "flag", "nonword": "flag", "raw": "list", "tokens": "list", "exceptions": "list", "vocab": "flag"},
    "substitution": {
        "ignorecase": "flag",
        "nonword": "flag",
        "swap": "pairs",
        "exceptions": "list",
        "vocab": "flag",
        "capitalize": "flag",
        "pos": "text",
    },
    "occurrence": {"token": "text", "max": "number", "min": "number", "ignorecase": "flag"},
    "repetition": {"tokens": "list", "max": "number", "ignorecase": "flag", "alpha": "flag", "vocab": "flag", "exceptions": "list"},
    "consistency": {"either": "pairs", "nonword": "flag", "ignorecase": "flag"},
    "conditional": {"first": "text", "second": "text", "exceptions": "list", "ignorecase": "flag", "vocab": "flag", "in": "text"},
    "capitalization": {
        "match": "text",
        "style": "text",
        "exceptions": "list",
        "indicators": "list",
        "threshold": "fraction",
        "vocab": "flag",
        "prefix": "text",
    },
    "metric": {"formula": "text", "condition": "text"},
    "readability": {"metrics": "list", "grade": "fraction"},
    "sequence": {"tokens": "maps", "ignorecase": "flag", "exceptions": "list", "model": "text"},
    "spelling": {},
    "script": {},
}
_NEEDED: dict[str, tuple[str, ...]] = {
    "substitution": ("swap",),
    "occurrence": ("token",),
    "repetition": ("tokens",),
    "consistency": ("either",),
    "conditional": ("first", "second"),
    "capitalization": ("match",),
    "metric": ("formula", "condition"),
    "readability": ("metrics", "grade"),
    "sequence": ("tokens",),
}
_TRUE, _FALSE = frozenset({"true", "yes", "on", "1", "y"}), frozenset({"false", "no", "off", "0", "n", ""})
_MOST_DEPTH = 10

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Definition:
    """A rule as its file states it. `options` are the keys of its kind of check, with their types; `lines` tells where each stands."""

    code: str
    file: str
    check: str
    message: str
    level: str
    scope: tuple[str, ...]
    link: str
    description: str
    limit: int
    options: dict[str, Any]
    lines: dict[Loc, int]

    def line(self, *loc: str | int) -> int | None:
        """The line of the key or entry at `loc`, or of what it stands in."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc)


@dataclass(frozen=True)
class Reading:
    """What a file gave: a definition, or the reason why it is left out, or faults."""

    definition: Definition | None = None
    skipped: Words | None = None
    faults: tuple[Fault, ...] = ()


class _Faulty(Exception):
    """Faults that end the reading."""


class _Raw:
    """A file as plain data (dict, list, str) with the line of each entry."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines: dict[Loc, int] = {}
        try:
            node = yaml.compose(text, Loader=_LOADER)
            self.data: Any = self._plain(node, ()) if node is not None else None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            what = both(f"is no YAML ({error.problem})", f"n'est pas du YAML ({error.problem})")
            raise _Faulty(Fault(file=file, line=mark.line + 1 if mark else None, what=what, mend=_QUOTE)) from error
        except (yaml.YAMLError, RecursionError, ValueError) as error:
            said = " ".join(str(error).split())[:120]
            raise _Faulty(Fault(file=file, line=None, what=both(f"is no YAML ({said})", f"n'est pas du YAML ({said})"), mend=_QUOTE)) from error

    def _plain(self, node: yaml.Node, loc: Loc) -> Any:
        self.lines.setdefault(loc, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            data: dict[str, Any] = {}
            for key_node, value_node in node.value:
                if key_node.tag == "tag:yaml.org,2002:merge":
                    merged = value_node.value if isinstance(value_node, yaml.SequenceNode) else [value_node]
                    for part in merged:
                        data = {**self._plain(part, loc), **data}
                    continue
                key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
                key = key.lower() if not loc else key
                self.lines[(*loc, key)] = key_node.start_mark.line + 1
                data[key] = self._plain(value_node, (*loc, key))
            return data
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(child, (*loc, index)) for index, child in enumerate(node.value)]
        empty = node.tag == "tag:yaml.org,2002:null" and node.value in ("", "null", "Null", "NULL")
        return "" if empty else node.value


_QUOTE = both("mend the YAML; put patterns between single quotes", "corrigez le YAML ; mettez les motifs entre apostrophes")


def read(source: StyleFile, others: Mapping[str, StyleFile], changes: Mapping[str, str] | None = None) -> Reading:
    """The rule in `source`. `others` are the rules and fragments it may extend, by code; `changes` are options that a configuration sets for it."""
    try:
        raw, data = _flattened(source, others, ())
    except _Faulty as faulty:
        return Reading(faults=tuple(fault for fault in faulty.args if isinstance(fault, Fault)))
    data = {**data, **(changes or {})}
    check = data.get("extends", "")
    if check in ("spelling", "script"):
        return Reading(skipped=_SKIPPED[check])
    reader = _Typed(source, raw, check)
    typed = reader.all(data)
    if reader.faults:
        return Reading(faults=tuple(reader.faults))
    if skipped := _why_not(check, typed):
        return Reading(skipped=skipped)
    definition = Definition(
        code=source.code,
        file=source.file,
        check=check,
        message=typed["message"],
        level=typed.get("level") or "warning",
        scope=tuple(part for part in typed.get("scope", ()) if part),
        link=" ".join(typed.get("link", "").split()),
        description=typed.get("description", ""),
        limit=typed.get("limit", 0),
        options=typed,
        lines=raw.lines,
    )
    return Reading(definition)


_SKIPPED = {
    "spelling": both(
        "it checks spelling by a dictionary, which Centaur does not do", "elle vérifie l'orthographe par un dictionnaire, ce que Centaur ne fait pas"
    ),
    "script": both("it runs a program, and Centaur runs none from a style", "elle exécute un programme, et Centaur n'en exécute aucun d'un style"),
    "tagger": both("it needs a tagger of parts of speech (tag, upos or model)", "elle demande un étiqueteur grammatical (tag, upos ou model)"),
    "tokens": both("it has no tokens, so it finds nothing", "elle n'a aucun élément à chercher"),
    "bounds": both("it has neither max nor min, so it finds nothing", "elle n'a ni max ni min et ne trouve donc rien"),
    "view": both("it looks into a View of Vale (in:), which copy has not", "elle regarde dans une vue de Vale (in:), que nos textes n'ont pas"),
}


def _why_not(check: str, typed: dict[str, Any]) -> Words | None:
    if check == "sequence":
        if typed.get("model") or any(token.get("tag") or token.get("upos") for token in typed["tokens"]):
            return _SKIPPED["tagger"]
        if not any(token.get("pattern") and token.get("negate", "").lower() not in _TRUE for token in typed["tokens"]):
            return _SKIPPED["tokens"]
    if check == "existence" and not any(token.strip() for token in typed.get("tokens", ())) and not "".join(typed.get("raw", ())):
        return _SKIPPED["tokens"]
    if check == "substitution" and not typed["swap"]:
        return _SKIPPED["tokens"]
    if check == "occurrence" and typed.get("max", 0) <= 0 and typed.get("min", 0) <= 0:
        return _SKIPPED["bounds"]
    if check == "conditional" and typed.get("in"):
        return _SKIPPED["view"]
    return None


def _flattened(source: StyleFile, others: Mapping[str, StyleFile], seen: tuple[str, ...]) -> tuple[_Raw, dict[str, Any]]:
    """The data of a rule laid over that of the rule it extends, if it extends one. Raises: _Faulty."""
    raw = _Raw(source.text, source.file)
    data = raw.data

    def faulty(line: int | None, what: Words, mend: Words) -> _Faulty:
        return _Faulty(Fault(file=source.file, line=line, what=what, mend=mend))

    if not isinstance(data, dict):
        raise faulty(
            1, both("is not keys and values", "n'est pas fait de clés et de valeurs"), both("write extends: and message:", "écrivez extends: et message:")
        )
    extends = data.get("extends", "")
    if not isinstance(extends, str) or not extends:
        raise faulty(
            1,
            both("'extends' is missing", "« extends » manque"),
            both("add `extends: existence`, or another check", "ajoutez `extends: existence`, ou un autre contrôle"),
        )
    if "." not in extends:
        edits = [key for key in data if key.endswith(("+", "-"))]
        if edits:
            what = both(f"'{edits[0]}' edits a parent, and there is none", f"« {edits[0]} » retouche un parent, et il n'y en a pas")
            raise faulty(raw.lines.get((edits[0],)), what, both("drop the sign, or extend a rule", "ôtez le signe, ou étendez une règle"))
        return raw, data
    line = raw.lines.get(("extends",))
    if extends in seen or len(seen) >= _MOST_DEPTH:
        what = both(f"'{extends}' extends itself in a circle", f"« {extends} » s'étend en rond")
        raise faulty(line, what, both("extend a rule that does not lead back here", "étendez une règle qui ne ramène pas ici"))
    if extends not in others:
        what = both(f"the rule '{extends}' that it extends is not there", f"la règle « {extends} » qu'elle étend n'est pas là")
        raise faulty(line, what, both("import its style too", "importez aussi son style"))
    _, parent = _flattened(others[extends], others, (*seen, extends))
    merged = {key: value for key, value in parent.items() if key != "tests"}
    for key, value in data.items():
        if key == "extends":
            continue
        base = key.rstrip("+-")
        if base == key:
            merged[key] = value
            continue
        try:
            merged[base] = _edited(merged.get(base), value, key)
        except ValueError as error:
            said = str(error)
            what = both(f"'{key}' does not fit the parent ({said})", f"« {key} » ne va pas avec le parent ({said})")
            raise faulty(raw.lines.get((key,)), what, both("correct the entry", "corrigez l'entrée")) from error
    return raw, merged


def _edited(parent: Any, value: Any, key: str) -> Any:
    adds = key.endswith("+")
    if isinstance(parent, list) and isinstance(value, list):
        missing = [entry for entry in value if entry not in parent]
        if not adds and missing:
            raise ValueError(missing[0])
        return [*parent, *value] if adds else [entry for entry in parent if entry not in value]
    if isinstance(parent, dict):
        if adds and isinstance(value, dict):
            return {**parent, **value}
        if not adds and isinstance(value, list):
            missing = [name for name in value if name not in parent]
            if missing:
                raise ValueError(missing[0])
            return {name: entry for name, entry in parent.items() if name not in value}
    raise ValueError(type(parent).__name__)


def parent_of(source: StyleFile) -> str:
    """The rule that a file extends, empty if it extends a check."""
    try:
        data = _Raw(source.text, source.file).data
    except _Faulty:
        return ""
    extends = data.get("extends") if isinstance(data, dict) else ""
    return extends if isinstance(extends, str) and "." in extends else ""


class _Typed:
    """Gives each key of a rule its type, and gathers what does not fit."""

    def __init__(self, source: StyleFile, raw: _Raw, check: str) -> None:
        self.source, self.raw, self.check = source, raw, check
        self.faults: list[Fault] = []

    def fault(self, loc: Loc, what: Words, mend: Words) -> None:
        while loc and loc not in self.raw.lines:
            loc = loc[:-1]
        self.faults.append(Fault(file=self.source.file, line=self.raw.lines.get(loc), what=what, mend=mend))

    def all(self, data: dict[str, Any]) -> dict[str, Any]:
        check = self.check
        if check not in CHECKS:
            near = difflib.get_close_matches(check, CHECKS, n=1)
            mend = both(f"did you mean '{near[0]}'?", f"vouliez-vous dire « {near[0]} » ?") if near else _one_of(sorted(CHECKS))
            self.fault(("extends",), both(f"'{check}' is no check", f"« {check} » n'est pas un contrôle"), mend)
            return {}
        known = _COMMON | _OWN[check]
        typed: dict[str, Any] = {}
        for key, value in data.items():
            if key in known:
                self._one(typed, key, known[key], value)
            elif check != "consistency":
                near = difflib.get_close_matches(key, known, n=1)
                mend = both(f"did you mean '{near[0]}'?", f"vouliez-vous dire « {near[0]} » ?") if near else _one_of(sorted(known))
                self.fault((key,), both(f"'{key}' is not a key of '{check}'", f"« {key} » n'est pas une clé de « {check} »"), mend)
        for key in ("message", *_NEEDED.get(check, ())):
            if key not in data or (key != "message" and not typed.get(key) and key not in ("grade",) and not self.faults):
                self.fault((), both(f"'{key}' is missing", f"« {key} » manque"), both(f"add `{key}:`", f"ajoutez `{key}:`"))
        if typed.get("level") and typed["level"] not in LEVELS:
            self.fault(("level",), both(f"the level is '{typed['level']}'", f"le niveau est « {typed['level']} »"), _one_of(LEVELS))
        if typed.get("code"):
            self.fault(("code",), both("'code' is no longer a key", "« code » n'est plus une clé"), both("write `scope: raw`", "écrivez `scope: raw`"))
        return typed

    def _one(self, typed: dict[str, Any], key: str, kind: str, value: Any) -> None:
        makers: dict[str, Callable[[Loc, Any], Any]] = {
            "text": self._text,
            "flag": self._flag,
            "number": self._number,
            "fraction": self._fraction,
            "list": self._list,
            "pairs": self._pairs,
            "maps": self._maps,
            "map": self._map,
            "any": lambda _, given: given,
        }
        made = makers[kind]((key,), value)
        if made is not None:
            typed[key] = made

    def _text(self, loc: Loc, value: Any) -> str | None:
        if isinstance(value, str):
            return value
        if isinstance(value, list) and all(isinstance(part, str) for part in value) and len(value) == 1:
            return str(value[0])
        self.fault(
            loc, both(f"'{loc[-1]}' is not text", f"« {loc[-1]} » n'est pas du texte"), both("write text, in quotes", "écrivez du texte, entre guillemets")
        )
        return None

    def _flag(self, loc: Loc, value: Any) -> bool | None:
        said = value.lower() if isinstance(value, str) else "?"
        if said in _TRUE | _FALSE:
            return said in _TRUE
        self.fault(
            loc, both(f"'{loc[-1]}' is neither true nor false", f"« {loc[-1]} » n'est ni vrai ni faux"), both("write true or false", "écrivez true ou false")
        )
        return None

    def _number(self, loc: Loc, value: Any) -> int | None:
        made = self._fraction(loc, value)
        return None if made is None else int(made)

    def _fraction(self, loc: Loc, value: Any) -> float | None:
        try:
            return float(value) if value != "" else 0.0
        except (TypeError, ValueError):
            self.fault(loc, both(f"'{loc[-1]}' is not a number", f"« {loc[-1]} » n'est pas un nombre"), both("write a number", "écrivez un nombre"))
            return None

    def _list(self, loc: Loc, value: Any) -> tuple[str, ...] | None:
        entries = value if isinstance(value, list) else [value] if value != "" else []
        made = []
        for index, entry in enumerate(entries):
            if not isinstance(entry, str):
                self.fault((*loc, index), both(f"an entry of '{loc[-1]}' is not text", f"une entrée de « {loc[-1]} » n'est pas du texte"), _QUOTE)
                return None
            made.append(entry)
        return tuple(made)

    def _pairs(self, loc: Loc, value: Any) -> dict[str, str] | None:
        if isinstance(value, list) and all(isinstance(part, dict) for part in value):
            value = {key: entry for part in value for key, entry in part.items()}
        if value == "":
            return {}
        if not isinstance(value, dict):
            mend = both("write `found: wanted` pairs", "écrivez des couples `trouvé: voulu`")
            self.fault(loc, both(f"'{loc[-1]}' is not pairs", f"« {loc[-1]} » n'est pas fait de couples"), mend)
            return None
        made = {}
        for key, entry in value.items():
            if not isinstance(entry, str):
                self.fault((*loc, key), both(f"'{key}' leads to no text", f"« {key} » ne mène pas à un texte"), _QUOTE)
                return None
            made[key] = entry
        return made

    def _maps(self, loc: Loc, value: Any) -> list[dict[str, str]] | None:
        made = []
        for index, entry in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(entry, dict) or not all(isinstance(part, str) for part in entry.values()):
                mend = both("write `- pattern: ...`", "écrivez `- pattern: ...`")
                self.fault((*loc, index), both("a token is not keys and values", "un élément n'est pas fait de clés et de valeurs"), mend)
                return None
            made.append({str(key).lower(): part for key, part in entry.items()})
        return made

    def _map(self, loc: Loc, value: Any) -> dict[str, Any] | None:
        if value == "":
            return {}
        if isinstance(value, dict):
            return {str(key).lower(): part for key, part in value.items()}
        self.fault(
            loc,
            both(f"'{loc[-1]}' is not keys and values", f"« {loc[-1]} » n'est pas fait de clés et de valeurs"),
            both("write `name: replace`", "écrivez `name: replace`"),
        )
        return None


def _one_of(names: Any) -> Words:
    listed = ", ".join(names)
    return both(f"use one of: {listed}", f"prenez l'un de : {listed}")
