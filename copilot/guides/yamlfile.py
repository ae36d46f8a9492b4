"""YAML that remembers its lines, so that a fault can name one.

Values are plain data for pydantic to judge. Written for files that people edit: duplicate keys, tabs and wrong types come back as faults.
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from copilot.errors import Fault
from copilot.language.words import Words, both
from copilot.records import clean

Loc = tuple[str | int, ...]
M = TypeVar("M", bound=BaseModel)
MOST_BYTES = 2_000_000


def read_text(path: Path, shown: str) -> tuple[str, list[Fault]]:
    """The text of a file a person wrote: UTF-8 with or without BOM, any line ends. `shown` is its name in faults."""
    try:
        if path.stat().st_size > MOST_BYTES:
            size = path.stat().st_size / 1e6
            return "", [
                Fault(
                    file=shown,
                    line=None,
                    what=both(f"the file has {size:.1f} MB", f"le fichier fait {size:.1f} Mo"),
                    mend=both("keep it under 2 MB; split it", "restez sous 2 Mo ; coupez-le"),
                )
            ]
        raw = path.read_bytes()
    except OSError as error:
        what = both(f"cannot be read ({error.strerror})", f"illisible ({error.strerror})")
        return "", [Fault(file=shown, line=None, what=what, mend=both("check that it exists and its rights", "vérifiez qu'il existe et ses droits"))]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        what = both("is not UTF-8 text", "n'est pas du texte en UTF-8")
        return "", [Fault(file=shown, line=line, what=what, mend=both("save it as UTF-8", "enregistrez-le en UTF-8"))]
    return clean(text.replace("\r\n", "\n").replace("\r", "\n")), []


class _Loader(yaml.SafeLoader):
    """PyYAML's safe loader; a date stays a date."""


_Problem = tuple[int, Words, Words]
"""Line, counted from 0; what is wrong; how to mend it."""


def _scan(node: yaml.Node, loc: Loc, lines: dict[Loc, int], problems: list[_Problem], as_written: bool) -> Any:
    lines.setdefault(loc, node.start_mark.line)
    if isinstance(node, yaml.MappingNode):
        data: dict[str, Any] = {}
        before = ""
        for key_node, value_node in node.value:
            line = key_node.start_mark.line
            if not isinstance(key_node, yaml.ScalarNode):
                problems.append((line, *_BRACES))
                continue
            key = str(key_node.value)
            if node.flow_style and _is_cut(before, key_node, value_node):
                before += f",{key}"
                problems.append((line, *(words.fill(text=before) for words in _CUT)))
                continue
            before = str(value_node.value) if isinstance(value_node, yaml.ScalarNode) and value_node.style is None else ""
            if key in data:
                twice = both("the key '{key}' stands twice", "la clé « {key} » figure deux fois").fill(key=key)
                problems.append((line, twice, both("keep one of the two", "gardez-en une")))
            lines[(*loc, key)] = line
            data[key] = _scan(value_node, (*loc, key), lines, problems, as_written)
        return data
    if isinstance(node, yaml.SequenceNode):
        return [_scan(child, (*loc, index), lines, problems, as_written) for index, child in enumerate(node.value)]
    if as_written:
        return None if node.tag == _NULL else str(node.value)
    loader = _Loader("")
    try:
        return loader.construct_object(node, deep=True)
    except (yaml.YAMLError, ValueError):
        return node.value
    finally:
        loader.dispose()


def _is_cut(before: str, key: yaml.ScalarNode, value: yaml.Node) -> bool:
    """Whether `key: value` is the rest of a number whose comma ended the entry `before`, as in `{price: 12,50}`."""
    return before[-1:].isdigit() and key.style is None and key.value[:1].isdigit() and value.tag == _NULL and value.value == ""


_NULL = "tag:yaml.org,2002:null"
_CUT = (
    both("the comma in {text} ends the value", "la virgule de {text} termine la valeur"),
    both('put the value in quotes: "{text}"', 'mettez la valeur entre guillemets : "{text}"'),
)
_BRACES = (
    both("text that begins with { or [ is no text to YAML", "un texte qui commence par { ou [ n'en est pas un pour YAML"),
    both('put it in quotes: "{{...}}"', 'mettez-le entre guillemets : "{{...}}"'),
)


def parse(text: str, shown: str, first_line: int = 1, as_written: bool = False) -> tuple[Any, dict[Loc, int], list[Fault]]:
    """Data, the line of every key and value, and the faults of the YAML itself. `first_line` is where `text` begins in its file.

    as_written: every value is the text that stands in the file, or None where none does, since YAML reads 1.20 as 1.2, no as False and 7:30 as 450.
    """
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        problem = error.problem or "not YAML"
        mend = both(
            "check indentation, quotes and colons; put text that holds ': ' or '#', or begins with { or [, in quotes",
            "vérifiez l'indentation, les guillemets et les deux-points ; mettez entre guillemets un texte qui contient « : » ou « # », ou commence par { ou [",
        )
        return None, {}, [Fault(file=shown, line=line, what=both(f"YAML: {problem}", f"YAML : {problem}"), mend=mend)]
    except yaml.YAMLError as error:
        return None, {}, [Fault(file=shown, line=first_line, what=both(f"YAML: {error}", f"YAML : {error}"), mend=both("mend the file", "corrigez le fichier"))]
    if node is None:
        return None, {}, []
    lines: dict[Loc, int] = {}
    problems: list[_Problem] = []
    data = _scan(node, (), lines, problems, as_written)
    faults = [Fault(file=shown, line=first_line + line, what=what, mend=mend) for line, what, mend in problems]
    return data, {loc: first_line + line for loc, line in lines.items()}, faults


