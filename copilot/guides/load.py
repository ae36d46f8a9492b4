"""Files -> `BrandGuide`, or every fault of the folder at once.

The format is described in docs/brand-guides.md. A folder with faults gives no guide: half a guide would check with half its rules.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from copilot.channels import CHANNELS, Channel, find_channel
from copilot.errors import BriefFault, BriefFaults, CentaurError, Fault, FileFault, GuideFaults, UnknownBrand
from copilot.guides import meaning, styles, yamlfile
from copilot.language.words import Words, both
from copilot.records import LOCALES, BrandGuide, Brief, Campaign, ClaimBank, ImportedStyles, Label, Lexicon, LineBank, Locale, Voice, find_locale

BRAND_NAME = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
MOST_BRIEF_BYTES = 64_000


def brands(roots: tuple[Path, ...]) -> dict[str, Path]:
    """Brand -> folder, over all `roots`; the nearest root wins where two hold the same brand."""
    found: dict[str, Path] = {}
    for root in roots:
        for folder in sorted(root.iterdir()):
            if BRAND_NAME.match(folder.name) and (folder / "voice.yaml").is_file():
                found.setdefault(folder.name, folder)
    return found


def folder_of(brand: str, roots: tuple[Path, ...]) -> Path:
    """The folder of a brand; one without voice.yaml too, since that is a fault to be told. Raises: UnknownBrand."""
    known = brands(roots)
    folders = [known[brand]] if brand in known else [root / brand for root in roots if BRAND_NAME.match(brand) and (root / brand).is_dir()]
    if not folders:
        raise UnknownBrand(brand=brand, known=", ".join(known) or "-")
    return folders[0]


def load_brand(brand: str, roots: tuple[Path, ...]) -> BrandGuide:
    """The brand's guide.

    Raises: UnknownBrand; GuideFaults with all faults of the folder.
    """
    return load_folder(folder_of(brand, roots))


def load_folder(folder: Path) -> BrandGuide:
    """The guide in `folder`. Raises: GuideFaults with all faults of the folder."""
    return read_folder(folder).guide()


def read_folder(folder: Path) -> Reading:
    """What `folder` holds, with its faults."""
    return _Reader(folder).read()


@dataclass(frozen=True)
class Reading:
    """A brand folder as it was read. `switches` are the `rules:` of voice.yaml as they stand there, `lines` the places of all its keys: who knows the rules judges them."""

    brand: str
    found: BrandGuide | None
    faults: tuple[Fault, ...]
    styles: ImportedStyles
    switches: dict[str, Any]
    lines: dict[yamlfile.Loc, int]

    def guide(self, *more: Fault) -> BrandGuide:
        """The guide, where the folder has no fault and there are no `more`. Raises: GuideFaults with all of them."""
        faults = (*self.faults, *more)
        if faults or self.found is None:
            raise GuideFaults(self.brand, tuple(sorted(faults, key=lambda f: (f.file, f.line or 0))))
        return self.found


class _Reader:
    """Reads one folder and gathers its faults."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []
        self.told: dict[str, Any] = {}
        self.lines: dict[yamlfile.Loc, int] = {}

    def fault(self, file: str, line: int | None, what: Words, mend: Words) -> None:
        self.faults.append(Fault(file=file, line=line, what=what, mend=mend))

    def read(self) -> Reading:
        folder = self.folder
        if not BRAND_NAME.match(folder.name):
            self.fault(
                folder.name,
                None,
                both("the folder's name is the brand's id", "le nom du dossier est l'identifiant de la marque"),
                both("use lower case, digits and hyphens", "prenez minuscules, chiffres et traits d'union"),
            )
        voice = self._yaml(Voice, "voice.yaml", needed=True)
        lexicon = self._yaml(Lexicon, "lexicon.yaml")
        claims = self._yaml(ClaimBank, "claims.yaml")
        lines = self._yaml(LineBank, "lines.yaml")
        locales = self._locales()
        prose = self._prose(locales)
        campaigns = self._campaigns(locales)
        labels = self._labels(locales)
        imported, faults = styles.read(folder)
        self.faults += faults
        guide = None
        if voice and lexicon and claims and lines:
            guide = BrandGuide(
                brand=folder.name,
                folder=str(folder),
                voice=voice,
                lexicon=lexicon,
                claims=claims,
                lines=lines,
                prose=prose,
                campaigns=tuple(campaigns),
                labels=tuple(labels),
                styles=imported,
            )
        switches = self.told.get("rules")
        return Reading(folder.name, guide, tuple(self.faults), imported, switches if isinstance(switches, dict) else {}, self.lines)

    def _locales(self) -> tuple[Locale, ...]:
        """The languages that voice.yaml lists, whatever else is wrong in it; all of them where it lists none that are known."""
        listed = self.told.get("locales")
        known = tuple(locale for locale in listed if locale in LOCALES) if isinstance(listed, list) else ()
        return known if known and len(known) == len(listed or ()) else LOCALES

    def _yaml(self, model: type[yamlfile.M], name: str, needed: bool = False) -> yamlfile.M | None:
        path = self.folder / name
        if not path.is_file():
            if needed:
                self.fault(
                    name,
                    None,
                    both("is missing", "manque"),
                    both("write it (docs/brand-guides.md shows one)", "écrivez-le (docs/brand-guides.md en montre un)"),
                )
                return None
            return model()
        text, faults = yamlfile.read_text(path, name)
        self.faults += faults
        if faults:
            return None
        data, lines, faults = yamlfile.parse(text, name)
        self.faults += faults
        if faults and data is None:
            return None
        value, more = yamlfile.validate(model, data, lines, name)
        self.faults += (*more, *meaning.faults(name, data, lines))
        if needed and isinstance(data, dict):
            self.told, self.lines = data, lines
        return value

    def _prose(self, locales: tuple[Locale, ...]) -> dict[Locale, str]:
        prose: dict[Locale, str] = {}
        for locale in locales:
            for name in (f"guide.{locale}.md", *(["guide.md"] if locale == locales[0] else [])):
                if (self.folder / name).is_file():
                    text, faults = yamlfile.read_text(self.folder / name, name)
                    self.faults += faults
                    if text.strip():
                        prose[locale] = text
                    elif not faults:
                        self.fault(name, None, both("is empty", "est vide"), both("write how the brand sounds", "écrivez comment la marque parle"))
                    break
        return prose

    def _campaigns(self, locales: tuple[Locale, ...]) -> list[Campaign]:
        campaigns: list[Campaign] = []
        places: dict[str, str] = {}
        for path in sorted((self.folder / "campaigns").glob("*.md")):
            shown = f"campaigns/{path.name}"
            text, faults = yamlfile.read_text(path, shown)
            self.faults += faults
            if faults:
                continue
            campaign = self._campaign(text, shown, locales, places)
            if campaign:
                campaigns.append(campaign)
        return campaigns

    def _campaign(self, text: str, shown: str, locales: tuple[Locale, ...], places: dict[str, str]) -> Campaign | None:
        """The campaign in `text`. `places` holds the files of the ids met before, and takes its own."""
        match = re.match(r"---\n(.*?)\n---\n?", text, re.DOTALL)
        if not match:
            self.fault(
                shown,
                1,
                both("has no front matter", "n'a pas d'en-tête"),
                both("begin with --- , id:, channel:, locale: and ---", "commencez par --- , id:, channel:, locale: et ---"),
            )
            return None
        data, lines, faults = yamlfile.parse(match.group(1), shown, first_line=2, as_written=True)
        self.faults += faults
        if not isinstance(data, dict):
            if not faults:
                self.fault(
                    shown,
                    2,
                    both("the front matter is not keys and values", "l'en-tête n'est pas fait de clés"),
                    both("write key: value", "écrivez clé: valeur"),
                )
            return None
        if isinstance(data.get("facts"), dict):
            data["facts"], faults = _facts(data["facts"], lines, shown)
            self.faults += faults
        body_line = text[: match.end()].count("\n") + 1
        channel = self._channel(data, lines, shown)
        data["fields"] = self._fields(text[match.end() :], shown, body_line, channel)
        data["file"] = shown
        if channel:
            data["channel"] = channel.name
        campaign, more = yamlfile.validate(Campaign, data, lines, shown)
        self.faults += more
        locale, id_ = data.get("locale"), data.get("id")
        if locale in LOCALES and locale not in locales:
            self.fault(
                shown,
                lines.get(("locale",)),
                both(f"is in '{locale}', which voice.yaml does not list", f"est en « {locale} », que voice.yaml n'a pas"),
                both("add it to locales, or move the file", "ajoutez-le à locales, ou déplacez le fichier"),
            )
        if isinstance(id_, str) and places.setdefault(id_, shown) != shown:
            self.fault(
                shown,
                lines.get(("id",)),
                both(f"the id '{id_}' is that of {places[id_]}", f"l'id « {id_} » est celui de {places[id_]}"),
                both("give each campaign its own id", "donnez à chaque campagne son id"),
            )
        return campaign

    def _channel(self, data: dict[str, Any], lines: dict[yamlfile.Loc, int], shown: str) -> Channel | None:
        if not isinstance(data.get("channel"), str):
            return None
        try:
            return find_channel(data["channel"])
        except CentaurError:
            known = ", ".join(channel.name for channel in CHANNELS)
            name = data["channel"]
            self.fault(
                shown,
                lines.get(("channel",)),
                both(f"'{name}' is not a channel", f"« {name} » n'est pas un canal"),
                both(f"use one of: {known}", f"prenez l'un de : {known}"),
            )
            return None

    def _fields(self, body: str, shown: str, first_line: int, channel: Channel | None) -> dict[str, str]:
        fields: dict[str, str] = {}
        heads = list(re.finditer(r"^## +(\S.*?) *$", body, re.MULTILINE))
        if not heads:
            self.fault(
                shown,
                first_line,
                both("holds no copy", "ne contient pas de texte"),
                both("write each field under `## field`", "écrivez chaque champ sous `## champ`"),
            )
        for index, head in enumerate(heads):
            line = first_line + body[: head.start()].count("\n")
            name = head.group(1)
            text = body[head.end() : heads[index + 1].start() if index + 1 < len(heads) else len(body)].strip()
            field = channel.field(name) if channel else None
            if channel and field is None:
                known = ", ".join(field.name for field in channel.fields)
                self.fault(
                    shown,
                    line,
                    both(f"'{name}' is not a field of {channel.name}", f"« {name} » n'est pas un champ de {channel.name}"),
                    both(f"use one of: {known}", f"prenez l'un de : {known}"),
                )
                continue
            if not text:
                self.fault(
                    shown,
                    line,
                    both(f"the field '{name}' is empty", f"le champ « {name} » est vide"),
                    both("write it or remove its heading", "remplissez-le ou retirez son titre"),
                )
                continue
            if field and field.most > 1:
                items = [item.strip() for item in re.split(r"^- ", text, flags=re.MULTILINE) if item.strip()]
                fields |= {f"{name}_{number}": item for number, item in enumerate(items, 1)}
            else:
                fields[name] = text
        return fields

    def _labels(self, locales: tuple[Locale, ...]) -> list[Label]:
        path = self.folder / "labels.jsonl"
        if not path.is_file():
            return []
        text, faults = yamlfile.read_text(path, "labels.jsonl")
        self.faults += faults
        labels: list[Label] = []
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                data = json.loads(line)
            except json.JSONDecodeError as error:
                self.fault(
                    "labels.jsonl",
                    number,
                    both(f"is not JSON ({error.msg})", f"n'est pas du JSON ({error.msg})"),
                    both('write {"text": "...", "locale": "fr", "label": "us"}', 'écrivez {"text": "...", "locale": "fr", "label": "us"}'),
                )
                continue
            label, more = yamlfile.validate(Label, data, {(): number}, "labels.jsonl")
            self.faults += more
            if label and label.locale in locales:
                labels.append(label)
            elif label:
                self.fault(
                    "labels.jsonl",
                    number,
                    both(f"is in '{label.locale}', which voice.yaml does not list", f"est en « {label.locale} », que voice.yaml n'a pas"),
                    both("add the locale or drop the line", "ajoutez la langue ou retirez la ligne"),
                )
        return labels


