"""Counts of a text and formulas over them.

Words are runs of letters and digits, long words have more than six signs, complex words more than two syllables without a common ending. Syllables are counted as
everywhere else in Centaur, in the language of the copy. A formula is arithmetic over these names; nothing else is evaluated.
"""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping
from functools import lru_cache

import regex

from copilot.guardrails.vale.scope import Block
from copilot.guardrails.vale.segments import paragraphs, sentences
from copilot.language.prose import Locale
from copilot.language.syllables import syllables

_WORD = regex.compile(r"(?:[A-Z]\.){2,}|[\p{N}\p{L}'’]+")
_SIGN = regex.compile(r"[\p{L}\p{N}]")
ELEMENTS = ("pre", "list", "blockquote", *(f"heading_h{level}" for level in range(1, 7)))
NAMES = frozenset({*ELEMENTS, "words", "sentences", "syllables", "characters", "long_words", "complex_words", "polysyllabic_words", "paragraphs"})
_FUNCTIONS: dict[str, Callable[..., float]] = {
    **{name: getattr(math, name) for name in ("sqrt", "pow", "ceil", "floor", "log", "log10", "log2", "exp", "trunc")},
    "abs": abs,
    "min": min,
    "max": max,
    "round": round,
}
_OPERATORS: dict[type[ast.AST], Callable[..., float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: operator.mod,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Not: operator.not_,
    ast.Gt: operator.gt,
    ast.Lt: operator.lt,
    ast.GtE: operator.ge,
    ast.LtE: operator.le,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


@lru_cache(maxsize=32)
def counts(block: Block, locale: Locale) -> Mapping[str, float]:
    """The counts of a block; empty for one without words. Worked out once for all rules that ask."""
    text = block.text
    words = _WORD.findall(text)
    if not words:
        return {}
    found = [syllables(word.lower().strip("'’") or "a", locale) for word in words]
    complex_words = sum(count - word.lower().endswith(("es", "ed", "ing")) > 2 for word, count in zip(words, found, strict=True))
    return {
        **dict.fromkeys(ELEMENTS, 0.0),
        **{name: float(number) for name, number in block.counts.items()},
        "words": float(len(words)),
        "sentences": float(sum(len(sentences(text[start:end])) for start, end in paragraphs(text)) or 1),
        "syllables": float(sum(found)),
        "characters": float(sum(len(_SIGN.findall(word)) for word in words)),
        "long_words": float(sum(len(word) > 6 for word in words)),
        "complex_words": float(complex_words),
        "polysyllabic_words": float(sum(count > 2 for count in found)),
        "paragraphs": float(len(paragraphs(text))),
    }


class BadFormula(ValueError):
    """A formula that is not arithmetic over the names that there are."""


_COUNTED = re.compile(r"""\bcheck\[\s*(?:"([^"]+)"|'([^']+)')\s*\]""")


def counted(text: str) -> tuple[str, ...]:
    """The rules whose alerts a formula counts, as in `check["Style.Rule"]`, in order."""
    return tuple(dict.fromkeys(one or other for one, other in _COUNTED.findall(text)))


class Formula:
    """A formula or a condition; `counted` are the rules whose alerts it counts. Raises: BadFormula."""

    def __init__(self, source: str) -> None:
        self.counted = counted(source)
        names = {code: f"alerts_{number}" for number, code in enumerate(self.counted)}
        source = _COUNTED.sub(lambda match: names[match[1] or match[2]], source)
        self._names = names
        text = re.sub(r"heading\.(h[1-6])", r"heading_\1", " ".join(source.split()))
        text = re.sub(r"!(?!=)", " not ", text.replace("&&", " and ").replace("||", " or "))
        try:
            self._tree = ast.parse(text.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise BadFormula(source) from error
        self.value(dict.fromkeys(NAMES, 1.0))

    def value(self, values: Mapping[str, float], alerts: Callable[[str], float] = lambda code: 1.0) -> float:
        """Its value; a division by zero gives not a number, which fulfils no condition. `alerts` counts those of a rule."""
        known = {**values, **{name: alerts(code) for code, name in self._names.items()}}
        try:
            return float(_value(self._tree, known))
        except (ZeroDivisionError, OverflowError, ValueError) as error:
            if isinstance(error, BadFormula):
                raise
            return math.nan


def _value(node: ast.AST, values: Mapping[str, float]) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return node.value
    if isinstance(node, ast.Name) and node.id in values:
        return values[node.id]
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_value(node.left, values), _value(node.right, values))
    if isinstance(node, ast.UnaryOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_value(node.operand, values))
    if isinstance(node, ast.BoolOp):
        found = [bool(_value(part, values)) for part in node.values]
        return all(found) if isinstance(node.op, ast.And) else any(found)
    if isinstance(node, ast.Compare) and all(type(op) in _OPERATORS for op in node.ops):
        sides = [_value(side, values) for side in (node.left, *node.comparators)]
        return all(_OPERATORS[type(op)](left, right) for op, left, right in zip(node.ops, sides, sides[1:], strict=False))
    if isinstance(node, ast.Call) and not node.keywords and node.args:
        name = node.func.attr if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name) and node.func.value.id == "math" else ""
        if name in _FUNCTIONS:
            return _FUNCTIONS[name](*(_value(argument, values) for argument in node.args))
    raise BadFormula(ast.unparse(node))
