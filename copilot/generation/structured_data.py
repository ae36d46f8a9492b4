"""What search engines read of a page: JSON-LD after schema.org, from the facts of the brief, the brand and the approved words. Nothing else goes in.

No rating, no review, no availability, no date: nobody told us. A price is an offer only where the fact is a sum of money and nothing more ("11 € a visit" is not).
Sources: https://schema.org (Product, Offer, FAQPage, Article, Organization); what Google requires of each: https://developers.google.com/search/docs/appearance/structured-data,
read 2026-11-22.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from copilot.language.figures import figures
from copilot.language.prose import Prose
from copilot.records import BrandGuide, Draft

CURRENCIES = {"€": "EUR", "£": "GBP", "$": "USD"}
_ARTICLE = re.compile(r"^(?:the|a|an|our|le|la|les|un|une|des)\s+|^l['’]", re.IGNORECASE)
_NAMES: dict[str, tuple[str, ...]] = {
    "price": ("price", "prix", "tarif", "cost"),
    "material": ("material", "matière", "matiere", "matériau", "fabric"),
    "color": ("colour", "colours", "color", "colors", "couleur", "couleurs"),
    "size": ("size", "taille", "dimensions", "sizes", "tailles", "pointures"),
}
"""Property of a product -> names of the facts that state it."""
REQUIRED: dict[str, tuple[str, ...]] = {
    "Organization": ("name",),
    "Product": ("name",),
    "Offer": ("price", "priceCurrency"),
    "FAQPage": ("mainEntity",),
    "Question": ("name", "acceptedAnswer"),
    "Answer": ("text",),
    "Article": ("headline", "author", "inLanguage"),
    "PropertyValue": ("name", "value"),
}
"""Type -> what it is nothing without."""
_MADE_FOR = {"product_page": "Product", "landing_page": "Product", "faq": "FAQPage", "article": "Article", "seo_page": "Organization"}


def structured_data(draft: Draft, guide: BrandGuide, source_type: str = "") -> list[dict[str, Any]]:
    """The JSON-LD objects of a page, empty for other channels. `source_type`: IRI of the digital source type, for an article."""
    kind = _MADE_FOR.get(draft.channel)
    made = {"Product": _product, "FAQPage": _faq, "Article": _article, "Organization": _organization}
    if kind is None:
        return []
    item = made[kind](draft, guide)
    if kind == "Article" and source_type:
        item["digitalSourceType"] = source_type
    return [{"@context": "https://schema.org", **item}]


def faults(item: Any, where: str = "") -> list[str]:
    """Which required properties an object and those within it lack, and which are empty. None for a sound one."""
    if isinstance(item, list):
        return [fault for number, one in enumerate(item) for fault in faults(one, f"{where}[{number}]")]
    if not isinstance(item, dict):
        return [] if str(item).strip() else [f"{where} is empty"]
    kind = str(item.get("@type", ""))
    missing = [f"{where}{kind} lacks {name}" for name in REQUIRED.get(kind, ()) if not item.get(name)]
    missing += [] if kind in REQUIRED else [f"{where} has the unknown type '{kind}'"]
    return missing + [fault for name, value in item.items() if not name.startswith("@") for fault in faults(value, f"{where}{kind}.{name}")]


def _organization(draft: Draft, guide: BrandGuide) -> dict[str, Any]:
    parts = urlsplit(draft.brief.url)
    return {"@type": "Organization", "name": guide.voice.name} | ({"url": f"{parts.scheme}://{parts.netloc}/"} if parts.scheme and parts.netloc else {})


def _product(draft: Draft, guide: BrandGuide) -> dict[str, Any]:
    facts, rest = draft.brief.facts, dict(draft.brief.facts)
    name = _ARTICLE.sub("", draft.brief.product.strip())
    item: dict[str, Any] = {"@type": "Product", "name": name[:1].upper() + name[1:], "brand": _organization(draft, guide)}
    description = draft.fields.get("meta_description") or draft.fields.get("subheading", "")
    item |= {"description": description} if description else {}
    item |= {"url": draft.brief.url} if draft.brief.url else {}
    for prop, names in _NAMES.items():
        key = next((key for key in facts if key.strip().lower() in names), "")
        offer = _offer(facts[key], draft) if prop == "price" and key else None
        if offer:
            item["offers"] = offer
        elif key and prop != "price":
            item[prop] = facts[key]
        if key and (offer or prop != "price"):
            rest.pop(key)
    more = [{"@type": "PropertyValue", "name": key.replace("_", " "), "value": value} for key, value in rest.items()]
    return item | ({"additionalProperty": more} if more else {})


def _offer(value: str, draft: Draft) -> dict[str, Any] | None:
    """An offer for a fact that is one sum of money and nothing else."""
    found = figures(Prose(value, draft.locale))
    if len(found) != 1 or found[0].unit not in CURRENCIES or re.search(r"[^\W\d_]", value):
        return None
    price = f"{found[0].value:.2f}".removesuffix(".00")
    return {"@type": "Offer", "price": price, "priceCurrency": CURRENCIES[found[0].unit]} | ({"url": draft.brief.url} if draft.brief.url else {})


def _faq(draft: Draft, guide: BrandGuide) -> dict[str, Any]:
    numbers = [key.removeprefix("question_") for key in draft.fields if key.startswith("question_")]
    pairs = [(draft.fields[f"question_{number}"], draft.fields.get(f"answer_{number}", "")) for number in numbers]
    questions = [{"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}} for question, answer in pairs if answer]
    return {"@type": "FAQPage", "inLanguage": draft.locale, "mainEntity": questions}


def _article(draft: Draft, guide: BrandGuide) -> dict[str, Any]:
    publisher = _organization(draft, guide)
    fields = draft.fields
    item = {
        "@type": "Article",
        "headline": fields.get("h1") or fields.get("title") or draft.brief.product,
        "inLanguage": draft.locale,
        "author": publisher,
        "publisher": publisher,
    }
    item |= {"description": fields["meta_description"]} if fields.get("meta_description") else {}
    return item | ({"mainEntityOfPage": draft.brief.url} if draft.brief.url else {})