def load_brief(source: Path | str, defaults: dict[str, str], shown: str = "", asked: Mapping[str, str] | None = None) -> Brief:
    """A brief from a YAML or JSON file, or from its text. `defaults` (brand, channel, locale) hold where the brief is silent; `asked` holds whatever it says.

    Raises: FileFault, BriefFault, BriefFaults (all of them), UnknownChannel, UnknownLocale.
    """
    where = shown or (source.name if isinstance(source, Path) else "")
    if isinstance(source, Path):
        if not source.is_file():
            raise FileFault(
                file=source,
                what=both("is a folder", "est un dossier") if source.is_dir() else both("there is no such file", "ce fichier n'existe pas"),
                mend=both("Give the path of a YAML or JSON brief.", "Donnez le chemin d'un brief en YAML ou JSON."),
            )
        size = source.stat().st_size
        if size > MOST_BRIEF_BYTES:
            raise _brief_fault(where, both(f"it has {size / 1000:.0f} kB", f"il fait {size / 1000:.0f} ko"), _SHORT)
        text, faults = yamlfile.read_text(source, where)
    else:
        text, faults = source, []
        if len(text.encode("utf-8", "replace")) > MOST_BRIEF_BYTES:
            raise _brief_fault(where, both(f"it has {len(text) / 1000:.0f} kB", f"il fait {len(text) / 1000:.0f} ko"), _SHORT)
    data, lines, more = yamlfile.parse(text, where, as_written=True)
    faults += more
    if not faults and not isinstance(data, dict):
        raise _brief_fault(
            where, both("it is not keys and values", "il n'est pas fait de clés et de valeurs"), both("Write product: and facts:", "Écrivez product: et facts:")
        )
    if faults:
        raise BriefFaults(where, tuple(faults))
    return make_brief({**data, **(asked or {})}, defaults, lines, where)


