"""Ads without a model: search, responsive assets, feeds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copilot.channels import Field, find_channel
from copilot.generation.compose.assemble import Candidate, Lines, Stock, Tray, capital, fits, introduced, numbered, plain, stop, telling
from copilot.language.forms import slug


def _spec(stock: Stock, name: str) -> Field:
    spec = find_channel(stock.brief.channel).field(name)
    assert spec is not None  # each composer asks for fields of its own channel
    return spec


HOUSE_LINES = 3
"""Headlines of past copy in one ad, at most, so that each ad of a set has others."""


def _headlines(stock: Stock, first: int = 1) -> Lines:
    """A few headlines of past copy, then product and facts in pairs and alone, in an order of chance. No full stop: none of these places wants one."""
    values = stock.drawn(stock.values)
    pairs = stock.drawn(f"{values[index]}, {value}" for index in range(len(values)) for value in values[index + 1 :])
    short = [f"{stock.product.rest}, {value}" for value in stock.values[:first]] + [stock.product.rest, stock.brand_name]
    alone = [value if stock.random.random() < 0.5 else line for value, line in stock.either()]
    said = stock.drawn([*pairs, *alone])
    lines: Lines = [*stock.lines("headline", "subject", "h1")[:HOUSE_LINES], *plain(map(capital, [*short, *said]))]
    return [(re.sub(r"[.!]+$", "", text), template) for text, template in lines]


def _descriptions(stock: Stock) -> Lines:
    """Descriptions of past copy, then facts by twos and claims; facts alone where that makes no two."""
    facts = stock.drawn(stock.plain_facts())
    twos = [" ".join(map(stop, facts[start : start + 2])) for start in range(0, len(facts), 2)]
    said = stock.drawn([*twos, *map(stop, stock.drawn(stock.claims)[:2])])
    return [*stock.lines("description", "preheader", "meta_description")[:HOUSE_LINES], *plain(said if len(said) > 1 else [*said, *map(stop, facts)])]


def _named(stock: Stock, name: str) -> dict[str, str]:
    """The brand's name where the place holds it."""
    return {name: stock.brand_name} if fits(_spec(stock, name), stock.brand_name) else {}


def _sentence(stock: Stock, values: Sequence[str]) -> str:
    return stop(f"{stock.subject}{stock.colon}{', '.join(values)}")


def search_ad(stock: Stock) -> Candidate:
    """Eight headlines that differ, three descriptions, two paths."""
    tray = Tray()
    headlines = tray.several(_spec(stock, "headline"), 8, _headlines(stock))
    descriptions = tray.several(_spec(stock, "description"), 3, _descriptions(stock))
    paths = [path for path in (slug(stock.product.head), slug(stock.product.name)) if 1 < len(path) <= 15][:2]
    return Candidate(numbered(headline=headlines, description=descriptions, path=paths), tray.campaigns)


def asset_ad(stock: Stock) -> Candidate:
    """Texts that a machine combines: headlines, a long headline or several, descriptions from one fact to two, the brand."""
    tray, channel = Tray(), find_channel(stock.brief.channel)
    headline, description, longer = _spec(stock, "headline"), _spec(stock, "description"), channel.field("long_headline")
    lists = {"headline": tray.several(headline, min(headline.most, 8), _headlines(stock, 3))}
    if longer:
        values = stock.drawn(stock.values)
        told = [stop(_sentence(stock, values[at : at + count]))[:-1] for count in (3, 2, 1) for at in range(0, len(values), count)]
        lines: Lines = [*stock.lines("description", "primary_text", where=lambda t: t.names_product), *plain(told)]
        found = tray.several(longer, min(longer.most, 3), lines)
        lists["long_headline"] = found
    lists["description"] = tray.several(description, min(description.most, 4), _short_first(_descriptions(stock), description))
    fields = numbered(**{name: texts for name, texts in lists.items() if channel.field(name) is not longer or (longer and longer.most > 1)})
    if longer and longer.most == 1 and lists["long_headline"]:
        fields["long_headline"] = lists["long_headline"][0]
    return Candidate({key: fields[key] for spec in channel.fields for key in spec.keys() if key in fields} | _named(stock, "business_name"), tray.campaigns)  # noqa: SIM118 - keys of a numbered field


def _short_first(lines: Lines, spec: Field) -> Lines:
    """One line of 60 characters or fewer to begin with, which Performance Max asks for."""
    short = next((line for line in lines if fits(spec, line[0]) and len(line[0]) <= 60), None)
    return [short, *(line for line in lines if line is not short)] if short else lines


