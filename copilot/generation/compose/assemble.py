"""What a candidate is put together from: templates that fit the brief, its facts said plainly, the claims in force."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from copilot.channels import Field
from copilot.generation.compose.facts import (
    BARE_NAMES,
    DONE_NOT_MADE,
    LABELS,
    OF_THINGS,
    SAID_APART,
    SAID_OF_IT,
    TELLS_ITSELF,
    TELLS_OF_SERVICE,
    UNITS,
    kinds_of,
    says,
)
from copilot.generation.compose.product import Product
from copilot.generation.compose.templates import Slot, Template, fact_key, shape
from copilot.language.french import contract
from copilot.language.prose import Prose
from copilot.records import Brief

_SENTENCE_END = re.compile(r"[.!?…:]$")
_COPULA = re.compile(r"\b(?:est|sont|reste|restent)\s+$")
"""French verbs after which an adjective agrees with the subject."""


PROSE = ("body", "opening", "primary_text")
"""Fields whose templates are sentences."""

Lines = list[tuple[str, Template | None]]
"""Texts, each with the template that it fills, if it fills one."""


def capital(text: str) -> str:
    """`text` with its first letter in upper case."""
    return text[:1].upper() + text[1:]


_GENDERED = ("a", "this")
"""Determiners that show the gender of a noun even before a vowel."""
_LOOKS = ("fabric", "color")
"""What a first sentence tells where there is enough for two."""
_IN_ONE = 3
"""Most that is said of the product in one sentence."""
_MOST_TAKEN = 5
"""Past sentences with facts that one draft takes."""
_DIRECT = 0.5
"""How often a draft begins with what the thing is, without being introduced first."""
_SHORT = 120
"""Characters up to which a paragraph has no room for a long first sentence."""


@dataclass
class Stock:
    """What a brief can be written with: the templates that fit it, ready filled, and the sentences that only it can supply."""

    brief: Brief
    brand_name: str
    templates: Sequence[Template]
    claims: Sequence[str]
    address: str | None
    random: random.Random
    product: Product = field(init=False)
    facts: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.product = Product.parse(self.brief.product, self.brief.locale)
        self.facts = {fact_key(name): value for name, value in self.brief.facts.items()}
        self.names = {fact_key(name): name for name in self.brief.facts}

    def fits(self, template: Template) -> bool:
        """Whether the brief can fill the template without a slip of grammar or sense."""
        if self.done and template.facts & OF_THINGS:
            return False
        if not template.facts <= set(self.facts) or (template.needs_name and not self.product.name) or (template.needs_head and not self.product.head):
            return False
        shapes = dict(template.shapes)
        if any(shapes[key] != shape(self.facts[key], self.brief.locale) for key in template.facts):
            return False
        if template.names_product or template.facts:
            if template.number and template.number != self.product.number:
                return False
            gendered = template.gendered or _points(template)
            if template.gender and (template.gender != self.product.gender or not self.product.sure) and gendered:
                return False
            if not self.product.sure and any(part.determiner in _GENDERED for part in template.parts if isinstance(part, Slot)):
                return False
        return not any(_COPULA.search(before) and self._agrees(slot) for before, slot in pairwise(template.parts) if isinstance(before, str))

    def _agrees(self, slot: str | Slot) -> bool:
        """Whether a fact's value would have to agree with the product: any words but those that begin with a preposition."""
        if not isinstance(slot, Slot) or slot.kind != "fact" or shape(self.facts[slot.what], "fr")[0] == "figure":
            return False
        return not re.match(r"(?:en|à|au|aux|de|du|des|sans|avec|pour|par|sous|sur)\b|d['’]", self.facts[slot.what].lower())

    def fill(self, template: Template) -> str:
        """The template with the brief's product and facts in its slots."""
        pieces: list[str] = []
        for part in template.parts:
            if isinstance(part, str):
                pieces.append(part)
                continue
            value = self.facts[part.what] if part.kind == "fact" else self.product.phrase(part.what, part.determiner)
            before = "".join(pieces)
            if part.capital or not before.strip() or re.search(r"[.!?…]\s$", before):
                value = capital(value)
            if self.brief.locale == "fr" and before.endswith(("d'", "d’", "qu'", "qu’")):
                pieces[-1] = re.sub(r"(d|qu)['’]$", r"\1e ", pieces[-1])
            pieces.append(value)
        text = "".join(pieces)
        return contract(text) if self.brief.locale == "fr" and any(isinstance(part, Slot) for part in template.parts) else text

    def lines(self, *fields: str, role: Iterable[str] = (), where: Callable[[Template], bool] = lambda _: True) -> list[tuple[str, Template]]:
        """Filled templates of these fields, shuffled."""
        roles = set(role)
        chosen = [t for t in self.templates if t.field in fields and (not roles or t.role in roles) and where(t)]
        self.random.shuffle(chosen)
        return [(self.fill(template), template) for template in chosen]

    def labelled(self) -> dict[str, str]:
        """Each fact as a plain line, by its key: name and value, or the value alone where its name says nothing (fact 1) or stands in it."""
        lines = {}
        for key, value in self.facts.items():
            name = self.names[key].replace("_", " ")
            if key in LABELS and (key != "places" or "figure" not in kinds_of(value, self.brief.locale)):
                name = LABELS[key][self.brief.locale == "fr"]
            said = re.match(r"(?:fact|fait) \d", name) or value.lower().startswith(name.lower()[:5]) or says(value, name)
            lines[key] = capital(value) if said else f"{capital(name)}{self.colon}{value}"
        return lines

    def plain_facts(self) -> list[str]:
        """The brief's facts as plain lines, without first names of which nothing is told; all of them where there is nothing else."""
        lines = self.labelled()
        return [line for key, line in lines.items() if key not in BARE_NAMES] or list(lines.values())

    def said_of_it(self, keys: Iterable[str]) -> dict[str, str]:
        """What the product does by these facts: it costs, it weighs. A service has a price, and no weight."""
        forms = SAID_OF_IT[self.brief.locale]
        plural = self.product.number == "plural"
        kinds = {key: kinds_of(self.facts[key], self.brief.locale) for key in keys if key in forms and not (self.done and key in OF_THINGS)}
        return {key: said[plural].format(value=self.facts[key]) for key, (said, wanted) in forms.items() if kinds.get(key, set()) & set(wanted)}

    def plain_sentences(self, keys: Iterable[str], address: str | None, subject: str = "") -> list[str]:
        """These facts as the plainest sentences: what can be said of the product in one or two that begin with `subject` (default: the right
        pronoun); then a fact of another kind in its own, and a list where they are many."""
        keys = list(keys)
        of_it = self.said_of_it(keys)
        return [*self._of_it(of_it, subject), *self.said_apart([key for key in keys if key not in of_it], address)]

    def _of_it(self, said: dict[str, str], subject: str) -> list[str]:
        groups = [[key for key in said if key in _LOOKS], [key for key in said if key not in _LOOKS]]
        if len(said) <= _IN_ONE or not all(groups) or not self.product.sure:
            groups = [list(said)]
        elif "cost" in said and len(groups[0]) < _IN_ONE and self.random.random() < 0.5:
            groups = [[*groups[0], "cost"], [key for key in groups[1] if key != "cost"]]
        told = [listing([said[key] for key in group], self.brief.locale) for group in groups if group]
        return [stop(f"{self.pronoun if number or not subject else subject} {text}") for number, text in enumerate(told)]

    def said_apart(self, keys: Sequence[str], address: str | None) -> list[str]:
        """Facts that are not said of the product, each in a sentence of its own or by its name; three or more by name make a list. A first name that
        nothing is told of is left out."""
        lines = self.labelled()
        sentences, listed = [], []
        for key in keys:
            pattern, wanted = SAID_APART[self.brief.locale].get(key, ("", ()))
            if kinds_of(self.facts[key], self.brief.locale) & set(wanted):
                made = "Done" if self.done else "Made"
                sentences.append(stop(pattern.format(value=self.facts[key], z="z" if address == "vous" else "", made=made)))
            elif key not in BARE_NAMES:
                listed.append(lines[key])
        if len(listed) > 2:
            return [*sentences, "\n\n" + "\n".join(f"- {line}" for line in listed) + "\n\n"]
        return sentences + [stop(line) for line in listed]

    @property
    def done(self) -> bool:
        """Whether the product is something that somebody does for you."""
        return (self.product.head or self.product.rest.split(" ")[0]).lower() in DONE_NOT_MADE

    @property
    def values(self) -> list[str]:
        """The facts that say something by their value alone; all facts with their names where none does."""
        return [value for key, value in self.facts.items() if self._tells_itself(key)] or [line[:1].lower() + line[1:] for line in self.plain_facts()]

    def either(self) -> list[tuple[str, str]]:
        """Each fact as briefly as it can be told, and with its name; the same twice where only its name tells what it is."""
        return [(self.facts[key] if self._tells_itself(key) else line, line) for key, line in self.labelled().items() if key not in BARE_NAMES]

    def _tells_itself(self, key: str) -> bool:
        """Whether a value can be read of the product without the name of the fact: by its kind, unless another fact measures the same, or because it
        says the name itself (120 studs)."""
        value, locale = self.facts[key], self.brief.locale
        kinds = kinds_of(value, locale)
        if says(value, self.names[key].replace("_", " ")) and "clause" not in kinds:
            return True
        if self.done and key in TELLS_OF_SERVICE:
            return "figure" not in kinds and "clause" not in kinds
        if self.done and key in OF_THINGS - {"fabric", "capacity", "volume"}:
            return False
        if not kinds & TELLS_ITSELF.get(key, frozenset()):
            return False
        measures = {name: TELLS_ITSELF.get(name, UNITS.keys()) & UNITS.keys() for name in self.facts}  # a cloth of 18 oz is no weight
        return not any(kinds & measures[key] & kinds_of(other, locale) & measures[name] for name, other in self.facts.items() if name != key)

    @property
    def colon(self) -> str:
        """A colon as the language spaces it."""
        return "\u00a0: " if self.brief.locale == "fr" else ": "

    @property
    def subject(self) -> str:
        """The product with its article, as a sentence begins."""
        return capital(self.product.with_article)

    @property
    def pronoun(self) -> str:
        """What stands for the product at the head of a sentence: the product again where its gender is a guess."""
        plural = self.product.number == "plural"
        if self.brief.locale == "en":
            return "They" if plural else "It"
        if not self.product.sure:
            return self.subject
        return ("Elle" if self.product.gender == "f" else "Il") + "s" * plural

    @property
    def bare(self) -> str:
        """The product without its article, as a headline begins."""
        return capital(self.product.rest)

    def drawn(self, items: Iterable[str]) -> list[str]:
        """`items` in an order of chance."""
        items = list(items)
        self.random.shuffle(items)
        return items

    @property
    def naming(self) -> str:
        """The plainest sentence that names the product."""
        if self.brief.locale == "fr":
            return f"Voici {self.product.with_article}."
        return f"{'These are' if self.product.number == 'plural' else 'This is'} {self.product.with_article}."


