"""Imported styles as `Rule`s of a brand.

All rules of a brand share one reading of the copy (its blocks) and one scan for the literals of their patterns, so that a rule with nothing to find costs nothing.
A rule whose pattern takes too long is stopped for the rest of the process and told once in the log.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import ahocorasick

from copilot.errors import Fault
from copilot.guardrails.rule import FieldText, Hit, Rule
from copilot.guardrails.vale import pieces
from copilot.guardrails.vale.actions import fix
from copilot.guardrails.vale.checks.base import Alert, BadRule, Check, Document, read_action
from copilot.guardrails.vale.checks.capitalization import Capitalization
from copilot.guardrails.vale.checks.conditional import Conditional
from copilot.guardrails.vale.checks.consistency import Consistency
from copilot.guardrails.vale.checks.existence import Existence
from copilot.guardrails.vale.checks.metric import Metric
from copilot.guardrails.vale.checks.occurrence import Occurrence
from copilot.guardrails.vale.checks.readability import Readability
from copilot.guardrails.vale.checks.repetition import Repetition
from copilot.guardrails.vale.checks.sequence import WordSequence
from copilot.guardrails.vale.checks.substitution import Substitution
from copilot.guardrails.vale.controls import silenced
from copilot.guardrails.vale.dialect import BadPattern, Pattern, TookTooLong
from copilot.guardrails.vale.format import Definition, read
from copilot.guardrails.vale.message import filled
from copilot.guardrails.vale.scope import BadScope, Kind, Scope
from copilot.language.prose import Prose
from copilot.language.words import Words, both
from copilot.records import LOCALES, ImportedStyles, Level, StyleFile

if TYPE_CHECKING:
    from copilot.guardrails.grounds import Grounds

_PLAIN = re.compile(r"[\w '’-]+")
log = logging.getLogger(__name__)

CHECKS: dict[str, type[Check]] = {
    "existence": Existence,
    "substitution": Substitution,
    "occurrence": Occurrence,
    "repetition": Repetition,
    "consistency": Consistency,
    "conditional": Conditional,
    "capitalization": Capitalization,
    "metric": Metric,
    "readability": Readability,
    "sequence": WordSequence,
}
BUILT_IN: dict[str, str] = {
    "Vale.Repetition": "extends: repetition\nmessage: \"'%s' is repeated!\"\nlevel: error\nignorecase: true\nalpha: true\n"
    "action:\n  name: edit\n  params: [truncate, ' ']\ntokens: ['[^\\s.!?]+']\n",
}
"""Rules that Vale has without a file. `Vale.Terms` and `Vale.Avoid` are made from the vocabulary."""
_LEVELS: dict[str, Level] = {"suggestion": "advice", "warning": "scoring", "error": "scoring"}


@dataclass(frozen=True)
class Made:
    """What one file came to: a check, or why it is left out, or its faults."""

    code: str
    check: Check | None = None
    skipped: Words | None = None
    faults: tuple[Fault, ...] = ()


def make(source: StyleFile, others: dict[str, StyleFile], styles: ImportedStyles) -> Made:
    """The check of one file."""
    reading = read(source, others, styles.options.get(source.code))
    if reading.definition is None:
        return Made(source.code, skipped=reading.skipped, faults=reading.faults)
    definition = reading.definition
    scope = _scope(definition)
    try:
        kind = CHECKS[definition.check]
        check = kind(definition, Scope(scope), read_action(definition), vocabulary=styles.accept)
    except BadScope as error:
        what = both(f"its scope '{error.part}' is nothing that copy has", f"sa portée « {error.part} » n'existe pas dans nos textes")
        return Made(source.code, skipped=what)
    except BadRule as error:
        return Made(source.code, faults=(_fault(definition, error),))
    except BadPattern as error:
        return Made(source.code, faults=(_fault(definition, BadRule(error.what)),))
    return Made(source.code, check)


def _scope(definition: Definition) -> tuple[str, ...]:
    """The scope that the kind of check gives to what the rule declares: formulas measure the whole text, sequences read sentences."""
    declared = definition.scope
    if definition.check in ("metric", "readability") and (not declared or declared == ("text",)):
        return ("summary",)
    if definition.check == "sequence":
        return tuple(entry if "sentence" in entry else f"sentence & {entry}" for entry in declared) or ("sentence",)
    return declared or ("text",)


def _fault(definition: Definition, error: BadRule) -> Fault:
    where = "".join(f"[{part + 1}]" if isinstance(part, int) else part if index == 0 else f" '{part}'" for index, part in enumerate(error.loc))
    what = Words(f"{where}: {error.what.en}" if where else error.what.en, f"{where} : {error.what.fr}" if where else error.what.fr)
    return Fault(
        file=definition.file,
        line=definition.line(*error.loc),
        what=what,
        mend=both("mend the entry, or take the rule out of the style", "corrigez l'entrée, ou retirez la règle du style"),
    )


def prove(check: Check) -> Fault | None:
    """Compile and try out every pattern of a rule on texts that make bad ones run away; the fault if one does not stand it."""
    definition = check.definition
    try:
        check.prove()
        for text in _trials():
            document = Document(tuple(("text", block) for block in pieces.cut(text, text.prose)), "en")
            everything = range(len(check.tokens.patterns)) if check.tokens else ()
            for _ in check.run(document, everything):
                pass
    except BadPattern as error:
        return _fault(definition, BadRule(error.what))
    except TookTooLong:
        what = both("a pattern of it takes too long on long texts", "un de ses motifs est trop lent sur de longs textes")
        return _fault(definition, BadRule(what))
    return None


@lru_cache(maxsize=1)
def _trials() -> tuple[FieldText, ...]:
    texts = (
        "a" * 1500 + "!",
        "aa " * 600 + "!",
        "The " * 300 + "a, b, c and d. " * 100,
        "1,1." * 400,
        "((" * 400 + ' "' * 400,
        "é’l-" * 400,
        "Ab cd ef. " * 150,
    )
    return tuple(FieldText("text", Prose(text, "en"), None) for text in texts)


class Styles:
    """The imported styles of a brand, ready to run. `skipped` says why files are left out, `faults` what is wrong in others."""

    def __init__(self, styles: ImportedStyles) -> None:
        files = {file.code: file for file in styles.files}
        wrong = unsound(styles)
        made = [] if wrong else [make(file, files, styles) for file in sources(styles) if not file.fragment]
        self.skipped = {item.code: item.skipped for item in made if item.skipped}
        self.faults = (*(fault for _, fault in wrong), *(fault for item in made for fault in item.faults))
        settings = styles.settings
        checks = [item.check for item in made if item.check and "off" not in (settings.get(item.code), settings.get(item.code.split(".")[0]))]
        self._checks = checks
        self._numbers = {check.definition.code: number for number, check in enumerate(checks)}
        self._kinds: frozenset[Kind] = frozenset(kind for check in checks for kind in check.scope.kinds)
        self._always: dict[int, list[int]] = {}
        self._automaton = ahocorasick.Automaton()
        self._index()
        self._last: tuple[Sequence[FieldText], Document, dict[int, list[int]]] | None = None
        self.stopped: set[str] = set()
        self.rules: tuple[Rule, ...] = tuple(self._rule(number, check, styles) for number, check in enumerate(checks))
        self._levels = {rule.code: rule.level for rule in self.rules}

    def _index(self) -> None:
        owners: dict[str, list[tuple[int, int]]] = {}
        for number, check in enumerate(self._checks):
            if check.tokens is None:
                self._always[number] = []
                continue
            for token, pattern in enumerate(check.tokens.patterns):
                if not pattern.literals:
                    self._always.setdefault(number, []).append(token)
                for literal in pattern.literals:
                    owners.setdefault(literal, []).append((number, token))
        for literal, found in owners.items():
            self._automaton.add_word(literal, tuple(found))
        self._empty = not owners
        if owners:
            self._automaton.make_automaton()

    def _rule(self, number: int, check: Check, styles: ImportedStyles) -> Rule:
        definition = check.definition
        code, style = definition.code, definition.code.split(".")[0]
        message = filled(definition.message, ("…",) * 9)
        why = " ".join(definition.description.split())
        blocking = styles.ceilings.get(style, "scoring")
        return Rule(
            code=code,
            name=code.replace(".", "-").lower(),
            level=_level(styles.settings.get(code) or styles.settings.get(style) or definition.level, blocking),
            status="stable",
            locales=styles.locales.get(style, LOCALES),
            channels=(),
            fields=(),
            jurisdictions=(),
            scope="copy",
            anchors={},
            last_reviewed="",
            function=partial(self._run, number),
            title=Words(message, message),
            what=f"A rule of the Vale style {style} ({definition.check}; scope: {', '.join(definition.scope) or 'text'}; level there: {definition.level}).",
            why=Words(why, why) if why else both(f"The style {style} asks for it.", f"Le style {style} le demande."),
            examples=(),
            source=definition.link or f"Vale style {style}",
            path=definition.file,
        )

    def _read(self, texts: Sequence[FieldText], grounds: Grounds) -> tuple[Document, dict[int, list[int]]]:
        """The copy as blocks and, for each rule that may find something, which of its patterns can match. Made once for all rules."""
        held = self._last
        if held is not None and held[0] is texts:
            return held[1], held[2]
        pages = {text.key: pieces.page_of(text) for text in texts}
        blocks = tuple((text.key, block) for text in texts for block in pieces.cut(text, pages[text.key], self._kinds))
        document = Document(blocks, grounds.locale, pages, lambda code: self._alerts(code, document, ordered))
        hot = {number: set(tokens) for number, tokens in self._always.items()}
        if not self._empty:
            lowered = "\0".join(block.text for _, block in document.blocks if block.kind in ("base", "raw", "inline")).lower()
            for _, owners in self._automaton.iter(lowered):
                for number, token in owners:
                    hot.setdefault(number, set()).add(token)
        ordered = {number: sorted(tokens) for number, tokens in hot.items()}
        self._last = texts, document, ordered
        return document, ordered

    def _alerts(self, code: str, document: Document, hot: dict[int, list[int]]) -> float:
        """How many alerts a rule has on the copy; none for one that counts those of others itself."""
        number = self._numbers.get(code)
        if number is None or number not in hot or (isinstance(check := self._checks[number], Metric) and check.counted):
            return 0.0
        found = self._checks[number].run(document, hot[number])
        return float(
            len({(a.key, a.block.span(a.start, a.end)[0]) for a in found if not silenced(a.block.quiet_at(a.start), code, a.block.text[a.start : a.end])})
        )

    def _run(self, number: int, texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
        document, hot = self._read(texts, grounds)
        if number not in hot:
            return iter(())
        return self._hits(self._checks[number], document, hot[number], texts, grounds)

    def _hits(self, check: Check, document: Document, candidates: list[int], texts: Sequence[FieldText], grounds: Grounds) -> Iterator[Hit]:
        definition = check.definition
        if definition.code in self.stopped:
            return
        seen: set[tuple[str, int]] = set()
        switch = grounds.house.guide.voice.rules.get(definition.code) if grounds.house else None
        blocks = (switch.level if switch and switch.level else self._levels[definition.code]) == "blocking"
        try:
            for alert in check.run(document, candidates):
                hit = _hit(alert, texts, document)
                if (
                    hit is None
                    or (hit.key, hit.start) in seen
                    or (not blocks and silenced(alert.block.quiet_at(alert.start), definition.code, alert.block.text[alert.start : alert.end]))
                ):
                    continue
                seen.add((hit.key, hit.start))
                yield hit
                if definition.limit and len(seen) >= definition.limit:
                    return
        except (TookTooLong, BadPattern) as error:
            self.stopped.add(definition.code)
            log.warning("%s: the rule %s is stopped: %s", definition.file, definition.code, error)


def _hit(alert: Alert, texts: Sequence[FieldText], document: Document) -> Hit | None:
    """The alert at its place in the field; None where it stands in markup that the field does not hold."""
    message = Words(alert.message, alert.message)
    text = next(text for text in texts if text.key == alert.key)
    if alert.at_start:
        return Hit(0, len(text.prose.text.split("\n", 1)[0]), message, key=alert.key)
    start, end = alert.block.span(alert.start, alert.end)
    words, whole = alert.block.text[alert.start : alert.end], alert.block.whole(alert.start, alert.end)
    if text.markup:
        place = text.markup.within(*document.pages[alert.key].original(start, end))
        if place is None:
            return None
        start, end = text.prose.composed(*place)
        whole = whole and text.prose.text[start:end] == words
    made = fix(words, alert.offers, whole and "*" not in words)
    return Hit(start, end, message, _suggestion(alert.offers), made, alert.key)


def _suggestion(offers: Sequence[str]) -> Words:
    if not offers:
        return Words("", "")
    if offers == ("",):
        return both("Take it out.", "Supprimez-le.")
    said = " / ".join(offers)
    return both(f"Write: {said}", f"Écrivez : {said}")


def _level(level: str, ceiling: Level) -> Level:
    if level == "error" and ceiling == "blocking":
        return "blocking"
    return "advice" if ceiling == "advice" else _LEVELS.get(level, "scoring")


def sources(styles: ImportedStyles) -> list[StyleFile]:
    """The files, and the rules that Vale makes itself: from the vocabulary, and those built in."""
    sources = list(styles.files)
    sources += [StyleFile(code=code, file=code, text=BUILT_IN[code]) for code in styles.built_in if code in BUILT_IN]
    if styles.accept and "Vale.Terms" in styles.built_in:
        swap = "".join(f"  {_quoted(term.lower())}: {_quoted(term)}\n" for term in dict.fromkeys(styles.accept))
        text = f"extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nlevel: error\nignorecase: true\nvocab: false\nswap:\n{swap}"
        sources.append(StyleFile(code="Vale.Terms", file="accept.txt", text=text))
    if styles.reject and "Vale.Avoid" in styles.built_in:
        tokens = "".join(f"  - {_quoted(term)}\n" for term in styles.reject)
        text = f"extends: existence\nmessage: \"Avoid using '%s'.\"\nlevel: error\ntokens:\n{tokens}"
        sources.append(StyleFile(code="Vale.Avoid", file="reject.txt", text=text))
    return sources


def unsound(styles: ImportedStyles) -> list[tuple[str, Fault]]:
    """Entries of the vocabulary that are no pattern, each with its fault."""
    found = []
    for name, terms in (("accept.txt", styles.accept), ("reject.txt", styles.reject)):
        for term in terms:
            if _PLAIN.fullmatch(term):
                continue
            try:
                Pattern(rf"\b(?:{term})\b").proved()
            except BadPattern as error:
                what = Words(f"'{term}': {error.what.en}", f"« {term} » : {error.what.fr}")
                mend = both("write a word or a pattern", "écrivez un mot ou un motif")
                found.append((term, Fault(file=f"styles/vocabulary/{name}", line=None, what=what, mend=mend)))
    return found


def _quoted(term: str) -> str:
    return "'" + term.replace("'", "''") + "'"