_SHORT = both(
    "A brief is a page, not a folder: keep it under 64 kB and import long texts as campaigns.",
    "Un brief est une page : restez sous 64 ko et importez les textes longs comme campagnes.",
)


def make_brief(data: dict[str, Any], defaults: dict[str, str], lines: dict[yamlfile.Loc, int] | None = None, where: str = "") -> Brief:
    """A brief from keys and values, as in a file or a form.

    Raises: BriefFault, BriefFaults (all of them), UnknownChannel, UnknownLocale.
    """
    data = {**defaults, **{key: value for key, value in data.items() if value not in (None, "")}}
    facts = data.get("facts") or {}
    wrong: list[Fault] = []
    if isinstance(facts, (dict, list)):
        facts, wrong = _facts(facts, lines or {}, where or "brief")
        data["facts"] = {key: value for key, value in facts.items() if value}
    at = f" in {where}" if where else ""
    if isinstance(data.get("locale"), str):
        data["locale"] = find_locale(data["locale"], at)
    if isinstance(data.get("channel"), str):
        data["channel"] = find_channel(data["channel"], at).name
    brief, faults = yamlfile.validate(Brief, data, lines or {}, where or "brief")
    if brief is None or wrong:
        options = {
            f"'{key}' is missing": both(f"add `{key}:`, or give --{key}", f"ajoutez `{key}:`, ou donnez --{key}") for key in ("brand", "channel", "locale")
        }
        raise BriefFaults(where, tuple(replace(fault, mend=options.get(fault.what.en, fault.mend)) for fault in (*faults, *wrong)))
    purposes = find_channel(brief.channel, at).purposes
    if brief.purpose not in purposes:
        known = ", ".join(purposes)
        raise _brief_fault(
            where,
            both(f"'{brief.purpose}' is no purpose of {brief.channel}", f"« {brief.purpose} » n'est pas un type de {brief.channel}"),
            both(f"Use one of: {known}.", f"Prenez l'un de : {known}."),
        )
    if brief.purpose == "promotion" and not brief.offer:
        raise _brief_fault(
            where,
            both("it is a promotion without an offer", "c'est une promotion sans offre"),
            both("Write offer: with its terms, or choose another purpose.", "Écrivez offer: avec ses conditions, ou prenez un autre type."),
        )
    if not brief.facts:
        raise _brief_fault(
            where,
            both("it has no facts", "il n'a pas de faits"),
            both(
                "A draft may state only what the brief or the claim bank says: add at least one under `facts:`, indented, such as\n  facts:\n    price: 12 €",
                "Un brouillon ne peut dire que ce que disent le brief ou la banque d'allégations : ajoutez-en un sous `facts:`, en retrait, par exemple\n  facts:\n    prix: 12 €",
            ),
        )
    return brief


