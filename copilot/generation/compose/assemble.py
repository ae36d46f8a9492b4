"""What a candidate is put together from: templates that fit the brief, its facts said plainly, the claims in force."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from copilot.channels import Field
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

_SAID_OF_IT: dict[str, dict[str, tuple[tuple[str, str], tuple[str, ...]]]] = {
    "fr": {
        "fabric": (("est en {value}", "sont en {value}"), ("words",)),
        "color": (("existe en {value}", "existent en {value}"), ("words",)),
        "cost": (("coûte {value}", "coûtent {value}"), ("figure",)),
    },
    "en": {
        "fabric": (("is made of {value}", "are made of {value}"), ("words", "figure")),
        "color": (("comes in {value}", "come in {value}"), ("words",)),
        "cost": (("costs {value}", "cost {value}"), ("figure",)),
    },
}
"""Fact -> what the product does by it, one and several, and the shapes of value it suits; in the order in which one sentence tells them."""
_DONE_NOT_MADE = frozenset(
    [
        "service",
        "services",
        "repair",
        "repairs",
        "round",
        "rounds",
        "tour",
        "tours",
        "delivery",
        "deliveries",
        "course",
        "courses",
        "class",
        "classes",
        "lesson",
        "lessons",
        "visit",
        "visits",
        "workshop",
        "workshops",
        "subscription",
        "subscriptions",
        "hire",
        "rental",
        "return",
        "returns",
        "mending",
        "cleaning",
        "réparation",
        "réparations",
        "tournée",
        "tournées",
        "livraison",
        "livraisons",
        "cours",
        "visite",
        "visites",
        "atelier",
        "ateliers",
        "abonnement",
        "abonnements",
        "location",
        "retour",
        "retours",
        "ressemelage",
        "entretien",
        "nettoyage",
        "stage",
        "stages",
        "formation",
        "formations",
        "collecte",
    ]
)
"""What somebody does for you: it is made of nothing, whatever material its facts name."""
_SAID_APART: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
    "fr": {"delai": ("Compte{z} {value}", ("figure",))},
    "en": {"delai": ("Allow {value}", ("figure",)), "made_by": ("Made by {value}", ("words",))},
}
"""Fact -> the plainest sentence of its own. Only facts that mean the same for a thing and for a service."""

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
        """These facts as the plainest sentences: what can be said of the product in one, with the right pronoun; a fact of unknown kind stays a line."""
        locale, keys = self.brief.locale, list(keys)
        plural = self.product.number == "plural"
        shapes = {key: shape(self.facts[key], locale)[0] for key in keys}
        of_it = {key: forms[plural].format(value=self.facts[key]) for key, (forms, wanted) in _SAID_OF_IT[locale].items() if shapes.get(key) in wanted}
        if self.product.head.lower() in _DONE_NOT_MADE:
            of_it.pop("fabric", None)
        sentences = [stop(f"{self.pronoun} {listing(list(of_it.values()), locale)}")] if of_it else []
        lines = dict(zip(self.facts, self.plain_facts(), strict=True))
        listed = []
        for key in keys:
            pattern, wanted = _SAID_APART[locale].get(key, ("", ()))
            if shapes[key] in wanted:
                sentences.append(stop(pattern.format(value=self.facts[key], z="z" if address == "vous" else "")))
            elif key not in of_it:
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
    def pronoun(self) -> str:
        """What stands for the product at the head of a sentence."""
        plural = self.product.number == "plural"
        if self.brief.locale == "en":
            return "They" if plural else "It"
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
