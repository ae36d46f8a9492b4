"""Runs the rules over copy.

One scan over the literal anchors of all rules decides which of them can fire at all; only those are called. Findings come in the order of
the fields and, within one, of their place; the same input gives the same output.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache, reduce
from operator import or_

import ahocorasick

from copilot.channels import Channel, find_channel
from copilot.guardrails.grounds import Grounds, House
from copilot.guardrails.rule import STYLE_FAMILIES, FieldText, Hit, Rule
from copilot.language.markup import Markup
from copilot.language.prose import Prose
from copilot.records import LEVELS, Copy, Finding, Jurisdiction, Level, Locale


class RuleSet:
    """The rules that speak for one locale, channel, law and brand, with their levels, ready to run.

    `possible` tells by one scan which of them can fire on a text: bit n stands for rule n.
    """

    def __init__(self, rules: Sequence[Rule], grounds: Grounds) -> None:
        chosen = [(rule, level) for rule in rules if applies(rule, grounds) and (level := level_of(rule, grounds))]
        self.rules: tuple[tuple[Rule, Level], ...] = tuple(chosen)
        self._always = 0
        self._automaton = ahocorasick.Automaton()
        masks: dict[str, int] = {}
        for number, (rule, _) in enumerate(self.rules):
            anchors = rule.anchors.get(grounds.locale, ())
            if not anchors:
                self._always |= 1 << number
            for anchor in anchors:
                masks[anchor] = masks.get(anchor, 0) | 1 << number
        for anchor, mask in masks.items():
            self._automaton.add_word(anchor, mask)
        self._empty = not masks
        if masks:
            self._automaton.make_automaton()

    def possible(self, scan: str) -> int:
        """The rules that may fire on `scan`, as bits."""
        mask = self._always
        if not self._empty:
            for _, found in self._automaton.iter(scan):
                mask |= found
        return mask


@lru_cache(maxsize=64)
def _prepared(rules: tuple[Rule, ...], locale: Locale, channel: str, house: House | None, jurisdictions: tuple[Jurisdiction, ...]) -> RuleSet:
    return RuleSet(rules, Grounds(locale, date.min, house, channel=find_channel(channel) if channel else None))


def cut(copy: Copy, channel: Channel | None, markup: Mapping[str, Markup] | None = None) -> tuple[FieldText, ...]:
    """The fields of `copy`, each cut once. `markup`: the files that fields were read from, by field."""
    given = markup or {}
    return tuple(FieldText(key, Prose(text, copy.locale), channel.field(key) if channel else None, given.get(key)) for key, text in copy.fields.items())


def level_of(rule: Rule, grounds: Grounds) -> Level | None:
    """The level at which `rule` speaks for this brand, None if it is off here. A preview rule only advises until a brand asks for more."""
    switch = grounds.house.guide.voice.rules.get(rule.code) if grounds.house else None
    if switch and switch.level:
        return None if switch.level == "off" else switch.level
    return "advice" if rule.status == "preview" else rule.level


def applies(rule: Rule, grounds: Grounds) -> bool:
    """Whether `rule` has anything to say on this locale, channel and law."""
    return (
        grounds.locale in rule.locales
        and (not rule.channels or (grounds.channel is not None and grounds.channel.name in rule.channels))
        and (not rule.jurisdictions or bool(set(rule.jurisdictions) & set(grounds.jurisdictions)))
    )


def find(texts: Sequence[FieldText], rules: tuple[Rule, ...], grounds: Grounds, language: str) -> tuple[Finding, ...]:
    """Every finding of `rules` on `texts`, with messages in `language` ("fr" or "en")."""
    ready = _prepared(rules, grounds.locale, grounds.channel.name if grounds.channel else "", grounds.house, grounds.jurisdictions)
    findings: list[tuple[int, Finding]] = []
    possible = [ready.possible(text.prose.scan) for text in texts]
    anywhere = reduce(or_, possible, 0)
    places = {text.key: index for index, text in enumerate(texts)}
    shields = [_shields(text, grounds) for text in texts]
    while anywhere:
        bit = anywhere & -anywhere
        anywhere ^= bit
        rule, level = ready.rules[bit.bit_length() - 1]
        if rule.scope == "copy":
            for hit in rule.function(texts, grounds):
                index = places[hit.key]
                _keep(findings, rule, level, texts[index], index, hit, shields[index], language)
            continue
        for index, text in enumerate(texts):
            if possible[index] & bit and (not rule.fields or (text.spec is not None and text.spec.name in rule.fields)):
                for hit in rule.function(text, grounds):
                    _keep(findings, rule, level, text, index, hit, shields[index], language)
    findings.sort(key=lambda item: (item[0], item[1].start, item[1].end, item[1].code))
    return tuple(finding for _, finding in findings)


def _shields(text: FieldText, grounds: Grounds) -> list[tuple[int, int]]:
    """Spans of protected quirks."""
    if not grounds.house:
        return []
    return [match.span() for pattern in grounds.house.quirks for match in pattern.finditer(text.prose.text)]


def _keep(
    findings: list[tuple[int, Finding]],
    rule: Rule,
    level: Level,
    text: FieldText,
    index: int,
    hit: Hit,
    shields: Iterable[tuple[int, int]],
    language: str,
) -> None:
    if rule.family in STYLE_FAMILIES and any(begin < hit.end and hit.start < stop for begin, stop in shields):
        return
    start, end = text.prose.original(hit.start, hit.end)
    findings.append(
        (
            index,
            Finding(
                code=rule.code,
                name=rule.name,
                level=level,
                field=text.key,
                start=start,
                end=end,
                text=text.prose.text[hit.start : hit.end],
                message=hit.message.say(language),
                suggestion=hit.suggestion.say(language),
                source=rule.source,
                why=rule.why.say(language),
                title=rule.title.say(language),
                fix=hit.fix,
            ),
        )
    )


def worst(findings: Iterable[Finding]) -> Level | None:
    """The gravest level among `findings`."""
    return min((finding.level for finding in findings), key=LEVELS.index, default=None)
