"""Text of a guide, a campaign or a brief that gives orders to a model: found, told with its place, and kept out of prompts and of the composer.

What the brand manager has confirmed in `voice.yaml` (`confirmed:` passage, words, why) counts as copy again. The patterns are those of `copilot.language.orders`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from copilot.errors import BriefFault
from copilot.language.orders import find_orders, without_orders
from copilot.language.words import both
from copilot.records import BrandGuide, Brief, Passage, Record

LONGEST = 160
"""Characters of the found words that are told."""


class Screened(Record):
    """A passage that gives orders: where it stands (`file:line`), and the words."""

    passage: str
    place: str
    words: tuple[str, ...]


@lru_cache(maxsize=20_000)
def orders_in(text: str) -> tuple[str, ...]:
    """The words of `text` that give orders to a model, each once, on one line and not longer than LONGEST."""
    return tuple(dict.fromkeys(_shown(text[start:end]) for start, end in find_orders(text)))


def _shown(words: str) -> str:
    return " ".join(words.split())[:LONGEST].rstrip()


def unconfirmed(guide: BrandGuide, id_: str, text: str) -> tuple[str, ...]:
    """The orders in `text` that the brand manager has not confirmed for this passage."""
    said = {_shown(item.words).casefold() for item in guide.voice.confirmed if item.passage == id_}
    return tuple(words for words in orders_in(text) if words.casefold() not in said)


def screen(passage: Passage, guide: BrandGuide) -> Passage:
    """The passage, of low trust if it gives orders, with the words and the line of its file where the first of them stand."""
    orders = unconfirmed(guide, passage.id, passage.text)
    if not orders:
        return passage
    return passage.model_copy(update={"trust": "low", "orders": orders, "line": _line(Path(guide.folder) / passage.file, orders[0])})


def _line(file: Path, words: str) -> int:
    """The line of `file` on which `words` begin; 0 if they cannot be found."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return 0
    for number in range(len(lines)):
        here, onwards = " ".join(lines[number].split()), " ".join(" ".join(lines[number : number + 4]).split())
        at = onwards.find(words[:60])
        if 0 <= at <= len(here):
            return number + 1
    return 0


def told(passages: list[Passage]) -> tuple[Screened, ...]:
    """The passages of low trust, with their places."""
    return tuple(Screened(passage=p.id, place=f"{p.file}:{p.line}" if p.line else p.file, words=p.orders) for p in passages if p.trust == "low")


def trusted(guide: BrandGuide) -> BrandGuide:
    """The guide without the campaigns, claims and attributes that give orders."""
    campaigns = tuple(c for c in guide.campaigns if not unconfirmed(guide, f"campaign:{c.id}", "\n".join((c.product, *c.facts.values(), c.text))))
    claims = tuple(c for c in guide.claims.claims if not any(unconfirmed(guide, f"claim:{c.id}", text) for text in c.claim.values()))
    attributes = tuple(a for a in guide.voice.attributes if not unconfirmed(guide, f"voice:{a.name}", f"{a.name}: {a.do} {a.dont}"))
    if (len(campaigns), len(claims), len(attributes)) == (len(guide.campaigns), len(guide.claims.claims), len(guide.voice.attributes)):
        return guide
    return guide.model_copy(
        update={
            "campaigns": campaigns,
            "claims": guide.claims.model_copy(update={"claims": claims}),
            "voice": guide.voice.model_copy(update={"attributes": attributes}),
        }
    )


def obedient(brief: Brief) -> tuple[Brief, tuple[str, ...]]:
    """The brief without the sentences that give orders to a model, and the words of those orders. Raises: BriefFault where the product itself is one."""
    texts = {name: getattr(brief, name) for name in ("product", "audience", "goal", "offer", "notes")}
    found = tuple(dict.fromkeys(words for text in (*texts.values(), *brief.facts.values(), *brief.keywords) for words in orders_in(text)))
    if not found:
        return brief, ()
    clean = {name: without_orders(text) for name, text in texts.items()}
    if not clean["product"]:
        what = both("its product gives orders to a model", "son produit donne des ordres à un modèle")
        raise BriefFault(where="", what=what, mend=both("Name the thing alone.", "Nommez la chose, rien d'autre."))
    facts = {name: text for name, value in brief.facts.items() if (text := without_orders(value))}
    keywords = tuple(word for word in brief.keywords if not orders_in(word))
    return brief.model_copy(update={**clean, "facts": facts, "keywords": keywords}), found
