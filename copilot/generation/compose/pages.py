"""Pages without a model: search page, landing page, product page, questions, the skeleton of an article."""

from __future__ import annotations

import re

from copilot.generation.compose.assemble import PROSE, Candidate, Stock, Tray, capital, fact_sentences, flat, numbered, plain, stop, two_of_it
from copilot.generation.compose.messages import SEE
from copilot.generation.compose.templates import shape
from copilot.language.forms import slug
from copilot.language.words import Words, both


def seo_page(stock: Stock) -> Candidate:
    """Title, meta description, slug, H1, outline of the facts, opening paragraph."""
    h1 = next((text for text, t in stock.lines("h1", where=lambda t: t.names_product)), stock.subject)
    values = list(stock.facts.values())
    outline = list(dict.fromkeys(text for text, t in stock.lines("outline", where=lambda t: bool(t.facts) or t.names_product)))[:3]
    outline += [line for line in stock.plain_facts() if not any(value in text for value in values for text in outline if value in line)]
    sentences, leaned = fact_sentences(stock, ("opening", "body", "primary_text"))
    lead = next((text for text, t in stock.lines("opening", "body", role=("opening",), where=lambda t: not t.facts and not t.names_product)), "")
    opening = " ".join(part for part in (lead, *flat(sentences), stop(stock.random.choice(stock.claims)) if stock.claims else "") if part)
    return Candidate({**_found(stock), "slug": slug(stock.product.rest), "h1": h1, **numbered(outline=outline[:6]), "opening": opening}, leaned)


def _found(stock: Stock) -> dict[str, str]:
    """What a results page shows: title and meta description."""
    titles = [text for text, t in stock.lines("title", where=lambda t: t.names_product) if len(text) <= 60]
    metas = [text for text, t in stock.lines("meta_description", "description") if len(text) <= 155 and (t.names_product or t.facts)]
    named = [f"{part} | {stock.brand_name}" for part in [*stock.drawn(f"{stock.bare}, {value}" for value in stock.values), stock.bare]]
    told = [stop(f"{stock.bare}, {', '.join(stock.drawn(stock.values)[:3])}"), *two_of_it(stock, stock.subject)]
    return {
        "title": titles[0] if titles else next((text for text in named if len(text) <= 60), named[-1][:60]),
        "meta_description": metas[0] if metas else stock.random.choice(told),
    }


def landing_page(stock: Stock) -> Candidate:
    """What it is in the headline, the facts in sentences and a list, what may be promised, one action."""
    tray = Tray()
    headline = tray.take([*stock.lines("h1", "headline", where=lambda t: t.names_product), *plain([stock.subject])], lambda text: len(text) <= 70)
    below = tray.take(
        [*stock.lines("description", "preheader", where=lambda t: bool(t.facts)), *plain(map(stop, stock.drawn(stock.claims)))], lambda t: len(t) <= 200
    )
    lead = tray.take(stock.lines("opening", "body", role=("opening",), where=lambda t: not t.facts and not t.names_product))
    sentences, leaned = fact_sentences(stock, PROSE)
    told = [text for text in sentences if not text.startswith("\n")]
    listed = [text.strip() for text in sentences if text.startswith("\n")]
    claims = [stop(claim) for claim in stock.drawn(stock.claims) if stop(claim) != below][:2]
    body = "\n\n".join(part for part in (lead, " ".join(told), *listed, " ".join(claims)) if part)
    call = tray.take([*stock.lines("call_to_action"), *plain([SEE.say(stock.brief.locale, product=stock.product.with_article)])], lambda text: len(text) <= 60)
    fields = {"headline": headline, "subheading": below, "body": body, "call_to_action": call}
    return Candidate({key: text for key, text in fields.items() if text}, [*leaned, *tray.campaigns])


def product_page(stock: Stock) -> Candidate:
    """What a results page shows, then all facts, plainly: what counts at the top, the rest as a list."""
    sentences, leaned = fact_sentences(stock, PROSE)
    told = [text for text in sentences if not text.startswith("\n")]
    listed = [text.strip() for text in sentences if text.startswith("\n")]
    claim = [stop(stock.random.choice(stock.claims))] if stock.claims else []
    body = "\n\n".join(part for part in (" ".join(told), *listed, *claim) if part)
    return Candidate({**_found(stock), "description": body}, leaned)


