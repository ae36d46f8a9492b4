"""What a text is judged against: the brand, the brief, the claims in force today, the channel.

Brand matter that costs time to prepare (the lexicon in all its forms) is compiled once per guide version and shared by all checks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

import ahocorasick

from copilot.channels import Channel
from copilot.language.figures import Figure, figures
from copilot.language.forms import inflections
from copilot.language.prose import Prose
from copilot.records import BrandGuide, Brief, Claim, Jurisdiction, Locale, Term

Kind = Literal["banned", "avoid", "prefer"]


class TermHit(NamedTuple):
    """A lexicon term found at start..end of a prose. For `prefer` the found word is one of the term's `instead_of`."""

    kind: Kind
    term: Term
    start: int
    end: int


class LexiconScan:
    """The lexicon of a brand in one language, in all its forms, as one automaton."""

    def __init__(self, guide: BrandGuide, locale: Locale) -> None:
        lexicon = guide.lexicon
        wanted: list[tuple[str, Kind, Term]] = []
        for kind, terms in (("banned", lexicon.banned), ("avoid", lexicon.avoid)):
            wanted += [(term.term, kind, term) for term in terms if term.locale == locale]  # type: ignore[misc]  # mypy widens the literal
        wanted += [(other, "prefer", term) for term in lexicon.prefer if term.locale == locale for other in term.instead_of]
        forms = inflections({text for text, _, _ in wanted}, locale)
        self._automaton = ahocorasick.Automaton()
        for text, kind, term in reversed(wanted):
            for spelling in forms[text]:
                self._automaton.add_word(spelling, (len(spelling), kind, term))
        self._empty = not wanted
        if wanted:
            self._automaton.make_automaton()

    def hits(self, prose: Prose) -> Iterator[TermHit]:
        """Terms in `prose` as whole words, the longest where several overlap, left to right."""
        if self._empty:
            return
        found = [
            TermHit(kind, term, end - length + 1, end + 1)
            for end, (length, kind, term) in self._automaton.iter(prose.scan)
            if prose.at_boundary(end - length + 1, end + 1)
        ]
        last = -1
        for hit in sorted(found, key=lambda h: (h.start, -h.end)):
            if hit.start >= last:
                last = hit.end
                yield hit


def squeeze(text: str) -> str:
    """Letters and digits only, in lower case, single spaces: for asking whether one text states another."""
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower()))


class Stated:
    """What may be stated: the brief's facts and the claims in force."""

    def __init__(self, texts: tuple[str, ...], locale: Locale) -> None:
        self.figures: tuple[Figure, ...] = tuple(figure for text in texts for figure in figures(Prose(text, locale), words=True))
        self._text = " " + squeeze(" | ".join(texts)) + " "

    def holds_figure(self, figure: Figure) -> bool:
        """Whether this figure, with its unit, is stated."""
        return any(figure.agrees(known) for known in self.figures)

    def holds(self, text: str) -> bool:
        """Whether these words are stated as they stand."""
        squeezed = squeeze(text)
        return bool(squeezed) and f" {squeezed} " in self._text


@lru_cache(maxsize=64)
def stated_by(texts: tuple[str, ...], locale: Locale) -> Stated:
    """What these texts state, read once for all drafts of a brief."""
    return Stated(texts, locale)


@dataclass(frozen=True, eq=False)
class House:
    """A brand prepared for checking, once per guide version."""

    guide: BrandGuide
    _scans: dict[Locale, LexiconScan] = field(default_factory=dict)

    def lexicon(self, locale: Locale) -> LexiconScan:
        """The lexicon in `locale`, compiled when first asked for."""
        if locale not in self._scans:
            self._scans[locale] = LexiconScan(self.guide, locale)
        return self._scans[locale]

    @cached_property
    def quirks(self) -> tuple[re.Pattern[str], ...]:
        """Patterns of the protected quirks."""
        return tuple(re.compile(quirk.pattern) for quirk in self.guide.voice.quirks if quirk.pattern)

    @cached_property
    def names(self) -> frozenset[str]:
        """Own names in lower case: brand, products, people, places."""
        products = {campaign.product for campaign in self.guide.campaigns}
        words = {word for name in (*self.guide.voice.names, self.guide.voice.name, *products) for word in re.findall(r"[^\W\d_]+", name)}
        return frozenset(word.lower() for word in words)

    @cached_property
    def contacts(self) -> frozenset[str]:
        """Own addresses and numbers, squeezed."""
        return frozenset(squeeze(contact) for contact in self.guide.voice.contacts)


@dataclass(frozen=True, eq=False)
class Grounds:
    """What one check judges on. `house` is None where no brand was named: then only the general rules speak."""

    locale: Locale
    today: date
    house: House | None = None
    brief: Brief | None = None
    channel: Channel | None = None
    whole: bool = False
    """Whether the copy is known to be all of a piece (`Copy.whole`)."""

    @property
    def jurisdictions(self) -> tuple[Jurisdiction, ...]:
        """Whose law applies; every one where no brand says."""
        return self.house.guide.voice.jurisdictions if self.house else ("fr", "eu", "uk", "us")

    def threshold(self, code: str, own: float) -> float:
        """Where the measuring rule `code` begins to speak: as the brand says, else its `own`."""
        switch = self.house.guide.voice.rules.get(code) if self.house else None
        return own if switch is None or switch.threshold is None else switch.threshold

    @cached_property
    def claims_in_force(self) -> tuple[Claim, ...]:
        """Claims that may be made today, here."""
        if not self.house:
            return ()
        return tuple(claim for claim in self.house.guide.claims.claims if claim.in_force(self.today, self.jurisdictions))

    @cached_property
    def claims_out_of_force(self) -> tuple[Claim, ...]:
        """Claims that are expired or do not hold here."""
        if not self.house:
            return ()
        return tuple(claim for claim in self.house.guide.claims.claims if claim not in self.claims_in_force)

    @cached_property
    def stated(self) -> Stated:
        """What the brief and the claims in force state."""
        texts = [text for claim in self.claims_in_force for text in claim.texts(self.locale)]
        if self.brief:
            texts += [self.brief.text, *self.brief.facts.values()]
        return stated_by(tuple(texts), self.locale)
