"""What a rule's `action` makes of the words it found: the replacements it offers.

`replace` offers its parameters, `remove` nothing in place of the words, `edit` what its steps leave, `convert` a plain case (https://vale.sh/docs/topics/actions and
fixes/edit, read 2026-11-22). `suggest` asks a script or a dictionary and offers nothing here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from copilot.guardrails.vale.casing import sentence_case, title_case
from copilot.guardrails.vale.dialect import BadPattern, Pattern
from copilot.language.words import both
from copilot.records import Fix

NAMES = frozenset({"replace", "remove", "edit", "convert", "suggest"})
_DUMB = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "—": "---", "–": "--", "…": "...", "\u00a0": " "})
_BARE = str.maketrans({"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L"})


def _words(text: str) -> list[str]:
    return re.sub(r"[^\w]+|_|(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])", " ", text).lower().split()


def _wrap(text: str, mark: str) -> str:
    return f"{mark}{text}{mark}"


def _unwrap(text: str, mark: str) -> str:
    return text.removeprefix(mark).removesuffix(mark) if mark else text


def _split(text: str, mark: str, index: str) -> str:
    pieces = text.split(mark) if mark else [text]
    return pieces[int(index)] if index.isdigit() and int(index) < len(pieces) else text


def _smart(text: str) -> str:
    text = text.replace("---", "—").replace("--", "–").replace("...", "…")
    text = re.sub(r"(^|[\s(\[{<—–/])\"", "\\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[{<—–/])'", "\\1‘", text).replace("'", "’")


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.translate(_DUMB).translate(_BARE))
    return unicodedata.normalize("NFC", "".join(sign for sign in plain if not unicodedata.combining(sign)))


_STEPS: dict[str, tuple[int, Callable[..., str]]] = {
    "replace": (2, lambda text, old, new: text.replace(old, new) if old else text),
    "regex": (2, lambda text, pattern, new: Pattern(pattern).replace(new, text)),
    "remove": (1, lambda text, signs: text.translate({ord(sign): None for sign in signs})),
    "trim_right": (1, lambda text, signs: text.rstrip(signs)),
    "trim_left": (1, lambda text, signs: text.lstrip(signs)),
    "trim": (1, lambda text, signs: text.strip(signs)),
    "truncate": (1, lambda text, mark: text.split(mark)[0] if mark else text),
    "split": (2, _split),
    "squeeze": (0, lambda text: re.sub(r"\s+", " ", text)),
    "wrap": (1, _wrap),
    "unwrap": (1, _unwrap),
    "prefix": (1, lambda text, mark: mark + text),
    "suffix": (1, lambda text, mark: text + mark),
    "lower": (0, str.lower),
    "upper": (0, str.upper),
    "capitalize": (0, lambda text: text[:1].upper() + text[1:]),
    "uncapitalize": (0, lambda text: text[:1].lower() + text[1:]),
    "title": (0, lambda text: title_case(text, "AP", ())),
    "sentence": (0, lambda text: sentence_case(text, ())),
    "simple": (0, lambda text: " ".join(_words(text))),
    "kebab": (0, lambda text: "-".join(_words(text))),
    "snake": (0, lambda text: "_".join(_words(text))),
    "camel": (0, lambda text: "".join(word if not number else word.capitalize() for number, word in enumerate(_words(text)))),
    "pascal": (0, lambda text: "".join(word.capitalize() for word in _words(text))),
    "smart": (0, _smart),
    "dumb": (0, lambda text: text.translate(_DUMB)),
    "ascii": (0, _ascii),
}


@dataclass(frozen=True)
class Action:
    """A rule's action. `steps` are those of `edit`; `works` says whether it can offer anything here."""

    name: str = ""
    params: tuple[str, ...] = ()
    steps: tuple[tuple[str, ...], ...] = ()
    works: bool = False

    def offers(self, words: str, groups: Sequence[str] = ()) -> tuple[str, ...]:
        """The replacements for `words`; an empty one removes them."""
        if not self.works:
            return ()
        if self.name == "replace":
            return tuple(_expanded(param, words, groups) for param in self.params)
        if self.name == "remove":
            return ("",)
        if self.name == "convert":
            return (" ".join(_words(words)),)
        text = words
        for step in self.steps:
            arguments = step[1:] if step[0] == "regex" else tuple(_expanded(argument, words, groups) for argument in step[1:])
            text = _STEPS[step[0]][1](text, *arguments)
        return (text.strip(),)


def _expanded(argument: str, words: str, groups: Sequence[str]) -> str:
    """`argument` with `$0`, `$1` ... filled from the found words and their groups."""
    if "$" not in argument:
        return argument

    def one(match: re.Match[str]) -> str:
        name = match.group(1).strip("{}")
        if name == "$":
            return "$"
        number = int(name)
        return words if not number else groups[number - 1] if number <= len(groups) else ""

    return re.sub(r"\$(\$|\d+|\{\d+\})", one, argument)


def read(name: str, params: Sequence[str | Sequence[str]]) -> Action:
    """An action from the YAML of a rule. Raises: BadPattern where a step is unknown or lacks its arguments."""
    if not name:
        return Action()
    if name not in NAMES:
        raise BadPattern(both(f"the action '{name}' is not known", f"l'action « {name} » est inconnue"))
    if name != "edit":
        flat = tuple(param for param in params if isinstance(param, str))
        return Action(name, flat, works=name in ("replace", "remove") or (name == "convert" and flat[:1] == ("simple",)))
    return Action(name, (), _steps(params), works=True)


def _steps(params: Sequence[str | Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    flat = [piece for param in params for piece in ([param] if isinstance(param, str) else param)]
    steps: list[tuple[str, ...]] = []
    while flat:
        name = flat[0]
        if name not in _STEPS or len(flat) <= _STEPS[name][0]:
            raise BadPattern(both(f"the edit '{name}' is unknown or lacks its arguments", f"la retouche « {name} » est inconnue ou incomplète"))
        count = _STEPS[name][0] + 1
        if name == "regex":
            Pattern(flat[1]).proved()
        steps.append(tuple(flat[:count]))
        flat = flat[count:]
    if not steps:
        raise BadPattern(both("the action 'edit' has no step", "l'action « edit » n'a pas d'étape"))
    return tuple(steps)


def fix(words: str, offers: Sequence[str], whole: bool) -> Fix | None:
    """The fix for `words`. Safe where only blanks or capitals change; several offers, or words that stand apart in the source, are only shown."""
    if not offers or (len(offers) == 1 and offers[0] == words):
        return None
    if len(offers) > 1 or not whole:
        return Fix(replacement=offers[0], safety="display")
    new = offers[0]
    same = "".join(new.split()).lower() == "".join(words.split()).lower() and bool(new.strip())
    return Fix(replacement=new, safety="safe" if same else "unsafe")