_ASKED: dict[str, Words] = {
    "poids": both("weight", "Quel poids"),
    "fabric": both("material", "Quelle matière"),
    "delai": both("lead time", "Quel délai"),
    "dimensions": both("size", "Quelle taille"),
    "pointures": both("range of sizes", "Quelles pointures"),
    "color": both("choice of colours", "Quelles couleurs"),
    "origin": both("origin", "Quelle origine"),
    "garantie": both("guarantee", "Quelle garantie"),
    "volume": both("volume", "Quel volume"),
    "capacity": both("capacity", "Quelle contenance"),
    "frequency": both("frequency", "Quelle fréquence"),
    "hours": both("schedule", "Quels horaires"),
    "route": both("route", "Quel trajet"),
    "tracking": both("tracking", "Quel suivi"),
    "insurance": both("insurance", "Quelle assurance"),
    "temperature": both("temperature", "Quelle température"),
    "entretien": both("care", "Quel entretien"),
    "care": both("care", "Quel entretien"),
}
"""Fact -> what a reader asks for. Worded so that it fits a thing and a service."""


def faq(stock: Stock) -> Candidate:
    """One question for each fact that people ask about, the fact for an answer, with the name of the thing in it."""
    french, plural = stock.brief.locale == "fr", stock.product.number == "plural"
    thing = stock.product.with_article
    pairs: list[tuple[str, str]] = []
    for key, value in stock.facts.items():
        if key == "cost" and shape(value, stock.brief.locale)[0] == "figure":
            asked = f"Combien coûte{'nt' if plural else ''} {thing}\u202f?" if french else f"How much {'are' if plural else 'is'} {thing}?"
            verb = f"coûte{'nt' if plural else ''}" if french else "are" if plural else "is"
            pairs.append((asked, stop(f"{capital(thing)} {verb} {value}")))
        elif key in _ASKED:
            asked = f"{_ASKED[key].fr} pour {thing}\u202f?" if french else f"What is the {_ASKED[key].en} for {thing}?"
            pairs.append((asked, stop(f"{'Pour' if french else 'For'} {thing}{stock.colon}{value}")))
    stock.random.shuffle(pairs)
    pairs = pairs[:6]
    return Candidate(numbered(question=[asked for asked, _ in pairs], answer=[answer for _, answer in pairs]), [])


_THEMES: tuple[tuple[Words, frozenset[str]], ...] = (
    (
        both("What it is", "Ce que c'est"),
        frozenset({"fabric", "dimensions", "poids", "color", "volume", "capacity", "pointures", "origin", "temperature", "places", "route"}),
    ),
    (both("What it costs, and when", "Ce que ça coûte, et quand"), frozenset({"cost", "delai", "frequency", "hours", "duration"})),
)
_REST = both("Good to know", "Bon à savoir")

SKELETON = both(
    "A skeleton, not an article: headings and plain facts, to be written out by you or by a model.",
    "Un squelette, pas un article : des intertitres et des faits nus, à écrire par vous ou par un modèle.",
)


def article(stock: Stock) -> Candidate:
    """The skeleton of an article: sections of plain facts by theme, claims at the end. It says nothing that would join them."""
    locale, left = stock.brief.locale, list(stock.facts)
    sections: list[tuple[str, list[str]]] = []
    for heading, keys in _THEMES:
        own = [key for key in left if key in keys]
        left = [key for key in left if key not in keys]
        sections.append((heading.say(locale), stock.plain_sentences(own, stock.address)))
    claims = [stop(claim) for claim in stock.drawn(stock.claims)[:3]]
    sections.append((_REST.say(locale), [*stock.plain_sentences(left, stock.address), *claims]))
    h1 = next((text for text, _ in stock.lines("h1", where=lambda t: t.names_product)), stock.subject)
    lead = next((text for text, _ in stock.lines("opening", "body", role=("opening",), where=lambda t: not t.facts and not t.names_product)), "")
    body = [f"{lead} {stock.naming}".strip()] + [f"## {heading}\n\n{' '.join(texts).strip()}" for heading, texts in sections if texts]
    fields = {**_found(stock), "slug": slug(stock.product.rest), "h1": h1, "body": re.sub(r" *\n\n\s*", "\n\n", "\n\n".join(body))}
    return Candidate(fields, [])
