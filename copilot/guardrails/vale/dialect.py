"""Go's regular expressions, as Vale uses them, in terms of the `regex` library.

Vale runs the `regexp2` engine: Go's syntax plus lookaround, atomic groups and named groups (https://vale.sh/docs/guides/regex, read 2026-11-22). What is
translated: flags in the middle of a pattern, which hold to the end of their group; `\\z`, `\\Q...\\E`, `\\pL`, `\\x{e9}`, `(?<name>)`, `\\k<name>`; braces and
brackets that are plain signs there and syntax here. `^` and `$` hold at every line, as in Vale.

Two differences are on purpose. `\\b`, `\\w` and letters are those of Unicode, because a word that begins with É is a word. An apostrophe between letters
matches both of its spellings, so that a rule about "don't" finds "don’t" too.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, cast

import regex

from copilot.language.words import Words, both

TIMEOUT_S = 0.5
"""Longest time that one pattern may take over one text."""
MOST_LITERALS = 400
MOST_PATTERN = 200_000

_ESCAPES = frozenset("dDwWsSbBAnrtfvaGXRK0123456789")
_PLAIN_ESCAPES = frozenset("_/'\"<>-!@#%&,;:=`~ ") | frozenset("\\.+*?()|[]{}^$")
_FLAGS = frozenset("imsxnU")
_APOSTROPHE = "['’]"
_PLAIN = re.compile(r"[A-Za-z0-9À-ÖØ-öø-ÿ ,:/\"_]+(?![*+?{])")
_FLAG_GROUP = re.compile(r"\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?\)")
_GROUP_HEAD = re.compile(
    r"\((?:\?(?:(?P<look><?[=!]|>|:|\|)|P?<(?P<name>\w+)>|'(?P<quoted>\w+)'|(?P<on>[a-zA-Z]*)(?:-(?P<off>[a-zA-Z]+))?:|(?P<comment>#[^)]*\))|\((?P<test>\w+)\)))?"
)
_POSIX = re.compile(r"\[:\^?[a-z]+:\]")
_QUANTIFIER = re.compile(r"(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?")


class BadPattern(ValueError):
    """A pattern that the dialect does not know; `what` says it in both languages."""

    def __init__(self, what: Words) -> None:
        self.what = what
        super().__init__(what.en)


class TookTooLong(Exception):
    """A pattern that was stopped."""


class Translated(NamedTuple):
    """A pattern for `regex`, and the literals (in lower case) of which one must stand in a text that it matches; none known: empty."""

    pattern: str
    literals: frozenset[str]


class _Reader:
    """Reads a pattern once, left to right, and writes the translation."""

    def __init__(self, source: str) -> None:
        if len(source) > MOST_PATTERN:
            raise BadPattern(both("the pattern is too long", "le motif est trop long"))
        self.source = source
        self.at = 0
        self.depth = 0

    def read(self) -> Translated:
        pattern, literals = self._alternatives("")
        if self.at < len(self.source):
            raise BadPattern(both("a closing bracket has no opening one", "une parenthèse fermante n'a pas d'ouvrante"))
        return Translated(pattern, _worth(literals))

    def _alternatives(self, verbose: str) -> tuple[str, frozenset[str] | None]:
        """The alternatives up to the end of the group, and the literals of which every match holds one (None: not known)."""
        self.depth += 1
        if self.depth > 100:
            raise BadPattern(both("groups are nested too deep", "les groupes sont trop imbriqués"))
        branches: list[str] = []
        literals: frozenset[str] | None = frozenset()
        openers: list[str] = []
        while True:
            text, found = self._branch(openers)
            branches.append(text)
            literals = None if literals is None or not found else literals | found
            if self._peek() != "|":
                break
            self.at += 1
        self.depth -= 1
        return "|".join(branches), literals

    def _branch(self, openers: list[str]) -> tuple[str, frozenset[str]]:
        """One alternative. `openers` are the flags that hold here; flags set on the way are added, since they hold in the next alternatives too."""
        out: list[str] = list(openers)
        best: frozenset[str] = frozenset()
        run: list[str] = []

        def close_run() -> None:
            nonlocal best
            best = _better(best, frozenset({"".join(run)}) if run else frozenset())
            run.clear()

        while self.at < len(self.source) and self._peek() not in "|)":
            plain = _PLAIN.match(self.source, self.at)
            if plain:
                self.at = plain.end()
                out.append(plain.group())
                run.append(plain.group().lower())
                continue
            flags = self._flags_here()
            if flags is not None:
                close_run()
                opener = f"(?{flags}:"
                if flags:
                    openers.append(opener)
                    out.append(opener)
                continue
            text, literal, inner = self._item()
            quantifier, least = self._quantifier()
            out.append(text + quantifier)
            if literal and not quantifier:
                run.append(literal.lower())
                continue
            if literal and least:
                run.append(literal.lower())
            close_run()
            if inner and least:
                best = _better(best, inner)
        close_run()
        return "".join(out) + ")" * len(openers), best

    def _peek(self, width: int = 1) -> str:
        return self.source[self.at : self.at + width]

    def _flags_here(self) -> str | None:
        """The flags of `(?i)` at this place, ready for a group; empty if they change nothing; None if something else stands here."""
        match = _FLAG_GROUP.match(self.source, self.at) if self._peek(2) == "(?" else None
        if not match:
            return None
        on, off = match.group(1), match.group(2) or ""
        self.at = match.end()
        return self._known_flags(on, off)

    def _known_flags(self, on: str, off: str) -> str:
        if set(on + off) - _FLAGS:
            raise BadPattern(both(f"the flag in '(?{on})' is not known", f"le drapeau de « (?{on}) » est inconnu"))
        if "U" in on or "x" in on or "n" in on:
            raise BadPattern(both(f"the flag in '(?{on})' is not supported", f"le drapeau de « (?{on}) » n'est pas pris en charge"))
        kept_on = "".join(flag for flag in on if flag in "is")
        kept_off = "".join(flag for flag in off if flag in "is")
        return kept_on + (f"-{kept_off}" if kept_off else "")

    def _item(self) -> tuple[str, str, frozenset[str]]:
        """One piece of a pattern: its translation, the literal it is (if it is one), the literals that it holds (if it is a group)."""
        sign = self._peek()
        if sign == "(":
            return self._group()
        if sign == "[":
            return self._set()
        if sign == "\\":
            return self._escape()
        self.at += 1
        if sign in "*+?":
            raise BadPattern(both(f"'{sign}' has nothing to repeat", f"« {sign} » n'a rien à répéter"))
        if sign in ".^$":
            return sign, "", frozenset()
        if sign == "'" and self._between_letters(self.at - 1):
            return _APOSTROPHE, "", frozenset()
        return (regex.escape(sign, special_only=False, literal_spaces=True) if sign in "{}]#&~-" else sign), sign, frozenset()

    def _between_letters(self, at: int) -> bool:
        before, after = self.source[at - 1 : at], self.source[at + 1 : at + 2]
        return bool(before) and (before.isalpha() or before in ")]") and bool(after) and (after.isalpha() or after in "([")

    def _group(self) -> tuple[str, str, frozenset[str]]:
        start = self.at
        head = _GROUP_HEAD.match(self.source, start)
        assert head is not None
        if head.group() == "(" and self._peek(2) == "(?":
            raise BadPattern(both(f"'{self._peek(4)}' is not a group that is known", f"« {self._peek(4)} » n'est pas un groupe connu"))
        if head.group("comment"):
            self.at = head.end()
            return "", "", frozenset()
        name = head.group("name") or head.group("quoted")
        if head.group("look"):
            opening = f"(?{head.group('look')}"
        elif name:
            opening = f"(?P<{name}>" if not name.isdigit() else "("
        elif head.group("test"):
            opening = f"(?({head.group('test')})"
        elif head.group("on") is not None or head.group("off"):
            flags = self._known_flags(head.group("on") or "", head.group("off") or "")
            opening = f"(?{flags}:"
        else:
            opening = "("
        self.at = head.end()
        body, literals = self._alternatives("")
        if self._peek() != ")":
            raise BadPattern(both("a bracket is not closed", "une parenthèse n'est pas fermée"))
        self.at += 1
        looking = head.group("look") in ("=", "!", "<=", "<!")
        return f"{opening}{body})", "", frozenset() if looking or literals is None else literals

    def _set(self) -> tuple[str, str, frozenset[str]]:
        """A set of signs such as `[^a-z\\s]`."""
        self.at += 1
        out = ["["]
        if self._peek() == "^":
            self.at += 1
            out.append("^")
        members: list[str] = []
        first = True
        while True:
            sign = self._peek()
            if not sign:
                raise BadPattern(both("a '[' is not closed", "un « [ » n'est pas fermé"))
            if sign == "]" and not first:
                self.at += 1
                break
            first = False
            posix = _POSIX.match(self.source, self.at) if sign == "[" else None
            if posix:
                self.at = posix.end()
                out.append(posix.group())
                members.append("")
                continue
            low, is_one = self._member()
            after = self._peek(2)
            if is_one and after[:1] == "-" and after[1:] not in ("", "]"):
                self.at += 1
                high, high_is_one = self._member()
                if not high_is_one:
                    out += [low, "\\-", high]
                else:
                    out += [low, "-", high]
                members.append("")
            else:
                out.append(low)
                members.append(low.removeprefix("\\") if is_one else "")
        out.append("]")
        same = {member.lower() for member in members}
        literal = members[0] if out[1] != "^" and len(same) == 1 and members[0] and len(members[0]) == 1 else ""
        return "".join(out), literal, frozenset()

    def _member(self) -> tuple[str, bool]:
        """One member of a set, and whether it is a single sign."""
        sign = self._peek()
        if sign == "\\":
            text, literal, _ = self._escape(in_set=True)
            return text, bool(literal) or text[:2] in ("\\x", "\\u", "\\U") or text in ("\\n", "\\r", "\\t", "\\f", "\\v", "\\a")
        self.at += 1
        return ("\\" + sign if sign in "[]^-&~|#\\" else sign), True

    def _escape(self, in_set: bool = False) -> tuple[str, str, frozenset[str]]:
        sign = self.source[self.at + 1 : self.at + 2]
        self.at += 2
        if not sign:
            raise BadPattern(both("it ends in a backslash", "il finit par une barre oblique inverse"))
        if sign == "Q":
            end = self.source.find("\\E", self.at)
            quoted = self.source[self.at : end if end >= 0 else len(self.source)]
            self.at = end + 2 if end >= 0 else len(self.source)
            return f"(?:{regex.escape(quoted)})", "", frozenset({quoted.lower()} if quoted else ())
        if sign in "pP":
            match = regex.match(r"\{\^?[\w= -]+\}|[A-Z]", self.source, pos=self.at)
            if not match:
                raise BadPattern(both("'\\p' names no class of letters", "« \\p » ne nomme aucune classe"))
            self.at = match.end()
            name = match.group().strip("{}")
            return f"\\{sign}{{{name}}}", "", frozenset()
        if sign == "x" and self._peek() == "{":
            match = regex.match(r"\{([0-9A-Fa-f]{1,6})\}", self.source, pos=self.at)
            if not match or int(match.group(1), 16) > 0x10FFFF:
                raise BadPattern(both("'\\x{...}' holds no sign", "« \\x{...} » ne désigne aucun signe"))
            self.at = match.end()
            return self._literal(chr(int(match.group(1), 16)))
        if sign in "xu":
            width = 2 if sign == "x" else 4
            digits = self._peek(width)
            if not regex.fullmatch(rf"[0-9A-Fa-f]{{{width}}}", digits):
                raise BadPattern(both(f"'\\{sign}' wants {width} hex digits", f"« \\{sign} » veut {width} chiffres hexadécimaux"))
            self.at += width
            return self._literal(chr(int(digits, 16)))
        if sign == "k":
            match = regex.match(r"<(\w+)>|'(\w+)'", self.source, pos=self.at)
            if not match:
                raise BadPattern(both("'\\k' names no group", "« \\k » ne nomme aucun groupe"))
            self.at = match.end()
            return f"(?P={match.group(1) or match.group(2)})", "", frozenset()
        if sign == "z":
            return r"\Z", "", frozenset()
        if sign == "Z":
            return r"(?=\n?\Z)", "", frozenset()
        if sign == "e":
            return r"\x1b", "", frozenset()
        if in_set and sign == "b":
            return r"\x08", "", frozenset()
        if sign in _ESCAPES:
            return "\\" + sign, "", frozenset()
        if sign in _PLAIN_ESCAPES or not sign.isascii() or not sign.isalnum():
            return self._literal(sign, in_set)
        raise BadPattern(both(f"'\\{sign}' means nothing", f"« \\{sign} » ne veut rien dire"))

    def _literal(self, sign: str, in_set: bool = False) -> tuple[str, str, frozenset[str]]:
        return (sign if sign.isalnum() or (sign in " '\"" and not in_set) else regex.escape(sign, special_only=False)), sign, frozenset()

    def _quantifier(self) -> tuple[str, bool]:
        """The quantifier at this place, if any, and whether it asks for at least one."""
        match = _QUANTIFIER.match(self.source, self.at) if self._peek() in ("*", "+", "?", "{") else None
        if not match:
            return "", True
        self.at = match.end()
        text = match.group()
        return text, not (text[0] in "*?" or text.startswith(("{0,", "{0}")))


def _better(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The set of literals that rules out more: the one whose shortest member is longer."""

    def weight(literals: frozenset[str]) -> int:
        return min((len(literal.strip()) for literal in literals), default=0)

    return other if weight(other) > weight(one) and len(other) <= MOST_LITERALS else one


