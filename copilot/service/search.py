"""Index and search: what the brand has said before."""

from __future__ import annotations

from copilot.errors import EmptyCorpus
from copilot.guides import screening
from copilot.guides.passages import passages
from copilot.language.words import Words, both
from copilot.records import (
    BrandGuide,
    Brief,
    Context,
    Locale,
    Retrieved,
    clean,
)
from copilot.retrieval import retrieve
from copilot.service.check import Checks
from copilot.service.results import Indexed


class Searches(Checks):
    """Keeps the index and finds passages."""

    def index(self, brand: str, rebuild: bool = False) -> list[Indexed]:
        """Bring the index up to the guide, embedding only what changed; `rebuild` throws the vectors away first.

        Raises: UnknownBrand, GuideFaults, EmptyCorpus, StoreTrouble, StoreBusy.
        """
        guide = self.guide(brand)
        done = []
        for locale in guide.voice.locales:
            found = passages(guide, locale, self.today)
            if rebuild:
                self._index().forget(brand, locale)
            self._library().replace(brand, locale, found)
            changed, removed = self._index().refresh(brand, locale, found)
            done.append(Indexed(brand=brand, locale=locale, passages=len(found), changed=changed, removed=removed, screened=screening.told(found)))
        if not any(item.passages for item in done):
            raise self._empty(guide, guide.voice.locales[0], both("index", "indexer"))
        return done

    def _empty(self, guide: BrandGuide, locale: Locale, purpose: Words) -> EmptyCorpus:
        return EmptyCorpus(brand=guide.brand, locale=locale, purpose=purpose, folder=f"{guide.folder}/campaigns")

    def _keep_indexed(self, guide: BrandGuide, locale: Locale) -> None:
        """Index what changed since the last time; does nothing where nothing did."""
        found = passages(guide, locale, self.today)
        if not found:
            raise self._empty(guide, locale, both("retrieve", "retrouver"))
        if {p.id: p.hash for p in self._library().passages(guide.brand, locale)} != {p.id: p.hash for p in found}:
            self._library().replace(guide.brand, locale, found)
        self._index().refresh(guide.brand, locale, found)

    def search(self, brand: str, locale: Locale, text: str, limit: int = 8) -> list[Retrieved]:
        """The brand's passages nearest to `text`, best first, each with why. Raises: EmptyCorpus and what `index` raises."""
        guide = self.guide(brand)
        self._keep_indexed(guide, locale)
        return retrieve.search(self._library(), self._index(), brand, locale, clean(text), limit)

    def context(self, brief: Brief) -> Context:
        """What a draft of `brief` may lean on, within the budget of tokens."""
        self._keep_indexed(self.guide(brief.brand), brief.locale)
        return retrieve.context(self._library(), self._index(), self._counter(), brief, self.settings.context_tokens)