def assets(stock: Stock) -> Candidate:
    """Callouts: one fact each, as short as it is printed. Pages to link to are not known, so that no sitelink is invented."""
    tray, spec = Tray(), _spec(stock, "callout")
    lines = [value if " " in value and not value[:1].isdigit() else line for value, line in stock.either()]
    return Candidate(numbered(callout=tray.several(spec, 8, plain(map(capital, stock.drawn(lines))))), tray.campaigns)


def _aside(stock: Stock) -> tuple[str, str, list[str]]:
    """One short thought of the brand's own, where it belongs: before what is said of the thing, or after it; the other is empty. And the campaign it comes from."""
    lines = stock.lines("primary_text", "body", role=("opening", "closing"), where=lambda t: not t.facts and not t.names_product)
    text, template = next(((text, template) for text, template in lines if len(text) <= 70), ("", None))
    if template is None:
        return "", "", []
    return ("", text, [template.campaign]) if template.role == "closing" else (text, "", [template.campaign])


def _feed(stock: Stock, limit: int) -> tuple[str, list[str]]:
    """A thought and what the thing is; and the campaigns it leans on."""
    before, after, campaigns = _aside(stock)
    said, leaned = telling(stock, limit - len(before) - len(after) - 1)
    return " ".join(part for part in (before, said, after) if part), campaigns + leaned


def meta_ad(stock: Stock) -> Candidate:
    """One thought, one or two facts, a headline and a description."""
    texts = stock.lines("primary_text", "description", "preheader", where=lambda t: bool(t.facts) or t.names_product)
    values = stock.drawn(stock.values)
    text = next((text for text, _ in texts if len(text) <= 200), "")
    before, after, campaigns = _aside(stock)
    named = stock.product.rest in text or (stock.product.name and stock.product.name in text)
    said = [text if named else f"{stock.naming} {text}"] if text else [stock.random.choice(introduced(stock))]
    primary = " ".join(part for part in (before, *said, after) if part)
    headline = next((text for text, _ in stock.lines("headline", "subject", where=lambda t: t.names_product) if len(text) <= 40), stock.bare)
    short = [text for text, _ in stock.lines("headline", where=lambda t: bool(t.facts)) if len(text) <= 30][:1]
    description = stock.random.choice([*short, capital(next((value for value in values if len(value) <= 30), min(values, key=len)))])
    leaned = [*campaigns, *(template.campaign for _, template in texts[:1])]
    return Candidate({"primary_text": primary, "headline": headline, "description": description}, leaned)


def linkedin_ad(stock: Stock) -> Candidate:
    """What it is and what it costs before the fold; the offer named in the headline; one fact below it."""
    tray = Tray()
    intro, leaned = telling(stock, 400)
    headline = tray.take([*stock.lines("headline", "subject", "h1", where=lambda t: t.names_product), *plain([stock.bare])], lambda text: len(text) <= 70)
    description = capital(stock.random.choice(stock.values))
    return Candidate({"intro": intro, "headline": headline, "description": description}, [*leaned, *tray.campaigns])


def tiktok_ad(stock: Stock) -> Candidate:
    """One line, and who says it."""
    tray, spec = Tray(), _spec(stock, "text")
    values = stock.drawn(stock.values)
    lines: Lines = [
        *stock.lines("description", "primary_text", "preheader", where=lambda t: t.names_product),
        *plain(_sentence(stock, values[:count]) for count in (2, 1)),
    ]
    return Candidate({"text": tray.take(lines, lambda text: fits(spec, text)), **_named(stock, "brand_name")}, tray.campaigns)


def x_post(stock: Stock) -> Candidate:
    """A thought, the thing, a fact or two, and the address of the brief where it has one."""
    spec, url = _spec(stock, "text"), stock.brief.url
    room = (spec.limit or 280) - (spec.length(f" {url}") if url else 0)
    said, leaned = _feed(stock, min(room, 200))
    return Candidate({"text": f"{said} {url}".strip()} | ({"card_title": stock.bare[:70]} if url else {}), leaned)


def pinterest_ad(stock: Stock) -> Candidate:
    """What somebody would look for, made exact as far as a feed shows it; then all that is known of it, in sentences."""
    spec, title = _spec(stock, "title"), stock.bare
    for value in stock.drawn(stock.values):
        longer = f"{title}, {value}"
        title = longer if fits(spec, longer) and spec.length(longer) <= (spec.shown or 0) else title
    said, leaned = telling(stock, 500)
    return Candidate({"title": title, "description": said}, leaned)


def chatgpt_ad(stock: Stock) -> Candidate:
    """The thing, and one fact."""
    facts = sorted(stock.drawn(stock.plain_facts()), key=lambda line: len(line) > 48)
    return Candidate({"title": stock.bare, "text": stop(facts[0])}, [])
