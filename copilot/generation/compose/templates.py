"""Past copy as templates: what belonged to the old product becomes a slot, and only what could be said of any product is kept.

A sentence may serve again if, once product and facts are slots, nothing particular is left: no figure, no foreign name, no event in the past,
no pronoun that points outside, and only words that the brand uses for several of its products. That is strict on purpose: a drafter
without a model must never state what nobody told it.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from copilot.channels import field_name
from copilot.generation.compose.particular import CONNECTORS, NUMBER_WORDS, OUTSIDE, POINTERS, TIMES, tells_of_something
from copilot.generation.compose.past import tells_the_past
from copilot.generation.compose.product import Product
from copilot.language.figures import figures
from copilot.language.forms import lemma
from copilot.language.function_words import FUNCTION_WORDS
from copilot.language.prose import Locale, Prose
from copilot.records import BrandGuide, Campaign

Role = Literal["opening", "middle", "closing", "line"]
_LINES = ("headline", "subject", "title", "h1", "description", "preheader", "call_to_action")
"""Fields of one line, where nothing stands before a sentence that it could point to."""
_PERSONS = ("made_by", "prénom", "prenom", "person")
COMMON_SHARE = 0.15
"""A word belongs to the brand rather than to a product from this share of its kinds of product on."""
LOOSE_SHARE = 0.11
"""The same for asides, which stand apart from the product: openings and closings."""
_PROSE = ("body", "opening", "primary_text")
MARK = "\ue001"
"""Stands for a slot while what is left of a sentence is judged."""


@dataclass(frozen=True)
class Slot:
    """A place for the product (`what`: rest, head or name, with a `determiner` kind or none) or for a fact (`what`: its key)."""

    kind: Literal["product", "fact"]
    what: str
    determiner: str = ""
    capital: bool = False


@dataclass(frozen=True)
class Template:
    """A line or a run of sentences that may serve again."""

    parts: tuple[str | Slot, ...]
    channel: str
    field: str
    role: Role
    campaign: str
    shapes: tuple[tuple[str, tuple[str, str]], ...]
    """Key of each fact it needs -> the shape of the value that stood there."""
    gender: str
    number: str
    gendered: bool
    """Whether words in it agree with the old product, so that a product of another gender cannot take its place."""

    @property
    def facts(self) -> frozenset[str]:
        """Keys of the facts it needs."""
        return frozenset(part.what for part in self.parts if isinstance(part, Slot) and part.kind == "fact")

    @property
    def names_product(self) -> bool:
        """Whether the product stands in it."""
        return any(isinstance(part, Slot) and part.kind == "product" for part in self.parts)

    @property
    def needs_name(self) -> bool:
        """Whether it needs the product's proper name alone."""
        return any(isinstance(part, Slot) and part.what == "name" for part in self.parts)

    @property
    def needs_head(self) -> bool:
        """Whether it needs the product's common noun."""
        return any(isinstance(part, Slot) and part.kind == "product" and part.what == "head" for part in self.parts)


_ALIASES = (
    {"price", "prix", "tarif", "cost"},
    {"weight", "poids"},
    {"material", "matière", "matiere", "fabric", "matériau"},
    {"lead_time", "délai", "delai", "delivery", "livraison"},
    {"size", "taille", "dimensions"},
    {"sizes", "tailles", "pointures"},
    {"colour", "colours", "color", "colors", "couleur", "couleurs"},
    {"origin", "origine", "provenance"},
    {"lasts", "durée", "duree", "duration"},
    {"guarantee", "warranty", "garantie"},
)


def fact_key(name: str) -> str:
    """One spelling for a fact's name, so that `price`, `Prix` and `tarif` are the same fact."""
    plain = name.strip().lower().replace(" ", "_")
    for group in _ALIASES:
        if plain in group:
            return min(group)
    return plain