def listing(items: Sequence[str], locale: str) -> str:
    """`a, b and c`."""
    last = " et " if locale == "fr" else " and "
    return last.join(part for part in (", ".join(items[:-1]), items[-1]) if part)


def _points(template: Template) -> bool:
    text = " ".join(part for part in template.parts if isinstance(part, str)).lower()
    return bool(re.search(r"\b(?:il|elle|ils|elles|le|la|un|une)\b", text))


def stop(text: str) -> str:
    """`text` with a full stop where it ends without a mark."""
    text = text.strip()
    return text if _SENTENCE_END.search(text) else text + "."


def fact_sentences(stock: Stock, fields: tuple[str, ...], named: bool = False, brief: bool = False) -> tuple[list[str], list[str]]:
    """Sentences that name the product and state every fact of the brief once, from templates where they fit, plainly otherwise; and the campaigns
    they lean on. What is of the product comes first, so that "it" cannot be read of anything else.

    named: the product is named already. brief: the first sentence is a short one.
    """
    open_keys = set(stock.facts)
    chosen: list[tuple[str, Template]] = []
    for text, template in stock.lines(*fields, role=("middle", "opening", "closing"), where=lambda t: bool(t.facts)):
        if template.facts <= open_keys and len(chosen) < _MOST_TAKEN:
            chosen.append((stop(text), template))
            open_keys -= template.facts
    left = [key for key in stock.facts if key in open_keys]
    naming = [text for text, _ in chosen if stock.product.rest in text]
    of_it = [text for text, template in chosen if text not in naming and template.facts <= SAID_OF_IT["en"].keys()]
    others = [text for text, _ in chosen if text not in naming and text not in of_it]
    said, direct = stock.said_of_it(left), not (named or brief or naming) and (stock.random.random() < _DIRECT or not stock.product.sure)
    plainly = stock.plain_sentences(said, stock.address, stock.subject if direct else "")
    rest = stock.said_apart([key for key in left if key not in said], stock.address)
    introduced = naming or ([] if named else [stock.naming])
    told = [*plainly, *of_it] if direct and plainly else [*introduced, *of_it, *plainly]
    return [*told, *others, *rest], [template.campaign for _, template in chosen]