def _worth(literals: frozenset[str] | None) -> frozenset[str]:
    """The literals if looking for them can rule anything out."""
    if not literals or any(not literal.strip() for literal in literals):
        return frozenset()
    return literals


def translate(source: str) -> Translated:
    """`source` in terms of `regex`. Raises: BadPattern."""
    return _Reader(source).read()


class Pattern:
    """A pattern of a rule, compiled when first used. Raises: BadPattern where it is not one; TookTooLong from its methods."""

    def __init__(self, source: str, ignorecase: bool = False) -> None:
        self.source = source
        self.ignorecase = ignorecase
        self.translated = translate(source)

    @property
    def literals(self) -> frozenset[str]:
        """Literals in lower case of which one stands in every text that it matches; empty: not known."""
        return self.translated.literals

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        flags = regex.MULTILINE | regex.VERSION0 | (regex.IGNORECASE if self.ignorecase else 0)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return cast("regex.Pattern[str]", regex.compile(self.translated.pattern, flags))
        except (regex.error, RecursionError, OverflowError, ValueError, IndexError, KeyError) as error:
            said = str(error)
            raise BadPattern(both(f"it is no regular expression ({said})", f"ce n'est pas une expression régulière ({said})")) from error

    def proved(self) -> Pattern:
        """The pattern itself, compiled. Raises: BadPattern."""
        assert self._compiled is not None
        return self

    @property
    def groups(self) -> int:
        """How many groups it captures. Raises: BadPattern."""
        return self._compiled.groups

    def search(self, text: str, start: int = 0) -> regex.Match[str] | None:
        """The first match from `start` on."""
        try:
            return self._compiled.search(text, start, timeout=TIMEOUT_S)
        except TimeoutError as error:
            raise TookTooLong(self.source) from error

    def fullmatch(self, text: str) -> regex.Match[str] | None:
        """The match of all of `text`."""
        try:
            return self._compiled.fullmatch(text, timeout=TIMEOUT_S)
        except TimeoutError as error:
            raise TookTooLong(self.source) from error

    def all(self, text: str) -> Iterator[regex.Match[str]]:
        """Every match, left to right."""
        try:
            yield from self._compiled.finditer(text, timeout=TIMEOUT_S)
        except TimeoutError as error:
            raise TookTooLong(self.source) from error

    def replace(self, template: str, text: str) -> str:
        """`text` with each match replaced by `template`, in which `$1`, `${name}` and `$$` stand for groups and a dollar."""

        def filled(match: regex.Match[str]) -> str:
            def one(reference: regex.Match[str]) -> str:
                name = reference.group(1).strip("{}")
                if name == "$":
                    return "$"
                try:
                    return match.group(int(name) if name.isdigit() else name) or ""
                except (IndexError, KeyError):
                    return ""

            return regex.sub(r"\$(\$|\d+|\{\w+\})", one, template)

        try:
            return self._compiled.sub(filled, text, timeout=TIMEOUT_S)
        except TimeoutError as error:
            raise TookTooLong(self.source) from error


class Tokens:
    """Several patterns as one alternation: at each place the first that matches wins, left to right, without overlap.

    Each is kept apart, so that those whose literals do not stand in the text are never run.
    """

    def __init__(self, sources: Sequence[str], ignorecase: bool) -> None:
        self.patterns = [Pattern(source, ignorecase) for source in sources]

    def all(self, text: str, candidates: Sequence[int]) -> Iterator[tuple[int, regex.Match[str]]]:
        """Every match with the number of its pattern. `candidates` are the patterns that can match, in order."""
        ahead: list[tuple[int, regex.Match[str]]] = []
        for number in candidates:
            match = self.patterns[number].search(text)
            if match:
                ahead.append((number, match))
        while ahead:
            number, match = min(ahead, key=lambda pair: (pair[1].start(), pair[0]))
            yield number, match
            place = match.end() if match.end() > match.start() else match.end() + 1
            following: list[tuple[int, regex.Match[str]]] = []
            for other, found in ahead:
                if found.start() >= place:
                    following.append((other, found))
                elif place <= len(text):
                    again = self.patterns[other].search(text, place)
                    if again:
                        following.append((other, again))
            ahead = following