def vocabulary(campaigns: Iterable[Campaign], locale: Locale) -> dict[str, int]:
    """Lemma -> number of different kinds of product in whose campaigns it stands. `sleeps` stands with tents only; `weighs` with anything."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for campaign in campaigns:
        for word in set(Prose(campaign.text, locale).words):
            kinds[lemma(word, locale)].add(_kind(campaign, locale))
    return {word: len(found) for word, found in kinds.items()}


def _kind(campaign: Campaign, locale: Locale) -> str:
    head = Product.parse(campaign.product, locale).head if campaign.product else ""
    return lemma(head.lower(), locale) if head else campaign.product or campaign.id


_UNSPECIFIC = {
    "en": frozenset(["it", "you", "we", "they", "he", "she", "i", "one"]),
    "fr": frozenset(["il", "elle", "on", "tu", "vous", "nous", "ça", "c'", "ils", "elles"]),
}


@lru_cache(maxsize=4096)  # the facts of past copy are looked at once for every line of it
def shape(value: str, locale: Locale) -> tuple[str, str]:
    """How a fact's value behaves in a sentence: what it begins with (figure, little word, the subject of a clause, other) and the unit of its first figure.

    Two values of one shape can stand in each other's place; `42 litres` cannot stand for `two people`.
    """
    prose = Prose(value, locale)
    words = prose.words
    found = figures(prose, words=True)
    unit = ""
    if found:
        after = [word for (start, _), word in zip(prose.word_spans, words, strict=True) if start >= found[0].end]
        unit = found[0].unit or (lemma(after[0], locale) if after else "")
    if found and found[0].start == 0:
        return "figure", unit
    first = words[0] if words else ""
    if first in _UNSPECIFIC[locale]:
        return f"clause {first}", unit
    return (first if first in FUNCTION_WORDS[locale] else "words"), unit


class TemplateMaker:
    """Makes the templates of one brand in one language. Of all names only the brand's own stays: a town that a claim may name is not the brief's."""

    def __init__(self, guide: BrandGuide, campaigns: Sequence[Campaign], locale: Locale) -> None:
        self._locale = locale
        self._campaigns = campaigns
        self._spread = vocabulary(campaigns, locale)
        kinds = {_kind(campaign, locale) for campaign in campaigns}
        self._common, self._loose = (max(2, math.ceil(share * len(kinds))) for share in (COMMON_SHARE, LOOSE_SHARE))
        self._kinds = kinds
        self._sayable = {word.lower() for word in re.findall(r"[^\W\d_]+", guide.voice.name) if word[:1].isupper()} - kinds
        values = [value for campaign in campaigns for value in campaign.facts.values()]
        self._matter = {lemma(word, locale) for value in values for word in Prose(value, locale).words if word not in FUNCTION_WORDS[locale]}
        products = [Product.parse(campaign.product, locale).name for campaign in campaigns if campaign.product]
        names = {word for name in (*guide.voice.names, *products, *values) for word in re.findall(r"[^\W\d_]+", name) if word[:1].isupper()}
        self._names = {name.lower() for name in names} - self._sayable

    def make(self) -> list[Template]:
        """All templates, in the order of the campaigns."""
        found: list[Template] = []
        for campaign in self._campaigns:
            for key, text in campaign.fields.items():
                name = field_name(key)
                if name in ("body", "opening", "primary_text"):
                    found += self._runs(campaign, name, text)
                else:
                    template = self._template(campaign, name, text.strip(), "line")
                    found += [template] if template else []
        return found

    def _runs(self, campaign: Campaign, field: str, text: str) -> list[Template]:
        """Runs of up to three sentences of a paragraph that all may serve again; a longer run is also given in its first sentences."""
        found: list[Template] = []
        paragraphs = [p for p in re.split(r"\n\s*\n", text) if p.strip()]
        for index, paragraph in enumerate(paragraphs):
            role: Role = "opening" if index == 0 else "closing" if index == len(paragraphs) - 1 else "middle"
            prose = Prose(paragraph, self._locale)
            run: list[str] = []
            for start, end in prose.sentences:
                sentence = prose.text[start:end]
                if self._template(campaign, field, sentence, role):
                    run.append(sentence)
                    if len(run) < 3:
                        continue
                elif not run:
                    continue
                found += self._joined(campaign, field, run, role)
                run = []
            found += self._joined(campaign, field, run, role)
        return found

    def _joined(self, campaign: Campaign, field: str, run: list[str], role: Role) -> list[Template]:
        wanted = [" ".join(run[:length]) for length in range(1, len(run) + 1)] if run else []
        made = [self._template(campaign, field, text, role) for text in wanted]
        return [template for template in made if template]

    def _template(self, campaign: Campaign, field: str, text: str, role: Role) -> Template | None:
        product = Product.parse(campaign.product, self._locale) if campaign.product else None
        parts = split_slots(text, product, campaign.facts)
        slots = [part for part in parts if isinstance(part, Slot)]
        if _determined(parts, campaign.facts, self._locale):
            return None
        keys = [slot.what for slot in slots if slot.kind == "fact"]
        if len(keys) != len(set(keys)):
            return None
        left = "".join(part if isinstance(part, str) else MARK for part in parts)
        agreeing = (
            frozenset({("il", "elle")[product.gender == "f"] + ("s" if product.number == "plural" else "")})
            if product and self._locale == "fr"
            else frozenset()
        )
        if not self._serves_again(left, slots, field, agreeing):
            return None
        words = Prose(left, self._locale).words
        return Template(
            parts=tuple(parts),
            channel=campaign.channel,
            field=field,
            role=role,
            campaign=campaign.id,
            shapes=tuple((fact_key(key), shape(value, self._locale)) for key, value in campaign.facts.items()),
            gender=product.gender if product else "",
            number=product.number if product else "",
            gendered=self._locale == "fr" and any(_has_gender(word) for word in words),
        )

    def _serves_again(self, left: str, slots: list[Slot], line: str, agreeing: frozenset[str]) -> bool:
        prose = Prose(left, self._locale)
        words = prose.words
        if not words or (not slots and len(words) < 3):
            return False
        if any(char.isdigit() for char in left) or re.search(r"[«»\"“”]", left):
            return False
        if any(word in TIMES or word in NUMBER_WORDS for word in words) or tells_the_past(words, self._locale):
            return False
        if words[0] in CONNECTORS[self._locale] and not left.startswith(MARK):
            return False
        if (not slots or line in _LINES) and POINTERS[self._locale] & set(words):
            return False
        if not slots and tells_of_something(words[0], self._locale):
            return False
        outside = OUTSIDE[self._locale] & set(words)
        if outside and not (slots and outside <= agreeing):
            return False
        for (start, end), word in zip(prose.word_spans, words, strict=True):
            written = prose.text[start:end]
            if word in self._names or (written[:1].isupper() and not _begins(prose.text, start) and word not in self._sayable):
                return False
        content = [word for word in words if word not in FUNCTION_WORDS[self._locale] and len(word) > 2 and word not in self._sayable]
        if line in ("title", "h1") and len(content) > 1:
            return False
        states_a_fact = any(slot.kind == "fact" for slot in slots)
        names_person = any(slot.what in _PERSONS for slot in slots)
        if states_a_fact and len(content) > (1 if names_person else 4):
            return False
        needed = min(3, self._common) if states_a_fact and line not in _LINES else self._loose if line in _PROSE and not slots else self._common
        bases = [lemma(word, self._locale) for word in content]
        return all(self._spread.get(base, 0) >= needed and base not in self._kinds and base not in self._matter for base in bases)


_BEFORE_A_NOUN = {
    "fr": re.compile(
        r"(?:^|[\s'’])(?:un|une|le|la|les|du|des|ce|cet|cette|ces|son|sa|ses|leur|leurs|l['’]|ton|ta|tes|notre|nos|votre|vos|quel|quelle|chaque)\s*$",
        re.IGNORECASE,
    ),
    "en": re.compile(r"(?:^|\s)(?:a|an|the|this|that|these|those|its|our|your|their|every|each|no)\s*$", re.IGNORECASE),
}


def _determined(parts: list[str | Slot], facts: dict[str, str], locale: Locale) -> bool:
    """Whether a fact that is no figure stands after an article: then only a noun of the same gender could take its place."""
    shapes = {fact_key(key): shape(value, locale)[0] for key, value in facts.items()}
    return any(
        isinstance(part, Slot)
        and part.kind == "fact"
        and shapes.get(part.what) != "figure"
        and isinstance(before, str)
        and bool(_BEFORE_A_NOUN[locale].search(before))
        for before, part in pairwise(parts)
    )


def _begins(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \u00a0\u202f(«\"'-–—" + MARK)
    return not before or before[-1] in ".!?…:\n|" or text[:start].endswith(MARK)


def _has_gender(word: str) -> bool:
    """Whether a French word has another form for the other gender (content/contente), as far as the dictionary tells."""
    if len(word) < 4 or word in FUNCTION_WORDS["fr"]:
        return False
    base = lemma(word, "fr")
    for other in (word + "e", word[:-1] if word.endswith("e") else "", word[:-2] + "s" if word.endswith("es") else ""):
        if len(other) > 2 and other != word and lemma(other, "fr") == base and base not in (word + "r", word + "er"):
            return True
    return word.endswith(("é", "ée", "és", "ées"))


def split_slots(text: str, product: Product | None, facts: dict[str, str]) -> list[str | Slot]:
    """`text` with the product's mentions and the facts' values as slots, longest first."""
    spans: list[tuple[int, int, Slot]] = []
    for key, value in sorted(facts.items(), key=lambda item: -len(item[1])):
        if not value:
            continue
        pattern = re.compile(r"(?<!\w)" + f"(?:{re.escape(value[0].lower())}|{re.escape(value[0].upper())})" + re.escape(value[1:]) + r"(?!\w)")
        for match in pattern.finditer(text):
            capital = match.group()[0].isupper() and not value[0].isupper()
            spans.append((match.start(), match.end(), Slot("fact", fact_key(key), capital=capital)))
    if product:
        for start, end, what, determiner in product.mentions(text):
            spans.append((start, end, Slot("product", what, determiner, text[start : start + 1].isupper())))
    parts: list[str | Slot] = []
    last = 0
    for start, end, slot in sorted(spans, key=lambda item: (item[0], -(item[1] - item[0]))):
        if start < last:
            continue
        parts += [text[last:start], slot]
        last = end
    parts.append(text[last:])
    return [part for part in parts if part != ""]
