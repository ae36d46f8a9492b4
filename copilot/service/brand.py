"""The brand: its guide, its rules, its learnt voice; the ports that everything hangs on."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from copilot.errors import FileFault, GuideFaults, UnknownRule
from copilot.generation.privacy import Mask, MaskedIndex
from copilot.guardrails import registry
from copilot.guardrails.grounds import House
from copilot.guardrails.rule import Rule
from copilot.guardrails.scores import voice
from copilot.guardrails.vale import adopt, package
from copilot.guardrails.vale.make import Styles
from copilot.guides import importers, load, screening, styles
from copilot.guides.passages import passages
from copilot.language.words import both
from copilot.ports import Books, Clock, Ledger, Library, Model, TokenCounter, VectorIndex
from copilot.records import (
    BrandGuide,
    Claim,
    Level,
    Locale,
)
from copilot.settings import Settings


class Brands:
    """The ports, and what is known of brands. Ports are given as functions, called when first needed, so that a check opens no database.

    model: None for the offline composer.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Clock,
        library: Callable[[], Library],
        index: Callable[[], VectorIndex],
        ledger: Callable[[], Ledger],
        books: Callable[[], Books],
        counter: Callable[[], TokenCounter],
        model: Callable[[], Model | None],
    ) -> None:
        self.settings = settings
        self._clock, self._library, self._ledger, self._books = clock, library, ledger, books
        self._index = (lambda: MaskedIndex(index(), lambda brand: Mask.of(self.guide(brand)))) if settings.embeds_elsewhere else index
        self._counter, self._model = counter, model
        self._houses: dict[str, tuple[object, House]] = {}
        self._profiles: dict[tuple[House, Locale], voice.VoiceProfile] = {}
        self._imported: dict[House, tuple[Rule, ...]] = {}
        self._rules: dict[House, tuple[Rule, ...]] = {}
        self._forgot = False

    def brands(self) -> dict[str, Path]:
        """Known brands and their folders."""
        return load.brands(self.settings.folders("brand_guides"))

    def guide(self, brand: str) -> BrandGuide:
        """A brand's guide, read again only when a file of it changed. Raises: UnknownBrand, GuideFaults."""
        return self._house(brand).guide

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The catalogue."""
        return registry.all_rules()

    def rules_of(self, brand: str) -> tuple[Rule, ...]:
        """The catalogue and the brand's imported styles. Raises: UnknownBrand, GuideFaults."""
        return self._rules_for(self._house(brand))

    def _rules_for(self, house: House) -> tuple[Rule, ...]:
        """The same tuple at every call, since the engine prepares rules once per tuple."""
        own = self._imported[house]
        return self._rules.setdefault(house, (*self.rules, *own)) if own else self.rules

    def rule(self, code: str, brand: str = "") -> Rule:
        """The rule with this code or name, upper or lower case: of the catalogue, or of a brand's imported styles. Raises: UnknownRule, UnknownBrand, GuideFaults."""
        wanted = code.strip().lower()
        found = next((rule for rule in (self.rules_of(brand) if brand else self.rules) if wanted in (rule.code.lower(), rule.name)), None)
        if found is None:
            raise UnknownRule(code=code)
        return found

    def import_vale(self, source: Path, brand: str, level: Level = "scoring", locales: tuple[Locale, ...] = ()) -> adopt.Adoption:
        """Take over a Vale style or package: rules that run here are copied into the brand folder, the others are listed with the reason.

        level: the gravest level its rules may have. locales: the languages of the copy they are for; empty: the one that each style is written in.
        Raises: UnknownBrand, GuideFaults of the brand as it was, FileFault.
        """
        guide = self.guide(brand)
        adoption, taken = adopt.adopt(package.read(source), brand, source.name, level, locales)
        names = sorted(taken.ceilings)
        files = {name: [file for file in taken.files if file.code.startswith(name + ".")] for name in names}
        left = [styles.LeftOut(rule=item.rule, why=item.why.en) for item in adoption.skipped]
        left += [styles.LeftOut(rule=code, why="it has faults") for code in adoption.faulty]
        entries = {
            name: styles.StyleEntry(
                origin=adoption.origin,
                locales=taken.locales[name],
                level=level,
                left_out=tuple(item for item in left if item.rule.startswith(name + ".")),
            )
            for name in names
        }
        try:
            styles.write(Path(guide.folder), files, entries, taken)
        except OSError as error:
            said = str(error.strerror)
            what = both(f"cannot be written ({said})", f"ne peut pas être écrit ({said})")
            raise FileFault(file=f"{guide.folder}/styles", what=what, mend=both("Check its rights.", "Vérifiez ses droits.")) from error
        return adoption

    def _house(self, brand: str) -> House:
        folder = self.brands().get(brand)
        mark = _fingerprint(folder) if folder else None
        held = self._houses.get(brand)
        if held is None or held[0] != mark:
            reading = load.read_folder(load.folder_of(brand, self.settings.folders("brand_guides")))
            own = Styles(reading.styles)
            guide = reading.guide(*own.faults, *registry.switch_faults(reading.switches, (*self.rules, *own.rules), reading.lines))
            if held is not None:
                self._imported.pop(held[1], None)
                self._rules.pop(held[1], None)
            held = mark, House(guide)
            self._houses[brand] = held
            self._imported[held[1]] = own.rules
        return held[1]

    def _profile(self, house: House, locale: Locale) -> voice.VoiceProfile:
        """The voice of a brand: as it was fitted before, or fitted now; kept in the store where there is one, so that a check on a fresh checkout opens none."""
        if (house, locale) not in self._profiles:
            key = f"{house.guide.version}.{voice.VERSION}"
            library = self._library() if self.settings.store_folder.is_dir() else None
            held = library.profile(house.guide.brand, locale, key) if library else None
            profile = voice.stored.load(held) if held else voice.of_guide(house, locale)
            if library and held is None:
                library.keep_profile(house.guide.brand, locale, key, voice.stored.dump(profile))
            self._profiles[house, locale] = profile
        return self._profiles[house, locale]

    @property
    def today(self) -> date:
        """The date by which claims and offers are judged."""
        return self._clock().date()

    @property
    def own_brands(self) -> Path:
        """The folder where this installation keeps the brands that it makes."""
        return self.settings.base / "brand_guides"

    def new_guide(self, name: str, source: Path) -> Path:
        """A usable brand folder made from past texts alone. Returns the folder. Raises: BadInput."""
        return importers.make_brand(name, source, self.own_brands)

    def screened(self, brand: str) -> tuple[screening.Screened, ...]:
        """Passages of the brand that give orders to a model, with their places."""
        guide = self.guide(brand)
        return tuple(item for locale in guide.voice.locales for item in screening.told(passages(guide, locale, self.today)))

    def claims_in_force(self, guide: BrandGuide) -> tuple[Claim, ...]:
        """The brand's claims that may be made today, where it speaks."""
        return tuple(claim for claim in guide.claims.claims if claim.in_force(self.today, guide.voice.jurisdictions))

    def faults(self, brand: str) -> str:
        """The faults of a brand folder in words, empty if it has none. Raises: UnknownBrand."""
        try:
            self.guide(brand)
        except GuideFaults as faults:
            return faults.say(self.settings.language or "en")
        return ""


def _fingerprint(folder: Path) -> Sequence[tuple[str, int, int]]:
    """Names, times and sizes of the files of a brand folder."""
    found = []
    for root, _, names in os.walk(folder):
        for name in names:
            try:
                state = os.stat(os.path.join(root, name))  # noqa: PTH116, PTH118  # a folder with styles has hundreds of files, and this runs on every check
            except OSError:
                continue
            found.append((f"{root}/{name}", state.st_mtime_ns, state.st_size))
    return sorted(found)