def validate(model: type[M], data: Any, lines: dict[Loc, int], shown: str) -> tuple[M | None, list[Fault]]:
    """`data` as a `model`, or every fault that pydantic finds, each with its line."""
    if data is None:
        data = {}
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        faults = [_fault(model, dict(item), lines, shown) for item in error.errors()]
        return None, list({(fault.line, fault.what): fault for fault in reversed(faults)}.values())[::-1]


def _fault(model: type[BaseModel], item: dict[str, Any], lines: dict[Loc, int], shown: str) -> Fault:
    loc: Loc = tuple(item["loc"])
    known = loc
    while known and known not in lines:
        known = known[:-1]
    if "date" in loc or "literal['never']" in loc:
        loc = loc[:-1]
        item = item | {"type": "date_or_never"}
    path = ".".join(str(part) for part in loc) or "file"
    kind, context = item["type"], item.get("ctx", {})
    given = item.get("input")
    shown_value = repr(given) if isinstance(given, (str, int, float, bool)) else type(given).__name__
    if kind == "extra_forbidden":
        fields = _fields_at(model, loc[:-1])
        near = difflib.get_close_matches(str(loc[-1]), fields, n=1)
        what = both(f"'{path}' is not a known key", f"« {path} » n'est pas une clé connue")
        names = ", ".join(fields)
        mend = both(f"did you mean '{near[0]}'?", f"vouliez-vous dire « {near[0]} » ?") if near else both(f"use one of: {names}", f"prenez l'une de : {names}")
    elif kind == "missing":
        what = both(f"'{path}' is missing", f"« {path} » manque")
        mend = both(f"add `{loc[-1]}:`", f"ajoutez `{loc[-1]}:`")
    elif kind == "literal_error":
        what = both(f"'{path}' is {shown_value}", f"« {path} » vaut {shown_value}")
        mend = both(f"write {context.get('expected', '')}", f"écrivez {str(context.get('expected', '')).replace(' or ', ' ou ')}")
    elif kind == "string_too_short":
        what, mend = both(f"'{path}' is empty", f"« {path} » est vide"), both("write it, or remove the key", "remplissez-le, ou retirez la clé")
    elif kind == "too_short":
        what, mend = both(f"'{path}' is empty", f"« {path} » est vide"), both("give at least one entry", "donnez au moins une entrée")
    else:
        what = both(f"'{path}' is {shown_value}", f"« {path} » vaut {shown_value}")
        mend = _WANTED.get(kind) or both(f"correct the value ({item['msg']})", f"corrigez la valeur ({item['msg']})")
        mend = mend.fill(**{"le": "?", "ge": "?", **context}) if kind.startswith(("less", "greater")) else mend
    return Fault(file=shown, line=lines.get(known), what=what, mend=mend)


_WANTED: dict[str, Words] = {
    "string_type": both("write text, in quotes", "écrivez du texte, entre guillemets"),
    "list_type": both("write a list: [a, b]", "écrivez une liste : [a, b]"),
    "tuple_type": both("write a list: [a, b]", "écrivez une liste : [a, b]"),
    "dict_type": both("write keys and values", "écrivez des clés et des valeurs"),
    "model_type": both("write keys and values, indented", "écrivez des clés et des valeurs, indentées"),
    "int_parsing": both("write a whole number", "écrivez un nombre entier"),
    "int_type": both("write a whole number", "écrivez un nombre entier"),
    "float_parsing": both("write a number", "écrivez un nombre"),
    "float_type": both("write a number", "écrivez un nombre"),
    "bool_parsing": both("write true or false", "écrivez true ou false"),
    "less_than_equal": both("write a number of at most {le}", "écrivez un nombre d'au plus {le}"),
    "greater_than_equal": both("write a number of at least {ge}", "écrivez un nombre d'au moins {ge}"),
    "date_from_datetime_parsing": both("write a date: 2027-12-31", "écrivez une date : 2027-12-31"),
    "date_or_never": both("write a date such as 2027-12-31, or never", "écrivez une date comme 2027-12-31, ou never"),
    "date_parsing": both("write a date: 2027-12-31", "écrivez une date : 2027-12-31"),
    "date_type": both("write a date: 2027-12-31", "écrivez une date : 2027-12-31"),
}


def _fields_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """Names of the keys that `model` knows at `loc`, as its JSON schema has them."""
    schema: dict[str, Any] = model.model_json_schema()
    definitions = schema.get("$defs", {})
    here: dict[str, Any] = schema
    for part in loc:
        here = here.get("properties", {}).get(part, {}) if isinstance(part, str) else here.get("items", {})
        reference = here.get("$ref", "")
        here = definitions.get(reference.rsplit("/", 1)[-1], here)
    return list(here.get("properties", {}))