def flat(sentences: Iterable[str]) -> list[str]:
    """Sentences of one paragraph: each item of a list among them becomes one too."""
    return [stop(line.lstrip("- ")) for text in sentences for line in text.strip().split("\n")]


def two_of_it(stock: Stock, subject: str) -> list[str]:
    """Two facts, drawn, that can be said of the product, in one sentence; nothing where there are not two."""
    of_it = stock.said_of_it(stock.facts)
    two = stock.drawn(of_it)[:2]
    return [stop(f"{subject} {listing([said for key, said in of_it.items() if key in two], stock.brief.locale)}")] if len(two) > 1 else []


def introduced(stock: Stock) -> list[str]:
    """Ways to name the product and tell two of its facts: by their values alone, or in a sentence."""
    values = stock.drawn(stock.values)
    sentences = two_of_it(stock, stock.pronoun) if stock.product.sure else []
    return [f"{stock.naming} {text}" for text in [stop(capital(", ".join(values[:2]))), *sentences]] + two_of_it(stock, stock.subject)


def telling(stock: Stock, limit: int, fields: tuple[str, ...] = PROSE) -> tuple[str, list[str]]:
    """One paragraph of at most `limit` characters: the product named, then as many facts and a claim as fit; and the campaigns it leans on."""
    claim = [stop(stock.random.choice(stock.claims))] if stock.claims else []
    sentences, leaned = fact_sentences(stock, fields, brief=limit <= _SHORT)
    said = ""
    for sentence in flat([*sentences, *claim]):
        if len(said) + 1 + len(sentence) <= limit:
            said = f"{said} {sentence}".strip()
    return said, leaned


