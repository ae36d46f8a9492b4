"""Candidates for each channel, put together from templates, the brief's facts and the claims in force."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from copilot.channels import Channel, find_channel
from copilot.generation.compose.product import Product
from copilot.generation.compose.templates import Slot, Template, fact_key, shape
from copilot.language.forms import slug
from copilot.language.french import contract
from copilot.language.prose import Prose
from copilot.records import Brief

_SENTENCE_END = re.compile(r"[.!?…:]$")


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
        colon = "\u00a0: " if self.brief.locale == "fr" else ": "
        for key, value in self.facts.items():
            name = self.names[key].replace("_", " ")
            if key in _LABELS:
                name = _LABELS[key][self.brief.locale == "fr"]
            said = re.match(r"(?:fact|fait) \d", name) or value.lower().startswith(name.lower()[:5])
            lines.append(capital(value) if said else f"{capital(name)}{colon}{value}")
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


@dataclass
class Candidate:
    """Fields of one piece of copy, and the campaigns it leans on."""

    fields: dict[str, str]
    campaigns: list[str]


def email(stock: Stock) -> Candidate:
    """Opening, naming and facts, a claim, closing."""
    leaned: list[str] = []

    def take(lines: list[tuple[str, Template]], limit: int = 10_000) -> str:
        for text, template in lines:
            if len(text) <= limit and text not in used:
                leaned.append(template.campaign)
                used.add(text)
                return text
        return ""

    used: set[str] = set()
    subject = take(stock.lines("subject", "headline", where=lambda t: t.names_product or bool(t.facts)), 60)
    preheader = take(stock.lines("preheader", "description", where=lambda t: bool(t.facts) or t.names_product), 110)
    opening = take(stock.lines("body", "opening", "primary_text", role=("opening",), where=lambda t: not t.facts and not t.names_product))
    sentences, more = fact_sentences(stock, ("body", "opening", "primary_text"))
    leaned += more
    named = any(stock.product.rest in text for text in sentences)
    closing = take(stock.lines("body", role=("closing",), where=lambda t: not t.facts and not t.names_product))
    claim = [stop(stock.random.choice(stock.claims))] if stock.claims else []
    half = (len(sentences) + 1) // 2
    paragraphs = [
        opening,
        " ".join(([] if named else [stock.naming]) + sentences[:half]),
        " ".join(sentences[half:] + claim),
        closing,
    ]
    cta = take(stock.lines("call_to_action"), 30)
    fallback = ("Voir " if stock.brief.locale == "fr" else "See ") + stock.product.with_article
    return Candidate(
        {
            "subject": subject or capital(stock.product.with_article),
            "preheader": preheader or stop(", ".join(list(stock.facts.values())[:2])),
            "body": re.sub(r" *\n\n\s*", "\n\n", "\n\n".join(paragraph for paragraph in paragraphs if paragraph)).strip(),
            "call_to_action": cta or fallback,
        },
        leaned,
    )


def google_rsa(stock: Stock) -> Candidate:
    """Eight to ten headlines that differ, four descriptions, two paths."""
    channel = find_channel("google_rsa")
    leaned: list[str] = []
    values = list(stock.facts.values())
    pairs = [f"{values[index]}, {value}" for index in range(len(values)) for value in values[index + 1 :]]
    stock.random.shuffle(pairs)
    short = [f"{stock.product.rest}, {values[0]}", stock.product.rest, stock.brand_name, *pairs, *values]
    headlines: list[str] = []
    for text, template in [*stock.lines("headline", "subject", "h1"), *((capital(line), None) for line in short)]:
        text = re.sub(r"[.!]+$", "", text)
        if len(headlines) < 10 and _fits(channel, "headline", text) and not _near(text, headlines) and "\n" not in text:
            headlines.append(text)
            leaned += [template.campaign] if template else []
    descriptions: list[str] = []
    facts = stock.plain_facts()
    stock.random.shuffle(facts)
    plain = [" ".join(map(stop, facts[start : start + 2])) for start in range(0, len(facts), 2)]
    for text, template in [
        *stock.lines("description", "preheader", "meta_description"),
        *((line, None) for line in [*plain, *map(stop, stock.claims), *map(stop, values)]),
    ]:
        if len(descriptions) < 4 and _fits(channel, "description", text) and not _near(text, descriptions):
            descriptions.append(text)
            leaned += [template.campaign] if template else []
    paths = [path for path in (slug(stock.product.head), slug(stock.product.name)) if 1 < len(path) <= 15][:2]
    return Candidate(_numbered(headline=headlines, description=descriptions, path=paths), leaned)


def meta_ad(stock: Stock) -> Candidate:
    """One thought, one or two facts, a headline and a description."""
    leaned: list[str] = []
    texts = stock.lines("primary_text", "description", "preheader", where=lambda t: bool(t.facts) or t.names_product)
    values = list(stock.facts.values())
    stock.random.shuffle(values)
    text = next((text for text, _ in texts if len(text) <= 200), "")
    aside = next(
        (
            text
            for text, t in stock.lines("primary_text", "body", role=("opening", "closing"), where=lambda t: not t.facts and not t.names_product)
            if len(text) <= 70
        ),
        "",
    )
    naming = "" if stock.product.rest in text or (stock.product.name and stock.product.name in text) else stock.naming
    primary = " ".join(part for part in (aside, naming, text or stop(capital(", ".join(values[:2])))) if part)
    headline = next((text for text, _ in stock.lines("headline", "subject", where=lambda t: t.names_product) if len(text) <= 40), capital(stock.product.rest))
    description = next((text for text, _ in stock.lines("headline", where=lambda t: bool(t.facts)) if len(text) <= 30), capital(min(values, key=len)))
    leaned += [template.campaign for _, template in texts[:1]]
    return Candidate({"primary_text": primary, "headline": headline, "description": description}, leaned)


def seo_page(stock: Stock) -> Candidate:
    """Title, meta description, slug, H1, outline of the facts, opening paragraph."""
    leaned: list[str] = []
    name = capital(stock.product.rest)
    titles = [text for text, t in stock.lines("title", where=lambda t: t.names_product) if len(text) <= 60]
    values = list(stock.facts.values())
    metas = [text for text, t in stock.lines("meta_description", "description") if len(text) <= 155 and (t.names_product or t.facts)]
    h1 = next((text for text, t in stock.lines("h1", where=lambda t: t.names_product)), capital(stock.product.with_article))
    outline = list(dict.fromkeys(text for text, t in stock.lines("outline", where=lambda t: bool(t.facts) or t.names_product)))[:3]
    outline += [line for line in stock.plain_facts() if not any(value in text for value in values for text in outline if value in line)]
    sentences, leaned = fact_sentences(stock, ("opening", "body", "primary_text"))
    lead = next((text for text, t in stock.lines("opening", "body", role=("opening",), where=lambda t: not t.facts and not t.names_product)), "")
    named = any(stock.product.rest in text for text in sentences)
    sentences = [" ".join(stop(line.lstrip("- ")) for line in text.strip().split("\n")) if text.startswith("\n") else text for text in sentences]
    opening = " ".join(part for part in (lead, "" if named else stock.naming, *sentences, stop(stock.claims[0]) if stock.claims else "") if part)
    plain = stop(f"{name}, {', '.join(values[:3])}")
    return Candidate(
        {
            "title": titles[0] if titles else f"{name} | {stock.brand_name}"[:60],
            "meta_description": metas[0] if metas else plain,
            "slug": slug(stock.product.rest),
            "h1": h1,
            **_numbered(outline=outline[:6]),
            "opening": opening,
        },
        leaned,
    )


CHANNELS: dict[str, Callable[[Stock], Candidate]] = {"email": email, "google_rsa": google_rsa, "meta_ad": meta_ad, "seo_page": seo_page}


def _numbered(**lists: list[str]) -> dict[str, str]:
    return {f"{name}_{number}": text for name, texts in lists.items() for number, text in enumerate(texts, 1)}


def _fits(channel: Channel, name: str, text: str) -> bool:
    spec = channel.field(name)
    return bool(text.strip()) and spec is not None and spec.limit is not None and spec.length(text) <= spec.limit


def _near(text: str, others: Sequence[str]) -> bool:
    """Whether `text` repeats one of `others`: same first two words, or most words shared."""
    words = Prose(text, "en").scan.split()
    for other in others:
        theirs = Prose(other, "en").scan.split()
        union = set(words) | set(theirs)
        if words[:2] == theirs[:2] or len(set(words) & set(theirs)) >= 0.6 * len(union):
            return True
    return False