def _facts(given: dict[str, Any] | list[Any], lines: dict[yamlfile.Loc, int], shown: str) -> tuple[dict[str, str], list[Fault]]:
    """Facts by name, a list's by number, as they were written; and the faults of those that are no text."""
    facts: dict[str, str] = {}
    faults: list[Fault] = []
    for place, value in given.items() if isinstance(given, dict) else enumerate(given):
        name = f"fact {place + 1}" if isinstance(place, int) else str(place)
        if value is None:
            what, mend = both("the fact '{name}' has no value", "le fait « {name} » n'a pas de valeur"), _WRITE_FACT
        elif isinstance(value, (dict, list)):
            what = both("the fact '{name}' is keys or a list, not text", "le fait « {name} » est fait de clés ou d'une liste, pas de texte")
            mend = both("write each fact on its own line; put a value that holds ': ' or begins with { or [ in quotes", "écrivez un fait par ligne ; mettez entre guillemets une valeur qui contient « : » ou commence par { ou [")  # fmt: skip
        else:
            facts[name] = str(value).lower() if isinstance(value, bool) else str(value).strip()
            continue
        faults.append(Fault(file=shown, line=lines.get(("facts", place)), what=what.fill(name=name), mend=mend))
    return facts, faults


_WRITE_FACT = both("write it, or take the fact out", "écrivez-la, ou retirez le fait")


def _brief_fault(where: str, what: Words, mend: Words) -> BriefFault:
    return BriefFault(where=f" {where}" if where else "", what=what, mend=mend)


SCHEMA_FOLDER = ".schema"
"""Where the schemas lie, beside the brand folders."""

SCHEMAS: dict[str, type[Any]] = {"voice": Voice, "lexicon": Lexicon, "claims": ClaimBank, "lines": LineBank, "brief": Brief}


def schemas() -> dict[str, str]:
    """File name -> JSON schema of each YAML file, for editors."""
    result = {}
    for name, model in SCHEMAS.items():
        schema = model.model_json_schema()
        if name == "brief":
            schema["required"] = ["product", "facts"]
        result[f"{name}.schema.json"] = json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=2, ensure_ascii=False) + "\n"
    return result
