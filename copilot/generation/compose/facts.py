"""What a fact of a brief is and how it is told: its label, the verb that says it of a product, whether its value says anything alone."""

from __future__ import annotations

import re

from copilot.generation.compose.templates import shape
from copilot.language.prose import Locale

UNITS = {
    "length": re.compile(r"\d\s?(?:mm|cm|m|in|inch(?:es)?|ft|feet|metres?|mètres?)\b|\d ?[\"″]", re.IGNORECASE),
    "mass": re.compile(r"\d\s?(?:mg|g|kg|t|oz|lbs?|grammes?|grams?|kilos?|pounds?|tonnes?)\b", re.IGNORECASE),
    "degrees": re.compile(r"\d\s?°", re.IGNORECASE),
    "room": re.compile(r"\d\s?(?:ml|cl|l|litres?|liters?|pints?|gallons?|m³|m3)\b", re.IGNORECASE),
}
"""What a figure measures, by its unit."""

SAID_OF_IT: dict[str, dict[str, tuple[tuple[str, str], tuple[str, ...]]]] = {
    "fr": {
        "fabric": (("est en {value}", "sont en {value}"), ("words",)),
        "color": (("existe en {value}", "existent en {value}"), ("words",)),
        "dimensions": (("mesure {value}", "mesurent {value}"), ("length",)),
        "poids": (("pèse {value}", "pèsent {value}"), ("mass",)),
        "capacity": (("contient {value}", "contiennent {value}"), ("room",)),
        "volume": (("contient {value}", "contiennent {value}"), ("room",)),
        "cost": (("coûte {value}", "coûtent {value}"), ("figure",)),
    },
    "en": {
        "fabric": (("is made of {value}", "are made of {value}"), ("words", "figure")),
        "color": (("comes in {value}", "come in {value}"), ("words",)),
        "dimensions": (("measures {value}", "measure {value}"), ("length",)),
        "poids": (("weighs {value}", "weigh {value}"), ("mass",)),
        "capacity": (("holds {value}", "hold {value}"), ("room",)),
        "volume": (("holds {value}", "hold {value}"), ("room",)),
        "cost": (("costs {value}", "cost {value}"), ("figure",)),
    },
}
"""Fact -> what the product does by it, one and several, and the kinds of value it suits; in the order in which sentences tell them."""
DONE_NOT_MADE = frozenset([
    "service", "services", "repair", "repairs", "round", "rounds", "tour", "tours", "delivery", "deliveries", "course", "courses", "class", "classes",
    "lesson", "lessons", "visit", "visits", "workshop", "workshops", "subscription", "subscriptions", "hire", "rental", "return", "returns", "mending", "cleaning",
    "réparation", "réparations", "tournée", "tournées", "livraison", "livraisons", "cours", "visite", "visites", "atelier", "ateliers", "abonnement",
    "abonnements", "location", "retour", "retours", "ressemelage", "entretien", "nettoyage", "stage", "stages", "formation", "formations", "collecte",
])  # fmt: skip
"""What somebody does for you: it is made of nothing, whatever material its facts name."""
OF_THINGS = frozenset({"fabric", "made_by", "dimensions", "poids", "capacity", "volume"})
"""Facts that past copy tells by what a thing does, or by how it was made. A resoling is not sewn, and a round does not weigh the 60 kg that it takes."""
SAID_APART: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
    "fr": {"delai": ("Compte{z} {value}", ("figure",))},
    "en": {"delai": ("Allow {value}", ("figure",)), "made_by": ("{made} by {value}", ("words",))},
}
"""Fact -> the plainest sentence of its own. Only facts that mean the same for a thing and for a service."""

LABELS: dict[str, tuple[str, str]] = {
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

BARE_NAMES = frozenset({"prénom", "prenom"})
"""First names of which the brief does not say what they do."""
TELLS_ITSELF: dict[str, frozenset[str]] = {
    "cost": frozenset({"figure"}),
    "fabric": frozenset({"words", "figure"}),
    "color": frozenset({"words", "little"}),
    "origin": frozenset({"words", "little"}),
    "dimensions": frozenset({"length"}),
    "poids": frozenset({"mass"}),
    "capacity": frozenset({"room"}),
    "volume": frozenset({"room"}),
    "pointures": frozenset({"words", "figure"}),
    "temperature": frozenset({"degrees"}),
    "care": frozenset({"words"}),
    "entretien": frozenset({"words"}),
}
"""Facts that a value alone tells, and the kinds of value by which it does. `free with a service` says nothing without `fitting`."""
TELLS_OF_SERVICE = frozenset({"hours", "frequency", "places", "route"})
"""Those that do for something that is done: when, how often, where."""


def kinds_of(value: str, locale: Locale) -> set[str]:
    """What a fact's value begins with (figure, clause, little word, other words), and what it measures."""
    form = shape(value, locale)[0].split(" ")[0]
    kind = form if form in ("figure", "clause", "words") else "little"
    measured = {name for name, unit in UNITS.items() if unit.search(value)}
    return {kind} | (measured if kind == "figure" else measured & {"degrees"})


def says(value: str, name: str) -> bool:
    """Whether a value holds the name of its fact: 120 studs."""
    return len(name) > 2 and bool(re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", value.lower()))
