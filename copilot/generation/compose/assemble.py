"""What a candidate is put together from: templates that fit the brief, its facts said plainly, the claims in force."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from copilot.channels import Field
from copilot.generation.compose.product import Product
from copilot.generation.compose.templates import Slot, Template, fact_key, shape
from copilot.language.french import contract
from copilot.language.prose import Prose
from copilot.records import Brief

_SENTENCE_END = re.compile(r"[.!?…:]$")


PROSE = ("body", "opening", "primary_text")
"""Fields whose templates are sentences."""

_PLAIN: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
    "fr": {
        "cost": ("SUBJECT coût{nt} {value}", ("figure",)),
        "fabric": ("En {value}", ("words",)),
        "color": ("En {value}", ("words",)),
        "delai": ("Compte{z} {value}", ("figure",)),
    },
    "en": {
        "cost": ("SUBJECT cost{s} {value}", ("figure",)),
        "fabric": ("In {value}", ("words", "figure")),
        "color": ("SUBJECT come{s} in {value}", ("words",)),
        "delai": ("Allow {value}", ("figure",)),
        "made_by": ("Made by {value}", ("words",)),
    },
}
"""Fact -> the plainest way to say it, and the shapes of value it suits. Only facts that mean the same for a thing and for a service."""

_LABELS: dict[str, tuple[str, str]] = {
    "cost": ("Price", "Prix"),
    "poids": ("Weight", "Poids"),
    "fabric": ("Material", "Matière"),
    "delai": ("Lead time", "Délai"),
    "dimensions": ("Size", "Taille"),
    "color": ("Colours", "Couleurs"),
    "origin": ("Origin", "Origine"),
    "duration": ("Lasts", "Durée"),
    "garantie": ("Guarantee", "Garantie"),
    "volume": ("Volume", "Volume"),
    "distance": ("Distance", "Distance"),
    "frequency": ("Frequency", "Fréquence"),
    "hours": ("Hours", "Horaires"),
    "route": ("Route", "Trajet"),
    "places": ("Where", "Où"),
    "tracking": ("Tracking", "Suivi"),
    "insurance": ("Insurance", "Assurance"),
    "temperature": ("Temperature", "Température"),
    "capacity": ("Capacity", "Capacité"),
    "person": ("Ask for", "Votre contact"),
    "since": ("Since", "Depuis"),
    "count": ("Number", "Nombre"),
}
"""Fact -> its label in English and in French, for briefs whose facts are named in the other language."""


def capital(text: str) -> str:
    """`text` with its first letter in upper case."""
    return text[:1].upper() + text[1:]


_NEEDS_LABEL = frozenset({"made_by", "prénom", "prenom", "person", "count", "fault", "défaut", "since", "delai", "duration"})
"""Facts that mean nothing without their name."""


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
        if not template.facts <= set(self.facts) or (template.needs_name and not self.product.name) or (template.needs_head and not self.product.head):
            return False
        shapes = dict(template.shapes)
        if any(shapes[key] != shape(self.facts[key], self.brief.locale) for key in template.facts):
            return False
        if template.names_product or template.facts:
            if template.number and template.number != self.product.number:
                return False
            if template.gender and template.gender != self.product.gender and (template.gendered or _points(template)):
                return False
        return True

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

    def plain_facts(self) -> list[str]:
        """The brief's facts as plain lines: name and value, or the value alone where its name says nothing (fact 1)."""
        lines = []
        for key, value in self.facts.items():
            name = self.names[key].replace("_", " ")
            if key in _LABELS:
                name = _LABELS[key][self.brief.locale == "fr"]
            said = re.match(r"(?:fact|fait) \d", name) or value.lower().startswith(name.lower()[:5])
            lines.append(capital(value) if said else f"{capital(name)}{self.colon}{value}")
        return lines

    def plain_sentences(self, keys: Iterable[str], address: str | None) -> list[str]:
        """These facts as the plainest sentences, with the right pronoun; a fact of unknown kind stays a line."""
        french = self.brief.locale == "fr"
        plural = self.product.number == "plural"
        subject = ("elle" if self.product.gender == "f" else "il") + ("s" if plural else "") if french else "they" if plural else "it"
        lines = dict(zip(self.facts, self.plain_facts(), strict=True))
        sentences, listed = [], []
        for key in keys:
            pattern, wanted = _PLAIN[self.brief.locale].get(key, ("", ()))
            if pattern and shape(self.facts[key], self.brief.locale)[0] in wanted:
                verb = pattern.format(value=self.facts[key], s="" if plural else "s", nt="ent" if plural else "e", z="z" if address == "vous" else "")
                sentences.append(stop(capital(verb.replace("SUBJECT", subject))))
            else:
                listed.append(lines[key])
        if len(listed) > 2:
            return [*sentences, "\n\n" + "\n".join(f"- {line}" for line in listed) + "\n\n"]
        return sentences + [stop(line) for line in listed]

    @property
    def values(self) -> list[str]:
        """The facts that say something by their value alone: no first name, no bare number of things, no clause. All of them where none does."""
        alone = [value for key, value in self.facts.items() if key not in _NEEDS_LABEL and shape(value, self.brief.locale)[0] != "clause"]
        return alone or list(self.facts.values())

    @property
    def colon(self) -> str:
        """A colon as the language spaces it."""
        return "\u00a0: " if self.brief.locale == "fr" else ": "

    @property
    def subject(self) -> str:
        """The product with its article, as a sentence begins."""
        return capital(self.product.with_article)

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


def _points(template: Template) -> bool:
    text = " ".join(part for part in template.parts if isinstance(part, str)).lower()
    return bool(re.search(r"\b(?:il|elle|ils|elles|le|la|un|une)\b", text))


def stop(text: str) -> str:
    """`text` with a full stop where it ends without a mark."""
    text = text.strip()
    return text if _SENTENCE_END.search(text) else text + "."


def fact_sentences(stock: Stock, fields: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Sentences that state every fact of the brief once, from templates where they fit, plainly otherwise; and the campaigns they lean on."""
    open_keys = set(stock.facts)
    said: list[str] = []
    leaned: list[str] = []
    for text, template in stock.lines(*fields, role=("middle", "opening", "closing"), where=lambda t: bool(t.facts)):
        if template.facts <= open_keys and len(said) < 5:
            said.append(stop(text))
            leaned.append(template.campaign)
            open_keys -= template.facts
    return said + stock.plain_sentences([key for key in stock.facts if key in open_keys], stock.address), leaned


def flat(sentences: Iterable[str]) -> list[str]:
    """Sentences of one paragraph: a list among them becomes sentences too."""
    return [" ".join(stop(line.lstrip("- ")) for line in text.strip().split("\n")) for text in sentences]


def telling(stock: Stock, limit: int, fields: tuple[str, ...] = PROSE) -> tuple[str, list[str]]:
    """One paragraph of at most `limit` characters: the product named, then as many facts and a claim as fit; and the campaigns it leans on."""
    sentences, leaned = fact_sentences(stock, fields)
    claim = [stop(stock.random.choice(stock.claims))] if stock.claims else []
    said = "" if any(stock.product.rest in text for text in sentences[:1]) else stock.naming
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


def plain(lines: Iterable[str]) -> list[tuple[str, Template | None]]:
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