@dataclass
class Candidate:
    """Fields of one piece of copy, and the campaigns it leans on."""

    fields: dict[str, str]
    campaigns: list[str]


@dataclass
class Tray:
    """What a candidate has taken so far: the lines, so that none stands twice, and the campaigns they come from."""

    used: list[str] = field(default_factory=list)
    campaigns: list[str] = field(default_factory=list)

    def take(self, lines: Iterable[tuple[str, Template | None]], fit: Callable[[str], bool] = lambda _: True) -> str:
        """The first of `lines` that fits and was not taken; "" if there is none."""
        for text, template in lines:
            if text not in self.used and fit(text):
                self.used.append(text)
                self.campaigns += [template.campaign] if template else []
                return text
        return ""

    def several(self, spec: Field, most: int, lines: Iterable[tuple[str, Template | None]]) -> list[str]:
        """At most `most` of `lines` that fit the place, no two alike."""
        kept: list[str] = []
        for text, template in lines:
            if len(kept) < most and fits(spec, text) and not near(text, kept):
                kept.append(text)
                self.campaigns += [template.campaign] if template else []
        return kept


def plain(lines: Iterable[str]) -> Lines:
    """Lines that come from the brief alone."""
    return [(line, None) for line in lines]


def numbered(**lists: list[str]) -> dict[str, str]:
    """Numbered fields, as a draft has them: `headline_1`, `headline_2` ..."""
    return {f"{name}_{number}": text for name, texts in lists.items() for number, text in enumerate(texts, 1)}


def fits(field: Field | None, text: str) -> bool:
    """Whether `text` stands on one line and within the limit of its place."""
    return field is not None and bool(text.strip()) and "\n" not in text and (field.limit is None or field.length(text) <= field.limit)


def near(text: str, others: Sequence[str]) -> bool:
    """Whether `text` repeats one of `others`: same first two words, or most words shared."""
    words = Prose(text, "en").words
    for other in others:
        theirs = Prose(other, "en").words
        union = set(words) | set(theirs)
        if words[:2] == theirs[:2] or len(set(words) & set(theirs)) >= 0.6 * len(union):
            return True
    return False
